/** Events named by nouns: who takes part, and how far they have come. */
import type { Clause, Oblique, Phrase } from "../../language/clause.ts";
import { caseOf, phraseOf, splitPhrases } from "../../language/clauses/phrase.ts";
import { childrenOf, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, uposOf, wordOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import { COMING } from "./absence.ts";
import { isAskedOfOthers } from "./asked.ts";
import type { Arguments } from "./cast.ts";
import { SENDING } from "./journey.ts";
import { type Entry, outlookOf, verbEntries } from "./lexicon.ts";
import { outcomeClauses, outcomeRange } from "./outcome.ts";
import { hasYear } from "./own-year.ts";
import { actingNear, measureOf, verbCore } from "./quote.ts";
import { isRepelling } from "./repelling.ts";
import { change, lowered, type Standing, standingOf, UNSURE } from "./standing.ts";
import { type Slot, type TextIndex, verbOf } from "./text-index.ts";

const BEFORE = new Set(["before", "ahead of", "prior to", "until", "pending"]);
/** Prepositions whose phrases may hold others that belong to the event: "with Agria in Velden on Friday". */
const OPEN = new Set(["with", "between", "among", "in", "at", "of", "against", "by", "from", "to"]);
/** Verbs that put an end to what is under way. */
const STOPPING = new Set(["halt", "stop", "end", "cease", "pause", "suspend"]);
/** Verbs that tell of what is under way how long it will be. */
const GOING_ON = new Set(["last", "continue", "go on", "run", "drag on", "stretch"]);
/** Verbs whose object waits for a later meeting. */
const LEAVING = new Set(["leave", "put off", "defer", "postpone", "save", "reserve"]);
/** Verbs of leading a meeting. */
const LEADING = new Set(["chair", "host", "mediate", "lead", "moderate", "head", "preside over", "attend"]);
const JOINING = new Set(["with", "between", "among", "alongside", "together with"]);
const DURING = new Set(["during", "in", "at", "after", "following", "since", "amid", "over"]);

/** The phrases that belong to an event noun: its own, those of its participles, and those of the verb that carries it. */
export function nounArguments(
  entry: Entry,
  token: number,
  index: TextIndex,
): Arguments & { readonly used: readonly Range[] } {
  const { doc } = index;
  const agents: Phrase[] = [];
  const undergoing: Phrase[] = [];
  const patients: Phrase[] = [];
  const recipients: Phrase[] = [];
  const obliques: Oblique[] = [];
  const used: Range[] = [];
  for (const child of childrenOf(treeOf(doc), token)) {
    const relation = deprelOf(doc, child);
    if (relation === "nmod:poss")
      (isUndergone(entry, token, doc) ? undergoing : agents).push(...splitPhrases(doc, treeOf(doc), child));
    else if (relation === "nmod" && child > token) obliques.push(...nested(child, doc));
    else if (relation === "acl" || relation === "acl:relcl") {
      obliques.push(...participleObliques(child, index));
      const led = index.clauseAt(child);
      // "Talks chaired by Odo Lund": whoever leads them is there.
      if (led?.passive && LEADING.has(led.lemma) && entry.frame === "together") agents.push(...led.agents);
    }
  }
  // "The lifting of the Union's embargo": whose embargo it is lifts it.
  const owners = ownersWithin(entry, token, doc);
  agents.push(...owners);
  const clause = index.clauseAt(token);
  if (clause?.nominal) {
    const above = index.parent(clause);
    // "Helped end the war": who ends it need not be in it.
    const isEnded = entry.type === "ASSAULT" && above !== undefined && STOPPING.has(above.lemma);
    for (const phrase of clause.inherited && (owners.length > 0 || isEnded) ? [] : clause.agents) {
      const apart = /, with $/.test(doc.text.slice(Math.max(0, phrase.start - 7), phrase.start));
      const isKnown = [...agents, ...undergoing].some(({ head }) => head === phrase.head);
      if (!apart && !isKnown) agents.push(phrase);
    }
    recipients.push(...clause.recipients);
    if (entry.frame !== "alone") patients.push(...clause.patients);
  }
  const slot = index.slotOf(measureOf(index.doc, token));
  for (const relative of index.actingBy(token)) {
    // "Their summit in 2030, which took place in Velden".
    const told = relative.role === "relative" ? index.outlook(relative)?.outlook : undefined;
    const isWished = relative.mood === "infinitive" && index.outlook(relative)?.outlook === "held";
    if (told === "held" || told === "ongoing" || isWished) used.push(verbCore(doc, relative.predicate));
  }
  // "The talks have failed to yield a deal": how it ended belongs to the telling.
  const [ended] = outcomeClauses(token, index);
  if (ended) used.push(outcomeRange(ended, doc));
  const carrier = slot && carried(entry, slot, index);
  if (carrier) {
    agents.push(...carrier.agents);
    recipients.push(...carrier.others);
    obliques.push(...carrier.obliques);
    if (carrier.agents.length > 0)
      used.push(
        ...actingNear(
          { ...slot.clause, agents: carrier.agents },
          wordRange(doc, slot.clause.predicate),
          index,
        ),
      );
    used.push(
      ...carrier.others,
      ...carrier.obliques.map(({ phrase }) => phrase),
      wordRange(doc, slot.clause.predicate),
    );
  }
  const phrase = phraseOf(doc, treeOf(doc), token, true);
  const modifiers = { start: phrase.start, end: doc.start[token]! };
  return {
    agents,
    patients: [...undergoing, ...patients],
    recipients,
    obliques,
    undergoing,
    used,
    ...(modifiers.start < modifiers.end ? { modifiers } : {}),
  };
}

/** What somebody undergoes, where nobody else is said to: "the general's arrest", unlike "its arrest of the general". */
const UNDERGONE: ReadonlySet<string> = new Set([
  "arrest",
  "detention",
  "deportation",
  "expulsion",
  "killing",
  "assassination",
  "abduction",
  "conviction",
  "annexation",
]);

function isUndergone({ subtype }: Entry, token: number, doc: Doc): boolean {
  if (!UNDERGONE.has(subtype)) return false;
  const tree = treeOf(doc);
  return !childrenOf(tree, token).some(
    (child) => child > token && deprelOf(doc, child) === "nmod" && caseOf(doc, tree, child) === "of",
  );
}

/** Possessors inside what the pattern names after "of". */
function ownersWithin({ words, kind }: Entry, token: number, doc: Doc): readonly Phrase[] {
  if (!/^(?:of|to|on)$/.test(words[1] ?? "") || (words.length < 3 && kind === undefined)) return [];
  const tree = treeOf(doc);
  return childrenOf(tree, token)
    .filter((child) => child > token && deprelOf(doc, child) === "nmod")
    .flatMap((child) => childrenOf(tree, child))
    .filter((child) => deprelOf(doc, child) === "nmod:poss")
    .flatMap((child) => splitPhrases(doc, tree, child));
}

/** The obliques of a verb with what the parser has hung inside them: "met in Velden with Agria". */
export function withNested(obliques: readonly Oblique[], doc: Doc): readonly Oblique[] {
  return obliques.flatMap((one) => {
    const inside = childrenOf(treeOf(doc), one.phrase.head).filter(
      (child) =>
        child > one.phrase.head &&
        deprelOf(doc, child) === "nmod" &&
        JOINING.has(caseOf(doc, treeOf(doc), child)),
    );
    return [
      one,
      ...inside.filter((child) => !followsComma(child, doc)).flatMap((child) => nested(child, doc)),
    ];
  });
}

/** "scheduled for Friday", "which took place in Velden": not "which escalated with the raid". */
function participleObliques(token: number, index: TextIndex): readonly Oblique[] {
  const clause = index.clauseAt(token);
  if (clause === undefined) return [];
  const outlook = index.outlook(clause)?.outlook;
  if (outlook === undefined) return [];
  const joined = clause.role === "participle" || outlook === "held" || outlook === "light";
  return withNested(clause.obliques, index.doc).filter(({ preposition }) => preposition !== "with" || joined);
}

/** "with Agria in Velden": the prepositional phrases after a noun, those inside them too. */
function nested(head: number, doc: Doc, depth = 0): Oblique[] {
  const preposition = caseOf(doc, treeOf(doc), head);
  const found = splitPhrases(doc, treeOf(doc), head).map((phrase) => ({ preposition, phrase }));
  if (depth > 3) return found;
  if (!OPEN.has(preposition)) return found;
  for (const { phrase } of [...found]) {
    for (const child of childrenOf(treeOf(doc), phrase.head)) {
      if (child > phrase.head && deprelOf(doc, child) === "nmod" && !followsComma(child, doc))
        found.push(...nested(child, doc, depth + 1));
    }
  }
  return found;
}

/** ", with the chancellor set to join": set off, and no longer part of the phrase. */
function followsComma(token: number, doc: Doc): boolean {
  const left = treeOf(doc).left[token]!;
  return wordOf(doc, left) === "," || (left > 0 && wordOf(doc, left - 1) === ",");
}

interface Carrier {
  readonly agents: readonly Phrase[];
  readonly others: readonly Phrase[];
  readonly obliques: readonly Oblique[];
}

/** What the verb around an event noun adds: "Norvia held talks with", "the talks took place in", "told him during a call". */
function carried(entry: Entry, slot: Slot, index: TextIndex): Carrier | undefined {
  const { clause } = slot;
  const word = index.outlook(clause);
  if (slot.as === "agent" || (slot.as === "patient" && clause.passive)) {
    // "The strikes could do harm to Agria": a light verb says nothing of its subject.
    const isLight = word?.outlook === "light" && !clause.passive;
    const happens =
      word !== undefined && word.outlook !== "possible" && word.outlook !== "refused" && !isLight;
    return happens
      ? { agents: clause.passive ? clause.agents : [], others: [], obliques: clause.obliques }
      : undefined;
  }
  if (slot.as === "patient" || (slot.as === "oblique" && clause.lemma.endsWith(` ${slot.preposition}`))) {
    // "The army beat back two attacks": it was attacked.
    if (entry.type === "ASSAULT" && isRepelling(clause, index.doc))
      return { agents: [], others: clause.passive ? [] : clause.agents, obliques: clause.obliques };
    // Who ends a war need not be in it.
    if (entry.type === "ASSAULT" && STOPPING.has(clause.lemma)) return undefined;
    const takesPart =
      !isAskedOfOthers(entry, clause) &&
      word !== undefined &&
      (word.actor || word.outlook === "light" || word.outlook === "begin");
    const obliques = clause.obliques.filter(({ phrase }) => phrase.head !== slot.clause.predicate);
    return takesPart ? { agents: clause.agents, others: [], obliques } : undefined;
  }
  // Who does not take part is absent.
  if (slot.as !== "oblique" || (clause.negated && COMING.has(verbOf(clause, index.doc)))) return undefined;
  const governed = outlookOf("verb", `${verbOf(clause, index.doc)} ${slot.preposition}`);
  if (governed?.actor || governed?.outlook === "light")
    return { agents: clause.agents, others: [], obliques: clause.obliques };
  if (entry.type !== "CONSULT" || entry.frame !== "together") return undefined;
  // "Invited her to Velden for talks", "arrived in Velden for talks with".
  if (slot.preposition === "for" && SENDING.has(clause.lemma)) {
    return { agents: clause.patients, others: [], obliques: clause.obliques };
  }
  if (slot.preposition === "for" && comesTogether(clause.lemma)) {
    return {
      agents: clause.agents,
      others: [...clause.patients, ...clause.recipients],
      obliques: clause.obliques,
    };
  }
  if (!DURING.has(slot.preposition)) return undefined;
  if (index.isReporting(clause)) return { agents: clause.agents, others: clause.recipients, obliques: [] };
  // Whatever somebody does during talks, he is there.
  return slot.preposition === "during" ? { agents: clause.agents, others: [], obliques: [] } : undefined;
}

function comesTogether(lemma: string): boolean {
  const verb = lemma.split(" ")[0]!;
  return (
    SENDING.has(verb) ||
    verb === "invite" ||
    verb === "join" ||
    verbEntries(verb).some(({ type }) => type === "CONSULT")
  );
}

/** How far the event of a noun has come. */
export function nounStanding(entry: Entry, token: number, index: TextIndex): Standing {
  const { doc } = index;
  if (entry.type === "AGREE" && entry.status === "possible" && hasYear(token, doc))
    return change(UNSURE, { certain: true });
  const base = entry.status === undefined ? UNSURE : change(UNSURE, { status: entry.status });
  const beside = besideNoun(token, base, index);
  const own = index.clauseAt(token);
  if (own?.copular) return beside?.certain && !own.modal ? beside : standingOf(own, index);
  const slot = index.slotOf(measureOf(index.doc, token));
  const around = slot ? inSlot(entry, token, slot, base, index) : underNoun(token, base, doc);
  if (beside === undefined) return around;
  if (around.negated || around.status === "refused" || around.status === "cancelled") return around;
  // "The planned talks took place": the verb knows better than the adjective, unless it says nothing of its own.
  return around.certain ? around : beside;
}

/** Adjectives and participles beside the noun. */
function besideNoun(token: number, base: Standing, index: TextIndex): Standing | undefined {
  const { doc } = index;
  for (const child of childrenOf(treeOf(doc), token)) {
    const relation = deprelOf(doc, child);
    if (relation === "amod" || relation === "compound") {
      const word = wordOf(doc, child).toLowerCase();
      const outlook = outlookOf("adjective", word)?.outlook;
      if (outlook) return lowered(outlook, change(base, { status: "held", certain: true }), base);
    }
    if (relation === "det" && wordOf(doc, child).toLowerCase() === "no")
      return change(base, { negated: true });
    if (relation !== "acl" && relation !== "acl:relcl") continue;
    const clause = index.clauseAt(child);
    if (clause === undefined) continue;
    const outlook = index.outlook(clause)?.outlook;
    if (outlook === undefined) continue;
    const upper = standingOf(clause, index);
    // "A war that began in May" goes on.
    if (outlook === "begin" && base.status === "ongoing") return change(base, { certain: true });
    if (clause.passive || outlook !== "possible") return lowered(outlook, upper, base);
  }
  return undefined;
}

function inSlot(entry: Entry, token: number, slot: Slot, base: Standing, index: TextIndex): Standing {
  const { clause } = slot;
  // "to end the war": the wish says nothing of the war.
  if (clause.role === "purpose" && entry.status !== undefined) return base;
  const upper = standingOf(clause, index);
  const outlook = index.outlook(clause)?.outlook;
  const subject = clause.passive ? slot.as === "patient" : slot.as === "agent";
  // "According to a summary of a call".
  if (slot.as === "oblique" && slot.preposition.startsWith("according to")) return base;
  // "A truce would give Agria time": what it would do says nothing of how far it has come.
  const isToCome = upper.status === "planned" || upper.status === "possible";
  if (isToCome && slot.as === "agent" && outlook === "light" && entry.status === "possible") return base;
  // "Agreed on an arrangement".
  if (entry.type === "AGREE" && !subject && clause.lemma.split(" ")[0] === "agree") return upper;
  // "Will respond to an attack": an attack that may come.
  if (isToCome && base.status === "held" && slot.as === "oblique" && isAny(token, index.doc))
    return change(base, { status: "possible", certain: true });
  // "Was left for a later round": yet to come.
  if (
    entry.type === "CONSULT" &&
    slot.as === "oblique" &&
    LEAVING.has(clause.lemma) &&
    /^(?:for|to|until)$/.test(slot.preposition)
  )
    return change(base, { status: "possible", certain: true });
  // "The round is expected to last until Saturday": under way.
  const isLasting = isToLast(clause, index.doc) || (GOING_ON.has(clause.lemma) && upper.status === "planned");
  if (entry.type === "CONSULT" && subject && isLasting)
    return change(base, { status: "ongoing", certain: true });
  if (clause.lemma === "follow") return subject ? base : change(base, { status: "held", certain: true });
  // Whatever may end, resolve or replace it, a war goes on until it has.
  const settled = upper.status === "held" || upper.status === "ongoing";
  const isWish = clause.mood === "infinitive" && !upper.certain;
  // "Will propose sanctions": none as yet.
  const isPut = entry.type === "SANCTION" && !subject && index.outlook(clause)?.actor === true;
  if (entry.status === "ongoing" && (!settled || isWish || outlook === "begin") && !isPut) return base;
  if (STOPPING.has(clause.lemma) && !subject && entry.type === "RETREAT")
    return change(base, { negated: true });
  if (STOPPING.has(clause.lemma) && !subject && entry.type === "ASSAULT")
    return change(base, { status: upper.status === "held" ? "held" : "ongoing", certain: true });
  if (clause.copular && slot.as === "agent") {
    const predicate = index.outlook(clause)?.outlook;
    return predicate ? lowered(predicate, upper, base) : base;
  }
  if (slot.as === "oblique") {
    const governed = outlookOf("verb", `${verbOf(clause, index.doc)} ${slot.preposition}`)?.outlook;
    if (governed) return lowered(governed, upper, base);
    if (slot.preposition === "for" && entry.type === "CONSULT" && comesTogether(clause.lemma)) {
      if (outlook === "planned") return lowered(outlook, upper, base);
      return change(base, { status: upper.status, certain: upper.certain });
    }
    return inOblique(entry, slot.preposition, upper, base);
  }
  // "A truce comes first" is a demand, no report.
  if (outlook === "held" && upper.status === "ongoing" && entry.status === "possible") return base;
  if (outlook === "held" || outlook === "begin" || outlook === "ongoing" || outlook === "light") {
    if (upper.negated && subject) return change(upper, { status: "cancelled", negated: false });
    const status = outlook === "ongoing" && upper.status === "held" ? "ongoing" : upper.status;
    return change(upper, { status });
  }
  if (outlook !== undefined) return lowered(outlook, upper, base);
  if (upper.status === "possible" && !subject) return change(base, { status: "possible" });
  if (subject && upper.status === "held" && entry.status === undefined)
    return change(base, { status: "held" });
  return underNoun(token, base, index.doc);
}

/** "An attack", "any Agrian attack". */
function isAny(token: number, doc: Doc): boolean {
  return childrenOf(treeOf(doc), token).some((child) => /^(?:an?|any)$/i.test(wordOf(doc, child)));
}

function inOblique(entry: Entry, preposition: string, upper: Standing, base: Standing): Standing {
  if (entry.status !== undefined && entry.type !== "CONSULT") return base;
  if (BEFORE.has(preposition)) return change(base, { status: "planned" });
  if (!DURING.has(preposition)) return base;
  if (preposition === "amid") return change(base, { status: "ongoing" });
  return change(base, { status: upper.status === "held" ? "held" : upper.status, certain: upper.certain });
}

/** "the idea of a swap", "the outcome of the talks". */
function underNoun(token: number, base: Standing, doc: Doc): Standing {
  const above = doc.head[token]!;
  if (above < 0 || !deprelOf(doc, token).startsWith("nmod") || uposOf(doc, above) !== "NOUN") return base;
  const outlook = outlookOf("noun", lemmaOf(doc, above).toLowerCase())?.outlook;
  if (outlook === undefined) return base;
  return lowered(outlook, change(base, { status: "held", certain: true }), base);
}

function wordRange(doc: Doc, token: number): Range {
  return { start: doc.start[token]!, end: doc.end[token]! };
}

/** "Is expected to last", the verb taken for an adjective. */
function isToLast({ obliques }: Clause, doc: Doc): boolean {
  return obliques.some(
    ({ preposition, phrase }) => preposition === "to" && wordOf(doc, phrase.head) === "last",
  );
}

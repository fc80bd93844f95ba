/** One telling of an event: the words, who takes part, where, when, how far it has come. Tellings of one event are merged later. */
import type { Clause, Phrase } from "../../language/clause.ts";
import { childrenOf, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, wordOf } from "../../language/doc.ts";
import type { EventStatus } from "../../record/event.ts";
import type { Findings } from "../../record/reading.ts";
import { contains, type Range } from "../../record/span.ts";
import { actorsIn, actorsOf, lastSeen } from "../who.ts";
import { isUninvited } from "./absence.ts";
import { type Arguments, type Cast, castOf, meantBy } from "./cast.ts";
import { delegationBefore } from "./delegation.ts";
import { explainedNoun, explainedStanding } from "./explained.ts";
import { type Entry, isOfKind } from "./lexicon.ts";
import { kindOf, locator } from "./locate.ts";
import { matchNoun, matchVerb } from "./match.ts";
import { nounArguments, nounStanding, withNested } from "./noun-event.ts";
import { isPaired } from "./paired.ts";
import { hull, measureOf, nounQuote, verbQuote } from "./quote.ts";
import { dateBeside, isDate, type Scene, type Setting, settingOf } from "./setting.ts";
import { type Standing, standingOf } from "./standing.ts";
import type { TextIndex } from "./text-index.ts";

export interface Telling extends Cast, Setting {
  readonly entry: Entry;
  /** Token of the verb or noun. */
  readonly token: number;
  readonly sentence: number;
  readonly quote: Range;
  readonly standing: Standing;
  readonly status: EventStatus;
  readonly noun: boolean;
  /** The sides are not named with it but known from the rest of the report. */
  readonly implied?: true;
  /** Told in a title, deck or heading. */
  readonly heading: boolean;
  /** "The talks", "their meeting", "the Agria–Norvia summit": something that the reader has met before. */
  readonly definite: boolean;
  /** The verb clause that carries it, for outcomes. */
  readonly clause?: Clause;
}

/** What the tellings are held against. */
interface Surroundings extends Scene {
  readonly actors: Findings["actors"];
}

const DEFINITE: ReadonlySet<string> = new Set(["the", "this", "that", "these", "those"]);
/** "The last talks", "their second meeting": definite, and yet another event. */
const INTRODUCING: ReadonlySet<string> = new Set([
  "last",
  "first",
  "second",
  "third",
  "latest",
  "recent",
  "earlier",
  "previous",
  "next",
  "new",
  "another",
]);
/** Types that do not come about by one side's trying. */
const CONSENT: ReadonlySet<string> = new Set(["CONSULT", "AGREE", "SUPPORT", "COOPERATE", "RETREAT"]);

/** What is done over time. */
const LASTING: ReadonlySet<string> = new Set([
  "endorsement",
  "detention",
  "occupation",
  "blockade",
  "defence",
]);

type Found = Pick<Findings, "actors" | "places" | "times">;

/** Every telling of an event in a text, in text order; those without anybody in them too. */
export function tellingsOf(index: TextIndex, { actors, places, times }: Found): Telling[] {
  const { doc, clauses } = index;
  const found: Surroundings = {
    actors,
    placesAt: locator(places, ({ mentions }) => mentions),
    datesAt: locator(times.filter(isDate), ({ at }) => [at[0]]),
  };
  // "President Odo Lund", its title taken for the head: the name behind it.
  const named = (phrase: Phrase) =>
    isOfKind(lemmaOf(doc, phrase.head).toLowerCase(), "public") ? actorsIn(phrase, actors) : [];
  const isPerson = (phrase: Phrase) =>
    [...actorsOf(phrase, doc, actors), ...named(phrase)].some(
      ({ id }) => !/^(?:state|outlet)$/.test(kindOf(id, actors) ?? "state"),
    );
  const isPlace = ({ head }: Phrase) =>
    found.placesAt({ start: doc.start[head]!, end: doc.end[head]! }).length > 0;
  const around = { doc, below: index.below, isPerson, isPlace };
  const tellings: Telling[] = [];
  const consumed = new Set<number>();
  for (const clause of clauses) {
    const match = matchVerb(clause, around);
    if (match === undefined || hostsMeeting(match.entry, clause, doc)) continue;
    const told = verbTelling(match.entry, clause, index, found, match.consumed);
    tellings.push(told);
    // Where the verb's telling comes to nothing, the noun may still tell the event.
    if (told.participants.length > 0) for (const head of match.consumed) consumed.add(head);
  }
  for (let token = 0; token < doc.size; token++) {
    const match = matchNoun(token, doc);
    if (match === undefined || isNameOf(token, doc, actors)) continue;
    for (const head of match.consumed) consumed.add(head);
    // "The second round of talks" is told by the round.
    const above = doc.head[token]!;
    const counted =
      above >= 0 && deprelOf(doc, token) === "nmod" && matchNoun(above, doc)?.entry.type === "CONSULT";
    if (!consumed.has(token) && !(counted && match.entry.type === "CONSULT"))
      tellings.push(nounTelling(match.entry, token, index, found));
  }
  return tellings
    .filter(({ token }) => !consumed.has(token))
    .sort((a, b) => a.quote.start - b.quote.start || a.token - b.token);
}

/** "The alliance", "the Lake Conference", where it means an organisation: somebody, no event. */
function isNameOf(token: number, doc: Doc, actors: Findings["actors"]): boolean {
  const word = { start: doc.start[token]!, end: doc.end[token]! };
  const seen = lastSeen(word, actors)?.at;
  if (seen === undefined || seen.end < word.end) return false;
  const above = doc.head[token]!;
  return above < 0 || !contains(seen, { start: doc.start[above]!, end: doc.end[above]! });
}

/** "Hosted a meeting of": the noun tells it. */
function hostsMeeting({ type, kind }: Entry, { patients }: Clause, doc: Doc): boolean {
  if (type !== "CONSULT" || kind !== undefined) return false;
  return patients.some(({ head }) => matchNoun(head, doc)?.entry.type === "CONSULT");
}

function verbTelling(
  entry: Entry,
  clause: Clause,
  index: TextIndex,
  found: Surroundings,
  consumed: readonly number[],
): Telling {
  const { doc } = index;
  const objects = clause.patients.filter(({ head }) => consumed.includes(head));
  const inside = objects.flatMap((phrase) => {
    const own = nounArguments({ ...entry, frame: "onto" }, phrase.head, {
      ...index,
      slotOf: () => undefined,
    });
    return own.obliques;
  });
  const noun = explainedNoun(clause, doc);
  // The subject of "rejected the idea of ceding Agrian land" need not be the one who would cede it.
  const lent = noun >= 0 && clause.inherited && clause.patients.length > 0 && entry.type === "CONCEDE";
  const told: Arguments = {
    agents: lent ? [] : (speakersOf(clause, index, found.actors) ?? clause.agents),
    patients: clause.patients,
    recipients: clause.recipients,
    obliques: [
      ...(entry.frame === "together" ? withNested(clause.obliques, doc) : clause.obliques),
      ...inside,
    ],
    ownerActs: lent,
    ...(entry.frame === "together" && clause.agents.length > 0 && !clause.inherited
      ? { delegation: delegationBefore(clause.predicate, clause.agents, doc, found.actors) }
      : {}),
    passive: clause.passive,
    ...(entry.verbal ? { aimedAt: aimedAt(clause, index) } : {}),
    ...(entry.type === "REQUEST" ? { asked: askedOf(clause, index) } : {}),
  };
  const quote = verbQuote(entry, clause, index);
  const standing = noun < 0 ? standingOf(clause, index) : explainedStanding(noun, index);
  return telling(
    entry,
    clause.predicate,
    told,
    quote,
    tried(entry, clause, standing, index),
    index,
    found,
    clause,
  );
}

/** "Agria announced that it would march": a pronoun that nobody else explains is the speaker. */
function speakersOf(
  clause: Clause,
  index: TextIndex,
  actors: Findings["actors"],
): readonly Phrase[] | undefined {
  const { doc } = index;
  const above = clause.role === "content" ? index.parent(clause) : undefined;
  const [agent, second] = clause.agents;
  if (agent === undefined || second !== undefined) return undefined;
  const asked = askedBeside(clause, index, actors);
  if (asked.length > 0) return asked;
  // "Said they attempted to storm it": whoever attempted it said so.
  if (above !== undefined && clause.inherited && (above.role === "content" || !index.isReporting(above)))
    return speakersOf(above, index, actors);
  const owned = ownerOf(agent, doc);
  if (owned !== undefined) {
    const isKnown = meantBy(agent, doc, actors, "subject").length > 0;
    return isKnown ? undefined : subjectsBefore(clause, owned === "its", index, actors);
  }
  const pronoun = wordOf(doc, agent.head).toLowerCase();
  if (!/^(?:it|they|he|she)$/.test(pronoun) || actorsOf(agent, doc, actors).length > 0) return undefined;
  // "Wants the Union to lift the embargo that it imposed": whoever has it to lift.
  const outer = clause.role === "relative" ? index.parent(clause) : undefined;
  const owner = outer?.nominal ? index.parent(outer) : outer;
  if (owner !== undefined && !owner.nominal && owner.agents.length === 1) return owner.agents;
  if (above !== undefined) return index.isReporting(above) ? above.agents : undefined;
  return pronoun === "they" ? undefined : subjectsBefore(clause, pronoun === "it", index, actors);
}

/** "Calls on both sides to keep the truce": they are to keep it, whoever the parser lends the verb as its subject. */
function askedBeside(clause: Clause, index: TextIndex, actors: Findings["actors"]): readonly Phrase[] {
  const above = clause.mood === "infinitive" ? index.parent(clause) : undefined;
  if (above?.lemma.split(" ")[0] !== "call" || above.passive) return [];
  if (!clause.agents.every(({ head }) => above.agents.some((one) => one.head === head))) return [];
  return above.obliques
    .filter(({ preposition }) => preposition === "on" || preposition === "upon")
    .map(({ phrase }) => phrase)
    .filter((phrase) => isPaired(phrase, index.doc) || meantBy(phrase, index.doc, actors).length > 0);
}

/** The pronoun of "its coast guard", "his troops": whose forces act. */
function ownerOf({ head }: Phrase, doc: Doc): string | undefined {
  if (!isOfKind(lemmaOf(doc, head).toLowerCase(), "force")) return undefined;
  const owner = childrenOf(treeOf(doc), head).find((child) => deprelOf(doc, child) === "nmod:poss");
  const word = owner === undefined ? "" : wordOf(doc, owner).toLowerCase();
  return /^(?:its|his|her)$/.test(word) ? word : undefined;
}

/** Whoever a sentence is about stays its subject: "He", "It" at the head of the next. */
function subjectsBefore(
  { sentence, start }: Clause,
  isThing: boolean,
  index: TextIndex,
  actors: Findings["actors"],
): readonly Phrase[] | undefined {
  const { doc } = index;
  for (let back = 0; back <= 1; back++) {
    const subjects = index
      .in(sentence - back)
      .filter(({ nominal, end, role }) => !nominal && end <= start && role !== "relative")
      .flatMap(({ agents, patients, passive }) => (passive ? patients : agents));
    const fitting = subjects.filter((phrase) => {
      const [who, other] = meantBy(phrase, doc, actors);
      if (who === undefined || other !== undefined) return false;
      const kind = kindOf(who.id, actors);
      return isThing ? kind !== "person" && kind !== "unnamed" : kind === "person";
    });
    const last = fitting.at(-1);
    if (last !== undefined) return [last];
  }
  return undefined;
}

/** "Demanded that Agria leave the valley": who is to do it. */
function askedOf(clause: Clause, index: TextIndex): readonly Phrase[] {
  return index
    .below(clause)
    .filter(({ role, mood, inherited }) => role === "content" && mood !== "infinitive" && !inherited)
    .flatMap(({ agents }) => agents);
}

/** "Threatened to sanction Agria", "to leave unless Agria signs": whom the words below name, where the verb names nobody. */
function aimedAt(clause: Clause, index: TextIndex): readonly Phrase[] {
  const content = index.below(clause).filter(({ role }) => role === "content" || role === "purpose");
  const conditions = [clause, ...content]
    .flatMap((one) => index.below(one))
    .filter(({ role }) => role === "condition");
  // Whoever is to meet the condition is threatened.
  const bound = conditions.flatMap(({ agents }) => agents);
  if (bound.length > 0) return bound;
  return content.flatMap(({ patients, recipients, obliques }) => [
    ...patients,
    ...recipients,
    ...obliques.map(({ phrase }) => phrase),
  ]);
}

/** "Tried to attack" is an attack; "tried to hold talks" is not yet a meeting. */
function tried(entry: Entry, clause: Clause, standing: Standing, index: TextIndex): Standing {
  // "Failed to ratify": refused.
  if (entry.subtype.startsWith("refusal of ") && standing.status === "held")
    return { ...standing, status: "refused" };
  if (isLasting(entry, clause, standing)) return { ...standing, status: "ongoing" };
  const above = index.parent(clause);
  if (above === undefined || clause.role !== "content") return standing;
  const needsConsent = CONSENT.has(entry.type) && !entry.verbal;
  if (index.outlook(above)?.outlook === "try" && needsConsent) return { ...standing, status: "possible" };
  return standing;
}

/** "Has backed Agria since May": it goes on. */
function isLasting({ subtype }: Entry, { aspect, tense, obliques }: Clause, { status }: Standing): boolean {
  if (status !== "held" || tense !== "present" || !aspect.startsWith("perfect")) return false;
  return LASTING.has(subtype) && obliques.some(({ preposition }) => preposition === "since");
}

function nounTelling(entry: Entry, token: number, index: TextIndex, found: Surroundings): Telling {
  const told = nounArguments(entry, token, index);
  const clause = index.slotOf(measureOf(index.doc, token))?.clause;
  const date = dateBeside(token, index.doc, found.datesAt);
  const quote = hull([nounQuote(index.doc, token), ...told.used, ...(date ? [date.at[0]] : [])]);
  return telling(
    entry,
    token,
    told,
    quote,
    nounStandingIn(entry, token, clause, index),
    index,
    found,
    clause,
  );
}

/** "Agria will not be invited to the talks" denies no talks, and tells no more of them than whether they are to come. */
function nounStandingIn(entry: Entry, token: number, clause: Clause | undefined, index: TextIndex): Standing {
  if (clause === undefined || !isUninvited(clause)) return nounStanding(entry, token, index);
  const standing = nounStanding(entry, token, { ...index, slotOf: () => undefined });
  const isAhead = clause.tense === "future" && !standing.certain;
  return isAhead ? { ...standing, status: "planned" } : standing;
}

function telling(
  entry: Entry,
  token: number,
  told: Arguments,
  quote: Range,
  standing: Standing,
  index: TextIndex,
  found: Surroundings,
  clause: Clause | undefined,
): Telling {
  const { doc } = index;
  return {
    entry,
    token,
    sentence: doc.sentence[token]!,
    quote,
    standing,
    status: standing.status,
    noun: entry.part === "n",
    heading: false,
    definite: entry.part === "n" && isDefinite(token, doc),
    ...castOf(entry, told, doc, found.actors),
    ...settingOf(entry, token, told, quote, doc, found),
    ...(clause === undefined ? {} : { clause }),
  };
}

function isDefinite(token: number, doc: Doc): boolean {
  const tree = treeOf(doc);
  const children = [...childrenOf(tree, token), ...childrenOf(tree, measureOf(doc, token))];
  if (children.some((child) => INTRODUCING.has(wordOf(doc, child).toLowerCase()))) return false;
  return children.some((child) => {
    const relation = deprelOf(doc, child);
    return relation === "nmod:poss" || (relation === "det" && DEFINITE.has(wordOf(doc, child).toLowerCase()));
  });
}

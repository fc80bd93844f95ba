/** Which tellings are events of the record: somebody acts, the text does not deny it, and it is told only once. */
import type { Clause } from "../../language/clause.ts";
import { caseOf } from "../../language/clauses/phrase.ts";
import { childrenOf, treeOf } from "../../language/clauses/tree.ts";
import { deprelOf, lemmaOf, uposOf, wordOf } from "../../language/doc.ts";
import type { Findings } from "../../record/reading.ts";
import { overlap } from "../../record/span.ts";
import { isOffTopic } from "../genre.ts";
import { isAdjectiveOfState } from "./adjective.ts";
import { isDescription } from "./description.ts";
import { isJourney, withoutJourneys } from "./journey.ts";
import { isOfKind, verbEntries } from "./lexicon.ts";
import { kindOf } from "./locate.ts";
import { isDecided } from "./standing.ts";
import type { Telling } from "./telling.ts";
import type { TextIndex } from "./text-index.ts";

/** Whether somebody may do these is a position, no event. */
const CONSENTING: ReadonlySet<string> = new Set([
  "acceptance",
  "approval",
  "consent",
  "readiness",
  "acceptance of demands",
]);
const OFFERS: ReadonlySet<string> = new Set(["offer", "pledge"]);
const POTENTIAL = /^(?:can|could|may|might|should|must)$/;
/** Types that need no object: somebody marches, resigns, strikes. */
const ALONE: ReadonlySet<string> = new Set([
  "PROTEST",
  "RETREAT",
  "CONSULT",
  "ASSAULT",
  "MOBILIZE",
  "CONCEDE",
]);
/** What a spokesman declines to do. */
const SILENT: ReadonlySet<string> = new Set(
  "say comment discuss answer elaborate confirm disclose speculate reveal specify name identify give".split(
    " ",
  ),
);
/** Verbs of going that tell of a visit only where a place or somebody is named. */
const VAGUE = /^(?:go|come|return|head|land|drive|fly) /;
const SAYINGS: ReadonlySet<string> = new Set(["AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"]);

/** The tellings that are kept. */
export function worthTelling(
  tellings: readonly Telling[],
  index: TextIndex,
  actors: Findings["actors"],
): Telling[] {
  if (!isPublicAffair(actors) || isOffTopic(index.doc)) return [];
  const kept = tellings.filter((telling) => isWorthTelling(telling, index, actors));
  return withoutEchoes(withoutJourneys(withoutShells(kept, index), index), index);
}

/**
 * Whether a text is about states and those who speak or fight for them, or about an organisation or office that is
 * known: clubs, companies and characters of a novel meet, demand and hold their fire too.
 */
export function isPublicAffair(actors: Findings["actors"]): boolean {
  return actors.some((actor) => {
    const { kind, entry, represents, name, mentions, roles } = actor;
    if (kind === "outlet") return false;
    if (kind === "state" || represents !== undefined || entry !== undefined) return true;
    const words = [name, ...mentions.map(({ text }) => text), ...roles.map(({ title }) => title)]
      .join(" ")
      .split(/[^\p{L}]+/u);
    return words.some(
      (word) =>
        isAdjectiveOfState(word) ||
        // "Nigerians": a people, by its adjective.
        (word.endsWith("s") && isAdjectiveOfState(word.slice(0, -1))) ||
        // "The king", "an ambassador": tales have them too.
        (kind !== "unnamed" && isOfKind(word.toLowerCase(), "public")),
    );
  });
}

function isWorthTelling(telling: Telling, index: TextIndex, actors: Findings["actors"]): boolean {
  const { standing, status, participants, recipients, entry } = telling;
  if (standing.negated && !standing.denied && status !== "refused" && status !== "cancelled") return false;
  if (isDescription(telling, index)) return false;
  const people = participants.length + recipients.length;
  if (entry.needsBoth && people < 2 && !isSaidOfSomebody(telling, index)) return false;
  if (telling.noun ? !isNounWorth(telling, people, index) : !isVerbWorth(telling, index, actors))
    return false;
  // "A second round will be held in Velden on Monday": whose it is goes without saying.
  const isDated = telling.noun && status === "planned" && telling.time !== undefined;
  if (isDated && entry.subtype === "round of talks" && telling.place !== undefined) return true;
  // "The truce would begin on Sunday".
  if (isDated && entry.subtype === "ceasefire" && standing.certain && !standing.conditional) return true;
  // "The shelling of Velden".
  if (telling.noun && entry.type === "ASSAULT" && entry.frame === "onto" && isOfPlace(telling, index))
    return true;
  if (participants.length > 0 || (recipients.length > 0 && entry.type === "ASSAULT" && !entry.verbal))
    return true;
  return isUndergone(telling, index);
}

/** "The shelling of Velden", told as a fact. */
function isOfPlace({ token, place, status, entry }: Telling, { doc }: TextIndex): boolean {
  const isTold = status === "held" || status === "ongoing";
  if (place === undefined || !isTold || entry.subtype === "war") return false;
  const tree = treeOf(doc);
  return childrenOf(tree, token).some(
    (child) =>
      child > token &&
      deprelOf(doc, child) === "nmod" &&
      /^(?:of|on)$/.test(caseOf(doc, tree, child)) &&
      uposOf(doc, child) === "PROPN",
  );
}

/** "A blast killed nine in Velden": nobody knows yet whose it was. */
function isWeapon(noun: string): boolean {
  return ["bomb", "missile", "blast"].some((kind) => isOfKind(noun.toLowerCase(), kind));
}

/** Types that are told though nobody says who did it. */
const SUFFERED: ReadonlySet<string> = new Set(["ASSAULT", "COERCE", "RETREAT", "CONCEDE", "SANCTION"]);

/** "Nine people were killed in Velden", "the sanctions were lifted on Monday": told as a fact, with a place or a date. */
function isUndergone(
  { entry, clause, standing, status, noun, place, time }: Telling,
  { doc }: TextIndex,
): boolean {
  if (noun || clause === undefined) return false;
  const isByThing =
    entry.type === "ASSAULT" && clause.agents.some(({ head }) => isWeapon(lemmaOf(doc, head)));
  if (!isByThing && (!clause.passive || clause.agents.length > 0)) return false;
  // "Were reported killed" is as good as "were killed", "Odo Lund, jailed in May" is not.
  const isSetOff = clause.predicate > 0 && wordOf(doc, clause.predicate - 1) === ",";
  if (clause.inherited && (isSetOff || (clause.role !== "content" && clause.role !== "conjunct")))
    return false;
  // Broken-off talks are told by their noun.
  if (
    (entry.kind === "meeting" && entry.subtype !== "exclusion") ||
    entry.verbal ||
    !SUFFERED.has(entry.type) ||
    !standing.certain ||
    standing.negated
  )
    return false;
  return (
    (status === "held" || status === "planned" || status === "cancelled") &&
    (place !== undefined || time !== undefined)
  );
}

/** "Urged both governments to", "suspects it of": whom it is said of is plain, though no actor is known by it. */
function isSaidOfSomebody({ clause, entry, participants }: Telling, index: TextIndex): boolean {
  if (clause === undefined) return false;
  if (entry.type === "ACCUSE" && participants.length > 0)
    return clause.patients.some(({ head }) => uposOf(index.doc, head) === "PRON");
  if (entry.type !== "REQUEST") return false;
  const asked = [...clause.recipients, ...clause.patients].some(
    ({ head }) => uposOf(index.doc, head) === "NOUN",
  );
  return asked && index.below(clause).some(({ mood, role }) => role === "content" && mood === "infinitive");
}

/** A noun alone says little: it needs two sides, or a date, a place or a verb that says how far the event has come. */
function isNounWorth(telling: Telling, people: number, index: TextIndex): boolean {
  const { entry, participants, standing, status, place, time, clause } = telling;
  if (SAYINGS.has(entry.type) && (entry.verbal || entry.type === "AGREE")) {
    // An offer that is rejected was made all the same: it is told where it was made.
    const made = clause !== undefined && index.outlook(clause)?.outlook === "light";
    if (
      (people < 2 && entry.subtype !== "joint statement") ||
      (entry.frame === "onto" && (status !== "held" || !made))
    )
      return false;
  }
  if (entry.type !== "CONSULT") return true;
  // "Calls for calm", "his call": on the phone are two.
  if ((entry.pattern === "call" || entry.pattern === "diplomacy") && participants.length < 2) return false;
  // "Said after the meeting": which meeting is told elsewhere.
  if (participants.length < 2 && place === undefined && time === undefined && isAside(telling, index))
    return false;
  return participants.length > 1 || standing.certain || place !== undefined || time !== undefined;
}

/** "The minister said after the meeting": only the occasion of what somebody says. */
function isAside({ clause, token }: Telling, index: TextIndex): boolean {
  if (clause === undefined || !index.isReporting(clause)) return false;
  return clause.obliques.some(({ phrase }) => phrase.head === token);
}

/** "Opened fire to disperse them": an aim, where the verb above says nothing of how far it has come. */
function isAim(clause: Clause, index: TextIndex): boolean {
  const above = index.parent(clause);
  if (above === undefined || clause.role !== "content" || clause.mood !== "infinitive") return false;
  if (above.patients.length === 0 || above.recipients.length > 0 || index.isReporting(above)) return false;
  const asked = verbEntries(above.lemma.split(" ")[0]!).some(
    ({ type }) => type === "REQUEST" || type === "COERCE",
  );
  return !asked && index.outlook(above) === undefined;
}

function isVerbWorth(telling: Telling, index: TextIndex, actors: Findings["actors"]): boolean {
  const { entry, clause, status, participants } = telling;
  if (clause === undefined) return true;
  if (
    clause.role === "purpose" &&
    !isJourney(clause, index) &&
    !isDecided(clause, index.parent(clause), index)
  )
    return false;
  if (status === "possible" && CONSENTING.has(entry.subtype)) return false;
  if (entry.subtype === "readiness" && clause.tense === "none") return false;
  if (isCapability(clause, index) || isInterview(telling, index, actors)) return false;
  // "Would welcome observers": a wish, no reception.
  if (entry.subtype === "hosting" && entry.words[0] === "welcome" && clause.modal === "would") return false;
  // "Suspected of seeking arms": what somebody is accused of are deeds, not words.
  const above = index.parent(clause);
  if (entry.verbal && clause.mood === "participle" && above !== undefined && isAccusing(above)) return false;
  // "We can offer some relief": an offer that could be made is none.
  if (
    status === "possible" &&
    entry.type === "AGREE" &&
    OFFERS.has(entry.subtype) &&
    POTENTIAL.test(clause.modal)
  )
    return false;
  if (isAim(clause, index)) return false;
  // "The envoy left Agria without a deal": no troops leave.
  if (
    entry.pattern === "leave <land>" &&
    clause.agents.some(({ head }) => isOfKind(lemmaOf(index.doc, head), "envoy"))
  )
    return false;
  // "The premier, asked whether he was glad, replied": he asks for nothing.
  const isAsked = entry.words[0] === "ask" && wordOf(index.doc, clause.predicate) === "asked";
  if (isAsked && !clause.passive && wordOf(index.doc, clause.predicate - 1) === ",") return false;
  // "Went to the polls".
  const nowhere = telling.place === undefined && telling.recipients.length === 0;
  if (entry.subtype === "visit" && VAGUE.test(entry.pattern) && nowhere) return false;
  if (entry.verbal && telling.standing.conditional && status === "possible") return false;
  const below = index.below(clause);
  // "Declined to comment", "refused to say whether".
  const isSilent = below.some(({ lemma, mood }) => mood === "infinitive" && SILENT.has(lemma.split(" ")[0]!));
  if (entry.subtype === "refusal" && isSilent) return false;
  // "Declined to discuss details": nobody was refused a meeting.
  if (entry.pattern === "discuss" && status === "refused" && participants.length < 2) return false;
  const alone = clause.patients.length + clause.recipients.length + clause.obliques.length === 0;
  if (
    alone &&
    below.length === 0 &&
    entry.frame === "onto" &&
    telling.recipients.length === 0 &&
    !ALONE.has(entry.type) &&
    // "Agria refused": what was asked is told before.
    !(entry.subtype === "refusal" && status === "held" && clause.tense === "past")
  )
    return false;
  // "Agreed that the talks would help" is a statement.
  if (
    entry.subtype === "agreement" &&
    below.some(({ role, mood }) => role === "content" && mood === "statement")
  )
    return false;
  if (clause.mood === "participle" && clause.inherited && alone) return false;
  // "All the prisoners they hold" says which prisoners, no more.
  if (clause.role === "relative" && status === "ongoing" && clause.marker === "") return false;
  // "Two officials briefed on the talks said", taken for a finite verb: nobody is briefed by them.
  const isBriefed = entry.pattern === "brief" && !clause.passive && clause.patients.length === 0;
  const areBriefed = entry.pattern === "brief" && clause.passive && clause.mood === "participle";
  if ((isBriefed || areBriefed) && /^(?:on|about)$/.test(wordOf(index.doc, clause.predicate + 1)))
    return false;
  // "Traders who spoke to the Lake Bank": of those who spoke, nobody is known.
  const isTalk = entry.type === "CONSULT" && /^(?:speak|talk)\b/.test(entry.pattern);
  if (isTalk && participants.length < 2 && clause.role === "relative" && clause.agents.length > 0)
    return false;
  // "An official briefed on the talks" describes a source.
  const unnamed = participants.every(({ id }) => kindOf(id, actors) === "unnamed");
  return !(clause.role === "participle" && clause.passive && unnamed);
}

/** What one has or lacks to do something with: whether he does it is another matter. */
const CAPABILITIES: ReadonlySet<string> = new Set(
  "means ability capability capacity power right wherewithal technology know-how skill resource strength".split(
    " ",
  ),
);

/** "The means to build a bomb", "the right to enrich". */
function isCapability(clause: Clause, { doc }: TextIndex): boolean {
  const above = doc.head[clause.predicate]!;
  if (clause.mood !== "infinitive" || above < 0) return false;
  return (
    CAPABILITIES.has(lemmaOf(doc, above).toLowerCase()) || CAPABILITIES.has(wordOf(doc, above).toLowerCase())
  );
}

/** Those whose work it is to be spoken to. */
const LISTENING: ReadonlySet<string> = new Set(
  "reporter journalist newspaper press media outlet broadcaster channel station radio television correspondent magazine paper agency crowd audience viewer reader".split(
    " ",
  ),
);

/** "Spoke to this newspaper", "talked to reporters": an interview. */
function isInterview(
  { entry, clause, participants }: Telling,
  { doc }: TextIndex,
  actors: Findings["actors"],
): boolean {
  if (clause === undefined || entry.type !== "CONSULT" || !/^(?:speak|talk|brief|meet)\b/.test(entry.pattern))
    return false;
  const others = [...clause.patients, ...clause.recipients, ...clause.obliques.map(({ phrase }) => phrase)];
  if (others.some(({ head }) => LISTENING.has(lemmaOf(doc, head).toLowerCase()))) return true;
  return participants.some(({ id }) => kindOf(id, actors) === "outlet");
}

function isAccusing({ lemma }: Clause): boolean {
  return verbEntries(lemma).some(
    ({ type, verbal, words, kind }) =>
      type === "ACCUSE" && verbal && words.length === 1 && kind === undefined,
  );
}

/** "Agreed to meet" and "refused to meet" are one event, the meeting: the verb gives it its status. */
function withoutShells(tellings: readonly Telling[], index: TextIndex): Telling[] {
  const filled = new Set<Clause>();
  const objects = new Map<Clause, Telling[]>();
  for (const telling of tellings) {
    if (telling.clause === undefined) continue;
    const above = index.parent(telling.clause);
    const isObject = telling.clause.role === "content" || telling.clause.role === "purpose";
    if (!telling.noun && above && (isObject || telling.clause.role === "participle")) filled.add(above);
    if (telling.noun) objects.set(telling.clause, [...(objects.get(telling.clause) ?? []), telling]);
  }
  const kept = tellings.filter(
    ({ clause, noun }) => noun || clause === undefined || !isForsworn(clause, index),
  );
  return kept.filter(({ entry, noun, clause, quote }) => {
    if (!noun && clause && index.below(clause).some((below) => isForsworn(below, index))) return true;
    const shell = entry.type === "AGREE" || entry.subtype === "refusal" || entry.pattern === "rule out";
    if (!shell || noun || clause === undefined) return true;
    return !filled.has(clause) && !objects.get(clause)?.some((inner) => overlap(quote, inner.quote));
  });
}

/** "Agreed not to use force": what is agreed is told, not the use of force. */
function isForsworn(clause: Clause, index: TextIndex): boolean {
  const above = index.parent(clause);
  if (above === undefined || !clause.negated || clause.mood !== "infinitive") return false;
  return FORSWEARING.has(above.lemma.split(" ")[0]!);
}

const FORSWEARING: ReadonlySet<string> = new Set([
  "agree",
  "promise",
  "pledge",
  "vow",
  "undertake",
  "commit",
  "swear",
]);

/** "The deal discussed between Agria and Belmark" is told by its noun. */
function withoutEchoes(tellings: readonly Telling[], { doc }: TextIndex): Telling[] {
  const nouns = new Set(tellings.filter(({ noun }) => noun).map(({ token }) => token));
  // "A Belmarkian air strike killed nine": the verb tells it.
  const struck = new Set(
    tellings.flatMap(({ noun, clause, entry }) =>
      !noun && entry.type === "ASSAULT" ? (clause?.agents ?? []).map(({ head }) => head) : [],
    ),
  );
  return tellings.filter(({ noun, token, clause, entry }) =>
    noun
      ? entry.type !== "ASSAULT" || !struck.has(token)
      : clause?.role !== "participle" || !nouns.has(doc.head[token]!),
  );
}

/**
 * What is given for what: "Agron would lift the blockade if Belmark pulled back". Read once, for proposals (terms with a
 * condition and a consequence) and for positions (an offer, and the demand that stands in its condition).
 */
import type { Clause, Phrase } from "../../language/clause.ts";
import {
  childClauses,
  clausesIn,
  conditionsOf,
  contentOf,
  isReporting,
} from "../../language/clauses/query.ts";
import type { Reference } from "../../record/finding.ts";
import type { Range } from "../../record/span.ts";
import { core, trimmed } from "../positions/extent.ts";
import { holderOf, holdersOf, parties, sameSide } from "../positions/holders.ts";
import { lemmaAt, type Scene, statementTelling } from "../positions/scene.ts";
import { stanceLexicon } from "../positions/stances.ts";
import { proposalLexicon } from "./lexicon.ts";

export interface Exchange {
  /** Who would give, or would not give without. */
  readonly holder: readonly Reference[];
  /** The clauses that tell what would be given, co-ordinated ones apart. */
  readonly given: readonly [Clause, ...Clause[]];
  readonly price: Price;
  /** "will not sign unless", "no talks without": told as what is kept back until then. */
  readonly withheld: boolean;
  /** Where the telling of what would be given begins: at its subject, wherever the tree has hung it. */
  readonly start: number;
}

/** What is asked in return. */
export interface Price {
  /** The words of the condition, without the word that introduces it. */
  readonly range: Range;
  /** From the word that introduces it. */
  readonly outer: Range;
  /** The clause that tells it, where a verb does. */
  readonly clause?: Clause;
}

/** Modals by which somebody says what they would do. */
const WILLING = new Set([
  "will",
  "would",
  "can",
  "could",
  "may",
  "might",
  "be ready to",
  "be prepared to",
  "be willing to",
]);

/** What is done to somebody as a penalty is no gift, whatever it hangs on. */
const PUNISHING = new Set(
  "impose retaliate respond ban expel sanction seize punish hit escalate attack strike invade raise collapse fail die lose need help mean come happen".split(
    " ",
  ),
);

/** Conditions that ask what is the case and not for anything. */
const NO_PRICE = new Set([
  "whether",
  "in case",
  "in case of",
  "lest",
  "depending on",
  "pending",
  "should",
  "had",
]);
const AFTERWARDS = new Set(["once", "as soon as"]);
const UNTIL = new Set(["until", "till", "not until", "before"]);

/** "Will not leave as long as the siege lasts" would turn the condition round: that one is no price. */
const KEEPING_BACK = /^(?:unless|until|till|before|without)\b/iu;

const INTRODUCING =
  /^(?:and\s+|but\s+)?(?:only\s+)?(?:if|unless|provided(?:\s+that)?|providing(?:\s+that)?|as\s+long\s+as|so\s+long\s+as|once|as\s+soon\s+as|after|until|till|before|when|assuming(?:\s+that)?|on\s+(?:the\s+)?condition\s+(?:that|of)|on\s+the\s+understanding\s+that|in\s+(?:exchange|return)\s+for|with|without|about|as|should|subject\s+to|contingent\s+(?:up)?on|conditional\s+on|dependent\s+on|in\s+the\s+event\s+(?:that|of))\s+/iu;

/** A range without the word that makes it a condition. */
export function withoutMarker(text: string, range: Range): Range {
  const marker = INTRODUCING.exec(text.slice(range.start, range.end))?.[0].length ?? 0;
  return marker < range.end - range.start ? { start: range.start + marker, end: range.end } : range;
}

function priceOfClause(scene: Scene, clause: Clause): Price {
  const { text } = scene.doc;
  const inverted = invertedFrom(scene, clause);
  const from = inverted ?? markerStart(text, clause);
  const outer = core(scene, { start: from, end: beforeSaying(scene, clause, from) });
  const whole = { start: Math.min(from, outer.start), end: outer.end };
  const told =
    inverted === undefined ? clause : { ...clause, agents: behindShould(clause, inverted + SHOULD) };
  return { outer: whole, range: withoutMarker(text, whole), clause: told };
}

const SHOULD = "should ".length;

/** "honour a truce should the troops retire": where "should" stands before its subject. */
function invertedFrom(scene: Scene, clause: Clause): number | undefined {
  if (clause.marker !== "should" && !/^should\s/iu.test(scene.doc.text.slice(clause.start, clause.end)))
    return undefined;
  const at = scene.doc.text.slice(clause.start, scene.doc.start[clause.predicate]).search(/\bshould\s/iu);
  return at < 0 ? undefined : clause.start + at;
}

function behindShould({ agents }: Clause, start: number): readonly Phrase[] {
  return agents
    .filter(({ end }) => end > start)
    .map((phrase) => ({ ...phrase, start: Math.max(phrase.start, start) }));
}

/** "as soon as": the first words of a marker may stand before what the tree counts to the clause. */
function markerStart(text: string, { start, marker }: Clause): number {
  const words = marker.split(" ");
  for (let from = 0; from < words.length; from++) {
    const missing = `${words.slice(0, words.length - from).join(" ")} `;
    const before = text.slice(Math.max(0, start - missing.length), start);
    if (before.toLowerCase() === missing) return start - missing.length;
  }
  return start;
}

/** "Unless they leave, he said, …": what says so is no part of the condition. */
function beforeSaying(scene: Scene, clause: Clause, from: number): number {
  const saying = clause.parent >= 0 ? [scene.clauses[clause.parent]!] : [];
  const others = [...saying, ...childClauses(scene.clauses, clause)].filter(
    (each) => isReporting(each) && each.agents.length > 0,
  );
  const starts = others.map((each) =>
    Math.min(scene.doc.start[each.predicate]!, ...each.agents.map(({ start }) => start)),
  );
  return Math.min(clause.end, ...starts.filter((start) => start > from + 4));
}

function priceOfPhrase(scene: Scene, phrase: Phrase, preposition: string): Price {
  const before = scene.doc.text.slice(Math.max(0, phrase.start - 40), phrase.start);
  const marker = new RegExp(`(?:\\bonly\\s+)?\\b${preposition.replaceAll(" ", "\\s+")}\\s+$`, "i").exec(
    before,
  );
  const start = phrase.start - (marker?.[0].length ?? 0);
  return { outer: { start, end: phrase.end }, range: { start: phrase.start, end: phrase.end } };
}

/** What has to come first for one of the clauses; the first found. */
export function priceFor(scene: Scene, clauses: readonly Clause[], negated: boolean): Price | undefined {
  const readiness = clauses.slice(0, 1).flatMap((clause) => readinessAbove(scene, clause));
  for (const clause of [...clauses, ...readiness]) {
    const told = conditionBelow(scene, clause, negated);
    if (told) return priceOfClause(scene, told);
    const [oblique] = conditionsOf(scene.clauses, clause).obliques.filter(
      ({ preposition }) => !NO_PRICE.has(preposition),
    );
    if (oblique) return priceOfPhrase(scene, oblique.phrase, oblique.preposition);
    const after = clause.obliques.find(
      ({ preposition, phrase }) =>
        (preposition === "after" && /\bonly\s/iu.test(scene.doc.text.slice(clause.start, phrase.start))) ||
        (negated && (preposition === "without" || preposition === "before" || preposition === "until")),
    );
    if (after && !isDate(scene, after.phrase)) return priceOfPhrase(scene, after.phrase, after.preposition);
  }
  return undefined;
}

/** The clause that tells the condition: below the clause, or below the words that say who said it ("…, he said, provided …"). */
function conditionBelow(scene: Scene, clause: Clause, negated: boolean): Clause | undefined {
  const own = childClauses(scene.clauses, clause);
  const asides = own.filter(({ role }) => role === "parenthesis");
  const above = clause.parent >= 0 ? scene.clauses[clause.parent] : undefined;
  const said =
    above && clause.role === "content" && clause.marker === "" && isReporting(above) ? [above] : [];
  const beside = [...asides, ...said]
    .flatMap((each) => childClauses(scene.clauses, each))
    .filter(({ id, sentence }) => id !== clause.id && sentence === clause.sentence);
  for (const below of [own, beside]) {
    const found =
      below.find((each) => isCondition(scene, each)) ??
      below.find(
        ({ role, marker, nominal, tense }) =>
          !nominal &&
          role === "time" &&
          (AFTERWARDS.has(marker) || (negated && UNTIL.has(marker) && isToCome(clause, tense))),
      ) ??
      providedThat(scene, below);
    if (found) return found;
  }
  return undefined;
}

/** "will not sign, he said before he left": what is past is no price for what is to come. */
function isToCome({ modal }: Clause, tense: Clause["tense"]): boolean {
  return tense !== "past" || modal === "would" || modal === "could";
}

function isCondition(scene: Scene, clause: Clause): boolean {
  if (clause.nominal) return false;
  if (clause.modal === "should" && (clause.role === "parenthesis" || clause.marker === "should"))
    return invertedFrom(scene, clause) !== undefined;
  return clause.role === "condition" && !NO_PRICE.has(clause.marker);
}

const READINESS = new Set(["ready", "willing", "prepared", "stand", "remain", "happy"]);

/** "stands ready to provide": the clauses above an infinitive that say that somebody would. */
function readinessAbove(scene: Scene, clause: Clause): Clause[] {
  const above: Clause[] = [];
  let at = clause;
  while (
    at.role === "content" &&
    at.parent >= 0 &&
    READINESS.has(scene.clauses[at.parent]!.lemma) &&
    above.length < 3
  ) {
    at = scene.clauses[at.parent]!;
    above.push(at);
  }
  return above;
}

/** "until Friday" is a date and no price. */
function isDate(scene: Scene, { start, end }: Phrase): boolean {
  return /\b(?:\d|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?|\b(?:week|month|year|day|today|tomorrow|noon|midnight|spring|summer|autumn|winter)s?\b/iu.test(
    scene.doc.text.slice(start, end),
  );
}

/** ", provided they are unarmed": read by the tree as a second verb. */
function providedThat(scene: Scene, below: readonly Clause[]): Clause | undefined {
  const provided = below.find(
    ({ lemma, start }) =>
      lemma === "provide" && /^(?:only\s+)?provided\b/iu.test(scene.doc.text.slice(start, start + 20)),
  );
  return provided && contentOf(scene.clauses, provided)[0];
}

/** The clause and the verbs co-ordinated to it that share who acts and how. */
function membersOf(scene: Scene, clause: Clause): readonly [Clause, ...Clause[]] {
  const joined = childClauses(scene.clauses, clause).filter(
    ({ role, inherited, modal, nominal }) =>
      role === "conjunct" && inherited && !nominal && modal === clause.modal,
  );
  return [clause, ...joined];
}

/** Whether the clause goes on from the one before with the same doer: told there. */
function isContinuation(scene: Scene, clause: Clause): boolean {
  const parent = clause.parent >= 0 ? scene.clauses[clause.parent] : undefined;
  return clause.role === "conjunct" && clause.inherited && parent?.modal === clause.modal;
}

/** "if the town were attacked": no price that anybody could want paid. */
function isHarm(price: Price): boolean {
  const { clause } = price;
  if (clause === undefined) return false;
  return proposalLexicon().harming.has(clause.lemma) && !clause.negated;
}

/** "would halt its pull-back": who would stop what is good to have, threatens. */
function isThreat(scene: Scene, clause: Clause): boolean {
  const { stopping, cherished } = proposalLexicon();
  const isCherished = ({ start, head }: Phrase) => {
    const words = scene.doc.text.slice(start, scene.doc.end[head]).toLowerCase().split(/\s+/u);
    return cherished.has(lemmaAt(scene, head)) || cherished.has(words.at(-1) ?? "");
  };
  return stopping.has(clause.lemma) && clause.patients.some(isCherished);
}

/** Analysts and traders tell what may come; they put nothing forward, and what they tell is nobody's offer. */
export function isOnlooker(scene: Scene, clause: Clause): boolean {
  const statement = statementTelling(scene, clause);
  if (statement === undefined) return false;
  const text = scene.doc.text.slice(statement.at[0].start, statement.at[0].end).toLowerCase();
  const source = statement.speaker.map(({ name }) => name.toLowerCase()).join(" ");
  return [...proposalLexicon().onlookers].some(
    (word) =>
      source.includes(word) || (statement.speaker.length === 0 && new RegExp(`\\b${word}s?\\b`).test(text)),
  );
}

/** "provide up" of "provide up to 80 observers": the verb without what the tree took for its particle. */
function isYielding(clause: Clause): boolean {
  const { yielding, verbs } = stanceLexicon();
  const [verb = ""] = clause.lemma.split(" ");
  return yielding.has(clause.lemma) || verbs.has(clause.lemma) || yielding.has(verb);
}

/** What a clause gives on a condition, read at the first of co-ordinated verbs; undefined where it gives nothing so. */
export function exchangeIn(scene: Scene, clause: Clause): Exchange | undefined {
  const isReady = isInfinitiveOfReadiness(scene, clause);
  if (clause.nominal || isContinuation(scene, clause) || !(WILLING.has(clause.modal) || isReady))
    return undefined;
  const given = membersOf(scene, clause);
  const price = priceFor(scene, given, clause.negated) ?? (isReady ? priceInWords(scene, clause) : undefined);
  if (price === undefined || isHarm(price) || isThreat(scene, clause) || isOnlooker(scene, clause))
    return undefined;
  // What others think that somebody may do is no offer.
  const isGuess = clause.modal === "may" || clause.modal === "might";
  const isPlain = !isGuess && (isYielding(clause) || isReady);
  if (!isPlain && !isOwnWord(scene, clause, price)) return undefined;
  // "Will not accept it if they are armed" refuses; only what is kept back until something comes is an exchange.
  const isKeptBack =
    clause.negated && KEEPING_BACK.test(scene.doc.text.slice(price.outer.start, price.range.start));
  if (clause.negated && !isKeptBack) return undefined;
  const readiness = readinessAbove(scene, clause);
  const own = giverOf(scene, clause, readiness);
  const holder = own.length === 0 && isOwnWord(scene, clause, price) ? speakerOf(scene, clause) : own;
  if (holder.length === 0) return undefined;
  const top = readiness.at(-1) ?? clause;
  const subjects = top.inherited
    ? []
    : top.agents.filter(({ start, end }) => end <= clause.start && start >= top.start);
  const start = Math.min(clause.start, ...subjects.map((phrase) => phrase.start));
  return { holder, given, price, withheld: clause.negated, start };
}

/** "readiness to reopen", "prepared to hand over": the doing that somebody is said to be ready for. */
function isInfinitiveOfReadiness(scene: Scene, clause: Clause): boolean {
  const above = clause.parent >= 0 ? scene.clauses[clause.parent] : undefined;
  if (above === undefined || clause.role !== "content" || above.negated) return false;
  if (clause.mood !== "infinitive" && clause.marker !== "to") return false;
  const nouns = above.nominal ? (stanceLexicon().nouns.get(above.lemma) ?? []) : [];
  const isGift = nouns.some(({ stance }) => stance === "offers");
  return isGift || (!above.nominal && above.lemma === "prepare" && above.passive);
}

const PRICE_WORDS =
  /\s(?:in\s+(?:return|exchange)\s+for|on\s+(?:the\s+)?condition\s+that|provided(?:\s+that)?|on\s+the\s+understanding\s+that)\s+/iu;

/** "a quota of 900 if the loans stop": a condition that the tree counts to the object. */
const LOST_IF = /(?<=^[^,;:]{4,120}?)\s(?<!\b(?:even|as|what)\s)if\s+/u;

/** What stands in the rest of the sentence behind "in return for", "on condition that", where the tree has lost it. */
export function priceInWords(scene: Scene, clause: Clause): Price | undefined {
  const { doc } = scene;
  const from = doc.end[clause.predicate]!;
  const next = doc.sentences[clause.sentence + 1] ?? doc.size;
  const last = doc.end[next - 1]!;
  const match =
    PRICE_WORDS.exec(doc.text.slice(from, last)) ?? LOST_IF.exec(doc.text.slice(from, clause.end));
  if (match === null) return undefined;
  const start = from + match.index + match[0].length;
  const outer = { start: from + match.index + 1, end: beforeFrame(doc.text, start, last) };
  const told = clausesIn(scene.clauses, doc, { start, end: outer.end }).find(
    (each) => !each.nominal && each.role !== "relative",
  );
  const isVerbal = !/\sfor\s+$/iu.test(match[0]);
  const range = trimmed(doc.text, { start, end: outer.end });
  return {
    outer: { start: outer.start, end: range.end },
    range,
    ...(told && isVerbal ? { clause: told } : {}),
  };
}

/** ", one of the officials said.": the words at the end of a sentence that say who says so. */
function beforeFrame(text: string, start: number, end: number): number {
  const frame = /,\s+(?:[\p{L}'’-]+\s+){1,6}(?:said|says|added|told\s+\p{L}+|reported)\b[^,]*$/u.exec(
    text.slice(start, end),
  );
  return frame ? start + frame.index : end;
}

/** A speaker's own "we could … if they …": given in so many words, whatever the verb. */
function isOwnWord(scene: Scene, clause: Clause, { clause: asked }: Price): boolean {
  const statement = statementTelling(scene, clause);
  if (statement === undefined || asked === undefined || asked.negated || clause.negated) return false;
  if (PUNISHING.has(clause.lemma) || proposalLexicon().harming.has(clause.lemma)) return false;
  const speaker = speakerOf(scene, clause);
  const isNamed = speaker.some(({ id }) =>
    scene.actors.some((actor) => actor.id === id && (actor.kind !== "unnamed" || actor.represents)),
  );
  const giver = holderOf(scene, clause);
  const doer = holdersOf(scene, asked.passive ? asked.patients : asked.agents);
  return (
    isNamed &&
    (giver.length === 0 ? isTheirs(scene, clause) : sameSide(scene, giver, speaker)) &&
    doer.length > 0 &&
    !sameSide(scene, doer, speaker)
  );
}

function speakerOf(scene: Scene, clause: Clause): readonly Reference[] {
  const statement = statementTelling(scene, clause);
  return statement ? parties(scene, statement.speaker) : [];
}

/** "it could", "a meeting could take place": what a speaker may promise, though nobody who is known would do it. */
function isTheirs(scene: Scene, { agents }: Clause): boolean {
  return agents.some(
    ({ start, end, head }) =>
      /^(?:it|they|we|i|he|she)$/iu.test(scene.doc.text.slice(start, end)) ||
      scene.clauses.some(({ nominal, predicate }) => nominal && predicate === head),
  );
}

/** Who would give: who acts; who speaks, where nobody is said to, or where the speaker says that others should be ready. */
function giverOf(scene: Scene, clause: Clause, readiness: readonly Clause[]): readonly Reference[] {
  const statement = statementTelling(scene, clause);
  const speaker = statement ? parties(scene, statement.speaker) : [];
  const isUrged = readiness.some(({ modal }) => stanceLexicon().demandModals.has(modal));
  if (isUrged && speaker.length > 0) return speaker;
  const agents = holderOf(scene, clause);
  return agents.length === 0 && clause.passive ? speaker : agents;
}

/** Something that is made to hang on something else: "tied any relief to a withdrawal", "relief depends on a withdrawal". */
export interface Tie {
  readonly holder: readonly Reference[];
  readonly offered: Range;
  readonly asked: Range;
}

const HANGING = new Set(["depend", "hinge", "rest", "conditional", "contingent", "dependent"]);
const CONDITIONS = new Set(["condition", "precondition", "prerequisite", "requirement"]);

export function tieIn(scene: Scene, clause: Clause): Tie | undefined {
  if (clause.nominal || clause.negated || clause.mood === "question") return undefined;
  return tiedIn(scene, clause) ?? hangingIn(scene, clause) ?? madeCondition(scene, clause);
}

/** "Belmark tied any relief to a withdrawal" */
function tiedIn(scene: Scene, clause: Clause): Tie | undefined {
  if (!stanceLexicon().tying.has(clause.lemma)) return undefined;
  const holder = holderOf(scene, clause);
  const [offered] = clause.patients;
  const inside = childClauses(scene.clauses, clause).find(
    ({ nominal, marker }) => nominal && (marker === "to" || marker === "on"),
  );
  const asked =
    clause.obliques.find(({ preposition }) => preposition === "to" || preposition === "on")?.phrase ?? inside;
  if (holder.length === 0 || offered === undefined || asked === undefined) return undefined;
  const end = Math.max(offered.start + 1, Math.min(offered.end, asked.start));
  return { holder, offered: trimmed(scene.doc.text, { start: offered.start, end }), asked };
}

/** "Any relief depends on a withdrawal, Kastro said": only of who says so. */
function hangingIn(scene: Scene, clause: Clause): Tie | undefined {
  if (!HANGING.has(clause.lemma) || isOnlooker(scene, clause)) return undefined;
  const statement = statementTelling(scene, clause);
  const holder = statement ? parties(scene, statement.speaker) : [];
  const [offered] = clause.agents;
  const asked = clause.obliques.find(
    ({ preposition }) => preposition === "on" || preposition === "upon",
  )?.phrase;
  if (holder.length === 0 || offered === undefined || asked === undefined) return undefined;
  return {
    holder,
    offered,
    asked: { start: asked.start, end: Math.max(asked.end, core(scene, clause).end) },
  };
}

const MADE_CONTINGENT = /\s(?:contingent|conditional|dependent)\s+(?:up)?on\s+/iu;

/** "has made the release of aid contingent on an agreement" */
function madeContingent(scene: Scene, clause: Clause): Tie | undefined {
  const [object] = clause.patients;
  if (clause.lemma !== "make" || object === undefined) return undefined;
  const { text } = scene.doc;
  const joint = MADE_CONTINGENT.exec(text.slice(object.start, clause.end));
  const holder = joint ? holderOf(scene, clause) : [];
  if (joint === null || holder.length === 0) return undefined;
  const offered = { start: object.start, end: object.start + joint.index };
  const asked = core(scene, { start: offered.end + joint[0].length, end: clause.end });
  return { holder, offered, asked };
}

/** "Belmark has made a withdrawal a condition for any talks" */
function madeCondition(scene: Scene, clause: Clause): Tie | undefined {
  if (clause.lemma !== "make" && clause.lemma !== "set") return undefined;
  const contingent = madeContingent(scene, clause);
  if (contingent) return contingent;
  const [asked, condition] = clause.patients;
  const holder = holderOf(scene, clause);
  if (asked === undefined || condition === undefined || holder.length === 0) return undefined;
  if (!CONDITIONS.has(lemmaAt(scene, condition.head))) return undefined;
  const after = scene.doc.end[condition.head]!;
  const behind = /^\s+(?:for|of|to)\s+/iu.exec(scene.doc.text.slice(after, clause.end));
  return behind
    ? { holder, offered: core(scene, { start: after + behind[0].length, end: clause.end }), asked }
    : undefined;
}

/**
 * What is given for what: "Agron would lift the blockade if Belmark pulled back". Read once, for proposals (terms with a
 * condition and a consequence) and for positions (an offer, and the demand that stands in its condition).
 */
import type { Clause, Phrase } from "../../language/clause.ts";
import { childClauses } from "../../language/clauses/query.ts";
import type { Reference } from "../../record/finding.ts";
import { holderOf, holdersOf, parties, sameSide } from "../positions/holders.ts";
import { lemmaAt, type Scene, statementTelling } from "../positions/scene.ts";
import { stanceLexicon } from "../positions/stances.ts";
import { proposalLexicon } from "./lexicon.ts";
import { type Price, priceFor, priceInWords, readinessAbove } from "./price.ts";

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
  "intend to",
]);

/** What is done to somebody as a penalty is no gift, whatever it hangs on. */
const PUNISHING = new Set(
  "impose retaliate respond ban expel sanction seize punish hit escalate attack strike invade raise collapse fail die lose need help mean come happen".split(
    " ",
  ),
);

/** "Will not leave as long as the siege lasts" would turn the condition round: that one is no price. */
const KEEPING_BACK = /^(?:unless|until|till|before|without)\b/iu;

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
function isHarm({ doc }: Scene, { clause, range }: Price): boolean {
  if (clause === undefined) return false;
  if (LEAST.test(doc.text.slice(range.start, range.end))) return true;
  return proposalLexicon().harming.has(clause.lemma) && !clause.negated;
}

/** "if a single shell fell": who names the least that would set something off, warns of it. */
const LEAST = /^(?:an?\s+single|(?:so\s+much\s+as|even)\s+(?:an?|one)|one\s+more)\s/iu;

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
  const price =
    priceFor(scene, given, clause.negated) ?? (clause.negated ? undefined : priceInWords(scene, clause));
  if (price === undefined || isHarm(scene, price) || isThreat(scene, clause) || isOnlooker(scene, clause))
    return undefined;
  // "a clause that Agron could not change without a vote": what somebody is unable to do.
  if (clause.negated && clause.role === "relative" && /^(?:can|could)$/u.test(clause.modal)) return undefined;
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
  const before = scene.doc.text.slice(Math.max(0, clause.start - 20), clause.start);
  const isGift =
    nouns.some(({ stance }) => stance === "offers") || /\b(?:readiness|willingness)\s+$/u.test(before);
  return isGift || (!above.nominal && above.lemma === "prepare" && above.passive);
}

/** A speaker's own "we could … if they …": given in so many words, whatever the verb. */
function isOwnWord(scene: Scene, clause: Clause, { clause: asked }: Price): boolean {
  const statement = statementTelling(scene, clause);
  if (statement === undefined || asked === undefined || asked.negated || clause.negated) return false;
  const speaker = speakerOf(scene, clause);
  // "Agron said that it would come if": no misfortune.
  const isOwnComing = clause.lemma === "come" && sameSide(scene, holderOf(scene, clause), speaker);
  if (PUNISHING.has(clause.lemma) && !isOwnComing) return false;
  if (proposalLexicon().harming.has(clause.lemma)) return false;
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
  // "Agron says that inspectors can return if …": who allows it puts it forward.
  const isAllowed = (clause.modal === "can" || clause.modal === "may") && speaker.length > 0;
  if (isAllowed && agents.length > 0 && !sameSide(scene, agents, speaker)) return speaker;
  if (agents.length > 0) return agents;
  const above = clause.parent >= 0 ? scene.clauses[clause.parent] : undefined;
  if (above && isInfinitiveOfReadiness(scene, clause)) return holderOf(scene, above);
  return clause.passive ? speaker : [];
}

/** Positions that a model sees where no rule knows the turn of phrase. */
import type { Clause } from "../../../language/clause.ts";
import { caseOf, phraseOf } from "../../../language/clauses/phrase.ts";
import { clausesIn, contentOf, isReporting } from "../../../language/clauses/query.ts";
import { childrenOf } from "../../../language/clauses/tree.ts";
import { deprelOf, tokenAt, uposOf } from "../../../language/doc.ts";
import { Features } from "../../../language/model-features.ts";
import type { Reference } from "../../../record/finding.ts";
import type { Stance } from "../../../record/position.ts";
import { contains, overlap, type Range } from "../../../record/span.ts";
import { isOnlooker } from "../../proposals/exchange.ts";
import { priceFor } from "../../proposals/price.ts";
import { actorsIn } from "../../who.ts";
import type { Candidate } from "../candidate.ts";
import { doingsOf } from "../contents.ts";
import { core, quoteOf, trimmed } from "../extent.ts";
import { acting, holderOf, holdersOf, parties } from "../holders.ts";
import { conditionRange, demandInPrice, isAsked, isUrged } from "../rules/frame.ts";
import { isEarlier, isUnnamed, type Scene, statementTelling } from "../scene.ts";
import { stanceLexicon } from "../stances.ts";
import { PlaceView } from "./features.ts";
import { type Place, placesIn } from "./places.ts";
import { CLASSES, stanceScorer } from "./scorer.ts";

/** Score of the model from which on a place is taken to show a stance. */
const LEAST = 600;

const features = new Features();
const scores = new Int32Array(CLASSES.length);

interface Seen {
  readonly place: Place;
  readonly stance: Stance;
  readonly score: number;
}

/** The stance that a place shows, where the model is sure of one. */
function stanceAt(view: PlaceView, place: Place): Seen | undefined {
  view.features(place, features);
  stanceScorer().score(features.keys, features.count, scores);
  let best = 0;
  for (let i = 1; i < CLASSES.length; i++) if (scores[i]! > scores[best]!) best = i;
  const stance = CLASSES[best]!;
  return scores[best]! >= LEAST && stance !== "drops" ? { place, stance, score: scores[best]! } : undefined;
}

/** Stances by which somebody says what he will or will not do himself. */
const OWN_DOING: ReadonlySet<Stance> = new Set<Stance>(["rejects", "accepts", "offers", "considers"]);

interface Held {
  readonly clause: Clause;
  readonly holder: readonly Reference[];
}

function clauseOf(byPredicate: ReadonlyMap<number, Clause>, token: number): Clause | undefined {
  return token < 0 ? undefined : byPredicate.get(token);
}

/** "What the president said about guarantees": what is spoken of, not what is wanted. */
function isTopic(
  { doc, tree }: Scene,
  byPredicate: ReadonlyMap<number, Clause>,
  { head, above, relation }: Place,
): boolean {
  const clause = clauseOf(byPredicate, above);
  const isBeside = relation.startsWith("obl") || relation.startsWith("nmod");
  return clause !== undefined && isBeside && isReporting(clause) && caseOf(doc, tree, head) === "about";
}

/** Verbs of what somebody holds to be so or foresees, whatever stands below. */
const NO_STANCE = new Set(["deny", "expect", "predict", "doubt", "believe"]);

/** A verb of the lexicon, which the rules have looked at and left alone; what others should do is nobody's stance. */
function isLeftAlone(clause: Clause): boolean {
  return stanceLexicon().verbs.has(clause.lemma) || isUrged(clause);
}

/** Words up from a place to the clause that tells its stance. */
const MOST_STEPS = 4;

/** Who holds the stance of a place, and the clause that tells it. */
function heldAt(
  scene: Scene,
  byPredicate: ReadonlyMap<number, Clause>,
  { place, stance }: Seen,
): Held | undefined {
  const { doc, tree } = scene;
  const own = clauseOf(byPredicate, place.head);
  const upper = clauseOf(byPredicate, place.above);
  // "Agron will not give up the port, she said": the doing is the stance of who would do it.
  if (own !== undefined && !own.nominal && !own.inherited && own.agents.length > 0) {
    const isOwn = OWN_DOING.has(stance) && (upper === undefined || isReporting(upper));
    const holder = isOwn ? holderOf(scene, acting(scene, own)) : [];
    // "Agron would ship its stock": a term of a plan, unless Agron says so.
    const isTerm = own.modal === "would" && statementTelling(scene, own) === undefined;
    if (holder.length > 0) return isTerm ? undefined : { clause: own, holder };
    if (upper === undefined || place.relation.startsWith("parataxis")) return undefined;
  }
  let from = place.head;
  for (
    let token = place.above, steps = 0;
    token >= 0 && steps < MOST_STEPS;
    token = doc.head[token]!, steps++
  ) {
    const clause = clauseOf(byPredicate, token);
    if (clause === undefined) {
      // "Agron's misgivings about …": a noun that is no event, and whose it is.
      const before = { start: doc.start[tree.left[token]!]!, end: doc.start[token]! };
      const holder = uposOf(doc, token) === "NOUN" ? parties(scene, actorsIn(before, scene.actors)) : [];
      const around = clauseAbove(byPredicate, scene, token);
      if (holder.length > 0 && around) return { clause: around, holder };
      from = token;
      continue;
    }
    if (NO_STANCE.has(clause.lemma) || isLeftAlone(clause)) return undefined;
    const held = holderIn(scene, acting(scene, clause), from);
    if (held.length > 0) return { clause, holder: held };
    // Somebody else does it, whom the record does not know.
    if (hasOwnDoer(scene, clause, from)) return undefined;
    from = token;
  }
  const clause = upper ?? own;
  const statement = clause && statementTelling(scene, clause);
  const speaker = statement ? parties(scene, statement.speaker) : [];
  return clause && speaker.length > 0 ? { clause, holder: speaker } : undefined;
}

/** Whether a clause names who does it, and that is not the phrase below. */
function hasOwnDoer({ doc }: Scene, { agents, inherited, nominal }: Clause, below: number): boolean {
  if (inherited || nominal) return false;
  return agents.some(({ start, end }) => doc.start[below]! < start || end <= doc.start[below]!);
}

function clauseAbove(
  byPredicate: ReadonlyMap<number, Clause>,
  { doc }: Scene,
  token: number,
): Clause | undefined {
  for (let at = token, steps = 0; at >= 0 && steps < MOST_STEPS; at = doc.head[at]!, steps++) {
    const clause = byPredicate.get(at);
    if (clause) return clause;
  }
  return undefined;
}

/** Who holds what a clause tells of the phrase around a word: its agents, or, where that phrase is its subject, "for Agron". */
function holderIn(scene: Scene, clause: Clause, below: number): readonly Reference[] {
  const at = scene.doc.start[below]!;
  const isSubject = clause.agents.some(({ start, end }) => start <= at && at < end);
  if (!isSubject) return holderOf(scene, clause);
  const told = clause.obliques.filter(({ preposition }) => FOR.has(preposition)).map(({ phrase }) => phrase);
  return holdersOf(scene, told);
}

const FOR = new Set(["for", "to", "by", "in", "with", "from"]);

/** Dependents of a noun that are no part of what it names. */
const BESIDE = /^(?:conj|cc|appos|parataxis|punct|discourse|advcl|ccomp|nsubj|cop|aux|case|mark)/u;

/** "a deal that leaves the islands out": a noun with all that says which is meant, its co-ordinated nouns left out. */
function nounAt({ doc, tree }: Scene, head: number): Range {
  const phrase = phraseOf(doc, tree, head);
  let { end } = phrase;
  for (const child of childrenOf(tree, head)) {
    if (child < head) continue;
    if (BESIDE.test(deprelOf(doc, child))) break;
    end = Math.max(end, doc.end[tree.right[child]! - 1]!);
  }
  return { start: phrase.start, end };
}

/** "the sanctions to be kept": an infinitive right behind a noun, wherever the tree has hung it. */
function withDoing(scene: Scene, range: Range): Range {
  const doing = clausesIn(scene.clauses, scene.doc, { start: range.end, end: range.end + NEAR_DOING }).find(
    ({ mood, start }) => mood === "infinitive" && start >= range.end && start - range.end <= 1,
  );
  return doing === undefined ? range : { start: range.start, end: doing.end };
}

/** Characters behind a noun in which the verb of its infinitive stands. */
const NEAR_DOING = 40;

function contentAt(scene: Scene, byPredicate: ReadonlyMap<number, Clause>, { head }: Place): Range {
  const clause = clauseOf(byPredicate, head);
  const range = clause && !clause.nominal ? clause : withDoing(scene, nounAt(scene, head));
  return core(scene, { start: range.start, end: range.end });
}

/** 1 for the tokens inside what rules have read as wanted: a place there would be taken, and need not be scored. */
function takenBy({ doc }: Scene, known: readonly Candidate[]): Uint8Array {
  const taken = new Uint8Array(doc.size);
  for (const { content } of known)
    taken.fill(1, tokenAt(doc, content.start), tokenAt(doc, content.end - 1) + 1);
  return taken;
}

/** The candidates of a text, none that a rule has read already. */
export function byPlace(scene: Scene, known: readonly Candidate[]): readonly Candidate[] {
  const byPredicate = new Map(scene.clauses.map((clause) => [clause.predicate, clause]));
  const view = new PlaceView(scene.doc);
  const taken = takenBy(scene, known);
  const seen = placesIn(scene.doc)
    .filter(({ head }) => taken[head] === 0)
    .flatMap((place) => stanceAt(view, place) ?? [])
    .sort((a, b) => b.score - a.score || a.place.head - b.place.head);
  const kept: Candidate[] = [];
  for (const one of seen) {
    const held = heldAt(scene, byPredicate, one);
    if (
      held === undefined ||
      isAsked(scene, held.clause) ||
      isOnlooker(scene, held.clause) ||
      isTopic(scene, byPredicate, one.place) ||
      held.holder.every(({ id }) => isUnnamed(scene, id))
    )
      continue;
    const whole = contentAt(scene, byPredicate, one.place);
    const isTaken = (other: Candidate) =>
      overlap(other.content, whole) || other.at.some((at) => contains(at, whole));
    if (kept.some(isTaken) || known.some(isTaken)) continue;
    kept.push(...candidatesOf(scene, one, held, clauseOf(byPredicate, one.place.above), whole));
  }
  return kept;
}

function candidatesOf(
  scene: Scene,
  { stance, score }: Seen,
  { clause, holder }: Held,
  upper: Clause | undefined,
  whole: Range,
): Candidate[] {
  const isGiving = stance === "accepts" || stance === "offers";
  const price = isGiving
    ? priceFor(scene, [clause, ...doingsOf(scene, clause), ...contentOf(scene.clauses, clause)], false)
    : undefined;
  const condition = price?.range ?? conditionRange(scene, clause);
  const limit = price?.outer.start ?? condition?.start;
  const isInside = limit !== undefined && whole.start < limit && limit < whole.end;
  const content = isInside ? trimmed(scene.doc.text, { start: whole.start, end: limit }) : whole;
  const isOffer = isGiving && condition !== undefined;
  const withTerms =
    isOffer && condition.start > content.end ? { start: content.start, end: condition.end } : content;
  const own: Candidate = {
    holder,
    stance: isOffer ? "offers" : stance,
    clause,
    at: [quotedFrom(scene, clause, upper, withTerms), withTerms],
    content,
    ...(condition ? { condition } : {}),
    past: isEarlier(scene, clause, content.start),
    rule: "learnt",
    score: sureness(score),
  };
  return price === undefined ? [own] : [own, ...demandInPrice(scene, holder, price)];
}

/** The words that show a stance: of a content that is the subject of a clause, the whole of that clause. */
function quotedFrom(scene: Scene, clause: Clause, upper: Clause | undefined, content: Range): Range {
  const isSubject = ({ agents, patients, passive }: Clause) =>
    [...agents, ...(passive ? patients : [])].some((phrase) => overlap(phrase, content));
  const telling = [upper, clause].find((each) => each !== undefined && !each.nominal && isSubject(each));
  return telling ? core(scene, telling) : quoteOf(scene, clause, content);
}

/** A score of the model as the share of places with such a score that show the stance. */
function sureness(score: number): number {
  return Math.min(0.9, 0.65 + score / 10_000);
}

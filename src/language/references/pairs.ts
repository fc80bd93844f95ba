import type { Doc } from "../doc.ts";
import { lemmaOf, wordOf } from "../doc.ts";
import { type Candidate, isOneOfTwo } from "./candidates.ts";
import type { Scene } from "./features.ts";
import type { Link } from "./resolve.ts";
import { KINDS, type Traits } from "./traits.ts";

const PAIR = 0.6;
/** How far back the two are looked for, in candidates. */
const WINDOW = 60;
const SENTENCES = 4;

const person = KINDS.indexOf("person");
const people = KINDS.indexOf("people");
const state = KINDS.indexOf("state");
const organisation = KINDS.indexOf("organisation");

/**
 * Resolves "the two leaders", "both sides", "the pair" to the last two of that kind named apart, "the former" and
 * "the latter" to one of the last two of a kind. Changes `links`.
 */
export function linkPairs(doc: Doc, scene: Scene, links: Link[]): void {
  const { candidates, traits } = scene;
  const counted = new Sides();
  candidates.forEach((candidate, index) => {
    counted.add(scene, links, index);
    const oneOfTwo = isOneOfTwo(doc, candidate.head);
    if (!oneOfTwo && (links[index]!.antecedents.length > 0 || !meansTwo(doc, candidate, traits[index]!)))
      return;
    const kinds = oneOfTwo ? [] : kindsOf(doc, candidate, traits[index]!);
    const isSides = SIDES.has(lemmaOf(doc, candidate.head));
    const sides = isSides ? (counted.two() ?? twoStates(scene, links, index)) : undefined;
    const two =
      sides ?? (oneOfTwo ? lastOfOneKind(scene, links, index) : lastTwo(scene, links, index, kinds));
    if (two === undefined) return;
    const [first, second] = two;
    const word = wordOf(doc, candidate.head).toLowerCase();
    const antecedents = oneOfTwo ? [word === "former" ? first : second] : [first, second];
    links[index] = { antecedents, score: PAIR };
  });
}

/** Words for the two that a text is about. */
const SIDES = new Set(["side", "party"]);
/** So often each of the two must have been named. */
const OFTEN = 3;

/** How often each state and organisation has been named or meant so far, the three that lead kept at hand. */
class Sides {
  readonly #counts = new Map<number, number>();
  readonly #last = new Map<number, number>();
  readonly #lead: number[] = [];

  add({ candidates, traits }: Scene, links: readonly Link[], index: number): void {
    if (candidates[index]!.group || traits[index]!.number === 2) return;
    const bearer = originOf(links, index);
    const { kind } = traits[bearer]!;
    if (candidates[bearer]!.name < 0 || (kind !== state && kind !== organisation)) return;
    this.#counts.set(bearer, (this.#counts.get(bearer) ?? 0) + 1);
    this.#last.set(bearer, index);
    if (!this.#lead.includes(bearer)) this.#lead.push(bearer);
    this.#lead.sort((a, b) => this.#counts.get(b)! - this.#counts.get(a)! || a - b);
    this.#lead.length = Math.min(this.#lead.length, 3);
  }

  /** The last mentions of the two that are named most; none where a third is named as often. */
  two(): [number, number] | undefined {
    const [first, second, third] = this.#lead;
    if (first === undefined || second === undefined) return undefined;
    const count = (bearer: number | undefined) => (bearer === undefined ? 0 : this.#counts.get(bearer)!);
    if (count(second) < OFTEN || count(second) <= count(third)) return undefined;
    const [one, other] = [this.#last.get(first)!, this.#last.get(second)!];
    return one < other ? [one, other] : [other, one];
  }
}

/** Two states of the sentence itself or the one before it. */
function twoStates(scene: Scene, links: readonly Link[], index: number): [number, number] | undefined {
  const two = lastTwo(scene, links, index, [state]);
  const { traits } = scene;
  const isNear = two?.every((one) => traits[index]!.sentence - traits[one]!.sentence < 2);
  return isNear ? two : undefined;
}

/** The last two of the kind of whoever was named last. */
function lastOfOneKind(scene: Scene, links: readonly Link[], index: number): [number, number] | undefined {
  let nearest: [number, number] | undefined;
  for (const kind of [person, state, organisation]) {
    const two = lastTwo(scene, links, index, [kind]);
    if (two !== undefined && (nearest === undefined || two[1] > nearest[1])) nearest = two;
  }
  return nearest;
}

/** Mentions of the last two bearers of names of these kinds, in text order. */
function lastTwo(
  scene: Scene,
  links: readonly Link[],
  index: number,
  kinds: readonly number[],
): [number, number] | undefined {
  const { candidates, traits } = scene;
  /** First mention of each of the two, with its latest. */
  const found = new Map<number, number>();
  for (let earlier = index - 1; earlier >= 0 && earlier >= index - WINDOW && found.size < 2; earlier -= 1) {
    const other = candidates[earlier]!;
    if (other.group || traits[earlier]!.number === 2) continue;
    if (traits[index]!.sentence - traits[earlier]!.sentence > SENTENCES) break;
    const bearer = originOf(links, earlier);
    if (candidates[bearer]!.name < 0 || !kinds.includes(traits[bearer]!.kind)) continue;
    if (bearer === earlier && isNested(scene, earlier)) continue;
    if (!found.has(bearer)) found.set(bearer, earlier);
  }
  const [second, first] = [...found.values()];
  return first === undefined || second === undefined ? undefined : [first, second];
}

/** "two" or "both" inside the phrase, or a noun that itself means two. */
function meansTwo(doc: Doc, candidate: Candidate, traits: Traits): boolean {
  if (candidate.form !== "description" || candidate.group) return false;
  const head = wordOf(doc, candidate.head).toLowerCase();
  if (traits.determiner === 1 && (head === "pair" || head === "duo")) return true;
  if (traits.number !== 2) return false;
  const first = wordOf(doc, candidate.first).toLowerCase();
  if (first === "both") return true;
  const second = candidate.first + 1 < candidate.head ? wordOf(doc, candidate.first + 1).toLowerCase() : "";
  return (first === "the" || first === "these" || first === "those") && second === "two";
}

/** Nouns that take their kind from what was named: persons, states or organisations alike. */
const open = new Set(
  "side party pair duo neighbour neighbor rival foe ally partner enemy adversary".split(" "),
);

const collective = new Set(
  "organisation organization group company firm bloc alliance body agency union party council".split(" "),
);

function kindsOf(doc: Doc, candidate: Candidate, traits: Traits): readonly number[] {
  if (open.has(lemmaOf(doc, candidate.head))) return [state, organisation, person];
  if (traits.kind === person || traits.kind === people) return [person];
  if (traits.kind === state) return [state];
  return collective.has(lemmaOf(doc, candidate.head)) ? [organisation] : [];
}

/**
 * A name inside another phrase ("Belmark" in "Belmark's minister") is not what the text speaks of; a person is, but inside
 * the phrase for another person ("a call with President Lund").
 */
function isNested({ candidates, traits }: Scene, index: number): boolean {
  const candidate = candidates[index]!;
  for (let outer = index - 1; outer >= 0 && outer >= index - 4; outer -= 1) {
    const other = candidates[outer]!;
    if (other.group || other.first > candidate.first || other.last < candidate.last) continue;
    const { kind } = traits[outer]!;
    if (traits[index]!.kind !== person || kind === person || kind === people) return true;
  }
  return false;
}

/** The first mention of the chain that a mention belongs to. */
function originOf(links: readonly Link[], index: number): number {
  let at = index;
  for (let steps = 0; steps < 1000; steps += 1) {
    const earlier = links[at]!.antecedents;
    if (earlier.length !== 1 || earlier[0]! >= at) return at;
    at = earlier[0]!;
  }
  return at;
}

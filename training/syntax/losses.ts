/** What the network is told was wrong: cross entropies of heads, relations and tags, with their gradients. */
import {
  distanceClass,
  LEAK,
  linear,
  type MatchRoom,
  match,
  matchRoom,
  outWidth,
  rectify,
  type Shape,
} from "../../src/language/syntax/layers.ts";
import { clear, inputBack, type Rooms, weightsBack } from "./gradients.ts";
import type { Parameter, Parameters } from "./parameters.ts";

/** One sentence with its tree, in columns. */
export interface Tree {
  /** Embedding rows: `ATOMS` numbers a word, -1 for none. */
  readonly rows: Int32Array;
  readonly size: number;
  /** Index in the sentence, its size for the root. */
  readonly head: Int32Array;
  readonly label: Int32Array;
  /** 255 where not to be learnt. */
  readonly tag: Uint8Array;
}

/** Halves of 1, halves of those, and so on. */
const HALVES = Float64Array.from({ length: 128 }, (_, n) => 2 ** -n);
/** A tag counts half as much as a head. */
const TAG_SHARE = 0.5;

/** e to the x for x not above 0, from + and × only, so that it is the same everywhere. */
function exponential(x: number): number {
  if (x < -80) return 0;
  const n = Math.floor(x * Math.LOG2E + 0.5);
  const r = x - n * Math.LN2;
  const e = 1 + r * (1 + r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720 + r / 5040))))));
  return e * HALVES[-n]!;
}

/** Cross entropy of one row of scores; its gradient goes to the same place of `dx`. 255 is not learnt. */
function rowLoss(
  x: Float32Array,
  dx: Float32Array,
  at: number,
  count: number,
  gold: number,
  scale: number,
): number {
  if (gold === 255) return 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let k = at; k < at + count; k += 1) if (x[k]! > most) most = x[k]!;
  let total = 0;
  for (let k = at; k < at + count; k += 1) {
    const part = exponential(x[k]! - most);
    dx[k] = part;
    total += part;
  }
  for (let k = 0; k < count; k += 1) dx[at + k] = (dx[at + k]! / total - (k === gold ? 1 : 0)) * scale;
  return most - x[at + gold]! + Math.log(total);
}

export class Losses {
  readonly #shape: Shape;
  readonly #rooms: Rooms;
  readonly #parameters: Parameters;
  readonly #match: MatchRoom;
  readonly #dScores: Float32Array;
  readonly #dScoresFlipped: Float32Array;
  readonly #heads: Float32Array;
  readonly #dDependents: Float32Array;
  readonly #dHeads: Float32Array;
  readonly #pair: Float32Array;
  readonly #dPair: Float32Array;
  readonly #logits: Float32Array;
  readonly #dLogits: Float32Array;

  /** @param words most words of a batch · @param longest most words of a sentence */
  constructor(shape: Shape, rooms: Rooms, parameters: Parameters, words: number, longest: number) {
    const room = (floats: number): Float32Array => rooms.matrices.room(floats);
    const wide = (longest + 7) & ~7;
    this.#shape = shape;
    this.#rooms = rooms;
    this.#parameters = parameters;
    this.#match = matchRoom(rooms.matrices, wide, shape.arc);
    this.#dScores = room(wide * wide);
    this.#dScoresFlipped = room(wide * wide);
    this.#heads = room(wide * shape.arc);
    this.#dDependents = room(wide * shape.arc);
    this.#dHeads = room(wide * shape.arc);
    this.#pair = room(words * shape.relation);
    this.#dPair = room(words * shape.relation);
    this.#logits = room(words * shape.labels);
    this.#dLogits = room(words * shape.labels);
  }

  /** Mean losses of heads, relations and tags of a batch; gradients into `dOut`. */
  back(batch: readonly Tree[], bounds: readonly number[], out: Float32Array, dOut: Float32Array): number[] {
    const { arc, relation, tags } = this.#shape;
    const wide = outWidth(this.#shape);
    const n = bounds.at(-1)!;
    const losses = [0, 0, 0];
    batch.forEach((tree, b) => {
      losses[0] = losses[0]! + this.#headsBack(tree, bounds[b]!, out, dOut, 1 / n);
      for (let i = 0; i < tree.size; i += 1) {
        const at = (bounds[b]! + i) * wide + 2 * arc + 2 * relation;
        losses[2] = losses[2]! + rowLoss(out, dOut, at, tags, tree.tag[i]!, TAG_SHARE / n);
      }
    });
    losses[1] = this.#relationsBack(batch, bounds, out, dOut);
    return losses.map((loss) => loss / n);
  }

  #headsBack(tree: Tree, first: number, out: Float32Array, dOut: Float32Array, scale: number): number {
    const { arc } = this.#shape;
    const { size } = tree;
    const distance = this.#parameters.get("distance");
    const wide = match(
      this.#rooms.matrices,
      out,
      outWidth(this.#shape),
      first,
      size,
      arc,
      distance.w,
      this.#match,
    );
    this.#dScores.fill(0, 0, wide * wide);
    for (const matrix of [this.#heads, this.#dDependents, this.#dHeads]) matrix.fill(0, 0, wide * arc);
    let loss = 0;
    for (let i = 0; i < size; i += 1) loss += this.#headBack(tree, i, wide, scale, distance);
    const from = outWidth(this.#shape);
    for (let i = 0; i < size; i += 1) {
      for (let k = 0; k < arc; k += 1) this.#heads[i * arc + k] = out[(first + i) * from + arc + k]!;
    }
    this.#matchBack(first, size, wide, out, dOut);
    return loss;
  }

  /** Loss of the head of word `i`; gradients of its scores, of the root's vector and the terms for distance. */
  #headBack({ size, head }: Tree, i: number, wide: number, scale: number, distance: Parameter): number {
    const { arc } = this.#shape;
    const { dependents, scores } = this.#match;
    const root = this.#parameters.get("rootArc");
    const row = i * wide;
    let rootScore = 0;
    for (let k = 0; k < arc; k += 1) rootScore += dependents[i * arc + k]! * root.w[k]!;
    let most = rootScore;
    for (let j = 0; j < size; j += 1) if (j !== i && scores[row + j]! > most) most = scores[row + j]!;
    const gold = head[i]!;
    const rootPart = exponential(rootScore - most);
    let total = rootPart;
    for (let j = 0; j < size; j += 1) {
      if (j === i) continue;
      const part = exponential(scores[row + j]! - most);
      this.#dScores[row + j] = part;
      total += part;
    }
    const share = scale / total;
    for (let j = 0; j < size; j += 1) {
      if (j === i) continue;
      const d = this.#dScores[row + j]! * share - (j === gold ? scale : 0);
      this.#dScores[row + j] = d;
      const place = distanceClass(i, j);
      distance.g[place] = distance.g[place]! + d;
    }
    const d = rootPart * share - (gold === size ? scale : 0);
    for (let k = 0; k < arc; k += 1) {
      this.#dDependents[i * arc + k] = d * root.w[k]!;
      root.g[k] = root.g[k]! + d * dependents[i * arc + k]!;
    }
    return most - (gold === size ? rootScore : scores[row + gold]!) + Math.log(total);
  }

  /** From the gradients of the scores to those of the vectors that were matched. */
  #matchBack(first: number, size: number, wide: number, out: Float32Array, dOut: Float32Array): void {
    const { arc } = this.#shape;
    const { matrices } = this.#rooms;
    const { dependents } = this.#match;
    const flipped = this.#dScoresFlipped;
    for (let i = 0; i < wide; i += 1)
      for (let j = 0; j < wide; j += 1) flipped[j * wide + i] = this.#dScores[i * wide + j]!;
    // Rows beyond the sentence hold what an earlier one left.
    dependents.fill(0, size * arc, wide * arc);
    matrices.addProduct(this.#dScores, this.#heads, this.#dDependents, wide, wide, arc);
    matrices.addProduct(flipped, dependents, this.#dHeads, wide, wide, arc);
    for (let i = 0; i < size; i += 1) {
      const at = (first + i) * outWidth(this.#shape);
      for (let k = 0; k < arc; k += 1) {
        const slope = out[at + k]! < 0 ? LEAK : 1;
        dOut[at + k] = dOut[at + k]! + this.#dDependents[i * arc + k]! * slope;
        dOut[at + arc + k] = dOut[at + arc + k]! + this.#dHeads[i * arc + k]!;
      }
    }
  }

  #relationsBack(
    batch: readonly Tree[],
    bounds: readonly number[],
    out: Float32Array,
    dOut: Float32Array,
  ): number {
    const { arc, relation, labels } = this.#shape;
    const wide = outWidth(this.#shape);
    const n = bounds.at(-1)!;
    const root = this.#parameters.get("rootRelation");
    const label = this.#parameters.get("label");
    const bias = this.#parameters.get("labelBias");
    clear(this.#pair, n, relation);
    clear(this.#dPair, n, relation);
    clear(this.#dLogits, n, labels);
    /** Calls with the places of a word's and of its head's half in a row of `out`, -1 for the root. */
    const eachWord = (use: (word: number, own: number, other: number) => void): void =>
      batch.forEach(({ size, head }, b) => {
        for (let i = 0; i < size; i += 1) {
          const own = (bounds[b]! + i) * wide + 2 * arc;
          use(
            bounds[b]! + i,
            own,
            head[i] === size ? -1 : (bounds[b]! + head[i]!) * wide + 2 * arc + relation,
          );
        }
      });
    eachWord((word, own, other) => {
      for (let k = 0; k < relation; k += 1) {
        this.#pair[word * relation + k] = rectify(out[own + k]! + (other < 0 ? root.w[k]! : out[other + k]!));
      }
    });
    linear(this.#rooms.matrices, this.#pair, label.w, bias.w, this.#logits, n, relation, labels);
    let loss = 0;
    batch.forEach((tree, b) => {
      for (let i = 0; i < tree.size; i += 1) {
        loss += rowLoss(
          this.#logits,
          this.#dLogits,
          (bounds[b]! + i) * labels,
          labels,
          tree.label[i]!,
          1 / n,
        );
      }
    });
    weightsBack(this.#rooms, this.#pair, label, bias, this.#dLogits, n, relation, labels);
    inputBack(this.#rooms, label, this.#dLogits, this.#dPair, n, relation, labels);
    eachWord((word, own, other) => {
      for (let k = 0; k < relation; k += 1) {
        const at = word * relation + k;
        const d = this.#dPair[at]! * (this.#pair[at]! < 0 ? LEAK : 1);
        dOut[own + k] = dOut[own + k]! + d;
        if (other < 0) root.g[k] = root.g[k]! + d;
        else dOut[other + k] = dOut[other + k]! + d;
      }
    });
    return loss;
  }
}

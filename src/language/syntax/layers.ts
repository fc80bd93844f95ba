/**
 * Layers of the network that reads a sentence: forward passes over matrices of one row a word.
 * Only + − × ÷ √ are used, in a fixed order.
 */
import type { Matrices } from "./kernel.ts";

/** Sizes of one network. */
export interface Shape {
  /** Width of a word's vector. */
  readonly width: number;
  /** Width of a layer's memory in one direction. */
  readonly memory: number;
  readonly layers: number;
  /** Width of the vectors that heads and dependents are matched by. */
  readonly arc: number;
  /** Width of the vectors that relations are told from. */
  readonly relation: number;
  /** Numbers of tags and relations, rounded up to multiples of 8. */
  readonly tags: number;
  readonly labels: number;
}

/** Width of what the last layer puts out: arc dependents and heads, relation dependents and heads, tags. */
export function outWidth(shape: Shape): number {
  return 2 * shape.arc + 2 * shape.relation + shape.tags;
}

/** Name and size of every matrix, in the order of the file. */
export function matricesOf(shape: Shape): [name: string, rows: number, columns: number][] {
  const { width, memory, layers, arc, relation, labels } = shape;
  const list: [string, number, number][] = [];
  for (let l = 0; l < layers; l += 1) {
    list.push([`gates${l}`, width, 4 * memory], [`gatesBias${l}`, 1, 4 * memory]);
    list.push([`mix${l}`, 2 * memory, width], [`mixBias${l}`, 1, width], [`norm${l}`, 1, width]);
  }
  list.push(["out", width, outWidth(shape)], ["outBias", 1, outWidth(shape)]);
  list.push(["label", relation, labels], ["labelBias", 1, labels]);
  list.push(["rootArc", 1, arc], ["rootRelation", 1, relation], ["distance", 1, DISTANCES]);
  return list;
}

export const DISTANCES = 24;

/** Class of the way from a dependent to its head: sign and size. */
export function distanceClass(from: number, to: number): number {
  const gap = to > from ? to - from : from - to;
  const size = gap < 6 ? gap - 1 : gap < 9 ? 5 : gap < 14 ? 6 : gap < 22 ? 7 : gap < 40 ? 8 : 9;
  return to > from ? size : size + 12;
}

/** `y = x · w + bias`, for n rows. */
export function linear(
  matrices: Matrices,
  x: Float32Array,
  w: Float32Array,
  bias: Float32Array,
  y: Float32Array,
  n: number,
  k: number,
  m: number,
): void {
  for (let i = 0; i < n; i += 1) y.set(bias, i * m);
  y.fill(0, n * m, ((n + 3) & ~3) * m);
  matrices.addProduct(x, w, y, n, k, m);
}

/** Room for the matrices that `match` needs, for sentences of up to `size` words. */
export interface MatchRoom {
  readonly dependents: Float32Array;
  readonly heads: Float32Array;
  /** Row i holds the scores of all heads of word i; a row is `size` rounded up to a multiple of 8 wide. */
  readonly scores: Float32Array;
}

export function matchRoom(matrices: Matrices, size: number, arc: number): MatchRoom {
  const wide = (size + 7) & ~7;
  return {
    dependents: matrices.room(wide * arc),
    heads: matrices.room(arc * wide),
    scores: matrices.room(wide * wide),
  };
}

/**
 * Scores of all words of a sentence as heads of all others: the product of their arc vectors and a term for the
 * distance between them.
 * @param first row of `out` of the first word · @returns width of a row of `room.scores`
 */
export function match(
  matrices: Matrices,
  out: Float32Array,
  wideOut: number,
  first: number,
  size: number,
  arc: number,
  distance: Float32Array,
  room: MatchRoom,
): number {
  const wide = (size + 7) & ~7;
  const { dependents, heads, scores } = room;
  for (let i = 0; i < size; i += 1) {
    const at = (first + i) * wideOut;
    for (let k = 0; k < arc; k += 1) dependents[i * arc + k] = rectify(out[at + k]!);
    for (let k = 0; k < arc; k += 1) heads[k * wide + i] = out[at + arc + k]!;
  }
  for (let gap = 1; gap < size; gap += 1) {
    const [after, before] = [distance[distanceClass(0, gap)]!, distance[distanceClass(gap, 0)]!];
    for (let i = 0; i + gap < size; i += 1) {
      scores[i * wide + i + gap] = after;
      scores[(i + gap) * wide + i] = before;
    }
  }
  for (let i = 0; i < size; i += 1) scores[i * wide + i] = 0;
  matrices.addProduct(dependents, heads, scores, size, arc, wide);
  return wide;
}

/** Adds `x` to `y` and scales each row to mean square 1, times `gain`; `scales` gets the factor of each row. */
export function normalise(
  x: Float32Array,
  y: Float32Array,
  gain: Float32Array,
  out: Float32Array,
  scales: Float32Array,
  n: number,
  width: number,
): void {
  for (let i = 0; i < n; i += 1) {
    const at = i * width;
    let square = 0;
    for (let k = at; k < at + width; k += 1) {
      const value = y[k]! + x[k]!;
      y[k] = value;
      square += value * value;
    }
    const scale = 1 / Math.sqrt(square / width + 1e-5);
    scales[i] = scale;
    for (let k = 0; k < width; k += 1) out[at + k] = y[at + k]! * scale * gain[k]!;
  }
}

/** Slope of the rectifier for negative numbers. */
export const LEAK = 0.125;

export function rectify(x: number): number {
  return x < 0 ? x * LEAK : x;
}

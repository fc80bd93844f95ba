/**
 * Gradient boosted trees for a yes or no question on whole-number features: second-order boosting on histograms (Chen &
 * Guestrin 2016; Ke et al. 2017), leaf by leaf. Deterministic: no sampling, ties go to the first feature.
 */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import type { BoostedModel } from "../src/report/boosted.ts";

export interface Settings {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  /** Least sum of second derivatives in a leaf, and what is added to it when its value is taken. */
  readonly leastWeight: number;
  readonly shrink: number;
}

/** A tree in rows of four: feature, threshold, row of "value < threshold", row of the rest; a leaf is -1, value, 0, 0. */
export type Tree = readonly number[];

export interface Boosted {
  readonly bias: number;
  readonly trees: readonly Tree[];
}

const BINS = 64;
/** Leaf values are kept as whole numbers of thousandths. */
export const SCALE = 1000;

interface Leaf {
  readonly node: number;
  readonly rows: Int32Array;
  readonly gradient: number;
  readonly hessian: number;
  readonly split: Split | undefined;
}

interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly gain: number;
}

/** Learns from rows of features, answers 0 or 1, and weights. */
export function boost(
  rows: readonly Int32Array[],
  answers: readonly number[],
  weights: readonly number[],
  settings: Settings,
): Boosted {
  const width = rows[0]?.length ?? 0;
  const edges = Array.from({ length: width }, (_, f) => edgesOf(rows, f));
  const bins = edges.map((edge, f) => Uint8Array.from(rows, (row) => binOf(edge, row[f] ?? 0)));
  let positive = 0;
  let all = 0;
  rows.forEach((_, i) => {
    positive += (weights[i] ?? 0) * (answers[i] ?? 0);
    all += weights[i] ?? 0;
  });
  const bias = Math.round(Math.log(positive / (all - positive)) * SCALE);
  const scores = new Float64Array(rows.length).fill(bias / SCALE);
  const gradients = new Float64Array(rows.length);
  const hessians = new Float64Array(rows.length);
  const trees: Tree[] = [];
  for (let t = 0; t < settings.trees; t++) {
    for (let i = 0; i < rows.length; i++) {
      const p = 1 / (1 + Math.exp(-(scores[i] ?? 0)));
      gradients[i] = (p - (answers[i] ?? 0)) * (weights[i] ?? 0);
      hessians[i] = p * (1 - p) * (weights[i] ?? 0);
    }
    trees.push(grow(bins, edges, gradients, hessians, scores, settings));
  }
  return { bias, trees };
}

function grow(
  bins: readonly Uint8Array[],
  edges: readonly (readonly number[])[],
  gradients: Float64Array,
  hessians: Float64Array,
  scores: Float64Array,
  settings: Settings,
): Tree {
  const tree: number[] = [-1, 0, 0, 0];
  const leafOf = (node: number, rows: Int32Array): Leaf => {
    let gradient = 0;
    let hessian = 0;
    for (const i of rows) {
      gradient += gradients[i] ?? 0;
      hessian += hessians[i] ?? 0;
    }
    return {
      node,
      rows,
      gradient,
      hessian,
      split: bestSplit(bins, rows, gradients, hessians, gradient, hessian, settings),
    };
  };
  const leaves: Leaf[] = [leafOf(0, Int32Array.from(gradients.keys()))];
  while (leaves.length < settings.leaves) {
    let best = -1;
    leaves.forEach((leaf, i) => {
      if (leaf.split !== undefined && leaf.split.gain > (leaves[best]?.split?.gain ?? 0)) best = i;
    });
    const leaf = leaves[best];
    if (leaf?.split === undefined) break;
    const { feature, bin } = leaf.split;
    const column = bins[feature] ?? new Uint8Array();
    const left = leaf.rows.filter((i) => (column[i] ?? 0) < bin);
    const right = leaf.rows.filter((i) => (column[i] ?? 0) >= bin);
    const at = tree.length / 4;
    tree.push(-1, 0, 0, 0, -1, 0, 0, 0);
    tree.splice(leaf.node * 4, 4, feature, edges[feature]?.[bin - 1] ?? 0, at, at + 1);
    leaves.splice(best, 1, leafOf(at, left), leafOf(at + 1, right));
  }
  for (const { node, rows, gradient, hessian } of leaves) {
    const value = Math.round((-gradient / (hessian + settings.shrink)) * settings.rate * SCALE);
    tree[node * 4 + 1] = value;
    for (const i of rows) scores[i] = (scores[i] ?? 0) + value / SCALE;
  }
  return tree;
}

function bestSplit(
  bins: readonly Uint8Array[],
  rows: Int32Array,
  gradients: Float64Array,
  hessians: Float64Array,
  gradient: number,
  hessian: number,
  { leastWeight, shrink }: Settings,
): Split | undefined {
  let best: Split | undefined;
  const whole = (gradient * gradient) / (hessian + shrink);
  const sumG = new Float64Array(BINS + 1);
  const sumH = new Float64Array(BINS + 1);
  bins.forEach((column, feature) => {
    sumG.fill(0);
    sumH.fill(0);
    for (let k = 0; k < rows.length; k++) {
      const i = rows[k] as number;
      const bin = column[i] as number;
      sumG[bin] = (sumG[bin] as number) + (gradients[i] as number);
      sumH[bin] = (sumH[bin] as number) + (hessians[i] as number);
    }
    let g = 0;
    let h = 0;
    for (let bin = 1; bin <= BINS; bin++) {
      g += sumG[bin - 1] as number;
      h += sumH[bin - 1] as number;
      if (h < leastWeight || hessian - h < leastWeight) continue;
      const gain = (g * g) / (h + shrink) + (gradient - g) ** 2 / (hessian - h + shrink) - whole;
      if (gain > (best?.gain ?? 1e-6)) best = { feature, bin, gain };
    }
  });
  return best;
}

/** Up to 64 thresholds between values, spread so that each stretch holds about as many rows. */
function edgesOf(rows: readonly Int32Array[], feature: number): readonly number[] {
  const values = Int32Array.from(rows, (row) => row[feature] ?? 0).sort();
  const distinct = [...new Set(values)];
  if (distinct.length < BINS) return distinct.slice(1);
  const edges = new Set<number>();
  for (let b = 1; b < BINS; b++) edges.add(values[Math.floor((b * values.length) / BINS)] ?? 0);
  edges.delete(distinct[0] ?? 0);
  return [...edges].sort((a, b) => a - b);
}

/** How many edges are not above a value. */
function binOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) < value + 1) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Writes a model as `boostedModel` reads it: `trees.json`, a tree a line, and `manifest.json` with its digest.
 * @param told what the manifest says besides: the name of the feature list first, then settings and sources
 */
export function writeBoosted(
  folder: URL,
  model: BoostedModel,
  { features, ...told }: { readonly features: string } & Readonly<Record<string, unknown>>,
): void {
  const trees = model.trees.map((tree) => JSON.stringify(tree)).join(",\n");
  const weights = `{"features":${JSON.stringify(model.features)},\n"bias":${model.bias},"threshold":${model.threshold},\n"trees":[\n${trees}\n]}\n`;
  const sha256 = createHash("sha256").update(weights).digest("hex");
  writeFileSync(new URL("trees.json", folder), weights);
  writeFileSync(
    new URL("manifest.json", folder),
    `${JSON.stringify({ features, sha256, ...told }, null, 2)}\n`,
  );
}

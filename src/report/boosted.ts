/** Models of boosted trees over whole numbers, added up as whole numbers. */
import { readFileSync } from "node:fs";

export interface BoostedModel {
  /** Names of the features, in the order in which the trees count them. */
  readonly features: readonly string[];
  readonly bias: number;
  /** Rows of four numbers: feature, threshold, row for "below the threshold", row for the rest; a leaf is -1 and its value. */
  readonly trees: readonly (readonly number[])[];
  /** The answer is yes from this score on. */
  readonly threshold: number;
}

const MODELS = new URL("../../models/", import.meta.url);
const loaded = new Map<string, BoostedModel>();

/**
 * A model that ships with the program, read on first use.
 * @param features the features that this program counts
 * @throws Error where the model learnt from others
 */
export function boostedModel(name: string, features: string): BoostedModel {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const folder = new URL(`${name}/`, MODELS);
  const manifest = JSON.parse(readFileSync(new URL("manifest.json", folder), "utf8")) as { features: string };
  if (manifest.features !== features) {
    throw new Error(`models/${name} has the features "${manifest.features}", this program "${features}"`);
  }
  const model = JSON.parse(readFileSync(new URL("trees.json", folder), "utf8")) as BoostedModel;
  loaded.set(name, model);
  return model;
}

/** How much speaks for yes, in thousandths of a logit. */
export function boostedScore(
  { bias, trees }: Pick<BoostedModel, "bias" | "trees">,
  features: Int32Array,
): number {
  let score = bias;
  for (const tree of trees) {
    let row = 0;
    for (let feature = tree[0] as number; feature >= 0; feature = tree[row] as number) {
      row = 4 * (tree[row + ((features[feature] as number) < (tree[row + 1] as number) ? 2 : 3)] as number);
    }
    score += tree[row + 1] as number;
  }
  return score;
}

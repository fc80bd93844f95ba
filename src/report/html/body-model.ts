/** The model that says which runs of a page are its body: boosted trees over whole numbers, added up as whole numbers. */
import { readFileSync } from "node:fs";
import { BODY_FEATURES } from "./features.ts";

export interface BodyModel {
  /** Names of the features, in the order in which the trees count them. */
  readonly features: readonly string[];
  readonly bias: number;
  /** Rows of four numbers: feature, threshold, row for "below the threshold", row for the rest; a leaf is -1 and its value. */
  readonly trees: readonly (readonly number[])[];
  /** A run is body from this score on. */
  readonly threshold: number;
}

let loaded: BodyModel | undefined;

const FOLDER = new URL("../../../models/page-body/", import.meta.url);

/**
 * The model that ships with the program, read on first use.
 * @throws Error where it learnt from other features than this program has
 */
export function bodyModel(): BodyModel {
  if (loaded !== undefined) return loaded;
  const manifest = JSON.parse(readFileSync(new URL("manifest.json", FOLDER), "utf8")) as { features: string };
  if (manifest.features !== BODY_FEATURES) {
    throw new Error(
      `models/page-body has the features "${manifest.features}", this program "${BODY_FEATURES}"`,
    );
  }
  loaded = JSON.parse(readFileSync(new URL("trees.json", FOLDER), "utf8")) as BodyModel;
  return loaded;
}

/** How much speaks for a run being body, in thousandths of a logit. */
export function bodyScore({ bias, trees }: BodyModel, features: Int32Array): number {
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

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { modelFolder, readManifest } from "../../../assets/files.ts";
import { decodeWeights } from "../../../assets/weights.ts";
import { Features } from "../../../language/model-features.ts";
import { type CueView, reportFeatures, STATEMENT_FEATURES } from "./features.ts";

/** A linear model: adds the weights of features into one score. */
export interface Scorer {
  score(keys: Int32Array, count: number, scores: Int32Array): void;
}

let loaded: Scorer | undefined;

/** @throws Error where the model is missing or was trained for other features */
export function statementScorer(): Scorer {
  if (loaded) return loaded;
  const folder = modelFolder("statements");
  readManifest(folder, STATEMENT_FEATURES);
  loaded = decodeWeights(readFileSync(join(folder, "weights.bin")));
  return loaded;
}

/** The features under way; filled, scored and filled again. */
export const features = new Features();
const scores = new Int32Array(1);

/** The score of `features` as they are. */
export function scored(scorer: Scorer): number {
  scorer.score(features.keys, features.count, scores);
  return scores[0]!;
}

/** How strongly the model holds that a word reports something: about ±2000 where it has no doubt. */
export function reportScore(scorer: Scorer, view: CueView): number {
  reportFeatures(view, features);
  return scored(scorer);
}

/** A score as a number in 0..1 that rises with it; 0.5 where the model cannot tell. */
export function confidenceOf(score: number): number {
  const x = score / 2000;
  return 0.5 + (0.5 * x) / (1 + Math.abs(x));
}

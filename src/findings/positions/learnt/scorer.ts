/** The model that tells from the words above and beside a place which stance shows there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { modelFolder, readManifest } from "../../../assets/files.ts";
import { decodeWeights, type Weights } from "../../../assets/weights.ts";
import { STANCES } from "../../../record/position.ts";
import { STANCE_FEATURES } from "./features.ts";

/** What a place may show: a stance, or that one is given up. The number of a class is its index here. */
export const CLASSES = [...STANCES, "drops"] as const;

let loaded: Weights | undefined;

/** @throws Error where the model is missing or was trained for other features */
export function stanceScorer(): Weights {
  if (loaded) return loaded;
  const folder = modelFolder("stances");
  readManifest(folder, STANCE_FEATURES);
  loaded = decodeWeights(readFileSync(join(folder, "weights.bin")));
  return loaded;
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { modelFolder, readManifest } from "../../assets/files.ts";
import { decodeWeights } from "../../assets/weights.ts";
import type { Quotation } from "../../text/quotation.ts";
import type { Candidate, Choice } from "./candidate.ts";
import { choiceFeatures, FEATURE_COUNT, STATEMENT_FEATURES, sharedFeatures } from "./features.ts";
import type { Syntax } from "./syntax.ts";

/** A linear model: adds the weights of features into one score. */
export interface Scorer {
  score(keys: Int32Array, count: number, scores: Int32Array): void;
}

/** The content that a verb most likely has, and how strongly the model holds that it reports it. */
export interface Scored {
  readonly choice: Choice;
  readonly rank: number;
  readonly score: number;
}

/** A choice that scores more than this is accepted; below 0, since a missed cue costs as much as a false one. */
export const ACCEPTED = -192;

/** What the rules take for a statement is let go below this score: the model has seldom seen such a verb report. */
export const REJECTED = -1150;

let loaded: Scorer | undefined;

/** @throws Error where the model is missing or was trained for other features */
export function statementScorer(): Scorer {
  if (loaded) return loaded;
  const folder = modelFolder("statements");
  readManifest(folder, STATEMENT_FEATURES);
  loaded = decodeWeights(readFileSync(join(folder, "weights.bin")));
  return loaded;
}

/** A score as a number in 0..1 that rises with it; 0.5 where the model cannot tell. */
export function confidenceOf(score: number): number {
  const x = score / 1000;
  return 0.5 + (0.5 * x) / (1 + Math.abs(x));
}

const keys = new Int32Array(FEATURE_COUNT);
const scores = new Int32Array(1);

/** Scores each choice of a verb, in the order of its choices. */
export function scoresOf(
  scorer: Scorer,
  syntax: Syntax,
  candidate: Candidate,
  quotations: readonly Quotation[],
): readonly Scored[] {
  if (candidate.choices.length === 0) return [];
  const shared = sharedFeatures(syntax, candidate, quotations);
  return candidate.choices.map((choice, rank) => {
    const count = choiceFeatures(syntax, shared, choice, rank, quotations, keys);
    scorer.score(keys, count, scores);
    return { choice, rank, score: scores[0]! };
  });
}

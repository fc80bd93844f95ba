/** Which issue a stretch of text is about, by what a model has learnt of the agenda that ships. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { modelFolder, readManifest } from "../../../assets/files.ts";
import { decodeWeights, type Weights } from "../../../assets/weights.ts";
import type { Doc } from "../../../language/doc.ts";
import { Features } from "../../../language/model-features.ts";
import type { Agenda } from "../../../record/agenda.ts";
import type { Range } from "../../../record/span.ts";
import { defaultAgenda } from "../../settings.ts";
import { issueOf } from "../issue-of.ts";
import { ISSUE_FEATURES, issueFeatures } from "./issue-features.ts";

interface Model {
  readonly weights: Weights;
  /** The issue of each class. */
  readonly issues: readonly string[];
}

let loaded: Model | undefined;

/** @throws Error where the model is missing or was trained for other features */
function issueModel(): Model {
  if (loaded) return loaded;
  const folder = modelFolder("issues");
  const { classes } = readManifest(folder, ISSUE_FEATURES);
  loaded = { weights: decodeWeights(readFileSync(join(folder, "weights.bin"))), issues: classes as string[] };
  return loaded;
}

const features = new Features();

/**
 * What the model says of each issue of the agenda that ships, over none of them: a thousand for one unit of the logarithm
 * of the odds. Nothing under another agenda.
 */
export function issueScores(range: Range, doc: Doc, agenda: Agenda): Int32Array | undefined {
  if (agenda !== defaultAgenda()) return undefined;
  const { weights, issues } = issueModel();
  return scoresBy(weights, issues, range, doc, agenda);
}

/** What weights say of each issue of an agenda. @param issues the issue of each class */
export function scoresBy(
  weights: Weights,
  issues: readonly string[],
  range: Range,
  doc: Doc,
  agenda: Agenda,
): Int32Array {
  const scores = new Int32Array(issues.length);
  issueFeatures(doc, range, issueOf(range, doc, agenda), features);
  weights.score(features.keys, features.count, scores);
  return Int32Array.from(agenda, ({ name }) => scores[issues.indexOf(name)] ?? 0);
}

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
import { type IssueMatch, issueOf } from "../issue-of.ts";
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

/** Scores over "other" from which on the model is heard, and from which on it is sure. */
const LEAST = 1000;
const SURE = 2000;

const features = new Features();

/** The issue that the model holds a range to be about: of the agenda that ships alone; `other` where it knows none. */
export function guessedIssue(range: Range, doc: Doc, agenda: Agenda): IssueMatch {
  if (agenda !== defaultAgenda()) return { issue: "other", weight: 0 };
  const { weights, issues } = issueModel();
  const scores = new Int32Array(issues.length);
  issueFeatures(doc, range, issueOf(range, doc, agenda), features);
  weights.score(features.keys, features.count, scores);
  let best = 0;
  for (let i = 1; i < issues.length; i++) if (scores[i]! > scores[best]!) best = i;
  const score = scores[best]!;
  return score < LEAST
    ? { issue: "other", weight: 0 }
    : { issue: issues[best]!, weight: score < SURE ? 0.5 : 1 };
}

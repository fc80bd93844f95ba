/** Which issue a stretch of text is about: by the terms of the agenda and, for the agenda that ships, by what a model has learnt. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { modelFolder, readManifest } from "../../../assets/files.ts";
import { decodeWeights, type Weights } from "../../../assets/weights.ts";
import type { Doc } from "../../../language/doc.ts";
import { Features } from "../../../language/model-features.ts";
import type { Agenda } from "../../../record/agenda.ts";
import type { Range } from "../../../record/span.ts";
import { defaultAgenda } from "../../settings.ts";
import { issueOf as byTerms, type IssueMatch } from "../issue-of.ts";
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

/** Scores over "other" from which on the model is heard, and from which on it stands like a term of the agenda. */
const LEAST = 1000;
const SURE = 2000;

/** How much more the model has to hold of another issue than of the one that a strong term names. */
const AGAINST_TERM = 4000;

const features = new Features();

/** The issue that a range is about; `other` where neither terms nor model know one. */
export function issueOf(range: Range, doc: Doc, agenda: Agenda): IssueMatch {
  const terms = byTerms(range, doc, agenda);
  if (agenda !== defaultAgenda()) return terms;
  const { weights, issues } = issueModel();
  const scores = new Int32Array(issues.length);
  issueFeatures(doc, range, terms, features);
  weights.score(features.keys, features.count, scores);
  let best = 0;
  for (let i = 1; i < issues.length; i++) if (scores[i]! > scores[best]!) best = i;
  const issue = issues[best]!;
  const score = scores[best]!;
  const named = issues.indexOf(terms.issue);
  if (terms.weight >= 1) {
    const isOverruled = issue !== terms.issue && score - Math.max(0, scores[named] ?? 0) >= AGAINST_TERM;
    return isOverruled ? { issue, weight: 1 } : terms;
  }
  if (score < LEAST) return terms;
  return { issue, weight: score >= SURE ? 1 : 0.5 };
}

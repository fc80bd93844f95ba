/**
 * `node training/stances/train.ts`: trains the model that tells which stance shows at a place of a sentence and the one
 * that tells which issue a content is about, and writes `models/stances/` and `models/issues/`. They learn from the
 * sentences of `training/stances/sentences/`, which are invented; the same sentences give the same bytes.
 * `--check` prints how they do on sentences that they have not seen, by five folds, and writes nothing.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { STANCE_FEATURES } from "../../src/findings/positions/learnt/features.ts";
import { ISSUE_FEATURES } from "../../src/findings/positions/learnt/issue-features.ts";
import { CLASSES } from "../../src/findings/positions/learnt/scorer.ts";
import { defaultAgenda } from "../../src/findings/settings.ts";
import { check, type Lesson, train } from "../lesson.ts";
import { examplesOf, issueExamplesOf } from "./examples.ts";
import { readFolder } from "./marked.ts";

const { values } = parseArgs({
  options: {
    sentences: { type: "string", default: resolve(import.meta.dirname, "sentences") },
    out: { type: "string", default: resolve(import.meta.dirname, "../../models") },
    check: { type: "boolean", default: false },
  },
});

const sentences = readFolder(values.sentences).flat();
const issues = defaultAgenda()
  .map(({ name }) => name)
  .filter((name) => name !== "other");

const lessons: readonly Lesson[] = [
  {
    name: "stances",
    features: STANCE_FEATURES,
    classes: CLASSES,
    sentences: sentences.map((sentence) =>
      examplesOf(sentence).map(({ keys, stance }) => ({
        keys,
        label: (CLASSES as readonly string[]).indexOf(stance) + 1,
      })),
    ),
    rounds: 10,
    rate: 0.01,
    shrink: 0.003,
    emphasis: 2,
    least: 20,
  },
  {
    name: "issues",
    features: ISSUE_FEATURES,
    classes: issues,
    sentences: sentences.map((sentence) =>
      issueExamplesOf(sentence).map(({ keys, issue }) => ({ keys, label: issues.indexOf(issue) + 1 })),
    ),
    rounds: 40,
    rate: 0.05,
    shrink: 0.01,
    emphasis: 1,
    least: 20,
  },
];

for (const lesson of lessons) {
  if (values.check) check(lesson);
  else train(lesson, values.out);
}

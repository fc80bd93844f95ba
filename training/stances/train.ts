/**
 * `node training/stances/train.ts`: trains the model that tells which stance shows at a place of a sentence and the one
 * that tells which issue a content is about, and writes `models/stances/` and `models/issues/`. They learn from the
 * sentences of `training/stances/sentences/` and the reports of `training/stances/reports/`, which are invented; the same
 * sentences give the same bytes. `--check` prints how they do on sentences that they have not seen, by five folds, and
 * writes nothing.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { check, train } from "../lesson.ts";
import { issueLesson, stanceLesson } from "./lessons.ts";
import { readFolder } from "./marked.ts";

const { values } = parseArgs({
  options: {
    out: { type: "string", default: resolve(import.meta.dirname, "../../models") },
    check: { type: "boolean", default: false },
  },
});

const sentences = ["sentences", "reports"].flatMap((folder) =>
  readFolder(resolve(import.meta.dirname, folder)).flat(),
);

for (const lesson of [stanceLesson(sentences), issueLesson(sentences)]) {
  if (values.check) check(lesson);
  else train(lesson, values.out);
}

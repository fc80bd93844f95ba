/** What the models of stances and of issues learn from marked sentences, and how. */
import { STANCE_FEATURES } from "../../src/findings/positions/learnt/features.ts";
import { ISSUE_FEATURES } from "../../src/findings/positions/learnt/issue-features.ts";
import { CLASSES } from "../../src/findings/positions/learnt/scorer.ts";
import { defaultAgenda } from "../../src/findings/settings.ts";
import type { Lesson } from "../lesson.ts";
import { examplesOf, issueExamplesOf } from "./examples.ts";
import type { MarkedSentence } from "./marked.ts";

/** Which stance shows at a place of a sentence. */
export function stanceLesson(sentences: readonly MarkedSentence[]): Lesson {
  return {
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
  };
}

/** Which issue a content is about. */
export function issueLesson(sentences: readonly MarkedSentence[]): Lesson {
  const issues = defaultAgenda()
    .map(({ name }) => name)
    .filter((name) => name !== "other");
  return {
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
  };
}

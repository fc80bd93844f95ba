/** One thing that a linear model learns from sentences, how it does on sentences that it has not seen, and its files. */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decodeWeights, encodeWeights, type Weights } from "../src/assets/weights.ts";
import { Generator } from "./generator.ts";
import { type Labelled, softmax } from "./softmax.ts";

/** Weights are whole numbers: a difference of 1 in the logarithm of the odds is this much. */
const SCALE = 1000;
const FOLDS = 5;

/** One thing to learn: sentence by sentence, what belongs to which class. */
export interface Lesson {
  readonly name: string;
  readonly features: string;
  /** Names of the classes; what is of none of them has the label 0, the first of them 1. */
  readonly classes: readonly string[];
  readonly sentences: readonly (readonly Labelled[])[];
  readonly rounds: number;
  readonly rate: number;
  readonly shrink: number;
  readonly emphasis: number;
  /** Weights nearer to zero than this are left out. */
  readonly least: number;
}

/** What a lesson teaches, ready to score with. */
export function taught(lesson: Lesson): Weights {
  return decodeWeights(learnt(lesson.sentences.flat(), lesson));
}

/** The weights learnt, as bytes: one run a feature, one weight a class. */
function learnt(
  examples: readonly Labelled[],
  { classes, rounds, rate, shrink, emphasis, least }: Lesson,
): Uint8Array {
  const settings = { classes: classes.length + 1, rounds, rate, shrink, emphasis, seen: 2 };
  const keys: number[] = [];
  const starts = [0];
  const runs: number[] = [];
  for (const [key, weights] of softmax(examples, settings, new Generator(7))) {
    for (const [place, weight] of weights.entries()) {
      const whole = Math.round(weight * SCALE);
      if (whole >= least || whole <= -least) runs.push((whole << 8) | place);
    }
    if (runs.length === starts.at(-1)) continue;
    keys.push(key);
    starts.push(runs.length);
  }
  return encodeWeights(Int32Array.from(keys), Int32Array.from(starts), Int32Array.from(runs));
}

interface Answer {
  readonly score: number;
  readonly isRight: boolean;
}

/** What a model says of sentences that it has not seen. */
function answersTo(examples: readonly Labelled[], bytes: Uint8Array, classes: number): readonly Answer[] {
  const scorer = decodeWeights(bytes);
  const scores = new Int32Array(classes);
  return examples.map(({ keys, label }) => {
    scorer.score(keys, keys.length, scores);
    const score = Math.max(...scores);
    return { score, isRight: scores.indexOf(score) + 1 === label };
  });
}

/** Prints precision and recall on sentences that were not learnt from, by the score from which on an answer is taken: five folds. */
export function check(lesson: Lesson): void {
  const { name, sentences, classes } = lesson;
  const answers: Answer[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const bytes = learnt(sentences.filter((_, i) => i % FOLDS !== fold).flat(), lesson);
    answers.push(...answersTo(sentences.filter((_, i) => i % FOLDS === fold).flat(), bytes, classes.length));
  }
  const marked = sentences.flat().filter(({ label }) => label > 0).length;
  process.stdout.write(
    `${name}: ${sentences.length} sentences, ${marked} marked\nscore  precision  recall\n`,
  );
  for (const least of [-2000, -1000, -500, 0, 500, 1000, 2000, 3000]) {
    const taken = answers.filter(({ score }) => score >= least);
    const right = taken.filter(({ isRight }) => isRight).length;
    process.stdout.write(
      `${String(least).padStart(5)}  ${(right / taken.length).toFixed(3).padStart(9)}  ${(right / marked).toFixed(3).padStart(6)}\n`,
    );
  }
}

/** Learns a lesson whole and writes `weights.bin` and `manifest.json` into its folder below `out`. */
export function train(lesson: Lesson, out: string): void {
  const { name, features, classes, sentences } = lesson;
  const folder = join(out, name);
  const weights = learnt(sentences.flat(), lesson);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "weights.bin"), weights);
  const sha256 = createHash("sha256").update(weights).digest("hex");
  writeFileSync(
    join(folder, "manifest.json"),
    `${JSON.stringify({ features, classes, sha256 }, undefined, 1)}\n`,
  );
  process.stderr.write(`${weights.length} bytes in ${folder}\n`);
}

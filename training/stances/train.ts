/**
 * `node training/stances/train.ts`: trains the model that tells which stance shows at a place of a sentence, and writes
 * `models/stances/`. It learns from the sentences of `training/stances/sentences/`, which are invented; the same
 * sentences give the same bytes. `--check` prints how it does on sentences that it has not seen, by five folds.
 */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { decodeWeights, encodeWeights } from "../../src/assets/weights.ts";
import { STANCE_FEATURES } from "../../src/findings/positions/learnt/features.ts";
import { CLASSES } from "../../src/findings/positions/learnt/scorer.ts";
import { Generator } from "../generator.ts";
import { softmax } from "../softmax.ts";
import { type Example, examplesOf } from "./examples.ts";
import { readFolder } from "./marked.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: resolve(import.meta.dirname, "sentences") },
    out: { type: "string", default: resolve(import.meta.dirname, "../../models/stances") },
    check: { type: "boolean", default: false },
  },
});

/** Weights are whole numbers: a difference of 1 in the logarithm of the odds is this much. */
const SCALE = 1000;
/** Weights nearer to zero than this are left out. */
const LEAST = 5;
const FOLDS = 5;
const SETTINGS = { classes: CLASSES.length + 1, rounds: 10, rate: 0.01, shrink: 0.003, emphasis: 2, seen: 2 };

function tell(message: string): void {
  process.stderr.write(message);
}

/** The weights learnt, as bytes: one run a feature, one weight a class. */
function learnt(examples: readonly Example[]): Uint8Array {
  const labelled = examples.map(({ keys, stance }) => ({
    keys,
    label: (CLASSES as readonly string[]).indexOf(stance) + 1,
  }));
  const keys: number[] = [];
  const starts = [0];
  const runs: number[] = [];
  for (const [key, weights] of softmax(labelled, SETTINGS, new Generator(7))) {
    for (const [place, weight] of weights.entries()) {
      const whole = Math.round(weight * SCALE);
      if (whole >= LEAST || whole <= -LEAST) runs.push((whole << 8) | place);
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
function answersTo(examples: readonly Example[], bytes: Uint8Array): readonly Answer[] {
  const scorer = decodeWeights(bytes);
  const scores = new Int32Array(CLASSES.length);
  return examples.map(({ keys, stance }) => {
    scorer.score(keys, keys.length, scores);
    const score = Math.max(...scores);
    return { score, isRight: CLASSES[scores.indexOf(score)] === stance };
  });
}

/** Precision and recall by the score from which on a place is taken. */
function check(sentences: readonly (readonly Example[])[]): void {
  const answers: Answer[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const bytes = learnt(sentences.filter((_, i) => i % FOLDS !== fold).flat());
    answers.push(...answersTo(sentences.filter((_, i) => i % FOLDS === fold).flat(), bytes));
  }
  const marked = sentences.flat().filter(({ stance }) => stance !== "").length;
  process.stdout.write(`${sentences.length} sentences, ${marked} stances\nscore  precision  recall\n`);
  for (const least of [-2000, -1000, -500, 0, 500, 1000, 2000]) {
    const taken = answers.filter(({ score }) => score >= least);
    const right = taken.filter(({ isRight }) => isRight).length;
    process.stdout.write(
      `${String(least).padStart(5)}  ${(right / taken.length).toFixed(3).padStart(9)}  ${(right / marked).toFixed(3).padStart(6)}\n`,
    );
  }
}

const sentences = readFolder(values.data).flat().map(examplesOf);
if (values.check) check(sentences);
else {
  const weights = learnt(sentences.flat());
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, "weights.bin"), weights);
  const manifest = {
    features: STANCE_FEATURES,
    sha256: createHash("sha256").update(weights).digest("hex"),
  };
  writeFileSync(join(values.out, "manifest.json"), `${JSON.stringify(manifest, undefined, 1)}\n`);
  tell(`${weights.length} bytes in ${values.out}\n`);
}

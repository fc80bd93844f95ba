/**
 * `node training/stances/train.ts`: trains the model that tells which stance shows at a place of a sentence, and writes
 * `models/stances/`. It learns from the sentences of `training/stances/sentences/`, which are invented; the same
 * sentences give the same bytes. `--check` prints how it does on sentences that it has not seen, by five folds.
 */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { mix1 } from "../../src/assets/hash.ts";
import { decodeWeights, encodeWeights } from "../../src/assets/weights.ts";
import { STANCE_FEATURES } from "../../src/findings/positions/learnt/features.ts";
import { CLASSES } from "../../src/findings/positions/learnt/scorer.ts";
import { AdaGrad, type Choices } from "../adagrad.ts";
import { Generator, shuffled } from "../generator.ts";
import { type Example, examplesOf } from "./examples.ts";
import { readFolder } from "./marked.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: resolve(import.meta.dirname, "sentences") },
    out: { type: "string", default: resolve(import.meta.dirname, "../../models/stances") },
    check: { type: "boolean", default: false },
  },
});

/** Weights are whole numbers: a margin of 1 is this much. */
const SCALE = 2000;
/** Averaged weights nearer to zero than this are left out. */
const LEAST = 10;
/** Of a hundred features, how many are left out of an example each time. */
const DROPPED = 25;
const ROUNDS = 8;
const SEEDS = [7, 11];
const FOLDS = 5;

function tell(message: string): void {
  process.stderr.write(message);
}

/** The key of a feature as seen by one class. */
function keyFor(key: number, place: number): number {
  return mix1(place + 1, key);
}

function choicesOf({ keys, stance }: Example): Choices {
  return {
    choices: CLASSES.map((_, place) => keys.map((key) => keyFor(key, place))),
    right: CLASSES.map((name) => name === stance),
  };
}

/** The weights learnt, as bytes. */
function learnt(examples: readonly Example[]): Uint8Array {
  const choices = examples.map(choicesOf);
  const sums = new Map<number, number>();
  for (const seed of SEEDS) {
    const generator = new Generator(seed);
    const order = <T>(list: readonly T[]): readonly T[] => shuffled(list, generator);
    const weights = new AdaGrad(choices, { rate: 0.1, seen: 2 })
      .learn(choices, { rounds: ROUNDS, dropped: DROPPED, mayBeNone: true, order }, tell)
      .averaged(SCALE, 0);
    for (const [key, weight] of weights) sums.set(key, (sums.get(key) ?? 0) + weight);
  }
  return encoded(new Set(examples.flatMap(({ keys }) => [...keys])), sums);
}

/** A table with one run of weights a feature, one weight a class. */
function encoded(features: ReadonlySet<number>, sums: ReadonlyMap<number, number>): Uint8Array {
  const keys: number[] = [];
  const starts = [0];
  const runs: number[] = [];
  for (const feature of features) {
    for (let place = 0; place < CLASSES.length; place++) {
      const weight = Math.round((sums.get(keyFor(feature, place)) ?? 0) / SEEDS.length);
      if (weight >= LEAST || weight <= -LEAST) runs.push((weight << 8) | place);
    }
    if (runs.length === starts.at(-1)) continue;
    keys.push(feature);
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
  for (const least of [-1000, -500, 0, 250, 500, 1000, 2000]) {
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

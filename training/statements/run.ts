/**
 * `node training/statements/run.ts [--data FOLDER]`: trains the model that tells which verbs report something, and
 * writes `models/statements/`. The same data give the same bytes.
 */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { encodeWeights } from "../../src/assets/weights.ts";
import { STATEMENT_FEATURES } from "../../src/findings/statements/features.ts";
import { Generator, shuffled } from "../generator.ts";
import { Perceptron } from "../perceptron.ts";
import { type Example, examplesOf } from "./examples.ts";
import { readPolnear } from "./polnear.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: resolve(import.meta.dirname, "../../../shared/data/polnear") },
    out: { type: "string", default: resolve(import.meta.dirname, "../../models/statements") },
    rounds: { type: "string", default: "5" },
  },
});

const SCALE = 64;
/** By how much the right choice has to win. */
const MARGIN = 20;
/** Averaged weights nearer to zero than this are left out. */
const LEAST = 24;

function train(examples: readonly Example[], rounds: number): Perceptron {
  const model = new Perceptron();
  const generator = new Generator(7);
  const scores = new Int32Array(1);
  for (let round = 0; round < rounds; round++) {
    let mistakes = 0;
    for (const { choices, right } of shuffled(examples, generator)) {
      model.time++;
      const scored = choices.map((keys) => {
        model.score(keys, keys.length, scores);
        return scores[0]!;
      });
      // "Reports nothing" scores 0; a right choice must beat it, a wrong one must not reach it, both by a margin.
      const target = bestOf(scored, right);
      const rival = bestOf(
        scored,
        right.map((one) => !one),
      );
      const margin = MARGIN;
      if (target >= 0) {
        const threat = Math.max(0, rival < 0 ? 0 : scored[rival]!);
        if (scored[target]! - threat >= margin) continue;
        model.update(choices[target]!, choices[target]!.length, 0, 1);
        if (rival >= 0 && scored[rival]! > 0) model.update(choices[rival]!, choices[rival]!.length, 0, -1);
        mistakes++;
      } else if (rival >= 0 && scored[rival]! > -margin) {
        model.update(choices[rival]!, choices[rival]!.length, 0, -1);
        mistakes++;
      }
    }
    process.stderr.write(`round ${round + 1}: ${mistakes} of ${examples.length} changed the weights\n`);
  }
  return model;
}

function bestOf(scores: readonly number[], allowed: readonly boolean[]): number {
  let best = -1;
  for (let i = 0; i < scores.length; i++)
    if (allowed[i] && (best < 0 || scores[i]! > scores[best]!)) best = i;
  return best;
}

const texts = readPolnear(values.data, "train");
if (!texts) {
  process.stderr.write(`PolNeAR not found under ${values.data}: nothing trained\n`);
} else {
  const examples = texts.flatMap((text) => examplesOf(text));
  process.stderr.write(`${texts.length} texts, ${examples.length} verbs\n`);
  const { keys, starts, runs } = train(examples, Number(values.rounds)).averaged(SCALE, LEAST);
  const weights = encodeWeights(keys, starts, runs);
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, "weights.bin"), weights);
  const sha256 = createHash("sha256").update(weights).digest("hex");
  writeFileSync(
    join(values.out, "manifest.json"),
    `${JSON.stringify({ features: STATEMENT_FEATURES, sha256 }, null, 1)}\n`,
  );
  process.stderr.write(`${weights.length} bytes\n`);
}

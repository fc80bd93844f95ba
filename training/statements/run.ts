/**
 * `node training/statements/run.ts [--data FOLDER]`: trains the model that tells which words report something, what,
 * and of whom, and writes `models/statements/`. The same data give the same bytes.
 */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { decodeWeights, encodeWeights } from "../../src/assets/weights.ts";
import { STATEMENT_FEATURES } from "../../src/findings/statements/learnt/features.ts";
import { AdaGrad, type Choices } from "../adagrad.ts";
import { Generator, shuffled } from "../generator.ts";
import { contentExamples, cueExamples, lessonOf, reportExamples, sourceExamples } from "./examples.ts";
import { readPolnear } from "./polnear.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: resolve(import.meta.dirname, "../../../shared/data/polnear") },
    out: { type: "string", default: resolve(import.meta.dirname, "../../models/statements") },
    rounds: { type: "string", default: "4" },
  },
});

/** Weights are whole numbers: a margin of 1 is this much. */
const SCALE = 2000;
/** Averaged weights nearer to zero than this are left out. */
const LEAST = 10;
/** Of a hundred features, how many are left out of an example each time. */
const DROPPED = 25;

function tell(message: string): void {
  process.stderr.write(message);
}

/** The weights of one question, by feature. */
function weightsOf(
  question: string,
  examples: readonly Choices[],
  { rate, seen, mayBeNone }: { rate: number; seen: number; mayBeNone: boolean },
): Map<number, number> {
  tell(`${question}: ${examples.length} examples\n`);
  const generator = new Generator(7);
  const order = <T>(list: readonly T[]): readonly T[] => shuffled(list, generator);
  return new AdaGrad(examples, { rate, seen })
    .learn(examples, { rounds: Number(values.rounds), dropped: DROPPED, mayBeNone, order }, tell)
    .averaged(SCALE, LEAST);
}

/** One table of weights from those of each question, whose features do not meet. */
function encoded(questions: readonly Map<number, number>[]): Uint8Array {
  const all = new Map(questions.flatMap((weights) => [...weights]));
  const keys = Int32Array.from(all.keys());
  const starts = Int32Array.from({ length: all.size + 1 }, (_, i) => i);
  return encodeWeights(
    keys,
    starts,
    Int32Array.from(all.values(), (weight) => weight << 8),
  );
}

const texts = readPolnear(values.data, "train");
if (!texts) {
  tell(`PolNeAR not found under ${values.data}: nothing trained\n`);
} else {
  const lessons = texts.map(lessonOf);
  const report = weightsOf("which words report", lessons.flatMap(reportExamples), {
    rate: 0.05,
    seen: 3,
    mayBeNone: true,
  });
  const scorer = decodeWeights(encoded([report]));
  const contents = lessons.map((lesson) => contentExamples(lesson, scorer));
  const content = weightsOf(
    "what they report",
    contents.flatMap(({ examples }) => examples),
    {
      rate: 0.05,
      seen: 3,
      mayBeNone: true,
    },
  );
  const sources = lessons.flatMap((lesson, i) => sourceExamples(lesson, contents[i]!.known));
  const source = weightsOf("of whom", sources, { rate: 0.1, seen: 2, mayBeNone: true });
  const cues = lessons.flatMap((lesson, i) => cueExamples(lesson, contents[i]!.known));
  const cue = weightsOf("how far cues reach", cues, { rate: 0.1, seen: 2, mayBeNone: false });
  const weights = encoded([report, content, source, cue]);
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, "weights.bin"), weights);
  const sha256 = createHash("sha256").update(weights).digest("hex");
  writeFileSync(
    join(values.out, "manifest.json"),
    `${JSON.stringify({ features: STATEMENT_FEATURES, sha256 }, null, 1)}\n`,
  );
  tell(`${weights.length} bytes\n`);
}

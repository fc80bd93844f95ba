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
import type { Scorer } from "../../src/findings/statements/learnt/scorer.ts";
import { AdaGrad, type Choices } from "../adagrad.ts";
import { Generator, shuffled } from "../generator.ts";
import {
  contentExamples,
  cueExamples,
  type Lesson,
  lessonOf,
  reportExamples,
  reportingOf,
  sourceExamples,
  standingExamples,
} from "./examples.ts";
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

/** How a question is learnt. */
interface Learning {
  readonly rate: number;
  /** Features that fewer examples have are left out. */
  readonly seen: number;
  readonly mayBeNone: boolean;
}

/** Orders in which the examples are gone through; the weights are the mean of what each order gives. */
const SEEDS = [7, 11];

/** The weights of one question, by feature. */
function weightsOf(
  question: string,
  examples: readonly Choices[],
  { rate, seen, mayBeNone }: Learning,
  seeds: readonly number[] = SEEDS,
): Map<number, number> {
  tell(`${question}: ${examples.length} examples\n`);
  const sums = new Map<number, number>();
  for (const seed of seeds) {
    const generator = new Generator(seed);
    const order = <T>(list: readonly T[]): readonly T[] => shuffled(list, generator);
    const weights = new AdaGrad(examples, { rate, seen })
      .learn(examples, { rounds: Number(values.rounds), dropped: DROPPED, mayBeNone, order }, tell)
      .averaged(SCALE, 0);
    for (const [key, weight] of weights) sums.set(key, (sums.get(key) ?? 0) + weight);
  }
  const means = [...sums].map(([key, sum]): [number, number] => [key, Math.round(sum / seeds.length)]);
  return new Map(means.filter(([, weight]) => weight >= LEAST || weight <= -LEAST));
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

const FOLDS = 3;

/** For each text, a scorer that has learnt from other texts only: what it says of the text is like what it says of a new one. */
function unseen(lists: readonly (readonly Choices[])[], name: string, learning: Learning): readonly Scorer[] {
  const scorers = Array.from({ length: FOLDS }, (_, fold) => {
    const others = lists.filter((_, i) => i % FOLDS !== fold).flat();
    return decodeWeights(
      encoded([weightsOf(`${name}, without part ${fold + 1}`, others, learning, SEEDS.slice(0, 1))]),
    );
  });
  return lists.map((_, i) => scorers[i % FOLDS]!);
}

const CUES: Learning = { rate: 0.05, seen: 3, mayBeNone: true };
const SOURCES: Learning = { rate: 0.1, seen: 2, mayBeNone: true };
const EXTENTS: Learning = { rate: 0.1, seen: 2, mayBeNone: false };

/** Each question is learnt from answers to those before it by scorers that have not seen the text. */
function learn(lessons: readonly Lesson[]): Uint8Array {
  const reports = lessons.map(reportExamples);
  const report = weightsOf("which words report", reports.flat(), CUES);
  const reportings = unseen(reports, "which words report", CUES).map((scorer, i) =>
    reportingOf(lessons[i]!, scorer),
  );
  const contents = lessons.map((lesson, i) => contentExamples(lesson, reportings[i]!));
  const examples = contents.map((one) => one.examples);
  const content = weightsOf("what they report", examples.flat(), CUES);
  const sources = lessons.map((lesson, i) => sourceExamples(lesson, contents[i]!.known));
  const source = weightsOf("of whom", sources.flat(), SOURCES);
  const contentScorers = unseen(examples, "what they report", CUES);
  const sourceScorers = unseen(sources, "of whom", SOURCES);
  const standings = lessons.flatMap((lesson, i) =>
    standingExamples(lesson, reportings[i]!, both(contentScorers[i]!, sourceScorers[i]!)),
  );
  const standing = weightsOf("whether it stands", standings, CUES);
  const cues = lessons.flatMap((lesson, i) => cueExamples(lesson, contents[i]!.known));
  const cue = weightsOf("how far cues reach", cues, EXTENTS);
  return encoded([report, content, source, standing, cue]);
}

/** Two scorers of features that do not meet as one. */
function both(a: Scorer, b: Scorer): Scorer {
  const own = new Int32Array(1);
  return {
    score(keys, count, scores) {
      a.score(keys, count, scores);
      b.score(keys, count, own);
      scores[0]! += own[0]!;
    },
  };
}

const texts = readPolnear(values.data, "train");
if (!texts) {
  tell(`PolNeAR not found under ${values.data}: nothing trained\n`);
} else {
  const weights = learn(texts.map(lessonOf));
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, "weights.bin"), weights);
  const sha256 = createHash("sha256").update(weights).digest("hex");
  writeFileSync(
    join(values.out, "manifest.json"),
    `${JSON.stringify({ features: STATEMENT_FEATURES, sha256 }, null, 1)}\n`,
  );
  tell(`${weights.length} bytes\n`);
}

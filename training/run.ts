/**
 * `npm run train`: trains every model of the language part and writes `models/`.
 * The same data give the same bytes. Options: `--data FOLDER` (default ../shared/data).
 */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { BOUNDARY_FEATURES } from "../src/language/boundaries.ts";
import { encodeSeen } from "../src/language/model/load.ts";
import { encodeWeights } from "../src/language/model/weights.ts";
import { PARSE_FEATURES } from "../src/language/syntax/features.ts";
import { TAG_FEATURES } from "../src/language/tags/features.ts";
import { classesOf, tag } from "../src/language/tags/tagger.ts";
import { trainBoundaries } from "./boundaries.ts";
import { readTreebanks } from "./data.ts";
import { learnLemmas } from "./lemmas.ts";
import { relations, toTree, trainParser } from "./parser.ts";
import { jointClasses, toExample, trainTagger } from "./tagger.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: resolve(import.meta.dirname, "../../shared/data") },
    out: { type: "string", default: resolve(import.meta.dirname, "../models") },
    rounds: { type: "string", default: "8" },
    folds: { type: "string", default: "5" },
  },
});

const log = (line: string): void => void process.stderr.write(`${line}\n`);

function write(name: string, file: string, bytes: Uint8Array | string): void {
  mkdirSync(join(values.out, name), { recursive: true });
  writeFileSync(join(values.out, name, file), bytes);
}

const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function trainAll(): void {
  const data = readTreebanks(values.data);
  if (!data) {
    log(`treebanks not found under ${values.data}: nothing trained`);
    return;
  }
  const rounds = Number(values.rounds);
  const folds = Number(values.folds);
  const classes = jointClasses(data.train, 5);
  const examples = data.train.map((document) => toExample(document, classes));

  const tagger = trainTagger(examples, classes, rounds, log);
  const tagWeights = encodeWeights(tagger.raw.keys, tagger.raw.starts, tagger.raw.runs);
  write("tagger", "weights.bin", tagWeights);
  const boundaries = trainBoundaries(data.train, tagger.seen, 6, log);
  write("tagger", "boundaries.bin", encodeWeights(boundaries.keys, boundaries.starts, boundaries.runs));
  write("tagger", "seen.bin", encodeSeen(tagger.seen));
  write("tagger", "lemmas.txt", learnLemmas(data.train));
  write(
    "tagger",
    "manifest.json",
    `${JSON.stringify({ features: `${TAG_FEATURES} ${BOUNDARY_FEATURES}`, sha256: digest(tagWeights), classes }, null, 1)}\n`,
  );

  // Tags to learn parsing from come from taggers that have not seen the sentence.
  const tagged: Uint8Array[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const rest = examples.filter((_, i) => i % folds !== fold);
    const model = trainTagger(rest, classes, Math.min(rounds, 5), () => {});
    examples.forEach((example, i) => {
      if (i % folds === fold)
        tagged[i] = tag(model, example.words, example.sentences, classesOf(example.words, model.seen));
    });
    log(`fold ${fold + 1} of ${folds} tagged`);
  }
  const labels = relations(data.train, 4);
  const trees = data.train.map((document, i) =>
    toTree(document, examples[i]!.words, tagged[i]!, examples[i]!.sentences, labels),
  );
  const parser = trainParser(trees, labels, rounds, log);
  const parseWeights = encodeWeights(parser.raw.keys, parser.raw.starts, parser.raw.runs);
  write("parser", "weights.bin", parseWeights);
  write(
    "parser",
    "manifest.json",
    `${JSON.stringify({ features: PARSE_FEATURES, sha256: digest(parseWeights), labels }, null, 1)}\n`,
  );
  log(`tagger ${tagWeights.length} bytes, parser ${parseWeights.length} bytes`);
}

trainAll();

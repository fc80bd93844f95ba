/**
 * `node training/syntax/train.ts [--data FOLDER] [--out FOLDER] [--rounds N]`: trains the models of sentence boundaries,
 * tags, lemmas and syntax and writes `models/tagger` and `models/parser`. The same data give the same bytes.
 */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { encodeWeights } from "../../src/assets/weights.ts";
import { BOUNDARY_FEATURES } from "../../src/language/boundaries.ts";
import { encodeSeen } from "../../src/language/load.ts";
import type { Shape } from "../../src/language/syntax/layers.ts";
import { encodeNetwork, SYNTAX_FEATURES } from "../../src/language/syntax/network.ts";
import { TAG_FEATURES } from "../../src/language/tags/features.ts";
import { caseFlags, classesOf, tag } from "../../src/language/tags/tagger.ts";
import { readTreebanks } from "../data.ts";
import { trainBoundaries } from "./boundaries.ts";
import { learnLemmas } from "./lemmas.ts";
import { trainNetwork } from "./network.ts";
import { type Example, jointClasses, toExample, trainTagger } from "./tagger.ts";
import { knownForms, relations, toTrees } from "./trees.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: resolve(import.meta.dirname, "../../../shared/data") },
    out: { type: "string", default: resolve(import.meta.dirname, "../../models") },
    rounds: { type: "string", default: "14" },
  },
});

const TAGGER_ROUNDS = 7;
const FOLDS = 5;
const FOLD_ROUNDS = 5;

const log = (line: string): void => void process.stderr.write(`${line}\n`);
const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function write(name: string, file: string, bytes: Uint8Array | string): void {
  mkdirSync(join(values.out, name), { recursive: true });
  writeFileSync(join(values.out, name, file), bytes);
}

function writeManifest(name: string, manifest: Record<string, unknown>): void {
  write(name, "manifest.json", `${JSON.stringify(manifest, null, 1)}\n`);
}

/** Tags of every text by taggers that have not seen it, as the parser will meet them. */
function tagByOthers(examples: readonly Example[], classes: readonly string[]): Uint8Array[] {
  const tags: Uint8Array[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const rest = examples.filter((_, i) => i % FOLDS !== fold);
    const model = trainTagger(rest, classes, FOLD_ROUNDS, () => {});
    examples.forEach(({ words, sentences }, i) => {
      if (i % FOLDS !== fold) return;
      tags[i] = tag(model, words, sentences, classesOf(words, model.seen), caseFlags(words, sentences));
    });
    log(`fold ${fold + 1} of ${FOLDS} tagged`);
  }
  return tags;
}

function trainAll(): void {
  const data = readTreebanks(values.data);
  if (!data) {
    log(`treebanks not found under ${values.data}: nothing trained`);
    return;
  }
  const classes = jointClasses(data.train, 5);
  const examples = data.train.map((document) => toExample(document, classes));

  const tagger = trainTagger(examples, classes, TAGGER_ROUNDS, log);
  const tagWeights = encodeWeights(tagger.raw.keys, tagger.raw.starts, tagger.raw.runs);
  const boundaries = trainBoundaries(data.train, tagger.seen, 6, log);
  write("tagger", "weights.bin", tagWeights);
  write("tagger", "boundaries.bin", encodeWeights(boundaries.keys, boundaries.starts, boundaries.runs));
  write("tagger", "seen.bin", encodeSeen(tagger.seen));
  write("tagger", "lemmas.txt", learnLemmas(data.train));
  writeManifest("tagger", {
    features: `${TAG_FEATURES} ${BOUNDARY_FEATURES}`,
    sha256: digest(tagWeights),
    classes,
  });

  const labels = relations(data.train, 4);
  const forms = knownForms(examples);
  const trees = toTrees(data.train, examples, tagByOthers(examples, classes), tagger.seen, forms, labels);
  const shape: Shape = {
    width: 128,
    memory: 128,
    layers: 3,
    arc: 128,
    relation: 96,
    tags: roundUp(classes.length),
    labels: roundUp(labels.length),
  };
  const weights = trainNetwork(trees, shape, forms.size, Number(values.rounds), log);
  const network = encodeNetwork(shape, weights, [...forms.keys()]);
  write("parser", "network.bin", network);
  writeManifest("parser", {
    features: SYNTAX_FEATURES,
    sha256: digest(network),
    tagger: digest(tagWeights),
    shape,
    forms: forms.size,
    labels,
  });
}

/** The next multiple of 8: the width of a matrix that the kernel multiplies. */
function roundUp(count: number): number {
  return (count + 7) & ~7;
}

trainAll();

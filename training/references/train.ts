/**
 * `node training/references/train.ts [--data FOLDER] [--out FOLDER]`: trains the ranker of antecedents on GUM's
 * OntoNotes-like coreference and writes `models/references`. The same data give the same bytes.
 */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { docOfRows } from "../../src/language/clauses/doc-of-rows.ts";
import type { Doc, Upos } from "../../src/language/doc.ts";
import { findNames } from "../../src/language/names/find-names.ts";
import { REFERENCE_FEATURES } from "../../src/language/references/features.ts";
import { encodeSparse, type RankerModel, rank } from "../../src/language/references/ranker.ts";
import { sceneOf } from "../../src/language/references/scene.ts";
import type { GoldDocument } from "../conllu.ts";
import { type CoreferenceDocument, readCoreference } from "./documents.ts";
import { type Costs, type Example, trainRanker } from "./ranker.ts";

const ROUNDS = 6;
const COSTS: Costs = { falseLink: 4, missedLink: 100, wrongLink: 16 };
const FOLDS = 4;
const BINS = 8;

/** The document with the trees of its annotators, over its raw text. */
export function docOfGold(gold: GoldDocument): Doc {
  const doc = docOfRows(
    gold.sentences.map((sentence) =>
      sentence.map(({ form, lemma, upos, xpos, head, deprel }) => ({
        word: form,
        lemma,
        upos: upos as Upos,
        xpos,
        head: head + 1,
        deprel,
      })),
    ),
  );
  const words = gold.sentences.flat();
  return {
    ...doc,
    text: gold.text,
    start: Int32Array.from(words, (word) => word.start),
    end: Int32Array.from(words, (word) => word.end),
  };
}

function exampleOf(document: CoreferenceDocument): Example {
  const doc = docOfGold(document.gold);
  const scene = sceneOf(doc, findNames(doc));
  const owners = new Map<string, number>();
  document.entities.forEach((spans, entity) => {
    for (const span of spans) owners.set(span, entity);
  });
  const entity = Int32Array.from(
    scene.candidates,
    ({ first, last }) => owners.get(`${doc.start[first]}:${doc.end[last - 1]}`) ?? -1,
  );
  return { scene, entity };
}

/** How often links of a margin are right, on documents that the weights have not seen; bins of equal size. */
function calibrate(examples: readonly Example[], log: (line: string) => void): RankerModel["calibration"] {
  const links: { margin: number; right: boolean }[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const weights = trainRanker(
      examples.filter((_, i) => i % FOLDS !== fold),
      ROUNDS,
      COSTS,
      () => {},
    );
    examples.forEach(({ scene, entity }, i) => {
      if (i % FOLDS !== fold) return;
      const { antecedent, margin } = rank(scene, { weights, calibration: [] });
      antecedent.forEach((earlier, index) => {
        // A phrase that the annotators joined to nothing may still be a phrase whose span we draw otherwise.
        if (earlier < 0 || entity[index]! < 0) return;
        links.push({ margin: margin[index]!, right: entity[earlier] === entity[index] });
      });
    });
  }
  links.sort((a, b) => a.margin - b.margin);
  const bins: [number, number][] = [];
  for (let bin = 0; bin < BINS; bin += 1) {
    const part = links.slice(
      Math.floor((bin * links.length) / BINS),
      Math.floor(((bin + 1) * links.length) / BINS),
    );
    const share = part.filter((link) => link.right).length / part.length;
    // Never falling: where a bin is below the one before, both say what the one before says.
    bins.push([
      bin === 0 ? 0 : part[0]!.margin,
      Math.max(bins.at(-1)?.[1] ?? 0, Math.round(share * 100) / 100),
    ]);
  }
  log(`links right by margin: ${bins.map(([margin, share]) => `${margin} ${share}`).join(", ")}`);
  return bins;
}

/** Trains and writes the model; returns false where the data are absent. */
export function trainReferences(dataFolder: string, out: string, log: (line: string) => void): boolean {
  const data = readCoreference(dataFolder);
  if (data === undefined) {
    log(`no coreference data under ${dataFolder}: references not trained`);
    return false;
  }
  const examples = data.train.map(exampleOf);
  const calibration = calibrate(examples, log);
  const bytes = encodeSparse(trainRanker(examples, ROUNDS, COSTS, log));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  mkdirSync(join(out, "references"), { recursive: true });
  writeFileSync(join(out, "references", "weights.bin"), bytes);
  const manifest = { features: REFERENCE_FEATURES, sha256, documents: examples.length, calibration };
  writeFileSync(join(out, "references", "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`);
  log(`references: ${examples.length} documents, ${bytes.length} bytes`);
  return true;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      data: { type: "string", default: resolve(import.meta.dirname, "../../../shared/data") },
      out: { type: "string", default: resolve(import.meta.dirname, "../../models") },
    },
  });
  trainReferences(values.data, values.out, (line) => void process.stderr.write(`${line}\n`));
}

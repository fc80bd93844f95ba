/**
 * Trains the recogniser of names: a structured averaged perceptron (Collins 2002) over the labels of `recognise.ts`.
 * `node training/names/train.ts [--data FOLDER] [--out FOLDER]` writes `models/names/`; tagger and parser come first.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { type GoldText, readCrossNerFolder, readGumFolder } from "../../bench/accuracy/language/name-gold.ts";
import { modelFolder } from "../../src/assets/files.ts";
import { decodeWeights, encodeWeights } from "../../src/assets/weights.ts";
import type { Doc } from "../../src/language/doc.ts";
import type { Casing } from "../../src/language/names/casing.ts";
import type { Cues } from "../../src/language/names/cues.ts";
import {
  NAME_FEATURE_COUNT,
  NAME_FEATURES,
  nameFeatures,
  transitionKey,
  type View,
  viewOf,
} from "../../src/language/names/features.ts";
import { gazetteer } from "../../src/language/names/gazetteer.ts";
import {
  COARSE_KINDS,
  decode,
  LABELS,
  type NameModel,
  nameModel,
} from "../../src/language/names/recognise.ts";
import { parse } from "../../src/language/parse.ts";
import { Generator, shuffled } from "../generator.ts";
import { Perceptron } from "../perceptron.ts";
import { learnCasing } from "./casing.ts";

interface Example {
  /** Feature keys of each open token, empty for the others. */
  readonly keys: readonly Int32Array[];
  readonly open: Uint8Array;
  readonly begins: Uint8Array;
  readonly gold: Uint8Array;
}

/** Labels of the tokens; a name that the recogniser cannot give (other token ends, no capital at all) is left out. */
function labelsOf(text: GoldText, doc: Doc, cues: Cues): Uint8Array {
  const labels = new Uint8Array(doc.size);
  const starts = new Map<number, number>();
  for (let i = 0; i < doc.size; i += 1) if (!starts.has(doc.start[i]!)) starts.set(doc.start[i]!, i);
  for (const name of text.names) {
    const first = starts.get(name.start);
    if (first === undefined || cues.begins[first] !== 1) continue;
    let reachable = true;
    for (let i = first; i < doc.size && doc.end[i]! <= name.end; i += 1)
      if (cues.open[i] !== 1) reachable = false;
    if (!reachable) continue;
    const kind = COARSE_KINDS.indexOf(name.kind);
    for (let i = first; i < doc.size && doc.end[i]! <= name.end; i += 1)
      labels[i] = i === first ? 2 * kind + 1 : 2 * kind + 2;
  }
  return labels;
}

/** One capitalised word in so many is given another tag in the blind copies. */
const NOISE = 8;

/**
 * The same text as a reader would see it who knows none of its names: no lists, and every capitalised word new.
 * A third of the training is on such copies, so that the context carries where a name is in no list.
 */
function blinded(view: View, generator: Generator): View {
  const { cues, words, doc } = view;
  const nouns = ["NN", "NNP", "NNPS", "JJ"].map((tag) => doc.xposNames.indexOf(tag));
  // The tagger has seen most of these texts: in others it errs more often.
  const xpos = doc.xpos.map((tag, i) =>
    cues.capital[i] === 1 && nouns.includes(tag) && generator.next(NOISE) === 0
      ? nouns[generator.next(4)]!
      : tag,
  );
  const strange = (column: Int32Array) =>
    column.map((hash, i) =>
      cues.capital[i] === 1 && cues.title[i] === 0 ? Math.imul(hash, 0x2c1b3c6d) ^ 0x5bd1e995 : hash,
    );
  return {
    ...view,
    doc: { ...doc, xpos },
    words: { ...words, form: strange(words.form), prefix3: strange(words.prefix3) },
    // A name that no list holds was hardly seen before either.
    casing: view.casing.map((usual, i) =>
      cues.capital[i] === 1 && usual > 3 && generator.next(2) === 0 ? 0 : usual,
    ),
    cues: {
      ...cues,
      listed: new Uint16Array(cues.listed.length),
      listedAt: new Uint8Array(cues.listed.length),
      given: new Uint8Array(cues.listed.length),
    },
  };
}

export function examplesOf(texts: readonly GoldText[], casing: Casing, blind = false): Example[] {
  const found: Example[] = [];
  const generator = new Generator(5);
  const keys = new Int32Array(NAME_FEATURE_COUNT);
  for (const text of texts) {
    const doc = parse(text.text, { within: text.within });
    const seen = viewOf(doc, gazetteer(), casing);
    const view = blind ? blinded(seen, generator) : seen;
    const labels = labelsOf(text, doc, view.cues);
    for (let s = 0; s + 1 < doc.sentences.length; s += 1) {
      const first = doc.sentences[s]!;
      const last = doc.sentences[s + 1]!;
      const own: Int32Array[] = [];
      for (let i = first; i < last; i += 1)
        own.push(
          view.cues.open[i] === 1
            ? keys.slice(0, nameFeatures(view, i, first, last, keys))
            : new Int32Array(0),
        );
      const open = view.cues.open.slice(first, last);
      if (open.includes(1))
        found.push({
          keys: own,
          open,
          begins: view.cues.begins.slice(first, last),
          gold: labels.slice(first, last),
        });
    }
  }
  return found;
}

type Raw = ReturnType<Perceptron["averaged"]>;

export function trainNames(
  examples: readonly Example[],
  casing: Casing,
  rounds: number,
  log: (line: string) => void,
): NameModel & { raw: Raw } {
  const model = new Perceptron();
  const generator = new Generator(23);
  const transitions = new Int32Array(LABELS * LABELS);
  const one = new Int32Array(1);
  const update = (from: number, to: number, delta: number) => {
    one[0] = transitionKey(from);
    model.update(one, 1, to, delta);
    transitions[from * LABELS + to] = transitions[from * LABELS + to]! + delta;
  };
  for (let round = 0; round < rounds; round += 1) {
    let wrong = 0;
    for (const example of shuffled(examples, generator)) {
      const size = example.gold.length;
      const labels = new Uint8Array(size);
      decode(
        (i, _first, _last, into) => model.score(example.keys[i]!, example.keys[i]!.length, into),
        transitions,
        example.open,
        example.begins,
        0,
        size,
        labels,
      );
      model.time += 1;
      for (let i = 0; i < size; i += 1) {
        const gold = example.gold[i]!;
        const guess = labels[i]!;
        const goldBefore = i === 0 ? 0 : example.gold[i - 1]!;
        const guessBefore = i === 0 ? 0 : labels[i - 1]!;
        if (gold !== guess || goldBefore !== guessBefore) {
          update(goldBefore, gold, 1);
          update(guessBefore, guess, -1);
        }
        if (gold === guess) continue;
        wrong += 1;
        const keys = example.keys[i]!;
        model.update(keys, keys.length, gold, 1);
        model.update(keys, keys.length, guess, -1);
      }
    }
    log(`names round ${round + 1}: ${wrong} labels wrong while learning`);
  }
  const raw = model.averaged(64, 3);
  return { ...nameModel(decodeWeights(encodeWeights(raw.keys, raw.starts, raw.runs)), casing), raw };
}

export function writeNames(folder: string, raw: Raw, casing: Uint8Array, sources: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  const weights = encodeWeights(raw.keys, raw.starts, raw.runs);
  writeFileSync(join(folder, "weights.bin"), weights);
  writeFileSync(join(folder, "casing.bin"), casing);
  const sha256 = createHash("sha256").update(weights).digest("hex");
  const manifest = {
    features: NAME_FEATURES,
    sha256,
    labels: LABELS,
    kinds: COARSE_KINDS,
    seed: 23,
    sources,
  };
  writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Texts whose licence allows a shipped model: GUM without its non-commercial genres, CrossNER (MIT). */
export function trainingTexts(data: string): GoldText[] {
  return [...readGumFolder(data).train, ...readCrossNerFolder(data).train];
}

/** Trains and writes the model; says so and does nothing where the data are absent. */
export function trainNamesModel(
  data: string,
  folder: string,
  rounds: number,
  log: (line: string) => void,
): void {
  if (!existsSync(join(data, "gum", "dep")) || !existsSync(join(data, "crossner"))) {
    log(`names: GUM and CrossNER not found under ${data}: nothing trained`);
    return;
  }
  const texts = trainingTexts(data);
  const { casing, bytes } = learnCasing(data);
  const strange = examplesOf(texts, casing, true).filter((_, i) => i % 2 === 0);
  const examples = [...examplesOf(texts, casing), ...strange];
  const { raw } = trainNames(examples, casing, rounds, log);
  writeNames(folder, raw, bytes, [
    "names: GUM without its non-commercial genres (CC BY 4.0), CrossNER politics (MIT)",
    "casing: counts over the texts of TimeBank, AQUAINT, ECB+, UD English-EWT and GUM",
  ]);
}

/** Passes over the examples. */
export const ROUNDS = 8;

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { values } = parseArgs({ options: { data: { type: "string" }, out: { type: "string" } } });
  const data = values.data ?? join(import.meta.dirname, "../../../shared/data");
  trainNamesModel(data, values.out ?? modelFolder("names"), ROUNDS, (line) => console.error(line));
}

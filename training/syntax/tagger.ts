/** Trains the tagger: an averaged perceptron over joint classes of UPOS and Penn tag. */

import { decodeWeights, encodeWeights } from "../../src/assets/weights.ts";
import { tagModel } from "../../src/language/load.ts";
import { TAG_FEATURE_COUNT, tagFeatures } from "../../src/language/tags/features.ts";
import { best, caseFlags, classesOf, type TagModel } from "../../src/language/tags/tagger.ts";
import { describeWords, type Words } from "../../src/language/words.ts";
import type { GoldDocument } from "../conllu.ts";
import { Generator, shuffled } from "../generator.ts";
import { Perceptron } from "../perceptron.ts";

/** A gold document in columns. */
export interface Example {
  readonly words: Words;
  readonly sentences: Int32Array;
  /** Joint class of each token, 255 where the class is not one of the model's. */
  readonly gold: Uint8Array;
}

/** Joint classes seen at least `least` times, the most frequent first. */
export function jointClasses(documents: readonly GoldDocument[], least: number): string[] {
  const counts = new Map<string, number>();
  for (const document of documents)
    for (const sentence of document.sentences)
      for (const word of sentence) {
        const name = `${word.upos} ${word.xpos}`;
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
  return [...counts]
    .filter(([name, count]) => count >= least && !name.includes("_"))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([name]) => name);
}

export function toExample(document: GoldDocument, classes: readonly string[]): Example {
  const flat = document.sentences.flat();
  const start = Int32Array.from(flat, (word) => word.start);
  const end = Int32Array.from(flat, (word) => word.end);
  const sentences = new Int32Array(document.sentences.length + 1);
  document.sentences.forEach((sentence, i) => {
    sentences[i + 1] = sentences[i]! + sentence.length;
  });
  const place = new Map(classes.map((name, i) => [name, i]));
  return {
    words: describeWords(document.text, start, end, flat.length),
    sentences,
    gold: Uint8Array.from(flat, (word) => place.get(`${word.upos} ${word.xpos}`) ?? 255),
  };
}

/** For each word seen often enough, a number for the set of its tags. */
export function seenClasses(examples: readonly Example[]): Map<number, number> {
  const counts = new Map<number, Map<number, number>>();
  for (const { words, gold } of examples)
    for (let i = 0; i < gold.length; i += 1) {
      const form = words.form[i]!;
      let of = counts.get(form);
      if (!of) {
        of = new Map();
        counts.set(form, of);
      }
      of.set(gold[i]!, (of.get(gold[i]!) ?? 0) + 1);
    }
  const numbers = new Map<string, number>();
  const seen = new Map<number, number>();
  for (const [form, of] of [...counts].sort((a, b) => a[0] - b[0])) {
    const total = [...of.values()].reduce((sum, count) => sum + count, 0);
    if (total < 3) continue;
    const set = [...of]
      .filter(([, count]) => count * 20 >= total)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([name]) => name);
    const name = set.join(" ");
    if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
    seen.set(form, numbers.get(name)!);
  }
  return seen;
}

export function trainTagger(
  examples: readonly Example[],
  classes: readonly string[],
  rounds: number,
  log: (line: string) => void,
): TagModel & { raw: ReturnType<Perceptron["averaged"]> } {
  const seen = seenClasses(examples);
  const seenOf = examples.map((example) => classesOf(example.words, seen));
  const order = examples.flatMap((example, e) =>
    Array.from({ length: example.sentences.length - 1 }, (_, s) => [e, s] as const),
  );
  const flags = examples.map((example) => caseFlags(example.words, example.sentences));
  const model = new Perceptron();
  const keys = new Int32Array(TAG_FEATURE_COUNT);
  const scores = new Int32Array(256);
  const generator = new Generator(11);
  const tags = examples.map((example) => new Uint8Array(example.gold.length));
  for (let round = 0; round < rounds; round += 1) {
    let wrong = 0;
    let all = 0;
    for (const [e, s] of shuffled(order, generator)) {
      const { words, sentences, gold } = examples[e]!;
      const first = sentences[s]!;
      const last = sentences[s + 1]!;
      for (let i = first; i < last; i += 1) {
        const count = tagFeatures(words, seenOf[e]!, first, last, i, tags[e]!, keys, flags[e]!);
        model.score(keys, count, scores);
        const guess = best(scores, classes.length);
        const right = gold[i]!;
        model.time += 1;
        all += 1;
        tags[e]![i] = guess;
        if (right === 255 || right === guess) continue;
        wrong += 1;
        model.update(keys, count, right, 1);
        model.update(keys, count, guess, -1);
      }
    }
    log(`tagger round ${round + 1}: ${((100 * (all - wrong)) / all).toFixed(2)} % right while learning`);
  }
  const raw = model.averaged(64, 4);
  return { ...tagModel(classes, decodeWeights(encodeWeights(raw.keys, raw.starts, raw.runs)), seen), raw };
}

/** Tags: one joint class of UPOS and Penn tag a token, left to right. */
import type { Weights } from "../../assets/weights.ts";
import type { Words } from "../words.ts";
import { TAG_FEATURE_COUNT, tagFeatures } from "./features.ts";

export interface TagModel {
  readonly weights: Weights;
  /** Index into `UPOS` of each class. */
  readonly upos: Uint8Array;
  /** Index into `xposNames` of each class. */
  readonly xpos: Uint8Array;
  readonly xposNames: readonly string[];
  /** Class of the tags that a form was seen with: word hash → number. */
  readonly seen: ReadonlyMap<number, number>;
}

const keys = new Int32Array(TAG_FEATURE_COUNT);
const scores = new Int32Array(256);

/** Index of the highest of the first `count` scores; the lowest index wins a tie. */
export function best(of: Int32Array, count: number): number {
  let top = 0;
  for (let place = 1; place < count; place += 1) if (of[place]! > of[top]!) top = place;
  return top;
}

/** What each word was seen as, 0 for an unknown one. */
export function classesOf(words: Words, seen: ReadonlyMap<number, number>): Int32Array {
  return words.form.map((form) => seen.get(form) ?? 0);
}

/**
 * What the text shows of each form's case: 1 stands in lower case somewhere, 2 stands with a capital inside a sentence.
 */
export function caseFlags(words: Words, sentences: Int32Array): Uint8Array {
  const seen = new Map<number, number>();
  const flags = new Uint8Array(words.form.length);
  for (let round = 0; round < 2; round += 1) {
    for (let s = 0; s + 1 < sentences.length; s += 1) {
      for (let i = sentences[s]!; i < sentences[s + 1]!; i += 1) {
        const form = words.form[i]!;
        if (round === 1) {
          flags[i] = seen.get(form) ?? 0;
          continue;
        }
        const first = words.shape[i]! & 15;
        const flag =
          first === 2 ? 1 : first === 1 && i > sentences[s]! && (words.shape[i - 1]! & 15) === 2 ? 2 : 0;
        if (flag !== 0) seen.set(form, (seen.get(form) ?? 0) | flag);
      }
    }
  }
  return flags;
}

/** Class of each token. @param classes what `classesOf` gives @param flags what `caseFlags` gives */
export function tag(
  model: TagModel,
  words: Words,
  sentences: Int32Array,
  classes: Int32Array,
  flags: Uint8Array,
): Uint8Array {
  const tags = new Uint8Array(words.form.length);
  const count = model.upos.length;
  for (let s = 0; s + 1 < sentences.length; s += 1) {
    const first = sentences[s]!;
    const last = sentences[s + 1]!;
    for (let i = first; i < last; i += 1) {
      model.weights.score(keys, tagFeatures(words, classes, first, last, i, tags, keys, flags), scores);
      tags[i] = best(scores, count);
    }
  }
  return tags;
}

/** Features of one tagging decision. The model is tied to this list by its version. */
import { mix1, mix2, mix3 } from "../../assets/hash.ts";
import type { Words } from "../words.ts";

export const TAG_FEATURES = "tags-2";
export const TAG_FEATURE_COUNT = 52;

const BEFORE = 0x1b873593;
const AFTER = 0x2b873593;

/**
 * Writes the feature keys of token `i` into `keys`.
 * @param first first token of the sentence · @param last one past its last
 * @param classes what a word was seen as in training (0 for an unknown word)
 * @param tags tags given so far
 * @param flags how the text writes each form, see `caseFlags`
 * @returns how many keys were written
 */
export function tagFeatures(
  words: Words,
  classes: Int32Array,
  first: number,
  last: number,
  i: number,
  tags: Uint8Array,
  keys: Int32Array,
  flags: Uint8Array,
): number {
  const { form, shape } = words;
  const w0 = form[i]!;
  const w1 = i + 1 < last ? form[i + 1]! : AFTER;
  const w2 = i + 2 < last ? form[i + 2]! : AFTER;
  const v1 = i > first ? form[i - 1]! : BEFORE;
  const v2 = i > first + 1 ? form[i - 2]! : BEFORE;
  const t1 = i > first ? tags[i - 1]! : 255;
  const t2 = i > first + 1 ? tags[i - 2]! : 255;
  const c0 = classes[i]!;
  const c1 = i + 1 < last ? classes[i + 1]! : -1;
  const c2 = i + 2 < last ? classes[i + 2]! : -1;
  const s1 = i + 1 < last ? words.suffix3[i + 1]! : AFTER;
  const r1 = i > first ? words.suffix3[i - 1]! : BEFORE;
  const s3 = words.suffix3[i]!;
  const h0 = shape[i]!;
  const h1 = i + 1 < last ? shape[i + 1]! : -1;
  const g1 = i > first ? shape[i - 1]! : -1;
  let n = 0;
  keys[n++] = mix1(0, w0);
  keys[n++] = mix1(1, w1);
  keys[n++] = mix1(2, w2);
  keys[n++] = mix1(3, v1);
  keys[n++] = mix1(4, v2);
  keys[n++] = mix2(5, v1, w0);
  keys[n++] = mix2(6, w0, w1);
  keys[n++] = mix2(7, v1, w1);
  keys[n++] = mix1(8, words.suffix1[i]!);
  keys[n++] = mix1(9, words.suffix2[i]!);
  keys[n++] = mix1(10, s3);
  keys[n++] = mix1(11, words.suffix4[i]!);
  keys[n++] = mix1(12, words.prefix1[i]!);
  keys[n++] = mix1(13, words.prefix2[i]!);
  keys[n++] = mix1(14, words.prefix3[i]!);
  keys[n++] = mix1(15, h0);
  keys[n++] = mix2(16, h0, g1);
  keys[n++] = mix2(17, h0, h1);
  keys[n++] = mix1(18, t1);
  keys[n++] = mix2(19, t1, t2);
  keys[n++] = mix2(20, t1, w0);
  keys[n++] = mix2(21, t1, w1);
  keys[n++] = mix2(22, t1, s3);
  keys[n++] = mix1(23, s1);
  keys[n++] = mix1(24, r1);
  keys[n++] = mix1(25, c0);
  keys[n++] = mix2(26, c0, c1);
  keys[n++] = mix2(27, t1, c0);
  keys[n++] = mix3(28, t1, c0, c1);
  keys[n++] = mix3(29, t1, t2, c0);
  keys[n++] = mix3(30, c0, c1, c2);
  keys[n++] = mix2(31, w0, c1);
  keys[n++] = mix2(32, h0, s3);
  keys[n++] = mix3(33, t1, h0, c1);
  keys[n++] = mix2(34, t1, c1);
  keys[n++] = mix2(35, c0, i === first ? 1 : i + 1 === last ? 2 : 0);
  keys[n++] = mix2(36, h0, i === first ? 1 : 0);
  keys[n++] = mix3(37, t1, t2, w0);
  keys[n++] = 1;
  const f0 = flags[i]!;
  keys[n++] = mix2(40, f0, h0);
  keys[n++] = mix3(41, f0, t1, h0);
  keys[n++] = mix3(42, f0, h0, c0);
  keys[n++] = mix3(43, f0, h0, s3);
  keys[n++] = mix2(44, v2, v1);
  keys[n++] = mix2(45, w1, w2);
  keys[n++] = mix3(46, v1, w0, w1);
  keys[n++] = mix2(47, t1, words.suffix2[i]!);
  keys[n++] = mix3(48, t1, s3, s1);
  return n;
}

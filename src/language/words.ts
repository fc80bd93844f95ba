/**
 * What tagger and parser see of a word: hashes of its folded form, of its ends and of its shape, one column each.
 */
import { DIGIT, FOLD, isUpper, KIND, LETTER } from "../text/characters.ts";

const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** At most this many code units of a token are looked at, from either end. */
const LONGEST = 64;

export interface Words {
  /** Folded form, digits made 0. */
  readonly form: Int32Array;
  /** Last 1, 2, 3 and 4 folded characters. */
  readonly suffix1: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  /** First 1, 2 and 3 folded characters. */
  readonly prefix1: Int32Array;
  readonly prefix2: Int32Array;
  readonly prefix3: Int32Array;
  /** Capitals, digits, marks and length class. */
  readonly shape: Int32Array;
}

export function describeWords(text: string, start: Int32Array, end: Int32Array, size: number): Words {
  const column = () => new Int32Array(size);
  const words = {
    form: column(),
    suffix1: column(),
    suffix2: column(),
    suffix3: column(),
    suffix4: column(),
    prefix1: column(),
    prefix2: column(),
    prefix3: column(),
    shape: column(),
  };
  for (let i = 0; i < size; i += 1) describe(text, start[i]!, end[i]!, words, i);
  return words;
}

/** Folded code unit with digits made 0, 0 for what is dropped. */
function plain(code: number): number {
  const folded = FOLD[code]!;
  return folded >= 48 && folded < 58 ? 48 : folded;
}

function describe(text: string, from: number, to: number, words: Words, i: number): void {
  let hash = SEED;
  const stop = to - from > LONGEST ? from + LONGEST : to;
  let taken = 0;
  for (let at = from; at < stop; at += 1) {
    const code = plain(text.charCodeAt(at));
    if (code === 0) continue;
    hash = Math.imul(hash ^ code, PRIME);
    taken += 1;
    if (taken === 1) words.prefix1[i] = hash;
    else if (taken === 2) words.prefix2[i] = hash;
    else if (taken === 3) words.prefix3[i] = hash;
  }
  words.form[i] = stop === to ? hash : Math.imul(hash ^ 1, PRIME);
  hash = ~SEED;
  taken = 0;
  for (let at = to - 1; at >= from && taken < 4; at -= 1) {
    const code = plain(text.charCodeAt(at));
    if (code === 0) continue;
    hash = Math.imul(hash ^ code, PRIME);
    taken += 1;
    if (taken === 1) words.suffix1[i] = hash;
    else if (taken === 2) words.suffix2[i] = hash;
    else if (taken === 3) words.suffix3[i] = hash;
    else words.suffix4[i] = hash;
  }
  words.shape[i] = shapeOf(text, from, stop);
}

const UPPER = 1;
const LOWER = 2;
const NUMBER = 4;
const OTHER = 8;

/** First character's class, the set of classes after it, and the length up to 4, packed. */
function shapeOf(text: string, from: number, to: number): number {
  let first = 0;
  let rest = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const kind = KIND[code];
    const mark = kind === LETTER ? (isUpper(code) ? UPPER : LOWER) : kind === DIGIT ? NUMBER : OTHER;
    if (at === from) first = mark;
    else rest |= mark;
  }
  const length = to - from;
  return first | (rest << 4) | ((length > 4 ? 4 : length) << 8);
}

/** Hash that `form` holds for a word. */
export function hashWord(word: string): number {
  let hash = SEED;
  for (let at = 0; at < word.length && at < LONGEST; at += 1) {
    const code = plain(word.charCodeAt(at));
    if (code !== 0) hash = Math.imul(hash ^ code, PRIME);
  }
  return word.length <= LONGEST ? hash : Math.imul(hash ^ 1, PRIME);
}

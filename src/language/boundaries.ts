/**
 * Sentence boundaries, second look: a linear model over the words around a gap overrules the guess of the rules,
 * where the text shows no layout that decides. It finds ends without a full stop ("Thanks Darla", a heading that lost its
 * line) and keeps abbreviations together.
 */

import { mix1, mix2, mix3 } from "../assets/hash.ts";
import type { Weights } from "../assets/weights.ts";
import { LEADING } from "../text/abbreviations.ts";
import { CLOSE, DIGIT, FOLD, isUpper, KIND, LETTER, STOP } from "../text/characters.ts";
import { HARD_BREAK, NO_BREAK, SOFT_BREAK, STARTERS } from "../text/sentences.ts";
import type { Words } from "./words.ts";

export const BOUNDARY_FEATURES = "boundaries-1";
export const BOUNDARY_FEATURE_COUNT = 40;

const DASHES = "-–—";
const OUTSIDE = 0x3c6ef372;

/** Columns over the tokens of a text. */
export interface Gaps {
  readonly text: string;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly words: Words;
  /** What each word was seen as by the tagger. */
  readonly classes: Int32Array;
  /** Breaks as the rules give them. */
  readonly rules: Uint8Array;
}

/** Longest dateline, in tokens with its dash: "NEW VELDEN, Norhavn (Tidings) —". */
const DATELINE = 9;
/** Shape of a word in capitals: first character and all others. */
const CAPITALS = 0x11;

/** Whether what stands before token `i` is a dateline. */
function isDateline({ text, start, words }: Gaps, first: number, i: number): boolean {
  return (
    i - first < DATELINE && (words.shape[first]! & 0xff) === CAPITALS && DASHES.includes(text[start[i - 1]!]!)
  );
}

/** Whether the token before `i` is an abbreviation that leads on: a title, or any before a figure ("Aug. 9"). */
function leadsOn({ text, start, end }: Gaps, i: number): boolean {
  const from = start[i - 1]!;
  const stop = end[i - 1]! - 1;
  if (text[stop] !== "." || stop - from < 2 || stop - from > 8) return false;
  if (KIND[text.charCodeAt(from)] !== LETTER) return false;
  return KIND[text.charCodeAt(start[i]!)] === DIGIT || LEADING.has(text.slice(from, stop).toLowerCase());
}

/** Whether the gap before token `i` stands between an initial and a surname: "Frederic C. Hof". */
function isInsideName({ text, start, end, rules }: Gaps, first: number, i: number): boolean {
  if (rules[i] !== NO_BREAK || i - 2 < first) return false;
  const initial = start[i - 1]!;
  if (text[end[i - 1]! - 1] !== "." || end[i - 1]! - initial !== 2) return false;
  const isCapital = (at: number) => isUpper(text.charCodeAt(at));
  if (!isCapital(initial) || !isCapital(start[i - 2]!) || !isCapital(start[i]!)) return false;
  return !STARTERS.has(text.slice(start[i], Math.min(end[i]!, start[i]! + 12)).toLowerCase());
}

/** Whether all that stands before token `i` is the number of a note: "[3]". */
function isNoteMark({ text, start }: Gaps, first: number, i: number): boolean {
  return i === first + 3 && text[start[first]!] === "[" && text[start[i - 1]!] === "]";
}

/** Whether the model is asked about the gap before token `i`. */
export function isOpen(gaps: Gaps, first: number, i: number): boolean {
  const { text, start, end, rules } = gaps;
  if (rules[i] === HARD_BREAK || isDateline(gaps, first, i) || isNoteMark(gaps, first, i)) return false;
  if (leadsOn(gaps, i)) return false;
  if (rules[i] === SOFT_BREAK) return true;
  if (end[i - 1] === start[i]) return false;
  const last = text.charCodeAt(end[i - 1]! - 1);
  if (KIND[last] === STOP || KIND[last] === CLOSE || FOLD[last] === 34 || FOLD[last] === 39) return true;
  const next = text.charCodeAt(start[i]!);
  return KIND[next] !== LETTER || isUpper(next);
}

function bucket(length: number): number {
  return length < 4 ? length : length < 7 ? 4 : length < 13 ? 5 : length < 26 ? 6 : length < 50 ? 7 : 8;
}

/**
 * Features of the gap before token `i`.
 * @param first first token of the sentence so far · @param depth open brackets and quotation marks in it
 */
export function boundaryFeatures(
  gaps: Gaps,
  first: number,
  depth: number,
  i: number,
  keys: Int32Array,
): number {
  const { words, classes, rules, start, end, text } = gaps;
  const size = start.length;
  const { form, shape } = words;
  const a = form[i - 1]!;
  const b = form[i]!;
  const a2 = i - 2 >= first ? form[i - 2]! : OUTSIDE;
  const b2 = i + 1 < size ? form[i + 1]! : OUTSIDE;
  const sa = shape[i - 1]!;
  const sb = shape[i]!;
  const sa2 = i - 2 >= first ? shape[i - 2]! : -1;
  const sb2 = i + 1 < size ? shape[i + 1]! : -1;
  const ca = classes[i - 1]!;
  const cb = classes[i]!;
  const ca2 = i - 2 >= first ? classes[i - 2]! : -1;
  const cb2 = i + 1 < size ? classes[i + 1]! : -1;
  const rule =
    rules[i]! * 4 +
    (KIND[text.charCodeAt(end[i - 1]! - 1)] === STOP ? 1 : 0) +
    (end[i - 1] === start[i] ? 2 : 0);
  const length = bucket(i - first);
  const begins = isUpper(text.charCodeAt(start[first]!)) ? 1 : 0;
  let n = 0;
  keys[n++] = mix1(0, rule);
  keys[n++] = mix2(1, rule, length);
  keys[n++] = mix2(2, rule, depth);
  keys[n++] = mix2(3, rule, a);
  keys[n++] = mix2(4, rule, b);
  keys[n++] = mix3(5, rule, a2, a);
  keys[n++] = mix3(6, rule, b, b2);
  keys[n++] = mix3(7, rule, a, b);
  keys[n++] = mix3(8, rule, sa, sb);
  keys[n++] = mix3(9, rule, ca, cb);
  keys[n++] = mix3(10, ca2, ca, cb);
  keys[n++] = mix3(11, ca, cb, cb2);
  keys[n++] = mix3(12, sa2, sa, sb);
  keys[n++] = mix3(13, sa, sb, sb2);
  keys[n++] = mix3(14, a, sb, rule);
  keys[n++] = mix3(15, sa, b, rule);
  keys[n++] = mix3(16, a, cb, rule);
  keys[n++] = mix3(17, ca, b, rule);
  keys[n++] = mix3(18, rule, length, sb);
  keys[n++] = mix3(19, rule, length, cb);
  keys[n++] = mix3(20, rule, begins, sb);
  keys[n++] = mix3(21, length, ca, cb);
  keys[n++] = mix2(22, rule, words.suffix3[i - 1]!);
  keys[n++] = mix2(23, rule, words.suffix3[i]!);
  keys[n++] = mix3(24, rule, form[first]!, length);
  keys[n++] = mix3(25, cb, cb2, rule);
  keys[n++] = mix3(26, sb, sb2, rule);
  keys[n++] = mix3(27, depth, sb, rule);
  return n;
}

/** How the depth of brackets and quotation marks changes with token `i`. */
export function depthAfter(gaps: Gaps, depth: number, i: number): number {
  const code = gaps.text.charCodeAt(gaps.start[i]!);
  if (code === 40 || code === 91 || code === 0x201c) return depth < 3 ? depth + 1 : depth;
  if (code === 41 || code === 93 || code === 0x201d) return depth > 0 ? depth - 1 : 0;
  if (code === 34) return depth === 0 ? 1 : depth - 1;
  return depth;
}

const keys = new Int32Array(BOUNDARY_FEATURE_COUNT);
const scores = new Int32Array(256);

/** First token of each sentence, and the number of tokens at the end. */
export function findSentences(weights: Weights, gaps: Gaps): Int32Array {
  const size = gaps.start.length;
  const starts: number[] = [];
  let depth = 0;
  for (let i = 0; i < size; i += 1) {
    const first = starts.at(-1) ?? 0;
    let cut = i === 0 || gaps.rules[i] === HARD_BREAK;
    if (!cut && isOpen(gaps, first, i) && !isInsideName(gaps, first, i)) {
      weights.score(keys, boundaryFeatures(gaps, first, depth, i, keys), scores);
      cut = scores[1]! > scores[0]!;
    }
    if (cut) {
      starts.push(i);
      depth = 0;
    }
    depth = depthAfter(gaps, depth, i);
  }
  starts.push(size);
  return Int32Array.from(starts);
}

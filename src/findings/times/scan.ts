/**
 * A light reading of a text for dates: words, runs of digits and single marks, with the lower-case word of the
 * lexicon where there is one. It is apart from the tokens of the language part, which keep "mid-August" or "3.5"
 * in other pieces, and takes one pass without allocating for words that no rule knows.
 */
import { readHolidays, readWords, type Word } from "./words.ts";

/** Kinds of token that are no words of the lexicon. */
export const OTHER = 0;
export const DIGITS = 1;
export const BREAK = 2;

export interface Scan {
  readonly text: string;
  readonly size: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Index into `VOCABULARY`, or one of `OTHER`, `DIGITS`, `BREAK`. */
  readonly word: Int32Array;
}

/** Words by index; the first three stand for the kinds above. */
export const VOCABULARY: Word[] = [{ text: "" }, { text: "0" }, { text: "\n\n" }];
const INDEX = new Map<string, number>();
export const HOLIDAYS = readHolidays();
let longest = 1;

/** The index of a word, entered into the vocabulary where it is new. Rules enter their own words when they are compiled. */
export function indexOf(text: string): number {
  const known = INDEX.get(text);
  if (known !== undefined) return known;
  INDEX.set(text, VOCABULARY.length);
  VOCABULARY.push({ text });
  longest = Math.max(longest, text.length);
  return VOCABULARY.length - 1;
}

/** A set of words to look for beside an expression; they are entered into the vocabulary. */
export function wordSet(words: string): ReadonlySet<string> {
  const list = words.split(" ");
  for (const word of list) indexOf(word);
  return new Set(list);
}

for (const word of readWords().values()) VOCABULARY[indexOf(word.text)] = word;
for (const { words } of HOLIDAYS) for (const word of words) indexOf(word);

const LETTERS = 1;
const NUMERALS = 2;
const BLANK = 3;
const LINE = 4;
const MARK = 5;

function kindOf(code: number): number {
  if ((code >= 97 && code < 123) || (code >= 65 && code < 91)) return LETTERS;
  if (code >= 48 && code < 58) return NUMERALS;
  if (code === 10) return LINE;
  if (code === 32 || code === 9 || code === 13 || code === 160) return BLANK;
  if (code < 192 || (code >= 0x2000 && code < 0x2070)) return MARK;
  return code === 0x3000 || code === 0xfeff ? BLANK : LETTERS;
}

const KINDS = Uint8Array.from({ length: 256 }, (_, code) => kindOf(code));

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 256 ? (KINDS[code] ?? MARK) : kindOf(code);
}

/** The tokens of `text` in `[from, to)`; a blank line is a token of its own that no rule crosses. */
export function scan(text: string, from = 0, to: number = text.length): Scan {
  const start: number[] = [];
  const end: number[] = [];
  const word: number[] = [];
  const push = (first: number, last: number, index: number): void => {
    start.push(first);
    end.push(last);
    word.push(index);
  };
  let at = from;
  while (at < to) {
    const kind = kindAt(text, at);
    const first = at;
    at += 1;
    if (kind === LETTERS) {
      while (at < to && kindAt(text, at) === LETTERS) at += 1;
      push(first, at, wordIndex(text, first, at));
    } else if (kind === NUMERALS) {
      at = numeralsEnd(text, at, to);
      push(first, at, DIGITS);
    } else if (kind === LINE) {
      let lines = 1;
      while (at < to && kindAt(text, at) >= BLANK && kindAt(text, at) < MARK) {
        if (kindAt(text, at) === LINE) lines += 1;
        at += 1;
      }
      if (lines >= 2) push(first, at, BREAK);
    } else if (kind === MARK) {
      const past = addressEnd(text, first, to);
      if (past > at) {
        at = past;
        continue;
      }
      const mark = text[first] === "\u2019" || text[first] === "\u2018" ? "'" : (text[first] ?? "");
      const genitive = mark === "'" && /^s(?![a-z])/i.test(text.slice(at, at + 2));
      if (genitive) at += 1;
      push(
        first,
        at,
        INDEX.get(
          genitive ? "'s" : mark === "\u2013" || mark === "\u2014" || mark === "\u2011" ? "-" : mark,
        ) ?? OTHER,
      );
    }
  }
  return {
    text,
    size: start.length,
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    word: Int32Array.from(word),
  };
}

/** One past a web address of which a mark at `at` is part ("://", ".com/"); `at` itself where there is none. */
function addressEnd(text: string, at: number, to: number): number {
  const scheme = text.startsWith("://", at);
  let end = at + 1;
  if (!scheme) {
    if (text[at] !== "." || at === 0 || kindAt(text, at - 1) !== LETTERS) return at;
    while (end < to && kindAt(text, end) === LETTERS) end += 1;
    if (end - at < 3 || end >= to || text[end] !== "/") return at;
  }
  while (end < to && kindAt(text, end) !== BLANK && kindAt(text, end) !== LINE) end += 1;
  return end;
}

function wordIndex(text: string, first: number, last: number): number {
  if (last - first > longest) return OTHER;
  return INDEX.get(text.slice(first, last).toLowerCase()) ?? OTHER;
}

/** One past a run of digits; a full stop or comma counts where digits follow it: "1,000", "3.5". */
function numeralsEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    const next = at + 1 < to ? kindAt(text, at + 1) : BLANK;
    if (kindAt(text, at) === NUMERALS) at += 1;
    else if ((code === 46 || code === 44) && next === NUMERALS) at += 2;
    else break;
  }
  return at;
}

export function textOf(scan: Scan, token: number): string {
  return scan.text.slice(scan.start[token], scan.end[token]);
}

export function wordAt(scan: Scan, token: number): Word | undefined {
  return VOCABULARY[scan.word[token] ?? OTHER];
}

/** True where a token follows the one before it without a blank. */
export function isGlued(scan: Scan, token: number): boolean {
  return token > 0 && scan.start[token] === scan.end[token - 1];
}

/** True where the token starts with a capital letter. */
export function isCapital(scan: Scan, token: number): boolean {
  const code = scan.text.charCodeAt(scan.start[token] ?? 0);
  return code >= 65 && code < 91;
}

/** True where the token is that word or mark. */
export function is(scan: Scan, token: number, text: string): boolean {
  return token >= 0 && token < scan.size && wordAt(scan, token)?.text === text;
}

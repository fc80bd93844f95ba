/** What the words of a run are like, counted in one pass over its characters. */
import { furnitureCode } from "../furniture/lexicon.ts";
import { isLabel } from "./labels.ts";
import type { Run } from "./visible-text.ts";

export interface RunWords {
  readonly run: Run;
  readonly text: string;
  /** Lower case, letters and digits, one space between words. */
  readonly folded: string;
  readonly words: number;
  readonly capitals: number;
  readonly digits: number;
  readonly commas: number;
  readonly lines: number;
  /** Bars, bullets, signs of copyright and the like. */
  readonly signs: number;
  /** Share of its characters that stand in links, in per cent. */
  readonly links: number;
  readonly endsStop: boolean;
  /** Long enough, and with few enough links, to be prose. */
  readonly isProse: boolean;
  /** Level of a heading, else 0. */
  readonly heading: number;
}

const OTHER = 1;
const LETTER = 2;
const CAPITAL = 3;
const DIGIT = 4;
const COMMA = 5;
const LINE = 6;
const SIGN = 7;
const INNER = 8;

/** Kind of each UTF-16 code unit, filled as characters are met; 0: not met yet. */
const kinds = new Uint8Array(65_536);

function kindOf(code: number): number {
  const known = kinds[code] as number;
  if (known !== 0) return known;
  const char = String.fromCharCode(code);
  const kind = /\p{Lu}/u.test(char)
    ? CAPITAL
    : /\p{L}/u.test(char)
      ? LETTER
      : /\p{N}/u.test(char)
        ? DIGIT
        : /[,;،、]/.test(char)
          ? COMMA
          : char === "\n"
            ? LINE
            : /[|•·©»›→–]/.test(char)
              ? SIGN
              : /['’.-]/.test(char)
                ? INNER
                : OTHER;
  kinds[code] = kind;
  return kind;
}

export function wordsOf(page: string, run: Run): RunWords {
  const text = page.slice(run.start, run.end);
  let [words, capitals, digits, commas, lines, signs] = [0, 0, 0, 0, 0, 0];
  let before = OTHER;
  for (let i = 0; i < text.length; i++) {
    const kind = kindOf(text.charCodeAt(i));
    const isWord = kind === LETTER || kind === CAPITAL || kind === DIGIT;
    if (isWord && (before < LETTER || before > DIGIT) && before !== INNER) words++;
    if (kind === CAPITAL && before !== LETTER && before !== CAPITAL) capitals++;
    else if (kind === DIGIT) digits++;
    else if (kind === COMMA) commas++;
    else if (kind === LINE) lines++;
    else if (kind === SIGN) signs++;
    // What stands inside a word goes on with it; after a space it does not.
    before = kind === INNER && (before < LETTER || before > DIGIT) ? OTHER : kind;
  }
  const links = percent(run.linked, text.length);
  const endsStop = /[.!?…。！？:][”"’'»)\]]*$/u.test(text.slice(-6));
  const isProse = (words >= 10 && endsStop && links < 50) || (words >= 25 && links < 35);
  const heading = /^h[1-6]$/.test(run.element.name) ? Number(run.element.name[1]) : 0;
  const folded = fold(text);
  return {
    run,
    text,
    folded,
    words,
    capitals,
    digits,
    commas,
    lines,
    signs,
    links,
    endsStop,
    isProse,
    heading,
  };
}

export const WORD_FEATURES = [
  "words",
  "linkShare",
  "emphasisShare",
  "endsStop",
  "startsLower",
  "commas",
  "capitalShare",
  "digitShare",
  "wordLength",
  "lines",
  "signs",
  "heading",
  "furniture",
  "label",
];

export function wordFeatures(own: RunWords): number[] {
  const { run, text, words, capitals, digits, commas, lines, signs, links, endsStop, heading } = own;
  return [
    clamp(words, 0, 300),
    links,
    percent(run.emphasised, text.length),
    endsStop ? 1 : 0,
    kindOf(text.charCodeAt(0)) === LETTER ? 1 : 0,
    clamp(commas, 0, 30),
    percent(capitals, words),
    percent(digits, text.length),
    clamp(Math.round((text.length * 10) / Math.max(1, words)), 0, 200),
    clamp(lines, 0, 20),
    clamp(signs, 0, 20),
    heading,
    furnitureCode(text),
    isLabel(text) ? 1 : 0,
  ];
}

/** Lower case, letters and digits, one space between words. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

export function percent(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.floor((part * 100) / whole);
}

export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

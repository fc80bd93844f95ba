/** Lines that sites print around an article, told by their words: see `data/lexicon/furniture.json`. */
import data from "../../../data/lexicon/furniture.json" with { type: "json" };

export interface Furniture {
  /** `comment form`, `share buttons`, … */
  readonly why: string;
  /** What follows belongs to it: lines without a final stop, or short lines up to the end. */
  readonly opens?: "titles" | "rest";
}

interface Phrase {
  readonly words: string;
  readonly furniture: Furniture;
}

/** Longest line in words that a beginning, or a phrase within, can condemn. */
const STARTS_AT_MOST = 20;
const HOLDS_AT_MOST = 45;

const whole = new Map<string, Furniture>();
const starts = new Map<string, Phrase[]>();
const holds: Phrase[] = [];

for (const kind of data.kinds) {
  const opens = kind.opens as Furniture["opens"];
  const furniture: Furniture = { why: kind.why, ...(opens !== undefined && { opens }) };
  for (const line of kind.whole ?? []) if (!whole.has(foldLine(line))) whole.set(foldLine(line), furniture);
  for (const words of kind.starts ?? []) {
    const first = words.split(" ")[0] ?? words;
    starts.set(first, [...(starts.get(first) ?? []), { words, furniture: { why: kind.why } }]);
  }
  for (const words of kind.holds ?? []) holds.push({ words, furniture: { why: kind.why } });
}

const FOOTNOTE_HEADS: ReadonlySet<string> = new Set(data.footnoteHeads);
const OUTLET_WORDS: ReadonlySet<string> = new Set(data.outletWords);

/** A line as the lexicon writes it: lower case, single spaces, `#` for a number, no marks at the ends. */
export function foldLine(line: string): string {
  return lower(line)
    .replace(/\d+(?:[.,]\d+)*[km]?/g, "#")
    .replace(/^[^\p{L}#(]+/u, "")
    .replace(/(?<![^\p{L}#)*])[^\p{L}#)*]+$/u, "");
}

function lower(line: string): string {
  return line
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}

/** What furniture a line is by its words; `undefined` where they do not say. A long line is never condemned. */
export function furnitureOf(line: string): Furniture | undefined {
  if (line.length >= 400) return undefined;
  const folded = foldLine(line);
  const found = whole.get(folded);
  if (found !== undefined) return found;
  const count = wordCount(line);
  if (count >= HOLDS_AT_MOST) return undefined;
  if (count < STARTS_AT_MOST) {
    const text = lower(line).replace(/^[^\p{L}\d([©@#]+/u, "");
    const first = text.split(" ", 1)[0] ?? "";
    for (const { words, furniture } of starts.get(first) ?? []) if (startsWith(text, words)) return furniture;
  }
  return holds.find(({ words }) => folded.includes(words))?.furniture;
}

const CODES: readonly string[] = [...new Set(data.kinds.map(({ why }) => why))];

/** The kind of furniture as a number, for a model: 0 where the words say nothing. */
export function furnitureCode(line: string): number {
  const found = furnitureOf(line);
  return found === undefined ? 0 : 1 + CODES.indexOf(found.why);
}

function startsWith(text: string, words: string): boolean {
  const pattern = words.replace("#", "");
  if (!text.replace(/\d+/g, "").startsWith(pattern)) return false;
  const next = text.replace(/\d+/g, "")[pattern.length];
  return next === undefined || !/\p{L}/u.test(next) || !/\p{L}$/u.test(pattern);
}

export function isFootnoteHead(line: string): boolean {
  return line.length < 40 && FOOTNOTE_HEADS.has(foldLine(line));
}

/** True for words that name a medium: "Daily", "News", "Gazette". */
export function isOutletWord(word: string): boolean {
  return OUTLET_WORDS.has(word.toLowerCase());
}

export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
}

import type { Block, BlockKind } from "../../record/report.ts";
import { wordCount } from "../furniture/lexicon.ts";
import type { Chunk } from "./chunks.ts";

/** A chunk of the text while its kind is being decided; without a kind it becomes a paragraph. */
export interface Line extends Chunk {
  readonly words: number;
  kind?: BlockKind;
  level?: number;
  why?: string;
  /** Furniture that says what the lines after it are. */
  opens?: "titles" | "rest";
  /** A stamp or dateline cut off its front, and where the rest begins. */
  before?: Block;
  from?: number;
}

/** Marks that end a sentence or part of one, behind them closing marks and the numbers of footnotes. */
const FINAL = /[.!?…。！？:;,][”"’'»)\]]*(?:\s?(?:\[\d{1,3}\]|[¹²³⁴-⁹]))*$/u;
const QUOTED_END = /[”"’»]$/u;

export function lineOf(chunk: Chunk): Line {
  return { ...chunk, words: wordCount(chunk.text) };
}

/** True where a line ends the way sentences do; a closing quotation mark counts on longer lines. */
export function endsSentence(line: Line): boolean {
  return FINAL.test(line.text) || (line.words >= 15 && QUOTED_END.test(line.text));
}

/** True for what could be a headline: some words, no full stop at the end. */
export function isTitleLike(line: Line): boolean {
  const { text, words } = line;
  if (words < 1 || words >= 30 || text.length >= 250 || !/\p{L}/u.test(text)) return false;
  return !FINAL.test(text) || /[?!][”"’'»]*$/u.test(text);
}

/** Prose: a long line, or one of some length that ends like a sentence. */
export function isProselike(line: Line): boolean {
  return line.words >= 30 || (line.words >= 6 && FINAL.test(line.text) && !/[?!][”"’']*$/u.test(line.text));
}

/** Which stretches of wording two texts share: the sign that one was made from the other, or both from a third. */
import type { Reading } from "../../record/reading.ts";
import { isProse } from "../../record/report.ts";

interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const SHINGLE = 6;

/** Words of the prose of a report, or of a part of it. */
export function wordsOf(text: string, from = 0): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu)].map((match) => ({
    key: match[0].toLowerCase(),
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
}

export interface Wording {
  readonly words: readonly Word[];
  /** Word index of the first place of each run of `SHINGLE` words. */
  readonly shingles: ReadonlyMap<string, number>;
}

function shinglesOf(words: readonly Word[]): Map<string, number> {
  const shingles = new Map<string, number>();
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    const key = words
      .slice(i, i + SHINGLE)
      .map((word) => word.key)
      .join(" ");
    if (!shingles.has(key)) shingles.set(key, i);
  }
  return shingles;
}

export function wordingOf({ report }: Reading): Wording {
  const words = report.blocks
    .filter(isProse)
    .flatMap((block) => wordsOf(report.text.slice(block.start, block.end), block.start));
  return { words, shingles: shinglesOf(words) };
}

export interface Shared {
  /** Share of the shorter text's runs of words that stand in the other, 0..1. */
  readonly containment: number;
  /** Stretches of the first text that stand in the second, longest first, as offsets into each. */
  readonly passages: readonly {
    readonly first: { start: number; end: number };
    readonly second: { start: number; end: number };
  }[];
}

/** What the prose of two reports has in common, word for word. */
export function sharedWording(a: Wording, b: Wording): Shared {
  let hits = 0;
  const passages: { first: { start: number; end: number }; second: { start: number; end: number } }[] = [];
  for (let i = 0; i + SHINGLE <= a.words.length; ) {
    const key = a.words
      .slice(i, i + SHINGLE)
      .map((word) => word.key)
      .join(" ");
    const j = b.shingles.get(key);
    if (j === undefined) {
      i++;
      continue;
    }
    let length = SHINGLE;
    while (a.words[i + length] && a.words[i + length]?.key === b.words[j + length]?.key) length++;
    hits += length - SHINGLE + 1;
    passages.push({
      first: { start: a.words[i]!.start, end: a.words[i + length - 1]!.end },
      second: { start: b.words[j]!.start, end: b.words[j + length - 1]!.end },
    });
    i += length - SHINGLE + 1;
  }
  const least = Math.min(a.shingles.size, b.shingles.size);
  passages.sort((x, y) => y.first.end - y.first.start - (x.first.end - x.first.start));
  return { containment: least === 0 ? 0 : Math.min(1, hits / least), passages };
}

/** Every run of `length` words of a text. */
export function runsOf(text: string, length: number): string[] {
  const words = wordsOf(text).map(({ key }) => key);
  return Array.from({ length: Math.max(0, words.length - length + 1) }, (_, i) =>
    words.slice(i, i + length).join(" "),
  );
}

/** The longest run of words that two quotes share, in words. */
export function longestSharedRun(a: string, b: string): number {
  const [left, right] = [wordsOf(a).map((word) => word.key), wordsOf(b).map((word) => word.key)];
  let best = 0;
  let previous = new Array<number>(right.length + 1).fill(0);
  for (const word of left) {
    const row = new Array<number>(right.length + 1).fill(0);
    for (let j = 1; j <= right.length; j++) {
      if (right[j - 1] !== word) continue;
      row[j] = previous[j - 1]! + 1;
      best = Math.max(best, row[j]!);
    }
    previous = row;
  }
  return best;
}

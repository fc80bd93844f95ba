/**
 * One-to-one assignment between gold items and findings.
 */
import type { Range } from "../../../src/record/span.ts";

/** Lower-case words of a text, marks of punctuation left out. */
export function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Intersection over union of the tokens of two ranges of one text, 0..1. */
export function tokenIou(text: string, a: Range, b: Range): number {
  if (a.end <= b.start || b.end <= a.start) return 0;
  const both = words(text.slice(Math.max(a.start, b.start), Math.min(a.end, b.end))).length;
  const union = words(text.slice(Math.min(a.start, b.start), Math.max(a.end, b.end))).length;
  return union === 0 ? 0 : both / union;
}

/**
 * The largest one-to-one assignment (Kuhn 1955, augmenting paths).
 * @returns for each gold item the index of its finding, or -1
 */
export function assign(gold: number, found: number, fits: (g: number, f: number) => boolean): number[] {
  const goldOf = new Array<number>(found).fill(-1);
  const edges = Array.from({ length: gold }, (_, g) =>
    Array.from({ length: found }, (_, f) => f).filter((f) => fits(g, f)),
  );
  const augment = (g: number, seen: Set<number>): boolean => {
    for (const f of edges[g] ?? []) {
      if (seen.has(f)) continue;
      seen.add(f);
      const holder = goldOf[f] ?? -1;
      if (holder < 0 || augment(holder, seen)) {
        goldOf[f] = g;
        return true;
      }
    }
    return false;
  };
  for (let g = 0; g < gold; g++) augment(g, new Set());
  const result = new Array<number>(gold).fill(-1);
  for (const [f, g] of goldOf.entries()) if (g >= 0) result[g] = f;
  return result;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Precision and recall are 1 where nothing was found, or nothing was there to be found. */
export function score(right: number, found: number, gold: number): Score {
  const precision = found === 0 ? 1 : right / found;
  const recall = gold === 0 ? 1 : right / gold;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}

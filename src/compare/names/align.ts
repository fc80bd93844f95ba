/** The words of two names set against each other, each with the word that it is most like. */
import { skeleton } from "./words.ts";

export interface Pair {
  readonly a: string;
  readonly b: string;
  /** 1 for one word, 0 for nothing in common. */
  readonly likeness: number;
  /** Letters to change, add, drop or swap. */
  readonly edits: number;
}

export interface Alignment {
  readonly pairs: readonly Pair[];
  readonly leftA: readonly string[];
  readonly leftB: readonly string[];
  /** Whether the pairs stand in one order in both names. */
  readonly inOrder: boolean;
}

/** Edits with swaps of neighbours (optimal string alignment). */
export function edits(a: string, b: string): number {
  let [before, previous]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    [before, previous] = [previous, row];
  }
  return previous[b.length]!;
}

function pairOf(a: string, b: string): Pair {
  if (a === b) return { a, b, likeness: 1, edits: 0 };
  const count = edits(a, b);
  const plain = 1 - count / Math.max(a.length, b.length);
  const [left, right] = [skeleton(a), skeleton(b)];
  const sound = left === right ? 0.95 : 1 - edits(left, right) / Math.max(left.length, right.length, 1);
  // An initial stands for the word that it begins.
  const initial = (a.length === 1 || b.length === 1) && a[0] === b[0] ? 0.8 : 0;
  return { a, b, likeness: Math.max((plain + Math.min(sound, 0.95)) / 2, initial), edits: count };
}

/** From here on two words are set against each other at all. */
const ALIKE = 0.4;

/** Pairs the most alike first, each word once; of equals those in like places. */
export function align(a: readonly string[], b: readonly string[]): Alignment {
  const all = a.flatMap((left, i) => b.map((right, j) => ({ ...pairOf(left, right), i, j })));
  all.sort(
    (x, y) => y.likeness - x.likeness || Math.abs(x.i - x.j) - Math.abs(y.i - y.j) || x.i - y.i || x.j - y.j,
  );
  const [usedA, usedB] = [new Set<number>(), new Set<number>()];
  const chosen = all.filter(({ i, j, likeness }) => {
    if (likeness < ALIKE || usedA.has(i) || usedB.has(j)) return false;
    usedA.add(i);
    usedB.add(j);
    return true;
  });
  chosen.sort((x, y) => x.i - y.i);
  return {
    pairs: chosen,
    leftA: a.filter((_, i) => !usedA.has(i)),
    leftB: b.filter((_, j) => !usedB.has(j)),
    inOrder: chosen.every(({ j }, i) => i === 0 || chosen[i - 1]!.j < j),
  };
}

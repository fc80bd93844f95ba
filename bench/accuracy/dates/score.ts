/**
 * The measures of TempEval-3, task A: UzZaman et al. 2013, "SemEval-2013 Task 1: TempEval-3", section 4.1.
 *
 * An expression is found strictly where its words are those of the gold, relaxed where one word is shared. Type and
 * value are F1 too: right ones among relaxed matches, over all that were given and all that there are. Counts are
 * pooled over documents; a gold expression and an answer match at most once, in text order.
 */
import type { Tagged } from "./timeml.ts";

export interface Counts {
  gold: number;
  given: number;
  strict: number;
  relaxed: number;
  type: number;
  value: number;
}

export interface Pair {
  readonly gold?: Tagged;
  readonly given?: Tagged;
}

export const NOTHING: Readonly<Counts> = { gold: 0, given: 0, strict: 0, relaxed: 0, type: 0, value: 0 };

/** Gold and answers side by side; what has no partner stands alone. Exact spans pair first, then overlapping ones. */
export function align(gold: readonly Tagged[], given: readonly Tagged[]): readonly Pair[] {
  const taken = new Map<Tagged, Tagged>();
  const free = new Set(given);
  for (const fits of [isSame, isOverlapping]) {
    for (const item of gold) {
      if (taken.has(item)) continue;
      for (const answer of free) {
        if (!fits(item, answer)) continue;
        taken.set(item, answer);
        free.delete(answer);
        break;
      }
    }
  }
  const pairs: Pair[] = gold.map((item) => {
    const answer = taken.get(item);
    return answer === undefined ? { gold: item } : { gold: item, given: answer };
  });
  return [...pairs, ...[...free].map((answer) => ({ given: answer }))];
}

function isSame(a: Tagged, b: Tagged): boolean {
  return a.start === b.start && a.end === b.end;
}

function isOverlapping(a: Tagged, b: Tagged): boolean {
  return a.start < b.end && b.start < a.end;
}

export function count(pairs: readonly Pair[]): Counts {
  const counts = { ...NOTHING };
  for (const { gold, given } of pairs) {
    if (gold !== undefined) counts.gold += 1;
    if (given !== undefined) counts.given += 1;
    if (gold === undefined || given === undefined) continue;
    counts.relaxed += 1;
    if (isSame(gold, given)) counts.strict += 1;
    if (gold.type === given.type) counts.type += 1;
    if (gold.value === given.value) counts.value += 1;
  }
  return counts;
}

export function add(a: Readonly<Counts>, b: Readonly<Counts>): Counts {
  return {
    gold: a.gold + b.gold,
    given: a.given + b.given,
    strict: a.strict + b.strict,
    relaxed: a.relaxed + b.relaxed,
    type: a.type + b.type,
    value: a.value + b.value,
  };
}

/** 2·right ÷ (gold + given), in per cent. */
export function f1(right: number, { gold, given }: Readonly<Counts>): number {
  return gold + given === 0 ? 0 : (200 * right) / (gold + given);
}

/** How far a score can be believed: of the findings with a score between two marks, the share that is right. */
import { KINDS, type Kind } from "../../../src/record/reading.ts";
import type { Row } from "../../bench.ts";

/** A finding of a report that is annotated whole, and whether the gold has it. */
export interface Judged {
  readonly kind: Kind;
  readonly score: number;
  readonly right: boolean;
}

/** Fewer items say nothing of a scale. */
const ENOUGH = 100;
/** Lower ends of the bins; each ends where the next begins. */
const BINS = [0, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** A row a bin, for every kind with enough items; of the others one line that says so. */
export function reliability(judged: readonly Judged[]): { rows: Row[]; notes: string[] } {
  const rows: Row[] = [];
  const notes: string[] = [];
  for (const kind of KINDS) {
    const own = judged.filter((one) => one.kind === kind);
    if (own.length === 0) continue;
    if (own.length < ENOUGH) {
      notes.push(
        `${kind}: ${own.length} scored items in all gold sets, too few to say how far a score holds`,
      );
      continue;
    }
    BINS.forEach((from, i) => {
      const to = BINS[i + 1] ?? Number.POSITIVE_INFINITY;
      const within = own.filter(({ score }) => from <= round(score) && round(score) < to);
      if (within.length === 0) return;
      const right = within.filter((one) => one.right).length;
      const mark = i === BINS.length - 1 ? `from ${from}` : `from ${from} to ${to}`;
      rows.push({
        metric: `${kind} right, scored ${mark}`,
        data: "all gold sets",
        value: right / within.length,
        n: within.length,
      });
    });
  }
  return { rows, notes };
}

/** Scores are sums of tenths: 0.6000000000000001 belongs where 0.6 does. */
function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}

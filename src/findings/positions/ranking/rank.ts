/** Which issue of an agenda something wanted stands under: the one for which most speaks, all clues weighed together. */
import { termsWithin } from "../issue-of.ts";
import { CLUES, type Clues, cluesOf, KINDS, matterOf, type Wanted, WIDTH } from "./clues.ts";
import type { Surroundings } from "./surroundings.ts";
import { WITH_MODEL, WITHOUT_MODEL } from "./weights.ts";

export interface Ranked {
  /** Number of the issue in the agenda; -1 for none of them. */
  readonly issue: number;
  /** How much a content says by itself. */
  readonly kind: (typeof KINDS)[number];
  /** By how much the issue is ahead of none of them; below 0 where it is none of them. */
  readonly lead: number;
}

/** By how much what points back is expected to point at some issue. */
const POINTS = 1000;

/** Least lead by kind: what no term names is about something else, a doing above all, unless much around it says what. */
const LEAST: Readonly<Partial<Record<Ranked["kind"], number>>> = { silent: 700, doing: 1200 };

/** Lead of what is told outright. */
const TOLD = 10_000;

/** The issue of something wanted. @param weights in thousandths: those of all kinds of content, then those of each */
export function rank(
  surroundings: Surroundings,
  wanted: Wanted,
  weights: ArrayLike<number> = weightsFor(surroundings, wanted),
): Ranked {
  const clues = cluesOf(surroundings, wanted);
  const kind = KINDS[clues.kind]!;
  // Where its own words name one issue, nothing around them is asked.
  if (kind === "sure")
    return { issue: surroundings.numberOf(matterOf(surroundings, wanted.content).issue), kind, lead: TOLD };
  const scores = weighed(clues, weights);
  const isOpen = openTo(surroundings, wanted, kind);
  let best = -1;
  for (let issue = 0; issue < surroundings.agenda.length; issue++)
    if (isOpen(issue) && (best < 0 || scores[issue]! > scores[best]!)) best = issue;
  if (best < 0) return { issue: -1, kind, lead: -TOLD };
  const none = scores.at(-1)! - (kind === "pointing" ? POINTS : 0);
  const lead = kind === "manifold" ? TOLD : scores[best]! - none;
  return { issue: lead > (LEAST[kind] ?? 0) ? best : -1, kind, lead };
}

/** Which issues are asked: of several that its own words name, it is one of them. */
function openTo(
  { doc, agenda }: Surroundings,
  { content }: Wanted,
  kind: Ranked["kind"],
): (issue: number) => boolean {
  if (kind !== "manifold") return (issue) => agenda[issue]!.name !== "other";
  const terms = termsWithin(content, doc, agenda).filter(({ role }) => role === "strong");
  const told = new Set(terms.map(({ issue }) => issue));
  return (issue) => told.has(issue);
}

function weightsFor(surroundings: Surroundings, { content }: Wanted): Int32Array {
  return surroundings.learnt(content) ? withModel : withoutModel;
}

/** Weights clue by clue as weights kind by kind. */
function byKind(rows: readonly (readonly number[])[]): Int32Array {
  const weights = new Int32Array((1 + KINDS.length) * WIDTH);
  for (const [clue, row] of rows.slice(0, CLUES.length).entries())
    for (const [kind, weight] of row.entries()) weights[kind * WIDTH + clue] = weight;
  return weights;
}

const withModel = byKind(WITH_MODEL);
const withoutModel = byKind(WITHOUT_MODEL);

/** What the clues of each row come to: one number an issue, and a last one for none of them. */
export function weighed({ kind, rows }: Clues, weights: ArrayLike<number>): Float64Array {
  const scores = new Float64Array(rows.length / WIDTH);
  const own = (1 + kind) * WIDTH;
  for (let issue = 0; issue < scores.length; issue++) {
    let sum = 0;
    for (let clue = 0; clue < WIDTH; clue++) {
      const value = rows[issue * WIDTH + clue]!;
      if (value !== 0) sum += value * (weights[clue]! + weights[own + clue]!);
    }
    scores[issue] = sum;
  }
  return scores;
}

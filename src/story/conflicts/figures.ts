/** Figures for one thing that cannot all hold, the sides by value. */
import type { Conflict } from "../../record/conflict.ts";
import type { Telling } from "../telling.ts";
import { against, comparable, type Figure, figureOf, mayHaveGrown, sinceThen, spoken } from "./figure.ts";
import { conflictOf, sideOf } from "./side.ts";

function figuresOf(telling: Telling): Figure[] {
  return telling.readings.flatMap((reading) =>
    reading.claims.flatMap((claim) => {
      const figure = claim.negated ? undefined : figureOf(telling, reading, claim);
      return figure ? [figure, ...[sinceThen(figure) ?? []].flat()] : [];
    }),
  );
}

/** Figures under one word from which on the word alone tells little. */
const COMMON = 300;

/** Figures that may be compared, found by the words of their subjects. */
function rivals(figures: readonly Figure[]): Map<Figure, Figure[]> {
  const byWord = new Map<string, Figure[]>();
  const found = new Map<Figure, Figure[]>();
  for (const figure of figures) {
    const keys = [...figure.subject].map((word) => `${figure.dimension} ${word}`);
    // Where a rarer word is shared as well, the words that all figures share need not be looked up.
    const lists = keys.map((key) => byWord.get(key) ?? []).sort((a, b) => a.length - b.length);
    const near = new Set(lists.filter((list, i) => i === 0 || list.length <= COMMON).flat());
    for (const other of near) {
      if (!comparable(figure, other)) continue;
      found.set(figure, [...(found.get(figure) ?? []), other]);
      found.set(other, [...(found.get(other) ?? []), figure]);
    }
    for (const key of keys) byWord.set(key, [...(byWord.get(key) ?? []), figure]);
  }
  return found;
}

/** Everything comparable with a figure or with one that agrees with it. */
function circle(start: Figure, near: ReadonlyMap<Figure, readonly Figure[]>): Figure[] {
  const agreeing = new Set<Figure>([start]);
  for (const member of agreeing) {
    for (const other of near.get(member) ?? []) if (against(member, other) === undefined) agreeing.add(other);
  }
  return [...new Set([...agreeing, ...[...agreeing].flatMap((member) => near.get(member) ?? [])])];
}

/** Parts a circle by value: each figure joins the first side that it agrees with in full. */
function byValue(figures: readonly Figure[]): Figure[][] {
  const sides: Figure[][] = [];
  for (const figure of figures) {
    const home = sides.find((side) => side.every((other) => against(figure, other) === undefined));
    if (home) home.push(figure);
    else sides.push([figure]);
  }
  return sides;
}

/** What most figures of a side say that they count; of equals the fuller words. */
function subjectOf(side: readonly Figure[]): string {
  // "340 soldiers and Lorvia 212": a second figure among the words tells of two things.
  const single = side.filter(({ claim }) => !/\d/.test(claim.subject));
  const counts = [...Map.groupBy(single.length > 0 ? single : side, ({ claim }) => claim.subject)];
  counts.sort((a, b) => b[1].length - a[1].length || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1));
  return counts[0]![0];
}

function conflictFrom(telling: Telling, sides: readonly (readonly Figure[])[]): Conflict {
  const firsts = sides.map((side) => side[0]!);
  const pairs = sides.flatMap((side, i) =>
    sides.slice(i + 1).flatMap((other) => side.map((a) => other.map((b) => against(a, b)))),
  );
  const firm = pairs.flat().some((verdict) => verdict === "firm");
  const grown = sides.length === 2 && sides[0]!.every((a) => sides[1]!.some((b) => mayHaveGrown(a, b)));
  const subject = subjectOf([...sides].sort((a, b) => b.length - a.length)[0]!);
  const isDate = firsts[0]!.dimension === "date";
  return conflictOf({
    kind: isDate ? "date" : "figure",
    about: isDate ? `${subject}: ${firsts[0]!.claim.attribute}` : subject,
    sides: sides.map((side) =>
      sideOf(
        telling,
        spoken(side[0]!),
        side.map(({ reading, claim }) => ({ reading, finding: claim })),
      ),
    ),
    strength: firm && !grown ? "firm" : "soft",
    why: grown
      ? "the count may have grown between the reports"
      : firm
        ? "no reading of the words lets both hold"
        : "only a loose reading lets both hold",
  });
}

/** Every figure that reports give differently, each circle of comparable figures once. */
export function figureConflicts(telling: Telling): Conflict[] {
  const figures = figuresOf(telling);
  const near = rivals(figures);
  const used = new Set<Figure>();
  const found: Conflict[] = [];
  for (const figure of figures) {
    if (used.has(figure)) continue;
    if (!(near.get(figure) ?? []).some((other) => against(figure, other) !== undefined)) continue;
    const sides = byValue(circle(figure, near));
    for (const one of sides.flat()) used.add(one);
    found.push(conflictFrom(telling, sides));
  }
  return found;
}

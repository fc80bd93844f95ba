/** Who rests on whom: reports on the calendar, a row an outlet, and a line from each report to what it rests on. */
import type { Dependence } from "../../src/record/corroboration.ts";
import type { ReportCard } from "../source/story-source.ts";
import { stretchOf } from "./timeline-layout.ts";

export const ROW = 30;
export const MOST_ROWS = 26;
/** From here on lines are drawn between rows, not between reports. */
const MOST_LINKS = 250;

/** The thickest are drawn; all are in the table. */
const MOST_BUNDLES = 40;
/** From here on reports of an outlet that lie close together are drawn as one dot. */
const MOST_DOTS = 600;
const NEAR = 8;

export interface Dot {
  /** The first of the reports. */
  readonly card: ReportCard;
  readonly count: number;
  readonly x: number;
  readonly y: number;
}

export interface SourceRow {
  readonly name: string;
  readonly y: number;
  readonly reports: number;
  /** Of the story's reports that rest on it, from other outlets. */
  readonly restedOn: number;
  /** A source of which the story holds no report. */
  readonly isOutside: boolean;
}

export interface Link {
  readonly dependence: Dependence;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

export interface Bundle {
  readonly from: string;
  readonly to: string;
  readonly fromY: number;
  readonly toY: number;
  readonly count: number;
}

export interface SourcesLayout {
  readonly rows: readonly SourceRow[];
  readonly dots: readonly Dot[];
  readonly links: readonly Link[];
  readonly bundles: readonly Bundle[];
  readonly height: number;
  /** Rows that are not drawn. */
  readonly hidden: number;
  readonly undated: number;
}

export function outletName(card: ReportCard): string {
  return card.outlet ?? card.name;
}

function merged(dots: readonly Dot[]): Dot[] {
  const near = new Map<string, Dot>();
  for (const dot of dots) {
    const place = Math.floor(dot.x / NEAR);
    const key = `${dot.y} ${place}`;
    const known = near.get(key);
    near.set(key, known ? { ...known, count: known.count + 1 } : { ...dot, x: place * NEAR + NEAR / 2 });
  }
  return [...near.values()];
}

/** @param left where the calendar begins, right of the names */
export function layOutSources(
  cards: readonly ReportCard[],
  dependences: readonly Dependence[],
  left: number,
  width: number,
): SourcesLayout {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const nameOf = (id: string) => {
    const card = byId.get(id);
    return card ? outletName(card) : id;
  };
  const counts = new Map<string, { reports: number; restedOn: number }>();
  const count = (name: string) => {
    const known = counts.get(name) ?? { reports: 0, restedOn: 0 };
    counts.set(name, known);
    return known;
  };
  for (const card of cards) count(outletName(card)).reports += 1;
  const restingOn = new Map<string, Set<string>>();
  for (const { from, on } of dependences) {
    const [a, b] = [nameOf(from), nameOf(on)];
    if (a === b) continue;
    const set = restingOn.get(b) ?? new Set();
    restingOn.set(b, set.add(from));
    count(b).restedOn = set.size;
  }
  const all = [...counts].sort(
    ([a, one], [b, other]) =>
      other.restedOn - one.restedOn || other.reports - one.reports || (a < b ? -1 : 1),
  );
  const rows = all.slice(0, MOST_ROWS).map(
    ([name, { reports, restedOn }], i): SourceRow => ({
      name,
      y: i * ROW + ROW / 2,
      reports,
      restedOn,
      isOutside: reports === 0,
    }),
  );
  const rowOf = new Map(rows.map((row) => [row.name, row]));
  const dated = cards.flatMap((card) => {
    const stretch = stretchOf(card.published);
    return stretch && Number.isFinite(stretch.to) ? [{ card, day: stretch.to - 0.5 }] : [];
  });
  const first = Math.min(...dated.map(({ day }) => day));
  const last = Math.max(...dated.map(({ day }) => day));
  const scale = (day: number) =>
    left + 12 + ((day - first) / Math.max(1, last - first)) * (width - left - 24);
  const dots = dated.flatMap(({ card, day }) => {
    const row = rowOf.get(outletName(card));
    return row ? [{ card, count: 1, x: scale(day), y: row.y }] : [];
  });
  const dotOf = new Map(dots.map((dot) => [dot.card.id, dot]));
  const drawn = dependences.flatMap((dependence): Link[] => {
    const from = dotOf.get(dependence.from);
    const on = dotOf.get(dependence.on);
    const outside = rowOf.get(dependence.on);
    const to = on ?? (outside ? { x: left, y: outside.y } : undefined);
    return from && to && from !== to ? [{ dependence, from, to }] : [];
  });
  const isHuge = drawn.length > MOST_LINKS;
  const bundles = new Map<string, { from: string; to: string; fromY: number; toY: number; count: number }>();
  if (isHuge) {
    for (const { from, on } of dependences) {
      const [a, b] = [rowOf.get(nameOf(from)), rowOf.get(nameOf(on))];
      if (!a || !b || a === b) continue;
      const key = `${a.name}\n${b.name}`;
      const known = bundles.get(key) ?? { from: a.name, to: b.name, fromY: a.y, toY: b.y, count: 0 };
      known.count += 1;
      bundles.set(key, known);
    }
  }
  return {
    rows,
    dots: dots.length > MOST_DOTS ? merged(dots) : dots,
    links: isHuge ? [] : drawn,
    bundles: [...bundles.values()].sort((a, b) => b.count - a.count).slice(0, MOST_BUNDLES),
    height: rows.length * ROW,
    hidden: all.length - rows.length,
    undated: cards.length - dated.length,
  };
}

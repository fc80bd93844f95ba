/** A story to be measured, with the way from its findings to the items of the gold. */
import type { Reading } from "../../../src/record/reading.ts";
import type { Story, View } from "../../../src/story/story.ts";
import { tell } from "../../../src/story/tell.ts";
import { type Found, fits, spansFit } from "../record/fits.ts";
import type { GoldItem, GoldReport } from "../record/gold.ts";
import { assign } from "../record/match.ts";
import type { GoldReading } from "./gold-readings.ts";

export interface Sample {
  readonly data: string;
  readonly story: Story;
  /** Gold item of a finding, by ids. */
  readonly goldOf: ReadonlyMap<string, string>;
  /** Number of a report in the gold, by its id. */
  readonly reportOf: ReadonlyMap<string, string>;
  /** The same reports as a story again, without those named. */
  readonly upTo: (reports: ReadonlySet<string>, view: View) => Story;
}

/** Kinds of finding that the gold of the story speaks of. */
const KINDS = [
  "actors",
  "places",
  "events",
  "statements",
  "positions",
  "proposals",
  "claims",
  "problems",
] as const;

function alignedIn(kind: (typeof KINDS)[number], reading: Reading, gold: GoldReport): [string, string][] {
  const items: readonly GoldItem[] = gold.items[kind] ?? [];
  const found: readonly Found[] = reading[kind];
  const side = { text: reading.report.text, gold, found: reading };
  const strict = assign(items.length, found.length, (g, f) => fits(kind, side, items[g]!, found[f]!));
  const used = new Set(strict);
  const loose = assign(
    items.length,
    found.length,
    (g, f) => strict[g] === -1 && !used.has(f) && spansFit(side, items[g]!, found[f]!),
  );
  return items.flatMap((item, g): [string, string][] => {
    const f = strict[g] !== -1 ? strict[g]! : loose[g]!;
    return f < 0 ? [] : [[found[f]!.id, item.id]];
  });
}

function sampleOf(
  data: string,
  readings: readonly { name: string; reading: Reading }[],
  goldOf: ReadonlyMap<string, string>,
): Sample {
  return {
    data,
    story: tell(readings.map(({ reading }) => reading)),
    goldOf,
    reportOf: new Map(readings.map(({ name, reading }) => [reading.report.id, name])),
    upTo: (reports) => tell(readings.filter(({ name }) => reports.has(name)).map(({ reading }) => reading)),
  };
}

/** The story of perfect readings. */
export function goldSample(data: string, readings: readonly GoldReading[]): Sample {
  const ids = readings.flatMap(({ gold }) =>
    Object.values(gold.items).flatMap((items) => items.map(({ id }) => id)),
  );
  return sampleOf(data, readings, new Map(ids.map((id) => [id, id])));
}

/** The story of own readings, their findings aligned with the gold by span and fields. */
export function ownSample(
  data: string,
  readings: readonly { name: string; reading: Reading; gold: GoldReport }[],
): Sample {
  const pairs = readings.flatMap(({ reading, gold }) =>
    KINDS.flatMap((kind) => alignedIn(kind, reading, gold)),
  );
  return sampleOf(data, readings, new Map(pairs));
}

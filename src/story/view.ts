import { formatDay } from "../record/day.ts";
import { extent } from "../record/edtf.ts";
import type { Reading } from "../record/reading.ts";
import type { View } from "./story.ts";

/** The day by which a report was surely published: the end of an interval. Undefined where unknown or open. */
export function publishedBy(reading: Reading): number | undefined {
  const value = reading.report.published.value;
  const stretch = value === undefined ? undefined : extent(value);
  return stretch === undefined || !Number.isFinite(stretch.to) ? undefined : stretch.to - 1;
}

/** Readings by day of publication, undated ones last; ties by id, so that the order of arrival does not matter; the same report twice counts once. */
export function inOrder(readings: readonly Reading[]): Reading[] {
  const distinct = [...new Map(readings.map((reading) => [reading.report.id, reading])).values()];
  const key = (reading: Reading) => publishedBy(reading) ?? Number.POSITIVE_INFINITY;
  return distinct.sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left !== right) return left < right ? -1 : 1;
    return a.report.id < b.report.id ? -1 : a.report.id > b.report.id ? 1 : 0;
  });
}

export interface Seen {
  readonly readings: readonly Reading[];
  readonly asOf?: string;
  readonly undated: number;
}

function lastDayOf(date: string): number {
  const stretch = extent(date);
  return stretch === undefined ? Number.POSITIVE_INFINITY : stretch.to - 1;
}

/**
 * The readings that a view takes in: those published by its day; without a day, by the latest one known.
 * Undated reports are left out and counted, unless no report has a date at all.
 */
export function seenBy(readings: readonly Reading[], view: View): Seen {
  const days = readings.flatMap((reading) => publishedBy(reading) ?? []);
  if (view.asOf === undefined && days.length === 0) return { readings, undated: 0 };
  const limit = view.asOf === undefined ? Math.max(...days) : lastDayOf(view.asOf);
  return {
    readings: readings.filter((reading) => (publishedBy(reading) ?? Number.POSITIVE_INFINITY) <= limit),
    asOf: view.asOf ?? formatDay(limit),
    undated: readings.length - days.length,
  };
}

import { formatDay } from "../../src/record/day.ts";
import { extent } from "../../src/record/edtf.ts";

/** Days of publication with the number of reports; a date that is an interval counts at its end. */
export function daysOf(published: readonly (string | undefined)[]): { day: string; reports: number }[] {
  const counts = new Map<string, number>();
  for (const value of published) {
    const stretch = value === undefined ? undefined : extent(value);
    if (stretch === undefined || !Number.isFinite(stretch.to)) continue;
    const day = formatDay(stretch.to - 1);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, reports]) => ({ day, reports }));
}

/** A name for a story that stays when reports are added: its smallest report id, unless a smaller one comes. */
export function keyOf(reports: readonly string[]): string {
  return reports.reduce((least, id) => (id < least ? id : least), reports[0] ?? "");
}

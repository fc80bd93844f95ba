/** Dates on the calendar, and counts, as the page shows them. */
import { extent, parseEdtf } from "../../src/record/edtf.ts";

/** Days from first to last, half-open, of a value that stands on the calendar. */
export function daysOfValue(value: string | undefined): { from: number; to: number } | undefined {
  if (value === undefined) return undefined;
  const parsed = parseEdtf(value);
  const stretch = parsed === undefined || parsed.kind === "duration" ? undefined : extent(value);
  return stretch === undefined || (!Number.isFinite(stretch.from) && !Number.isFinite(stretch.to))
    ? undefined
    : stretch;
}

export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? noun : plural}`;
}

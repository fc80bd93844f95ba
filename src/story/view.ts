import { extent } from "../record/edtf.ts";
import type { Reading } from "../record/reading.ts";
import { compareText } from "./growing/order.ts";

/** The day by which a report was surely published: the end of an interval. Undefined where unknown or open. */
export function publishedBy(reading: Reading): number | undefined {
  const value = reading.report.published.value;
  return value === undefined ? undefined : lastDay(value);
}

const days = new Map<string, number | undefined>();

/** Dates are compared over and over, and there are few of them. */
function lastDay(value: string): number | undefined {
  if (!days.has(value)) {
    const stretch = extent(value);
    days.set(value, stretch === undefined || !Number.isFinite(stretch.to) ? undefined : stretch.to - 1);
  }
  return days.get(value);
}

/** By day of publication, undated ones last; ties by id, so that the order of arrival does not matter. */
export function compareReadings(a: Reading, b: Reading): number {
  const [left, right] = [
    publishedBy(a) ?? Number.POSITIVE_INFINITY,
    publishedBy(b) ?? Number.POSITIVE_INFINITY,
  ];
  if (left !== right) return left < right ? -1 : 1;
  return compareText(a.report.id, b.report.id);
}

/** The last day of a date; infinite where it is open. */
export function endOf(date: string): number {
  const stretch = extent(date);
  return stretch === undefined ? Number.POSITIVE_INFINITY : stretch.to - 1;
}

/** How values of EDTF lie to each other on the calendar. */
import { formatDay } from "./day.ts";
import { type Edtf, type Extent, extent, hull, intervalExtent, parseEdtf } from "./edtf.ts";

/** Days that "about" adds on either side: two of a day, half of a longer stretch but no more than a year. */
function slack({ from, to }: Extent): number {
  return to - from < 4 ? 2 : Math.min(366, Math.ceil((to - from) / 2));
}

/** The extent of a value, widened where the value is approximate (`~`, `%`). */
export function reach(value: Edtf | string): Extent | undefined {
  const parsed = typeof value === "string" ? parseEdtf(value) : value;
  if (parsed?.kind === "interval") return intervalExtent(parsed, reach);
  if (parsed?.kind === "set") return hull(parsed.members.map((member) => reach(member)));
  const strict = parsed === undefined ? undefined : extent(parsed);
  if (strict === undefined || parsed?.kind !== "date") return strict;
  if (parsed.qualifier !== "~" && parsed.qualifier !== "%") return strict;
  return { from: strict.from - slack(strict), to: strict.to + slack(strict) };
}

/** True where both values may speak of one day; false where they cannot, or where one has no place on the calendar. */
export function overlaps(a: Edtf | string, b: Edtf | string): boolean {
  const [left, right] = [reach(a), reach(b)];
  return left !== undefined && right !== undefined && left.from < right.to && right.from < left.to;
}

/** True where every day of `inner` lies in `outer`. */
export function contains(outer: Edtf | string, inner: Edtf | string): boolean {
  const [out, within] = [extent(outer), extent(inner)];
  return out !== undefined && within !== undefined && out.from <= within.from && within.to <= out.to;
}

/** Whether all of `a` lies before or after all of `b`. Times of one day are ordered where both name the same zone. */
export function order(a: Edtf | string, b: Edtf | string): "before" | "after" | "unordered" {
  const [left, right] = [reach(a), reach(b)];
  if (left === undefined || right === undefined) return "unordered";
  if (left.to <= right.from) return "before";
  if (right.to <= left.from) return "after";
  return orderWithinDay(a, b);
}

function orderWithinDay(a: Edtf | string, b: Edtf | string): "before" | "after" | "unordered" {
  const left = typeof a === "string" ? parseEdtf(a) : a;
  const right = typeof b === "string" ? parseEdtf(b) : b;
  if (left?.kind !== "date" || right?.kind !== "date" || left.zone !== right.zone) return "unordered";
  if (left.time === undefined || right.time === undefined || left.qualifier + right.qualifier !== "")
    return "unordered";
  const shared = Math.min(left.time.length, right.time.length);
  const [earlier, later] = [left.time.slice(0, shared), right.time.slice(0, shared)];
  return earlier < later ? "before" : earlier > later ? "after" : "unordered";
}

/**
 * For sorting: by first day, then by last, then by text; what has no place on the calendar comes last. This is a
 * total order and says nothing of what happened first; `order` does.
 */
export function compareEdtf(a: string, b: string): number {
  const [left, right] = [extent(a), extent(b)];
  if (left === undefined || right === undefined) {
    if (left !== right) return left === undefined ? 1 : -1;
  } else {
    if (left.from !== right.from) return left.from < right.from ? -1 : 1;
    if (left.to !== right.to) return left.to < right.to ? -1 : 1;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The day `count` days after a full date (`2025-08-15`, or `2025-W33-5`, or either with a time, which is dropped). */
export function plusDays(date: string, count: number): string | undefined {
  const day = dayOf(date);
  return day === undefined ? undefined : formatDay(day + count);
}

/** The number of the day that a full date names; `undefined` for anything coarser. */
export function dayOf(date: string): number | undefined {
  const parsed = parseEdtf(date);
  const stretch = parsed?.kind === "date" ? extent(parsed) : undefined;
  return stretch !== undefined && stretch.to - stretch.from === 1 ? stretch.from : undefined;
}

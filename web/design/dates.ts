/** Dates as a reader sees them. EDTF in, plain English out. */
import { civilDay } from "../../src/record/day.ts";
import { extent, parseEdtf } from "../../src/record/edtf.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function monthName(month: number, isShort: boolean): string {
  const name = MONTHS[month - 1] ?? "";
  return isShort ? name.slice(0, 3) : name;
}

/** "15 June 2024" of the number of a day. */
export function dayText(number: number, isShort = false): string {
  const { year, month, day } = civilDay(number);
  return `${day} ${monthName(month, isShort)} ${year}`;
}

/** "week of 7 April 2031" of an ISO week. */
function weekText(text: string, isShort: boolean): string | undefined {
  const stretch = /^\d{4}-W\d\d$/.test(text) ? extent(text) : undefined;
  return stretch && `week of ${dayText(stretch.from, isShort)}`;
}

function partText(text: string, isShort: boolean): string | undefined {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d:\d\d)[^?~%]*)?([?~%])?$/.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, time, qualifier] = match;
  const number = Number(month ?? 0);
  if (number > 12) return undefined;
  const date = [day === undefined ? "" : String(Number(day)), month ? monthName(number, isShort) : "", year]
    .filter((part) => part !== "")
    .join(" ");
  return `${qualifier === "~" || qualifier === "%" ? "about " : ""}${date}${time ? `, ${time}` : ""}${qualifier === "?" || qualifier === "%" ? " (uncertain)" : ""}`;
}

/** An EDTF value in words; what has no plain words stays as it is written. */
export function dateText(value: string | undefined, isShort = false): string {
  if (value === undefined) return "undated";
  const [start, end, ...more] = value.split("/");
  if (more.length > 0 || start === undefined) return value;
  if (end === undefined) return partText(value, isShort) ?? weekText(value, isShort) ?? value;
  if (start === ".." || start === "") return `until ${partText(end, isShort) ?? end}`;
  if (end === ".." || end === "") return `since ${partText(start, isShort) ?? start}`;
  const [from, to] = [partText(start, isShort), partText(end, isShort)];
  if (from === undefined || to === undefined) return value;
  if (from.slice(-4) !== to.slice(-4)) return `${from} – ${to}`;
  const [first, last] = [from.slice(0, -5), to.slice(0, -5)];
  const [day = "", month] = first.split(" ");
  return month !== undefined && last.endsWith(` ${month}`) ? `${day}–${to}` : `${first} – ${to}`;
}

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

/**
 * Dates as the record writes them: EDTF, the Extended Date/Time Format of ISO 8601-2 (levels 0 and 1, and of
 * level 2 unspecified digits anywhere, sub-year groupings and sets), with week dates, durations and recurrences of
 * ISO 8601-1 beside it.
 *
 *   2025-08-15   2025-08   2025   2025-W33   2025-W33-5   2025-23 (autumn)   2025-35 (third quarter)
 *   201X   2025-XX   XXXX-08-15 (every or some 15 August)   XXXX-WXX-2 (Tuesdays)   2025-08-15T20:00Z
 *   2025-08-11~ (about)   2025?   2025% (both)   2025-08-09/2025-08-10   2022-02/..   ../2025-08-31
 *   [2025-03-04,2025-04-03] (one of)   {2021,2023..2025} (all of)   P3Y6M   R/P1W   R/2025-08-12/P1W
 *
 * A value stands for a stretch of days, half-open: `from` is its first day, `to` the first day after it. Seasons are
 * meteorological and northern unless the code says southern. https://www.loc.gov/standards/datetime/
 */
import {
  type CivilDay,
  civilDay,
  dayNumber,
  daysInMonth,
  formatDay,
  formatYear,
  mondayOfWeek,
  pad,
  weeksInYear,
} from "./day.ts";

/** `?` uncertain, `~` approximate, `%` both. */
export type Qualifier = "" | "?" | "~" | "%";

export interface EdtfDate {
  readonly kind: "date";
  /** Four digits, any of which may be `X`; `-0044`; `Y12000`. */
  readonly year: string;
  /** Two digits or `XX`; 21–41 are sub-year groupings. */
  readonly month?: string;
  readonly day?: string;
  /** Two digits or `XX`, instead of month and day. */
  readonly week?: string;
  /** 1 (Monday) to 7, with `week`. */
  readonly weekday?: string;
  /** `20`, `20:00` or `20:00:00`. */
  readonly time?: string;
  /** `Z`, `+02`, `+02:00`. */
  readonly zone?: string;
  readonly qualifier: Qualifier;
}

export interface EdtfInterval {
  readonly kind: "interval";
  /** `open` is `..`, without end; `unknown` is the empty side. */
  readonly start: EdtfDate | "open" | "unknown";
  readonly end: EdtfDate | "open" | "unknown";
}

export interface EdtfSet {
  readonly kind: "set";
  /** `one` of the members is meant, `[…]`, or `all` of them, `{…}`. */
  readonly of: "one" | "all";
  readonly members: readonly (EdtfDate | EdtfInterval)[];
}

export interface EdtfDuration {
  readonly kind: "duration";
  /** As it stands: `P3Y6M`, `P2W`, `PT36H`. */
  readonly text: string;
}

export interface EdtfRecurrence {
  readonly kind: "recurrence";
  /** How many times; absent: without end. */
  readonly times?: number;
  readonly start?: EdtfDate;
  readonly every: EdtfDuration;
}

export type Edtf = EdtfDate | EdtfInterval | EdtfSet | EdtfDuration | EdtfRecurrence;

/** Days from `from` on and before `to`; infinite where a side is open. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

const DATE =
  /^(Y-?[1-9]\d{4,}|-?[\dX]{4})(?:-(?:W([\dX]{2})(?:-([1-7]))?|([\dX]{2})(?:-([\dX]{2}))?))?(?:T(\d{2}(?::\d{2}(?::\d{2})?)?)(Z|[+-]\d{2}(?::\d{2})?)?)?([?~%])?$/;
const DURATION =
  /^P(?=[\dT])(?:\d+(?:\.\d+)?Y)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?W)?(?:\d+(?:\.\d+)?D)?(?:T(?=\d)(?:\d+(?:\.\d+)?H)?(?:\d+(?:\.\d+)?M)?(?:\d+(?:\.\d+)?S)?)?$/;
const LONGEST = 1000;

/** The parts of a value, or `undefined` where the text is no such value or names a day that no calendar has. */
export function parseEdtf(text: string): Edtf | undefined {
  if (text.length === 0 || text.length >= LONGEST) return undefined;
  const first = text[0];
  if (first === "P") return DURATION.test(text) ? { kind: "duration", text } : undefined;
  if (first === "R") return parseRecurrence(text);
  if (first === "[" || first === "{") return parseSet(text);
  const slash = text.indexOf("/");
  return slash < 0 ? parseDate(text) : interval(text.slice(0, slash), text.slice(slash + 1), "/");
}

export function isEdtf(text: string): boolean {
  return parseEdtf(text) !== undefined;
}

function parseDate(text: string): EdtfDate | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [, year = "", week, weekday, month, day, time, zone, qualifier = ""] = match;
  if (year === "-0000") return undefined;
  if (time !== undefined && (!isTime(time, zone) || (day ?? weekday) === undefined)) return undefined;
  const date: EdtfDate = {
    kind: "date",
    year,
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
    ...(week !== undefined && { week }),
    ...(weekday !== undefined && { weekday }),
    ...(time !== undefined && { time }),
    ...(zone !== undefined && { zone }),
    qualifier: qualifier as Qualifier,
  };
  return hasParts(date) ? date : undefined;
}

/** True where month, day and week exist in the year; a year that is not known in full is taken for the longest. */
function hasParts({ year, month, day, week }: EdtfDate): boolean {
  const known = /X/.test(year) ? undefined : yearNumber(year);
  if (week !== undefined && week !== "XX") {
    const last = known === undefined ? 53 : weeksInYear(known);
    return isNumber(week) && Number(week) >= 1 && Number(week) < last + 1;
  }
  if (month === undefined || month === "XX") return day === undefined || isDayOf(day, 31);
  const number = Number(month);
  if (!isNumber(month) || number < 1 || (number >= 13 && number < 21) || number >= 42) return false;
  if (number >= 21) return day === undefined;
  return day === undefined || isDayOf(day, daysInMonth(known ?? 2000, number));
}

function isDayOf(day: string, last: number): boolean {
  return day === "XX" || (isNumber(day) && Number(day) >= 1 && Number(day) < last + 1);
}

function isNumber(digits: string): boolean {
  return /^\d+$/.test(digits);
}

function isTime(time: string, zone: string | undefined): boolean {
  const [hour = 0, minute = 0, second = 0] = time.split(":").map(Number);
  const [zoneHour = 0, zoneMinute = 0] =
    zone === undefined || zone === "Z" ? [] : zone.slice(1).split(":").map(Number);
  const within = hour < 24 || (hour === 24 && minute === 0 && second === 0);
  return within && minute < 60 && second < 60 && zoneHour < 15 && zoneMinute < 60;
}

/** An interval of which the two sides stand in order, or `undefined`. */
function interval(left: string, right: string, separator: "/" | ".."): EdtfInterval | undefined {
  const start = side(left, separator);
  const end = side(right, separator);
  if (start === undefined || end === undefined) return undefined;
  if (typeof start === "string" && typeof end === "string") return undefined;
  if (typeof start !== "string" && typeof end !== "string") {
    const first = extent(start);
    const last = extent(end);
    if (first !== undefined && last !== undefined && last.to < first.to && last.from < first.from)
      return undefined;
  }
  return { kind: "interval", start, end };
}

function side(text: string, separator: "/" | ".."): EdtfDate | "open" | "unknown" | undefined {
  if (text === "") return separator === "/" ? "unknown" : "open";
  if (text === ".." && separator === "/") return "open";
  return parseDate(text);
}

function parseSet(text: string): EdtfSet | undefined {
  const of = text[0] === "[" ? "one" : "all";
  if (text.at(-1) !== (of === "one" ? "]" : "}")) return undefined;
  const members: (EdtfDate | EdtfInterval)[] = [];
  for (const part of text.slice(1, -1).split(",")) {
    const dots = part.indexOf("..");
    const member = dots < 0 ? parseDate(part) : interval(part.slice(0, dots), part.slice(dots + 2), "..");
    if (member === undefined) return undefined;
    members.push(member);
  }
  return { kind: "set", of, members };
}

function parseRecurrence(text: string): EdtfRecurrence | undefined {
  const parts = text.split("/");
  const every = parts.at(-1) ?? "";
  if (!/^R\d{0,6}$/.test(parts[0] ?? "") || parts.length < 2 || parts.length >= 4 || !DURATION.test(every))
    return undefined;
  const start = parts.length === 3 ? parseDate(parts[1] ?? "") : undefined;
  if (parts.length === 3 && start === undefined) return undefined;
  const times = text.slice(1, text.indexOf("/"));
  return {
    kind: "recurrence",
    ...(times !== "" && { times: Number(times) }),
    ...(start !== undefined && { start }),
    every: { kind: "duration", text: every },
  };
}

/** The value as text; `formatEdtf(parseEdtf(text))` is `text`. */
export function formatEdtf(value: Edtf): string {
  switch (value.kind) {
    case "duration":
      return value.text;
    case "recurrence": {
      const start = value.start === undefined ? "" : `${formatEdtf(value.start)}/`;
      return `R${value.times ?? ""}/${start}${value.every.text}`;
    }
    case "set": {
      const members = value.members.map((m) => (m.kind === "date" ? formatEdtf(m) : formatInterval(m, "..")));
      return value.of === "one" ? `[${members.join(",")}]` : `{${members.join(",")}}`;
    }
    case "interval":
      return formatInterval(value, "/");
    case "date": {
      const inner = value.week === undefined ? [value.month, value.day] : [`W${value.week}`, value.weekday];
      const days = [value.year, ...inner.filter((part) => part !== undefined)].join("-");
      const time = value.time === undefined ? "" : `T${value.time}${value.zone ?? ""}`;
      return days + time + value.qualifier;
    }
  }
}

function formatInterval({ start, end }: EdtfInterval, separator: "/" | ".."): string {
  const sides = [start, end].map((s) => {
    if (typeof s !== "string") return formatEdtf(s);
    return s === "open" && separator === "/" ? ".." : "";
  });
  return sides.join(separator);
}

function yearNumber(year: string): number {
  return Number(year.startsWith("Y") ? year.slice(1) : year);
}

/** First and last year that a year with unspecified last digits may be; `undefined` where others are unspecified. */
function yearRange(year: string): readonly [first: number, last: number] | undefined {
  if (!year.includes("X")) return [yearNumber(year), yearNumber(year)];
  const match = /^(-?)(\d+)(X+)$/.exec(year);
  if (match === null) return undefined;
  const [, sign, digits = "", unknown = ""] = match;
  const low = Number(digits + "0".repeat(unknown.length));
  const high = Number(digits + "9".repeat(unknown.length));
  return sign === "-" ? [-high, -low] : [low, high];
}

/** First month (from 1, running over into the next year above 12) and length in months of a sub-year grouping. */
function grouping(code: number): readonly [month: number, length: number] {
  if (code < 29) return [3 + ((code - 21) % 4) * 3, 3];
  if (code < 33) return [code === 29 ? 9 : code === 30 ? 12 : code === 31 ? 3 : 6, 3];
  if (code < 37) return [1 + (code - 33) * 3, 3];
  if (code < 40) return [1 + (code - 37) * 4, 4];
  return [1 + (code - 40) * 6, 6];
}

/**
 * The stretch of days that a value stands for: all that it covers and, where it is not known in full, all that it
 * may cover. `undefined` where it lies nowhere on the calendar (a duration, a year that is not stated) or where the
 * text is no value. Qualifiers are left aside: see `reach`.
 */
export function extent(value: Edtf | string): Extent | undefined {
  const parsed = typeof value === "string" ? parseEdtf(value) : value;
  switch (parsed?.kind) {
    case "date":
      return dateExtent(parsed);
    case "interval":
      return intervalExtent(parsed, extent);
    case "set":
      return hull(parsed.members.map((member) => extent(member)));
    case "recurrence":
      return parsed.start === undefined
        ? undefined
        : { from: dateExtent(parsed.start)?.from ?? 0, to: Infinity };
    default:
      return undefined;
  }
}

function dateExtent(date: EdtfDate): Extent | undefined {
  const years = yearRange(date.year);
  if (years === undefined) return undefined;
  const [first, last] = years;
  if (date.week !== undefined) return weekExtent(date, first, last);
  if (date.month === undefined || date.month === "XX") return days(first, 1, 1, last, 13, 1);
  const month = Number(date.month);
  if (month >= 21) {
    const [start, length] = grouping(month);
    return days(first, start, 1, last, start + length, 1);
  }
  if (date.day === undefined || date.day === "XX") return days(first, month, 1, last, month + 1, 1);
  return days(first, month, Number(date.day), last, month, Number(date.day) + 1);
}

function weekExtent({ week, weekday }: EdtfDate, first: number, last: number): Extent {
  if (week === "XX") return { from: mondayOfWeek(first, 1), to: mondayOfWeek(last + 1, 1) };
  const from = mondayOfWeek(first, Number(week)) + (weekday === undefined ? 0 : Number(weekday) - 1);
  const to = mondayOfWeek(last, Number(week)) + (weekday === undefined ? 7 : Number(weekday));
  return { from, to };
}

function days(y1: number, m1: number, d1: number, y2: number, m2: number, d2: number): Extent {
  return { from: dayNumber(y1, m1, d1), to: dayNumber(y2, m2, d2) };
}

/** From the first day of one side to the last of the other; `of` says which days a side covers. */
export function intervalExtent(
  { start, end }: EdtfInterval,
  of: (date: EdtfDate) => Extent | undefined,
): Extent | undefined {
  const from = typeof start === "string" ? -Infinity : of(start)?.from;
  const to = typeof end === "string" ? Infinity : of(end)?.to;
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** The stretch from the first to the last day of several; `undefined` where one of them has no place. */
export function hull(parts: readonly (Extent | undefined)[]): Extent | undefined {
  let from = Infinity;
  let to = -Infinity;
  for (const part of parts) {
    if (part === undefined) return undefined;
    from = Math.min(from, part.from);
    to = Math.max(to, part.to);
  }
  return from < to ? { from, to } : undefined;
}

/** The shortest value for a stretch of days: a day, a whole month or year, else an interval. */
export function edtfOf({ from, to }: Extent): string {
  if (from === -Infinity) return to === Infinity ? "../.." : `../${formatDay(to - 1)}`;
  if (to === Infinity) return `${formatDay(from)}/..`;
  if (to - from === 1) return formatDay(from);
  const start = civilDay(from);
  const end = civilDay(to);
  if (start.day === 1 && end.day === 1) {
    const months = monthsBetween(start, end);
    if (months === 1) return `${formatYear(start.year)}-${pad(start.month)}`;
    if (months === 12 && start.month === 1) return formatYear(start.year);
  }
  return `${formatDay(from)}/${formatDay(to - 1)}`;
}

function monthsBetween(start: CivilDay, end: CivilDay): number {
  return (end.year - start.year) * 12 + end.month - start.month;
}

/** The dateline that opens an agency report: place, then perhaps agency and date, then a dash. */

import { outletNamed } from "../../assets/outlets.ts";
import type { Fact, Published } from "../../record/report.ts";
import { spanAt } from "../../record/span.ts";
import { firstWrittenDay, monthNamed } from "./date-text.ts";

export interface Dateline {
  /** The places, as they stand: a range into the text given. */
  readonly place: { readonly start: number; readonly end: number };
  readonly agency?: { readonly start: number; readonly end: number };
  /** A day in full, `2025-08-10`. */
  readonly day?: string;
  /** A day without a year, as it stands. */
  readonly dayAndMonth?: string;
  /** Where the dateline ends and the first sentence begins. */
  readonly end: number;
}

/** A dateline is no longer than this. */
const LONGEST = 100;
const SEPARATOR = / ?(?:—|–| -{1,2}) ?(?=[\p{Lu}\p{N}“"'‘«])/u;
const COLON = /: (?=[\p{Lu}\p{N}“"'‘«])/u;
const CAPITALS = /^\p{Lu}[\p{Lu}.'’-]*(?: \p{Lu}[\p{Lu}.'’-]*){0,4}$/u;
const NAME = /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|of|the|de|and)){0,4}$/u;
const DAY = /^(\p{L}{3,9})\.? (\d{1,2})$|^(\d{1,2}) (\p{L}{3,9})\.?(?: (?:19|20)\d\d)?$/u;
const WEEKDAY = /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?\b\.?/g;
const YEAR = /^(?:19|20)\d\d$/;

/** The dateline at the very start of a paragraph, or `undefined`. */
export function datelineOf(paragraph: string): Dateline | undefined {
  const start = paragraph.length - paragraph.trimStart().length;
  const head = paragraph.slice(start, start + LONGEST);
  for (const [mark, needsMore] of [
    [SEPARATOR.exec(head), false],
    [COLON.exec(head), true],
  ] as const) {
    const end = mark === null ? 0 : mark.index + mark[0].length;
    const found = mark === null ? undefined : read(head.slice(0, mark.index), start, start + end, needsMore);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A dateline on a line of its own: place, then the day, and nothing more. */
export function datelineAlone(line: string): Dateline | undefined {
  return line.length < LONGEST && /\d/.test(line) ? read(line, 0, line.length, true) : undefined;
}

/**
 * Reads what stands before the mark that ends a dateline. `needsMore`: a date or an agency must be given, as where
 * speakers may stand, too ("MODERATOR: …").
 */
function read(before: string, start: number, end: number, needsMore: boolean): Dateline | undefined {
  const bracket = /\(([^()]{2,40})\)/.exec(before);
  const agency =
    bracket === null
      ? undefined
      : { start: start + bracket.index + 1, end: start + bracket.index + 1 + (bracket[1] ?? "").length };
  const outside = bracket === null ? before : before.replace(bracket[0], " ".repeat(bracket[0].length));
  const parts = outside
    .replace(WEEKDAY, "")
    .split(/[,/]/)
    .map((part) => part.trim());
  const places: string[] = [];
  let dayAndMonth: string | undefined;
  let hasYear = false;
  for (const part of parts) {
    if (part === "") continue;
    if (isDay(part)) dayAndMonth = part;
    else if (YEAR.test(part)) hasYear = true;
    else if (NAME.test(part) && dayAndMonth === undefined) places.push(part);
    else return undefined;
  }
  const [first] = places;
  if (first === undefined || places.length >= 4) return undefined;
  const more = dayAndMonth !== undefined || agency !== undefined;
  if (!CAPITALS.test(first) && !more) return undefined;
  if (needsMore && !more) return undefined;
  if (first.replace(/[^\p{L}]/gu, "").length < 3) return undefined;
  const last = places.at(-1) ?? first;
  const placeStart = before.indexOf(first);
  const placeEnd = before.indexOf(last, placeStart) + last.length;
  const day = hasYear || dayAndMonth !== undefined ? firstWrittenDay(outside)?.value : undefined;
  return {
    place: { start: start + placeStart, end: start + placeEnd },
    ...(agency !== undefined && { agency }),
    ...(day !== undefined && { day }),
    ...(dayAndMonth !== undefined && day === undefined && { dayAndMonth }),
    end,
  };
}

function isDay(part: string): boolean {
  const match = DAY.exec(part);
  return match !== null && monthNamed(match[1] ?? match[4] ?? "") !== undefined;
}

export interface DatelineFacts {
  readonly dateline?: Fact;
  readonly agency?: Fact;
  readonly published?: Published;
}

/** The facts of a dateline that stands at `from`. */
export function datelineFacts(text: string, from: number, found: Dateline): DatelineFacts {
  const { place, agency, day, dayAndMonth } = found;
  const at = spanAt(text, from + place.start, from + place.end);
  const credit = agency === undefined ? undefined : spanAt(text, from + agency.start, from + agency.end);
  const why = `the dateline says "${dayAndMonth}" without a year`;
  return {
    dateline: { value: at.text, basis: "dateline", at },
    ...(credit !== undefined && {
      agency: { value: outletNamed(credit.text) ?? credit.text, basis: "dateline" as const, at: credit },
    }),
    ...(day !== undefined && {
      published: { value: day, basis: "dateline" as const, at: spanAt(text, from, from + found.end) },
    }),
    ...(dayAndMonth !== undefined && { published: { basis: "unknown" as const, why } }),
  };
}

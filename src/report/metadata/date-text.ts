/**
 * Calendar days as pages, stamps and headers write them, in the languages of `data/lexicon/months.json`.
 * Only days that are written out in full: what needs a calendar or a context ("Friday", "Aug. 10") is not read here.
 */
import months from "../../../data/lexicon/months.json" with { type: "json" };
import { daysInMonth, pad } from "../../record/day.ts";

export interface WrittenDay {
  /** `2025-08-10` */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface Reading {
  /** How `10/8/2025` is read; absent: not at all, unless one number cannot be a month. */
  readonly order?: "day first" | "month first";
  /** Reads `10.8.25`, too, with full stops: only where the text is known to be a stamp. */
  readonly shortYears?: boolean;
}

const MONTH: ReadonlyMap<string, number> = new Map(
  Object.entries(months.months).flatMap(([month, words]) =>
    words.map((word) => [word, Number(month)] as const),
  ),
);

const FORMS: readonly {
  readonly pattern: RegExp;
  readonly read: (parts: string[], how: Reading) => string | undefined;
}[] = [
  {
    // 2025-08-10, 2025/8/10, 2025.08.10, with or without a time
    pattern: /(?<![\d-])((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[-/]\d)/gu,
    read: ([year, , month, day]) => written(year, month, day),
  },
  {
    // 10 August 2025, 10. August 2025, 10th of Aug 2025, 10 de agosto de 2025
    pattern:
      /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª)?\.?[ \u00a0-]{1,2}(?:(?:de|of|d') ?)?(\p{L}{3,14})\.?,?[ \u00a0-]{1,2}(?:(?:de|del) )?((?:19|20)\d\d)(?!\d)/gu,
    read: ([day, month, year]) => named(year, month, day),
  },
  {
    // August 10, 2025; Aug. 10th 2025
    pattern:
      /(?<!\p{L})(\p{L}{3,14})\.?[ \u00a0]{1,2}(\d{1,2})(?:st|nd|rd|th)?,?[ \u00a0]{1,2}((?:19|20)\d\d)(?!\d)/gu,
    read: ([month, day, year]) => named(year, month, day),
  },
  {
    // 10.08.2025, 10/08/2025, 10-08-2025
    pattern: /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-])/gu,
    read: ([first, mark, second, year], how) => numeric(first, second, year, mark, how),
  },
  {
    // 10.8.25
    pattern: /(?<![\d./-])(\d{1,2})\. ?(\d{1,2})\. ?(\d\d)(?![\d./-])/gu,
    read: ([day, month, year], { shortYears }) =>
      shortYears ? written(`${Number(year) < 70 ? "20" : "19"}${year}`, month, day) : undefined,
  },
  {
    pattern: /((?:19|20)\d\d) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/gu,
    read: ([year, month, day]) => written(year, month, day),
  },
];

/** Every day written out in a text, in text order; stretches do not overlap. */
export function writtenDays(text: string, how: Reading = {}): readonly WrittenDay[] {
  const found: WrittenDay[] = [];
  for (const { pattern, read } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const value = read(match.slice(1), how);
      const end = match.index + match[0].length;
      if (value === undefined || found.some((day) => day.start < end && match.index < day.end)) continue;
      found.push({ value, start: match.index, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The first day written in a short text. */
export function firstWrittenDay(text: string, how: Reading = {}): WrittenDay | undefined {
  return writtenDays(text.slice(0, 400), how)[0];
}

/** The number of the month that a word names, in any of the languages; `undefined` where it names none. */
export function monthNamed(word: string): number | undefined {
  return MONTH.get(word.toLowerCase());
}

function named(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | undefined {
  const number = monthNamed(month ?? "");
  return number === undefined ? undefined : written(year, String(number), day);
}

function numeric(
  first: string | undefined,
  second: string | undefined,
  year: string | undefined,
  mark: string | undefined,
  { order }: Reading,
): string | undefined {
  const [a, b] = [Number(first), Number(second)];
  if (a >= 13 || mark === ".") return written(year, second, first);
  if (b >= 13) return written(year, first, second);
  if (a === b) return written(year, first, second);
  if (order === undefined) return undefined;
  return order === "day first" ? written(year, second, first) : written(year, first, second);
}

function written(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (!(m >= 1 && m < 13 && d >= 1 && d < daysInMonth(y, m) + 1)) return undefined;
  return `${year}-${pad(m)}-${pad(d)}`;
}

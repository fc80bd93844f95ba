/** Stretches between two ends that are written as one: "Aug. 9-10", "2021-22", "from Monday to Wednesday". */
import { type Found, numberOf } from "../elements.ts";
import type { Meaning } from "../meaning.ts";
import type { Match, Rule } from "../pattern.ts";
import { isGlued } from "../scan.ts";

function day(m: Match, month: Uppercase<string>, dayOf: Uppercase<string>): Meaning {
  const year = m.YEAR === undefined ? {} : { year: numberOf(m.YEAR) };
  return {
    kind: "named",
    slot: { slot: "day", month: numberOf(m[month]), day: numberOf(m[dayOf]) },
    ...year,
  };
}

function days(m: Match, firstMonth: Uppercase<string>, lastMonth: Uppercase<string>): Meaning | undefined {
  const [first, last] = [day(m, firstMonth, "DAY"), day(m, lastMonth, "LAST")];
  const falling = firstMonth === lastMonth && numberOf(m.DAY) >= numberOf(m.LAST);
  return falling ? undefined : { kind: "range", first, last };
}

function weekday(found: Found | undefined): Meaning {
  return { kind: "named", slot: { slot: "weekday", weekday: numberOf(found) } };
}

/** "2021-22" and "2021-2023"; "1914-18" too. */
function years(m: Match): Meaning | undefined {
  const first = numberOf(m.YEAR);
  if (isGlued(m.scan, m.at)) return undefined;
  const short = numberOf(m.LAST ?? m.DAY);
  const last = short >= 100 ? short : first - (first % 100) + short;
  if (last <= first || last - first >= 200 || first < 1500 || first >= 2150) return undefined;
  return {
    kind: "range",
    first: { kind: "fixed", grain: "year", index: first },
    last: { kind: "fixed", grain: "year", index: last },
  };
}

function months(m: Match): Meaning {
  const year = m.YEAR === undefined ? {} : { year: numberOf(m.YEAR) };
  const month = (name: Uppercase<string>): Meaning => ({
    kind: "named",
    slot: { slot: "month", month: numberOf(m[name]) },
    ...year,
  });
  return { kind: "range", first: month("MONTH"), last: month("LAST") };
}

export const ranges: readonly Rule[] = [
  {
    name: "days of a month",
    pattern: "MONTH DAY -|to|through|and DAY:LAST",
    meaning: (m) => days(m, "MONTH", "MONTH"),
    example: "Aug. 9-10",
  },
  {
    name: "days of a month and year",
    pattern: "MONTH DAY -|to|through|and DAY:LAST ,? YEAR",
    meaning: (m) => days(m, "MONTH", "MONTH"),
    example: "August 9-10, 2025",
  },
  {
    name: "days before a month",
    pattern: "DAY -|to|and DAY:LAST MONTH",
    meaning: (m) => days(m, "MONTH", "MONTH"),
    example: "9-10 August",
  },
  {
    name: "days before a month and year",
    pattern: "DAY -|to|and DAY:LAST MONTH YEAR",
    meaning: (m) => days(m, "MONTH", "MONTH"),
    example: "9-10 August 2025",
  },
  { name: "years", pattern: "YEAR -|/ DAY", meaning: years, example: "2021-22" },
  { name: "full years", pattern: "YEAR - YEAR:LAST", meaning: years, example: "2021-2023" },
  {
    name: "days of two months",
    pattern: "MONTH DAY -|to|through MONTH:UNTIL DAY:LAST",
    meaning: (m) => days(m, "MONTH", "UNTIL"),
    example: "June 30 to July 2",
  },
  {
    name: "days of two months and year",
    pattern: "MONTH DAY -|to|through MONTH:UNTIL DAY:LAST ,? YEAR",
    meaning: (m) => days(m, "MONTH", "UNTIL"),
    example: "June 30 to July 2, 2024",
  },
  {
    name: "weekdays",
    pattern: "WEEKDAY -|to|through WEEKDAY:LAST",
    meaning: (m) => ({ kind: "range", first: weekday(m.WEEKDAY), last: weekday(m.LAST) }),
    example: "Monday to Wednesday",
  },
  { name: "months", pattern: "MONTH - MONTH:LAST YEAR", meaning: months, example: "June-July 2024" },
];

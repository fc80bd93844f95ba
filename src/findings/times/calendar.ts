/**
 * Stretches of the calendar that have a name of their own: days, weeks, months, quarters … each an index on its own
 * count, so that "two quarters earlier" is a subtraction.
 */
import { civilDay, dayNumber, formatDay, formatYear, pad, weekdayOf, weekOf } from "../../record/day.ts";
import type { Extent } from "../../record/edtf.ts";

export type Grain =
  | "day"
  | "week"
  | "weekend"
  | "month"
  | "quarter"
  | "half"
  | "season"
  | "year"
  | "decade"
  | "century";

/** One stretch: the day, week, … of which `index` is the count since the start of the calendar (days since 1970). */
export interface Point {
  readonly grain: Grain;
  readonly index: number;
}

/** The stretch of a grain that holds a day. Seasons are those of the north, winter counts to the year it starts in. */
export function pointAt(grain: Grain, day: number): Point {
  const { year, month } = civilDay(day);
  const months = year * 12 + month - 1;
  switch (grain) {
    case "day":
      return { grain, index: day };
    case "week":
    case "weekend":
      return { grain, index: Math.floor((day + 3) / 7) };
    case "month":
      return { grain, index: months };
    case "quarter":
      return { grain, index: Math.floor(months / 3) };
    case "half":
      return { grain, index: Math.floor(months / 6) };
    case "season":
      return { grain, index: Math.floor((months - 2) / 3) };
    case "year":
      return { grain, index: year };
    case "decade":
      return { grain, index: Math.floor(year / 10) };
    case "century":
      return { grain, index: Math.floor(year / 100) };
  }
}

export function shift({ grain, index }: Point, by: number): Point {
  return { grain, index: index + by };
}

/** Days of a stretch, half-open. */
export function extentOf({ grain, index }: Point): Extent {
  switch (grain) {
    case "day":
      return { from: index, to: index + 1 };
    case "week":
      return { from: index * 7 - 3, to: index * 7 + 4 };
    case "weekend":
      return { from: index * 7 + 2, to: index * 7 + 4 };
    case "month":
      return months(index, 1);
    case "quarter":
      return months(index * 3, 3);
    case "half":
      return months(index * 6, 6);
    case "season":
      return months(index * 3 + 2, 3);
    case "year":
      return months(index * 12, 12);
    case "decade":
      return months(index * 120, 120);
    case "century":
      return months(index * 1200, 1200);
  }
}

function months(first: number, count: number): Extent {
  return { from: dayNumber(0, first + 1, 1), to: dayNumber(0, first + count + 1, 1) };
}

/** The stretch of `grain` in which a stretch begins: the year of a day, the first month of a quarter. */
export function regrain(point: Point, grain: Grain): Point {
  return point.grain === grain ? point : pointAt(grain, extentOf(point).from);
}

const SEASONS = ["SP", "SU", "FA", "WI"];

/** EDTF of a stretch; a weekend is an interval of two days. */
export function pointToEdtf(point: Point): string {
  const { grain, index } = point;
  const quotient = (by: number) => formatYear(Math.floor(index / by));
  switch (grain) {
    case "day":
      return formatDay(index);
    case "week": {
      const { year, week } = weekOf(index * 7);
      return `${formatYear(year)}-W${pad(week)}`;
    }
    case "weekend":
      return `${formatDay(index * 7 + 2)}/${formatDay(index * 7 + 3)}`;
    case "month":
      return `${quotient(12)}-${pad(modulo(index, 12) + 1)}`;
    case "quarter":
      return `${quotient(4)}-${33 + modulo(index, 4)}`;
    case "half":
      return `${quotient(2)}-${40 + modulo(index, 2)}`;
    case "season":
      return `${quotient(4)}-${21 + modulo(index, 4)}`;
    case "year":
      return formatYear(index);
    case "decade":
      return `${pad(index).padStart(3, "0")}X`;
    case "century":
      return `${pad(index)}XX`;
  }
}

/** The value attribute that TIMEX3 gives a stretch: `1989-Q3`, `1998-SU`, `2000-W10-WE`, `199`. */
export function pointToTimex(point: Point): string {
  const { grain, index } = point;
  switch (grain) {
    case "weekend": {
      const { year, week } = weekOf(index * 7);
      return `${formatYear(year)}-W${pad(week)}-WE`;
    }
    case "quarter":
      return `${formatYear(Math.floor(index / 4))}-Q${modulo(index, 4) + 1}`;
    case "half":
      return `${formatYear(Math.floor(index / 2))}-H${modulo(index, 2) + 1}`;
    case "season":
      return `${formatYear(Math.floor(index / 4))}-${SEASONS[modulo(index, 4)]}`;
    case "decade":
    case "century":
      return pointToEdtf(point).replace(/X+$/, "");
    default:
      return pointToEdtf(point);
  }
}

export function modulo(number: number, by: number): number {
  return ((number % by) + by) % by;
}

/** Western Easter Sunday (Meeus, Astronomical Algorithms, chapter 8), or that of the Julian calendar as a Gregorian day. */
export function easter(year: number, calendar: "easter" | "orthodox"): number {
  if (calendar === "orthodox") return orthodoxEaster(year);
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leaps = Math.floor((8 * century + 13) / 25);
  const epact = modulo(19 * golden + century - Math.floor(century / 4) - leaps + 15, 30);
  const moon = epact - (epact === 29 || (epact === 28 && golden > 10) ? 1 : 0);
  const fullMoon = dayNumber(year, 3, 21) + moon;
  return fullMoon + 7 - (weekdayOf(fullMoon) % 7);
}

function orthodoxEaster(year: number): number {
  const moon = (19 * (year % 19) + 15) % 30;
  const weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const julianDays = moon + weekday + 22 - 1;
  const drift = Math.floor(year / 100) - Math.floor(year / 400) - 2;
  return dayNumber(year, 3, 1) + julianDays + drift;
}

/** The `nth` weekday of a month, counted from its end where `nth` is negative. */
export function weekdayOfMonth(year: number, month: number, weekday: number, nth: number): number {
  if (nth > 0) {
    const first = dayNumber(year, month, 1);
    return first + modulo(weekday - weekdayOf(first), 7) + (nth - 1) * 7;
  }
  const last = dayNumber(year, month + 1, 1) - 1;
  return last - modulo(weekdayOf(last) - weekday, 7) + (nth + 1) * 7;
}

/** Which occurrence of a weekday, a month, a feast … is meant. */
import { civilDay, dayNumber, daysInMonth, pad, weekdayOf } from "../../record/day.ts";
import { dayOf } from "../../record/edtf-order.ts";
import { easter, type Grain, modulo, type Point, pointAt, weekdayOfMonth } from "./calendar.ts";
import type { Meaning, Slot } from "./meaning.ts";

export type Direction = "past" | "future";
type Named = Extract<Meaning, { kind: "named" }>;

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** In words why no calendar has such a day; `undefined` where one does. */
export function impossibleSlot({ slot, year }: Named): string | undefined {
  if (slot.slot !== "day") return undefined;
  const last = daysInMonth(year ?? 2000, slot.month);
  return slot.day <= last
    ? undefined
    : `${MONTHS[slot.month - 1]}${year === undefined ? "" : ` ${year}`} has no day ${slot.day}`;
}

const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

/** In words, where the day that was found has another weekday than the text says; `undefined` where they agree. */
export function weekdayDoubt(slot: Slot, { index }: Point): string | undefined {
  if (slot.slot !== "day" || slot.weekday === undefined || slot.weekday === weekdayOf(index))
    return undefined;
  const { year, month, day } = civilDay(index);
  return `${day} ${MONTHS[month - 1]} ${year} is a ${WEEKDAYS[weekdayOf(index) - 1]}`;
}

/** EDTF of a day or month of which the year is not known. */
export function yearlessEdtf(slot: Slot): string | undefined {
  if (slot.slot === "month") return `XXXX-${pad(slot.month)}`;
  if (slot.slot === "day") return `XXXX-${pad(slot.month)}-${pad(slot.day)}`;
  return undefined;
}

/** The days on which a feast falls in a year: one, or of a lunar calendar none or two. Rules are those of `times-holidays.tsv`. */
export function daysOfHoliday(rule: string, year: number): readonly number[] {
  if (!rule.startsWith("on")) return [dayOfHoliday(rule, year)];
  const listed = rule.split(" ").filter((day) => day.startsWith(`${year}-`));
  return listed.map((day) => dayOf(day) ?? 0);
}

/** Days that a feast of several days lasts after its first. */
export function daysAfterFirst({ slot }: Named): number {
  const rule = slot.slot === "holiday" ? /^on\+(\d+) /.exec(slot.rule) : null;
  return Number(rule?.[1] ?? 0);
}

function dayOfHoliday(rule: string, year: number): number {
  const fixed = /^(\d\d)-(\d\d)$/.exec(rule);
  if (fixed) return dayNumber(year, Number(fixed[1]), Number(fixed[2]));
  const movable = /^(easter|orthodox)([+-]\d+)$/.exec(rule);
  if (movable) return easter(year, movable[1] as "easter" | "orthodox") + Number(movable[2]);
  const [month = "1", weekday = "monday", nth = "1"] = rule.split(":");
  const number =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].indexOf(weekday) + 1;
  const after = /^(\d+)-\d+$/.exec(nth);
  if (after === null) return weekdayOfMonth(year, Number(month), number, Number(nth));
  const first = dayNumber(year, Number(month), Number(after[1]));
  return first + modulo(number - weekdayOf(first), 7);
}

/**
 * The stretch that is meant.
 * @param base the day that it is counted from; absent while unknown
 * @returns `undefined` where it cannot be told without `base`
 */
export function pointOfSlot(
  meaning: Named,
  base: number | undefined,
  context: { readonly direction?: Direction },
): Point | undefined {
  const { slot } = meaning;
  const year =
    meaning.year ??
    (meaning.yearBy === undefined || base === undefined ? undefined : civilDay(base).year + meaning.yearBy);
  if (year !== undefined) return inYear(slot, year);
  if (base === undefined) return undefined;
  const direction = context.direction;
  switch (slot.slot) {
    case "weekday":
      return { grain: "day", index: weekday(meaning, slot.weekday, base, direction) };
    case "month":
      return cyclic("month", pointAt("month", base).index, slot.month - 1, 12, meaning, direction, 4);
    case "season":
      return cyclic("season", pointAt("season", base).index, slot.season, 4, meaning, direction, 1);
    case "quarter":
      return cyclic(
        "quarter",
        pointAt("quarter", base).index,
        slot.quarter - 1,
        4,
        meaning,
        direction === "past" ? direction : undefined,
        2,
      );
    case "half":
      return cyclic("half", pointAt("half", base).index, slot.half - 1, 2, meaning, direction, 1);
    case "weekend":
      return weekend(meaning, base, direction);
    case "day":
      return nearest(base, direction, meaning, (y) =>
        slot.day <= daysInMonth(y, slot.month) && fits(slot, y) ? [dayNumber(y, slot.month, slot.day)] : [],
      );
    case "holiday":
      return nearest(base, direction, meaning, (y) => daysOfHoliday(slot.rule, y));
    case "day of month":
      return nearestMonth(base, slot.day, direction);
  }
}

function fits({ weekday, month, day }: Extract<Slot, { slot: "day" }>, year: number): boolean {
  return weekday === undefined || weekdayOf(dayNumber(year, month, day)) === weekday;
}

function inYear(slot: Slot, year: number): Point | undefined {
  switch (slot.slot) {
    case "month":
      return { grain: "month", index: year * 12 + slot.month - 1 };
    case "day":
      return slot.day <= daysInMonth(year, slot.month)
        ? { grain: "day", index: dayNumber(year, slot.month, slot.day) }
        : undefined;
    case "season":
      return { grain: "season", index: year * 4 + slot.season };
    case "quarter":
      return { grain: "quarter", index: year * 4 + slot.quarter - 1 };
    case "half":
      return { grain: "half", index: year * 2 + slot.half - 1 };
    case "holiday":
      return firstDay(daysOfHoliday(slot.rule, year));
    default:
      return undefined;
  }
}

function firstDay([index]: readonly number[]): Point | undefined {
  return index === undefined ? undefined : { grain: "day", index };
}

/** News tells of the past unless something says otherwise, so that a bare "Friday" is the one just gone or today. */
function weekday(meaning: Named, number: number, base: number, direction: Direction | undefined): number {
  const monday = base - weekdayOf(base) + 1;
  if (meaning.weekBy !== undefined) return monday + meaning.weekBy * 7 + number - 1;
  const since = modulo(weekdayOf(base) - number, 7);
  const until = modulo(number - weekdayOf(base), 7);
  if (meaning.which === "last") return base - (since || 7);
  if (meaning.which === "next") return base + (until || 7);
  if (meaning.which === "this") return direction === "past" ? base - since : base + until;
  return direction === "future" ? base + until : base - since;
}

/** Of what recurs every `cycle` stretches: the one that `which` or tense points to, else one near `now`, at most `ahead` to come. */
function cyclic(
  grain: Grain,
  now: number,
  position: number,
  cycle: number,
  { which }: Named,
  direction: Direction | undefined,
  ahead: number,
): Point {
  const since = modulo(now - position, cycle);
  const until = modulo(position - now, cycle);
  if (which === "last") return { grain, index: now - (since || cycle) };
  if (which === "next") return { grain, index: now + (until || cycle) };
  if (which === "this") return { grain, index: now - modulo(now, cycle) + position };
  if (direction === "past") return { grain, index: now - since };
  if (direction === "future") return { grain, index: now + until };
  return { grain, index: until > 0 && until < ahead ? now + until : now - since };
}

function weekend({ which }: Named, base: number, direction: Direction | undefined): Point {
  const week = pointAt("week", base).index;
  const isOn = weekdayOf(base) >= 6;
  if (which === "last") return { grain: "weekend", index: week - 1 };
  if (which === "next") return { grain: "weekend", index: week + 1 };
  if (which === "this" && direction !== "future" && weekdayOf(base) < 3)
    return { grain: "weekend", index: week - 1 };
  if (which === "this" || isOn || direction === "future") return { grain: "weekend", index: week };
  return { grain: "weekend", index: week - 1 };
}

/** Days that a date against the tense counts as further away: what was agreed in May may be due in June. */
const AGAINST_TENSE = 200;
/** Years to either side in which a weekday and a day of a month must meet. */
const YEARS = 6;

/** Of the days that a function gives for the years around, the nearest one; tense counts, but not more than nearness. */
function nearest(
  base: number,
  direction: Direction | undefined,
  { which, slot }: Named,
  dayIn: (year: number) => readonly number[],
): Point | undefined {
  const { year } = civilDay(base);
  const reach = slot.slot === "day" && slot.weekday !== undefined ? YEARS : 1;
  let best: number | undefined;
  let least = Infinity;
  for (let y = year - reach; y <= year + reach; y += 1) {
    if (which === "this" && y !== year) continue;
    for (const day of dayIn(y)) {
      if ((which === "last" && day >= base) || (which === "next" && day <= base)) continue;
      const against =
        (direction === "past" && day > base) || (direction === "future" && day < base) ? AGAINST_TENSE : 0;
      const cost = Math.abs(day - base) + against;
      if (cost < least) [best, least] = [day, cost];
    }
  }
  return best === undefined ? undefined : { grain: "day", index: best };
}

function nearestMonth(base: number, day: number, direction: Direction | undefined): Point | undefined {
  const { year, month } = civilDay(base);
  const here = day <= daysInMonth(year, month) ? dayNumber(year, month, day) : undefined;
  if (
    here !== undefined &&
    (direction !== "future" || here >= base) &&
    (direction !== "past" || here <= base)
  )
    return { grain: "day", index: here };
  const by = direction === "future" ? 1 : -1;
  return { grain: "day", index: dayNumber(year, month + by, day) };
}

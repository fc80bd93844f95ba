/** Lengths and recurrences as ISO 8601, EDTF and TIMEX3 write them. */
import { formatDay, pad } from "../../record/day.ts";
import type { Extent } from "../../record/edtf.ts";
import type { Amount, Meaning } from "./meaning.ts";
import type { Unit } from "./words.ts";

/** Designator of ISO 8601, how many of it a unit makes, and the smaller unit that a fraction is written in. */
const UNITS: Readonly<
  Record<Unit, readonly [designator: string, times: number, smaller: string, parts: number]>
> = {
  second: ["S", 1, "S", 1],
  minute: ["M", 1, "S", 60],
  hour: ["H", 1, "M", 60],
  day: ["D", 1, "H", 24],
  weekend: ["D", 2, "D", 1],
  week: ["W", 1, "D", 7],
  fortnight: ["W", 2, "D", 7],
  month: ["M", 1, "D", 30],
  quarter: ["M", 3, "M", 1],
  season: ["M", 3, "M", 1],
  year: ["Y", 1, "M", 12],
  decade: ["Y", 10, "Y", 10],
  century: ["Y", 100, "Y", 100],
  millennium: ["Y", 1000, "Y", 1000],
};
const CLOCK_UNITS: ReadonlySet<Unit> = new Set<Unit>(["second", "minute", "hour"]);

/** `P3Y6M`, `PT16H`; `undefined` where a count is not stated. */
export function lengthToEdtf(amounts: readonly Amount[]): string | undefined {
  let date = "";
  let time = "";
  for (const { unit, count } of amounts) {
    if (count === undefined) return undefined;
    const [designator, times, smaller, parts] = UNITS[unit];
    const whole = Math.floor(count) * times;
    const fraction = Math.round((count - Math.floor(count)) * parts);
    const written =
      (whole > 0 || fraction === 0 ? `${whole}${designator}` : "") +
      (fraction > 0 ? (unit === "day" ? `T${fraction}${smaller}` : `${fraction}${smaller}`) : "");
    if (CLOCK_UNITS.has(unit)) time += written;
    else
      date +=
        smaller === designator && whole > 0 && fraction > 0 ? `${whole + fraction}${designator}` : written;
  }
  if (/W.*\D?\d+D/.test(date)) return weeksAsDays(amounts);
  return `P${date}${time === "" ? "" : `T${time}`}`;
}

/** ISO 8601 has no weeks beside days: "one and a half weeks" is written in days. */
function weeksAsDays(amounts: readonly Amount[]): string {
  let days = 0;
  for (const { unit, count = 0 } of amounts)
    days += count * (unit === "week" ? 7 : unit === "fortnight" ? 14 : 1);
  return `P${Math.round(days)}D`;
}

/** As `lengthToEdtf`, with `X` for a count that is not stated, decades and quarters kept. */
export function lengthToTimex(amounts: readonly Amount[]): string {
  const own: Readonly<Partial<Record<Unit, string>>> = {
    decade: "DE",
    century: "CE",
    quarter: "Q",
    fortnight: "W",
  };
  const [first] = amounts;
  if (first === undefined) return "";
  const [designator] = UNITS[first.unit];
  if (first.count === undefined)
    return `P${CLOCK_UNITS.has(first.unit) ? "T" : ""}X${own[first.unit] ?? designator}`;
  if (first.unit === "quarter") return `P${first.count}Q`;
  return lengthToEdtf(amounts) ?? "";
}

const SEASONS = ["SP", "SU", "FA", "WI"];

/** `R/P1D`, `XXXX-WXX-2`, `XXXX-04`. */
export function recurrenceToEdtf({
  slot,
  unit,
  count,
}: Extract<Meaning, { kind: "every" }>): string | undefined {
  if (slot?.slot === "weekday") return `XXXX-WXX-${slot.weekday}`;
  if (slot?.slot === "month") return `XXXX-${pad(slot.month)}`;
  if (slot?.slot === "season") return `XXXX-${21 + slot.season}`;
  const length =
    unit === undefined
      ? undefined
      : lengthToEdtf([{ unit, ...(Number.isNaN(count) ? {} : { count: count ?? 1 }) }]);
  return length === undefined ? undefined : `R/${length}`;
}

export function recurrenceToTimex({ slot, unit, count, part }: Extract<Meaning, { kind: "every" }>): string {
  const suffix = part === undefined ? "" : `T${part}`;
  if (slot?.slot === "weekday") return `XXXX-WXX-${slot.weekday}${suffix}`;
  if (slot?.slot === "month") return `XXXX-${pad(slot.month)}`;
  if (slot?.slot === "season") return `XXXX-${SEASONS[slot.season]}`;
  if (part !== undefined) return `XXXX-XX-XX${suffix}`;
  return unit === undefined
    ? ""
    : lengthToTimex([{ unit, ...(Number.isNaN(count) ? {} : { count: count ?? 1 }) }]);
}

const DAYS_OF: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  fortnight: 14,
  month: 30,
  quarter: 91,
  year: 365,
  decade: 3652,
  century: 36_524,
};
/** What "several" is taken for where an interval is asked of it. */
const SEVERAL = 5;

/** The days before or after the publication that a window such as "the past two weeks" covers. */
export function windowOf(
  { amounts, window }: Extract<Meaning, { kind: "length" }>,
  published: number,
): Extent {
  let days = 0;
  for (const { unit, count } of amounts) days += (DAYS_OF[unit] ?? 0) * (count ?? SEVERAL);
  const whole = Math.max(1, Math.round(days));
  return window === "past"
    ? { from: published - whole, to: published + 1 }
    : { from: published, to: published + whole + 1 };
}

/** EDTF of a window of which the length is not stated. */
export function roughInterval({ from, to }: Extent): string {
  return `${formatDay(from)}~/${formatDay(to - 1)}~`;
}

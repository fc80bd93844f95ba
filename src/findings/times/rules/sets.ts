/** What happens again and again: "every Tuesday", "daily", "twice a week". */
import { numberOf, unitOf, within } from "../elements.ts";
import type { Meaning } from "../meaning.ts";
import type { Match, Rule } from "../pattern.ts";
import { isCapital } from "../scan.ts";
import type { Unit } from "../words.ts";

/** "10,000 tonnes annually", "8 percent annually": a rate, not a time. */
function isRate(m: Match): boolean {
  const left = m.scan.text.slice(Math.max(0, (m.scan.start[m.at] ?? 0) - 24), m.scan.start[m.at]);
  return /[\d%$\u20ac\u00a3]/.test(left);
}

/** "They meet quarterly." but not "a quarterly dividend". */
function adverb(m: Match): boolean {
  return (
    !/^ [a-z]/.test(m.scan.text.slice(m.scan.end[m.at], (m.scan.end[m.at] ?? 0) + 2)) &&
    !isCapital(m.scan, m.at)
  );
}

const every = (unit: Unit, count = 1): Meaning => ({ kind: "every", unit, ...(count !== 1 && { count }) });

export const sets: readonly Rule[] = [
  {
    name: "every day",
    pattern: "every|each ONE",
    meaning: (m) => every(unitOf(m.ONE)),
    example: "every week",
  },
  {
    name: "every other day",
    pattern: "every other ONE",
    meaning: (m) => every(unitOf(m.ONE), 2),
    example: "every other month",
  },
  {
    name: "every three days",
    pattern: "every COUNT UNIT",
    meaning: (m) => every(unitOf(m.UNIT), numberOf(m.COUNT)),
    example: "every two weeks",
  },
  {
    name: "every Tuesday",
    pattern: "every|each WEEKDAY PART?",
    meaning: (m) => ({
      kind: "every",
      slot: { slot: "weekday", weekday: numberOf(m.WEEKDAY) },
      ...within(m.PART),
    }),
    example: "every Tuesday",
  },
  {
    name: "Tuesdays",
    pattern: "WEEKDAYS",
    meaning: (m) => ({ kind: "every", slot: { slot: "weekday", weekday: numberOf(m.WEEKDAYS) } }),
    example: "Tuesdays",
  },
  {
    name: "Tuesday nights",
    pattern: "WEEKDAY PARTS",
    meaning: (m) => ({
      kind: "every",
      slot: { slot: "weekday", weekday: numberOf(m.WEEKDAY) },
      ...within(m.PARTS),
    }),
    example: "Tuesday nights",
  },
  {
    name: "every April",
    pattern: "every|each MONTH",
    meaning: (m) => ({ kind: "every", slot: { slot: "month", month: numberOf(m.MONTH) } }),
    example: "every April",
  },
  {
    name: "every summer",
    pattern: "every|each SEASON",
    meaning: (m) => ({ kind: "every", slot: { slot: "season", season: numberOf(m.SEASON) } }),
    example: "every summer",
  },
  {
    name: "every morning",
    pattern: "every|each PART",
    meaning: (m) => ({ kind: "every", unit: "day", ...within(m.PART) }),
    example: "every morning",
  },
  { name: "per month", pattern: "per ONE", meaning: (m) => every(unitOf(m.ONE)), example: "per month" },
  {
    name: "daily",
    pattern: "daily",
    meaning: (m) => (isCapital(m.scan, m.at) ? undefined : every("day")),
    example: "daily",
  },
  { name: "hourly", pattern: "hourly", meaning: () => every("hour"), example: "hourly" },
  {
    name: "weekly",
    pattern: "weekly",
    meaning: (m) => (isCapital(m.scan, m.at) ? undefined : every("week")),
    example: "weekly",
  },
  {
    name: "biweekly",
    pattern: "biweekly|fortnightly",
    meaning: () => every("week", 2),
    example: "fortnightly",
  },
  {
    name: "monthly",
    pattern: "monthly",
    meaning: (m) => (isCapital(m.scan, m.at) ? undefined : every("month")),
    example: "monthly",
  },
  {
    name: "quarterly",
    pattern: "quarterly",
    meaning: (m) => (adverb(m) ? every("quarter") : undefined),
    example: "quarterly",
  },
  {
    name: "annually",
    pattern: "annually|yearly",
    meaning: (m) => (isRate(m) ? undefined : every("year")),
    example: "annually",
  },
];

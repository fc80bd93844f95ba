/** Dates of the calendar: days, months and years that are named, in words or in digits. */
import { numberOf, textOfFound } from "../elements.ts";
import type { Meaning, Mod } from "../meaning.ts";
import type { Match, Rule } from "../pattern.ts";
import { wordAt, wordSet } from "../scan.ts";
import { digitDateMeaning } from "./digit-date.ts";

/** A day of a month, with the weekday and the year that stand beside it. */
function day(m: Match, dayOf: "DAY" | "ORDINAL"): Meaning | undefined {
  const number = numberOf(m[dayOf]);
  if (number < 1 || number >= 32) return undefined;
  const weekday = m.WEEKDAY === undefined ? {} : { weekday: numberOf(m.WEEKDAY) };
  const slot = { slot: "day", month: numberOf(m.MONTH), day: number, ...weekday } as const;
  return { kind: "named", slot, ...(m.YEAR !== undefined && { year: numberOf(m.YEAR) }) };
}

function lastDay(m: Match): Meaning | undefined {
  const meaning = day(m, "DAY");
  return meaning?.kind === "named" ? { ...meaning, which: "last" } : undefined;
}

function month(
  m: Match,
  more: { readonly mod?: Mod; readonly which?: "last" | "this" | "next"; readonly yearBy?: number } = {},
): Meaning {
  const slot = { slot: "month", month: numberOf(m.MONTH) } as const;
  return { kind: "named", slot, ...(m.YEAR !== undefined && { year: numberOf(m.YEAR) }), ...more };
}

function year(m: Match, mod?: Mod): Meaning {
  return { kind: "fixed", grain: "year", index: numberOf(m.YEAR), ...(mod !== undefined && { mod }) };
}

/** Words after which four digits are a year even before a plural: "in 2014 talks". */
const BEFORE_YEAR = wordSet(
  "in of since until till by from to through during before after early late mid year fiscal between for around about circa over spring summer autumn fall winter",
);
const THINGS =
  /^\s*(?:[-\u2013]\s?\d|(?:[a-z]+ )?(?:percent|per cent|km|kilometers|kilometres|miles|people|men|women|children|troops|soldiers|fighters|prisoners|tons|tonnes|dollars|euros|feet|metres|meters|hours|barrels|points|shares|others)\b)/;
const NAMED =
  /(?:(?!(?:The|Its|Their|His|Her|That|This|A|An|Our|And|But)\s)\b[A-Z][A-Za-z]*|No\.|number|room|flight|route|section|article|resolution|page|line)\s$/;

/** Four digits alone: "in 2014", "the 2014 accord", but not "2014 soldiers" or "Resolution 1701". */
function bareYear(m: Match): Meaning | undefined {
  const value = numberOf(m.YEAR);
  const start = m.scan.start[m.at] ?? 0;
  const before = wordAt(m.scan, m.at - 1)?.text ?? "";
  const left = m.scan.text.slice(Math.max(0, start - 20), start);
  const right = m.scan.text.slice(m.scan.end[m.at], (m.scan.end[m.at] ?? 0) + 24);
  if (value < 1500 || value >= 2150 || THINGS.test(right)) return undefined;
  if (BEFORE_YEAR.has(before)) return year(m);
  if (NAMED.test(left) || /[-\d,.]$/.test(left)) return undefined;
  const noun = /^ [A-Za-z]/.test(right);
  const plural =
    /^ [a-z]+[^su]s\b/.test(right) &&
    !/^ (?:was|has|its|talks|elections|sales|earnings|results|protests)\b/.test(right);
  if (noun) return plural || value < 1700 ? undefined : year(m);
  return value < 1900 || /\b(?:a|some|nearly|almost|least|most|than|only|another|up to)\s$/.test(left)
    ? undefined
    : year(m);
}

const MODS: Readonly<Record<string, Mod>> = {
  early: "start",
  beginning: "start",
  start: "start",
  mid: "mid",
  middle: "mid",
  late: "end",
  end: "end",
  close: "end",
};

const UNTIL = wordSet("by before until till through");
const SINCE = wordSet("since from");

/** "By the end of May" means its last day, "since the start of May" its first; without such a word it is a part of May. */
export function edgeOf(m: Match, mod: Mod): Mod {
  const before = wordAt(m.scan, m.at - 1)?.text ?? "";
  if (mod === "end" && UNTIL.has(before)) return "last";
  return mod === "start" && SINCE.has(before) ? "first" : mod;
}

/** The position that one of the first words of a match names. */
export function modOf(m: Match): Mod {
  for (let at = m.at; at < m.at + 3; at += 1) {
    const mod = MODS[wordAt(m.scan, at)?.text ?? ""];
    if (mod !== undefined) return mod;
  }
  return "start";
}

export const dates: readonly Rule[] = [
  {
    name: "digits",
    pattern: "DATE",
    meaning: (m) => digitDateMeaning(textOfFound(m.DATE)),
    example: "2025-08-15",
  },
  {
    name: "month day year",
    pattern: "MONTH DAY ,? YEAR",
    meaning: (m) => day(m, "DAY"),
    example: "Aug. 15, 2025",
  },
  {
    name: "last month day",
    pattern: "last MONTH DAY",
    meaning: (m) => lastDay(m),
    example: "last October 23",
  },
  { name: "month day", pattern: "MONTH DAY", meaning: (m) => day(m, "DAY"), example: "August 15th" },
  { name: "day month", pattern: "DAY of? MONTH", meaning: (m) => day(m, "DAY"), example: "15 August" },
  {
    name: "day month year",
    pattern: "DAY of? MONTH ,? YEAR",
    meaning: (m) => day(m, "DAY"),
    example: "15 August 2025",
  },
  {
    name: "ordinal of month",
    pattern: "the? ORDINAL of? MONTH",
    meaning: (m) => day(m, "ORDINAL"),
    example: "the fifteenth of August",
  },
  {
    name: "ordinal of month year",
    pattern: "the? ORDINAL of? MONTH ,? YEAR",
    meaning: (m) => day(m, "ORDINAL"),
    example: "the 15th of August 2025",
  },
  {
    name: "month ordinal",
    pattern: "MONTH the? ORDINAL",
    meaning: (m) => day(m, "ORDINAL"),
    example: "August the fifteenth",
  },
  {
    name: "weekday month day",
    pattern: "WEEKDAY ,? MONTH DAY",
    meaning: (m) => day(m, "DAY"),
    example: "Friday, Aug. 15",
  },
  {
    name: "weekday month day year",
    pattern: "WEEKDAY ,? MONTH DAY ,? YEAR",
    meaning: (m) => day(m, "DAY"),
    example: "Friday, August 15, 2025",
  },
  {
    name: "weekday day month",
    pattern: "WEEKDAY ,? the? DAY of? MONTH",
    meaning: (m) => day(m, "DAY"),
    example: "Friday, 15 August",
  },
  {
    name: "weekday day month year",
    pattern: "WEEKDAY ,? the? DAY of? MONTH ,? YEAR",
    meaning: (m) => day(m, "DAY"),
    example: "Friday 15 August 2025",
  },
  { name: "month year", pattern: "MONTH ,? of? YEAR", meaning: (m) => month(m), example: "February 2022" },
  { name: "month", pattern: "MONTH", meaning: (m) => month(m), example: "February" },
  {
    name: "part of month",
    pattern: "early|mid|late -? MONTH ,? YEAR",
    meaning: (m) => month(m, { mod: modOf(m) }),
    example: "mid-August 2025",
  },
  {
    name: "part of month, no year",
    pattern: "early|mid|late -? MONTH",
    meaning: (m) => month(m, { mod: modOf(m) }),
    example: "late November",
  },
  {
    name: "end of month",
    pattern: "the? beginning|start|middle|end|close of MONTH",
    meaning: (m) => month(m, { mod: edgeOf(m, modOf(m)) }),
    example: "the end of August",
  },
  {
    name: "end of month year",
    pattern: "the? beginning|start|middle|end|close of MONTH ,? YEAR",
    meaning: (m) => month(m, { mod: edgeOf(m, modOf(m)) }),
    example: "the start of May 2024",
  },
  {
    name: "last month by name",
    pattern: "last|past MONTH",
    meaning: (m) => month(m, { which: "last" }),
    example: "last November",
  },
  {
    name: "this month by name",
    pattern: "this MONTH",
    meaning: (m) => month(m, { which: "this" }),
    example: "this October",
  },
  {
    name: "next month by name",
    pattern: "next MONTH",
    meaning: (m) => month(m, { which: "next" }),
    example: "next March",
  },
  {
    name: "month of last year",
    pattern: "MONTH of? last year",
    meaning: (m) => month(m, { yearBy: -1 }),
    example: "March of last year",
  },
  {
    name: "month of this year",
    pattern: "MONTH of? this year",
    meaning: (m) => month(m, { yearBy: 0 }),
    example: "March this year",
  },
  {
    name: "month of next year",
    pattern: "MONTH of? next year",
    meaning: (m) => month(m, { yearBy: 1 }),
    example: "March next year",
  },
  { name: "year", pattern: "YEAR", meaning: bareYear, example: "in 2014" },
  {
    name: "the year so and so",
    pattern: "the? year YEAR",
    meaning: (m) => year(m),
    example: "the year 2030",
  },
  { name: "fiscal year", pattern: "fiscal year? YEAR", meaning: (m) => year(m), example: "fiscal 2024" },
  {
    name: "part of year",
    pattern: "early|mid|late -? in? YEAR",
    meaning: (m) => year(m, modOf(m)),
    example: "early 2024",
  },
  {
    name: "end of year",
    pattern: "the? beginning|start|middle|end|close of YEAR",
    meaning: (m) => year(m, edgeOf(m, modOf(m))),
    example: "the end of 2024",
  },
  { name: "after a year", pattern: "post - YEAR", meaning: (m) => year(m, "after"), example: "post-2014" },
  { name: "before a year", pattern: "pre - YEAR", meaning: (m) => year(m, "before"), example: "pre-2014" },
];

/** Quarters, halves, seasons, decades, centuries. */
import { numberOf } from "../elements.ts";
import type { Meaning, Mod, Which } from "../meaning.ts";
import type { Match, Rule } from "../pattern.ts";
import { isCapital, wordAt } from "../scan.ts";
import { modOf } from "./dates.ts";

function quarter(m: Match, more: { readonly yearBy?: number; readonly mod?: Mod } = {}): Meaning | undefined {
  const number = numberOf(m.ORDINAL);
  if (number >= 5) return undefined;
  const year = m.YEAR === undefined ? {} : { year: numberOf(m.YEAR) };
  return { kind: "named", slot: { slot: "quarter", quarter: number }, ...year, ...more };
}

function half(m: Match, number: number, more: { readonly yearBy?: number } = {}): Meaning | undefined {
  if (number >= 3) return undefined;
  const year = m.YEAR === undefined ? {} : { year: numberOf(m.YEAR) };
  return { kind: "named", slot: { slot: "half", half: number }, ...year, ...more };
}

function quarterBy(by: number): Meaning {
  return { kind: "shift", grain: "quarter", by, from: "reference", likeReference: true };
}

/** "Spring" and "fall" are verbs, "March" and "Spring" names: a season needs a word before it that says so. */
function season(
  m: Match,
  more: { readonly which?: Which; readonly mod?: Mod; readonly yearBy?: number } = {},
): Meaning | undefined {
  const year = m.YEAR === undefined ? {} : { year: numberOf(m.YEAR) };
  return { kind: "named", slot: { slot: "season", season: numberOf(m.SEASON) }, ...year, ...more };
}

function theSeason(m: Match): Meaning | undefined {
  const name = wordAt(m.scan, m.end - 1)?.text ?? "";
  const after = m.scan.text.slice(m.scan.end[m.end - 1], (m.scan.end[m.end - 1] ?? 0) + 12);
  if (isCapital(m.scan, m.end - 1) || /^(?:-| of (?!\d)| in )/.test(after)) return undefined;
  const before = wordAt(m.scan, m.at - 1)?.text ?? "";
  const told =
    m.end - m.at > 1
      ? name === "summer" ||
        name === "winter" ||
        /^(?:in|by|since|over|during|through|until|for|into|late|early)$/.test(before)
      : /^(?:in|by|since|until|every|each|during)$/.test(before);
  return told ? season(m) : undefined;
}

function decade(m: Match, mod?: Mod): Meaning | undefined {
  const first = numberOf(m.DECADE);
  const before = wordAt(m.scan, m.at - 1)?.text ?? "";
  if (first < 100 && (before === "her" || before === "his" || before === "their")) return undefined;
  const full = first >= 100 ? first : 1900 + first;
  return { kind: "fixed", grain: "decade", index: Math.floor(full / 10), ...(mod !== undefined && { mod }) };
}

function century(m: Match, mod?: Mod): Meaning | undefined {
  const number = numberOf(m.ORDINAL);
  return number >= 10 && number < 23
    ? { kind: "fixed", grain: "century", index: number - 1, ...(mod !== undefined && { mod }) }
    : undefined;
}

export const periods: readonly Rule[] = [
  {
    name: "quarter",
    pattern: "the? fiscal? -? ORDINAL -? quarter",
    meaning: (m) => quarter(m),
    example: "the third quarter",
  },
  {
    name: "quarter of year",
    pattern: "the? ORDINAL -? quarter of|in? YEAR",
    meaning: (m) => quarter(m),
    example: "the third quarter of 2024",
  },
  {
    name: "year and quarter",
    pattern: "the? YEAR ORDINAL -? quarter",
    meaning: (m) => quarter(m),
    example: "the 2024 third quarter",
  },
  {
    name: "quarter of last year",
    pattern: "the? ORDINAL -? quarter of? last year",
    meaning: (m) => quarter(m, { yearBy: -1 }),
    example: "the fourth quarter of last year",
  },
  {
    name: "quarter of this year",
    pattern: "the? ORDINAL -? quarter of? this year",
    meaning: (m) => quarter(m, { yearBy: 0 }),
    example: "the first quarter of this year",
  },
  {
    name: "quarter of next year",
    pattern: "the? ORDINAL -? quarter of? next year",
    meaning: (m) => quarter(m, { yearBy: 1 }),
    example: "the first quarter of next year",
  },
  {
    name: "last year's quarter",
    pattern: "last year 's ORDINAL -? quarter",
    meaning: (m) => quarter(m, { yearBy: -1 }),
    example: "last year's first quarter",
  },
  {
    name: "this year's quarter",
    pattern: "this year 's ORDINAL -? quarter",
    meaning: (m) => quarter(m, { yearBy: 0 }),
    example: "this year's first quarter",
  },
  {
    name: "next year's quarter",
    pattern: "next year 's ORDINAL -? quarter",
    meaning: (m) => quarter(m, { yearBy: 1 }),
    example: "next year's first quarter",
  },
  {
    name: "year-ago quarter",
    pattern: "the? comparable? year -? ago|earlier ORDINAL -? quarter",
    meaning: (m) => quarter(m, { yearBy: -1 }),
    example: "the year-ago third quarter",
  },
  {
    name: "year-ago period",
    pattern: "the? comparable? year -? ago|earlier quarter|period?",
    meaning: () => quarterBy(-4),
    example: "the year-earlier period",
  },
  {
    name: "quarter before",
    pattern: "the? latest quarter|period",
    meaning: () => quarterBy(0),
    example: "the latest quarter",
  },
  {
    name: "period of a year",
    pattern: "the YEAR period|quarter",
    meaning: (m) => ({ kind: "fixed", grain: "year", index: numberOf(m.YEAR), likeReference: true }),
    example: "the 2023 period",
  },
  {
    name: "half",
    pattern: "the? ORDINAL half of|in? YEAR",
    meaning: (m) => half(m, numberOf(m.ORDINAL)),
    example: "the first half of 2025",
  },
  { name: "half, no year", pattern: "the ORDINAL -? half", meaning: halfAlone, example: "the second half" },
  {
    name: "half of this year",
    pattern: "the? ORDINAL half of this|the year",
    meaning: (m) => half(m, numberOf(m.ORDINAL), { yearBy: 0 }),
    example: "the first half of this year",
  },
  {
    name: "half of last year",
    pattern: "the? ORDINAL half of last year",
    meaning: (m) => half(m, numberOf(m.ORDINAL), { yearBy: -1 }),
    example: "the second half of last year",
  },
  {
    name: "half of next year",
    pattern: "the? ORDINAL half of next year",
    meaning: (m) => half(m, numberOf(m.ORDINAL), { yearBy: 1 }),
    example: "the first half of next year",
  },
  {
    name: "last half",
    pattern: "the? last|latter half of YEAR",
    meaning: (m) => half(m, 2),
    example: "the latter half of 2024",
  },
  {
    name: "season of year",
    pattern: "the? early|mid|late? -? SEASON of? YEAR",
    meaning: (m) => season(m),
    example: "the summer of 2024",
  },
  {
    name: "last season",
    pattern: "last|past SEASON",
    meaning: (m) => season(m, { which: "last" }),
    example: "last summer",
  },
  {
    name: "this season",
    pattern: "this SEASON",
    meaning: (m) => season(m, { which: "this" }),
    example: "this autumn",
  },
  {
    name: "next season",
    pattern: "next|coming SEASON",
    meaning: (m) => season(m, { which: "next" }),
    example: "next spring",
  },
  {
    name: "part of season",
    pattern: "the? early|mid|late -? SEASON",
    meaning: (m) => season(m, { mod: modOf(m) }),
    example: "early summer",
  },
  { name: "season", pattern: "the? SEASON", meaning: theSeason, example: "the summer" },
  { name: "decade", pattern: "the? DECADE", meaning: (m) => decade(m), example: "the 1990s" },
  {
    name: "part of decade",
    pattern: "the? early|mid|late -? to? -? mid? -? DECADE",
    meaning: (m) => decade(m, modOf(m)),
    example: "the mid-1990s",
  },
  {
    name: "end of decade",
    pattern: "the? beginning|start|middle|end|close of the DECADE",
    meaning: (m) => decade(m, modOf(m)),
    example: "the end of the 1980s",
  },
  {
    name: "century",
    pattern: "the? ORDINAL -? century",
    meaning: (m) => century(m),
    example: "the 19th century",
  },
  {
    name: "part of century",
    pattern: "the? early|mid|late -? ORDINAL -? century",
    meaning: (m) => century(m, modOf(m)),
    example: "the late 19th century",
  },
];

/** "The second half" is a stretch of a year only where business or planning is spoken of, not of a match. */
function halfAlone(m: Match): Meaning | undefined {
  const after = m.scan.text.slice(m.scan.end[m.end - 1], (m.scan.end[m.end - 1] ?? 0) + 4);
  return /^ of /.test(after) ? undefined : half(m, numberOf(m.ORDINAL));
}

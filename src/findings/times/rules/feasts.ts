/** Feasts and holidays: "Good Friday", "Thanksgiving Day", "last Christmas". */
import { numberOf, textOfFound } from "../elements.ts";
import type { Meaning, Which } from "../meaning.ts";
import type { Match, Rule } from "../pattern.ts";

function feast(m: Match, which?: Which): Meaning | undefined {
  // "Easter Island" and "Christmas trees" are no feasts.
  const after = m.scan.text.slice(m.scan.end[m.end - 1], (m.scan.end[m.end - 1] ?? 0) + 9);
  if (/^ (?:[A-Z][a-z]|trees?\b|cards?\b|carols?\b|gifts?\b|lights?\b|eggs?\b)/.test(after)) return undefined;
  const [name = "", rule = ""] = textOfFound(m.HOLIDAY).split("|");
  const year = m.YEAR === undefined ? {} : { year: numberOf(m.YEAR) };
  return {
    kind: "named",
    slot: { slot: "holiday", rule, name },
    ...year,
    ...(which !== undefined && { which }),
  };
}

export const feasts: readonly Rule[] = [
  { name: "feast", pattern: "HOLIDAY", meaning: (m) => feast(m), example: "Good Friday" },
  {
    name: "feast of a year",
    pattern: "HOLIDAY ,? YEAR",
    meaning: (m) => feast(m),
    example: "Christmas 2024",
  },
  {
    name: "last feast",
    pattern: "last HOLIDAY",
    meaning: (m) => feast(m, "last"),
    example: "last Thanksgiving",
  },
  { name: "this feast", pattern: "this HOLIDAY", meaning: (m) => feast(m, "this"), example: "this Easter" },
  { name: "next feast", pattern: "next HOLIDAY", meaning: (m) => feast(m, "next"), example: "next Easter" },
];

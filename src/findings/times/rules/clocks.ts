/** Times of the day, and their joining with a day. */
import { within } from "../elements.ts";
import type { Rule } from "../pattern.ts";

export const clocks: readonly Rule[] = [
  {
    name: "clock",
    pattern: "CLOCK",
    meaning: (m) => ({ kind: "clock", ...within(undefined, m.CLOCK) }),
    example: "10:30 p.m.",
  },
  {
    name: "in the morning",
    pattern: "in|during the PART",
    meaning: (m) => ({ kind: "clock", ...within(m.PART), from: "reference" }),
    example: "in the evening",
  },
  {
    name: "clock in the morning",
    pattern: "CLOCK in the PART",
    meaning: (m) => ({ kind: "clock", ...within(m.PART, m.CLOCK) }),
    example: "10 in the morning",
  },
  {
    name: "early morning",
    pattern: "the? early|late PART",
    meaning: (m) => ({ kind: "clock", ...within(m.PART), from: "reference" }),
    example: "early morning",
  },
  {
    name: "midmorning",
    pattern: "mid -? PART",
    meaning: (m) => ({ kind: "clock", ...within(m.PART), from: "reference" }),
    example: "mid-afternoon",
  },
];

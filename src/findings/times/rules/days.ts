/** Days told from the day of writing or by their name: "yesterday", "Friday night", "over the weekend". */
import { type Found, numberOf, within } from "../elements.ts";
import type { Meaning, Which } from "../meaning.ts";
import type { Match, Rule } from "../pattern.ts";
import { isCapital, wordAt } from "../scan.ts";

function weekday(
  m: Match,
  which?: Which,
  more: { readonly mod?: "start" | "end"; readonly from?: "reference" } = {},
): Meaning {
  const slot = { slot: "weekday", weekday: numberOf(m.WEEKDAY) } as const;
  return { kind: "named", slot, ...(which !== undefined && { which }), ...within(m.PART, m.CLOCK), ...more };
}

function day(by: number, part?: Found, from: "publication" | "reference" = "publication"): Meaning {
  return { kind: "shift", grain: "day", by, from, ...within(part) };
}

function weekend(which?: Which): Meaning {
  return { kind: "named", slot: { slot: "weekend" }, ...(which !== undefined && { which }) };
}

/** "Today" as the name of a paper or programme: a capital within a sentence. */
function today(m: Match): Meaning | undefined {
  const before = m.scan.text.slice(Math.max(0, (m.scan.start[m.at] ?? 0) - 2), m.scan.start[m.at]);
  return isCapital(m.scan, m.at) && /[A-Za-z'\u2019] $|s $/.test(before) ? undefined : day(0, m.PART);
}

/** Noun phrases in which a weekday is part of a name: "Black Friday", "Sunday Times". */
function namedWeekday(m: Match): Meaning | undefined {
  const before = wordAt(m.scan, m.at - 1)?.text ?? "";
  const preceding = m.scan.text.slice(Math.max(0, (m.scan.start[m.at] ?? 0) - 8), m.scan.start[m.at]);
  const following = m.scan.text.slice(m.scan.end[m.end - 1], (m.scan.end[m.end - 1] ?? 0) + 8);
  if (before === "" && /(?:Black|Bloody|Good|Palm|Ash|Holy|Cyber|Super|Fat) $/.test(` ${preceding}`))
    return undefined;
  return /^ (?:Times|Mirror|Herald|Teleg|Post\b|Mail\b|Express)/.test(following) ? undefined : weekday(m);
}

export const days: readonly Rule[] = [
  { name: "today", pattern: "today", meaning: today, example: "today" },
  { name: "tonight", pattern: "tonight", meaning: () => day(0, "NI"), example: "tonight" },
  {
    name: "yesterday",
    pattern: "yesterday PART?",
    meaning: (m) => day(-1, m.PART),
    example: "yesterday evening",
  },
  { name: "tomorrow", pattern: "tomorrow PART?", meaning: (m) => day(1, m.PART), example: "tomorrow" },
  {
    name: "late yesterday",
    pattern: "early|earlier|late|later yesterday|today|tomorrow",
    meaning: lateDay,
    example: "late yesterday",
  },
  {
    name: "day before yesterday",
    pattern: "the? day before yesterday",
    meaning: () => day(-2),
    example: "the day before yesterday",
  },
  {
    name: "day after tomorrow",
    pattern: "the? day after tomorrow",
    meaning: () => day(2),
    example: "the day after tomorrow",
  },
  { name: "last night", pattern: "last night", meaning: () => day(-1, "NI"), example: "last night" },
  {
    name: "overnight",
    pattern: "overnight",
    meaning: () => ({ kind: "shift", grain: "day", by: 0, from: "publication", part: "NI", mod: "before" }),
    example: "overnight",
  },
  { name: "this morning", pattern: "this PART", meaning: (m) => day(0, m.PART), example: "this morning" },
  {
    name: "the same evening",
    pattern: "the same PART",
    meaning: (m) => day(0, m.PART, "reference"),
    example: "the same evening",
  },
  {
    name: "that evening",
    pattern: "that PART",
    meaning: (m) => day(0, m.PART, "reference"),
    example: "that evening",
  },
  {
    name: "the next morning",
    pattern: "the? next|following PART",
    meaning: (m) => day(1, m.PART, "reference"),
    example: "the next morning",
  },
  { name: "weekday", pattern: "WEEKDAY", meaning: namedWeekday, example: "Friday" },
  {
    name: "weekday and part",
    pattern: "WEEKDAY 's? PART",
    meaning: (m) => weekday(m),
    example: "Monday night",
  },
  {
    name: "early weekday",
    pattern: "early|earlier|late|later on? WEEKDAY PART?",
    meaning: (m) =>
      weekday(m, undefined, { mod: /^l/.test(wordAt(m.scan, m.at)?.text ?? "") ? "end" : "start" }),
    example: "late Thursday",
  },
  {
    name: "last weekday",
    pattern: "last|past WEEKDAY PART?",
    meaning: (m) => weekday(m, "last"),
    example: "last Wednesday",
  },
  {
    name: "this weekday",
    pattern: "this WEEKDAY PART?",
    meaning: (m) => weekday(m, "this"),
    example: "this Friday",
  },
  {
    name: "next weekday",
    pattern: "next|coming WEEKDAY PART?",
    meaning: (m) => weekday(m, "next"),
    example: "next Tuesday",
  },
  {
    name: "the previous weekday",
    pattern: "the previous|preceding WEEKDAY PART?",
    meaning: (m) => weekday(m, "last", { from: "reference" }),
    example: "the previous Friday",
  },
  {
    name: "the following weekday",
    pattern: "the following WEEKDAY PART?",
    meaning: (m) => weekday(m, "next", { from: "reference" }),
    example: "the following Monday",
  },
  {
    name: "weekday last",
    pattern: "WEEKDAY last",
    meaning: (m) => weekday(m, "last"),
    example: "Tuesday last",
  },
  {
    name: "weekday of last week",
    pattern: "WEEKDAY of? last week",
    meaning: (m) => ofWeek(m, -1),
    example: "Tuesday last week",
  },
  {
    name: "weekday of this week",
    pattern: "WEEKDAY of? this week",
    meaning: (m) => ofWeek(m, 0),
    example: "Tuesday of this week",
  },
  {
    name: "weekday of next week",
    pattern: "WEEKDAY of? next week",
    meaning: (m) => ofWeek(m, 1),
    example: "Thursday of next week",
  },
  {
    name: "weekday a week ago",
    pattern: "a week from WEEKDAY",
    meaning: (m) => ofWeek(m, 1),
    example: "a week from Tuesday",
  },
  {
    name: "the weekend",
    pattern: "over? the|a weekend",
    meaning: () => weekend(),
    example: "over the weekend",
  },
  {
    name: "last weekend",
    pattern: "over? the? last|past|previous weekend",
    meaning: () => weekend("last"),
    example: "last weekend",
  },
  { name: "this weekend", pattern: "this weekend", meaning: () => weekend("this"), example: "this weekend" },
  {
    name: "next weekend",
    pattern: "the? next|coming|following weekend",
    meaning: () => weekend("next"),
    example: "next weekend",
  },
];

function lateDay(m: Match): Meaning {
  const [position, name] = [wordAt(m.scan, m.at)?.text ?? "", wordAt(m.scan, m.at + 1)?.text ?? ""];
  const by = name === "yesterday" ? -1 : name === "tomorrow" ? 1 : 0;
  return {
    kind: "shift",
    grain: "day",
    by,
    from: "publication",
    mod: position.startsWith("l") ? "end" : "start",
  };
}

function ofWeek(m: Match, weeks: number): Meaning {
  return { kind: "named", slot: { slot: "weekday", weekday: numberOf(m.WEEKDAY) }, weekBy: weeks };
}

/** Weeks, months, quarters, years told from another day: "last week", "two months ago", "later that year". */
import type { Grain } from "../calendar.ts";
import { numberOf, unitOf } from "../elements.ts";
import type { From, Meaning, Mod } from "../meaning.ts";
import type { Match, Rule } from "../pattern.ts";
import { isCapital, wordAt } from "../scan.ts";
import type { Unit } from "../words.ts";
import { edgeOf } from "./dates.ts";

/** The grain in which a unit is counted, and how many of it: a fortnight is two weeks. */
const GRAINS: Readonly<Partial<Record<Unit, readonly [Grain, number]>>> = {
  day: ["day", 1],
  week: ["week", 1],
  fortnight: ["week", 2],
  weekend: ["weekend", 1],
  month: ["month", 1],
  quarter: ["quarter", 1],
  season: ["season", 1],
  year: ["year", 1],
  decade: ["decade", 1],
  century: ["century", 1],
};

/** `by` units from the day of writing or from the date told before; `undefined` for units that no calendar counts. */
function shift(unit: Unit, by: number, from: From = "publication", mod?: Mod): Meaning | undefined {
  const counted = GRAINS[unit];
  if (counted === undefined) return undefined;
  return { kind: "shift", grain: counted[0], by: by * counted[1], from, ...(mod !== undefined && { mod }) };
}

/** "two years ago": a stretch of the unit; vague or broken counts say only past or future. */
function away(m: Match, sign: 1 | -1, from: From): Meaning | undefined {
  const count = numberOf(m.COUNT);
  const unit = unitOf(m.UNIT);
  if (
    unit === "second" ||
    unit === "minute" ||
    unit === "hour" ||
    (Number.isNaN(count) && from === "reference")
  ) {
    return { kind: "length", amounts: [Number.isNaN(count) ? { unit } : { unit, count }] };
  }
  if (Number.isNaN(count)) return { kind: "vague", time: sign < 0 ? "past" : "future" };
  if (count % 1 !== 0)
    return unit === "year"
      ? shift("month", sign * Math.round(count * 12), from)
      : shift("day", 0, from, "about");
  if (unit === "decade" || unit === "century")
    return shift("year", sign * count * (unit === "decade" ? 10 : 100), from);
  const moved = shift(unit, sign * count, from);
  return moved?.kind === "shift" && unit !== "day" && unit !== "week"
    ? { ...moved, likeReference: true }
    : moved;
}

const POSITION: Readonly<Record<string, Mod>> = {
  early: "start",
  earlier: "earlier",
  beginning: "start",
  start: "start",
  middle: "mid",
  mid: "mid",
  late: "end",
  later: "later",
  end: "end",
  close: "end",
  sometime: "about",
  turn: "end",
};

function position(m: Match): Mod | undefined {
  for (let at = m.at; at < m.at + 3; at += 1) {
    const mod = POSITION[wordAt(m.scan, at)?.text ?? ""];
    if (mod !== undefined) return mod;
  }
  return undefined;
}

function positioned(m: Match, by: number, from: From = "publication"): Meaning | undefined {
  // "At the end of the day" says what counts, not when.
  const left = m.scan.text.slice(Math.max(0, (m.scan.start[m.at] ?? 0) - 7), m.scan.start[m.at]);
  if (unitOf(m.ONE) === "day" && position(m) === "end" && /\bat (?:the )?$/i.test(left)) return undefined;
  return shift(unitOf(m.ONE), by, from, position(m));
}

/** A beginning or end, which "since" and "by" make a day. */
function bounded(m: Match, by: number): Meaning | undefined {
  const meaning = positioned(m, by);
  return meaning?.mod === undefined ? meaning : { ...meaning, mod: edgeOf(m, meaning.mod) };
}

/** "this week" as the name of a programme is capital where the sentence is not. */
function stretch(m: Match, by: number, from: From = "publication"): Meaning | undefined {
  const unit = unitOf(m.ONE);
  if (by !== 0 && m.end - m.at === 3 && (unit === "decade" || unit === "century")) return undefined;
  return shift(unitOf(m.ONE), by, from);
}

/** "the year", "the week": the one that is being spoken of. */
function theStretch(m: Match): Meaning | undefined {
  const unit = unitOf(m.ONE);
  const after = m.scan.text.slice(m.scan.end[m.end - 1], (m.scan.end[m.end - 1] ?? 0) + 8);
  if (isCapital(m.scan, m.end - 1) || /^(?:-to-| (?:of|when|that|in w|ended|ending|[a-z]+-))/.test(after))
    return undefined;
  if (unit === "week") return shift(unit, 0);
  return unit === "year" || unit === "month" || unit === "quarter" ? shift(unit, 0, "reference") : undefined;
}

/** "The 80th day of the blockade": counted from a beginning that stands elsewhere. */
function nth(m: Match): Meaning | undefined {
  const unit = unitOf(m.ONE);
  const number = numberOf(m.ORDINAL);
  const after = m.scan.text.slice(m.scan.end[m.end - 1], (m.scan.end[m.end - 1] ?? 0) + 24);
  const counted = unit === "day" || unit === "week" || unit === "month" || unit === "year";
  if (!counted || number < 2 || !/^ of (?:the|its|their|a|an|this|war|talks|fighting)\b/.test(after))
    return undefined;
  return /^ of (?:the|this|a) (?:week|month|year|quarter)/.test(after)
    ? undefined
    : { kind: "nth", unit, number };
}

function weekOfMonth(m: Match, week: number): Meaning | undefined {
  if (week >= 5) return undefined;
  const mod = week < 0 ? "end" : week === 1 ? "start" : "mid";
  return { kind: "named", slot: { slot: "month", month: numberOf(m.MONTH) }, week, mod };
}

/** "The past week" is the seven days to now, where "last week" is the one before this. */
function pastWindow(m: Match): Meaning | undefined {
  const unit = unitOf(m.ONE);
  return unit === "week" || unit === "month"
    ? { kind: "length", amounts: [{ unit, count: 1 }], window: "past" }
    : undefined;
}

/** True where nothing follows that a "before" could belong to. */
function endsThere(m: Match): boolean {
  return /^(?:\s*[.,;:)!?]|\s*$)/.test(
    m.scan.text.slice(m.scan.end[m.end - 1], (m.scan.end[m.end - 1] ?? 0) + 3),
  );
}

export const stretches: readonly Rule[] = [
  {
    name: "the past week",
    pattern: "the past ONE",
    meaning: pastWindow,
    example: "the past week",
  },
  { name: "last week", pattern: "the? last|past ONE", meaning: (m) => stretch(m, -1), example: "last week" },
  {
    name: "the current week",
    pattern: "the? current|present fiscal? ONE",
    meaning: (m) => stretch(m, 0),
    example: "this month",
  },
  { name: "this week", pattern: "this ONE", meaning: (m) => stretch(m, 0), example: "this year" },
  { name: "next week", pattern: "next ONE", meaning: (m) => stretch(m, 1), example: "next week" },
  {
    name: "the coming week",
    pattern: "the? coming|upcoming ONE",
    meaning: (m) => stretch(m, 1),
    example: "the coming month",
  },
  {
    name: "the week before last",
    pattern: "the? ONE before last",
    meaning: (m) => stretch(m, -2),
    example: "the week before last",
  },
  {
    name: "the week after next",
    pattern: "the? ONE after next",
    meaning: (m) => stretch(m, 2),
    example: "the week after next",
  },
  {
    name: "the previous week",
    pattern: "the? previous|preceding|prior ONE",
    meaning: (m) => stretch(m, -1, "reference"),
    example: "the previous day",
  },
  {
    name: "the following week",
    pattern: "the following|next|subsequent ONE",
    meaning: (m) => stretch(m, 1, "reference"),
    example: "the following month",
  },
  {
    name: "the day before",
    pattern: "the ONE before|earlier",
    meaning: (m) => stretch(m, -1, "reference"),
    example: "the day before",
  },
  {
    name: "the day after",
    pattern: "the ONE after|later",
    meaning: (m) => stretch(m, 1, "reference"),
    example: "the day after",
  },
  {
    name: "that week",
    pattern: "that ONE",
    meaning: (m) => stretch(m, 0, "reference"),
    example: "that year",
  },
  {
    name: "the same week",
    pattern: "the? same ONE",
    meaning: (m) => stretch(m, 0, "reference"),
    example: "the same day",
  },
  {
    name: "later that year",
    pattern: "early|earlier|late|later|sometime in? that ONE",
    meaning: (m) => positioned(m, 0, "reference"),
    example: "later that year",
  },
  {
    name: "later this week",
    pattern: "early|earlier|late|later|sometime in|during this ONE",
    meaning: (m) => positioned(m, 0),
    example: "later this week",
  },
  {
    name: "later this week, plainly",
    pattern: "early|earlier|late|later|sometime this ONE",
    meaning: (m) => positioned(m, 0),
    example: "earlier this month",
  },
  {
    name: "later in the day",
    pattern: "early|earlier|late|later|sometime in|on the ONE",
    meaning: (m) => positioned(m, 0),
    example: "earlier in the year",
  },
  {
    name: "late last year",
    pattern: "early|earlier|late|later|sometime last ONE",
    meaning: (m) => positioned(m, -1),
    example: "late last year",
  },
  {
    name: "early next year",
    pattern: "early|earlier|late|later|sometime next ONE",
    meaning: (m) => positioned(m, 1),
    example: "early next year",
  },
  {
    name: "end of the month",
    pattern: "the? beginning|start|middle|end|close|turn of the|this ONE",
    meaning: (m) => bounded(m, 0),
    example: "the end of the month",
  },
  {
    name: "end of last month",
    pattern: "the? beginning|start|middle|end|close of last ONE",
    meaning: (m) => bounded(m, -1),
    example: "the end of last year",
  },
  {
    name: "end of next month",
    pattern: "the? beginning|start|middle|end|close of next ONE",
    meaning: (m) => bounded(m, 1),
    example: "the beginning of next week",
  },
  {
    name: "year-end",
    pattern: "year -? end",
    meaning: () => ({ kind: "named", slot: { slot: "day", month: 12, day: 31 } }),
    example: "year-end",
  },
  {
    name: "year's end",
    pattern: "the? ONE 's end",
    meaning: (m) => shift(unitOf(m.ONE), 0, "publication", "end"),
    example: "the month's end",
  },
  {
    name: "midyear",
    pattern: "midyear",
    meaning: () => shift("year", 0, "publication", "mid"),
    example: "midyear",
  },
  {
    name: "two weeks ago",
    pattern: "COUNT -? UNIT -? ago",
    meaning: (m) => away(m, -1, "publication"),
    example: "two weeks ago",
  },
  {
    name: "more than two weeks ago",
    pattern: "more|less|fewer than COUNT UNIT ago",
    meaning: (m) => away(m, -1, "publication"),
    example: "more than two weeks ago",
  },
  {
    name: "at least two weeks ago",
    pattern: "at least COUNT UNIT ago",
    meaning: (m) => away(m, -1, "publication"),
    example: "at least two weeks ago",
  },
  {
    name: "the 80th day",
    pattern: "the? ORDINAL -? ONE",
    meaning: nth,
    example: "the 80th day",
  },
  {
    name: "two days before",
    pattern: "COUNT UNIT before|after",
    meaning: (m) =>
      endsThere(m) ? away(m, wordAt(m.scan, m.end - 1)?.text === "before" ? -1 : 1, "reference") : undefined,
    example: "two days before",
  },
  {
    name: "a year and a half ago",
    pattern: "COUNT UNIT and a half ago",
    meaning: (m) => shift("month", -(numberOf(m.COUNT) * 12 + 6)),
    example: "a year and a half ago",
  },
  {
    name: "a week or so ago",
    pattern: "COUNT UNIT or so|two ago",
    meaning: (m) => away(m, -1, "publication"),
    example: "a week or so ago",
  },
  {
    name: "weeks ago",
    pattern: "MANY ago",
    meaning: (m) => ({ kind: "length", amounts: [{ unit: unitOf(m.MANY) }] }),
    example: "weeks ago",
  },
  {
    name: "two weeks earlier",
    pattern: "COUNT -? UNIT -? earlier|previously",
    meaning: (m) => away(m, -1, "reference"),
    example: "a day earlier",
  },
  {
    name: "two weeks later",
    pattern: "COUNT -? UNIT -? later|afterward|afterwards|thereafter",
    meaning: (m) => away(m, 1, "reference"),
    example: "a day later",
  },
  {
    name: "two weeks from now",
    pattern: "COUNT UNIT from now|today",
    meaning: (m) => away(m, 1, "publication"),
    example: "three weeks from now",
  },
  {
    name: "in two weeks' time",
    pattern: "in COUNT UNIT ' time",
    meaning: (m) => away(m, 1, "publication"),
    example: "in two weeks' time",
  },
  {
    name: "in a week's time",
    pattern: "in COUNT UNIT 's time",
    meaning: (m) => away(m, 1, "publication"),
    example: "in a week's time",
  },
  { name: "the week", pattern: "the ONE", meaning: theStretch, example: "the year" },
  {
    name: "a week of a month",
    pattern: "the? ORDINAL week of|in MONTH",
    meaning: (m) => weekOfMonth(m, numberOf(m.ORDINAL)),
    example: "the first week of September",
  },
  {
    name: "the last week of a month",
    pattern: "the? last|final week of|in MONTH",
    meaning: (m) => weekOfMonth(m, -1),
    example: "the last week of September",
  },
  {
    name: "the week of a date",
    pattern: "the? week of MONTH DAY",
    meaning: (m) => ({
      kind: "named",
      slot: { slot: "day", month: numberOf(m.MONTH), day: numberOf(m.DAY) },
      grain: "week",
    }),
    example: "the week of March 6",
  },
];

/** Lengths of time: "three and a half years", "a 16-hour flight", "the past two weeks". */
import { numberOf, unitOf } from "../elements.ts";
import type { Meaning, Mod } from "../meaning.ts";
import type { Match, Rule } from "../pattern.ts";
import { wordAt, wordSet } from "../scan.ts";
import type { Unit } from "../words.ts";

function following(m: Match): string {
  return m.scan.text.slice(m.scan.end[m.end - 1], (m.scan.end[m.end - 1] ?? 0) + 10);
}

function length(count: number, unit: Unit, window?: "past" | "next", mod?: Mod): Meaning {
  const amount = Number.isNaN(count) ? { unit } : { unit, count };
  return {
    kind: "length",
    amounts: [amount],
    ...(window !== undefined && { window }),
    ...(mod !== undefined && { mod }),
  };
}

function counted(m: Match, window?: "past" | "next", mod?: Mod): Meaning | undefined {
  const [count, unit] = [numberOf(m.COUNT), unitOf(m.UNIT)];
  const word = wordAt(m.scan, m.end - 1);
  const first = wordAt(m.scan, m.at)?.text ?? "";
  const after = m.scan.text.slice(m.scan.end[m.end - 1], (m.scan.end[m.end - 1] ?? 0) + 10);
  if (/^(?:-old| old\b)/.test(after)) return undefined;
  if (unit === "quarter" && (first === "a" || count < 1 || word?.plural !== true)) return undefined;
  if ((unit === "second" && count === 1) || (unit === "season" && !word?.plural) || unit === "weekend")
    return undefined;
  if ((first === "a" || first === "an") && m.end - m.at === 2 && window === undefined)
    return single(m, unit, after);
  if (unit === "day" && first === "one" && MODALS.has(wordAt(m.scan, m.at - 1)?.text ?? "")) return undefined;
  if (word?.text === "sec" || word?.text === "min") return undefined;
  return length(count, unit, window, mod);
}

/** "A day", "a year": a length after a preposition of time ("for a week"), a rate after a sum, else often no time at all. */
function single(m: Match, unit: Unit, after: string): Meaning | undefined {
  const before = wordAt(m.scan, m.at - 1)?.text ?? "";
  if (LENGTH_BEFORE.has(before)) return length(1, unit);
  if (/^ (?:after|before|and a half|or two|or so)/.test(after) || /^-long/.test(after))
    return length(1, unit);
  const rate =
    /(?:\d|times|once|twice|million|billion|thousand|dollars|euros|tons|tonnes|barrels|people|percent|per|share|troops|hours) $/;
  const left = m.scan.text.slice(Math.max(0, (m.scan.start[m.at] ?? 0) - 16), m.scan.start[m.at]);
  return rate.test(left) ? { kind: "every", unit } : undefined;
}
/** "Will one day be free" is no length. */
const MODALS = wordSet("will would may might could can should to");
const LENGTH_BEFORE = wordSet(
  "for within in about nearly almost over barely after than under lasted only just lasts takes took spent every some",
);

/** "Days", "years": a length only after a word that says so. */
function bare(m: Match): Meaning | undefined {
  const before = wordAt(m.scan, m.at - 1)?.text ?? "";
  const after = m.scan.text.slice(m.scan.end[m.end - 1], (m.scan.end[m.end - 1] ?? 0) + 10);
  const told =
    BARE_BEFORE.has(before) ||
    (/^ (?:after|before|of (?:negot|talk|fight|war)|later|earlier)/.test(after) && before !== "the");
  return told ? length(Number.NaN, unitOf(m.MANY)) : undefined;
}
const BARE_BEFORE = wordSet("for in within over after of take takes took lasted last spent");

export const lengths: readonly Rule[] = [
  {
    name: "length",
    pattern: "COUNT more? UNIT",
    meaning: (m) => counted(m),
    example: "three and a half years",
  },
  {
    name: "length and half",
    pattern: "COUNT UNIT and a half",
    meaning: withHalf,
    example: "a year and a half",
  },
  { name: "length as adjective", pattern: "COUNT - UNIT", meaning: adjective, example: "two-day" },
  {
    name: "two lengths",
    pattern: "COUNT UNIT and|,? COUNT:MORE UNIT:REST",
    meaning: two,
    example: "two hours and 30 minutes",
  },
  {
    name: "range of lengths",
    pattern: "COUNT to|or COUNT:MORE UNIT",
    meaning: between,
    example: "three to four weeks",
  },
  {
    name: "range of lengths in digits",
    pattern: "COUNT - COUNT:MORE -? UNIT",
    meaning: between,
    example: "12-18 months",
  },
  {
    name: "the year ended",
    pattern: "the year",
    meaning: (m) => (/^ (?:ended|ending) /.test(following(m)) ? length(1, "year") : undefined),
    example: "the year",
  },
  {
    name: "length at least",
    pattern: "at least|most COUNT more? UNIT",
    meaning: (m) =>
      counted(m, undefined, wordAt(m.scan, m.at + 1)?.text === "least" ? "at least" : "at most"),
    example: "at least two weeks",
  },
  {
    name: "length more than",
    pattern: "more|less|fewer than COUNT UNIT",
    meaning: (m) => counted(m, undefined, wordAt(m.scan, m.at)?.text === "more" ? "more" : "less"),
    example: "more than two years",
  },
  {
    name: "past weeks",
    pattern: "the? last|past COUNT -? UNIT",
    meaning: (m) => counted(m, "past"),
    example: "the past two weeks",
  },
  {
    name: "next weeks",
    pattern: "the? next|coming COUNT -? UNIT",
    meaning: (m) => counted(m, "next"),
    example: "the next few days",
  },
  {
    name: "the past decade",
    pattern: "the last|past decade|century",
    meaning: (m) => length(1, unitOf(wordAt(m.scan, m.end - 1)?.unit), "past"),
    example: "the past decade",
  },
  {
    name: "the next decade",
    pattern: "the next|coming decade|century",
    meaning: (m) => length(1, unitOf(wordAt(m.scan, m.end - 1)?.unit), "next"),
    example: "the next decade",
  },
  {
    name: "recent weeks",
    pattern: "the? recent|past|previous MANY",
    meaning: (m) => length(Number.NaN, unitOf(m.MANY), "past"),
    example: "recent weeks",
  },
  {
    name: "coming weeks",
    pattern: "the? coming|next|upcoming MANY",
    meaning: (m) => length(Number.NaN, unitOf(m.MANY), "next"),
    example: "the coming days",
  },
  {
    name: "the months",
    pattern: "the COUNT MANY",
    meaning: (m) => length(numberOf(m.COUNT), unitOf(m.MANY)),
    example: "the nine months",
  },
  {
    name: "the first months",
    pattern: "the? first|last|final|latest COUNT MANY",
    meaning: (m) => length(numberOf(m.COUNT), unitOf(m.MANY)),
    example: "the first nine months",
  },
  { name: "bare lengths", pattern: "MANY", meaning: bare, example: "for years" },
  { name: "day-long", pattern: "ONE - long", meaning: (m) => length(1, unitOf(m.ONE)), example: "day-long" },
  {
    name: "months-long",
    pattern: "MANY - long|old",
    meaning: (m) => length(Number.NaN, unitOf(m.MANY)),
    example: "months-long",
  },
];

function adjective(m: Match): Meaning | undefined {
  const after = m.scan.text.slice(m.scan.end[m.end - 1], (m.scan.end[m.end - 1] ?? 0) + 5);
  const count = numberOf(m.COUNT);
  if (unitOf(m.UNIT) === "second" && wordAt(m.scan, m.end - 1)?.plural !== true) return undefined;
  return /^[-\u2013 ]old/.test(after) ||
    unitOf(m.UNIT) === "quarter" ||
    unitOf(m.UNIT) === "season" ||
    /^an?$/.test(wordAt(m.scan, m.at)?.text ?? "")
    ? undefined
    : length(count, unitOf(m.UNIT));
}

function withHalf(m: Match): Meaning {
  return length(numberOf(m.COUNT) + 0.5, unitOf(m.UNIT));
}

function two(m: Match): Meaning | undefined {
  const order = ["second", "minute", "hour", "day", "week", "month", "year"];
  const [unit, rest] = [unitOf(m.UNIT), unitOf(m.REST)];
  if (order.indexOf(rest) < 0 || order.indexOf(unit) <= order.indexOf(rest)) return undefined;
  return {
    kind: "length",
    amounts: [
      { unit, count: numberOf(m.COUNT) },
      { unit: rest, count: numberOf(m.MORE) },
    ],
  };
}

/** "Two to three weeks": the text leaves the number open between two. */
function between(m: Match): Meaning | undefined {
  const [low, high] = [numberOf(m.COUNT), numberOf(m.MORE)];
  return low < high && high < low * 10 + 10 ? { ...length(low, unitOf(m.UNIT)), mod: "at least" } : undefined;
}

/** What capitals in the pattern of a rule stand for: small readers of a number, a month, a clock time … */
import { clock } from "./clock.ts";
import type { Clock } from "./meaning.ts";
import {
  DIGITS,
  HOLIDAYS,
  indexOf,
  is,
  isCapital,
  isGlued,
  type Scan,
  textOf,
  wordAt,
  wordSet,
} from "./scan.ts";
import type { Part, Unit, Word } from "./words.ts";

/** The value of an element: a number (NaN for "several"), a name, a clock time. */
export type Found = number | string | Clock;

interface Result {
  readonly end: number;
  readonly value: Found;
}

export interface Element {
  /** May it start with this word of the vocabulary? */
  starts(word: Word, index: number): boolean;
  /** May it go on with this word? Absent: with any; so that most rules are passed over after two words. */
  continues?(word: Word, index: number): boolean;
  match(scan: Scan, at: number): Result | undefined;
}

/** An element of one word. */
function single(
  senseOf: (word: Word) => Found | undefined,
  holds?: (scan: Scan, at: number, word: Word) => boolean,
): Element {
  return {
    starts: (word) => senseOf(word) !== undefined,
    continues: (word) => word.text === ".",
    match(scan, at) {
      const word = wordAt(scan, at);
      const value = word && senseOf(word);
      if (word === undefined || value === undefined || (holds && !holds(scan, at, word))) return undefined;
      return { end: at + 1 + (isAbbreviated(scan, at, word) ? 1 : 0), value };
    },
  };
}

/** An element that starts with a run of digits. */
function numeric(read: (digits: string, scan: Scan, at: number) => Result | undefined): Element {
  return {
    starts: (_, index) => index === DIGITS,
    match: (scan, at) => (scan.word[at] === DIGITS ? read(textOf(scan, at), scan, at) : undefined),
  };
}

const isOneOf = (scan: Scan, at: number, words: ReadonlySet<string>): boolean =>
  at >= 0 && at < scan.size && words.has(wordAt(scan, at)?.text ?? "");

const FULL = wordSet(
  "may june july march april august monday tuesday wednesday thursday friday saturday sunday",
);

/** True where the full stop after "Aug" or "Fri" belongs to the abbreviation. */
function isAbbreviated(scan: Scan, at: number, word: Word): boolean {
  const short = (word.month ?? word.weekday) !== undefined && word.text.length < 6 && !FULL.has(word.text);
  return short && is(scan, at + 1, ".") && isGlued(scan, at + 1);
}

/** Words that are something else too, or an abbreviation: they count as dates only beside a number or a preposition. */
const DOUBTFUL = wordSet("may march mar sun sat mon wed jan dec fri tue thu");
const BEFORE_DATE = wordSet(
  "in of since until till by last next this early late mid to from through between during on and - ( , before after for each every late end beginning start",
);

function isDatelike(scan: Scan, at: number, word: Word): boolean {
  if (!DOUBTFUL.has(word.text)) return isCapital(scan, at) || word.text.length >= 5;
  if (!isCapital(scan, at)) return false;
  const stopped = is(scan, at + 1, ".") && isGlued(scan, at + 1) && word.text.length === 3;
  if (stopped && word.text !== "may") return true;
  if (scan.word[at + 1] === DIGITS || scan.word[at - 1] === DIGITS) return true;
  if (word.text.length === 3 && word.text !== "may") return false;
  return isOneOf(scan, at - 1, BEFORE_DATE);
}

/** "1st", "22nd": the letters that may follow a day. */
const SUFFIXES = wordSet("st nd rd th");
const hasSuffix = (scan: Scan, at: number): boolean => isOneOf(scan, at, SUFFIXES) && isGlued(scan, at);

function day(digits: string, scan: Scan, at: number): Result | undefined {
  const value = Number(digits);
  if (!/^\d{1,2}$/.test(digits) || value < 1 || value >= 32 || is(scan, at + 1, "%")) return undefined;
  return { end: hasSuffix(scan, at + 1) ? at + 2 : at + 1, value };
}

/** A year in four digits that stands for itself: no sum, no part of a longer number or address. */
function year(digits: string, scan: Scan, at: number): Result | undefined {
  if (!/^[12]\d{3}$/.test(digits) || is(scan, at + 1, "%")) return undefined;
  if (isOneOf(scan, at - 1, CURRENCIES) || (isGlued(scan, at) && isOneOf(scan, at - 1, ADDRESS)))
    return undefined;
  return { end: at + 1, value: Number(digits) };
}

/** "nineteen ninety-one", "two thousand", "two thousand and eight", "twenty twenty-five". */
function spelledYear(scan: Scan, at: number): Result | undefined {
  const first = wordAt(scan, at)?.number ?? 0;
  if (first === 2) {
    if (!is(scan, at + 1, "thousand")) return undefined;
    const next = is(scan, at + 2, "and") ? at + 3 : at + 2;
    const ones = below100(scan, next);
    return ones === undefined || ones.value >= 30
      ? { end: at + 2, value: 2000 }
      : { end: ones.end, value: 2000 + ones.value };
  }
  const rest = below100(scan, at + 1);
  const value = first * 100 + (rest?.value ?? 0);
  return rest === undefined || rest.value < 10 || value >= 2100 ? undefined : { end: rest.end, value };
}
const CENTURIES = wordSet("two seventeen eighteen nineteen twenty");
indexOf("thousand");

function below100(scan: Scan, at: number): { readonly end: number; readonly value: number } | undefined {
  const tens = wordAt(scan, at)?.number;
  if (tens === undefined || tens >= 100) return undefined;
  if (tens < 20) return { end: at + 1, value: tens };
  const next = is(scan, at + 1, "-") ? at + 2 : at + 1;
  const ones = wordAt(scan, next)?.number;
  return ones === undefined || ones >= 10 || ones < 1
    ? { end: at + 1, value: tens }
    : { end: next + 1, value: tens + ones };
}

const CURRENCIES = wordSet("$ € £ # +");
const ADDRESS = wordSet("/ = _ & @ . :");

/** Numbers: "3", "1,000", "3.5", "2 1/2", "three", "twenty-one", "two hundred", "three and a half", "several". */
const VAGUE = wordSet("several few many numerous");
for (const word of [...VAGUE, "a", "an", "half", "couple", "pair", "of", "and", "-", "/", "some"])
  indexOf(word);

function count(scan: Scan, at: number): Result | undefined {
  const word = wordAt(scan, at);
  if (word === undefined) return undefined;
  if (VAGUE.has(word.text)) return { end: at + 1, value: Number.NaN };
  if (word.text === "a" || word.text === "an") return afterArticle(scan, at + 1);
  if (word.text === "couple") return { end: is(scan, at + 1, "of") ? at + 2 : at + 1, value: 2 };
  if (word.text === "half" && (is(scan, at + 1, "a") || is(scan, at + 1, "an")))
    return { end: at + 2, value: 0.5 };
  if (scan.word[at] === DIGITS) return numeral(scan, at);
  return cardinal(scan, at);
}

function afterArticle(scan: Scan, at: number): Result | undefined {
  if (is(scan, at, "few")) return { end: at + 1, value: Number.NaN };
  if (is(scan, at, "couple") || is(scan, at, "pair"))
    return { end: is(scan, at + 1, "of") ? at + 2 : at + 1, value: 2 };
  if (is(scan, at, "half")) return { end: is(scan, at + 1, "-") ? at + 2 : at + 1, value: 0.5 };
  const scale = wordAt(scan, at)?.number ?? 0;
  if (scale >= 100 || scale === 12) return cardinal(scan, at) ?? { end: at, value: 1 };
  return { end: at, value: 1 };
}

function numeral(scan: Scan, at: number): Result | undefined {
  const value = Number(textOf(scan, at).replaceAll(",", ""));
  if (Number.isNaN(value)) return undefined;
  const fraction = scan.word[at + 1] === DIGITS && is(scan, at + 2, "/") && scan.word[at + 3] === DIGITS;
  if (fraction)
    return { end: at + 4, value: value + Number(textOf(scan, at + 1)) / Number(textOf(scan, at + 3)) };
  if (is(scan, at + 1, "/") && isGlued(scan, at + 1)) return undefined;
  return withHalf(scan, at + 1, value);
}

/** Words of the longest number that is read. */
const LONGEST_NUMBER = 10;

const IN_COUNT = wordSet("few couple pair half of and - / a an");

/** "twenty", "twenty-five", "two hundred and ten", "three and a half". */
function cardinal(scan: Scan, at: number): Result | undefined {
  let value = 0;
  let part = 0;
  let next = at;
  while (next - at < LONGEST_NUMBER) {
    const number = wordAt(scan, next)?.number;
    if (number === undefined) break;
    if (number >= 1000) value += (part || 1) * number;
    part =
      number >= 1000
        ? 0
        : number === 100 || (number === 12 && part === 0 && is(scan, next, "dozen"))
          ? (part || 1) * number
          : part + number;
    next += 1;
    const joined = is(scan, next, "-") || (is(scan, next, "and") && (number >= 100 || value > 0));
    if (joined && wordAt(scan, next + 1)?.number !== undefined) next += 1;
    else if (joined) break;
    if (number < 20 && (wordAt(scan, next)?.number ?? 0) < 100) break;
  }
  return next === at ? undefined : withHalf(scan, next, value + part);
}

function withHalf(scan: Scan, at: number, value: number): Result {
  const dashed = is(scan, at, "-") ? 1 : 0;
  if (!is(scan, at + dashed, "and")) return { end: at, value };
  let next = at + dashed + 1;
  if (is(scan, next, "-")) next += 1;
  if (!is(scan, next, "a")) return { end: at, value };
  next += is(scan, next + 1, "-") ? 2 : 1;
  if (is(scan, next, "half")) return { end: next + 1, value: value + 0.5 };
  return is(scan, next, "quarter") ? { end: next + 1, value: value + 0.25 } : { end: at, value };
}

/** "third", "3rd", "twenty-first". */
function ordinal(scan: Scan, at: number): Result | undefined {
  if (scan.word[at] === DIGITS) {
    return hasSuffix(scan, at + 1) ? { end: at + 2, value: Number(textOf(scan, at)) } : undefined;
  }
  const word = wordAt(scan, at);
  if (word?.ordinal !== undefined) return { end: at + 1, value: word.ordinal };
  const tens = word?.number ?? 0;
  if (tens < 20 || tens >= 100) return undefined;
  const next = is(scan, at + 1, "-") ? at + 2 : at + 1;
  const ones = wordAt(scan, next)?.ordinal;
  return ones === undefined || ones >= 10 ? undefined : { end: next + 1, value: tens + ones };
}

/** "1980s", "'80s", "80s", "eighties": the first year of the decade, below 100 where the century is left open. */
function decade(scan: Scan, at: number): Result | undefined {
  const apostrophe = is(scan, at, "'") ? 1 : 0;
  const word = wordAt(scan, at + apostrophe);
  if (word?.decade !== undefined) return { end: at + apostrophe + 1, value: word.decade };
  if (scan.word[at + apostrophe] !== DIGITS) return undefined;
  const digits = textOf(scan, at + apostrophe);
  if (!/^(?:[12]\d)?\d0$/.test(digits) || (digits.length === 2 && Number(digits) < 20)) return undefined;
  let next = at + apostrophe + 1;
  if (is(scan, next, "'s") && isGlued(scan, next)) next += 1;
  else if (is(scan, next, "s") && isGlued(scan, next)) next += 1;
  else return undefined;
  return { end: next, value: Number(digits) };
}
for (const word of ["'", "'s", "s"]) indexOf(word);

/** The name of a feast; the value is its rule. */
function holiday(scan: Scan, at: number): Result | undefined {
  let best: Result | undefined;
  for (const { rule, name, words } of HOLIDAYS) {
    if (words.length > (best?.end ?? at) - at && words.every((word, i) => is(scan, at + i, word))) {
      best = { end: at + words.length, value: `${name}|${rule}` };
    }
  }
  return best !== undefined && isCapital(scan, at) ? best : undefined;
}
const HOLIDAY_STARTS = new Set(HOLIDAYS.map(({ words }) => words[0] ?? ""));

/** Dates in digits: `2025-08-15`, `2025/08/15`, `15.08.2025`, `8/15/2025`; the value is the three numbers as they stand. */
function digitDate(digits: string, scan: Scan, at: number): Result | undefined {
  if (isGlued(scan, at) && isOneOf(scan, at - 1, ADDRESS)) return undefined;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(digits);
  if (dotted) return { end: at + 1, value: dotted.slice(1).join(" ") };
  const mark = wordAt(scan, at + 1)?.text;
  if ((mark !== "-" && mark !== "/") || !is(scan, at + 3, mark)) return undefined;
  const parts = [digits, textOf(scan, at + 2), at + 4 < scan.size ? textOf(scan, at + 4) : ""];
  for (let next = at + 1; next < at + 5; next += 1) if (!isGlued(scan, next)) return undefined;
  const shape = parts.map((part) => (/^\d+$/.test(part) ? part.length : 9)).join("");
  if (
    !/^(?:422|412|421|411|[12][12]4|[12][12]2)$/.test(shape) ||
    (mark === "-" && /2$/.test(shape) && shape[0] !== "4")
  )
    return undefined;
  if (is(scan, at + 5, mark) && isGlued(scan, at + 5)) return undefined;
  return { end: at + 5, value: parts.join(" ") };
}

export const ELEMENTS = {
  MONTH: single((word) => word.month, isDatelike),
  WEEKDAY: single((word) => (word.plural ? undefined : word.weekday), isDatelike),
  WEEKDAYS: single((word) => (word.plural ? word.weekday : undefined), isCapital),
  SEASON: single((word) => word.season),
  PART: single((word) => (word.plural ? undefined : word.part)),
  PARTS: single((word) => (word.plural ? word.part : undefined)),
  UNIT: single((word) => word.unit),
  ONE: single((word) => (word.plural ? undefined : word.unit)),
  MANY: single((word) => (word.plural ? word.unit : undefined)),
  DAY: numeric(day),
  YEAR: {
    starts: (word, index) => index === DIGITS || CENTURIES.has(word.text),
    match: (scan, at) =>
      scan.word[at] === DIGITS ? year(textOf(scan, at), scan, at) : spelledYear(scan, at),
  },
  DATE: numeric(digitDate),
  ZONE: single((word) => word.zone),
  COUNT: {
    starts: (word, index) =>
      index === DIGITS ||
      word.number !== undefined ||
      VAGUE.has(word.text) ||
      /^(?:an?|couple|half)$/.test(word.text),
    continues: (word, index) => index === DIGITS || word.number !== undefined || IN_COUNT.has(word.text),
    match: count,
  },
  ORDINAL: {
    starts: (word, index) => index === DIGITS || word.ordinal !== undefined || (word.number ?? 0) >= 20,
    match: ordinal,
  },
  DECADE: {
    starts: (word, index) => index === DIGITS || word.decade !== undefined || word.text === "'",
    match: decade,
  },
  CLOCK: {
    starts: (word, index) =>
      index === DIGITS || word.number !== undefined || word.text === "noon" || word.text === "midnight",
    match: clock,
  },
  HOLIDAY: { starts: (word) => HOLIDAY_STARTS.has(word.text), match: holiday },
} satisfies Record<string, Element>;
export type ElementName = keyof typeof ELEMENTS;

/** What an element found, as the type that its kind gives. */
export function numberOf(found: Found | undefined): number {
  return found as number;
}
export function unitOf(found: Found | undefined): Unit {
  return found as Unit;
}
export function textOfFound(found: Found | undefined): string {
  return found as string;
}
/** The part of day or the time of day that an optional element found, as fields of a meaning. */
export function within(
  part: Found | undefined,
  time?: Found,
): { readonly part?: Part; readonly clock?: Clock } {
  return {
    ...(part !== undefined && { part: part as Part }),
    ...(time !== undefined && { clock: time as Clock }),
  };
}

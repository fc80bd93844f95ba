/** Times of the day as elements of a pattern. */
import type { Clock } from "./meaning.ts";
import { DIGITS, indexOf, is, isGlued, type Scan, textOf, wordAt } from "./scan.ts";

interface Result {
  readonly end: number;
  readonly value: Clock;
}

/** "10 p.m.", "10:30", "10:30 pm EST", "1400 GMT", "10 o'clock", "noon", "midnight". */
export function clock(scan: Scan, at: number): Result | undefined {
  const word = wordAt(scan, at);
  if (word?.text === "noon" || word?.text === "midnight") {
    return zoned(scan, at + 1, { hour: word.text === "noon" ? 12 : 24 });
  }
  const spelt = word?.number !== undefined && word.number >= 1 && word.number < 13;
  if (scan.word[at] !== DIGITS && !spelt) return undefined;
  return spelt ? halfDay(scan, at + 1, word?.number ?? 0, undefined, false) : digital(scan, at);
}

function digital(scan: Scan, at: number): Result | undefined {
  const digits = textOf(scan, at);
  if (/^\d{4}$/.test(digits)) return military(scan, at, digits);
  const dotted = /^(\d{1,2})\.([0-5]\d)$/.exec(digits);
  if (dotted) return halfDay(scan, at + 1, Number(dotted[1]), Number(dotted[2]), false);
  if (!/^\d{1,2}$/.test(digits)) return undefined;
  const minutes =
    is(scan, at + 1, ":") && isGlued(scan, at + 1) && isGlued(scan, at + 2) && scan.word[at + 2] === DIGITS;
  if (!minutes) return halfDay(scan, at + 1, Number(digits), undefined, false);
  const minute = textOf(scan, at + 2);
  if (!/^[0-5]\d$/.test(minute)) return undefined;
  const seconds = is(scan, at + 3, ":") && isGlued(scan, at + 3) && scan.word[at + 4] === DIGITS ? 2 : 0;
  return halfDay(scan, at + 3 + seconds, Number(digits), Number(minute), true);
}

function military(scan: Scan, at: number, digits: string): Result | undefined {
  const [hour, minute] = [Number(digits.slice(0, 2)), Number(digits.slice(2))];
  const zone = wordAt(scan, at + 1)?.zone;
  if (hour >= 24 || minute >= 60 || (zone === undefined && !is(scan, at + 1, "hours"))) return undefined;
  return zone === undefined
    ? { end: at + 2, value: { hour, minute } }
    : zoned(scan, at + 1, { hour, minute });
}

/** Reads "a.m.", "pm", "o'clock" after an hour; `complete` where the digits alone are a time ("10:30"). */
function halfDay(
  scan: Scan,
  at: number,
  hour: number,
  minute: number | undefined,
  complete: boolean,
): Result | undefined {
  const base = minute === undefined ? { hour } : { hour, minute };
  const letter = wordAt(scan, at)?.text;
  const spaced = (letter === "a" || letter === "p") && is(scan, at + 1, ".") && is(scan, at + 2, "m");
  if (spaced || letter === "am" || letter === "pm") {
    if (hour < 1 || hour >= 13) return undefined;
    const after = spaced ? at + (is(scan, at + 3, ".") && isGlued(scan, at + 3) ? 4 : 3) : at + 1;
    const afternoon = letter?.startsWith("p") === true;
    return zoned(scan, after, { ...base, hour: (hour % 12) + (afternoon ? 12 : 0) });
  }
  if (letter === "o" && is(scan, at + 1, "'") && is(scan, at + 2, "clock")) return zoned(scan, at + 3, base);
  if (letter === "noon" || letter === "midnight") {
    return hour === 12 ? zoned(scan, at + 1, { hour: letter === "noon" ? 12 : 24 }) : undefined;
  }
  return complete && hour < 24 ? zoned(scan, at, base) : undefined;
}
for (const word of [
  "noon",
  "midnight",
  "am",
  "pm",
  "a",
  "p",
  "m",
  ".",
  "o",
  "clock",
  "hours",
  ":",
  "%",
  "local",
  "time",
  "(",
  ")",
])
  indexOf(word);

function zoned(scan: Scan, at: number, base: Clock): Result {
  if (is(scan, at, "local") && is(scan, at + 1, "time")) return { end: at + 2, value: base };
  const open = is(scan, at, "(") ? 1 : 0;
  const zone = wordAt(scan, at + open)?.zone;
  const upper = /^[A-Z]+$/.test(at + open < scan.size ? textOf(scan, at + open) : "");
  if (zone === undefined || !upper) return { end: at, value: base };
  return { end: at + 1 + (open ? (is(scan, at + 2, ")") ? 2 : 1) : 0), value: { ...base, zone } };
}

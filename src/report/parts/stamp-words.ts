/** The time that stands above or before an entry: "14:05", "2.05pm GMT", "10 August", "Mon 11 Aug 2025, 09:30 —". */
import { firstWrittenDay, monthNamed } from "../metadata/date-text.ts";

export interface StampWords {
  /** Where the stamp ends in the line. */
  readonly end: number;
  /** Where what is told begins: the end of the line where the stamp stands alone. */
  readonly rest: number;
  /** `2025-08-10` */
  readonly day?: string;
  /** Month and day where no year is given. */
  readonly monthDay?: readonly [month: number, day: number];
  /** `14:05` */
  readonly clock?: string;
}

/** A stamp has fewer words, within so many characters. */
const MOST_WORDS = 9;
const LONGEST = 90;
const CLOCK = /^[([]?(\d{1,2})(?:[:.h](\d\d))?(?::\d\d)?(am|pm|a\.m\.?|p\.m\.?)?[)\],:]?$/iu;
const HALF = /^(?:am|pm|a\.m\.?|p\.m\.?)[)\],:]?$/iu;
const ZONE = /^[([]?(?:GMT|UTC|[A-Z]{1,4}T|EDT|local|time)(?:[+-]\d{1,2})?[)\],:]?$/u;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?$/iu;
const NUMBER = /^\d{1,2}(?:st|nd|rd|th)?[.,]?$/u;
const YEAR = /^(?:19|20)\d\d[),.:]?$/u;
const ISO = /^(?:19|20)\d\d-\d\d-\d\d[),:]?$/u;
const MARK = /^[|·•–—:-]$/u;
const LABEL = /^(?:updated|posted|published)[:.]?$/iu;

/** The stamp with which a line begins; `undefined` where it begins otherwise. */
export function stampWords(line: string): StampWords | undefined {
  const head = line.slice(0, LONGEST);
  if (!/^[([]?(?:\d|\p{L}{3,9}[.:,]?\s)/u.test(head)) return undefined;
  let clock: string | undefined;
  let isMarked = false;
  let hasMonth = false;
  let hasNumber = false;
  let end = 0;
  let words = 0;
  for (const { 0: word, index } of head.matchAll(/\S+/gu)) {
    const before = clock;
    if (MARK.test(word)) {
      if (words === 0) return undefined;
      isMarked = true;
      continue;
    }
    if (isMarked && !isOfStamp(word, hasMonth)) break;
    const next =
      head
        .slice(index + word.length)
        .trimStart()
        .split(/\s/u, 1)[0] ?? "";
    if (clock === undefined && isClock(word, next)) clock = clockOf(word, next);
    else if (monthNamed(word.replace(/[.,:]$/u, "")) !== undefined && !hasMonth) hasMonth = true;
    else if (NUMBER.test(word) && !hasNumber) hasNumber = true;
    else if (!(HALF.test(word) && before !== undefined) && !isBeside(word, before)) break;
    isMarked = /[:]$/u.test(word);
    end = index + word.length;
    if (++words >= MOST_WORDS) return undefined;
  }
  const stamp = line.slice(0, end);
  const day = firstWrittenDay(stamp.replace(/[:,)]{1,3}$/u, ""))?.value;
  const monthDay = day === undefined && hasMonth && hasNumber ? monthDayOf(stamp) : undefined;
  if (clock === undefined && day === undefined && monthDay === undefined) return undefined;
  if (end === line.length || line.slice(end).trim() === "")
    return made(end, line.length, { clock, day, monthDay });
  const gap = /^[\s|·•–—:-]*/u.exec(line.slice(end))?.[0] ?? "";
  const isParted = isMarked || /[|·•–—-]/u.test(gap) || /\n/u.test(gap);
  const rest = end + gap.length;
  // "14:05 Delegates arrive" is an entry, "10 August Square" and "On 10 August ministers" are not.
  const isHeaded = clock !== undefined && /^[\p{Lu}“"'‘]/u.test(line.slice(rest));
  return isParted || isHeaded ? made(end, rest, { clock, day, monthDay }) : undefined;
}

function made(
  end: number,
  rest: number,
  told: { [K in "clock" | "day" | "monthDay"]: StampWords[K] | undefined },
): StampWords {
  return {
    end,
    rest,
    ...(told.clock !== undefined && { clock: told.clock }),
    ...(told.day !== undefined && { day: told.day }),
    ...(told.monthDay !== undefined && { monthDay: told.monthDay }),
  };
}

/** A number with minutes, or with the half of the day behind it. */
function isClock(word: string, next: string): boolean {
  const found = CLOCK.exec(word);
  if (found === null) return false;
  const [, hours, minutes, half] = found;
  if (Number(hours) >= 24 || Number(minutes ?? 0) >= 60) return false;
  if (half !== undefined || HALF.test(next)) return true;
  return minutes !== undefined && (/[:h]/u.test(word) || ZONE.test(next) || next === "");
}

function clockOf(word: string, next: string): string {
  const [, hours = "0", minutes = "00", own] = CLOCK.exec(word) ?? [];
  const half = (own ?? (HALF.test(next) ? next : "")).toLowerCase();
  const hour = half === "" ? Number(hours) : (Number(hours) % 12) + (half.startsWith("p") ? 12 : 0);
  return `${String(hour).padStart(2, "0")}:${minutes}`;
}

function isBeside(word: string, clock: string | undefined): boolean {
  if (WEEKDAY.test(word) || YEAR.test(word) || ISO.test(word) || LABEL.test(word)) return true;
  return clock !== undefined && ZONE.test(word);
}

function isOfStamp(word: string, hasMonth: boolean): boolean {
  if (CLOCK.test(word) && /\D/u.test(word.replace(/[,:]$/u, ""))) return true;
  if (WEEKDAY.test(word) || ISO.test(word) || ZONE.test(word)) return true;
  return !hasMonth && (NUMBER.test(word) || monthNamed(word.replace(/[.,:]$/u, "")) !== undefined);
}

function monthDayOf(stamp: string): readonly [number, number] | undefined {
  const words = stamp.split(/\s+/u).map((word) => word.replace(/[.,:]{1,3}$/u, ""));
  const at = words.findIndex((word) => monthNamed(word) !== undefined);
  const month = monthNamed(words[at] ?? "");
  const number = [words[at - 1], words[at + 1]].find((word) => word !== undefined && NUMBER.test(word));
  const day = Number.parseInt(number ?? "", 10);
  return month !== undefined && day >= 1 && day < 32 ? [month, day] : undefined;
}

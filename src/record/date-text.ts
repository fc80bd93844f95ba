/** Dates as people read them: EDTF in, plain English out. As labels (`dateText`) and within sentences (`spokenDate`). */
import { civilDay } from "./day.ts";
import { extent } from "./edtf.ts";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

function monthName(month: number, isShort = false): string {
  const name = MONTHS[month - 1] ?? "";
  return isShort ? name.slice(0, 3) : name;
}

/** "15 June 2024" of the number of a day. */
export function dayText(number: number, isShort = false): string {
  const { year, month, day } = civilDay(number);
  return `${day} ${monthName(month, isShort)} ${year}`;
}

/** What follows a day that has a time: ", 14:30"; nothing where there is none. */
function timeText(time: string | undefined): string {
  if (time === undefined) return "";
  return time === "24:00" ? ", end of the day" : `, ${time}`;
}

/** "week of 7 April 2031" of an ISO week. */
function weekText(text: string, isShort: boolean): string | undefined {
  const stretch = /^\d{4}-W\d\d$/.test(text) ? extent(text) : undefined;
  return stretch && `week of ${dayText(stretch.from, isShort)}`;
}

function partText(text: string, isShort: boolean): string | undefined {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d:\d\d)[^?~%]*)?([?~%])?$/.exec(text);
  if (match === null) return weekText(text, isShort);
  const [, year, month, day, time, qualifier] = match;
  const number = Number(month ?? 0);
  if (number > 12) return undefined;
  const date = [day === undefined ? "" : String(Number(day)), month ? monthName(number, isShort) : "", year]
    .filter((part) => part !== "")
    .join(" ");
  return `${qualifier === "~" || qualifier === "%" ? "about " : ""}${date}${timeText(time)}${qualifier === "?" || qualifier === "%" ? " (uncertain)" : ""}`;
}

const UNITS = { Y: "year", M: "month", W: "week", D: "day", H: "hour", min: "minute" } as const;

/** "3 years 6 months" of a duration; undefined where it is none. */
function durationText(value: string): string | undefined {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(value);
  if (match === null) return undefined;
  const counts = match.slice(1);
  const parts = Object.values(UNITS).flatMap((unit, i) => {
    const count = counts[i];
    return count === undefined ? [] : [`${Number(count)} ${unit}${Number(count) === 1 ? "" : "s"}`];
  });
  return parts.length > 0 ? parts.join(" ") : undefined;
}

/** An EDTF value in words, as a label; what has no plain words stays as it is written. */
export function dateText(value: string | undefined, isShort = false): string {
  if (value === undefined) return "undated";
  const [start, end, ...more] = value.split("/");
  if (more.length > 0 || start === undefined) return value;
  if (end === undefined) return partText(value, isShort) ?? durationText(value) ?? value;
  if (start === ".." || start === "") return `until ${partText(end, isShort) ?? end}`;
  if (end === ".." || end === "") return `since ${partText(start, isShort) ?? start}`;
  const [from, to] = [partText(start, isShort), partText(end, isShort)];
  if (from === undefined || to === undefined) return value;
  if (from.slice(-4) !== to.slice(-4) || !/\d{4}$/.test(from)) return `${from} – ${to}`;
  const [first, last] = [from.slice(0, -5), to.slice(0, -5)];
  const [day = "", month] = first.split(" ");
  return month !== undefined && last.endsWith(` ${month}`) ? `${day}–${to}` : `${first} – ${to}`;
}

/** A stretch of days within a sentence: "18 June 2024", "between 8 and 10 August 2025", "August 2025", "since January 2024". */
export function spokenDate(value: string): string {
  const stretch = extent(value);
  if (!stretch) return value;
  if (value.endsWith("/..")) return `since ${spokenDate(value.slice(0, -3))}`;
  if (value.startsWith("../")) return `until ${spokenDate(value.slice(3))}`;
  if (!Number.isFinite(stretch.from) || !Number.isFinite(stretch.to)) return value;
  const about = /[~%]/.test(value) ? "about " : "";
  if (/^\d{4}[~?%]?$/.test(value)) return about + value.slice(0, 4);
  const [first, last] = [civilDay(stretch.from), civilDay(stretch.to - 1)];
  if (/^\d{4}-\d\d[~?%]?$/.test(value)) return `${about}${monthName(first.month)} ${first.year}`;
  const time = /T(\d\d:\d\d)/.exec(value)?.[1];
  const hour = time === "24:00" ? ", at the end of the day" : timeText(time);
  if (stretch.to - stretch.from <= 1)
    return `${about}${first.day} ${monthName(first.month)} ${first.year}${hour}`;
  const year = first.year === last.year ? "" : ` ${first.year}`;
  const isOneMonth = first.month === last.month && year === "";
  const start = isOneMonth ? `${first.day}` : `${first.day} ${monthName(first.month)}${year}`;
  return `between ${start} and ${last.day} ${monthName(last.month)} ${last.year}`;
}

const QUOTED_OR_DATE =
  /“[^”]*”|"[^"]*"|(?<![\w./-])\d{4}-\d\d(?:-\d\d)?(?:T\d\d:\d\d)?(?:\/(?:\d{4}-\d\d(?:-\d\d)?|\.\.))?(?![\w/-])/g;

/** A line of the program's own words with its dates as people write them; what it quotes stays as it is. */
export function datesSpoken(text: string): string {
  return text.replace(QUOTED_OR_DATE, (found) => (/^["“]/.test(found) ? found : spokenDate(found)));
}

/**
 * Days as integers: the number of a day counts from 1970-01-01 (= 0) in the proleptic Gregorian calendar.
 *
 * No `Date` object takes part, so no time zone and no locale can shift a day. Years are astronomical: year 0 is
 * 1 BC. The conversions follow the era arithmetic of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
 */

/** A day of the calendar; `month` and `day` count from 1. */
export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_PER_ERA = 146_097;
const YEARS_PER_ERA = 400;
/** From 0000-03-01, where an era starts, to 1970-01-01. */
const EPOCH = 719_468;

/** The number of a day. A month or day out of its range runs over into the next or previous one. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = year + Math.floor((month - 1) / 12);
  const monthOfYear = (((month - 1) % 12) + 12) % 12;
  const marchYear = monthOfYear < 2 ? shifted - 1 : shifted;
  const era = Math.floor(marchYear / YEARS_PER_ERA);
  const yearOfEra = marchYear - era * YEARS_PER_ERA;
  const dayOfYear = Math.floor((153 * ((monthOfYear + 10) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH;
}

/** The day that a number stands for. */
export function civilDay(number: number): CivilDay {
  const z = number + EPOCH;
  const era = Math.floor(z / DAYS_PER_ERA);
  const dayOfEra = z - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * YEARS_PER_ERA + (month < 3 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Day of the week of ISO 8601: Monday is 1, Sunday is 7. */
export function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** Monday of a week of ISO 8601; week 1 is the one that holds 4 January. */
export function mondayOfWeek(year: number, week: number): number {
  const fourth = dayNumber(year, 1, 4);
  return fourth - (weekdayOf(fourth) - 1) + (week - 1) * 7;
}

/** Weeks that ISO 8601 counts in a year: 52 or 53. */
export function weeksInYear(year: number): number {
  return (mondayOfWeek(year + 1, 1) - mondayOfWeek(year, 1)) / 7;
}

/** The week of ISO 8601 that holds a day; its year may differ from that of the day. */
export function weekOf(number: number): { readonly year: number; readonly week: number } {
  const thursday = number - weekdayOf(number) + 4;
  const { year } = civilDay(thursday);
  return { year, week: Math.floor((thursday - mondayOfWeek(year, 1)) / 7) + 1 };
}

/** `2025-08-15`; years outside 0..9999 as EDTF writes them. */
export function formatDay(number: number): string {
  const { year, month, day } = civilDay(number);
  return `${formatYear(year)}-${pad(month)}-${pad(day)}`;
}

/** Four digits, `-0044` before year 0, `Y12000` where four digits do not suffice. */
export function formatYear(year: number): string {
  const digits = Math.abs(year).toString().padStart(4, "0");
  const sign = year < 0 ? "-" : "";
  return digits.length > 4 ? `Y${sign}${digits}` : sign + digits;
}

export function pad(number: number): string {
  return number.toString().padStart(2, "0");
}

/** Dates in digits, of which the order of day and month may be open: "2025-08-15", "15.08.2025", "03/04/2025". */
import { daysInMonth } from "../../../record/day.ts";
import type { Meaning } from "../meaning.ts";

/**
 * @param parts the three numbers as they stand, parted by blanks
 * @returns the day; both readings where day and month could be exchanged; `undefined` where neither is a date
 */
export function digitDateMeaning(parts: string): Meaning | undefined {
  const [first = "", second = "", third = ""] = parts.split(" ");
  if (first.length === 4) return dayOf(Number(first), Number(second), Number(third));
  const year = third.length === 4 ? Number(third) : Number(third) + (Number(third) < 70 ? 2000 : 1900);
  const monthFirst = dayOf(year, Number(first), Number(second));
  const dayFirst = dayOf(year, Number(second), Number(first));
  if (monthFirst === undefined || dayFirst === undefined || first === second) return dayFirst ?? monthFirst;
  return { kind: "either", readings: [dayFirst, monthFirst] };
}

function dayOf(year: number, month: number, day: number): Meaning | undefined {
  if (month < 1 || month >= 13 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return { kind: "named", slot: { slot: "day", month, day }, year };
}

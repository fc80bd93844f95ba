/** Parts of a stretch: "early August", "mid-2024", "the end of the 1990s". */
import { formatDay } from "../../record/day.ts";
import { extentOf, type Grain, type Point, pointAt, pointToEdtf, shift } from "./calendar.ts";
import type { Mod } from "./meaning.ts";

/** EDTF of a part of a stretch: "early" is its first third, "mid" its second, "late" its last. */
export function partOfStretch(point: Point, mod: Mod): string {
  const whole = pointToEdtf(point);
  if (mod === "about") return point.grain === "weekend" ? whole : `${whole}~`;
  if (mod === "after" && point.grain !== "week" && point.grain !== "day") return `${whole}/..`;
  if (mod === "before" && point.grain !== "week" && point.grain !== "day") return `../${whole}`;
  if (mod === "first") return formatDay(extentOf(point).from);
  if (mod === "last") return formatDay(extentOf(point).to - 1);
  if (mod !== "start" && mod !== "mid" && mod !== "end") return whole;
  const third = mod === "start" ? 0 : mod === "mid" ? 1 : 2;
  const { from, to } = extentOf(point);
  switch (point.grain) {
    case "month": {
      if (mod === "mid") return `${whole}-15~`;
      return mod === "start"
        ? `${formatDay(from)}/${formatDay(from + 9)}`
        : `${formatDay(from + 20)}/${formatDay(to - 1)}`;
    }
    case "year":
      return span("month", from, third * 4, third * 4 + 3);
    case "season":
    case "quarter":
      return span("month", from, third, third);
    case "half":
      return span("month", from, third * 2, third * 2 + 1);
    case "decade":
      return span("year", from, [0, 4, 7][third] ?? 0, [3, 6, 9][third] ?? 9);
    case "century":
      return span("year", from, [0, 34, 67][third] ?? 0, [33, 66, 99][third] ?? 99);
    case "week":
      return span("day", from, [0, 2, 4][third] ?? 0, [1, 3, 6][third] ?? 6);
    default:
      return whole;
  }
}

/** From the `first` to the `last` stretch of a grain, counted from the one that holds a day. */
function span(grain: Grain, day: number, first: number, last: number): string {
  const start = pointAt(grain, day);
  const [one, other] = [pointToEdtf(shift(start, first)), pointToEdtf(shift(start, last))];
  return one === other ? one : `${one}/${other}`;
}

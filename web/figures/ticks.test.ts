import { expect, test } from "vitest";
import { dayNumber } from "../../src/record/day.ts";
import { ticksOf } from "./ticks.ts";

const labels = (from: number, to: number) => ticksOf({ from, to }, 800).map(({ label }) => label);
const day = dayNumber(2031, 6, 15);

test.each([
  ["years", day - 2000, day + 2000, "2026", "2036"],
  ["months", day - 100, day + 100, "Apr 2031", "Sep"],
  ["days", day - 4, day + 4, "11 Jun 2031", "19"],
  ["hours", day + 0.3, day + 0.9, "15 Jun 2031", "21:00"],
])("an axis of %s", (_, from, to, first, last) => {
  const all = labels(from, to);
  expect(all[0]).toBe(first);
  expect(all.at(-1)).toBe(last);
});

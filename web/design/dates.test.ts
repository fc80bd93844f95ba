import { expect, test } from "vitest";
import { daysOfValue } from "./dates.ts";

test("a duration lies on no calendar", () => {
  expect(daysOfValue("P3Y")).toBeUndefined();
  expect(daysOfValue("2031-04")).toEqual({ from: 22_370, to: 22_400 });
});

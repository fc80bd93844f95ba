import { expect, test } from "vitest";
import { Overlapping } from "./overlapping.ts";

test("finds what overlaps, across buckets, under its key alone", () => {
  const seen = new Overlapping<string>();
  seen.add({ start: 60, end: 200 }, "long", "a");
  const at = (start: number, end: number, key: string) => seen.some({ start, end }, () => true, key);
  expect([
    at(130, 140, "a"),
    at(199, 300, "a"),
    at(200, 300, "a"),
    at(0, 60, "a"),
    at(130, 140, "b"),
  ]).toEqual([true, true, false, false, false]);
  expect(seen.some({ start: 61, end: 62 }, (value) => value !== "long", "a")).toBe(false);
});

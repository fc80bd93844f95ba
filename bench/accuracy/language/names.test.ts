import { expect, test } from "vitest";
import { countNames, distance, f1 } from "./names.ts";

const name = (start: number, end: number, kind: "person" | "place" | "event") => ({ start, end, kind });

test("span and kind must both be right, and each gold name is used once", () => {
  const gold = [name(0, 4, "person"), name(10, 14, "place"), name(20, 25, "event")];
  const found = [name(0, 4, "person"), name(0, 4, "person"), name(10, 14, "person"), name(20, 25, "event")];
  expect(countNames(found, gold)).toEqual({ right: 1, found: 3, gold: 2 });
});

test("F1 of 3 right of 4 found and 6 gold is 60", () => {
  expect(f1({ right: 3, found: 4, gold: 6 })).toBeCloseTo(60, 10);
  expect(f1({ right: 0, found: 0, gold: 0 })).toBe(0);
});

test("a degree of latitude is about 111 km", () => {
  expect(distance({ latitude: 10, longitude: 20 }, { latitude: 11, longitude: 20 })).toBeCloseTo(111.2, 0);
});

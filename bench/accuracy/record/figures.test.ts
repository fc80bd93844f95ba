import { describe, expect, test } from "vitest";
import { sameFigure, sameUnit } from "./figures.ts";

describe("units", () => {
  for (const [gold, found] of [
    ["mortar pits", "pits"],
    ["people", "detainees"],
    ["wounded", "people"],
    ["people", "lives"],
    ["women", "people"],
    ["dollars", "USD"],
    ["km", "kilometres"],
    ["square kilometers", "square kilometres"],
    ["percent", "%"],
    ["dollars a barrel", "dollars a barrel"],
    ["trucks/day", "trucks a day"],
    ["rounds of talks", "rounds"],
    ["parties", "party"],
    [null, undefined],
  ])
    test(`${gold} is ${found}`, () => expect(sameUnit(gold, found)).toBe(true));

  for (const [gold, found] of [
    ["soldiers", "tanks"],
    ["soldiers", "civilians"],
    ["people", "trucks"],
    ["miles", "nautical miles"],
    ["metres", "cubic metres"],
    ["metres", "square metres"],
    ["barrels", "barrels a day"],
    ["dollars", "euros"],
    ["%", "percentage points"],
    ["people", undefined],
    [null, "people"],
  ])
    test(`${gold} is not ${found}`, () => expect(sameUnit(gold, found)).toBe(false));
});

describe("values", () => {
  const same = (gold: unknown, value: unknown, unit?: string, upTo?: number) =>
    sameFigure({ value: gold, unit }, { value, upTo });

  test("parts of one are numbers within rounding", () => {
    expect(same("1/3", 0.33)).toBe(true);
    expect(same("two thirds", 0.67)).toBe(true);
    expect(same("half", 0.5)).toBe(true);
    expect(same(0.333, 0.33)).toBe(true);
    expect(same("1/3", 0.3)).toBe(false);
    expect(same("a third", 3)).toBe(false);
  });

  test("whole numbers are the same or they are not", () => {
    expect(same(23, 23)).toBe(true);
    expect(same(23, 24)).toBe(false);
    expect(same(1, 0.999)).toBe(false);
  });

  test("a range is told by both ends", () => {
    expect(same("6/7", 6, "votes", 7)).toBe(true);
    expect(same("6/7", 6, "votes", 8)).toBe(false);
  });

  test("so many days are a duration", () => {
    expect(same(90, "P90D", "days")).toBe(true);
    expect(same(48, "PT48H", "hours")).toBe(true);
    expect(same(90, "P90W", "days")).toBe(false);
  });

  test("dates and words are no figures", () => {
    expect(same("2031-05", "2031-05")).toBeUndefined();
    expect(same("largest", "largest")).toBeUndefined();
  });
});

test("five months are no five minutes", () => {
  expect(sameFigure({ value: 5, unit: "months" }, { value: "P5M" })).toBe(true);
  expect(sameFigure({ value: 5, unit: "minutes" }, { value: "PT5M" })).toBe(true);
  expect(sameFigure({ value: 5, unit: "months" }, { value: "PT5M" })).toBe(false);
});

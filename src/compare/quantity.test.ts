import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ordinalOf } from "./number.ts";
import { compareQuantities, readQuantities } from "./quantity.ts";

/** One screen of cases: sentence => `value[..upTo] [bend] [unit]`, comma between several; `-` for none. */
const cases = readFileSync(new URL("./quantity.cases.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split(" => ") as [string, string]);

function show(text: string): string {
  const found = readQuantities(text).map((q) => {
    const range = q.upTo === undefined ? "" : `..${q.upTo}`;
    return [`${q.value}${range}`, q.bend === "exact" ? "" : q.bend, q.unit ?? ""].filter(Boolean).join(" ");
  });
  return found.length === 0 ? "-" : found.join(", ");
}

describe("quantities", () => {
  test("there are cases", () => expect(cases.length).toBeGreaterThan(30));
  for (const [text, expected] of cases) test(text, () => expect(show(text)).toBe(expected));

  test("the outer span takes in qualifier, currency sign and unit", () => {
    const text = "It lost more than $5 million in a week.";
    const [quantity] = readQuantities(text);
    expect(text.slice(quantity!.outerStart, quantity!.outerEnd)).toBe("more than $5 million");
  });
});

describe("ordinals", () => {
  test.each([
    ["third", 3],
    ["21st", 21],
    ["twenty-second", 22],
    ["second-third", undefined],
    ["Twelfth", 12],
    ["three", undefined],
  ])("%s", (word, value) => expect(ordinalOf(word)).toBe(value));
});

describe("may both hold", () => {
  const of = (text: string) => readQuantities(text)[0]!;
  test.each([
    ["20 %", "approximately 20 %", "same"],
    ["over two miles", "2.5 miles", "same"],
    ["over two miles", "3.5 miles", "soft"],
    ["at least 12", "14", "soft"],
    ["at least 12", "13", "same"],
    ["at least 12", "9", "conflict"],
    ["12", "14", "conflict"],
    ["nearly 400", "390", "same"],
    ["nearly 400", "410", "conflict"],
    ["10 to 15", "12", "same"],
    ["5 %", "5 km", "incomparable"],
  ])("%s / %s", (a, b, expected) => {
    expect(compareQuantities(of(a), of(b))).toBe(expected);
    expect(compareQuantities(of(b), of(a))).toBe(expected);
  });
});

import { expect, test } from "vitest";
import { isDerived } from "./state-adjectives.ts";

test.each([
  ["Karvelian", "Karvelia"],
  ["Belmarkian", "Belmark"],
  ["Tamori", "Tamor"],
  ["Ruvener", "Ruvenmark"],
])("%s is derived from %s", (adjective, name) => {
  expect(isDerived(adjective, name)).toBe(true);
});

test("a word with another beginning or another end is not derived", () => {
  expect(isDerived("Velden", "Karvelia")).toBe(false);
  expect(isDerived("Karvelox", "Karvelia")).toBe(false);
});

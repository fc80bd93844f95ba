import { expect, test } from "vitest";
import { contextOf } from "../context.fixture.ts";
import { actors } from "./actors.ts";

function cast(text: string) {
  return [...actors.extract(contextOf(text), {})];
}

const LAND = "Belmark's army moved north on Monday. Sorland's parliament voted for talks. ";
const called = (text: string, name: string) =>
  cast(LAND + text)
    .find((one) => one.name === name)
    ?.references.map((one) => one.text) ?? [];

test.each([
  ["The Belmarkian government rejected the offer.", "The Belmarkian government"],
  ["The government of Belmark rejected the offer.", "The government of Belmark"],
  [
    "Belmark's foreign minister, Odo Lund, left on Friday. His government rejected the offer.",
    "His government",
  ],
])("%s: the state itself", (text, phrase) => {
  expect(called(text, "Belmark")).toContain(phrase);
  expect(cast(LAND + text).some(({ kind, name }) => kind === "body" && /government/i.test(name))).toBe(false);
});

test("a government in exile is somebody else", () => {
  const text = "The Valley Government, which lives abroad, rejected the offer of Belmark.";
  expect(called(text, "Belmark")).not.toContain("The Valley Government");
});

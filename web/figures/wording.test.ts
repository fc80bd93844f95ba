import { expect, test } from "vitest";
import { differing } from "./wording.ts";

test("words that no other side has are marked, together with the space between them", () => {
  const parts = differing("It holds 340 captured soldiers.", ["It holds 304 soldiers"]);
  expect(parts.filter(({ isOwn }) => isOwn).map(({ text }) => text)).toEqual(["340 captured"]);
  expect(parts.map(({ text }) => text).join("")).toBe("It holds 340 captured soldiers.");
});

test("where nearly every word differs, nothing is marked; nothing at all stays nothing", () => {
  expect(differing("Talks went on", ["The bridge is shut"])).toEqual([
    { text: "Talks went on", isOwn: false },
  ]);
  expect(differing("", ["Talks"])).toEqual([]);
});

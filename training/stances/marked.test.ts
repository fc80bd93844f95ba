import { expect, test } from "vitest";
import { readMarked } from "./marked.ts";

test("marks are read as ranges of the text without them", () => {
  const { text, stances } = readMarked(
    "rejects;demands\t[1,2 Agron] spurned {1 the truce} and pressed for {2 a vote}.\tceasefire;",
    "x:1",
  );
  expect(text).toBe("Agron spurned the truce and pressed for a vote.");
  expect(
    stances.map(({ stance, content, issue }) => [stance, text.slice(content.start, content.end), issue]),
  ).toEqual([
    ["rejects", "the truce", "ceasefire"],
    ["demands", "a vote", undefined],
  ]);
});

test("a mark that is not closed is named with its line", () => {
  expect(() => readMarked("rejects\t[Agron spurned {the truce}.", "x:7")).toThrow(
    "x:7: a mark is not closed",
  );
});

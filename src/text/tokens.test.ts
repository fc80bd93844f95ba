import { describe, expect, it } from "vitest";
import { tokenise } from "./tokens.ts";

function tokensOf(text: string): string[] {
  const tokens = tokenise(text);
  return Array.from({ length: tokens.size }, (_, i) => text.slice(tokens.start[i], tokens.end[i]));
}

describe("tokenise", () => {
  it.each([
    ["They didn't, wouldn’t, can't.", ["They", "did", "n't", ",", "would", "n’t", ",", "ca", "n't", "."]],
    ["Belmark's envoys' plan", ["Belmark", "'s", "envoys", "'", "plan"]],
    [
      "It cannot be; we'll see: they’ve left",
      ["It", "can", "not", "be", ";", "we", "'ll", "see", ":", "they", "’ve", "left"],
    ],
    ["peace-keeping non-aligned ex-minister", ["peace", "-", "keeping", "non-aligned", "ex-minister"]],
    ["VELDEN/NORHAVN — talks", ["VELDEN", "/", "NORHAVN", "—", "talks"]],
    ["J.D. Marsh of the U.S. on Aug. 9", ["J.D.", "Marsh", "of", "the", "U.S.", "on", "Aug.", "9"]],
    ["It held.[3] Yes", ["It", "held", ".", "[", "3", "]", "Yes"]],
    ["$3.5bn, 20%, 4,000 men", ["$", "3.5", "bn", ",", "20", "%", ",", "4,000", "men"]],
    ["at 5pm on 9/11 at 14:30", ["at", "5", "pm", "on", "9/11", "at", "14:30"]],
    ["see https://a.example/b?c=1.", ["see", "https://a.example/b?c=1", "."]],
    ["mail desk@tidings.example, now", ["mail", "desk@tidings.example", ",", "now"]],
    ["“No,” he said ‘now’.", ["“", "No", ",", "”", "he", "said", "‘", "now", "’", "."]],
    ["What?! Well... no", ["What", "?!", "Well", "...", "no"]],
    ["a\u00a0b\u200bc", ["a", "b", "c"]],
    ["ended.Then", ["ended", ".", "Then"]],
    ["the 1990s and the '90s", ["the", "1990s", "and", "the", "'90s"]],
    ["O'Dell and D’Arcy", ["O'Dell", "and", "D’Arcy"]],
    ["🕊️👩🏽‍🚒 ok", ["🕊️", "👩🏽‍🚒", "ok"]],
    ["cafe\u0301 naïve", ["cafe\u0301", "naïve"]],
  ])("%s", (text, expected) => {
    expect(tokensOf(text)).toEqual(expected);
  });

  it("reads a part of a text with offsets into the whole", () => {
    const tokens = tokenise("one two three", 4, 7);
    expect([tokens.size, tokens.start[0], tokens.end[0]]).toEqual([1, 4, 7]);
  });

  it("is linear in long runs", () => {
    for (const text of [
      "a.".repeat(200_000),
      "-a".repeat(200_000),
      "1,".repeat(200_000),
      "@a".repeat(100_000),
      "a'".repeat(200_000),
    ]) {
      const started = performance.now();
      tokenise(text);
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });
});

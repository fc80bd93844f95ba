import { expect, test } from "vitest";
import type { Stance } from "../../record/position.ts";
import type { Reading } from "../../record/reading.ts";
import { isAdrift } from "../stand.ts";
import { doing, isConditional, verbOf, wantingOf } from "./wanting.ts";

/** "Stance verb + joint + words" for a content that stands in a sentence. */
function put(stance: Stance, sentence: string, content: string, quoteText = sentence): string {
  const start = sentence.indexOf(quoteText);
  const quote = { start, end: start + quoteText.length, text: quoteText };
  const reading = { report: { text: sentence } } as unknown as Reading;
  const stand = { stance, content, evidence: [{ report: "r", finding: "f", quote }] };
  const wanting = wantingOf({ readingOf: new Map([["r", reading]]) }, stand);
  return `${verbOf(stand, wanting)}${wanting.joint} ${wanting.words}`;
}

test.each<[Stance, string, string, string]>([
  ["rejects", "Ostmark refuses to reopen the pass", "to reopen the pass", "refuses to reopen the pass"],
  [
    "rejects",
    "Ostmark will not let Lorvia keep the pass",
    "to keep the pass",
    "rejects: Ostmark will not let Lorvia keep the pass",
  ],
  ["supports", "Ostmark welcomed the idea of an open border", "of an open border", "supports an open border"],
  [
    "demands",
    "Lorvia insists that the pass must stay open",
    "that the pass must stay open",
    "demands that the pass must stay open",
  ],
  ["offers", "Lorvia would open the pass and keep a truce", "keep a truce", "offers to keep a truce"],
  [
    "opposes",
    "Lorvia said that the line must not be moved",
    "the line must not be moved",
    "opposes: Lorvia said that the line must not be moved",
  ],
])("%s: %s", (stance, sentence, content, expected) => {
  expect(put(stance, sentence, content)).toBe(expected);
});

test("a mark that the quote opens is closed with the report's own", () => {
  expect(put("demands", 'They said that "the pass must stay open."', 'that "the pass must stay open')).toBe(
    "demands that the pass must stay open",
  );
  expect(put("demands", 'They want the "old line." Now.', 'the "old line', 'They want the "old line')).toBe(
    'demands the "old line."',
  );
});

test("words that hang on a verb of place are adrift", () => {
  expect(isAdrift("at talks in Karst")).toBe(true);
  expect(isAdrift("talks in Karst")).toBe(false);
});

test("a shift says what was done and what is done", () => {
  const reading = { report: { text: "Ostmark refuses to come" } } as unknown as Reading;
  const quote = { start: 0, end: 23, text: "Ostmark refuses to come" };
  expect(
    doing(
      { readingOf: new Map([["r", reading]]) },
      {
        stance: "rejects",
        content: "to come",
        evidence: [{ report: "r", finding: "f", quote }],
      },
    ),
  ).toBe("refusing “to come”");
});

test("a condition behind the words is seen", () => {
  const text = "Lorvia offered to open the pass, provided that Ostmark disarms.";
  const reading = { report: { text } } as unknown as Reading;
  const stand = (content: string) => {
    const start = text.indexOf(content);
    const quote = { start, end: start + content.length, text: content };
    return { stance: "offers" as const, content, evidence: [{ report: "r", finding: "f", quote }] };
  };
  const telling = { readingOf: new Map([["r", reading]]) };
  expect(isConditional(telling, stand("to open the pass"))).toBe(true);
  expect(isConditional(telling, stand("to open"))).toBe(false);
});

test("who said it is no part of what was said", () => {
  const sentence = `"We must have the pass back," Ral Tenn, the premier, said.`;
  const said = put("demands", sentence, `We must have the pass back," Ral Tenn, the premier`);
  expect(said).toContain("We must have the pass back");
  expect(said).not.toContain("Ral Tenn");
});

test("a demand that is dropped gives way", () => {
  const sentence = "Lorvia has dropped its demand that the pass stay open";
  expect(put("accepts", sentence, "that the pass stay open")).toMatch(/^gives way:/);
});

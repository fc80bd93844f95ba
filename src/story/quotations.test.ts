import { describe, expect, test } from "vitest";
import { turned, turnsInWords } from "./quotations/align.ts";
import { tell } from "./tell.ts";
import { Teller } from "./teller.ts";

function told(outlet: string, day: string, sentence: string, content: string, speaker = "Mira Dohl") {
  return new Teller(outlet, day, sentence)
    .actor(speaker, "person")
    .statement(speaker, sentence, content)
    .reading();
}

const full = told(
  "North",
  "2031-04-04",
  "Mira Dohl said: “We will open the sluices on Monday, but only if the guns stay silent.”",
  "“We will open the sluices on Monday, but only if the guns stay silent.”",
);

function kindsOf(...readings: ReturnType<typeof told>[]) {
  const [quotation, ...others] = tell([full, ...readings]).quotations();
  expect(others).toEqual([]);
  return quotation?.variants.map(({ kind, parts }) => [kind, ...turnsInWords(parts)]);
}

describe("one statement in several wordings", () => {
  test("what an outlet trims is shown", () => {
    const trimmed = told(
      "South",
      "2031-04-05",
      "“We will open the sluices on Monday,” Mira Dohl said.",
      "“We will open the sluices on Monday,”",
    );
    expect(kindsOf(trimmed)).toEqual([
      ["in full"],
      ["trimmed", "leaves out “but only if the guns stay silent.”"],
    ]);
  });

  test("what an outlet changes inside the quotation marks is shown word by word", () => {
    const changed = told(
      "East",
      "2031-04-05",
      "Mira Dohl vowed: “We will open the gates on Monday, but only if the guns stay silent.”",
      "“We will open the gates on Monday, but only if the guns stay silent.”",
    );
    expect(kindsOf(changed)).toEqual([["in full"], ["changed", "has “gates” for “sluices”"]]);
  });

  test("what an outlet tells in words of its own is a paraphrase", () => {
    const paraphrase = told(
      "West",
      "2031-04-05",
      "Mira Dohl promised that the sluices would be opened on Monday if the guns were silent.",
      "the sluices would be opened on Monday if the guns were silent",
    );
    expect(kindsOf(paraphrase)).toEqual([["in full"], ["paraphrased"]]);
  });

  test("the same words are one wording of several reports", () => {
    const again = told(
      "South",
      "2031-04-05",
      "Said Mira Dohl: “We will open the sluices on Monday, but only if the guns stay silent”.",
      "“We will open the sluices on Monday, but only if the guns stay silent”",
    );
    const [quotation] = tell([full, again]).quotations();
    expect(quotation?.variants).toHaveLength(1);
    expect(quotation?.variants[0]?.evidence).toHaveLength(2);
    expect(quotation?.corroboration.origins).toHaveLength(1);
  });

  test("what others say, or the same person on another matter, is another statement", () => {
    const other = told(
      "South",
      "2031-04-05",
      "Ral Tenn said: “We will open no gates.”",
      "“We will open no gates.”",
      "Ral Tenn",
    );
    const matter = told(
      "East",
      "2031-04-05",
      "Mira Dohl said: “Nobody asked us about fish.”",
      "“Nobody asked us about fish.”",
    );
    expect(tell([full, other, matter]).quotations()).toEqual([]);
  });
});

test("a reworded quotation stands in the brief, with footnotes to both wordings", () => {
  const changed = told(
    "East",
    "2031-04-05",
    "Mira Dohl vowed: “We will open the gates on Monday, but only if the guns stay silent.”",
    "“We will open the gates on Monday, but only if the guns stay silent.”",
  );
  const brief = tell([full, changed]).brief();
  const section = brief.sections.find(({ heading }) => heading === "What was quoted in several wordings");
  expect(section?.sentences[0]?.text).toMatch(/Mira Dohl.*East has “gates” for “sluices”/);
  expect(section?.sentences[0]?.footnotes).toHaveLength(2);
});

test("parts put together give the wording, and the fullest one", () => {
  const parts = turned("the water will flow and the guns will rest", "water will flow, but the guns rest");
  const without = (left: string) =>
    parts.flatMap(({ kind, text }) => (kind === left ? [] : (text.match(/\p{L}+/gu) ?? [])));
  expect(without("left out").join(" ")).toBe("water will flow but the guns rest");
  expect(without("added").join(" ")).toBe("the water will flow and the guns will rest");
});

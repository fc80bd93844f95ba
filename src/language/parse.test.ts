import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Doc, deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "./doc.ts";
import { parse } from "./parse.ts";

const cases = readFileSync(join(import.meta.dirname, "../text/sentences.cases.txt"), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.replaceAll("⏎", "\n"));

function sentencesOf(doc: Doc): string[] {
  return Array.from({ length: doc.sentences.length - 1 }, (_, s) =>
    doc.text.slice(doc.start[doc.sentences[s]!], doc.end[doc.sentences[s + 1]! - 1]),
  );
}

function row(
  doc: Doc,
  word: string,
): { lemma: string; upos: string; xpos: string; deprel: string; head: string } {
  const i = Array.from({ length: doc.size }, (_, at) => wordOf(doc, at)).indexOf(word);
  const head = doc.head[i]!;
  return {
    lemma: lemmaOf(doc, i),
    upos: uposOf(doc, i),
    xpos: xposOf(doc, i),
    deprel: deprelOf(doc, i),
    head: head < 0 ? "" : wordOf(doc, head),
  };
}

/** What must hold of every analysis, whatever the text. */
function expectWhole(doc: Doc): void {
  let before = 0;
  for (let i = 0; i < doc.size; i += 1) {
    expect(doc.start[i]).toBeGreaterThanOrEqual(before);
    expect(doc.end[i]).toBeGreaterThan(doc.start[i]!);
    before = doc.end[i]!;
  }
  expect(before).toBeLessThanOrEqual(doc.text.length);
  for (let s = 0; s + 1 < doc.sentences.length; s += 1) {
    const [first, last] = [doc.sentences[s]!, doc.sentences[s + 1]!];
    const heads = Array.from(doc.head.subarray(first, last));
    expect(heads.filter((head) => head === -1)).toHaveLength(1);
    heads.forEach((_, k) => {
      let at = first + k;
      let steps = 0;
      while (at !== -1 && steps <= last - first) {
        expect(at >= first && at < last).toBe(true);
        at = doc.head[at]!;
        steps += 1;
      }
      expect(at).toBe(-1);
    });
  }
}

describe("sentences", () => {
  it.each(cases)("%s", (line) => {
    const expected = line.split("‖").map((part) => part.trim());
    expect(sentencesOf(parse(expected.length === 0 ? "" : line.replaceAll("‖", "")))).toEqual(expected);
  });
});

describe("parse", () => {
  it("tags, lemmatises and parses", () => {
    const doc = parse("The envoys of Belmark were invited by the council, which didn’t meet.");
    expect(row(doc, "envoys")).toEqual({
      lemma: "envoy",
      upos: "NOUN",
      xpos: "NNS",
      deprel: "nsubj:pass",
      head: "invited",
    });
    expect(row(doc, "invited")).toEqual({
      lemma: "invite",
      upos: "VERB",
      xpos: "VBN",
      deprel: "root",
      head: "",
    });
    expect(row(doc, "council")).toMatchObject({ deprel: "obl:agent", head: "invited" });
    expect(row(doc, "n’t")).toMatchObject({ lemma: "not", upos: "PART", deprel: "advmod", head: "meet" });
    expect(row(doc, "meet")).toMatchObject({ lemma: "meet", deprel: "acl:relcl", head: "council" });
  });

  it("reads only inside the given parts and never across them", () => {
    const text = "Talks resume SHARE THIS in Velden";
    const doc = parse(text, {
      within: [
        { start: 0, end: 12 },
        { start: 23, end: text.length },
      ],
    });
    expect(sentencesOf(doc)).toEqual(["Talks resume", "in Velden"]);
  });

  it("reads nothing as nothing", () => {
    expect(parse("").size).toBe(0);
    expect(parse(" \n\u200b\u00a0 ").size).toBe(0);
    expect(parse("x", { within: [] }).sentences).toHaveLength(1);
  });

  it("gives the same bits twice", () => {
    const text =
      "If the guns fall silent, the envoys said, Norhavn would open three crossings within a week.";
    expect(parse(text)).toEqual(parse(text));
  });

  it("keeps its footing on hostile text", () => {
    const pieces = [
      "a",
      "B.",
      " ",
      "\n",
      "\n\n",
      "“",
      "”",
      "'s",
      "’",
      "…",
      "[3]",
      "é",
      "e\u0301",
      "🕊️",
      "👩🏽‍🚒",
      "\u200b",
      "\u00a0",
      "\u0000",
      "\ud800",
      "ש",
      "ام",
      "-",
      "—",
      "http://x.y/",
      "@",
      "3,5",
      "n't",
      ".",
      "!",
      "?",
      "(",
      ")",
      "U.S.",
      "said",
      "the",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
        expectWhole(parse(parts.join("")));
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it("finds planted words at their place", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("🕊️", "…", "“", "\u00a0", "ש", "—", "word"), { maxLength: 12 }),
        (noise) => {
          const before = `${noise.join(" ")} `;
          const doc = parse(`${before}Velden agreed.`);
          const at = Array.from(doc.start).indexOf(before.length);
          expect(at).toBeGreaterThanOrEqual(0);
          expect(wordOf(doc, at)).toBe("Velden");
          expectWhole(doc);
        },
      ),
      { numRuns: 100, seed: 7 },
    );
  });

  it("takes a token of a million characters and a sentence of a hundred thousand words", () => {
    expectWhole(parse(`The ${"x".repeat(1_000_000)} met.`));
    expectWhole(parse("-".repeat(200_000)));
    expect(parse("the envoys met and ".repeat(25_000)).size).toBe(100_000);
  }, 120_000);
});

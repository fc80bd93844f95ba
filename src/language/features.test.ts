import { describe, expect, it } from "vitest";
import { type Doc, UPOS } from "./doc.ts";
import { featuresOf } from "./features.ts";

/** A sentence with tags and heads as given: word, UPOS, Penn tag, head, relation. */
function sentence(...rows: readonly (readonly [string, string, string, number, string])[]): Doc {
  const text = rows.map(([word]) => word).join(" ");
  let at = 0;
  const start = rows.map(([word]) => {
    const from = at;
    at += word.length + 1;
    return from;
  });
  const xposNames = [...new Set(rows.map(([, , tag]) => tag))];
  const deprelNames = [...new Set(rows.map(([, , , , name]) => name))];
  return {
    text,
    size: rows.length,
    start: Int32Array.from(start),
    end: Int32Array.from(rows, ([word], i) => start[i]! + word.length),
    words: rows.map(([word]) => word),
    lowerWords: rows.map(([word]) => word.toLowerCase()),
    upos: Uint8Array.from(rows, ([, tag]) => UPOS.indexOf(tag as (typeof UPOS)[number])),
    xpos: Uint8Array.from(rows, ([, , tag]) => xposNames.indexOf(tag)),
    xposNames,
    head: Int32Array.from(rows, ([, , , head]) => head),
    deprel: Uint8Array.from(rows, ([, , , , name]) => deprelNames.indexOf(name)),
    deprelNames,
    lemma: new Int32Array(rows.length),
    lemmaNames: [""],
    sentence: new Int32Array(rows.length),
    sentences: Int32Array.of(0, rows.length),
  };
}

describe("featuresOf", () => {
  const doc = sentence(
    ["She", "PRON", "PRP", 2, "nsubj:pass"],
    ["was", "AUX", "VBD", 2, "aux:pass"],
    ["invited", "VERB", "VBN", -1, "root"],
    ["by", "ADP", "IN", 6, "case"],
    ["the", "DET", "DT", 6, "det"],
    ["visiting", "VERB", "VBG", 6, "amod"],
    ["envoys", "NOUN", "NNS", 2, "obl:agent"],
  );

  it("reads number, person, case and gender of pronouns", () => {
    expect(featuresOf(doc, 0)).toEqual({
      PronType: "Prs",
      Case: "Nom",
      Gender: "Fem",
      Number: "Sing",
      Person: "3",
    });
  });

  it("tells a passive participle by its auxiliary", () => {
    expect(featuresOf(doc, 1)).toEqual({ Mood: "Ind", VerbForm: "Fin", Tense: "Past" });
    expect(featuresOf(doc, 2)).toEqual({ Tense: "Past", VerbForm: "Part", Voice: "Pass" });
  });

  it("tells a participle from a gerund", () => {
    expect(featuresOf(doc, 5)).toEqual({ Tense: "Pres", VerbForm: "Part" });
    const gerund = sentence(["Talking", "VERB", "VBG", 1, "csubj"], ["helps", "VERB", "VBZ", -1, "root"]);
    expect(featuresOf(gerund, 0)).toEqual({ VerbForm: "Ger" });
  });

  it("gives articles their definiteness and prepositions nothing", () => {
    expect(featuresOf(doc, 4)).toEqual({ Definite: "Def", PronType: "Art" });
    expect(featuresOf(doc, 3)).toEqual({});
    expect(featuresOf(doc, 6)).toEqual({ Number: "Plur" });
  });
});

import { describe, expect, it } from "vitest";
import { type LemmaModel, lemmatise } from "./lemmas.ts";

const model: LemmaModel = {
  exceptions: new Map([
    ["VBD went", "go"],
    ["NNS men", "man"],
    ["VBD drew", "draw"],
  ]),
  bases: new Set(["plan", "make", "sign", "tell", "agree", "bus", "increase", "emerge", "large", "refer"]),
};

describe("lemmatise", () => {
  it.each([
    ["planned", "VBD", "plan"],
    ["making", "VBG", "make"],
    ["Signing", "VBG", "sign"],
    ["telling", "VBG", "tell"],
    ["agreed", "VBN", "agree"],
    ["referred", "VBN", "refer"],
    ["tries", "VBZ", "try"],
    ["increases", "VBZ", "increase"],
    ["buses", "NNS", "bus"],
    ["churches", "NNS", "church"],
    ["condenses", "VBZ", "condense"],
    ["series", "NNS", "series"],
    ["larger", "JJR", "large"],
    ["busiest", "JJS", "busy"],
    ["reemerged", "VBD", "reemerge"],
    ["denounced", "VBD", "denounce"],
    ["deploring", "VBG", "deplore"],
    ["slammed", "VBD", "slam"],
    ["went", "VBD", "go"],
    ["underwent", "VBD", "undergo"],
    ["withdrew", "VBD", "withdraw"],
    ["MEN", "NNS", "man"],
    ["Norhavn", "NNP", "Norhavn"],
    ["Belmarkers", "NNPS", "Belmarker"],
    ["’s", "POS", "'s"],
    ["Talks", "NN", "talks"],
  ])("%s as %s is %s", (word, tag, lemma) => {
    expect(lemmatise(model, word, tag)).toBe(lemma);
  });

  it("leaves very long words as they are", () => {
    const word = "X".repeat(5000);
    expect(lemmatise(model, word, "NNS")).toBe(word);
  });
});

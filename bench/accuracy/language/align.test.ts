import { describe, expect, it } from "vitest";
import { type Analysis, addCounts, type Counts, f1, noCounts } from "./align.ts";

/** "He can't go." with gold words He | ca | n't | go | . */
const gold: Analysis = {
  start: [0, 3, 5, 9, 11],
  end: [2, 5, 8, 11, 12],
  sentences: [0, 5],
  upos: ["PRON", "AUX", "PART", "VERB", "PUNCT"],
  head: [3, 3, 3, -1, 3],
  deprel: ["nsubj", "aux", "advmod", "root", "punct"],
};

function scored(system: Analysis): Counts {
  const counts = noCounts();
  addCounts(gold, system, counts);
  return counts;
}

describe("scores after CoNLL 2018", () => {
  it("gives 100 to the gold analysis", () => {
    for (const name of ["tokens", "sentences", "UPOS", "UAS", "LAS"] as const)
      expect(f1(scored(gold)[name])).toBe(100);
  });

  it("counts words that were not parted as wrong, and what hangs on them", () => {
    // He | can't | go | .  with "go" hung on the fused word.
    const counts = scored({
      start: [0, 3, 9, 11],
      end: [2, 8, 11, 12],
      sentences: [0, 4],
      upos: ["PRON", "AUX", "VERB", "PUNCT"],
      head: [2, -1, 1, 2],
      deprel: ["nsubj", "root", "xcomp", "punct"],
    });
    // Three of four system words stand in the gold, which has five: F1 = 2 · 3 / 9.
    expect(counts.tokens).toEqual({ right: 3, gold: 5, system: 4 });
    expect(f1(counts.tokens)).toBeCloseTo(66.67, 2);
    expect(counts.UPOS.right).toBe(3);
    // He and the full stop hang on "go" as they should; "go" does not.
    expect(counts.UAS.right).toBe(2);
    expect(counts.LAS.right).toBe(2);
  });

  it("compares relations without subtype for LAS, with it apart", () => {
    const counts = scored({ ...gold, deprel: ["nsubj:pass", "aux", "advmod", "root", "obj"] });
    expect(counts.UAS.right).toBe(5);
    expect(counts.LAS.right).toBe(4);
    expect(counts["LAS with subtypes"].right).toBe(3);
  });

  it("counts a sentence only where both ends are right", () => {
    const counts = scored({ ...gold, sentences: [0, 4, 5] });
    expect(counts.sentences).toEqual({ right: 0, gold: 1, system: 2 });
    expect(counts.tokens.right).toBe(5);
  });

  it("does not score what the system does not give", () => {
    const counts = scored({ start: [0], end: [2], sentences: [0, 1] });
    expect(counts.UPOS.gold).toBe(0);
    expect(counts.tokens).toEqual({ right: 1, gold: 5, system: 1 });
    expect(f1({ right: 0, gold: 0, system: 0 })).toBe(0);
  });
});

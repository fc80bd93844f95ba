import { describe, expect, it } from "vitest";
import {
  addDocument,
  bCubed,
  bestAssignment,
  ceafE,
  conllF1,
  emptyCoreference,
  muc,
  rates,
} from "./coreference.ts";

const clusters = (text: string) => text.split(" | ").map((cluster) => cluster.split(" "));

describe("MUC", () => {
  // Two links hold the parts of the key together where three would hold the whole: recall 2/3 each way round.
  it("counts the links that are missing", () => {
    const tally = muc(clusters("a b c d"), clusters("a b | c d"));
    expect(rates(tally)).toMatchObject({ precision: 1, recall: 2 / 3 });
  });
  it("takes a mention that the other side lacks for a part of its own", () => {
    expect(rates(muc(clusters("a b c"), clusters("a b"))).recall).toBe(1 / 2);
    expect(rates(muc(clusters("a b"), clusters("a b x"))).precision).toBe(1 / 2);
  });
});

// The example of Bagga and Baldwin (1998): twelve mentions, and two responses that each join two of three entities.
const key = clusters("1 2 3 4 5 | 6 7 | 8 9 A B C");
const joinsSmall = clusters("1 2 3 4 5 | 6 7 8 9 A B C");
const joinsLarge = clusters("1 2 3 4 5 8 9 A B C | 6 7");

describe("B³", () => {
  it("punishes joining two large entities more than joining a small one", () => {
    expect(rates(bCubed(key, joinsSmall)).precision).toBeCloseTo((5 + (2 * 2) / 7 + (5 * 5) / 7) / 12, 12);
    expect(rates(bCubed(key, joinsLarge)).precision).toBeCloseTo((5 / 2 + 5 / 2 + 2) / 12, 12);
    expect(rates(bCubed(key, joinsLarge)).recall).toBe(1);
  });
  it("is blind to the difference where MUC is", () => {
    expect(rates(muc(key, joinsSmall)).precision).toBeCloseTo(9 / 10, 12);
    expect(rates(muc(key, joinsLarge)).precision).toBeCloseTo(9 / 10, 12);
  });
});

describe("CEAFe", () => {
  it("pairs entities one to one", () => {
    // 1–5 with itself: 1; the joined entity with its larger half: 2·5 ÷ (5+7).
    const { precision, recall } = rates(ceafE(key, joinsSmall));
    expect(precision).toBeCloseTo((1 + 10 / 12) / 2, 12);
    expect(recall).toBeCloseTo((1 + 10 / 12) / 3, 12);
  });
  it("finds the assignment that sums to the most, where the greedy one does not", () => {
    expect(
      bestAssignment([
        [5, 4],
        [4, 0],
      ]),
    ).toBe(8);
    expect(bestAssignment([[1], [3], [2]])).toBe(3);
    expect(
      bestAssignment([
        [0, 2, 1],
        [2, 3, 0],
      ]),
    ).toBe(4);
  });
});

describe("the mean", () => {
  it("is 1 for the key itself and leaves out entities of one mention", () => {
    const tally = emptyCoreference();
    addDocument(tally, key, [...key, ["x"]]);
    expect(conllF1(tally)).toBe(1);
  });
  it("is 0 where nothing is joined", () => {
    const tally = emptyCoreference();
    addDocument(tally, key, []);
    expect(conllF1(tally)).toBe(0);
  });
  it("sums documents before dividing", () => {
    const tally = emptyCoreference();
    addDocument(tally, clusters("a b"), clusters("a b"));
    addDocument(tally, clusters("c d e f"), clusters("c d | e f"));
    expect(rates(tally.muc).recall).toBe(3 / 4);
  });
});

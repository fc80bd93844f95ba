import { describe, expect, it } from "vitest";
import { decodeWeights, encodeWeights } from "./weights.ts";

const pack = (weight: number, place: number): number => (weight << 8) | place;

describe("weights", () => {
  const keys = Int32Array.of(-5, 77, 3);
  const starts = Int32Array.of(0, 2, 3, 5);
  const runs = Int32Array.of(pack(10, 0), pack(-300, 4), pack(1, 2), pack(70_000, 1), pack(-1, 4));
  const bytes = encodeWeights(keys, starts, runs);

  it("adds up what was written, and nothing for a feature that is not there", () => {
    const scores = new Int32Array(5).fill(9);
    decodeWeights(bytes).score(Int32Array.of(3, 1234, -5), 3, scores);
    expect(Array.from(scores)).toEqual([10, 70_000, 0, 0, -301]);
  });

  it("counts only the features it is told of", () => {
    const scores = new Int32Array(5);
    decodeWeights(bytes).score(Int32Array.of(77, 3), 1, scores);
    expect(Array.from(scores)).toEqual([0, 0, 1, 0, 0]);
  });

  it("gives the same bytes in any order of keys", () => {
    const other = encodeWeights(
      Int32Array.of(3, -5, 77),
      Int32Array.of(0, 2, 4, 5),
      Int32Array.of(pack(70_000, 1), pack(-1, 4), pack(10, 0), pack(-300, 4), pack(1, 2)),
    );
    expect(other).toEqual(bytes);
  });

  it("refuses what is no weights file, or cut short", () => {
    expect(() => decodeWeights(new Uint8Array(40))).toThrow("not a weights file");
    expect(() => decodeWeights(bytes.slice(0, -1))).toThrow("cut short");
  });
});

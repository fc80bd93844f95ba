import { describe, expect, it } from "vitest";
import { bestTree } from "./tree.ts";

/** Heads of the best tree; `rows[i][j]` is the score of j as head of i, the last column that of the root. */
function headsOf(rows: readonly (readonly number[])[]): number[] {
  const size = rows.length;
  const scores = Float32Array.from(rows.flatMap((row) => row.slice(0, size)));
  const head = new Int32Array(size);
  bestTree(
    scores,
    size,
    Float32Array.from(rows, (row) => row[size]!),
    size,
    head,
  );
  return Array.from(head);
}

describe("bestTree", () => {
  it("takes the best head of each word where that is a tree", () => {
    expect(
      headsOf([
        [0, 9, 1, 2],
        [1, 0, 1, 9],
        [1, 9, 0, 2],
      ]),
    ).toEqual([1, 3, 1]);
  });

  it("has one root only", () => {
    // Both words want the root; the first loses less by going without.
    expect(
      headsOf([
        [0, 8, 9],
        [1, 0, 9],
      ]),
    ).toEqual([1, 2]);
  });

  it("opens a cycle where it costs least", () => {
    // 0 and 1 hold each other; 2 is the root; 1 gives up less.
    expect(
      headsOf([
        [0, 9, 2, 0],
        [8, 0, 6, 0],
        [0, 0, 0, 9],
      ]),
    ).toEqual([1, 2, 3]);
  });

  it("hangs a single word on the root", () => {
    expect(headsOf([[0, 5]])).toEqual([1]);
  });

  it("always gives a tree", () => {
    let state = 9;
    for (let round = 0; round < 300; round += 1) {
      const size = 1 + (round % 12);
      const rows = Array.from({ length: size }, () =>
        Array.from({ length: size + 1 }, () => {
          state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
          return state % 50;
        }),
      );
      const head = headsOf(rows);
      expect(head.filter((parent) => parent === size)).toHaveLength(1);
      for (let i = 0; i < size; i += 1) {
        let at = i;
        for (let step = 0; step < size && at !== size; step += 1) at = head[at]!;
        expect(at).toBe(size);
      }
    }
  });
});

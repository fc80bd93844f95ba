import { describe, expect, it } from "vitest";
import { Matrices } from "./kernel.ts";

/** Numbers between -1 and 1, the same on each run. */
function fill(x: Float32Array, seed: number): Float32Array {
  let state = seed;
  return x.map(() => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x40000000 - 1;
  });
}

describe("matrices", () => {
  it.each([
    [4, 7, 8],
    [5, 3, 16],
    [12, 128, 24],
  ])("multiplies %i × %i by %i columns", (n, k, m) => {
    const matrices = new Matrices(20_000);
    const a = matrices.room(((n + 3) & ~3) * k);
    const b = matrices.room(k * m);
    const c = matrices.room(((n + 3) & ~3) * m);
    a.set(fill(a, 1));
    b.set(fill(b, 2));
    c.fill(0.5);
    matrices.addProduct(a, b, c, n, k, m);
    for (let i = 0; i < n; i += 1) {
      for (let j = 0; j < m; j += 1) {
        let sum = 0.5;
        for (let p = 0; p < k; p += 1) sum += a[i * k + p]! * b[p * m + j]!;
        expect(c[i * m + j]).toBeCloseTo(sum, 4);
      }
    }
  });

  it("runs a gated memory both ways, and no further than the sentence", () => {
    const memory = 8;
    const rows = 5;
    const matrices = new Matrices(10_000);
    const gates = matrices.room(rows * 4 * memory);
    const out = matrices.room(rows * 2 * memory);
    gates.set(fill(gates, 3));
    const [first, last] = [1, 4];
    matrices.remember(gates, out, first, last, memory);
    const squash = (x: number): number => x / (1 + Math.abs(x));
    for (const side of [0, 1]) {
      for (let k = 0; k < memory; k += 1) {
        let h = 0;
        for (let step = 0; step < last - first; step += 1) {
          const row = side === 0 ? first + step : last - 1 - step;
          const at = row * 4 * memory + side * 2 * memory + k;
          h += (0.5 + 0.5 * squash(gates[at]!)) * (squash(gates[at + memory]!) - h);
          expect(out[row * 2 * memory + side * memory + k]).toBeCloseTo(h, 5);
        }
      }
    }
    expect(Array.from(out.subarray(0, 2 * memory)).every((value) => value === 0)).toBe(true);
    expect(Array.from(out.subarray(last * 2 * memory)).every((value) => value === 0)).toBe(true);
  });

  it("refuses more than its memory holds", () => {
    expect(() => new Matrices(10).room(1_000_000)).toThrow(RangeError);
  });
});

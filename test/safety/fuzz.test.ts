/** Two thousand damaged inputs; a seed that fails is run again by `npm run bench -- fuzz --n 1 --show SEED`. */
import { expect, test } from "vitest";
import { caseOf, tried } from "../../bench/fuzz/fuzz.ts";
import { kinds } from "../../bench/fuzz/seeds.ts";

const INPUTS = 2_000;
const BATCH = 500;

test("sound inputs of every format are read without fault", async () => {
  for (const { name, whole } of kinds) {
    const { faults, reports } = await tried({ seed: 1, kind: name, bytes: whole, siblings: [] });
    expect([name, faults]).toEqual([name, []]);
    expect(reports).toBeGreaterThan(0);
  }
});

test.each(Array.from({ length: INPUTS / BATCH }, (_, i) => i * BATCH))(
  "seeds from %i on",
  async (first) => {
    const failed: string[] = [];
    for (let seed = first; seed < first + BATCH; seed++) {
      const one = caseOf(seed);
      const { faults } = await tried(one);
      if (faults.length > 0) failed.push(`seed ${seed}, ${one.kind}: ${faults.join("; ")}`);
    }
    expect(failed).toEqual([]);
  },
  600_000,
);

test("the same seed is the same input", () => {
  expect(caseOf(1234)).toEqual(caseOf(1234));
  expect(caseOf(1234).bytes).not.toEqual(caseOf(1245).bytes);
});

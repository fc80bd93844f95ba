/** `npm run bench -- fuzz --n 20000`: damaged inputs of every format; `--show N` begins at seed N. */
import type { Options, Result, Row } from "../bench.ts";
import { caseOf, tried } from "./fuzz.ts";
import { kinds } from "./seeds.ts";

const INPUTS = 2_000;
const SHOWN = 20;

export async function run(options: Options): Promise<Result> {
  const n = options.n ?? INPUTS;
  const first = Number(options.show ?? 0);
  const count = new Map(
    kinds.map(({ name }) => [name, { inputs: 0, reports: 0, faults: 0, slowest: 0, at: 0 }]),
  );
  const notes: string[] = [];
  for (let seed = first; seed < first + n; seed++) {
    const one = caseOf(seed);
    const { reports, ms, faults } = await tried(one);
    const sum = count.get(one.kind)!;
    sum.inputs++;
    sum.reports += reports;
    sum.faults += faults.length > 0 ? 1 : 0;
    if (ms > sum.slowest) [sum.slowest, sum.at] = [ms, seed];
    if (faults.length > 0 && notes.length < SHOWN) notes.push(`seed ${seed}, ${one.kind}: ${faults[0]}`);
  }
  const rows: Row[] = [...count].flatMap(([data, { inputs, reports, faults, slowest }]) => [
    { metric: "inputs with a fault", data, value: faults, n: inputs, unit: "" },
    { metric: "reports read", data, value: reports, n: inputs, unit: "" },
    { metric: "slowest", data, value: slowest, n: inputs, unit: "ms" },
  ]);
  const slow = [...count].sort(([, a], [, b]) => b.slowest - a.slowest)[0];
  notes.push(`seeds ${first} to ${first + n - 1}; the slowest was seed ${slow?.[1].at} (${slow?.[0]})`);
  return { bench: "fuzz", rows, notes };
}

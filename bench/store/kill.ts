/** `npm run bench -- store-kill [--n KILLS]`: ingest is killed a hundred times on each engine; what is left is whole. */
import { testEngines } from "../../test/store/engines.ts";
import { killed } from "../../test/store/kill.ts";
import type { Options, Result, Row } from "../bench.ts";

const KILLS = 100;

export async function run(options: Options): Promise<Result> {
  const kills = options.n ?? KILLS;
  const rows: Row[] = [];
  const notes: string[] = [];
  for (const engine of await testEngines()) {
    const { acknowledged, faults } = await killed(await engine.fresh(), kills, 362_436_069);
    const row = (metric: string, value: number, n: number) =>
      rows.push({ metric, data: engine.name, value, n, unit: "" });
    row("kills", kills, kills);
    row("reports acknowledged", acknowledged, kills);
    row("faults", faults.length, acknowledged);
    notes.push(...faults.map((fault) => `${engine.name}: ${fault}`));
    await engine.stop();
  }
  return { bench: "store-kill", rows, notes };
}

/**
 * A process that adds generated reports until it is killed: `node ingest.ts WHERE FROM TO`.
 * It says the number of each report that the store has acknowledged, a line each.
 */
import { writeSync } from "node:fs";
import { entries } from "../../bench/store/generate.ts";
import { openStore } from "../../src/store/open.ts";

const [where, from, to] = process.argv.slice(2);
const store = await openStore(where!, "test", true);
let number = Number(from);
for (const entry of entries(Number(from), Number(to))) {
  await store.put(entry, { who: "test", when: "2031-04-02T10:00:00.000Z" });
  writeSync(1, `${number}\n`);
  number++;
}
await store.close();

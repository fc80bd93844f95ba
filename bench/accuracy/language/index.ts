/** `npm run bench -- language`: how well and how fast the language part reads. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Options, Result } from "../../bench.ts";
import { benchNames } from "./names.ts";
import { referenceRows } from "./references.ts";
import { syntaxRows } from "./syntax.ts";

/** Measures over the folder of tuning data; no rows where it is absent. */
export async function run(options: Options): Promise<Result> {
  const data = options.data ?? resolve(import.meta.dirname, "../../../../shared/data");
  if (!existsSync(data)) {
    process.stderr.write(`skipped: no data under ${data}\n`);
    return { bench: "language", rows: [] };
  }
  const names = benchNames(data, options.show);
  for (const note of names.notes) process.stderr.write(`${note}\n`);
  return { bench: "language", rows: [...(await syntaxRows(data)), ...names.rows, ...referenceRows(data)] };
}

/** `npm run bench -- language`: how well and how fast the language part reads. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { benchNames } from "./names.ts";
import { referenceRows } from "./references.ts";
import { syntaxRows } from "./syntax.ts";

export interface Row {
  readonly metric: string;
  /** Which texts: a treebank or genre. */
  readonly data: string;
  readonly value: number;
  /** How many gold items, or words for speed. */
  readonly n: number;
  readonly unit?: string;
  /** The program measured, where it is not Parley. */
  readonly peer?: string;
}

/** Measures over the folder of tuning data; no rows where it is absent. */
export async function run(options: {
  data?: string;
  show?: string;
}): Promise<{ bench: "language"; rows: Row[] }> {
  const data = options.data ?? resolve(import.meta.dirname, "../../../../shared/data");
  if (!existsSync(data)) {
    process.stderr.write(`skipped: no data under ${data}\n`);
    return { bench: "language", rows: [] };
  }
  const names = benchNames(data, options.show);
  for (const note of names.notes) process.stderr.write(`${note}\n`);
  return { bench: "language", rows: [...(await syntaxRows(data)), ...names.rows, ...referenceRows(data)] };
}

/**
 * `npm run train [-- --data FOLDER]`: trains every model that ships, each in a process of its own, those that read with
 * another model after it. The same data give the same bytes. Without the data nothing is trained and the models stay.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

/** In this order: names, references and statements are learnt on the parser's trees. Each with its folder of data, if it needs any. */
const STEPS: readonly (readonly [script: string, folder?: string])[] = [
  ["syntax/train.ts", "."],
  ["names/train.ts", "."],
  ["references/train.ts", "."],
  ["statements/run.ts", "polnear"],
  ["stances/train.ts"],
  ["issue-ranking/train.ts"],
  ["page-body/train.ts", "."],
  ["plain-body/train.ts", "."],
  ["name-pairs/train.ts", "."],
  ["claim-support/train.ts", "."],
];

const { values } = parseArgs({
  options: { data: { type: "string", default: resolve(import.meta.dirname, "../../shared/data") } },
});

if (!existsSync(values.data)) {
  process.stderr.write(`no data under ${values.data}: nothing trained\n`);
  process.exit(0);
}
for (const [script, folder] of STEPS) {
  process.stderr.write(`training/${script}\n`);
  const data = folder === undefined ? [] : ["--data", join(values.data, folder)];
  const line = [join(import.meta.dirname, script), ...data];
  const { status } = spawnSync(process.execPath, line, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

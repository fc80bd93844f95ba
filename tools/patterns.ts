/**
 * Judges every regular expression of the sources with recheck, a checker of the time that a pattern may take on hostile
 * text, and keeps the verdicts in `test/safety/verdicts.json`, so that the tests need judge only what is new.
 * Patterns that are gone are dropped. Some minutes for all.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { keyOf, patternsIn, type Verdict, verdictOn } from "../test/safety/patterns.ts";

const FILE = new URL("../test/safety/verdicts.json", import.meta.url);

const root = new URL("..", import.meta.url).pathname;
const before = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as Record<string, Verdict>) : {};
const verdicts = new Map<string, Verdict>();
for (const pattern of patternsIn(root)) {
  const key = keyOf(pattern);
  const verdict = before[key] ?? verdicts.get(key) ?? (await verdictOn(pattern));
  verdicts.set(key, verdict);
  if (before[key] === undefined && verdict !== "linear")
    console.log(`${pattern.where}: ${verdict}: ${pattern.source}`);
  // Kept as it goes on, since a run may be broken off.
  if (before[key] === undefined)
    writeFileSync(
      FILE,
      `${JSON.stringify(Object.fromEntries([...Object.entries(before), ...verdicts]), null, 0)}\n`,
    );
}
const sorted = Object.fromEntries([...verdicts].sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(sorted, null, 1)}\n`);

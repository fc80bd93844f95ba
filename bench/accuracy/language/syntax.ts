/** Tokens, sentences, tags and dependencies from raw text, by treebank, with speed and memory. */
import { performance } from "node:perf_hooks";
import { parse } from "../../../src/language/parse.ts";
import { readTreebanks } from "../../../training/data.ts";
import { addCounts, f1, MEASURES, noCounts } from "./align.ts";
import { ofDoc, ofGold } from "./analysis.ts";
import type { Row } from "./index.ts";

export async function syntaxRows(data: string): Promise<Row[]> {
  const started = performance.now();
  parse("The models are read on the first call.");
  const load = performance.now() - started;
  const treebanks = readTreebanks(data);
  if (!treebanks) {
    process.stderr.write(`skipped: no treebanks under ${data}\n`);
    return [];
  }
  const rows: Row[] = [{ metric: "load", data: "models", value: load, n: 1, unit: "ms" }];
  for (const [name, documents] of treebanks.dev) {
    const counts = noCounts();
    for (const document of documents) addCounts(ofGold(document), ofDoc(parse(document.text)), counts);
    for (const measure of MEASURES) {
      if (counts[measure].gold > 0)
        rows.push({
          metric: measure,
          data: name,
          value: f1(counts[measure]),
          n: counts[measure].gold,
          unit: "F1",
        });
    }
  }
  rows.push(...speedRows([...treebanks.dev.values()].flat().map((document) => document.text)));
  return rows;
}

/** Words a second over the texts, the best of three passes, and the memory held after them. */
function speedRows(texts: readonly string[]): Row[] {
  let words = 0;
  let shortest = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < 3; pass += 1) {
    words = 0;
    const started = performance.now();
    for (const text of texts) words += parse(text).size;
    shortest = Math.min(shortest, performance.now() - started);
  }
  return [
    { metric: "speed", data: "all", value: (words / shortest) * 1000, n: words, unit: "words/s" },
    { metric: "memory", data: "all", value: process.memoryUsage().rss / 1e6, n: words, unit: "MB" },
  ];
}

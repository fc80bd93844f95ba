/** Tokens, sentences, tags and dependencies from raw text, by treebank, with speed and memory. */
import { performance } from "node:perf_hooks";
import { loadModels } from "../../../src/language/load.ts";
import { parse } from "../../../src/language/parse.ts";
import type { GoldDocument } from "../../../training/conllu.ts";
import { readTreebanks } from "../../../training/data.ts";
import type { Row } from "../../bench.ts";
import { type Analysis, addCounts, f1, MEASURES, noCounts } from "./align.ts";
import { ofDoc, ofGold } from "./analysis.ts";
import { loadPeers } from "./peers.ts";

export async function syntaxRows(data: string): Promise<Row[]> {
  const started = performance.now();
  loadModels();
  const load = performance.now() - started;
  const treebanks = readTreebanks(data);
  if (!treebanks) {
    process.stderr.write(`skipped: no treebanks under ${data}\n`);
    return [];
  }
  const rows: Row[] = [{ metric: "load", data: "models", value: load, n: 1, unit: "ms" }];
  const peers = await loadPeers();
  for (const [name, documents] of treebanks.dev) {
    rows.push(...rowsOf(name, documents, (text) => ofDoc(parse(text))));
    for (const peer of peers) rows.push(...rowsOf(name, documents, peer.analyse, peer.name));
  }
  const texts = [...treebanks.dev.values()].flat().map((document) => document.text);
  rows.push(...speedRows(texts));
  for (const peer of peers)
    rows.push({ ...speedOf(texts, (text) => peer.analyse(text).start.length), peer: peer.name });
  return rows;
}

/** Scores of one program on one set of documents. */
function rowsOf(
  data: string,
  documents: readonly GoldDocument[],
  analyse: (text: string) => Analysis,
  peer?: string,
): Row[] {
  const counts = noCounts();
  for (const document of documents) addCounts(ofGold(document), analyse(document.text), counts);
  return MEASURES.filter((measure) => counts[measure].gold > 0).map((metric) => ({
    metric,
    data,
    value: f1(counts[metric]),
    n: counts[metric].gold,
    unit: "F1",
    ...(peer === undefined ? {} : { peer }),
  }));
}

/** Words a second over the texts, the best of three passes, and the memory held after them. */
function speedRows(texts: readonly string[]): Row[] {
  const speed = speedOf(texts, (text) => parse(text).size);
  return [
    speed,
    {
      metric: "memory of the bench",
      data: "all",
      value: process.memoryUsage().rss / 1e6,
      n: speed.n,
      unit: "MB",
    },
  ];
}

function speedOf(texts: readonly string[], count: (text: string) => number): Row {
  let words = 0;
  let shortest = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < 3; pass += 1) {
    words = 0;
    const started = performance.now();
    for (const text of texts) words += count(text);
    shortest = Math.min(shortest, performance.now() - started);
  }
  return { metric: "speed", data: "all", value: (words / shortest) * 1000, n: words, unit: "words/s" };
}

/** Coreference on the held documents of OntoGUM, from raw text with own tokens, trees and names. */
import { performance } from "node:perf_hooks";
import { analyse } from "../../../src/language/analyse.ts";
import { findNames } from "../../../src/language/names/find-names.ts";
import { parse } from "../../../src/language/parse.ts";
import type { Mention } from "../../../src/language/reference.ts";
import { resolve } from "../../../src/language/references/resolve.ts";
import { type CoreferenceDocument, readCoreference } from "../../../training/references/documents.ts";
import type { Row } from "../../bench.ts";
import {
  addDocument,
  type Clusters,
  type CoreferenceTally,
  conllF1,
  emptyCoreference,
  rates,
} from "./coreference.ts";

/** Links less sure than this are offered to readers, not claimed. */
const CLAIMED = 0.5;

/** Genres whose words are blanked in the data: nothing can be read there. */
const BLANKED = new Set(["reddit"]);

/** Rows for all genres, for all but the blanked, and for each genre; none where the data are absent. */
export function referenceRows(data: string): Row[] {
  const documents = readCoreference(data)?.dev.filter((document) => !BLANKED.has(document.genre));
  if (documents === undefined) {
    process.stderr.write(`skipped: no coreference data under ${data}\n`);
    return [];
  }
  const own = new Map<string, CoreferenceTally>();
  const trivial = new Map<string, CoreferenceTally>();
  for (const document of documents) {
    const { mentions } = analyse(document.text);
    tally(own, document, clustersOf(mentions));
    tally(trivial, document, sameWords(document.text, mentions));
  }
  const rows: Row[] = [];
  for (const [genre, scores] of own) {
    const data = genre === "all" ? "ontogum" : `ontogum ${genre}`;
    const n = documents.filter((document) => genre === "all" || document.genre === genre).length;
    const row = (metric: string, value: number, peer?: string) =>
      rows.push({ metric, data, value: 100 * value, n, unit: "F1", ...(peer ? { peer } : {}) });
    row("CoNLL", conllF1(scores));
    row("CoNLL", conllF1(trivial.get(genre)!), "same words");
    if (genre !== "all" && genre !== "news") continue;
    row("MUC", rates(scores.muc).f1);
    row("B³", rates(scores.bCubed).f1);
    row("CEAFe", rates(scores.ceafE).f1);
  }
  rows.push(speedRow(documents));
  return rows;
}

function tally(into: Map<string, CoreferenceTally>, document: CoreferenceDocument, response: Clusters): void {
  for (const genre of ["all", document.genre]) {
    const scores = into.get(genre) ?? emptyCoreference();
    addDocument(scores, document.entities, response);
    into.set(genre, scores);
  }
}

/** Mentions of the same entity, or of the same several, by their spans. */
function clustersOf(mentions: readonly Mention[]): string[][] {
  const clusters = new Map<string, string[]>();
  const used = new Set<string>();
  for (const { start, end, entities, score } of mentions) {
    const span = `${start}:${end}`;
    if (score < CLAIMED || used.has(span)) continue;
    used.add(span);
    const key = entities.join("+");
    clusters.set(key, [...(clusters.get(key) ?? []), span]);
  }
  return [...clusters.values()];
}

/** The trivial base line: mentions of the same words are the same. */
function sameWords(text: string, mentions: readonly Mention[]): string[][] {
  const clusters = new Map<string, string[]>();
  for (const { start, end } of mentions) {
    const words = text.slice(start, end).toLowerCase();
    clusters.set(words, [...(clusters.get(words) ?? []), `${start}:${end}`]);
  }
  return [...clusters.values()];
}

function speedRow(documents: readonly CoreferenceDocument[]): Row {
  const docs = documents.map((document) => parse(document.text));
  const names = docs.map(findNames);
  const words = docs.reduce((sum, doc) => sum + doc.size, 0);
  let shortest = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < 3; pass += 1) {
    const started = performance.now();
    docs.forEach((doc, i) => void resolve(doc, names[i]!));
    shortest = Math.min(shortest, performance.now() - started);
  }
  return {
    metric: "speed of references",
    data: "ontogum",
    value: (words / shortest) * 1000,
    n: words,
    unit: "words/s",
  };
}

/**
 * `npm run bench -- statements`: sources, cues and contents on PolNeAR's dev part; `--data` takes another folder of
 * the same layout, with or without parts in it.
 */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { draftsIn } from "../../../src/findings/statements/drafts.ts";
import { syntaxOf } from "../../../src/findings/statements/syntax.ts";
import { readClauses } from "../../../src/language/clauses/read-clauses.ts";
import type { Doc } from "../../../src/language/doc.ts";
import { parse } from "../../../src/language/parse.ts";
import type { Range } from "../../../src/record/span.ts";
import { quotationsIn } from "../../../src/text/quotation.ts";
import { tokensIn } from "../../../training/statements/examples.ts";
import {
  type Attribution,
  paragraphsOf,
  readAnnotators,
  readPolnear,
} from "../../../training/statements/polnear.ts";
import { learntAttributions, ruledAttributions, trivialAttributions } from "./attributions.ts";
import { type Counts, countRole, countTriples, f1, ROLES, type Tokens } from "./score.ts";

export interface Row {
  metric: string;
  data: string;
  value: number;
  n: number;
  unit?: string;
  peer?: string;
}

const SYSTEMS: readonly {
  peer: string;
  find: (doc: Doc, paragraphs: readonly Range[]) => readonly Attribution[];
}[] = [
  { peer: "", find: learntAttributions },
  { peer: "as reports are read", find: ruledAttributions },
  { peer: "trivial: six verbs", find: trivialAttributions },
];

export async function run(options: { data?: string }): Promise<{ bench: "statements"; rows: Row[] }> {
  const folder = options.data ?? resolve(import.meta.dirname, "../../../../shared/data/polnear");
  const part = existsSync(join(folder, "dev")) ? "dev" : "";
  const texts = readPolnear(folder, part);
  if (!texts) {
    process.stderr.write(`statements: no texts under ${folder}, skipped\n`);
    return { bench: "statements", rows: [] };
  }
  const data = `PolNeAR ${part}`.trim();
  const rows: Row[] = [];
  const docs = texts.map(({ text }) => ({
    doc: parse(text, { within: paragraphsOf(text) }),
    paragraphs: paragraphsOf(text),
  }));
  for (const { peer, find } of SYSTEMS) {
    const scores = new Map<string, { sum: number; n: number; all: Counts }>();
    texts.forEach(({ attributions }, i) => {
      const { doc, paragraphs } = docs[i]!;
      const gold = attributions.map((one) => toTokens(doc, one));
      const found = find(doc, paragraphs).map((one) => toTokens(doc, one));
      for (const role of ROLES) {
        add(scores, `${role}, IoU ≥ .5`, countRole(gold, found, role));
        add(scores, `${role}, exact`, countRole(gold, found, role, 1));
      }
      add(scores, "whole, IoU ≥ .5", countTriples(gold, found));
    });
    for (const [metric, { sum, n, all }] of scores) {
      const of = peer === "" ? {} : { peer };
      rows.push({ metric: `${metric}: F1, mean of texts`, data, value: sum / n, n, ...of });
      if (!metric.includes("exact")) {
        rows.push({
          metric: `${metric}: precision, all`,
          data,
          value: all.right / all.found,
          n: all.found,
          ...of,
        });
        rows.push({
          metric: `${metric}: recall, all`,
          data,
          value: all.right / all.gold,
          n: all.gold,
          ...of,
        });
      }
    }
  }
  rows.push(...agreement(folder), speed(docs, data));
  return { bench: "statements", rows };
}

/** How well the annotators of one text agree, each held against each other: what can be asked of a program. */
function agreement(folder: string): Row[] {
  const several = (readAnnotators(folder, "train") ?? []).filter((works) => works.length > 1);
  const scores = new Map<string, { sum: number; n: number; all: Counts }>();
  for (const works of several) {
    const doc = parse(works[0].text, { within: paragraphsOf(works[0].text) });
    const read = works.map(({ attributions }) => attributions.map((one) => toTokens(doc, one)));
    for (const [i, gold] of read.entries()) {
      for (const other of read.slice(i + 1)) {
        for (const role of ROLES) add(scores, `${role}, IoU ≥ .5`, countRole(gold, other, role));
        add(scores, "whole, IoU ≥ .5", countTriples(gold, other));
      }
    }
  }
  return [...scores].map(([metric, { sum, n }]) => ({
    metric: `${metric}: F1, mean of texts`,
    data: "PolNeAR train, texts of several annotators",
    value: sum / n,
    n: several.length,
    peer: "another annotator",
  }));
}

function toTokens(doc: Doc, { source, cue, content }: Attribution): Tokens {
  return { source: tokensIn(doc, source), cue: tokensIn(doc, cue), content: tokensIn(doc, content) };
}

function add(
  scores: Map<string, { sum: number; n: number; all: Counts }>,
  metric: string,
  counts: Counts,
): void {
  const known = scores.get(metric) ?? { sum: 0, n: 0, all: { right: 0, gold: 0, found: 0 } };
  scores.set(metric, known);
  known.sum += f1(counts);
  known.n += 1;
  known.all.right += counts.right;
  known.all.gold += counts.gold;
  known.all.found += counts.found;
}

/** Words a second of this stage alone, on clauses that are already read. */
function speed(docs: readonly { doc: Doc; paragraphs: readonly Range[] }[], data: string): Row {
  const read = docs.map(({ doc, paragraphs }) => ({ doc, paragraphs, clauses: readClauses(doc) }));
  let words = 0;
  const start = performance.now();
  for (const { doc, paragraphs, clauses } of read) {
    words += doc.size;
    draftsIn(syntaxOf(doc, clauses), quotationsIn(doc.text, paragraphs), []);
  }
  const seconds = (performance.now() - start) / 1000;
  return {
    metric: "speed of this stage as reports are read",
    data,
    value: words / seconds,
    n: words,
    unit: "words/s",
  };
}

/**
 * Whether an article bears a claim out (WiCE dev, Kamoi and others 2023): macro-F1 of the three labels with evidence
 * found by ourselves, judged in five folds by weights that were learnt without the claim.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { claimed } from "../../../src/story/audit/claim.ts";
import { supportFeatures } from "../../../src/story/audit/features.ts";
import { Sentences } from "../../../src/story/audit/search.ts";
import { SUPPORTS, supportOf } from "../../../src/story/audit/support.ts";
import type { Row } from "../../bench.ts";
import { fitClasses, type Labelled } from "./softmax.ts";

const LABELS = ["not_supported", "partially_supported", "supported"];

interface Case extends Labelled {
  /** Whether a sentence that an annotator marked is among those found. */
  readonly isHit: boolean | undefined;
}

/** The claims of the file with what is measured of each. */
export function wiceCases(file: string): Case[] {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => {
    const row = JSON.parse(line) as {
      label: string;
      claim: string;
      evidence: string[];
      supporting_sentences: number[][];
      meta: { claim_title?: string };
    };
    const sentences = new Sentences<number>();
    for (const [i, text] of row.evidence.entries()) sentences.add(i, text);
    // The title says whom the claim is about; the article need not say it again.
    const title = claimed(row.meta.claim_title ?? "").words;
    const whole = claimed(row.claim);
    const claim = { ...whole, words: new Set([...whole.words].filter((word) => !title.has(word))) };
    const found = sentences.bearing(claim);
    const marked = new Set(row.supporting_sentences.flat());
    return {
      features: supportFeatures(claim, found, sentences),
      label: LABELS.indexOf(row.label),
      isHit: marked.size === 0 ? undefined : found.some(({ where }) => marked.has(where)),
    };
  });
}

function macroF1(gold: readonly number[], found: readonly number[]): number {
  const scores = LABELS.map((_, label) => {
    const right = gold.filter((one, i) => one === label && found[i] === label).length;
    const all = gold.filter((one) => one === label).length + found.filter((one) => one === label).length;
    return all === 0 ? 0 : (2 * right) / all;
  });
  return scores.reduce((sum, one) => sum + one, 0) / LABELS.length;
}

const FOLDS = 5;

export function wiceRows(data: string): { rows: Row[]; notes: string[] } {
  const file = join(data, "wice/dev.jsonl");
  if (!existsSync(file))
    return { rows: [], notes: [`${file} is not there: support of claims is not measured`] };
  const cases = wiceCases(file);
  const found = new Array<number>(cases.length).fill(0);
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fitClasses(
      cases.filter((_, i) => i % FOLDS !== fold),
      LABELS.length,
    );
    for (const [i, { features }] of cases.entries())
      if (i % FOLDS === fold) found[i] = SUPPORTS.indexOf(supportOf(features, weights));
  }
  const gold = cases.map(({ label }) => label);
  const hits = cases.flatMap(({ isHit }) => (isHit === undefined ? [] : [isHit]));
  const common = { data: "wice/dev.jsonl", n: cases.length };
  return {
    rows: [
      { metric: "claims supported macro f1", value: macroF1(gold, found), ...common },
      {
        metric: "claims supported macro f1",
        value: macroF1(
          gold,
          gold.map(() => 1),
        ),
        ...common,
        peer: "always partly",
      },
      {
        metric: "claims evidence found",
        value: hits.filter(Boolean).length / hits.length,
        data: common.data,
        n: hits.length,
      },
    ],
    notes: [],
  };
}

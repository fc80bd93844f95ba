/**
 * `node training/name-pairs/train.ts [--data FOLDER]`: learns how much each difference between two names counts, and
 * writes `src/compare/names/weights.ts`. The same data give the same bytes.
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fit } from "../../bench/accuracy/story/logistic.ts";
import { namePairs } from "../../bench/accuracy/story/name-pairs.ts";
import { ORGANISATION_FEATURES, PERSON_FEATURES } from "../../src/compare/names/features.ts";

const { values } = parseArgs({
  options: { data: { type: "string", default: resolve(import.meta.dirname, "../../../shared/data") } },
});

const pairs = namePairs(join(values.data, "names/cases-tune.csv"));

function listing(kind: "person" | "organisation", names: readonly string[]): string {
  const own = pairs.filter((pair) => pair.kind === kind);
  const { bias, weights } = fit(own);
  const lines = weights.map((weight, i) => `    ${Number(weight.toFixed(3))}, // ${names[i]}`);
  return `{\n  bias: ${Number(bias.toFixed(3))},\n  weights: [\n${lines.join("\n")}\n  ],\n}`;
}

writeFileSync(
  resolve(import.meta.dirname, "../../src/compare/names/weights.ts"),
  `/**
 * How much each difference between two names counts. Learnt by \`training/name-pairs/train.ts\` from ${pairs.length} judged pairs
 * of names (OpenSanctions nomenklatura's test cases, MIT); weights only, no name is kept.
 */

export const PERSON_WEIGHTS: { readonly bias: number; readonly weights: readonly number[] } = ${listing("person", PERSON_FEATURES)};

export const ORGANISATION_WEIGHTS: { readonly bias: number; readonly weights: readonly number[] } = ${listing("organisation", ORGANISATION_FEATURES)};
`,
);

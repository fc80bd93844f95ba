/**
 * `node training/claim-support/train.ts [--data FOLDER]`: learns how much each sign of support counts, and writes
 * `src/story/audit/weights.ts`. The same data give the same bytes.
 */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fitClasses } from "../../bench/accuracy/story/softmax.ts";
import { wiceCases } from "../../bench/accuracy/story/wice.ts";
import { SUPPORT_FEATURES } from "../../src/story/audit/features.ts";

const { values } = parseArgs({
  options: { data: { type: "string", default: resolve(import.meta.dirname, "../../../shared/data") } },
});

const cases = wiceCases(join(values.data, "wice/dev.jsonl"));
const verdicts = ["not found", "partly", "supported"];
const lists = fitClasses(cases, verdicts.length).map(({ bias, weights }, i) => {
  const lines = weights.map((weight, k) => `      ${Number(weight.toFixed(4))}, // ${SUPPORT_FEATURES[k]}`);
  return `  // ${verdicts[i]}\n  {\n    bias: ${Number(bias.toFixed(4))},\n    weights: [\n${lines.join("\n")}\n    ],\n  },`;
});

writeFileSync(
  resolve(import.meta.dirname, "../../src/story/audit/weights.ts"),
  `/**
 * How much each sign of support counts for each verdict. Learnt by \`training/claim-support/train.ts\` from the ${cases.length} claims
 * of WiCE dev (Kamoi and others 2023; ODC-BY over CC BY-SA texts); weights only, no text is kept.
 */
export const SUPPORT_WEIGHTS: readonly { readonly bias: number; readonly weights: readonly number[] }[] = [
${lists.join("\n")}
];
`,
);

/**
 * Learns which lines of a text without markup belong to the report: `node training/plain-body/train.ts [--data FOLDER]
 * [--folds]`. The teacher is the model of `models/page-body`, which sees the markup: each page is flattened to lines,
 * whole, cropped to its body with some lines around, and its body alone, and each line is to be told as it was told on
 * the page. With `--folds` it prints what pages score that the model has not seen, five folds by site, and writes nothing.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type GoldPage, goldPages } from "../../bench/accuracy/pages/data.ts";
import { rougeLsum, segmentCounts, textF1 } from "../../bench/accuracy/pages/scores.ts";
import { boostedScore } from "../../src/report/boosted.ts";
import { decode } from "../../src/report/decode.ts";
import { readHtml } from "../../src/report/html/read-html.ts";
import { isAround } from "../../src/report/plain/around.ts";
import { chunksOf } from "../../src/report/plain/chunks.ts";
import { type Line, lineOf } from "../../src/report/plain/line.ts";
import { FEATURES, LINE_FEATURES, lineFeatures } from "../../src/report/plain/line-features.ts";
import { type Boosted, boost, type Settings, writeBoosted } from "../boost.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: "../shared/data" },
    folds: { type: "boolean", default: false },
    trees: { type: "string", default: "60" },
  },
});

const SETTINGS: Settings = { trees: Number(values.trees), leaves: 16, rate: 0.12, leastWeight: 4, shrink: 1 };
const FOLDS = 5;
const MODEL = new URL("../../models/plain-body/", import.meta.url);
/** A line is left in from this score on, in thousandths of a logit; chosen on folds, so that hardly any prose is lost. */
const THRESHOLD = -1000;

interface Variant {
  readonly how: "whole" | "cropped" | "body";
  readonly lines: readonly Line[];
  readonly rows: readonly Int32Array[];
  /** 1 of the report, 0 not, -1 the title, which is found by other means. */
  readonly answers: readonly number[];
}

interface Sample {
  readonly page: GoldPage;
  readonly fold: number;
  readonly variants: readonly Variant[];
}

function sampleOf(page: GoldPage): Sample {
  const { text, blocks } = readHtml(decode(page.bytes, { isHtml: true }).text, {});
  const told = blocks.map(({ kind, start, end }) => ({
    text: text.slice(start, end),
    answer: kind === "title" ? -1 : kind === "furniture" || kind === "note" ? 0 : 1,
  }));
  const first = told.findIndex(({ answer }) => answer === 1);
  const last = told.findLastIndex(({ answer }) => answer === 1);
  const digest = createHash("sha256").update(page.site).digest();
  const around = 2 + ((digest[1] ?? 0) % 12);
  const variants = [
    variantOf("whole", told),
    variantOf("cropped", told.slice(Math.max(0, first - around), last + around + 1)),
    variantOf(
      "body",
      told.filter(({ answer }) => answer !== 0),
    ),
  ];
  return { page, fold: (digest[0] ?? 0) % FOLDS, variants: first < 0 ? [] : variants };
}

function variantOf(how: Variant["how"], told: readonly { text: string; answer: number }[]): Variant {
  const ends: number[] = [];
  let text = "";
  for (const one of told) {
    text += `${one.text}\n`;
    ends.push(text.length);
  }
  const lines = chunksOf(text).map(lineOf);
  let at = 0;
  const answers = lines.map(({ start }) => {
    while (ends[at]! <= start) at++;
    return told[at]!.answer;
  });
  return { how, lines, rows: lineFeatures(lines), answers };
}

function learn(samples: readonly Sample[]): Boosted {
  const rows: Int32Array[] = [];
  const answers: number[] = [];
  const weights: number[] = [];
  for (const { variants } of samples) {
    for (const variant of variants) {
      const raw = variant.lines.map(({ words }, i) =>
        variant.answers[i] === -1 ? 0 : 0.5 + Math.min(60, words) / 15,
      );
      const scale = 100 / raw.reduce((sum, weight) => sum + weight, 1);
      variant.rows.forEach((row, i) => {
        if (raw[i] === 0) return;
        rows.push(row);
        answers.push(variant.answers[i]!);
        weights.push(raw[i]! * scale);
      });
    }
  }
  return boost(rows, answers, weights, SETTINGS);
}

interface Scored {
  readonly page: GoldPage;
  readonly variant: Variant;
  readonly scores: readonly number[];
}

function report(scored: readonly Scored[]): void {
  for (const threshold of [-1500, -1000, -500]) {
    const parts: string[] = [];
    for (const how of ["whole", "cropped", "body"] as const) {
      const counts = { inside: 0, missed: 0, wrong: 0 };
      const f1: number[] = [];
      const rouge: number[] = [];
      let [lost, kept, all, body] = [0, 0, 0, 0];
      for (const { page, variant, scores } of scored) {
        if (variant.how !== how) continue;
        const left = variant.lines.filter((line, i) => !isAround(line, scores[i]!, threshold));
        variant.lines.forEach((line, i) => {
          const isOut = isAround(line, scores[i]!, threshold);
          if (variant.answers[i] === 1) body += line.words;
          if (variant.answers[i] === 1 && isOut) lost += line.words;
          if (variant.answers[i] === 0) all += line.words;
          if (variant.answers[i] === 0 && !isOut) kept += line.words;
        });
        const text = left.map((line) => line.text).join("\n");
        if (page.segments !== undefined) {
          const { inside, missed, wrong } = segmentCounts(page.segments, text);
          counts.inside += inside;
          counts.missed += missed;
          counts.wrong += wrong;
        } else if (page.set === "fundus" && page.isEnglish) {
          f1.push(textF1((page.paragraphs ?? []).join("\n"), text));
          rouge.push(rougeLsum((page.paragraphs ?? []).join("\n"), text));
        }
      }
      const segment = (2 * counts.inside) / (2 * counts.inside + counts.missed + counts.wrong);
      const mean = (all: readonly number[]) => (all.reduce((a, b) => a + b, 0) / all.length).toFixed(3);
      parts.push(
        `${how}: segments ${segment.toFixed(3)}, fundus en ${mean(f1)} ${mean(rouge)}, prose lost ${((lost * 100) / body).toFixed(2)} %, furniture kept ${((kept * 100) / all).toFixed(1)} %`,
      );
    }
    console.log(`${threshold}\n  ${parts.join("\n  ")}`);
  }
}

const samples = goldPages(join(values.data, "pages")).map(sampleOf);
console.log(`${samples.length} pages`);
if (values.folds) {
  const scored = Array.from({ length: FOLDS }, (_, fold) => {
    const model = learn(samples.filter((sample) => sample.fold !== fold));
    return samples
      .filter((sample) => sample.fold === fold)
      .flatMap(({ page, variants }) =>
        variants.map((variant) => ({
          page,
          variant,
          scores: variant.rows.map((row) => boostedScore(model, row)),
        })),
      );
  }).flat();
  report(scored);
} else {
  const model = learn(samples);
  writeBoosted(
    MODEL,
    { features: FEATURES, threshold: THRESHOLD, ...model },
    {
      features: LINE_FEATURES,
      settings: SETTINGS,
      pages: samples.length,
      sources: ["trafilatura", "readability", "defuddle", "fundus", "htmldate"],
      teacher: "page-body",
    },
  );
}

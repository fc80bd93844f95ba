/**
 * Learns which runs of a page are its body: `node training/page-body/train.ts [--data FOLDER] [--folds]`.
 * With `--folds` it prints what pages score that the model has not seen, five folds by site, and writes nothing.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type GoldPage, goldPages, squeezed } from "../../bench/accuracy/pages/data.ts";
import { segmentCounts, textF1 } from "../../bench/accuracy/pages/scores.ts";
import { boostedScore } from "../../src/report/boosted.ts";
import { decode } from "../../src/report/decode.ts";
import { BODY_FEATURES, FEATURES, featuresOf, type Told } from "../../src/report/html/features.ts";
import { textIn } from "../../src/report/html/json-ld.ts";
import { headlineOf, metaOf, pageHead } from "../../src/report/html/page-head.ts";
import { parseHtml } from "../../src/report/html/parse-html.ts";
import { visibleText } from "../../src/report/html/visible-text.ts";
import { type Boosted, boost, type Settings, writeBoosted } from "../boost.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: "../shared/data" },
    folds: { type: "boolean", default: false },
    trees: { type: "string", default: "180" },
    show: { type: "boolean", default: false },
  },
});

const SETTINGS: Settings = { trees: Number(values.trees), leaves: 16, rate: 0.1, leastWeight: 2, shrink: 1 };
const FOLDS = 5;
const MODEL = new URL("../../models/page-body/", import.meta.url);
/** A run is body from this score on, in thousandths of a logit; chosen on folds. */
const THRESHOLD = -250;

interface Sample {
  readonly page: GoldPage;
  readonly fold: number;
  readonly texts: readonly string[];
  readonly rows: readonly Int32Array[];
  /** 1 body, 0 not, -1 unknown; and the weight of each. */
  readonly answers: readonly number[];
  readonly weights: readonly number[];
}

function sampleOf(page: GoldPage): Sample {
  const { root } = parseHtml(decode(page.bytes, { isHtml: true }).text);
  const visible = visibleText(root);
  const head = pageHead(root);
  const title = headlineOf(head);
  const description = metaOf(head, "og:description", "description", "twitter:description");
  const articleBody = textIn(head.article?.articleBody);
  const told: Told = {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(articleBody !== undefined && { articleBody }),
  };
  const texts = visible.runs.map(({ start, end }) => visible.text.slice(start, end));
  const digest = createHash("sha256").update(page.site).digest();
  return {
    page,
    fold: (digest[0] ?? 0) % FOLDS,
    texts,
    rows: featuresOf(visible, told),
    ...labelled(page, texts),
  };
}

function labelled(page: GoldPage, texts: readonly string[]): { answers: number[]; weights: number[] } {
  return page.segments !== undefined
    ? bySegments(page.segments, texts)
    : byParagraphs(page.paragraphs ?? [], texts);
}

/** A run with a piece that must not be in the body is not body; the longest with a piece that must be is. */
function bySegments(
  { inside, outside }: NonNullable<GoldPage["segments"]>,
  texts: readonly string[],
): { answers: number[]; weights: number[] } {
  const answers = texts.map(() => -1);
  const weights = texts.map(() => 0);
  const plain = texts.map(squeezed);
  const weight = 40 / (inside.length + outside.length);
  for (const piece of inside.map(squeezed)) {
    let best = -1;
    plain.forEach((text, i) => {
      if (text.includes(piece) && text.length > (plain[best]?.length ?? 0)) best = i;
    });
    if (best >= 0) [answers[best], weights[best]] = [1, weight];
  }
  for (const piece of outside.map(squeezed)) {
    plain.forEach((text, i) => {
      if (piece !== "" && text.includes(piece) && answers[i] !== 1) [answers[i], weights[i]] = [0, weight];
    });
  }
  return { answers, weights };
}

const SHINGLE = 4;

/** A run is body where it is one of the paragraphs, or most of its stretches of four words stand in them. */
function byParagraphs(
  paragraphs: readonly string[],
  texts: readonly string[],
): { answers: number[]; weights: number[] } {
  const whole = new Set(paragraphs.map(squeezed));
  const joined = paragraphs.map(squeezed).join("");
  const shingles = new Set(paragraphs.flatMap((paragraph) => shinglesOf(paragraph)));
  const answers = texts.map((text) => {
    const plain = squeezed(text);
    if (plain === "") return -1;
    if (whole.has(plain)) return 1;
    if (plain.length < 25) return joined.includes(plain) && plain.length >= 8 ? -1 : 0;
    if (joined.includes(plain)) return 1;
    const own = shinglesOf(text);
    const share = own.filter((shingle) => shingles.has(shingle)).length / Math.max(1, own.length);
    return share >= 0.7 ? 1 : share < 0.3 ? 0 : -1;
  });
  const raw = texts.map((text, i) =>
    answers[i] === -1 ? 0 : 0.5 + Math.min(60, text.split(/\s+/).length) / 15,
  );
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  const scale = total === 0 || !answers.includes(1) ? 0 : 100 / total;
  return { answers, weights: raw.map((weight) => weight * scale) };
}

function shinglesOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .slice(0, Math.max(0, words.length - SHINGLE + 1))
    .map((_, i) => words.slice(i, i + SHINGLE).join(" "));
}

function learn(samples: readonly Sample[]): Boosted {
  const rows: Int32Array[] = [];
  const answers: number[] = [];
  const weights: number[] = [];
  for (const sample of samples) {
    sample.rows.forEach((row, i) => {
      if (!((sample.weights[i] ?? 0) > 0)) return;
      rows.push(row);
      answers.push(sample.answers[i] ?? 0);
      weights.push(sample.weights[i] ?? 0);
    });
  }
  return boost(rows, answers, weights, SETTINGS);
}

interface Scored {
  readonly sample: Sample;
  readonly scores: readonly number[];
}

/** What is missed and wrongly taken, for reading. */
function show(scored: readonly Scored[]): void {
  for (const { sample, scores } of scored) {
    sample.texts.forEach((text, i) => {
      const isBody = (scores[i] ?? 0) >= THRESHOLD;
      if (sample.answers[i] === -1 || isBody === (sample.answers[i] === 1)) return;
      console.log(
        `${sample.page.set} ${sample.page.name} ${isBody ? "wrong" : "missed"} ${scores[i]}: ${text.slice(0, 150)}`,
      );
    });
  }
}

function report(scored: readonly Scored[]): void {
  for (const threshold of [-800, -500, -250, 0, 250, 500, 800]) {
    const counts = { inside: 0, missed: 0, wrong: 0 };
    const f1 = new Map<string, number[]>();
    for (const { sample, scores } of scored) {
      const body = sample.texts.filter((_, i) => (scores[i] ?? 0) >= threshold);
      if (sample.page.segments !== undefined) {
        const { inside, missed, wrong } = segmentCounts(sample.page.segments, body.join("\n"));
        counts.inside += inside;
        counts.missed += missed;
        counts.wrong += wrong;
      } else {
        const set = sample.page.set === "fundus" && sample.page.isEnglish ? "fundus en" : sample.page.set;
        f1.set(set, [
          ...(f1.get(set) ?? []),
          textF1((sample.page.paragraphs ?? []).join("\n"), body.join("\n")),
        ]);
      }
    }
    const segment = (2 * counts.inside) / (2 * counts.inside + counts.missed + counts.wrong);
    const others = [...f1].map(
      ([set, all]) => `${set} ${(all.reduce((a, b) => a + b, 0) / all.length).toFixed(4)}`,
    );
    console.log(
      `threshold ${threshold}: segments ${segment.toFixed(4)} (${counts.missed} missed, ${counts.wrong} wrong), ${others.join(", ")}`,
    );
  }
}

const samples = goldPages(join(values.data, "pages"))
  .filter((page) => page.set !== "htmldate")
  .map(sampleOf);
console.log(`${samples.length} pages`);
if (values.folds) {
  const scored = Array.from({ length: FOLDS }, (_, fold) => {
    const model = learn(samples.filter((sample) => sample.fold !== fold));
    return samples
      .filter((sample) => sample.fold === fold)
      .map((sample) => ({
        sample,
        scores: sample.rows.map((row) => boostedScore(model, row)),
      }));
  }).flat();
  report(scored);
  if (values.show) show(scored);
} else {
  const model = learn(samples);
  writeBoosted(
    MODEL,
    { features: FEATURES, threshold: THRESHOLD, ...model },
    {
      features: BODY_FEATURES,
      settings: SETTINGS,
      pages: samples.length,
      sources: ["trafilatura", "readability", "defuddle", "fundus"],
    },
  );
}

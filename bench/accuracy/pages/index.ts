/** How well the body, the title and the date of a page are found, beside Readability and Defuddle on the same pages. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Block } from "../../../src/record/report.ts";
import { decode } from "../../../src/report/decode.ts";
import type { Draft } from "../../../src/report/draft.ts";
import { parseHtml } from "../../../src/report/html/parse-html.ts";
import { readHtml } from "../../../src/report/html/read-html.ts";
import { visibleText } from "../../../src/report/html/visible-text.ts";
import { readPlain } from "../../../src/report/plain/read-plain.ts";
import type { Options, Result, Row } from "../../bench.ts";
import { type GoldPage, goldPages, squeezed } from "./data.ts";
import { type Extracted, type Peer, peers, WHOLE_PAGE } from "./peers.ts";
import { rougeLsum, segmentCounts, textF1 } from "./scores.ts";

const BODY: ReadonlySet<Block["kind"]> = new Set([
  "deck",
  "heading",
  "dateline",
  "paragraph",
  "list item",
  "quote",
  "caption",
  "table",
  "footnote",
]);

const parley: Peer = {
  name: "",
  extract: async (bytes) => extracted(readHtml(decode(bytes, { isHtml: true }).text, {})),
};

/** The same pages as a scraper hands them on that keeps everything: lines of text, told apart by words and place alone. */
const flattened: Peer = {
  name: "",
  extract: async (bytes) => {
    const { text, runs } = visibleText(parseHtml(decode(bytes, { isHtml: true }).text).root);
    return extracted(readPlain(runs.map(({ start, end }) => text.slice(start, end)).join("\n")));
  },
};

function extracted({ text, blocks, facts }: Draft): Extracted {
  const body = blocks.filter(({ kind }) => BODY.has(kind)).map(({ start, end }) => text.slice(start, end));
  return {
    body: body.join("\n"),
    ...(facts.title !== undefined && { title: facts.title.value }),
    ...(facts.published?.value !== undefined && { date: facts.published.value }),
  };
}

interface Tried {
  readonly page: GoldPage;
  readonly got: Extracted;
}

/** @returns figures a set and metric; nothing but a note where the pages are not there. With `show` no peer is run. */
export async function run(options: Options): Promise<Result> {
  const folder = join(options.data ?? "../shared/data", "pages");
  const root = existsSync(folder) ? folder : (options.data ?? folder);
  if (!existsSync(root)) return { bench: "pages", rows: [], notes: [`no pages under ${root}: skipped`] };
  const pages = sampled(goldPages(root), options.n);
  const rows: Row[] = [];
  const notes: string[] = [];
  for (const peer of options.show === undefined ? [parley, ...peers] : [parley]) {
    const { tried, failed, seconds } = await tryOn(pages, peer);
    const by = peer.name === "" ? {} : { peer: peer.name };
    const speed = {
      metric: "speed on one core",
      data: "all sets",
      value: pages.length / seconds,
      n: pages.length,
      unit: "pages/s",
    };
    rows.push(...figuresOf(tried).map((row) => ({ ...row, ...by })), { ...speed, ...by });
    if (peer.name === "" || peer.name === WHOLE_PAGE) {
      const flat = peer === parley ? (await tryOn(pages, flattened)).tried : tried;
      rows.push(...flatFigures(flat).map((row) => ({ ...row, ...by })));
    }
    if (failed > 0) notes.push(`${peer.name || "Parley"} threw on ${failed} pages; they count as empty`);
    if (options.show !== undefined && peer === parley) notes.push(...misses(tried, options.show));
  }
  notes.push(
    "Parley's body model learnt from these pages; on pages it has not seen: node training/page-body/train.ts --folds",
  );
  return { bench: "pages", rows, notes };
}

async function tryOn(
  pages: readonly GoldPage[],
  peer: Peer,
): Promise<{ readonly tried: readonly Tried[]; readonly failed: number; readonly seconds: number }> {
  const tried: Tried[] = [];
  let failed = 0;
  // Time of processors, so that what else runs on the machine does not count.
  const started = process.cpuUsage();
  for (const page of pages) {
    try {
      tried.push({ page, got: await peer.extract(page.bytes) });
    } catch {
      failed++;
      tried.push({ page, got: { body: "" } });
    }
  }
  const { user, system } = process.cpuUsage(started);
  return { tried, failed, seconds: (user + system) / 1e6 };
}

/** Every k-th page of each set, so that about `n` remain of all. */
function sampled(pages: readonly GoldPage[], n: number | undefined): readonly GoldPage[] {
  if (n === undefined || n >= pages.length) return pages;
  const step = Math.ceil(pages.length / n);
  return pages.filter((_, i) => i % step === 0);
}

function figuresOf(tried: readonly Tried[]): readonly Row[] {
  const of = (set: GoldPage["set"]): readonly Tried[] => tried.filter(({ page }) => page.set === set);
  const fundus = of("fundus");
  const english = fundus.filter(({ page }) => page.isEnglish);
  return [
    ...segmentFigures(of("trafilatura")),
    ...textFigures("readability", of("readability")),
    ...textFigures("defuddle", of("defuddle")),
    ...textFigures("fundus", fundus),
    ...textFigures("fundus, English", english),
    ...titleFigure("fundus", fundus),
    ...titleFigure("trafilatura", of("trafilatura")),
    ...dateFigures("fundus", fundus),
    ...dateFigures("htmldate", of("htmldate")),
  ];
}

/** Of pages flattened to text, beside keeping everything. */
function flatFigures(tried: readonly Tried[]): readonly Row[] {
  const fundus = tried.filter(({ page }) => page.set === "fundus");
  return [
    ...segmentFigures(
      tried.filter(({ page }) => page.set === "trafilatura"),
      "trafilatura, flattened to text",
    ),
    ...textFigures("fundus, flattened to text", fundus),
    ...textFigures(
      "fundus, English, flattened to text",
      fundus.filter(({ page }) => page.isEnglish),
    ),
  ];
}

function segmentFigures(tried: readonly Tried[], data = "trafilatura"): readonly Row[] {
  let [inside, missed, wrong] = [0, 0, 0];
  for (const { page, got } of tried) {
    if (page.segments === undefined) continue;
    const counts = segmentCounts(page.segments, got.body);
    inside += counts.inside;
    missed += counts.missed;
    wrong += counts.wrong;
  }
  const n = tried.length;
  return [
    { metric: "segment precision", data, value: inside / Math.max(1, inside + wrong), n },
    { metric: "segment recall", data, value: inside / Math.max(1, inside + missed), n },
    { metric: "segment F1", data, value: (2 * inside) / Math.max(1, 2 * inside + wrong + missed), n },
  ];
}

function textFigures(data: string, tried: readonly Tried[]): readonly Row[] {
  const n = tried.length;
  const gold = ({ page }: Tried): string => (page.paragraphs ?? []).join("\n");
  return [
    { metric: "text F1", data, value: mean(tried.map((item) => textF1(gold(item), item.got.body))), n },
    { metric: "ROUGE-LSum", data, value: mean(tried.map((item) => rougeLsum(gold(item), item.got.body))), n },
  ];
}

function titleFigure(data: string, tried: readonly Tried[]): readonly Row[] {
  const known = tried.filter(({ page }) => page.title !== undefined && page.title !== "");
  const right = known.filter(({ page, got }) => squeezed(page.title ?? "") === squeezed(got.title ?? ""));
  return [
    { metric: "title accuracy", data, value: right.length / Math.max(1, known.length), n: known.length },
  ];
}

/** htmldate's counts: a wrong date is a false positive, no date a false negative. */
function dateFigures(data: string, tried: readonly Tried[]): readonly Row[] {
  const known = tried.filter(({ page }) => page.date !== undefined);
  const right = known.filter(({ page, got }) => got.date === page.date).length;
  const given = known.filter(({ got }) => got.date !== undefined).length;
  const n = known.length;
  return [
    { metric: "date accuracy", data, value: right / Math.max(1, n), n },
    {
      metric: "date F1",
      data,
      value: (2 * right) / Math.max(1, 2 * right + (given - right) + (n - given)),
      n,
    },
  ];
}

function misses(tried: readonly Tried[], show: string): readonly string[] {
  return tried.flatMap(({ page, got }) => {
    const lines: string[] = [];
    if (
      /^(?:all|title)$/.test(show) &&
      page.title !== undefined &&
      squeezed(page.title) !== squeezed(got.title ?? "")
    )
      lines.push(`title ${page.title}, got ${got.title ?? "none"}`);
    if (/^(?:all|date)$/.test(show) && page.date !== undefined && page.date !== got.date)
      lines.push(`date ${page.date}, got ${got.date ?? "none"}`);
    if (/^(?:all|body)$/.test(show) && page.segments !== undefined) {
      const text = got.body.replace(/\s+/g, " ");
      const at = (piece: string): boolean => text.includes(piece.replace(/\s+/g, " ").trim());
      for (const piece of page.segments.inside) if (!at(piece)) lines.push(`missed: ${piece}`);
      for (const piece of page.segments.outside) if (at(piece)) lines.push(`wrong: ${piece}`);
    }
    return lines.map((line) => `${page.set} ${page.name}: ${line}`);
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

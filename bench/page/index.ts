/**
 * `npm run bench -- page [--n FINDINGS]`: bytes of the page, first paint of the example, and how long it takes to answer
 * a hand at 1,000, 5,000 and 100,000 findings of a generated story.
 */
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { pagePart } from "../../src/page/built.ts";
import { KINDS, type Reading } from "../../src/record/reading.ts";
import { findChromium, launch, NO_CHROMIUM, type Stage, settled, show } from "../../test/browser/chromium.ts";
import { exampleReadings, storyFiles } from "../../test/browser/story-files.ts";
import type { Options, Result, Row } from "../bench.ts";
import { generated } from "../scale/generate.ts";

const SIZES = [1000, 5000, 100_000];
const RUNS = 5;

function bytesOf(...parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + gzipSync(pagePart(part), { level: 9 }).length, 0);
}

function bytes(): Row[] {
  const kilobytes = (value: number) => value / 1024;
  const served = ["index.html", "assets/page.js", "assets/page.css"];
  const row = (metric: string, value: number): Row => ({
    metric,
    data: "gzipped",
    value: kilobytes(value),
    n: 1,
    unit: "KB",
  });
  return [
    row("page as a server sends it", bytesOf(...served)),
    row("with the code that tells the story", bytesOf(...served, "assets/worker.js")),
    row("base map, when a map is looked at", bytesOf("assets/atlas.json")),
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function firstPaint(stage: Stage, address: string): Promise<Row[]> {
  const paints: number[] = [];
  const briefs: number[] = [];
  for (let i = 0; i < RUNS; i += 1) {
    const { page, context } = await stage.watched();
    await show(page, address);
    await page.waitForSelector(".story li");
    const [paint, now] = (await page.evaluate(
      "[performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, performance.now()]",
    )) as [number, number];
    paints.push(paint);
    briefs.push(now);
    await context.close();
  }
  return [
    { metric: "first paint", data: "the example", value: median(paints), n: RUNS, unit: "ms" },
    { metric: "brief shown", data: "the example", value: median(briefs), n: RUNS, unit: "ms" },
  ];
}

/** From here on everything that a hand does is timed: from the event to the frame that shows what came of it. */
const WATCH = `
  window.slow = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.interactionId) window.slow.push(entry.duration);
  }).observe({ type: "event", durationThreshold: 16, buffered: false });
`;

/** What a reader does in a minute. */
async function useIt(page: Page): Promise<void> {
  for (const view of ["timeline", "positions", "sources", "people"]) {
    await page.click(`nav a[href*="#/${view}"]`);
    await settled(page);
  }
  await page.click('nav a[href*="#/timeline"]');
  await settled(page);
  await page.selectOption("main select", "party");
  await page.keyboard.press("+");
  for (const name of ["Closer", "Closer", "Later"])
    await page.getByRole("button", { name, exact: true }).click();
  await page.click('nav a[href*="#/positions"]');
  await settled(page);
  await page.locator("[data-cell]").first().click();
  await page.waitForSelector(".panel mark");
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("meeting");
  await page.waitForSelector("#hit-0");
  // The first empties the field, the second closes the dialogue.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.click('nav a[href*="#/reader"]');
  await settled(page);
  await page.locator(".text [data-finding]").first().click();
  await page.focus("#as-of");
  await page.keyboard.press("ArrowLeft");
  await settled(page);
}

function findingsOf(reading: Reading): number {
  return KINDS.reduce((sum, kind) => sum + reading[kind].length, 0);
}

async function interaction(
  stage: Stage,
  size: number,
  address: (readings: readonly Reading[]) => string,
): Promise<Row[]> {
  const [sample] = generated(1);
  const readings = generated(Math.ceil(size / findingsOf(sample!.reading))).map(({ reading }) => reading);
  const { page, context } = await stage.watched();
  page.setDefaultTimeout(120_000);
  await context.addInitScript(WATCH);
  const story = address(readings);
  const start = performance.now();
  await show(page, story);
  const opened = performance.now() - start;
  await page.evaluate("window.slow.length = 0");
  await useIt(page);
  const slow = ((await page.evaluate("window.slow")) as number[]).toSorted((a, b) => a - b);
  await context.close();
  const data = `${size.toLocaleString("en")} findings`;
  return [
    { metric: "opened, story told", data, value: opened, n: readings.length, unit: "ms" },
    { metric: "interaction, slowest", data, value: slow.at(-1) ?? 0, n: slow.length, unit: "ms" },
    {
      metric: "interaction, median of those over 16 ms",
      data,
      value: median(slow),
      n: slow.length,
      unit: "ms",
    },
  ];
}

/** Needs a Chromium on the machine; without one only the bytes are counted. */
export async function run(options: Options): Promise<Result> {
  const rows = bytes();
  if (findChromium() === undefined) return { bench: "page", rows, notes: [NO_CHROMIUM] };
  const files = storyFiles();
  const stage = await launch();
  try {
    rows.push(...(await firstPaint(stage, `${files.write("example", await exampleReadings())}#/now`)));
    for (const size of options.n === undefined ? SIZES : [options.n]) {
      rows.push(
        ...(await interaction(stage, size, (readings) => `${files.write(String(size), readings)}#/now`)),
      );
    }
  } finally {
    await stage.close();
    files.remove();
  }
  return { bench: "page", rows };
}

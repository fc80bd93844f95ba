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

/**
 * From here on everything that a hand does is timed, from the event to the frame that shows what came of it, and every
 * task that keeps the page from answering.
 */
const WATCH = `
  window.slow = [];
  window.tasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.interactionId) window.slow.push(entry.duration);
  }).observe({ type: "event", durationThreshold: 16, buffered: false });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.tasks.push(entry.duration);
  }).observe({ type: "longtask", buffered: false });
`;

function view(name: string): Step {
  return [
    `to ${name}`,
    async (page) => {
      await page.click(`nav a[href*="#/${name}"]`);
      await settled(page);
    },
  ];
}

function button(name: string): Step {
  return [`timeline, ${name}`, (page) => page.getByRole("button", { name, exact: true }).click()];
}

type Step = readonly [name: string, act: (page: Page) => Promise<unknown>];

/** What a reader does in a minute. */
const STEPS: readonly Step[] = [
  view("timeline"),
  view("positions"),
  view("sources"),
  view("people"),
  view("timeline"),
  ["timeline, lanes by party", (page) => page.selectOption("main select", "party")],
  button("Closer"),
  button("Closer"),
  button("Later"),
  view("positions"),
  [
    "positions, a cell",
    async (page) => {
      await page.locator("[data-cell]").first().click();
      await page.waitForSelector(".panel mark");
    },
  ],
  ["panel closed", (page) => page.keyboard.press("Escape")],
  [
    "search",
    async (page) => {
      await page.keyboard.press("/");
      await page.keyboard.type("meeting");
      await page.waitForSelector("#hit-0");
      // The first empties the field, the second closes the dialogue.
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
    },
  ],
  view("reader"),
  ["reader, a finding", (page) => page.locator(".text [data-finding]").first().click()],
  [
    "another day",
    async (page) => {
      await page.focus("#as-of");
      await page.keyboard.press("ArrowLeft");
      await settled(page);
    },
  ],
];

interface Used {
  readonly step: string;
  /** Milliseconds: of every interaction, and of every task over 50 ms. */
  readonly slow: readonly number[];
  readonly tasks: readonly number[];
}

/** Two frames and a moment, after which the browser has told of what it timed. */
const TOLD =
  "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))";

async function useIt(page: Page): Promise<Used[]> {
  const used: Used[] = [];
  await page.evaluate("window.slow.length = window.tasks.length = 0");
  for (const [step, act] of STEPS) {
    await act(page);
    await page.evaluate(TOLD);
    const taken = await page.evaluate("[window.slow.splice(0), window.tasks.splice(0)]");
    const [slow, tasks] = taken as [number[], number[]];
    used.push({ step, slow, tasks });
  }
  return used;
}

function findingsOf(reading: Reading): number {
  return KINDS.reduce((sum, kind) => sum + reading[kind].length, 0);
}

async function interaction(
  stage: Stage,
  size: number,
  address: (readings: readonly Reading[]) => string,
): Promise<{ rows: Row[]; note: string }> {
  const [sample] = generated(1);
  const readings = generated(Math.ceil(size / findingsOf(sample!.reading))).map(({ reading }) => reading);
  const { page, context } = await stage.watched();
  await context.addInitScript(WATCH);
  const story = address(readings);
  const start = performance.now();
  await show(page, story);
  const opened = performance.now() - start;
  const used = await useIt(page);
  await context.close();
  const data = `${size.toLocaleString("en")} findings`;
  const slow = used.flatMap((one) => one.slow);
  const worst = (of: "slow" | "tasks") =>
    used.reduce((most, one) => (Math.max(0, ...one[of]) > Math.max(0, ...most[of]) ? one : most), used[0]!);
  const row = (metric: string, value: number, n: number): Row => ({ metric, data, value, n, unit: "ms" });
  return {
    rows: [
      row("opened, story told", opened, readings.length),
      row("interaction, slowest", Math.max(0, ...slow), slow.length),
      row("interaction, median of those over 16 ms", median(slow), slow.length),
      row("longest task between", Math.max(0, ...worst("tasks").tasks), STEPS.length),
    ],
    note: `${data}: slowest interaction in "${worst("slow").step}", longest task in "${worst("tasks").step}"`,
  };
}

/** Needs a Chromium on the machine; without one only the bytes are counted. */
export async function run(options: Options): Promise<Result> {
  const rows = bytes();
  if (findChromium() === undefined) return { bench: "page", rows, notes: [NO_CHROMIUM] };
  const notes: string[] = [];
  const files = storyFiles();
  const stage = await launch();
  try {
    rows.push(...(await firstPaint(stage, `${files.write("example", await exampleReadings())}#/now`)));
    for (const size of options.n === undefined ? SIZES : [options.n]) {
      const address = (readings: readonly Reading[]) => `${files.write(String(size), readings)}#/now`;
      const { rows: more, note } = await interaction(stage, size, address);
      rows.push(...more);
      notes.push(note);
    }
  } finally {
    await stage.close();
    files.remove();
  }
  return { bench: "page", rows, notes };
}

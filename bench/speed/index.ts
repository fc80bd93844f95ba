/**
 * `npm run bench -- speed`: plain text to readings in words a second, and the main job as a user starts it: time to the
 * brief, start-up and peak memory of the process. Medians of several rounds; figures of one machine, for comparison only.
 */
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { analyse } from "../../src/language/analyse.ts";
import { read } from "../../src/read.ts";
import { isProse } from "../../src/record/report.ts";
import { readReport } from "../../src/report/read-report.ts";
import type { Options, Result, Row } from "../bench.ts";

const ROUNDS = 7;
const PROGRAM = resolve(import.meta.dirname, "../../bin/parley.js");
const PEAK = `data:text/javascript,process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS+"\\n"))`;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

async function seconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function medianSeconds(work: () => unknown, rounds = ROUNDS): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) taken.push(await seconds(work));
  return median(taken);
}

/** Runs the program; its wall time in seconds and the peak of its memory in megabytes. */
function start(args: readonly string[]): { taken: number; peak: number } {
  const begin = performance.now();
  const { stderr } = spawnSync(process.execPath, ["--import", PEAK, PROGRAM, ...args], { encoding: "utf8" });
  const peak = Number(/peak (\d+)/.exec(stderr)?.[1] ?? 0);
  return { taken: (performance.now() - begin) / 1000, peak: peak / 1024 };
}

export async function run(options: Options): Promise<Result> {
  const folder = options.data ?? "examples/halvern/reports";
  const files = globSync(`${folder}/**/*.txt`).sort();
  const texts = files.map((file) => readFileSync(file));
  let words = 0;
  const parts: { text: string; within: { start: number; end: number }[] }[] = [];
  for (const bytes of texts) {
    const report = await readReport(bytes);
    const within = report.blocks.filter(isProse);
    const { doc } = analyse(report.text, { within });
    words += doc.size;
    parts.push({ text: report.text, within: [...within] });
  }
  const whole = await medianSeconds(async () => {
    for (const bytes of texts) await read(bytes);
  });
  const language = await medianSeconds(() => {
    for (const { text, within } of parts) analyse(text, { within });
  });
  const briefs = Array.from({ length: 3 }, () => start(["brief", "--quiet", folder]));
  const starts = Array.from({ length: 3 }, () => start(["--version"]));
  const row = (metric: string, value: number, unit: string, n = words): Row => ({
    metric,
    data: folder,
    value,
    n,
    unit,
  });
  return {
    bench: "speed",
    rows: [
      row("text to reading", words / whole, "words/s"),
      row("language alone", words / language, "words/s"),
      row(
        "brief of the folder, start-up included",
        median(briefs.map(({ taken }) => taken)),
        "s",
        files.length,
      ),
      row("peak memory of that brief", median(briefs.map(({ peak }) => peak)), "MB", files.length),
      row("start-up without reading", median(starts.map(({ taken }) => taken)) * 1000, "ms", 1),
    ],
  };
}

/**
 * `npm run bench -- archive --n 2000`: memory while an archive of so many megabytes is opened, and how reading on two
 * threads compares with one. The archive is made for the occasion.
 */
import { execFile } from "node:child_process";
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { readMany, type Task } from "../../../src/read-many.ts";
import { open } from "../../../src/report/open/open.ts";
import type { Options, Result, Row } from "../../bench.ts";

const MEGABYTES = 100;
/** Pages that are read for the comparison of threads. */
const READ = 300;
const MB = 1_000_000;

export async function run(options: Options): Promise<Result> {
  const size = options.n ?? MEGABYTES;
  const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
  const rows: Row[] = [];
  try {
    // Reading leaves memory behind that opening should not be charged with: the packed one is opened first.
    for (const ending of [".warc.gz", ".warc"]) {
      const path = join(folder, `pages${ending}`);
      const records = await made(path, size * MB, ending.endsWith(".gz") ? "packed" : "plain");
      rows.push(...(await opened(path, records, `${size} MB ${ending}`)));
      if (ending === ".warc") rows.push(...(await compared(path)));
      rmSync(path);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { bench: "archive", rows };
}

/** Makes an archive and says how many records it has. */
async function made(path: string, bytes: number, how: "plain" | "packed"): Promise<number> {
  const maker = fileURLToPath(new URL("./make.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [maker, path, String(bytes), how]);
  return Number(stdout);
}

function source(path: string) {
  return { file: path, path, chunks: () => createReadStream(path, { highWaterMark: 262_144 }) };
}

/** Opens every record; memory is looked at along the way. */
async function opened(path: string, records: number, data: string): Promise<readonly Row[]> {
  const started = performance.now();
  let count = 0;
  let early = 0;
  let most = 0;
  for await (const { bytes } of open(source(path), { say: () => {} })) {
    count++;
    if (bytes.length === 0) throw new Error("an empty page");
    if (count % 200 !== 0) continue;
    const { rss } = process.memoryUsage();
    if (count * 10 < records) early = Math.max(early, rss);
    most = Math.max(most, rss);
  }
  const seconds = (performance.now() - started) / 1000;
  if (count !== records) throw new Error(`${count} of ${records} records came out`);
  return [
    { metric: "memory in the first tenth", data, value: early / MB, n: count, unit: "MB" },
    { metric: "memory at most", data, value: most / MB, n: count, unit: "MB" },
    { metric: "opening", data, value: count / seconds, n: count, unit: "records/s" },
  ];
}

async function compared(path: string): Promise<readonly Row[]> {
  const tasks: Task[] = [];
  for await (const { bytes, ...given } of open(source(path), { say: () => {} })) {
    if (tasks.push({ bytes, options: given }) >= READ) break;
  }
  const taken: number[] = [];
  for (const jobs of [1, 2]) {
    const started = performance.now();
    for await (const outcome of readMany(tasks, { jobs }))
      if ("failure" in outcome) throw new Error(outcome.failure.message);
    taken.push(performance.now() - started);
  }
  const [one = 0, two = 0] = taken;
  const data = `${tasks.length} pages`;
  return [
    {
      metric: "reading on one thread",
      data,
      value: (tasks.length * 1000) / one,
      n: tasks.length,
      unit: "pages/s",
    },
    {
      metric: "reading on two threads",
      data,
      value: (tasks.length * 1000) / two,
      n: tasks.length,
      unit: "pages/s",
    },
    { metric: "ratio, start of threads included", data, value: one / two, n: tasks.length },
  ];
}

/**
 * `npm run bench -- scale [--n REPORTS]`: what it costs to add one report to a long story, and whether the story that
 * grew is the true one. Without `--n`: 1,000 and 10,000 reports.
 */
import { Growing } from "../../src/story/tell.ts";
import { Stories } from "../../src/story/told-stories.ts";
import type { Options, Result, Row } from "../bench.ts";
import { type Generated, generated, numbers } from "./generate.ts";
import { truthRows } from "./truth.ts";

/** Reports that are added one by one to the grown story, most of them the next, a fifth of them late ones. */
const ADDED = 400;
const LATE = 5;

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Milliseconds of processor time, so that what else the machine does is not counted. */
function spent(act: () => void): number {
  const start = process.threadCpuUsage();
  act();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

function spread(data: string, what: string, times: readonly number[]): Row[] {
  const sorted = [...times].sort((a, b) => a - b);
  const row = (name: string, value: number): Row => ({
    metric: `${what} ${name}`,
    data,
    value,
    n: times.length,
    unit: "ms",
  });
  return [
    row("p50", percentile(sorted, 0.5)),
    row("p95", percentile(sorted, 0.95)),
    row("most", sorted.at(-1)!),
  ];
}

/** What a workspace does for each revision: its reports parted into stories, and each story told as it stands now. */
function revisions(data: string, first: readonly Generated[], added: readonly Generated[]): Row[] {
  const stories = new Stories();
  const readings = first.map(({ reading }) => reading);
  const anew = spent(() => stories.tell(readings));
  const next = added.slice(0, 100).map(({ reading }) =>
    spent(() => {
      readings.push(reading);
      stories.tell(readings);
    }),
  );
  return [
    { metric: "every story of a workspace, first time", data, value: anew, n: first.length, unit: "ms" },
    ...spread(data, "every story after one more report", next),
  ];
}

function measured(count: number): Row[] {
  const data = `generated, ${count.toLocaleString("en")} reports`;
  const all = generated(count + ADDED);
  const pick = numbers(88_172_645);
  // Every fifth report that is added is one that the story should have had long before.
  const late = new Set<Generated>();
  while (late.size < ADDED / LATE) late.add(all[all.length - ADDED - 1 - pick(Math.min(2000, count - 1))]!);
  const first = all.slice(0, all.length - ADDED + late.size).filter((one) => !late.has(one));
  const next = all.slice(all.length - ADDED + late.size);
  const added = [...late].flatMap((one, i) => [one, ...next.slice(i * (LATE - 1), (i + 1) * (LATE - 1))]);

  const story = new Growing();
  const built = spent(() => {
    for (const { reading } of first) story.add(reading);
    story.settle();
  });
  const adding = added.map(({ reading }) =>
    spent(() => {
      story.add(reading);
      story.settle();
    }),
  );
  const views = spent(() => {
    const told = story.story();
    told.histories();
    told.conflicts();
    told.shifts();
    told.positions();
  });
  const again = added.slice(0, 20).map(({ reading }) => {
    story.remove(reading.report.id);
    story.settle();
    return spent(() => {
      story.add(reading);
      const told = story.story();
      told.histories();
      told.conflicts();
      told.shifts();
      told.positions();
    });
  });
  const removing = added.slice(0, 100).map(({ reading }) =>
    spent(() => {
      story.remove(reading.report.id);
      story.settle();
    }),
  );
  for (const { reading } of added.slice(0, 100)) story.add(reading);
  globalThis.gc?.();
  const memory = process.memoryUsage().rss / 2 ** 20;
  return [
    ...spread(data, "add a report", adding),
    ...spread(data, "take a report out", removing),
    { metric: "all at once, a report", data, value: built / first.length, n: first.length, unit: "ms" },
    { metric: "every view, first time", data, value: views, n: count, unit: "ms" },
    ...spread(data, "add a report and see every view", again),
    { metric: "memory", data, value: memory, n: count, unit: "MB" },
    ...revisions(data, first, added),
    ...truthRows(data, all, story.story()),
  ];
}

export async function run(options: Options): Promise<Result> {
  const sizes = options.n ? [options.n] : [1000, 10_000];
  return { bench: "scale", rows: sizes.flatMap(measured) };
}

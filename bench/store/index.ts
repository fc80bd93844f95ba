/**
 * `npm run bench -- store [--n REPORTS] [--engine sqlite]`: generated reports into a workspace on each engine, at 1,000, 10,000 and 100,000 of
 * them as far as `--n` goes (1,000 unless told); how many a second are kept, how long searches and views take, how much
 * room it all takes. The readings are made up, not read: what is measured is the store.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { openStore } from "../../src/store/open.ts";
import { openWorkspace, type SearchQuery, type Workspace } from "../../src/workspace/workspace.ts";
import { startPostgres } from "../../test/store/postgres.ts";
import type { Options, Result, Row } from "../bench.ts";
import { entries, numbers, sideName, vocabulary } from "./generate.ts";

const SIZES = [1000, 10_000, 100_000];
const ACT = { who: "bench", when: "2031-04-02T10:00:00.000Z" };
const QUERIES = 120;
const VIEWS = 200;
/** Reports that are made before they are put, so that the making is not measured. */
const BATCH = 200;

interface Engine {
  readonly name: string;
  readonly where: string;
  /** Bytes on disk. */
  readonly size: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

function sqlite(): Engine {
  const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
  const where = join(folder, "bench.db");
  const files = [where, `${where}-wal`];
  const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return {
    name: "SQLite",
    where,
    size: async () => files.reduce((sum, file) => sum + sizeOf(file), 0),
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function postgres(): Promise<Engine | undefined> {
  const server = await startPostgres();
  if (!server) return undefined;
  const where = await server.database("bench");
  const size = async () => {
    const client = new Client({ connectionString: where });
    await client.connect();
    const { rows } = await client.query<{ size: string }>(
      "select pg_database_size(current_database()) as size",
    );
    await client.end();
    return Number(rows[0]!.size);
  };
  return { name: "PostgreSQL", where, size, stop: server.stop };
}

/** The value below which a share of the values lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Puts reports one by one, each a change of its own; how many a second. */
async function fill(where: string, from: number, to: number): Promise<number> {
  const store = await openStore(where, "bench", true);
  let spent = 0;
  for (let start = from; start < to; start += BATCH) {
    const batch = [...entries(start, Math.min(start + BATCH, to))];
    spent += await timed(async () => {
      for (const entry of batch) await store.put(entry, ACT);
    });
  }
  await store.close();
  return ((to - from) / spent) * 1000;
}

/** Questions of every kind that `parley search` takes, from words that half the texts have to words that few have. */
function questions(): SearchQuery[] {
  const pick = numbers(88_172_645);
  const common = () => vocabulary(pick(20));
  const any = () => vocabulary(pick(3000));
  const side = () => sideName(pick(40));
  const kinds: (() => SearchQuery)[] = [
    () => ({ text: common() }),
    () => ({ text: any() }),
    () => ({ text: `${common()} ${any()}` }),
    () => ({ text: `${common()} ${common()}` }),
    () => ({ text: `"met in" bridge` }),
    () => ({ text: "", actor: side(), stance: "rejects" }),
    () => ({ text: common(), actor: side(), issue: "ceasefire" }),
    () => ({ text: common(), from: "2024-10-10", to: "2024-10-20" }),
    () => ({ text: any(), outlet: `Outlet ${pick(60)}`, kind: "positions" }),
  ];
  return Array.from({ length: QUERIES }, (_, i) => kinds[i % kinds.length]!());
}

async function latencies(times: number, work: (i: number) => Promise<unknown>): Promise<number[]> {
  for (let i = 0; i < 5; i++) await work(i);
  const spent: number[] = [];
  for (let i = 0; i < times; i++) spent.push(await timed(() => work(i)));
  return spent;
}

async function measured(
  workspace: Workspace,
  row: (metric: string, value: number, n: number, unit: string) => void,
) {
  const asked = questions();
  const searches = await latencies(QUERIES, (i) => workspace.search(asked[i]!));
  row("search, median", quantile(searches, 0.5), QUERIES, "ms");
  row("search, p95", quantile(searches, 0.95), QUERIES, "ms");
  const pick = numbers(521_288_629);
  const page = await workspace.reports({ limit: 1000 });
  const last = (await workspace.reports({ limit: 1, backwards: true }))[0]!.seq;
  const readings = await latencies(VIEWS, () => workspace.reading(page[pick(page.length)]!.id));
  row("one reading, p95", quantile(readings, 0.95), VIEWS, "ms");
  const lists = await latencies(VIEWS, () => workspace.reports({ after: pick(last), limit: 50 }));
  row("a page of 50 reports, p95", quantile(lists, 0.95), VIEWS, "ms");
  const logs = await latencies(VIEWS, () => workspace.log({ after: pick(last), limit: 50 }));
  row("a page of 50 lines of the log, p95", quantile(logs, 0.95), VIEWS, "ms");
}

/** Fills a workspace step by step and measures at each size. */
export async function run(options: Options): Promise<Result> {
  const most = options.n ?? SIZES[0]!;
  const sizes = SIZES.includes(most) ? SIZES.filter((size) => size <= most) : [most];
  const rows: Row[] = [];
  const notes: string[] = [];
  const engines = { sqlite: async () => sqlite(), postgres };
  for (const [name, start] of Object.entries(engines)) {
    if (options.engine !== undefined && options.engine !== name) continue;
    const engine = await start();
    if (!engine) {
      notes.push("no PostgreSQL server is installed: SQLite alone");
      continue;
    }
    let from = 0;
    for (const size of sizes) {
      const data = `${engine.name}, ${size.toLocaleString("en")} reports`;
      const row = (metric: string, value: number, n: number, unit: string) => {
        rows.push({ metric, data, value, n, unit });
        if (process.stderr.isTTY || size > SIZES[0]!)
          console.error(`${data}: ${metric} ${value.toFixed(1)} ${unit}`);
      };
      row("kept a second", await fill(engine.where, from, size), size - from, "reports/s");
      const workspace = await openWorkspace(engine.where);
      await measured(workspace, row);
      await workspace.close();
      row("on disk", (await engine.size()) / 1_048_576, size, "MB");
      from = size;
    }
    await engine.stop();
  }
  return { bench: "store", rows, notes };
}

/** Kills ingest again and again, and looks at what is left. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { Client } from "pg";
import { numbers } from "../../bench/store/generate.ts";
import { isPostgres, openStore } from "../../src/store/open.ts";

const INGEST = resolve(import.meta.dirname, "ingest.ts");

export interface Killed {
  /** Kills that took place before the process was done by itself. */
  readonly kills: number;
  /** Reports that were acknowledged, over all runs. */
  readonly acknowledged: number;
  /** What is wrong with what is left, in words; empty: nothing. */
  readonly faults: readonly string[];
}

/** Runs ingest from a number on and kills it when it has said so many numbers; the last number it said. */
async function runAndKill(where: string, from: number, to: number, after: number): Promise<number> {
  const child = spawn(process.execPath, [INGEST, where, String(from), String(to)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  let [last, said] = [from - 1, 0];
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    said++;
    if (said === after) child.kill("SIGKILL");
  }
  await ended;
  return last;
}

/** How many rows each table has that must have as many as there are reports. */
async function counts(where: string): Promise<Record<string, number>> {
  const tables = ["originals", "reports", "readings", "versions", "texts"];
  const query = `select ${tables.map((name) => `(select count(*) from ${name}) as ${name}`).join(", ")}, (select count(*) from log where what = 'add') as log, (select count(distinct subject) from log) as subjects`;
  if (isPostgres(where)) {
    const client = new Client({ connectionString: where });
    await client.connect();
    const { rows } = await client
      .query<Record<string, string>>(`set search_path to parley; ${query}`)
      .then((result) => (Array.isArray(result) ? result[1] : result) as { rows: Record<string, string>[] });
    await client.end();
    return Object.fromEntries(Object.entries(rows[0]!).map(([name, count]) => [name, Number(count)]));
  }
  const { DatabaseSync } = await import("node:sqlite");
  const database = new DatabaseSync(where, { readOnly: true });
  const row = database.prepare(query).get() as Record<string, number>;
  const [check] = database.prepare("pragma integrity_check").all() as { integrity_check: string }[];
  database.close();
  return { ...row, ...(check!.integrity_check === "ok" ? {} : { integrity: -1 }) };
}

/** What is wrong with a workspace to which the reports up to and without `next` were acknowledged. */
async function faultsOf(where: string, next: number): Promise<string[]> {
  const rows = await counts(where);
  const faults: string[] = [];
  const reports = rows.reports!;
  if (reports < next) faults.push(`${next} acknowledged, ${reports} there`);
  if (reports > next + 1) faults.push(`${reports} there, ${next} acknowledged and one under way`);
  for (const [table, count] of Object.entries(rows)) {
    if (count !== reports) faults.push(`${count} in ${table}, ${reports} reports`);
  }
  return faults;
}

/** Reads back everything that is there. */
async function unreadable(where: string): Promise<string[]> {
  const store = await openStore(where, "test");
  const faults: string[] = [];
  for (const { id } of await store.reports()) {
    const [bytes, reading] = [await store.original(id), await store.reading(id)];
    if (!bytes || reading?.report.text !== Buffer.from(bytes).toString())
      faults.push(`${id} cannot be read back`);
  }
  await store.close();
  return faults;
}

/**
 * Kills ingest at `kills` moments, each a few to many reports after the one before, and takes it up again each time
 * where it said that it was.
 */
export async function killed(where: string, kills: number, seed: number): Promise<Killed> {
  const pick = numbers(seed);
  const faults: string[] = [];
  let next = 0;
  for (let kill = 0; kill < kills; kill++) {
    const last = await runAndKill(where, next, next + 10_000, 1 + pick(30));
    next = last + 1;
    for (const fault of await faultsOf(where, next)) faults.push(`after kill ${kill + 1}: ${fault}`);
  }
  return { kills, acknowledged: next, faults: [...faults, ...(await unreadable(where))] };
}

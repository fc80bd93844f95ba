/**
 * `npm run bench -- server [--n SECONDS]`: the server over the example, asked by 200 readers at once while a writer hands
 * in reports. The server runs as a user starts it, in a process of its own. Every answer is kept and held against the
 * others of its edition: one edition, one content, and no report that the edition does not have.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { resolve } from "node:path";
import type { Options, Result, Row } from "../../bench.ts";

const READERS = 200;
const SECONDS = 15;
/** Between two reports of the writer, ms. */
const PAUSE = 400;
const PROGRAM = resolve(import.meta.dirname, "../../../bin/parley.js");
const FOLDER = "examples/halvern";

/** What the page asks for, more or less as often. */
const PATHS = [
  "/api/brief",
  "/api/timeline",
  "/api/positions",
  "/api/reports",
  "/api/conflicts",
  "/api/upcoming",
  "/api/shifts",
  "/api/actors",
  "/api/events?limit=20",
  "/api/statements?actor=Karvelia",
  "/api/problems",
  "/api/sources",
  "/api/changes?since=2024-06-10",
  "/api/brief?as-of=2024-06-12",
  "/api/questions",
];

interface Got {
  readonly path: string;
  readonly status: number;
  readonly etag: string;
  readonly body: Buffer;
}

function asked(agent: Agent, address: string, path: string): Promise<Got> {
  return new Promise((done, fail) => {
    get(`${address}${path}`, { agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", fail);
      response.on("end", () => {
        const etag = response.headers.etag ?? "";
        done({ path, status: response.statusCode ?? 0, etag, body: Buffer.concat(chunks) });
      });
    }).on("error", fail);
  });
}

async function started(folder: string): Promise<{ server: ChildProcess; address: string; token: string }> {
  const args = [PROGRAM, "serve", "--port", "0", "--meta", `${folder}/meta.csv`, `${folder}/reports`];
  const server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let [out, err] = ["", ""];
  server.stdout!.on("data", (chunk) => {
    out += chunk;
  });
  server.stderr!.on("data", (chunk) => {
    err += chunk;
  });
  while (!/parley_\S+/.test(err)) {
    await Promise.race([once(server.stderr!, "data"), once(server, "exit")]);
    if (server.exitCode !== null) throw new Error(`the server did not start: ${err}`);
  }
  return { server, address: out.trim(), token: /parley_\S+/.exec(err)![0] };
}

/** A report of a day that no other has: every one makes an edition. */
function written(i: number): string {
  const day = (i % 28) + 1;
  return `Karvelia and Tamor will meet in Corvaine on ${day} July 2024, officials said. Maren Tolvic demanded a truce of ${30 + i} days. The two states hold ${400 + i} prisoners.\n`;
}

/** Answers that do not fit the others of their edition, in words. */
class Editions {
  readonly #bodies = new Map<string, Got>();
  readonly torn: string[] = [];

  take(got: Got): void {
    const key = `${got.etag} ${got.path}`;
    const known = this.#bodies.get(key);
    if (!known) this.#bodies.set(key, got);
    else if (!known.body.equals(got.body)) this.torn.push(`${got.path} has two contents in ${got.etag}`);
  }

  get count(): number {
    return new Set([...this.#bodies.values()].map(({ etag }) => etag)).size;
  }

  /** Every report that an answer names is one of its edition, and the brief counts them. */
  check(): void {
    const reports = new Map<string, Set<string>>();
    for (const { path, etag, body } of this.#bodies.values()) {
      if (path !== "/api/reports") continue;
      const heads = JSON.parse(body.toString()) as { id: string }[];
      reports.set(etag, new Set(heads.map(({ id }) => id)));
    }
    for (const { path, etag, body } of this.#bodies.values()) {
      const known = reports.get(etag);
      if (!known) continue;
      const text = body.toString();
      for (const [, id] of text.matchAll(/"report":"([0-9a-f]{16})"/g)) {
        if (!known.has(id!)) this.torn.push(`${path} of ${etag} names report ${id}, which it does not have`);
      }
      const title = path === "/api/brief" ? (JSON.parse(text) as { title: string }).title : undefined;
      if (title && Number(/\d+(?= reports)/.exec(title)?.[0]) !== known.size) {
        this.torn.push(`${path} of ${etag} tells of “${title}”, not of ${known.size} reports`);
      }
    }
  }
}

/** How the readers ask. */
interface Manner {
  readonly name: string;
  /** Between an answer and the next question, ms. */
  readonly pause: number;
}

const MANNERS: readonly Manner[] = [
  { name: "a question a second each", pause: 1000 },
  { name: "the next question at once", pause: 0 },
];

/** What was seen of one round. */
interface Round {
  readonly manner: Manner;
  /** Of each answer, ms, shortest first. */
  readonly taken: readonly number[];
  readonly errors: readonly string[];
  readonly torn: readonly string[];
  readonly added: number;
  readonly editions: number;
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** @param first number of the first report that the writer writes */
async function roundOf(
  manner: Manner,
  seconds: number,
  { address, token }: { readonly address: string; readonly token: string },
  first: number,
): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: READERS + 1 });
  const editions = new Editions();
  const taken: number[] = [];
  const errors: string[] = [];
  let added = 0;
  for (const path of PATHS) await asked(agent, address, path);
  const until = performance.now() + seconds * 1000;
  const isOn = () => performance.now() < until;

  async function reader(place: number): Promise<void> {
    await pause((manner.pause * place) / READERS);
    for (let i = place; isOn(); i++) {
      const start = performance.now();
      try {
        const got = await asked(agent, address, PATHS[i % PATHS.length]!);
        taken.push(performance.now() - start);
        if (got.status !== 200) errors.push(`${got.path}: ${got.status}`);
        else editions.take(got);
      } catch (error) {
        errors.push(String(error));
      }
      if (manner.pause > 0) await pause(manner.pause);
    }
  }
  async function writer(): Promise<void> {
    while (isOn()) {
      const i = first + added;
      const response = await fetch(`${address}/api/reports?file=${i}.txt&published=2024-06-25`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "text/plain" },
        body: written(i),
      });
      if (response.status === 201) added++;
      else errors.push(`writing: ${response.status} ${await response.text()}`);
      await pause(PAUSE);
    }
  }

  await Promise.all([writer(), ...Array.from({ length: READERS }, (_, i) => reader(i))]);
  agent.destroy();
  editions.check();
  taken.sort((a, b) => a - b);
  return { manner, taken, errors, torn: editions.torn, added, editions: editions.count };
}

function rowsOf({ manner, taken, errors, torn, added, editions }: Round, seconds: number): Row[] {
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? 0;
  const row = (metric: string, value: number, unit: string, n = taken.length): Row => ({
    metric,
    data: manner.name,
    value,
    n,
    unit,
  });
  return [
    row("answer, median", at(0.5), "ms"),
    row("answer, 95th percentile", at(0.95), "ms"),
    row("answer, 99th percentile", at(0.99), "ms"),
    row("answer, longest", at(1), "ms"),
    row("answers", taken.length / seconds, "per s"),
    row("errors", errors.length, "answers"),
    row("torn answers", torn.length, "answers"),
    row("reports added meanwhile", added, "reports", added),
    row("editions seen", editions, "editions", added),
  ];
}

export async function run(options: Options): Promise<Result> {
  const seconds = options.n ?? SECONDS;
  const { server, ...at } = await started(options.data ?? FOLDER);
  const rounds: Round[] = [];
  try {
    for (const manner of MANNERS) {
      const written = rounds.reduce((sum, { added }) => sum + added, 0);
      rounds.push(await roundOf(manner, seconds, at, written));
    }
  } finally {
    server.kill();
    if (server.exitCode === null) await once(server, "exit");
  }
  const faults = rounds.flatMap(({ errors, torn }) => [...errors, ...torn]);
  return {
    bench: "server",
    rows: rounds.flatMap((round) => rowsOf(round, seconds)),
    notes: [`${READERS} readers, one writer`, ...[...new Set(faults)].slice(0, 10)],
  };
}

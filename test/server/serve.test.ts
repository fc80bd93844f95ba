/** `parley serve` and `parley token` as a user runs them. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parley } from "../run.ts";

const PROGRAM = resolve(import.meta.dirname, "../../bin/parley.js");
const folder = mkdtempSync(join(tmpdir(), "parley-serve-"));
afterAll(() => rmSync(folder, { recursive: true }));

const db = join(folder, "talks.db");
const report = join(folder, "one.txt");
writeFileSync(report, "Belmark's president, Ilir Kastro, rejected the truce on 4 March 2031.\n");

interface Started {
  readonly server: ChildProcess;
  readonly address: string;
  /** What it has said on standard error. */
  readonly said: () => string;
}

async function started(args: readonly string[]): Promise<Started> {
  const server = spawn(process.execPath, [PROGRAM, "serve", "--port", "0", ...args]);
  let [out, err] = ["", ""];
  server.stdout.on("data", (chunk) => {
    out += chunk;
  });
  server.stderr.on("data", (chunk) => {
    err += chunk;
  });
  while (!out.includes("\n")) {
    await Promise.race([once(server.stdout, "data"), once(server, "exit")]);
    if (server.exitCode !== null) throw new Error(err);
  }
  return { server, address: out.trim(), said: () => err };
}

test("a workspace is made, given a token, served, and closed without leaving anything behind", async () => {
  expect((await parley(["token", "--db", db])).stderr).toMatch(/no workspace at/);
  expect((await parley(["init", "--db", db])).code).toBe(0);
  const made = await parley(["token", "--db", db, "--name", "mira"]);
  const token = made.stdout.trim();
  expect(token).toMatch(/^parley_[\w-]{43}$/);
  const file = `${db}.tokens`;
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, "utf8")).not.toContain(token.slice("parley_".length));
  expect((await parley(["token", "--db", db, "--name", "mira"])).code).toBe(1);
  expect((await parley(["token", "--db", db, "--list"])).stdout).toMatch(/^mira {2}20\d\d-/);

  const { server, address } = await started(["--db", db]);
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const hand = (text: string) =>
    fetch(`${address}/api/reports?file=a.txt`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: text,
    });
  expect((await hand(readFileSync(report, "utf8"))).status).toBe(201);

  // Another process adds a report: the server tells those who listen.
  const live = (await fetch(`${address}/api/live`)).body!.pipeThrough(new TextDecoderStream());
  writeFileSync(join(folder, "two.txt"), "Ostrel's envoy, Rona Illic, arrived in Tarn on 5 March 2031.\n");
  const adding = parley(["add", "--db", db, join(folder, "two.txt"), "--quiet"]);
  let heard = "";
  for await (const chunk of live) {
    heard += chunk;
    if (heard.includes('"reports":2')) break;
  }
  expect((await adding).code).toBe(0);
  expect(await (await fetch(`${address}/api`)).json()).toMatchObject({ reports: 2 });

  // A token that is taken back while the server runs opens nothing.
  expect((await parley(["token", "--db", db, "--revoke", "mira"])).code).toBe(0);
  expect((await hand("Belmark waits.")).status).toBe(401);

  server.kill("SIGTERM");
  const [code] = await once(server, "exit");
  expect(code).toBe(0);
  expect(existsSync(`${db}-wal`)).toBe(false);
}, 120_000);

test("files are served without a workspace; a reader who listens does not keep the server from ending", async () => {
  const { server, address, said } = await started([report]);
  expect(await (await fetch(`${address}/api/reports`)).json()).toMatchObject([{ file: report }]);
  const listening = await fetch(`${address}/api/live`);
  server.kill("SIGINT");
  const [code] = await once(server, "exit");
  expect(code).toBe(0);
  expect(said()).toMatch(/1 report;/);
  await listening.body!.cancel();
}, 60_000);

test("what is wrong with the call is said in one line", async () => {
  for (const [args, reason] of [
    [[], /name a workspace with --db, or reports/],
    [["--db", join(folder, "none.db")], /no workspace at/],
    [["--db", db, "--port", "x"], /'x' is no port/],
    [["--db", db, "--host", "203.0.113.7"], /cannot listen on 203\.0\.113\.7/],
  ] as const) {
    const { code, stderr } = await parley(["serve", "--port", "0", ...args]);
    expect(code).toBe(1);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toMatch(reason);
  }
}, 60_000);

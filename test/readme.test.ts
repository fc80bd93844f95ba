/** What the README says is run, and what CI runs is what the README says. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { VERSION } from "../src/version.ts";
import { parley, run } from "./run.ts";

const root = resolve(import.meta.dirname, "..");
const read = (file: string) => readFileSync(resolve(root, file), "utf8");
const manifest = JSON.parse(read("package.json")) as { version: string; scripts: Record<string, string> };

/** The lines of the README's shell blocks. */
const commands = [...read("README.md").matchAll(/```sh\n([\s\S]*?)```/g)].flatMap((block) =>
  block[1]!.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#")),
);

test("the first command reads the example and prints its brief", async () => {
  expect(commands[0]).toBe("npm ci && npm run demo");
  const [, script, ...args] = manifest.scripts.demo!.split(" ");
  const { code, stdout } = await run([resolve(root, script!), ...args]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^# /);
  expect(stdout).toMatch(/\[\^1\]: /);
}, 120_000);

test("the second command is what CI runs", () => {
  expect(commands[1]).toBe("npm ci && npm test");
  const ci = read(".ci/run")
    .split("\n")
    .filter((line) => line.startsWith("npm"));
  expect(ci.join(" && ")).toBe(commands[1]);
});

test("every parley command in the README ends well", async () => {
  const shown = commands.filter((line) => line.startsWith("npx parley ") && !/ serve /.test(line));
  expect(shown.length).toBeGreaterThan(4);
  for (const line of shown) {
    const args = line
      .replace("npx parley ", "")
      .split(" ")
      .map((arg) => (arg.startsWith("examples/") ? resolve(root, arg) : arg));
    const { code, stderr } = await parley([...args, "--quiet"]);
    expect(code, `${line}\n${stderr}`).toBe(0);
  }
}, 300_000);

test("the server that the README starts serves the example", async () => {
  const line = commands.find((command) => command.startsWith("npx parley serve "))!;
  const args = line
    .replace("npx parley ", "")
    .replace(/--port \d+/, "--port 0")
    .split(" ");
  const server = spawn(process.execPath, ["bin/parley.js", ...args], { cwd: root });
  const [address] = (await once(server.stdout, "data")) as [Buffer];
  const response = await fetch(`${address.toString().trim()}/api/brief`);
  expect(((await response.json()) as { title: string }).title).toMatch(/^Brief of 18 reports/);
  server.kill();
  expect(await once(server, "exit")).toEqual([0, null]);
}, 120_000);

test("the version is that of the package, and help has examples", async () => {
  expect(VERSION).toBe(manifest.version);
  for (const command of ["read", "brief", "timeline", "positions", "conflicts", "problems", "actors"]) {
    const { stdout, code } = await parley([command, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Examples:\n\s+(parley|echo)/);
  }
});

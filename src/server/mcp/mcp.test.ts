/** The tools, asked by a real client: over HTTP and over standard input and output. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleReports, type Stand, stand } from "../../../test/server/stand.ts";
import { openWorkspace } from "../../workspace/workspace.ts";
import type { Cited } from "./library.ts";
import { tools } from "./tools.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

/** Some reports of the example, that contradict each other. */
const CHOSEN = /^(?:01|02|05|10|14|15|17|18)-/;

const folder = mkdtempSync(join(tmpdir(), "parley-mcp-"));
const db = join(folder, "talks.db");
let server: Stand;
beforeAll(async () => {
  const workspace = await openWorkspace(db, { create: true });
  for (const { bytes, options } of exampleReports()) {
    if (CHOSEN.test(options.file!)) await workspace.add(bytes, options);
  }
  await workspace.close();
  server = await stand({ db });
}, 60_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const clients: readonly (readonly [string, () => Transport])[] = [
  ["HTTP", () => new StreamableHTTPClientTransport(new URL(`${server.address}/mcp`)) as Transport],
  [
    "stdio",
    () =>
      new StdioClientTransport({
        command: process.execPath,
        args: ["bin/parley.js", "mcp", "--db", db],
        cwd: ROOT,
      }),
  ],
];

/** Every citation within a value. */
function citedIn(value: unknown): Cited[] {
  if (typeof value !== "object" || value === null) return [];
  if ("quote" in value && "start" in value) return [value as Cited];
  return Object.values(value).flatMap(citedIn);
}

describe.each(clients)("over %s", (_, transport) => {
  const client = new Client({ name: "test", version: "1" });
  let texts: Map<string, string>;

  beforeAll(async () => {
    await client.connect(transport());
    const heads = (await (await server.ask("/api/reports")).json()) as { id: string }[];
    const loaded = heads.map(async ({ id }) => {
      const { text } = (await (await server.ask(`/api/reports/${id}`)).json()) as { text: string };
      return [id, text] as const;
    });
    texts = new Map(await Promise.all(loaded));
  }, 60_000);
  afterAll(() => client.close());

  async function call(name: string, given: Record<string, unknown> = {}) {
    const result = await client.callTool({ name, arguments: given });
    const [{ text }] = result.content as [{ text: string }];
    return {
      value: result.structuredContent as Record<string, unknown>,
      text,
      isError: result.isError === true,
    };
  }

  /** Every quote stands where it is said to, in a report of the outlet and the day that are said. */
  function holds(value: unknown, least = 1): void {
    const cited = citedIn(value);
    expect(cited.length).toBeGreaterThanOrEqual(least);
    for (const { report, start, end, quote } of cited) {
      expect(texts.get(report)?.slice(start, end)).toBe(quote);
    }
    expect(cited.some(({ outlet, published }) => outlet !== undefined && published !== undefined)).toBe(true);
  }

  test("the tools are listed, each with schemas, none of them writing", async () => {
    const listed = (await client.listTools()).tools;
    expect(listed.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
    for (const { inputSchema, outputSchema, annotations, description } of listed) {
      expect(inputSchema.type).toBe("object");
      expect(outputSchema?.type).toBe("object");
      expect(annotations?.readOnlyHint).toBe(true);
      expect(description!.length).toBeGreaterThan(20);
    }
    expect(client.getInstructions()).toMatch(/data/);
  });

  test.each([
    ["brief", {}],
    ["brief", { length: "full", asOf: "2024-06-12" }],
    ["search", { words: "prisoners" }],
    ["positions", { actor: "Karvelia" }],
    ["positions", { issue: "ceasefire" }],
    ["timeline", {}],
    ["timeline", { upcoming: true, asOf: "2024-06-21" }],
    ["conflicts", { kind: "figure" }],
    ["changes", { since: "2024-06-10" }],
    ["audit", { text: "Tolvic and Hadry met in Brannholm on 18 June 2024. Velsik has resigned." }],
  ])("%s %o answers with spans that hold", async (name, given) => {
    const { value, text, isError } = await call(name, given);
    expect(isError, text).toBe(false);
    holds(value);
    const [first] = citedIn(value);
    expect(text).toContain(`report ${first!.report}, ${first!.start}–${first!.end}`);
  });

  test("from a contradiction to its evidence, to the report around it", async () => {
    const { value } = await call("conflicts");
    const [conflict] = value.conflicts as { id: string; sides: { spans: Cited[] }[] }[];
    const ofConflict = await call("evidence", { id: conflict!.id });
    holds(ofConflict.value, 2);
    const { finding, quote, report } = conflict!.sides[0]!.spans[0]!;
    const ofFinding = await call("evidence", { id: finding! });
    holds(ofFinding.value);
    const spans = ofFinding.value.spans as (Cited & { sentence: string })[];
    expect(spans.some((span) => span.sentence.includes(quote))).toBe(true);
    const around = await call("report", { id: report, start: 10, length: 50 });
    expect(around.value).toMatchObject({ start: 10, end: 60, text: texts.get(report)!.slice(10, 60) });
  });

  test("what cannot be answered is told, not thrown", async () => {
    const absent = await call("evidence", { id: "no-such-id" });
    expect(absent).toMatchObject({ isError: true, text: "nothing in the record has the id no-such-id" });
    const wrong = await call("timeline", { asOf: "soon" });
    expect(wrong.isError).toBe(true);
    expect(wrong.text).toMatch(/2031-04-12/);
  });
});

test("over HTTP, a body that is too long or no JSON is refused", async () => {
  const headers = { "content-type": "application/json", accept: "application/json, text/event-stream" };
  const post = (body: string) => server.ask("/mcp", { method: "POST", headers, body });
  expect((await post("{")).status).toBe(400);
  expect((await post(`"${"x".repeat(1 << 20)}"`)).status).toBe(413);
  expect((await server.ask("/mcp")).status).toBe(405);
});

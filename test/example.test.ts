/** The bundled example, all the way: what the README promises of it, and what must hold for every output. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, expect, test } from "vitest";
import type { Brief } from "../src/record/brief.ts";
import { KINDS, type Reading } from "../src/record/reading.ts";
import { parley } from "./run.ts";

const root = resolve(import.meta.dirname, "..");
const REPORTS = resolve(root, "examples/halvern/reports");
const META = resolve(root, "examples/halvern/meta.csv");

let json: string;
let readings: Reading[];

beforeAll(async () => {
  const { stdout } = await parley(["read", "--json", "--quiet", "--meta", META, REPORTS]);
  json = stdout;
  readings = JSON.parse(stdout);
}, 120_000);

test("readings fit the published schema", () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(resolve(root, "schema/reading.json"), "utf8")));
  for (const reading of readings) expect(validate(reading), JSON.stringify(validate.errors?.[0])).toBe(true);
  expect(readings).toHaveLength(18);
});

test("the schema refuses a finding without a quote", () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(resolve(root, "schema/reading.json"), "utf8")));
  const [first] = readings;
  const [event, ...events] = first!.events;
  expect(validate({ ...first, events: [{ ...event, at: [] }, ...events] })).toBe(false);
});

/** Every `{ start, end, text }` anywhere in a value. */
function spansIn(value: unknown): { start: number; end: number; text: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const own =
    "start" in value && "end" in value && "text" in value
      ? [value as { start: number; end: number; text: string }]
      : [];
  return [...own, ...Object.values(value).flatMap(spansIn)];
}

test("every quote stands in its report at its offsets", () => {
  for (const { report, ...rest } of readings) {
    const spans = KINDS.flatMap((kind) => spansIn(rest[kind]));
    expect(spans.length).toBeGreaterThan(50);
    for (const { start, end, text } of spans) expect(report.text.slice(start, end)).toBe(text);
  }
});

test("ids are unique in a reading, and references lead to a finding of it", () => {
  for (const reading of readings) {
    const ids = KINDS.flatMap((kind) => reading[kind].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(ids);
    for (const { participants, recipients } of reading.events) {
      for (const { id } of [...participants, ...recipients]) expect(known).toContain(id);
    }
    for (const { holder } of reading.positions) for (const { id } of holder) expect(known).toContain(id);
  }
});

test("the same files give the same bytes", async () => {
  const { stdout } = await parley(["read", "--json", "--quiet", "--meta", META, REPORTS]);
  expect(stdout).toBe(json);
}, 120_000);

test("every footnote of the brief is the exact quote of its report, and every sentence has one", async () => {
  const { stdout } = await parley(["brief", "--json", "--quiet", "--meta", META, REPORTS]);
  const brief: Brief = JSON.parse(stdout);
  expect(brief.sections.length).toBeGreaterThan(3);
  const texts = new Map(readings.map(({ report }) => [report.id, report.text]));
  for (const { report, quote } of brief.footnotes) {
    expect(texts.get(report)?.slice(quote.start, quote.end)).toBe(quote.text);
  }
  const numbers = new Set(brief.footnotes.map(({ number }) => number));
  for (const { sentences } of brief.sections) {
    for (const { text, footnotes } of sentences) {
      expect(footnotes.length, text).toBeGreaterThan(0);
      for (const number of footnotes) expect(numbers).toContain(number);
    }
  }
}, 120_000);

test("each command answers in words and in JSON", async () => {
  for (const command of ["timeline", "positions", "conflicts", "problems", "actors"]) {
    const words = await parley([command, "--quiet", "--meta", META, REPORTS]);
    expect(words.code, words.stderr).toBe(0);
    expect(words.stdout.trim()).not.toBe("");
    const data = await parley([
      command,
      "--json",
      "--quiet",
      "--as-of",
      "2024-06-12",
      "--meta",
      META,
      REPORTS,
    ]);
    expect(Array.isArray(JSON.parse(data.stdout))).toBe(true);
  }
}, 240_000);

test("nothing published after the day of a view is in it", async () => {
  const { stdout } = await parley([
    "brief",
    "--json",
    "--quiet",
    "--as-of",
    "2024-06-10",
    "--meta",
    META,
    REPORTS,
  ]);
  const brief: Brief = JSON.parse(stdout);
  expect(brief.footnotes.length).toBeGreaterThan(0);
  for (const { published } of brief.footnotes)
    expect((published ?? "").slice(0, 10) <= "2024-06-10").toBe(true);
}, 120_000);

test("standard input is read with its date", async () => {
  const { stdout, code } = await parley(
    ["read", "--json", "--published", "-=2031-04-03", "-"],
    "Belmark rejected the truce on Friday.\n",
  );
  expect(code).toBe(0);
  const [reading] = JSON.parse(stdout) as Reading[];
  expect(reading?.report.published).toMatchObject({ value: "2031-04-03", basis: "given" });
  expect(reading?.times[0]?.value).toBe("2031-03-28");
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isEdtf } from "../src/record/edtf.ts";

type Item = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly evidence: string;
  readonly span?: readonly [number, number];
  readonly text_span?: readonly [number, number];
};
type Gold = Readonly<Record<string, unknown>> & {
  readonly article: { readonly file: string; readonly annotated: "whole" | "planted" };
};

/** Reports and gold of an example, by number. */
function readExample(name: string): { golds: Map<string, Gold>; texts: Map<string, string> } {
  const folder = join(import.meta.dirname, name);
  const files = readdirSync(join(folder, "gold")).filter((file) => /^\d\d\.json$/.test(file));
  return {
    golds: new Map(
      files.map((file) => [file.slice(0, 2), JSON.parse(readFileSync(join(folder, "gold", file), "utf8"))]),
    ),
    texts: new Map(
      readdirSync(join(folder, "reports")).map((file) => [
        file.slice(0, 2),
        readFileSync(join(folder, "reports", file), "utf8"),
      ]),
    ),
  };
}

const { golds, texts } = readExample("halvern");
const elsewhere = readExample("elsewhere");
const abroad = readExample("abroad");
const beyond = readExample("beyond");
const afield = readExample("afield");
const furtherSets = ["highlands", "summits", "straits", "harbours", "reactors", "provinces"].map((name) => ({
  name,
  ...readExample(name),
}));

function itemsOf(gold: Gold): Item[] {
  return Object.values(gold).filter(Array.isArray).flat() as Item[];
}

/** Every string of a value, however deep, with the name of the field that it stands in. */
function strings(value: unknown, field = ""): { field: string; text: string }[] {
  if (typeof value === "string") return [{ field, text: value }];
  if (Array.isArray(value)) return value.flatMap((each) => strings(each, field));
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, each]) => strings(each, name));
}

const ID = /^\d\d\.[aptesoqcrx]\.\w+$/;
const REPORTS = new Set(["report", "reports", "independent", "published", "from"]);
const DATES = new Set(["when_value", "published", "as_of", "date"]);

it("annotates every report of the examples", () => {
  expect([...golds.keys()]).toEqual([...texts.keys()].sort());
  expect(golds.size).toBe(18);
  expect([...elsewhere.golds.keys()]).toEqual([...elsewhere.texts.keys()].sort());
  expect(elsewhere.golds.size).toBe(3);
  expect([...abroad.golds.keys()]).toEqual([...abroad.texts.keys()].sort());
  expect(abroad.golds.size).toBe(4);
  expect([...beyond.golds.keys()]).toEqual([...beyond.texts.keys()].sort());
  expect(beyond.golds.size).toBe(2);
  expect([...afield.golds.keys()]).toEqual([...afield.texts.keys()].sort());
  expect(afield.golds.size).toBeGreaterThan(0);
  for (const { golds: annotated, texts: reports } of furtherSets) {
    expect([...annotated.keys()]).toEqual([...reports.keys()].sort());
    expect(annotated.size).toBeGreaterThan(4);
  }
});

const annotated = [
  ...[...golds].map(([name, gold]) => ["halvern", name, gold, texts.get(name) ?? ""] as const),
  ...[...elsewhere.golds].map(
    ([name, gold]) => ["elsewhere", name, gold, elsewhere.texts.get(name) ?? ""] as const,
  ),
  ...[...abroad.golds].map(([name, gold]) => ["abroad", name, gold, abroad.texts.get(name) ?? ""] as const),
  ...[...beyond.golds].map(([name, gold]) => ["beyond", name, gold, beyond.texts.get(name) ?? ""] as const),
  ...[...afield.golds].map(([name, gold]) => ["afield", name, gold, afield.texts.get(name) ?? ""] as const),
  ...furtherSets.flatMap(({ name: example, golds: annotated, texts: reports }) =>
    [...annotated].map(([name, gold]) => [example, name, gold, reports.get(name) ?? ""] as const),
  ),
];

describe.each(annotated)("gold of %s, %s", (_, name, gold, text) => {
  const items = itemsOf(gold);
  const ids = new Set(items.map((item) => item.id));

  it("has evidence that stands where it says", () => {
    expect(items.length).toBeGreaterThan(0);
    const html = gold.article.file.endsWith(".html");
    for (const item of items) {
      expect(item.evidence, item.id).not.toBe("");
      if (html) expect(item.span, item.id).toBeUndefined();
      else expect(text.slice(...(item.span ?? [0, 0])), item.id).toBe(item.evidence);
      if (item.text_span) expect(text.slice(...item.text_span), item.id).toBe(item.text);
    }
  });

  it("has further evidence, mentions, contents and quotations that stand in the text", () => {
    if (gold.article.file.endsWith(".html")) return;
    const verbatim = new Set(["also", "mentions", "content", "parts"]);
    const statements = new Set(((gold.statements ?? []) as Item[]).map((item) => item.id));
    for (const item of items) {
      for (const { field, text: quote } of strings(item)) {
        if (!verbatim.has(field) || (field === "content" && !statements.has(item.id))) continue;
        expect(text.includes(quote), `${item.id}: ${quote}`).toBe(true);
      }
    }
  });

  it("has ids that are its own, unlike each other and resolved", () => {
    expect(ids.size).toBe(items.length);
    for (const { text: id } of strings(gold).filter((each) => ID.test(each.text))) {
      expect(ids.has(id), id).toBe(true);
      expect(id.startsWith(`${name}.`), id).toBe(true);
    }
  });

  it("has dates in EDTF", () => {
    const times = (gold.times ?? []) as Item[];
    const values = times.flatMap((time) => strings([time.value, time.alt_values]));
    const others = strings(items).filter(({ field }) => DATES.has(field));
    for (const { text: value } of [...values, ...others]) expect(isEdtf(value), value).toBe(true);
  });
});

describe("gold of the story", () => {
  const story: Readonly<Record<string, unknown>> = JSON.parse(
    readFileSync(join(import.meta.dirname, "halvern", "gold", "story.json"), "utf8"),
  );
  const items = new Set([...golds.values()].flatMap((gold) => itemsOf(gold).map((item) => item.id)));
  const all = strings(story);
  const own = all.filter(({ field }) => field === "id").map(({ text: id }) => id);

  it("resolves every id, in the reports and in itself", () => {
    expect(new Set(own).size).toBe(own.length);
    const known = new Set([...items, ...own]);
    const named = all.filter(({ text: id }) => ID.test(id) || /^[ihkv]\.\w+$/.test(id));
    expect(named.length).toBeGreaterThan(100);
    for (const { field, text: id } of named) expect(known.has(id), `${field}: ${id}`).toBe(true);
  });

  it("names reports that exist", () => {
    const reports = all.filter(({ field, text: id }) => REPORTS.has(field) && /^\d\d$/.test(id));
    expect(reports.length).toBeGreaterThan(50);
    for (const { text: id } of reports) expect(texts.has(id), id).toBe(true);
  });

  it("has dates in EDTF", () => {
    const dates = all.filter(({ field }) => field === "when" || field === "told" || field === "as_of");
    expect(dates.length).toBeGreaterThan(50);
    for (const { text: value } of dates) expect(isEdtf(value), value).toBe(true);
  });
});

it("keeps the texts that must stay silent listed", () => {
  const silent = readdirSync(join(import.meta.dirname, "silent"));
  const listed = readFileSync(join(import.meta.dirname, "silent", "README.md"), "utf8");
  const named = silent.filter((name) => name.endsWith(".txt"));
  expect(named).toHaveLength(28);
  for (const name of named) expect(listed).toContain(`\`${name.replace(".txt", "")}\``);
});

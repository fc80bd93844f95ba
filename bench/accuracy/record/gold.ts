import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** An item of a gold file; the fields depend on its kind. */
export interface GoldItem {
  readonly id: string;
  readonly evidence: string;
  readonly span?: readonly [number, number];
  readonly text_span?: readonly [number, number];
  readonly also?: readonly string[];
  readonly optional?: boolean;
  readonly [field: string]: unknown;
}

export interface GoldReport {
  readonly name: string;
  /** True where the whole report is annotated, so that what is not listed is wrong. */
  readonly whole: boolean;
  readonly file: string;
  readonly items: Readonly<Record<string, readonly GoldItem[]>>;
}

/** Every annotated report of a gold folder, in the order of the file names. */
export function readGold(folder: string): GoldReport[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json") && name !== "story.json")
    .sort()
    .map((name) => {
      const data = JSON.parse(readFileSync(join(folder, name), "utf8"));
      const items = Object.fromEntries(Object.entries(data).filter(([, value]) => Array.isArray(value)));
      return {
        name: name.replace(".json", ""),
        whole: data.article?.annotated !== "planted",
        file: data.article.file,
        items: items as Record<string, GoldItem[]>,
      };
    });
}

/** A field that holds one value, a list or nothing, with its accepted alternatives. */
export function accepted(item: GoldItem, field: string): readonly unknown[] {
  const own = item[field];
  const others = item[`${field}_alt`];
  return [own, ...(Array.isArray(others) ? others : others === undefined ? [] : [others])];
}

/** Ids in a field that holds a list of them. */
export function ids(item: GoldItem, field: string): readonly string[] {
  const value = item[field];
  return Array.isArray(value) ? value.map(String) : typeof value === "string" ? [value] : [];
}

/** Every range of the report's text that is good evidence for the item. */
export function ranges(item: GoldItem, text: string): { start: number; end: number }[] {
  const result: { start: number; end: number }[] = [];
  const [start, end] = item.text_span ?? item.span ?? [-1, -1];
  if (start >= 0 && end <= text.length) result.push({ start, end });
  for (const quote of item.span ? (item.also ?? []) : [item.evidence, ...(item.also ?? [])]) {
    for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
      result.push({ start: at, end: at + quote.length });
    }
  }
  return result;
}

import type { PageLine } from "./page-lines.ts";

/** How much of a page's height, from its first and its last line, running heads and feet may take. */
const MARGIN = 0.08;
/** Steps of the height at which the same line stands on other pages, in points. */
const SAME_HEIGHT = 6;

const PAGE_NUMBER = /^\W{0,3}(?:page\s+)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?\W{0,3}$/i;

/** Lines that stand above or below the text of each page: the same but for numbers on several, or a page's number. */
export function runningHeads(pages: readonly (readonly PageLine[])[]): ReadonlySet<PageLine> {
  const heads = new Set<PageLine>();
  const places = new Map<string, PageLine[]>();
  for (const lines of pages) {
    const seen = new Set<string>();
    for (const line of marginal(lines)) {
      if (PAGE_NUMBER.test(line.text)) heads.add(line);
      const key = `${Math.round(line.y / SAME_HEIGHT)} ${line.text.replace(/\d+/g, "#").replace(/\s+/g, " ")}`;
      if (seen.has(key)) continue;
      seen.add(key);
      places.set(key, [...(places.get(key) ?? []), line]);
    }
  }
  for (const lines of places.values()) {
    if (lines.length >= 2 && lines.length * 3 >= pages.length) for (const line of lines) heads.add(line);
  }
  return heads;
}

function marginal(lines: readonly PageLine[]): readonly PageLine[] {
  const heights = lines.map(({ y }) => y);
  const top = heights.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const bottom = heights.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const margin = (top - bottom) * MARGIN;
  return lines.filter(({ y }) => y >= top - margin || y < bottom + margin);
}

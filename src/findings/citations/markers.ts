import { type Block, isProse } from "../../record/report.ts";
import type { Range } from "../../record/span.ts";

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const MARKER = /\[\^?(\d{1,3}(?:\s?[,–-]\s?\d{1,3})*)\]|([⁰¹²³⁴-⁹]{1,3})/gu;

/** Where references to footnotes stand in the prose, by the label they name; "[2, 4]" and "[2–4]" name several. */
export function markersIn(text: string, blocks: readonly Block[]): ReadonlyMap<string, readonly Range[]> {
  const found = new Map<string, Range[]>();
  for (const block of blocks) {
    if (!isProse(block)) continue;
    for (const match of text.slice(block.start, block.end).matchAll(MARKER)) {
      const start = block.start + match.index;
      for (const label of labelsOf(match)) {
        const ranges = found.get(label) ?? [];
        ranges.push({ start, end: start + match[0].length });
        found.set(label, ranges);
      }
    }
  }
  return found;
}

function labelsOf(match: RegExpMatchArray): readonly string[] {
  if (match[2] !== undefined) return [[...match[2]].map((one) => SUPERSCRIPTS.indexOf(one)).join("")];
  return (match[1] ?? "").split(",").flatMap((part) => {
    const [from, to] = part.split(/[–-]/u).map((number) => Number(number.trim()));
    if (from === undefined || Number.isNaN(from)) return [];
    const last = to === undefined || to < from || to - from > 50 ? from : to;
    return Array.from({ length: last - from + 1 }, (_, i) => String(from + i));
  });
}

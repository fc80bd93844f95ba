/** The extractor of times: temporal expressions of the prose, with their dates and what they were counted from. */

import { formatDay } from "../../record/day.ts";
import type { Extent } from "../../record/edtf.ts";
import { extent } from "../../record/edtf.ts";
import { type Block, isProse, type Part, type Report } from "../../record/report.ts";
import { spanAt } from "../../record/span.ts";
import type { Time } from "../../record/time.ts";
import { extractor, finding } from "../extractor.ts";
import { findTimes, type TimeExpression } from "./find.ts";
import type { Meaning } from "./meaning.ts";
import { toRelative } from "./relative.ts";
import { tenseOf } from "./tense.ts";

/** Blocks that are read for times beside the prose: their dates are part of the report. */
const ALSO = new Set(["dateline", "byline", "caption", "table"]);

export const times = extractor({
  name: "times",
  needs: [],
  makes: "times",
  *extract(context) {
    const { report } = context;
    const { doc } = context.language;
    // Of an endless text only the beginning is read; times are looked for no further.
    const readTo = doc.size === 0 ? report.text.length : doc.end[doc.size - 1]!;
    const told = report.blocks.filter(({ start, kind }) => start < readTo || kind === "dateline");
    const parts = told.filter((block) => isProse(block) || ALSO.has(block.kind) || isStamp(block));
    const stamps = parts.filter((block) => isStamp(block));
    const tenseAt = tenseOf(context.language.clauses, report.text);
    for (const { parts: together, published } of byEntry(report, parts)) {
      const ids: string[] = [];
      const found = findTimes(report.text, {
        parts: together,
        tenseAt,
        ...(published !== undefined && { published }),
      });
      for (const [index, expression] of found.entries()) {
        const at = spanAt(report.text, expression.start, expression.end);
        const anchorTime = expression.reference === undefined ? undefined : ids[expression.reference];
        const time = finding(
          context,
          "times",
          [at],
          expression.resolution.value ?? expression.rule,
          fieldsOf(expression, anchorTime),
        );
        ids[index] = time.id;
        if (isRecorded(expression, stamps)) yield time;
      }
    }
  },
});

/** The blocks that are told together, with the days from which they count: each entry of a live report has its own. */
function byEntry(
  report: Report,
  blocks: readonly Block[],
): readonly { parts: readonly Block[]; published: Extent | undefined }[] {
  const published = publishedExtent(report);
  const entries = (report.parts ?? []).filter(({ kind }) => kind === "entry");
  if (entries.length === 0) return [{ parts: blocks, published }];
  const groups = new Map<Part | undefined, Block[]>();
  let next = 0;
  for (const block of blocks) {
    while (next < entries.length && entries[next]!.end <= block.start) next++;
    const entry = entries[next];
    const inside = entry !== undefined && entry.start <= block.start ? entry : undefined;
    groups.set(inside, [...(groups.get(inside) ?? []), block]);
  }
  return [...groups].map(([entry, parts]) => {
    const day = entry?.published?.value;
    return { parts, published: (day === undefined ? undefined : extent(day)) ?? published };
  });
}

/** Days on which the report was published; `undefined` where that is unknown. */
export function publishedExtent({ published }: Report): Extent | undefined {
  return published.value === undefined ? undefined : extent(published.value);
}

/** Rules whose expressions have no number and no place: "days before", "years ago". */
const UNPLACED = new Set(["bare lengths", "weeks ago"]);

/** Words like "now" and "recently" place nothing, and rates ("a month") are no time of the record. */
function isRecorded({ meaning, rule, start, resolution }: TimeExpression, stamps: readonly Block[]): boolean {
  if (meaning.kind === "vague" || UNPLACED.has(rule) || isRate(rule, meaning)) return false;
  const inStamp = stamps.some((block) => block.start <= start && start < block.end);
  return (
    !inStamp || (meaning.kind === "named" && meaning.slot.slot === "day" && resolution.value !== undefined)
  );
}

/** "$500 million a year" tells how fast, not when. */
function isRate(rule: string, meaning: Meaning): boolean {
  return rule === "length" && meaning.kind === "every";
}

/** The longest line of furniture that is read for the date of the report. */
const LONGEST_STAMP = 80;

/** A line of furniture that may hold the report's own date: "Velden, 5 June". */
function isStamp({ kind, start, end }: Block): boolean {
  return kind === "furniture" && end - start < LONGEST_STAMP;
}

function fieldsOf(
  { family, rule, meaning, direction, resolution }: TimeExpression,
  anchorTime: string | undefined,
): Omit<Time, "id" | "at" | "according"> {
  const { type, value, alternatives, to, unresolved } = resolution;
  const relative =
    value === undefined || value.startsWith("XXXX-") ? toRelative(meaning, direction) : undefined;
  const interval = resolution.extent === undefined ? undefined : intervalOf(resolution.extent);
  const hangs = to === "reference" && anchorTime !== undefined;
  return {
    modality: "asserted",
    type,
    ...(value !== undefined && { value }),
    ...(value !== undefined && type !== "duration" && type !== "set" && { when: value }),
    ...(alternatives !== undefined && { alternatives }),
    ...(interval !== undefined && { interval }),
    anchor: hangs ? { to: "time", time: anchorTime } : { to: to === "none" ? "none" : "publication" },
    ...(relative !== undefined && { relative }),
    ...(unresolved !== undefined && { unresolved }),
    by: `times/${family}/${rule}`,
    score: scoreOf(resolution.value, direction === undefined, meaning.kind),
  };
}

function intervalOf({ from, to }: Extent): { earliest?: string; latest?: string } {
  return {
    ...(Number.isFinite(from) && { earliest: formatDay(from) }),
    ...(Number.isFinite(to) && { latest: formatDay(to - 1) }),
  };
}

/** A first reckoning: dates that stand in full are surest, those that hang on a tense that was not found least. */
function scoreOf(value: string | undefined, tenseUnknown: boolean, kind: string): number {
  if (value === undefined) return 0.5;
  if (kind === "fixed") return 0.95;
  return kind === "named" && tenseUnknown ? 0.8 : 0.9;
}

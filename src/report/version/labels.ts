/** Labels of versions before a headline: "URGENT", "UPDATE 2-…", "(2nd LD) …", "CORRECTED-UPDATE 1-…". */
import data from "../../../data/lexicon/desk-notes.json" with { type: "json" };
import type { Version } from "../../record/report.ts";

export type VersionKind = Version["kind"];

export interface Label {
  readonly kind: VersionKind;
  readonly number?: number;
  /** Where the label ends in the line, and where the headline behind it begins. */
  readonly end: number;
  readonly rest: number;
}

const KINDS: ReadonlyMap<string, VersionKind> = new Map(
  Object.entries(data.labels).flatMap(([kind, words]) =>
    words.map((word) => [word, kind as VersionKind] as const),
  ),
);
/** The label that matters where several stand in a row. */
const RANK: readonly VersionKind[] = ["withdrawal", "correction", "update", "alert", "repeat"];
const MOST_LABELS = 3;
const LONGEST = 60;
/** The words of a label, and what parts it from the headline. */
const WORDS = /^\(?((?:\d{1,2}(?:st|nd|rd|th)\s)?\p{L}{2,11}(?:[ -]\p{L}{3,9})?)(?:\s(\d{1,2}))?(\))?/iu;
const PARTED = /^\s?[-–—:|]\s?(?=\S)/u;

/** The labels at the beginning of a line as one; `undefined` where there is none. */
export function labelOf(line: string): Label | undefined {
  const found: { kind: VersionKind; number: number | undefined }[] = [];
  let end = 0;
  let rest = 0;
  while (found.length < MOST_LABELS) {
    const next = firstLabel(line.slice(rest, rest + LONGEST));
    if (next === undefined) break;
    found.push(next);
    end = rest + next.end;
    rest += next.rest;
  }
  const kind = RANK.find((one) => found.some((label) => label.kind === one));
  const number = found.find((label) => label.number !== undefined)?.number;
  return kind && { kind, ...(number !== undefined && { number }), end, rest };
}

function firstLabel(
  text: string,
): { kind: VersionKind; number: number | undefined; end: number; rest: number } | undefined {
  const found = WORDS.exec(text);
  if (found === null) return undefined;
  // "UPDATE ON TALKS": one word may be the label where two are none.
  for (const words of [found[1]!, found[1]!.split(/[ -](?=\p{L}+$)/u)[0]!]) {
    const kind = KINDS.get(words.toLowerCase().replace(/^\d+\p{L}+\s/u, ""));
    if (kind === undefined) continue;
    const isWhole = words === found[1];
    const isBracketed = text.startsWith("(");
    if (isBracketed && (!isWhole || found[3] === undefined)) return undefined;
    const end = isWhole ? found[0].length : words.length;
    const behind = text.slice(end);
    const mark = isBracketed ? /^\s?/u.exec(behind) : PARTED.exec(behind);
    // In small letters a label needs its colon or its number: "Update: …", "Lead-free" is none.
    const isLoud = words === words.toUpperCase() || isBracketed;
    const ordinal = Number.parseInt(words, 10);
    const number = Number(found[2] ?? (Number.isNaN(ordinal) ? Number.NaN : ordinal));
    const isSure = isLoud || !Number.isNaN(number) || /^\s?:/u.test(behind);
    if (behind.trim() === "" && (isLoud || !Number.isNaN(number)))
      return made(kind, number, end, text.length);
    if (mark !== null && isSure && behind.trim() !== "") return made(kind, number, end, end + mark[0].length);
  }
  return undefined;
}

function made(kind: VersionKind, number: number, end: number, rest: number) {
  return { kind, number: number >= 1 ? number : undefined, end, rest };
}

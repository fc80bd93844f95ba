/** One position where several rules, several items of one list or several sentences tell the same. */
import type { Doc } from "../../language/doc.ts";
import { contains, type Range } from "../../record/span.ts";
import { Overlapping } from "../overlapping.ts";
import { isListed, type Sorted, shareHolder } from "./sorted.ts";

/** One position where several rules read the same: the surer, then the longer. */
export function distinct(all: readonly Sorted[], doc: Doc, headings: readonly Range[]): readonly Sorted[] {
  const kept: Sorted[] = [];
  const seen = new Overlapping<Sorted>();
  const order = [...all].sort(
    (a, b) =>
      Number(isListed(b)) - Number(isListed(a)) ||
      b.score - a.score ||
      a.candidate.at[0].start - b.candidate.at[0].start,
  );
  for (const one of order) {
    const { content, past, stance } = one.candidate;
    const isTwin = (other: Sorted): boolean =>
      (other.candidate.past === past || other.candidate.stance === stance) &&
      (isListed(other) || shareHolder(other, one));
    if (seen.some(content, isTwin, one.issue)) continue;
    seen.add(content, one, one.issue);
    kept.push(one);
  }
  return gathered(
    kept.sort((a, b) => a.candidate.at[0].start - b.candidate.at[0].start),
    doc,
    headings,
  );
}

/** Positions with those that say the same again taken in as more quotes of theirs. */
function gathered(kept: readonly Sorted[], doc: Doc, headings: readonly Range[]): readonly Sorted[] {
  const gathered: Sorted[] = [];
  const byKey = new Map<string, number[]>();
  for (const one of kept) {
    const key = keyOf(one);
    const before = byKey.get(key) ?? [];
    const place = before.slice(-MOST_COMPARED).find((at) => tellsAgain(gathered[at]!, one, doc, headings));
    if (place === undefined) {
      byKey.set(key, [...before, gathered.length]);
      gathered.push(one);
    } else gathered[place] = together(gathered[place]!, one);
  }
  return gathered;
}

/** How many earlier positions of a holder on an issue one is compared with. */
const MOST_COMPARED = 8;

function keyOf({ candidate, issue }: Sorted): string {
  const { holder, stance, past } = candidate;
  return [issue, stance, past, ...holder.map(({ id }) => id)].join(" ");
}

/** "an apology and compensation" beside each other, or what a heading says and the text below it. */
function tellsAgain(one: Sorted, other: Sorted, doc: Doc, headings: readonly Range[]): boolean {
  const isOneList =
    one.candidate.clause === other.candidate.clause &&
    one.candidate.content.end <= other.candidate.content.start &&
    /^[\s,]*(?:and|or|as well as)?\s*$/u.test(
      doc.text.slice(one.candidate.content.end, other.candidate.content.start),
    );
  if (isOneList) return true;
  const isHeading = ({ candidate: { at } }: Sorted) => headings.some((heading) => contains(heading, at[0]));
  if (!isHeading(one) && !isHeading(other)) return false;
  const [few, many] = [wordsOf(one, doc), wordsOf(other, doc)].sort((a, b) => a.size - b.size);
  const shared = [...few!].filter((word) => many!.has(word)).length;
  return few!.size >= 2 && shared >= few!.size * 0.75 && shared >= many!.size * 0.5;
}

/** Words of four letters and more in what is wanted. */
function wordsOf({ candidate: { content } }: Sorted, doc: Doc): ReadonlySet<string> {
  const words =
    doc.text
      .slice(content.start, content.end)
      .toLowerCase()
      .match(/[\p{L}\d]{4,}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, LONGEST_STEM)));
}

/** Letters by which two forms of a word are known for one. */
const LONGEST_STEM = 6;

function together(one: Sorted, other: Sorted): Sorted {
  const { at, content } = one.candidate;
  const added = other.candidate;
  const isOneList = one.candidate.clause === added.clause;
  const whole: Range = { start: at[0].start, end: added.content.end };
  const quotes: readonly [Range, ...Range[]] = isOneList ? [whole, ...at.slice(1)] : [...at, ...added.at];
  return {
    ...one,
    score: Math.max(one.score, other.score),
    candidate: {
      ...one.candidate,
      at: quotes,
      content: isOneList ? { start: content.start, end: added.content.end } : content,
    },
  };
}

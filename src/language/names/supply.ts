/** Names that a neighbour gives away where the recogniser passed over them: a title, a preposition of place, a class word. */
import { type Doc, wordOf, xposOf } from "../doc.ts";
import { isCalendarWord } from "./calendar.ts";
import { classBits, NAME_CLASSES } from "./classes.ts";
import { type Cues, LONG } from "./cues.ts";
import type { Span } from "./recognise.ts";
import { titleAfter } from "./title-of.ts";

const PLACE_CLASSES = ["region", "city", "site", "sea"].reduce(
  (bits, name) => bits | (1 << (NAME_CLASSES as readonly string[]).indexOf(name)),
  0,
);
const WHERE = new Set(["in", "near", "at", "outside"]);
const LONGEST = 4;

/** @returns `spans` and the supplied ones, in text order; sentences in capitals and headings give none */
export function supplied(doc: Doc, cues: Cues, spans: readonly Span[], titled: Uint8Array): Span[] {
  const covered = new Uint8Array(doc.size);
  for (const span of spans) covered.fill(1, span.first, span.last);
  const added: Span[] = [];
  for (let i = 1; i < doc.size; i += 1) {
    if (covered[i] === 1 || titled[i] === 1 || !isNameWord(doc, cues, i)) continue;
    if (doc.sentence[i - 1] !== doc.sentence[i]) continue;
    let end = i + 1;
    while (
      end < doc.size &&
      end < i + LONGEST &&
      covered[end] === 0 &&
      isNameWord(doc, cues, end) &&
      doc.sentence[end] === doc.sentence[i]
    )
      end += 1;
    const kind = kindFrom(doc, cues, i, end, covered);
    if (kind !== undefined) added.push({ first: i, last: end, kind, score: 0.5 });
    i = end - 1;
  }
  return added.length === 0 ? [...spans] : [...spans, ...added].sort((a, b) => a.first - b.first);
}

function isNameWord(doc: Doc, cues: Cues, i: number): boolean {
  return (
    cues.capital[i] === 1 &&
    cues.shouted[i] === 0 &&
    cues.people[i] === 0 &&
    (cues.title[i]! & 7) === 0 &&
    xposOf(doc, i).startsWith("NNP") &&
    !isCalendarWord(wordOf(doc, i))
  );
}

function kindFrom(
  doc: Doc,
  cues: Cues,
  first: number,
  last: number,
  covered: Uint8Array,
): "person" | "place" | undefined {
  if (covered[first - 1] === 1 && cues.capital[first - 1] === 1) return undefined;
  const title = cues.title[first - 1]! & 7;
  const classes = cues.classes[last - 1]!;
  if (title > 0 && title < 5 && classes === 0 && cues.listed[first] === 0) return "person";
  const after = last < doc.size && doc.sentence[last] === doc.sentence[first] ? last : -1;
  if (after >= 0 && covered[after] === 1 && cues.capital[after] === 1) return undefined;
  if (last === first + 1 && after >= 0 && cues.capital[after] === 0) {
    const near =
      classBits(wordOf(doc, after)) | (after + 1 < doc.size ? classBits(wordOf(doc, after + 1)) : 0);
    const isSite =
      near & PLACE_CLASSES && xposOf(doc, after).startsWith("NN") && (near & ~PLACE_CLASSES) === 0;
    if (isSite) return "place";
  }
  if (WHERE.has(wordOf(doc, first - 1).toLowerCase()) && (classes === 0 || classes & PLACE_CLASSES))
    return "place";
  return undefined;
}

/**
 * The kind that a neighbour shows against the recogniser: unlisted names after a title, or with one set beside them,
 * are persons; one word before "dam" or "bridge" is a place.
 */
export function corrected(doc: Doc, cues: Cues, span: Span): Span {
  const { first, last } = span;
  if (cues.listedEnd[first]! >= last) return span;
  for (let i = first; i < last; i += 1)
    if ((cues.listed[i]! & LONG) !== 0 || cues.classes[i] !== 0) return span;
  if (span.kind !== "person" && span.kind !== "work" && span.kind !== "event") {
    const title =
      first > 0 && doc.sentence[first - 1] === doc.sentence[first] ? cues.title[first - 1]! & 7 : 0;
    if (title > 0 && title < 4) return { ...span, kind: "person" };
    if (last - first > 1 && titleAfter(doc, cues, last) !== undefined) return { ...span, kind: "person" };
  }
  if (
    last - first === 1 &&
    span.kind !== "place" &&
    last < doc.size &&
    doc.sentence[last] === doc.sentence[first]
  ) {
    const bits = cues.capital[last] === 1 ? 0 : classBits(wordOf(doc, last));
    if (bits !== 0 && (bits & ~PLACE_CLASSES) === 0 && xposOf(doc, last) === "NN")
      return { ...span, kind: "place" };
  }
  return span;
}

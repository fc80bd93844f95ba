/** Where a name begins and ends, by the small words in it: "State of Belmark" is Belmark, "In Velden the Harbour Council" two names. */
import { type Doc, wordOf } from "../doc.ts";
import { NAME_CLASSES } from "./classes.ts";
import type { Cues } from "./cues.ts";
import type { Span } from "./recognise.ts";

const HEADS = ["organisation", "body", "party", "group"].reduce(
  (bits, name) => bits | (1 << (NAME_CLASSES as readonly string[]).indexOf(name)),
  0,
);
/** What a state calls itself before "of": "the United Commonwealth of Belmark". */
const STYLES =
  /^(?:State|Republic|Kingdom|Commonwealth|Federation|Emirate|Sultanate|Principality|Union|Duchy|Confederation)$/;
/** Words for a state or its organs that name none where they stand alone, and what stands before its style. */
const BARE = /^(?:State|States|Republic|Kingdom|Commonwealth|Emirate|Sultanate|Nation|Country)$/;
const INSIDE = new Set(["in", "at", "near", "from", "outside"]);

/** @returns the spans that a span of the recogniser holds, each with what is its own; none where it names nobody */
export function reshaped(doc: Doc, cues: Cues, span: Span): Span[] {
  if (cues.listedEnd[span.first]! >= span.last) return [span];
  if (span.last - span.first === 1 && BARE.test(wordOf(doc, span.first))) return [];
  if (isPost(doc, cues, span)) return [];
  if (isTwoHeads(cues, doc, span))
    return [
      { ...span, last: span.first + 1 },
      { ...span, first: span.last - 1 },
    ];
  const article = articleInside(doc, span);
  if (article > 0) return apart(doc, span, article).flatMap((part) => reshaped(doc, cues, part));
  return [withoutStyle(doc, cues, span)];
}

/** "Government Spokesperson", "Communication Minister": an office, and nobody's name. */
function isPost(doc: Doc, cues: Cues, { first, last, kind }: Span): boolean {
  if (kind === "person" || last - first < 2 || last - first > 3) return false;
  const title = cues.title[last - 1]! & 7;
  if (title === 0 || title > 4 || title === 2) return false;
  for (let i = first; i < last - 1; i += 1)
    if ((cues.title[i]! & 7) === 0 && !/^(?:Government|Cabinet|State|Chief|Deputy)$/.test(wordOf(doc, i)))
      return false;
  return true;
}

/** "League and Council": two that are each called so elsewhere. */
function isTwoHeads(cues: Cues, doc: Doc, { first, last, kind }: Span): boolean {
  if (kind !== "organisation" || last - first !== 3 || wordOf(doc, first + 1) !== "and") return false;
  return (cues.classes[first]! & HEADS) !== 0 && (cues.classes[last - 1]! & HEADS) !== 0;
}

/** Token of a "the" inside a name that no preposition or "and" stands before, or 0. */
function articleInside(doc: Doc, { first, last, kind }: Span): number {
  if (kind === "work" || kind === "event") return 0;
  for (let i = first + 1; i + 1 < last; i += 1)
    if (wordOf(doc, i) === "the" && /^\p{Lu}/u.test(wordOf(doc, i - 1))) return i;
  return 0;
}

/** "(In) Velden | the Harbour Council". */
function apart(doc: Doc, span: Span, article: number): Span[] {
  const before = span.first > 0 ? wordOf(doc, span.first - 1).toLowerCase() : "";
  const kind = INSIDE.has(before) ? "place" : span.kind;
  return [
    { ...span, last: article, kind },
    { ...span, first: article + 1 },
  ];
}

/** "State of Belmark", "United Commonwealth of Belmark": the name of the state alone. */
function withoutStyle(doc: Doc, cues: Cues, span: Span): Span {
  const { first, last } = span;
  for (let i = first; i + 2 < last; i += 1)
    if (STYLES.test(wordOf(doc, i)) && wordOf(doc, i + 1) === "of" && cues.capital[i + 2] === 1)
      return { ...span, first: i + 2, kind: "place" };
  return span;
}

/** Without the styles of states that stand before them as names of their own: "[United Commonwealth] of [Belmark]". */
export function withoutStyles(doc: Doc, spans: readonly Span[]): Span[] {
  return spans.filter(
    (span, i) =>
      !(
        STYLES.test(wordOf(doc, span.last - 1)) &&
        wordOf(doc, span.last) === "of" &&
        spans[i + 1]?.first === span.last + 1 &&
        spans[i + 1]!.kind === "place"
      ),
  );
}

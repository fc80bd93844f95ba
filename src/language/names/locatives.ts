/** A name that nobody has met and that only ever stands where places do is one: "the ridge above Tel Orum", "near Kafr Ilan". */
import { type Doc, wordOf } from "../doc.ts";
import type { Cues } from "./cues.ts";
import type { View } from "./features.ts";
import type { Span } from "./recognise.ts";

const WHERE = new Set("in near outside above around below beyond beneath".split(" "));
/** Before "in": somebody may be trusted, too. */
const BELIEF = /^(?:confidence|trust|faith|interest|belief|believe|believes|trusts|pride)$/;
const SIDES = /^(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|outskirts|edge)$/;
const SETTLEMENTS =
  /^(?:town|village|city|port|hamlet|suburb|district|region|province|island|islet|valley|outskirts|settlement|oasis|crossing|camp|bay|gulf|plateau)$/;
/** What is done "on" a place from afar. */
const STRIKES =
  /^(?:fell|fall|fallen|landed|rained|fired|attacks?|strikes?|assaults?|raids?|shelling|advances?|march|marched)$/;
/** What a place has about it: "the Tel Orum ridge". */
const GROUNDS =
  /^(?:ridge|hills?|valley|crossing|road|highway|bridge|front|pass|plain|heights|plateau|district|area|region|province|checkpoint|camp|bay|coast|river|lake|tunnels?)$/;

/** Spans whose kind where they stand decides, in every place where the text names them. */
export function withLocatives({ doc, cues, casing }: View, spans: readonly Span[]): Span[] {
  const phrase = ({ first, last }: Span) => doc.text.slice(doc.start[first], doc.end[last - 1]);
  const standing = new Map<string, boolean>();
  const parts = new Set<string>();
  for (const span of spans) {
    const isPlace = isWhere(doc, span);
    if (isSettlement(doc, span)) parts.add(phrase(span));
    standing.set(phrase(span), (standing.get(phrase(span)) ?? true) && isPlace);
  }
  return spans.map((span) => {
    const isMet = span.sure || cues.given[span.first] !== 0 || cues.listedEnd[span.first]! >= span.last;
    if (span.kind !== "person" && span.kind !== "organisation") return span;
    if (isMet || casing[span.first] !== 0 || hasClass(cues, span)) return span;
    const name = phrase(span);
    const isLocated = parts.has(name) || (span.last - span.first > 1 && standing.get(name));
    return isLocated ? { ...span, kind: "place" } : span;
  });
}

function hasClass(cues: Cues, { first, last }: Span): boolean {
  for (let i = first; i < last; i += 1) if (cues.classes[i] !== 0 || (cues.title[i]! & 7) !== 0) return true;
  return false;
}

/** "The town of Tel Orum", "the breakaway region of Tel Orum". */
function isSettlement(doc: Doc, { first }: Span): boolean {
  return first > 1 && wordOf(doc, first - 1) === "of" && SETTLEMENTS.test(wordOf(doc, first - 2));
}

function isWhere(doc: Doc, span: Span): boolean {
  const { first, last } = span;
  if (isSettlement(doc, span)) return true;
  const article = first > 0 && /^the$/i.test(wordOf(doc, first - 1));
  if (article && last < doc.size && GROUNDS.test(wordOf(doc, last))) return true;
  if (first < 2 || doc.text.slice(doc.end[first - 1], doc.start[first]).includes("\n")) return false;
  const [before, above] = [wordOf(doc, first - 1).toLowerCase(), wordOf(doc, first - 2).toLowerCase()];
  if (WHERE.has(before)) return before !== "in" || !BELIEF.test(above);
  if (before === "of") return SIDES.test(above);
  return before === "on" && STRIKES.test(above);
}

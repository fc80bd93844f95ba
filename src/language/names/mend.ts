/** Spans of names set right where the words leave no doubt: particles belong to a name, days do not. */
import { type Doc, wordOf } from "../doc.ts";
import type { Span } from "./recognise.ts";

/** Words between a first and a last name that are part of the name. */
const PARTICLES = new Set([
  "von",
  "van",
  "der",
  "den",
  "de",
  "del",
  "della",
  "di",
  "da",
  "dos",
  "du",
  "la",
  "le",
  "zu",
  "zur",
  "ter",
  "ten",
  "bin",
  "ben",
  "ibn",
  "al",
  "el",
  "af",
  "av",
]);
const DAYS = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** First token of the particles right before a token; the token itself where there are none. */
function particlesBefore(doc: Doc, first: number): number {
  let at = first;
  while (
    at > 0 &&
    doc.sentence[at - 1] === doc.sentence[first] &&
    PARTICLES.has(wordOf(doc, at - 1).toLowerCase())
  )
    at--;
  return at;
}

/** "Leyen" after "Ursula von der": the whole is one person. */
function withParticles(doc: Doc, span: Span): Span {
  const from = particlesBefore(doc, span.first);
  // One particle alone ("la", "de") may be a foreign article; two, or one after a capitalised word, are a name's.
  if (from === span.first) return span;
  const before = from - 1;
  const hasFirstName =
    before >= 0 && doc.sentence[before] === doc.sentence[span.first] && isCapital(wordOf(doc, before));
  const isOpening = isCapital(wordOf(doc, from));
  let particles = span.first - from;
  while (PARTICLES.has(wordOf(doc, from + particles))) particles++;
  if (particles < 2 && !hasFirstName && !isOpening) return span;
  return { ...span, first: from, kind: "person" };
}

/** "Vera" before "von der Lindt": the family name belongs to the person. */
function withFamily(doc: Doc, span: Span): Span {
  if (span.kind !== "person") return span;
  let at = span.last;
  while (at < doc.size && PARTICLES.has(wordOf(doc, at))) at++;
  const isNamed = at > span.last && at < doc.size && doc.sentence[at] === doc.sentence[span.first];
  return isNamed && isCapital(wordOf(doc, at)) ? { ...span, last: at + 1 } : span;
}

/** "Washington on Monday": the name ends before the day; "on Monday Lund met": it begins after it. */
function withoutDay(doc: Doc, span: Span): Span {
  if (span.last - span.first > 1 && span.kind === "person" && DAYS.test(wordOf(doc, span.first)))
    return { ...span, first: span.first + 1 };
  for (let token = span.first + 1; token + 1 < span.last; token++) {
    if (wordOf(doc, token) === "on" && DAYS.test(wordOf(doc, token + 1))) return { ...span, last: token };
  }
  return span;
}

/** The spans of names, in order, set right and without overlaps: of two that now touch the same words the longer stays. */
export function mended(doc: Doc, spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const raw of spans) {
    const span = withFamily(doc, withParticles(doc, withoutDay(doc, raw)));
    const last = kept.at(-1);
    if (last === undefined || last.last < span.first) {
      kept.push(span);
    } else if (span.kind === "person" && last.kind === "person") {
      // "Ursula" and "von der Leyen" are one.
      kept[kept.length - 1] = { ...last, last: Math.max(last.last, span.last) };
    } else if (last.last === span.first) {
      kept.push(span);
    } else if (span.last - span.first > last.last - last.first) {
      kept[kept.length - 1] = span;
    }
  }
  return kept;
}

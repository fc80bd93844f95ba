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

/** "Good Friday", "Super Tuesday": days that have a name. */
const FEASTS = /^(?:Good|Black|Super|Bloody|Ash|Holy|Easter|Palm|Maundy|Cyber|Sheffield)$/;

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
  // "Odo Lund Monday said": American news sets the day bare.
  const final = span.last - 1;
  if (final > span.first && DAYS.test(wordOf(doc, final)) && !FEASTS.test(wordOf(doc, final - 1)))
    return { ...span, last: final };
  for (let token = span.first + 1; token + 1 < span.last; token++) {
    if (wordOf(doc, token) === "on" && DAYS.test(wordOf(doc, token + 1))) return { ...span, last: token };
    // "Vera Moll in Velden": where she writes from.
    if (span.kind === "person" && /^(?:in|at|from)$/.test(wordOf(doc, token)))
      return { ...span, last: token };
  }
  return span;
}

/** What is hung on a name by a hyphen and is no part of it: "Agron-led", "Tolm-based". */
const HUNG =
  /^(?:\p{L}+(?:ed|ing|ish|like|wide)|led|run|born|era|style|made|bound|held|built|pro|anti|backed|friendly|linked)$/u;

/** "Yoon Tae-gil": the second part of a given name, small behind its hyphen. */
function withHyphen(doc: Doc, span: Span): Span {
  const { last } = span;
  if (span.kind !== "person" || last - span.first < 2 || last + 1 >= doc.size) return span;
  const isJoined = doc.start[last] === doc.end[last - 1] && doc.start[last + 1] === doc.end[last];
  const part = wordOf(doc, last + 1);
  if (!isJoined || wordOf(doc, last) !== "-" || !/^\p{Ll}{2,}$/u.test(part) || HUNG.test(part)) return span;
  return { ...span, last: last + 2 };
}

/** The spans of names, in order, set right and without overlaps: of two that now touch the same words the longer stays. */
export function mended(doc: Doc, spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const raw of spans) {
    const span = withHyphen(doc, withFamily(doc, withParticles(doc, withoutDay(doc, raw))));
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

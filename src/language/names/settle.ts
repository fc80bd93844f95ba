/**
 * What the whole text knows better than one sentence: the same name is the same thing throughout, an acronym in
 * brackets is what it abbreviates, a word in capitals that opens a wire story is where it was written.
 */
import { type Doc, wordOf, xposOf } from "../doc.ts";
import { isCalendarWord } from "./calendar.ts";
import {
  BODY,
  type Cues,
  LARGE_CITY,
  LONG,
  ORGANISATION,
  OUTLET,
  REGION,
  STATE,
  SUBDIVISION,
} from "./cues.ts";
import type { View } from "./features.ts";
import { withHeads } from "./heads.ts";
import { withLocatives } from "./locatives.ts";
import { mended } from "./mend.ts";
import type { CoarseKind, Span } from "./recognise.ts";
import { calledOf, withRepeats } from "./repeats.ts";
import { reshaped, withoutStyles } from "./reshape.ts";
import { normalise } from "./spelling.ts";
import { corrected, supplied } from "./supply.ts";
import { withSigns } from "./unmet.ts";

/** @returns spans in text order, not overlapping */
export function settle(view: View, found: readonly Span[]): Span[] {
  const { doc, cues } = view;
  let spans = found.flatMap((span) => trimmed(doc, cues, span)).filter((span) => !isPeople(cues, span));
  spans = mended(doc, spans).flatMap((span) => reshaped(doc, cues, span));
  spans = withWholeListed(cues, spans);
  spans = withElections(doc, cues, spans).filter((span) => !isCalendar(doc, span));
  spans = withListed(view, spans);
  spans = withDatelines(view, spans);
  spans = withAcronyms(doc, spans);
  const titled = titleCase(doc, cues);
  spans = supplied(view, inTitles(doc, cues, withHeads(doc, cues, spans, titled), titled), titled);
  const called = calledOf(doc, spans);
  spans = withSigns(
    view,
    withoutStyles(doc, spans).map((span) => corrected(doc, cues, span, called)),
    called,
  );
  return mended(doc, withRepeats(doc, cues, withLocatives(view, spans)));
}

/** Days and months are no names here. */
function isCalendar(doc: Doc, span: Span): boolean {
  for (let i = span.first; i < span.last; i += 1) {
    const word = wordOf(doc, i);
    if (!isCalendarWord(word) && !/^\d+$/.test(word)) return false;
  }
  return true;
}

/** Sentences in which nearly every word has a capital, as headings do: [first, last). */
function isTitleCase(doc: Doc, cues: Cues, first: number, last: number): boolean {
  let upper = 0;
  let lower = 0;
  for (let i = first; i < last; i += 1) {
    if (doc.end[i]! - doc.start[i]! < 4 || !/^\p{L}/u.test(doc.text.charAt(doc.start[i]!))) continue;
    if (cues.capital[i] === 1) upper += 1;
    else lower += 1;
  }
  return upper > 3 && upper > 4 * lower && wordOf(doc, last - 1) !== ".";
}

/** 1 for the tokens of such sentences. */
function titleCase(doc: Doc, cues: Cues): Uint8Array {
  const titled = new Uint8Array(doc.size);
  for (let s = 0; s + 1 < doc.sentences.length; s += 1)
    if (isTitleCase(doc, cues, doc.sentences[s]!, doc.sentences[s + 1]!))
      titled.fill(1, doc.sentences[s], doc.sentences[s + 1]);
  return titled;
}

/** In a heading capitals say little: only names that the lists or the rest of the text know stay. */
function inTitles(doc: Doc, cues: Cues, spans: readonly Span[], titled: Uint8Array): Span[] {
  if (!titled.includes(1)) return [...spans];
  const phrase = (first: number, last: number) =>
    normalise(doc.text.slice(doc.start[first], doc.end[last - 1]));
  const known = new Set<string>();
  for (const span of spans)
    if (titled[span.first] === 0) {
      known.add(phrase(span.first, span.last));
      if (span.kind === "person") known.add(wordOf(doc, span.last - 1));
    }
  return spans.flatMap((span): Span[] => {
    if (titled[span.first] === 0 || cues.listedEnd[span.first] === span.last) return [span];
    for (let last = span.last; last > span.first; last -= 1)
      if (known.has(phrase(span.first, last))) return [{ ...span, last }];
    const named = cues.given[span.first] !== 0 && span.last - span.first === 2 && span.kind === "person";
    return named || span.score >= 0.9 ? [span] : [];
  });
}

const isCapital = (cues: Cues, i: number): boolean => cues.capital[i] === 1;

/** "Kurds", "the northern Slavs": words for peoples and their adjectives name nobody in particular. */
function isPeople(cues: Cues, span: Span): boolean {
  for (let i = span.first; i < span.last; i += 1)
    if (cues.people[i] === 0 || (cues.listed[i]! & (STATE | ORGANISATION)) !== 0) return false;
  return true;
}

/** Kind of a listed name of more than one word, or of one that is no city and nobody's given name. */
function listedKind(cues: Cues, first: number): CoarseKind | undefined {
  const bits = cues.listed[first]!;
  if ((bits & LONG) === 0 && cues.given[first] !== 0) return undefined;
  if (bits & (STATE | REGION)) return "place";
  if (bits & (BODY | ORGANISATION | OUTLET)) return "organisation";
  return (bits & LONG) !== 0 && bits & (LARGE_CITY | SUBDIVISION) ? "place" : undefined;
}

/** A listed name of several words is taken whole, with the list's kind, where the recogniser found only a part of it. */
function withWholeListed(cues: Cues, spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    let first = span.first;
    while (first > 0 && cues.listedAt[first] === 2) first -= 1;
    const end = cues.listedEnd[first]!;
    const kind = end > 0 ? listedKind(cues, first) : undefined;
    const before = kept.at(-1);
    if (kind === undefined || end < span.last || first < (before?.last ?? 0)) {
      if (before === undefined || span.first >= before.last) kept.push(span);
    } else if (end === span.last && first === span.first)
      kept.push(
        kind === "organisation" && span.kind === "work"
          ? span
          : {
              ...span,
              kind:
                span.kind === "person" || span.kind === "work" || span.kind === "event" ? kind : span.kind,
            },
      );
    else if ((cues.listed[first]! & LONG) !== 0) kept.push({ first, last: end, kind, score: span.score });
    else kept.push(span);
  }
  return kept;
}

/** Small words that belong to the family name after them. */
const BEFORE_FAMILY = new Set(["von", "van", "der", "den", "del", "bin", "ibn"]);

/**
 * Without small words at the end, titles before a person or "of", "of" and a place after a person; split at a hyphen
 * between two names.
 */
function trimmed(doc: Doc, cues: Cues, span: Span): Span[] {
  let { first, last } = span;
  while (last > first && !isCapital(cues, last - 1) && !/^\d/.test(wordOf(doc, last - 1))) last -= 1;
  if (last > first && /^the$/i.test(wordOf(doc, first)) && span.kind !== "work") first += 1;
  if (last - first > 1 && /^neighbou?ring$/i.test(wordOf(doc, first))) first += 1;
  // "A League mission": the article of a sentence that a name comes first in.
  if (last - first > 1 && /^An?$/.test(wordOf(doc, first)) && span.kind === "organisation")
    if (doc.sentences[doc.sentence[first]!] === first) first += 1;
  if (span.kind === "place" || span.kind === "organisation") first = afterTitleOf(cues, doc, first, last);
  if (span.kind === "person") {
    while (
      first > 0 &&
      BEFORE_FAMILY.has(wordOf(doc, first - 1)) &&
      doc.sentence[first - 1] === doc.sentence[first]
    )
      first -= 1;
    const of = ofInside(doc, first, last);
    if (of > first) {
      const place = { ...span, first: of + 1, last, kind: "place" as const };
      return [...trimmed(doc, cues, { ...span, first, last: of }), ...trimmed(doc, cues, place)];
    }
    if (first + 1 < last && cues.people[first] === 1 && cues.given[first] === 0) first += 1;
    const title = (i: number) => cues.title[i]! & 7;
    while (first + 1 < last && title(first) > 0 && title(first) < 4 && cues.given[first] === 0) first += 1;
  }
  if (first >= last) return [];
  const hyphen = pairHyphen(doc, cues, first, last);
  if (hyphen > 0)
    return [
      ...trimmed(doc, cues, { ...span, last: hyphen, first }),
      ...trimmed(doc, cues, { ...span, first: hyphen + 1, last }),
    ];
  return [{ ...span, first, last }];
}

/** Where the name begins that "Bishop of Varn" holds; titles that themselves have an "of" are left alone. */
function afterTitleOf(cues: Cues, doc: Doc, first: number, last: number): number {
  const title = cues.title[first]! & 7;
  const parts = last - first > 2 && title > 0 && title < 5 && wordOf(doc, first + 1) === "of";
  return parts && (cues.title[first + 2]! & 7) === 0 && cues.listedEnd[first] === 0 ? first + 2 : first;
}

/** The "of" of "Odo Lund of Belmark", or -1. */
function ofInside(doc: Doc, first: number, last: number): number {
  for (let i = first + 1; i + 1 < last; i += 1) if (wordOf(doc, i) === "of") return i;
  return -1;
}

/** Nouns that a pair of names stands before: "the A–B talks". */
const BETWEEN = new Set(
  "talks talk meeting summit relations border deal agreement war conflict negotiations dialogue ties call treaty pact accord friendship alliance dispute contacts discussions rivalry axis ceasefire truce clash peace".split(
    " ",
  ),
);

/** The hyphen of "Agron-Belmark talks", or -1. */
function pairHyphen(doc: Doc, cues: Cues, first: number, last: number): number {
  for (let i = first + 1; i + 1 < last; i += 1) {
    const word = wordOf(doc, i);
    if (word !== "-" && word !== "–" && word !== "—") continue;
    if (word !== "-") return i;
    if (cues.listedEnd[first] !== 0 && cues.listedEnd[first]! > i) continue;
    const listed = (j: number) => (cues.listed[j]! & (STATE | REGION | LARGE_CITY | ORGANISATION)) !== 0;
    if (listed(i - 1) && listed(i + 1)) return i;
    const after = last < doc.size ? wordOf(doc, last).toLowerCase() : "";
    const next = last + 1 < doc.size ? wordOf(doc, last + 1).toLowerCase() : "";
    if ((BETWEEN.has(after) || BETWEEN.has(next)) && cues.given[i - 1] === 0) return i;
  }
  return -1;
}

/** Adds names that the lists hold and that could hardly be anything else, where the recogniser gave none. */
function withListed(view: View, spans: readonly Span[]): Span[] {
  const { doc, cues } = view;
  const covered = new Uint8Array(doc.size);
  for (const span of spans) covered.fill(1, span.first, span.last);
  const added: Span[] = [];
  for (let i = 0; i < doc.size; i += 1) {
    const end = cues.listedEnd[i]!;
    if (end === 0 || covered.subarray(i, end).includes(1) || cues.capital[i] !== 1) continue;
    if (i > 0 && isPartOfName(doc, cues, i, end)) continue;
    const bits = cues.listed[i]!;
    const kind: CoarseKind | undefined =
      bits & (STATE | REGION) || (bits & (LARGE_CITY | SUBDIVISION) && bits & LONG)
        ? "place"
        : (bits & (ORGANISATION | BODY | OUTLET)) !== 0 && (bits & LONG || isPlainly(doc, cues, i))
          ? "organisation"
          : undefined;
    const word = wordOf(doc, i);
    if (kind === undefined || (word.length < 4 && word !== word.toUpperCase())) continue;
    if (cues.people[i] !== 0 && end === i + 1 && word.length > 3) continue;
    added.push({ first: i, last: end, kind, score: 0.6 });
  }
  return [...spans, ...added].sort((a, b) => a.first - b.first);
}

/** A single listed word that is nothing else: no place, no given name, no word of the text in small letters. */
function isPlainly(doc: Doc, cues: Cues, i: number): boolean {
  return (
    (cues.listed[i]! & ~(ORGANISATION | BODY | OUTLET)) === 0 &&
    cues.given[i] === 0 &&
    doc.end[i]! - doc.start[i]! > 3 &&
    (cues.seen[i]! & 64) === 0 &&
    cues.runPlace[i] === 0 &&
    cues.runEnd[i] === i &&
    doc.sentences[doc.sentence[i]!] !== i &&
    xposOf(doc, i).startsWith("NNP")
  );
}

/** A capitalised neighbour shows that the listed words belong to a longer name. */
function isPartOfName(doc: Doc, cues: Cues, first: number, last: number): boolean {
  const before = first > 0 && doc.sentence[first - 1] === doc.sentence[first] ? first - 1 : -1;
  const after = last < doc.size && doc.sentence[last] === doc.sentence[first] ? last : -1;
  if (
    before >= 0 &&
    cues.shouted[first] === 0 &&
    isCapital(cues, before) &&
    cues.title[before] === 0 &&
    cues.people[before] === 0 &&
    before > doc.sentences[doc.sentence[first]!]!
  )
    return true;
  return (
    after >= 0 &&
    cues.shouted[first] === 0 &&
    isCapital(cues, after) &&
    cues.title[after] === 0 &&
    xposOf(doc, after).startsWith("NNP")
  );
}

const VOTES = new Set(["election", "elections", "referendum", "by-election", "plebiscite"]);

/** "the 1992 Ruthenian general election" is one event, not a year, a state and a vote. */
function withElections(doc: Doc, cues: Cues, spans: readonly Span[]): Span[] {
  const events: Span[] = [];
  for (let i = 0; i < doc.size; i += 1) {
    if (!/^(?:1[6-9]|20)\d\d$/.test(wordOf(doc, i))) continue;
    let named = 0;
    for (let j = i + 1; j < Math.min(doc.size, i + 9) && doc.sentence[j] === doc.sentence[i]; j += 1) {
      if (VOTES.has(wordOf(doc, j)) && named > 0) {
        events.push({ first: i, last: j + 1, kind: "event", score: 0.9 });
        break;
      }
      if (cues.capital[j] === 1) named += 1;
      else if (!xposOf(doc, j).startsWith("J") && !xposOf(doc, j).startsWith("N")) break;
    }
  }
  if (events.length === 0) return [...spans];
  const clash = (a: Span) => events.some((b) => a.first < b.last && b.first < a.last);
  return [...spans.filter((span) => !clash(span)), ...events].sort((a, b) => a.first - b.first);
}

const DASHES = new Set(["-", "--", "—", "–"]);

/** "OSLO, Norway (XYZ) —" at the start of a paragraph: a place, and the agency in the brackets. */
function withDatelines(view: View, spans: readonly Span[]): Span[] {
  const { doc, cues } = view;
  const places: Span[] = [];
  for (let i = 0; i < doc.size; i += 1) {
    if (!DASHES.has(wordOf(doc, i))) continue;
    let start = i;
    while (start > 0 && i - start < 14 && !startsLine(doc, start)) start -= 1;
    if (!startsLine(doc, start) || start === i) continue;
    const word = wordOf(doc, start);
    if (word.length < 3 || word !== word.toUpperCase() || !isCapital(cues, start)) continue;
    let end = start + 1;
    while (end < i && /^[\p{Lu}\p{M}.'’-]+$/u.test(wordOf(doc, end))) end += 1;
    if (end < i && !/^[,(/]$/.test(wordOf(doc, end))) continue;
    places.push({ first: start, last: end, kind: "place", score: 0.9 });
    const open = (() => {
      for (let j = end; j < i; j += 1) if (wordOf(doc, j) === "(") return j;
      return -1;
    })();
    if (open > 0 && wordOf(doc, i - 1) === ")" && i - 1 - open > 1)
      places.push({ first: open + 1, last: i - 1, kind: "organisation", score: 0.9 });
  }
  if (places.length === 0) return [...spans];
  const clash = (a: Span) => places.some((b) => a.first < b.last && b.first < a.last);
  return [...spans.filter((span) => !clash(span)), ...places].sort((a, b) => a.first - b.first);
}

function startsLine(doc: Doc, i: number): boolean {
  if (i === 0) return true;
  return doc.text.slice(doc.end[i - 1], doc.start[i]).includes("\n");
}

/** True where the letters of `short` are the initials of words of `long`, in order, small words optional. */
export function isAcronymOf(short: string, long: string): boolean {
  const letters = short.replace(/[^\p{L}]/gu, "").toUpperCase();
  if (letters.length < 2) return false;
  const words = long.split(/[\s-]+/).filter((word) => word !== "");
  let at = 0;
  for (const word of words) {
    if (at < letters.length && word.charAt(0).toUpperCase() === letters[at]) at += 1;
    else if (/^\p{Lu}/u.test(word) && at < letters.length && words.length > letters.length + 2) return false;
  }
  return at === letters.length;
}

/** "Union of Free Ports (UFP)": the name in brackets is of the kind of the one before it. */
function withAcronyms(doc: Doc, spans: readonly Span[]): Span[] {
  const kinds = new Map<string, CoarseKind>();
  const added: Span[] = [];
  for (const span of spans) {
    if (span.kind === "person" || span.last + 2 >= doc.size) continue;
    if (wordOf(doc, span.last) !== "(" || wordOf(doc, span.last + 2) !== ")") continue;
    const short = wordOf(doc, span.last + 1);
    if (!/^\p{Lu}[\p{L}.&-]*\p{Lu}[\p{L}.]*$/u.test(short) || span.last - span.first < 2) continue;
    if (!isAcronymOf(short, doc.text.slice(doc.start[span.first], doc.end[span.last - 1]))) continue;
    kinds.set(short, span.kind);
    added.push({ first: span.last + 1, last: span.last + 2, kind: span.kind, score: 0.9 });
  }
  if (added.length === 0) return [...spans];
  const covered = new Uint8Array(doc.size);
  for (const span of added) covered[span.first] = 1;
  const kept = spans.flatMap((span): Span[] => {
    if (span.last - span.first !== 1)
      return covered.subarray(span.first, span.last).includes(1) ? [] : [span];
    if (covered[span.first] === 1) return [];
    const kind = kinds.get(wordOf(doc, span.first));
    return [kind === undefined ? span : { ...span, kind }];
  });
  for (const span of kept) covered.fill(1, span.first, span.last);
  for (let i = 0; i < doc.size; i += 1) {
    if (covered[i] === 1) continue;
    const kind = kinds.get(wordOf(doc, i));
    if (kind !== undefined) added.push({ first: i, last: i + 1, kind, score: 0.8 });
  }
  return [...kept, ...added].sort((a, b) => a.first - b.first);
}

/** Names that a neighbour gives away where the recogniser passed over them: a title, a preposition of place, a class word. */
import { verbClass } from "../clauses/lexicon.ts";
import { type Doc, lemmaOf, wordOf, xposOf } from "../doc.ts";
import { isCalendarWord } from "./calendar.ts";
import { classBits, NAME_CLASSES } from "./classes.ts";
import { type Cues, LARGE_CITY, LONG, SEAT } from "./cues.ts";
import type { View } from "./features.ts";
import type { CoarseKind, Span } from "./recognise.ts";
import { titleAfter } from "./title-of.ts";

const PLACE_CLASSES = ["region", "city", "site", "sea"].reduce(
  (bits, name) => bits | (1 << (NAME_CLASSES as readonly string[]).indexOf(name)),
  0,
);
const WHERE = new Set(["in", "near", "at", "outside"]);
const LONGEST = 4;

const reporting = verbClass("reporting");

/** @returns `spans` and the supplied ones, in text order; sentences in capitals and headings give none */
export function supplied(view: View, spans: readonly Span[], titled: Uint8Array): Span[] {
  const { doc, cues } = view;
  const covered = new Uint8Array(doc.size);
  for (const span of spans) covered.fill(1, span.first, span.last);
  const isFree = (i: number) => i < doc.size && covered[i] === 0 && titled[i] === 0 && isNameWord(view, i);
  const added: Span[] = [];
  for (let i = 1; i < doc.size; i += 1) {
    if (!isFree(i) || doc.sentence[i - 1] !== doc.sentence[i]) continue;
    let end = i + 1;
    while (end < i + LONGEST && isFree(end) && doc.sentence[end] === doc.sentence[i]) end += 1;
    const kind = kindFrom(doc, cues, i, end, covered);
    if (kind !== undefined) added.push({ first: i, last: end, kind, score: 0.5 });
    i = end - 1;
  }
  return added.length === 0 ? [...spans] : [...spans, ...added].sort((a, b) => a.first - b.first);
}

function isNameWord({ doc, cues, casing }: View, i: number): boolean {
  const word = wordOf(doc, i);
  // A word that was never met may be a name whatever the tagger took it for.
  const isNew = casing[i] === 0 && /^\p{Lu}\p{Ll}{3,30}$/u.test(word);
  return (
    cues.capital[i] === 1 &&
    cues.shouted[i] === 0 &&
    cues.people[i] === 0 &&
    (cues.title[i]! & 7) === 0 &&
    (isNew || xposOf(doc, i).startsWith("NNP")) &&
    !isCalendarWord(word)
  );
}

function kindFrom(
  doc: Doc,
  cues: Cues,
  first: number,
  last: number,
  covered: Uint8Array,
): CoarseKind | undefined {
  if (covered[first - 1] === 1 && cues.capital[first - 1] === 1) return undefined;
  const title = cues.title[first - 1]! & 7;
  const classes = cues.classes[last - 1]!;
  // "Special envoy Halden Lund": a town's name may be a first name, where more follows than the town.
  const isFree = cues.listed[first] === 0 || (last - first > 1 && cues.listedEnd[first]! < last);
  if (title > 0 && title < 5 && classes === 0 && isFree) return "person";
  const follows = last < doc.size && doc.sentence[last] === doc.sentence[first];
  if (follows && last - first > 1 && classes === 0 && isTold(doc, last)) return "person";
  if (follows && covered[last] === 1 && cues.capital[last] === 1) return undefined;
  if (last === first + 1 && isBeforeSite(doc, cues, first)) return "place";
  const before = wordOf(doc, first - 1).toLowerCase();
  if (WHERE.has(before) && (classes === 0 || classes & PLACE_CLASSES)) return "place";
  return undefined;
}

/** "… Bela Sorok recalled": a finite verb of reporting follows. */
function isTold(doc: Doc, verb: number): boolean {
  return /^VB[DZ]$/.test(xposOf(doc, verb)) && reporting.has(lemmaOf(doc, verb));
}

/** "Orlo dam", "Orlo hydropower complex": a word for a place follows, or follows the next noun. */
function isBeforeSite(doc: Doc, cues: Cues, i: number): boolean {
  let bits = 0;
  for (let j = i + 1; j < Math.min(doc.size, i + 3) && bits === 0; j += 1) {
    if (doc.sentence[j] !== doc.sentence[i] || cues.capital[j] === 1 || xposOf(doc, j) !== "NN") return false;
    bits = classBits(wordOf(doc, j));
  }
  return bits !== 0 && (bits & ~PLACE_CLASSES) === 0;
}

/**
 * The kind that a neighbour shows against the recogniser: unlisted names after a title, or with one set beside them,
 * are persons; a large city alone, a word before "dam", after "in" or after "the shelling of" is a place.
 * @param called first and last words of the full names of the text
 */
export function corrected(doc: Doc, cues: Cues, span: Span, called: ReadonlySet<string>): Span {
  const { first, last } = span;
  // "Paris has said": a capital alone, although it is a first name too.
  const isSeat = (cues.listed[first]! & SEAT) !== 0;
  const isCity = (cues.listed[first]! & LARGE_CITY) !== 0 && (isSeat || cues.given[first] === 0);
  if (span.kind === "person" && last - first === 1 && isCity && !called.has(wordOf(doc, first)))
    return { ...span, kind: "place" };
  if (cues.listedEnd[first]! >= last) return span;
  if (span.kind === "organisation" && isWithinBuilding(doc, cues, span)) return { ...span, kind: "place" };
  if (span.kind === "person" && last - first < 3 && isNoPerson(doc, cues, span, called))
    return { ...span, kind: "place", sure: true };
  for (let i = first; i < last; i += 1)
    if ((cues.listed[i]! & LONG) !== 0 || cues.classes[i] !== 0) return span;
  if (span.kind === "organisation" || span.kind === "place") {
    const before = first > 0 && doc.sentence[first - 1] === doc.sentence[first];
    const title = before ? cues.title[first - 1]! & 7 : 0;
    if (title > 0 && title < 4) return { ...span, kind: "person", sure: true };
    if (last - first > 1 && titleAfter(doc, cues, last) !== undefined) return { ...span, kind: "person" };
  }
  if (last - first === 1 && !called.has(wordOf(doc, first)) && isSomewhere(doc, cues, first))
    return { ...span, kind: "place", sure: true };
  return span;
}

const DONE_TO_PLACES = new Set(
  "shelling bombing bombardment siege capture fall battle seizure outskirts city town village port suburbs evacuation stronghold island resort hamlet".split(
    " ",
  ),
);
/** Offices that one holds of a place: "the bishop of Velden". */
const HELD_OF_PLACES = new Set("bishop archbishop mayor governor patriarch prefect".split(" "));
/** What a place is that is named after a comma: "the Belmarkian capital, Velden". */
const NAMED_APART = new Set("capital stronghold port hometown birthplace city town village".split(" "));
/** Words for buildings that begin or end a name, and mean the place where somebody is in them. */
const WITHIN = new Set(["in", "at", "inside", "outside", "near"]);
/** What one has "in" somebody. */
const IN_SOMEBODY = /^(?:believ|confiden|trust|faith|interest)/;

/** "At the Hotel Lindqvist", "in the Old Arsenal": nobody meets inside an organisation. */
function isWithinBuilding(doc: Doc, cues: Cues, { first, last }: Span): boolean {
  const before = /^the$/i.test(wordOf(doc, first - 1)) ? first - 2 : first - 1;
  const inside = before >= 0 && doc.sentence[before] === doc.sentence[first];
  const site = 1 << NAME_CLASSES.indexOf("site");
  const heads = cues.classes[first]! | cues.classes[last - 1]!;
  return inside && WITHIN.has(wordOf(doc, before).toLowerCase()) && (heads & site) !== 0;
}

/** "The Belmarkian capital, Velden,", "the island of Sankt Orlo", "Norvia, which has": no first name, and no person. */
function isNoPerson(doc: Doc, cues: Cues, { first, last }: Span, called: ReadonlySet<string>): boolean {
  const isCalled = last - first === 1 && called.has(wordOf(doc, first));
  if (cues.given[first] !== 0 || isCalled) return false;
  const word = (j: number) =>
    j >= 0 && j < doc.size && doc.sentence[j] === doc.sentence[first] ? wordOf(doc, j).toLowerCase() : "";
  if (word(first - 1) === "," && NAMED_APART.has(word(first - 2))) return true;
  const ruled = word(first - 2);
  if (word(first - 1) === "of" && (DONE_TO_PLACES.has(ruled) || HELD_OF_PLACES.has(ruled))) return true;
  return last - first === 1 && word(last) === "," && word(last + 1) === "which";
}

/** One word that stands where only a place stands. */
function isSomewhere(doc: Doc, cues: Cues, i: number): boolean {
  if (isBeforeSite(doc, cues, i)) return true;
  const same = (j: number) => j >= 0 && j < doc.size && doc.sentence[j] === doc.sentence[i];
  const word = (j: number) => (same(j) ? wordOf(doc, j).toLowerCase() : "");
  if (same(i + 1) && (cues.capital[i + 1] === 1 || xposOf(doc, i + 1) === "POS")) return false;
  if (WHERE.has(word(i - 1))) return word(i - 1) !== "at" && !IN_SOMEBODY.test(word(i - 2));
  return word(i - 1) === "of" && DONE_TO_PLACES.has(word(i - 2));
}

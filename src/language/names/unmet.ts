/**
 * What unlisted names are that the recogniser has never met, by plain signs: a medium by its noun, a shoal by where
 * things are, a region by what it is a part of; and one word alone is hardly ever a person, whom news names in full.
 */
import { type Doc, wordOf, xposOf } from "../doc.ts";
import { NAME_CLASSES } from "./classes.ts";
import type { Cues } from "./cues.ts";
import type { View } from "./features.ts";
import type { Span } from "./recognise.ts";
import { titleAfter } from "./title-of.ts";

const AFTER_TITLE = 1;
const AFTER_GIVEN = 2;
const OUTLET = 1 << NAME_CLASSES.indexOf("outlet");
/** Classes that a shoal's or a region's name may seem to have. */
const PLACES = ["region", "city", "site", "sea"].reduce(
  (bits, name) => bits | (1 << (NAME_CLASSES as readonly string[]).indexOf(name)),
  0,
);

const PARTS = new Set("Upper Lower Inner Outer Greater Northern Southern Eastern Western Central".split(" "));
const REGIONS =
  /^(?:provinces?|regions?|districts?|highlands|lowlands|valleys?|peninsula|plateau|delta|coast|hills|mountains|basin|border|front|corridor|enclave|exclave)$/;
/** What stands "on" or "off" a shoal, not a house of money. */
const UPON = new Set(["on", "off", "around", "near", "over", "across", "from"]);
const EXPANSES =
  /^(?:area|stretch|expanse|reef|shoal|sandbank|atoll|islet|islets|island|islands|rocks|archipelago|strip|zone|waters?|region|territory|ground|grounds|seamount|chain)$/;

/** Spans whose kind, or whose being one, plain signs decide; spans in text order. */
export function withSigns(view: View, spans: readonly Span[], called: ReadonlySet<string>): Span[] {
  const { doc, cues } = view;
  const media = mediaNamed(doc, cues);
  const clash = (span: Span) => media.some(({ first, last }) => first < span.last && span.first < last);
  const signed = spans
    .filter((span) => !clash(span))
    .map((span): Span => {
      const one = signedOne(view, span, called);
      return one.kind === "place" && isWithinPart(doc, cues, one.first)
        ? { ...one, first: one.first - 1 }
        : one;
    });
  return [...signed, ...media].sort((a, b) => a.first - b.first);
}

function signedOne(view: View, span: Span, called: ReadonlySet<string>): Span {
  const { doc, cues } = view;
  const { first, last } = span;
  if (cues.listedEnd[first]! >= last) return span;
  if (isOnAir(doc, cues, first, last)) return { ...span, kind: "organisation", sure: true };
  if (span.kind === "person" && isLoneUnmet(view, span, called))
    // "The Citadel announced": a house that acts, or a body.
    return { ...span, kind: /^the$/i.test(wordOf(doc, first - 1)) ? "organisation" : "place" };
  if (span.kind !== "organisation") return span;
  const isPart = last - first === 2 && PARTS.has(wordOf(doc, first)) && cues.classes[last - 1] === 0;
  if (isPart || isShoal(doc, cues, span) || isRegion(view, span))
    return { ...span, kind: "place", sure: true };
  return span;
}

/** "Lower" before "Tamisk", inside a sentence. */
function isWithinPart(doc: Doc, cues: Cues, first: number): boolean {
  const before = first - 1;
  return (
    before > 0 &&
    doc.sentence[before] === doc.sentence[first] &&
    doc.sentences[doc.sentence[first]!] !== before &&
    PARTS.has(wordOf(doc, before)) &&
    cues.capital[before] === 1
  );
}

const ON_AIR = /^(?:Radio|Televisión|Télévision|TV|Canal|Telewizja)$/;

/** "Radio Velden". */
function isOnAir(doc: Doc, cues: Cues, first: number, last: number): boolean {
  if (last - first < 2) return false;
  return ON_AIR.test(wordOf(doc, first)) && cues.given[first] === 0;
}

/** "Kessar refuses", "the camps around Kessar": never met, no first name, and nowhere named in full or with a title. */
function isLoneUnmet(
  { doc, cues, casing }: View,
  { first, last }: Span,
  called: ReadonlySet<string>,
): boolean {
  if (last - first !== 1 || casing[first] !== 0 || cues.given[first] !== 0) return false;
  if (!/^\p{Lu}\p{Ll}{3,}$/u.test(wordOf(doc, first)) || called.has(wordOf(doc, first))) return false;
  if ((cues.seen[first]! & (AFTER_TITLE | AFTER_GIVEN)) !== 0) return false;
  if (wordOf(doc, last) === "," && /^whos?e?$/.test(wordOf(doc, last + 1)))
    if (wordOf(doc, last + 1) !== "whose" || !OF_STATES.test(wordOf(doc, last + 2))) return false;
  return titleAfter(doc, cues, last) === undefined && !isHim(doc, first);
}

/** What no person has: "Norvia, whose companies hold the mines". */
const OF_STATES =
  /^(?:companies|firms|banks|ships|ports|exports|imports|troops|forces|soldiers|army|navy|government|parliament|economy|territory|border|borders|coast|citizens|refineries|factories)$/;

/** "Sorok has set his face against": what opens a sentence and is a he in it. */
function isHim(doc: Doc, first: number): boolean {
  if (doc.sentences[doc.sentence[first]!] !== first) return false;
  for (
    let i = first + 1;
    i < Math.min(doc.size, first + 7) && doc.sentence[i] === doc.sentence[first];
    i += 1
  )
    // "Norvia, she said, would wait": who says it is somebody else.
    if (/^(?:his|her|he|she)$/.test(wordOf(doc, i))) return !(wordOf(doc, i - 1) === "," && i === first + 2);
  return false;
}

/** "On the Orlo Bank", "the Orlo Bank, a stretch of shallow water". */
function isShoal(doc: Doc, cues: Cues, { first, last }: Span): boolean {
  if (last - first < 2 || !/^(?:Banks?|Bench|Shelf|Ground|Grounds)$/.test(wordOf(doc, last - 1)))
    return false;
  const before = /^the$/i.test(wordOf(doc, first - 1)) ? first - 2 : first - 1;
  const word = (j: number) => (j < 0 ? "" : wordOf(doc, j).toLowerCase());
  if (wordOf(doc, before + 1) === "the" && UPON.has(word(before))) return true;
  // "A claim to the Orlo Bank", "keep away from the Orlo Bank".
  if (word(before) === "to" && /^(?:claims?|rights?|access|title)$/.test(word(before - 1))) return true;
  if (word(before) === "from" && word(before - 1) === "away") return true;
  const sentence = doc.sentence[first];
  const link = wordOf(doc, last);
  if (link !== "," && link !== "is" && link !== "was") return false;
  if (!/^an?$/.test(wordOf(doc, last + 1))) return false;
  for (let i = last + 2; i < Math.min(doc.size, last + 6) && doc.sentence[i] === sentence; i += 1) {
    if (EXPANSES.test(wordOf(doc, i))) return true;
    if (cues.capital[i] === 1 || /^(?:VB|IN)/.test(xposOf(doc, i))) return false;
  }
  return false;
}

/** "The Orlo provinces", "Orlo highlands". */
function isRegion({ doc, cues, casing }: View, { first, last }: Span): boolean {
  return (
    last - first === 1 &&
    casing[first] === 0 &&
    (cues.classes[first]! & ~PLACES) === 0 &&
    last < doc.size &&
    doc.sentence[last] === doc.sentence[first] &&
    REGIONS.test(wordOf(doc, last))
  );
}

const MEDIA = new Set(
  "newspaper daily weekly magazine broadcaster outlet website tabloid station newsletter periodical".split(
    " ",
  ),
);
const LINKS = new Set(
  "de du des del della di da la le les el al der die das den do dos e y et of the".split(" "),
);

/** "The newspaper La Voz del Lago": everything up to its last capital. */
function mediaNamed(doc: Doc, cues: Cues): Span[] {
  const found: Span[] = [];
  for (let i = 0; i + 1 < doc.size; i += 1) {
    if (cues.capital[i + 1] !== 1 || doc.sentence[i + 1] !== doc.sentence[i]) continue;
    const isOnAir = ON_AIR.test(wordOf(doc, i)) && cues.listed[i] === 0;
    if (!MEDIA.has(wordOf(doc, i)) && !isOnAir) continue;
    const first = isOnAir ? i : i + 1;
    let last = i + 2;
    for (let j = last; j < Math.min(doc.size, first + 8) && doc.sentence[j] === doc.sentence[i]; j += 1) {
      if (cues.capital[j] === 1) last = j + 1;
      else if (!LINKS.has(wordOf(doc, j))) break;
    }
    // "The daily Foreign Ministry briefing", "the newspaper's": no name of the medium.
    if (last < doc.size && /^NNS?$/.test(xposOf(doc, last))) continue;
    if ((cues.title[first]! & 7) !== 0 || cues.people[first] !== 0) continue;
    found.push({ first, last, kind: "organisation", score: 0.8, sure: true });
  }
  return found;
}

/** Whether a name is one of a medium because the word for a medium stands right before it, or opens or ends it. */
export function isNamedMedium(doc: Doc, cues: Cues, first: number, last: number): boolean {
  if (isOnAir(doc, cues, first, last)) return true;
  if (last - first > 1 && /^(?:News|Press|Telegraph)$/.test(wordOf(doc, last - 2)))
    if (/^(?:Agency|Service|Bureau|Association)$/.test(wordOf(doc, last - 1))) return true;
  return (
    first > 0 &&
    doc.sentence[first - 1] === doc.sentence[first] &&
    MEDIA.has(wordOf(doc, first - 1)) &&
    (cues.classes[last - 1]! & ~OUTLET & 15) === 0
  );
}

/** Where and when an event takes place, by which medium, about what, and the how-manieth it is. */

import { ordinalOf } from "../../compare/number.ts";
import type { Phrase } from "../../language/clause.ts";
import { caseOf, isTimeNoun, phraseOf } from "../../language/clauses/phrase.ts";
import { childrenOf, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, tokenAt, uposOf, wordOf } from "../../language/doc.ts";
import { classBits, NAME_CLASSES } from "../../language/names/classes.ts";
import type { Reference } from "../../record/finding.ts";
import type { Place } from "../../record/place.ts";
import type { Range } from "../../record/span.ts";
import type { Time } from "../../record/time.ts";
import type { Arguments } from "./cast.ts";
import { type Entry, isOfKind } from "./lexicon.ts";
import type { Locator } from "./locate.ts";

export interface Setting {
  readonly place?: Reference;
  readonly venue?: string;
  readonly instrument?: string;
  readonly time?: Time;
  readonly medium?: "in person" | "virtual" | "phone";
  readonly sequence?: number;
  readonly topic?: string;
}

/** The places and dates of a text, by where they stand. */
export interface Scene {
  readonly placesAt: Locator<Place>;
  readonly datesAt: Locator<Time>;
}

const WHERE = new Set([
  "in",
  "at",
  "near",
  "outside",
  "inside",
  "across",
  "around",
  "along",
  "from",
  "to",
  "into",
  "on",
]);
const WITHIN = new Set(["in", "at", "inside", "aboard"]);
const BUILDING = 1 << NAME_CLASSES.indexOf("site");
const NAMING = /^(?:flat|compound)/;
const FORCEFUL: ReadonlySet<string> = new Set(["ASSAULT", "COERCE", "PROTEST"]);
/** Kinds of `classes.tsv` that force is used with. */
const MEANS = ["weapon", "missile", "bomb", "aircraft", "teargas", "vessel"];
const ABOUT = new Set(["on", "about", "over", "regarding", "concerning", "aimed at", "to end", "for"]);
const VIRTUAL = new Set(["virtual", "video", "online", "remote"]);
const PHONE = new Set(["phone", "telephone"]);

export function settingOf(
  entry: Entry,
  token: number,
  told: Arguments,
  quote: Range,
  doc: Doc,
  { placesAt, datesAt }: Scene,
): Setting {
  const place = placeOf(entry, token, told, doc, placesAt);
  const time = timeOf(token, told, quote, doc, datesAt);
  const medium = mediumOf(entry, token, told, doc);
  const sequence = entry.type === "CONSULT" ? sequenceOf(token, doc) : undefined;
  const topic = topicOf(entry, told, doc, datesAt);
  const venue = entry.type === "CONSULT" ? venueOf(told, doc, placesAt) : undefined;
  const instrument = FORCEFUL.has(entry.type) ? instrumentOf(told, doc) : undefined;
  return {
    ...(venue === undefined ? {} : { venue }),
    ...(instrument === undefined ? {} : { instrument }),
    ...(place === undefined ? {} : { place }),
    ...(time === undefined ? {} : { time }),
    ...(medium === undefined ? {} : { medium }),
    ...(sequence === undefined ? {} : { sequence }),
    ...(topic === undefined ? {} : { topic }),
  };
}

function placeOf(
  entry: Entry,
  token: number,
  told: Arguments,
  doc: Doc,
  placesAt: Scene["placesAt"],
): Reference | undefined {
  const ranges: Range[] = [];
  for (const { preposition, phrase } of told.obliques) {
    const isStruck = preposition === "of" && entry.part === "n" && entry.type === "ASSAULT";
    if (!WHERE.has(preposition) && !isStruck) continue;
    if ((preposition === "to" || preposition === "on") && entry.frame === "together") continue;
    // "in discussions about the war in Agria" is not in Agria: the name must be the head, or follow it with "of".
    const end = doc.end[phrase.head]!;
    const of = doc.text.slice(end, end + 4) === " of " ? phrase.end : end;
    ranges.push({ start: phrase.start, end: of });
  }
  if (entry.part === "n" && entry.type === "CONSULT" && told.modifiers) {
    ranges.push({ start: told.modifiers.start, end: doc.start[token]! });
  }
  // "At the Hotel Lindqvist in Velden": the town is the place, the house its venue.
  const found = ranges.flatMap((range) => placesAt(range).slice(0, 1));
  const inside = told.obliques.flatMap(({ preposition, phrase }) =>
    WITHIN.has(preposition) && entry.type === "CONSULT" ? placesAt(phrase) : [],
  );
  const place =
    found[0]?.kind === "site"
      ? (found.find(({ kind }) => kind === "city") ?? inside.find(({ kind }) => kind === "city") ?? found[0])
      : found[0];
  return place && { id: place.id, name: place.name };
}

/** The building that a meeting is said to be in. */
function venueOf(told: Arguments, doc: Doc, placesAt: Scene["placesAt"]): string | undefined {
  for (const { preposition, phrase } of told.obliques) {
    if (!WITHIN.has(preposition) || !isBuilding(phrase.head, doc)) continue;
    const head = { start: doc.start[phrase.head]!, end: doc.end[phrase.head]! };
    if (placesAt(head).some(({ kind }) => kind === "city" || kind === "region")) continue;
    return doc.text.slice(phrase.start, endOf(phrase, doc));
  }
  return undefined;
}

/** "Customs house", "Hotel Lindqvist": a word for a building heads the name or stands in it. */
function isBuilding(head: number, doc: Doc): boolean {
  const names = [head, ...childrenOf(treeOf(doc), head).filter((child) => NAMING.test(deprelOf(doc, child)))];
  return names.some((token) => {
    const bits = classBits(lemmaOf(doc, token).toLowerCase());
    return (bits & BUILDING) !== 0 || isOfKind(lemmaOf(doc, token).toLowerCase(), "venue");
  });
}

/** Without where the building stands, and what else is said of it. */
function endOf(phrase: Phrase, doc: Doc): number {
  const after = childrenOf(treeOf(doc), phrase.head).find(
    (child) => child > phrase.head && !/^(?:flat|compound|fixed)/.test(deprelOf(doc, child)),
  );
  const left = after === undefined ? undefined : treeOf(doc).left[after]!;
  const of = left !== undefined && wordOf(doc, left).toLowerCase() === "of";
  return left === undefined || of ? phrase.end : Math.min(phrase.end, doc.end[left - 1]!);
}

/** "Struck the port with drones". */
function instrumentOf(told: Arguments, doc: Doc): string | undefined {
  for (const { preposition, phrase } of told.obliques) {
    if (preposition !== "with" && preposition !== "by" && preposition !== "using") continue;
    const noun = lemmaOf(doc, phrase.head).toLowerCase();
    if (MEANS.some((kind) => isOfKind(noun, kind))) return doc.text.slice(phrase.start, phrase.end);
  }
  // "The port of Agria with drones": the parser may hang it on the object.
  for (const { head } of told.patients) {
    for (const child of childrenOf(treeOf(doc), head)) {
      if (child < head || caseOf(doc, treeOf(doc), child) !== "with") continue;
      const noun = lemmaOf(doc, child).toLowerCase();
      if (!MEANS.some((kind) => isOfKind(noun, kind))) continue;
      const phrase = phraseOf(doc, treeOf(doc), child);
      return doc.text.slice(phrase.start, phrase.end);
    }
  }
  return undefined;
}

/** A date beside the event: in its own phrases, else anywhere in its quote. */
function timeOf(
  token: number,
  told: Arguments,
  quote: Range,
  doc: Doc,
  datesAt: Scene["datesAt"],
): Time | undefined {
  const own = ownTime(token, told, quote, doc, datesAt);
  return own && (movedTo(own, quote, doc, datesAt) ?? own);
}

function ownTime(
  token: number,
  told: Arguments,
  quote: Range,
  doc: Doc,
  datesAt: Scene["datesAt"],
): Time | undefined {
  const beside = dateBeside(token, doc, datesAt);
  if (beside) return beside;
  for (const { preposition, phrase } of told.obliques) {
    // "Rejected the offer of June 2": the day of the offer, wherever the tree hangs it.
    const own = preposition === "of" ? undefined : datesAt(phrase).find((time) => !isPartOfName(time, doc));
    if (own) return own;
  }
  return datesAt(quote).find((time) => !isPartOfName(time, doc) && belongsTo(token, time.at[0], doc));
}

const MOVING = /\b(?:put (?:off|back)|postponed|moved|pushed back|rescheduled|delayed|brought forward)\b/i;
/** Characters within which the new day follows the old one. */
const NEXT_DAY = 40;

/** "Put off from tomorrow to Tuesday": the day that it was put off to. */
function movedTo(time: Time, quote: Range, doc: Doc, datesAt: Scene["datesAt"]): Time | undefined {
  const [{ start, end }] = time.at;
  const before = doc.text.slice(quote.start, start);
  if (!MOVING.test(before) || !/\bfrom\s+$/i.test(before)) return undefined;
  return datesAt({ start: end, end: end + NEXT_DAY }).find(({ at }) =>
    /^\s+(?:to|until)\s+$/i.test(doc.text.slice(end, at[0].start)),
  );
}

/** "In the afternoon session": a name for it, which leaves its day open. */
const PART_OF_DAY = /^(?:(?:in|at|during) )?(?:the )?(?:morning|afternoon|evening|night)$/i;

function isPartOfName({ at: [{ text, end }] }: Time, doc: Doc): boolean {
  const next = tokenAt(doc, end - 1) + 1;
  return PART_OF_DAY.test(text) && next < doc.size && uposOf(doc, next) === "NOUN";
}

/** "the raid in February 2030", "a May 6 meeting": a date right beside the word, whatever the tree makes of it. */
export function dateBeside(token: number, doc: Doc, datesAt: Scene["datesAt"]): Time | undefined {
  const { start, end } = { start: doc.start[token]!, end: doc.end[token]! };
  const after = datesAt({ start: end, end: end + 10 }).find(({ at }) =>
    /^ (?:(?:in|on|of|since|for) )?$/.test(doc.text.slice(end, at[0].start)),
  );
  return (
    after ??
    datesAt({ start: Math.max(0, start - 2), end: start }).find(
      (time) => time.at[0].end + 1 === start && !isPartOfName(time, doc),
    )
  );
}

/** The word of a range that hangs on one outside it. */
function headIn({ start, end }: Range, doc: Doc): number {
  let at = tokenAt(doc, start);
  for (let head = doc.head[at]!; head >= 0 && doc.start[head]! >= start && doc.end[head]! <= end; )
    [at, head] = [head, doc.head[head]!];
  return at;
}

/** "Rejected the offer of June 2": the day of the offer. */
function isOfAnother(token: number, date: number, doc: Doc): boolean {
  const noun = doc.head[date]!;
  return (
    noun >= 0 && noun !== token && uposOf(doc, noun) === "NOUN" && caseOf(doc, treeOf(doc), date) === "of"
  );
}

/** Whether no other verb stands between a date and the event: "territories seized in May" says nothing of their return. */
function belongsTo(token: number, date: Range, doc: Doc): boolean {
  let at = headIn(date, doc);
  if (isOfAnother(token, at, doc)) return false;
  for (let steps = 0; steps < 8 && at >= 0; steps++) {
    if (at === token) return true;
    if (uposOf(doc, at) === "VERB") return at === doc.head[token];
    at = doc.head[at]!;
  }
  return false;
}

/** Whether a time says when something was, not how long or how often. */
export function isDate({ type }: Time): boolean {
  return type !== "duration" && type !== "set";
}

function mediumOf(entry: Entry, token: number, told: Arguments, doc: Doc): Setting["medium"] {
  if (entry.type !== "CONSULT") return undefined;
  const words = childrenOf(treeOf(doc), token).map((child) => wordOf(doc, child).toLowerCase());
  const by = told.obliques.filter(({ preposition }) => /^(?:by|via|over|on|through)$/.test(preposition));
  words.push(...by.map(({ phrase }) => wordOf(doc, phrase.head).toLowerCase()));
  if (words.some((word) => PHONE.has(word))) return "phone";
  if (words.some((word) => VIRTUAL.has(word))) return "virtual";
  return entry.medium;
}

/** "the third round", "their second meeting". */
function sequenceOf(token: number, doc: Doc): number | undefined {
  for (const child of childrenOf(treeOf(doc), token)) {
    if (child > token) break;
    const ordinal = ordinalOf(wordOf(doc, child));
    if (ordinal !== undefined) return ordinal;
  }
  return undefined;
}

/** "For twenty minutes", "for the first time", "for direct talks" say nothing of what it is about. */
function isMatter(head: number, doc: Doc): boolean {
  const noun = lemmaOf(doc, head).toLowerCase();
  return !isTimeNoun(doc, head) && noun !== "time" && !isOfKind(noun, "session");
}

function topicOf(entry: Entry, told: Arguments, doc: Doc, datesAt: Scene["datesAt"]): string | undefined {
  if (entry.verbal) {
    const [object] = told.patients;
    return object ? doc.text.slice(object.start, object.end) : undefined;
  }
  if (entry.type !== "CONSULT") return undefined;
  const about = told.obliques.find(
    ({ preposition, phrase }) =>
      ABOUT.has(preposition) && datesAt(phrase).length === 0 && isMatter(phrase.head, doc),
  );
  return about && doc.text.slice(about.phrase.start, about.phrase.end);
}

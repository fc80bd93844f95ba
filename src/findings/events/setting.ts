/** Where and when an event takes place, by which medium, about what, and the how-manieth it is. */
import { ordinalOf } from "../../compare/number.ts";
import { childrenOf, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, wordOf } from "../../language/doc.ts";
import type { Reference } from "../../record/finding.ts";
import type { Findings } from "../../record/reading.ts";
import { contains, overlap, type Range } from "../../record/span.ts";
import type { Time } from "../../record/time.ts";
import type { Arguments } from "./cast.ts";
import type { Entry } from "./lexicon.ts";

export interface Setting {
  readonly place?: Reference;
  readonly time?: Time;
  readonly medium?: "in person" | "virtual" | "phone";
  readonly sequence?: number;
  readonly topic?: string;
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
const ABOUT = new Set(["on", "about", "over", "regarding", "concerning", "aimed at", "to end", "for"]);
const VIRTUAL = new Set(["virtual", "video", "online", "remote"]);
const PHONE = new Set(["phone", "telephone"]);

export function settingOf(
  entry: Entry,
  token: number,
  told: Arguments,
  quote: Range,
  doc: Doc,
  { places, times }: Pick<Findings, "places" | "times">,
): Setting {
  const place = placeOf(entry, token, told, doc, places);
  const time = timeOf(told, quote, times);
  const medium = mediumOf(entry, token, told, doc);
  const sequence = entry.type === "CONSULT" ? sequenceOf(token, doc) : undefined;
  const topic = topicOf(entry, told, doc, times);
  return {
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
  places: Findings["places"],
): Reference | undefined {
  const ranges: Range[] = [];
  for (const { preposition, phrase } of told.obliques) {
    if (!WHERE.has(preposition)) continue;
    if ((preposition === "to" || preposition === "on") && entry.frame === "together") continue;
    ranges.push(phrase);
  }
  if (entry.part === "n" && entry.type === "CONSULT" && told.modifiers) {
    ranges.push({ start: told.modifiers.start, end: doc.start[token]! });
  }
  for (const range of ranges) {
    const place = places.find(({ mentions }) => mentions.some((mention) => contains(range, mention)));
    if (place) return { id: place.id, name: place.name };
  }
  return undefined;
}

/** A date beside the event: in its own phrases, else anywhere in its quote. */
function timeOf(told: Arguments, quote: Range, times: Findings["times"]): Time | undefined {
  const dates = times.filter(
    ({ type, value, at }) =>
      type !== "duration" && type !== "set" && value !== undefined && overlap(at[0], quote),
  );
  const own = dates.find(({ at }) => told.obliques.some(({ phrase }) => overlap(phrase, at[0])));
  return own ?? dates[0];
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

function topicOf(entry: Entry, told: Arguments, doc: Doc, times: Findings["times"]): string | undefined {
  if (entry.verbal) {
    const [object] = told.patients;
    return object ? doc.text.slice(object.start, object.end) : undefined;
  }
  if (entry.type !== "CONSULT") return undefined;
  const about = told.obliques.find(
    ({ preposition, phrase }) => ABOUT.has(preposition) && !times.some(({ at }) => overlap(at[0], phrase)),
  );
  return about && doc.text.slice(about.phrase.start, about.phrase.end);
}

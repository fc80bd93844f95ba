/** Where things are: countries that something is located in, regions, cities, sites, seas. */

import { type Doc, wordOf } from "../../language/doc.ts";
import type { Name } from "../../language/name.ts";
import { classBits, NAME_CLASSES } from "../../language/names/classes.ts";
import { type Entry, gazetteer } from "../../language/names/gazetteer.ts";
import type { Place } from "../../record/place.ts";
import { type Range, spanAt } from "../../record/span.ts";
import { addRange } from "../actors/cast.ts";
import { type Context, extractor, finding } from "../extractor.ts";
import { standingOf, titleTokens } from "./standing.ts";

interface Draft {
  readonly kind: Place["kind"];
  readonly name: string;
  readonly entry?: Entry;
  readonly mentions: Range[];
  score: number;
}

/** Words that make a listed city name mean the region of that name. */
const REGION_WORDS =
  /^(?:oblasts?|provinces?|regions?|governorates?|states?|count(?:y|ies)|districts?|prefectures?|territor(?:y|ies)|republics?|krais?|raions?|cantons?)$/i;
const SITE_WORDS =
  /^(?:dam|bridge|airport|airfield|airbase|base|port|harbou?r|station|tunnel|canal|plant|reactor|crossing|checkpoint|palace|castle|tower|hotel|stadium|square|camp|prison|refinery|pipeline|terminal|complex|facility|barrage|hospital|mine|market|gate|lock)$/i;

export const places = extractor({
  name: "places",
  needs: [],
  makes: "places",
  *extract(context): Iterable<Place> {
    for (const draft of gather(context)) yield placeOf(context, draft);
  },
});

function placeOf(context: Context, { kind, name, entry, mentions, score }: Draft): Place {
  const spans = mentions
    .map(({ start, end }) => spanAt(context.report.text, start, end))
    .sort((a, b) => a.start - b.start);
  const fullest = spans.reduce((best, span) => (span.text.length > best.text.length ? span : best));
  const point =
    entry?.latitude === undefined || entry.longitude === undefined
      ? undefined
      : { latitude: entry.latitude, longitude: entry.longitude };
  return finding(context, "places", [fullest, ...spans.filter((span) => span !== fullest)], name, {
    kind,
    name,
    mentions: spans,
    ...(entry?.of?.length === 3 ? { country: entry.of } : {}),
    ...(entry?.admin1 === undefined ? {} : { admin1: entry.admin1 }),
    ...(point === undefined ? {} : { point }),
    ...(entry === undefined ? {} : { entry: entry.key }),
    modality: "asserted",
    by: entry === undefined ? "name" : "gazetteer",
    score,
  });
}

function gather({ report, language: { doc, names } }: Context): Draft[] {
  const titled = titleTokens(doc, names);
  const found = new Map<string, Draft>();
  const regional = regionWords(doc, names);
  for (const name of names) {
    const standing = standingOf(doc, name, titled);
    const listed = name.entry === undefined ? undefined : gazetteer().entry(name.entry);
    const isCountry = name.kind === "state";
    if (isCountry && standing !== "located") continue;
    if (!isCountry && name.kind !== "place" && !(name.kind === "body" && standing === "located")) continue;
    // A capital that acts is its state.
    if (listed?.capitalOf !== undefined && standing === "acting") continue;
    if (name.kind === "place" && listed === undefined && standing === "acting" && !isPlaceLike(doc, name))
      continue;
    const region = regional.get(name);
    const entry =
      region !== undefined ? (regionOf(report.text.slice(name.start, name.end), listed) ?? listed) : listed;
    const extended = extendedRange(doc, name);
    const kind = kindOf(doc, name, entry, region !== undefined, extended.site);
    const plain = report.text.slice(name.start, name.end).replace(/\s+/g, " ").replace(/^the /i, "");
    const shown =
      region !== undefined && entry !== undefined
        ? `${entry.name} ${region}`
        : extended.site
          ? report.text.slice(extended.start, extended.end)
          : (entry?.name ?? plain);
    const key = extended.site ? shown.toLowerCase() : (entry?.key ?? shown.toLowerCase());
    let one = found.get(key);
    if (one === undefined) {
      one = {
        kind,
        name: shown,
        mentions: [],
        score: entry ? 0.85 : 0.5 + name.score * 0.3,
        ...(entry && !extended.site ? { entry } : {}),
      };
      found.set(key, one);
    }
    addRange(one.mentions, name);
    if (extended.start < name.start || extended.end > name.end) addRange(one.mentions, extended);
  }
  return [...found.values()];
}

/** Names that a class word follows, also across "and": "Velden and Orlo provinces" gives both the word in the singular. */
function regionWords(doc: Doc, names: readonly Name[]): Map<Name, string> {
  const found = new Map<Name, string>();
  for (const [index, name] of names.entries()) {
    if (name.last >= doc.size) continue;
    const word = wordOf(doc, name.last);
    if (!REGION_WORDS.test(word) || doc.sentence[name.last] !== doc.sentence[name.first]) continue;
    const single = word.toLowerCase().replace(/ies$/, "y").replace(/s$/, "");
    found.set(name, single);
    if (!/s$/i.test(word)) continue;
    for (let k = index - 1, end = name.first; k >= 0; k -= 1) {
      const before = names[k]!;
      const link = doc.text.slice(before.end, doc.start[end]).trim();
      if (before.kind !== "place" || !/^(?:,|and|or|, and|, or|&)$/.test(link)) break;
      found.set(before, single);
      end = before.first;
    }
  }
  for (const [index, name] of names.entries())
    if (!found.has(name) && isListedWithRegion(doc, names, index)) found.set(name, "region");
  // One that is a region once is a region throughout.
  const regions = new Map([...found].map(([name, word]) => [doc.text.slice(name.start, name.end), word]));
  for (const name of names) {
    const word = regions.get(doc.text.slice(name.start, name.end));
    if (word !== undefined && name.kind === "place" && !found.has(name)) found.set(name, word);
  }
  return found;
}

/** "Velden and the Orrin Heights": a city that a province is named after, in a list with a region of its country. */
function isListedWithRegion(doc: Doc, names: readonly Name[], index: number): boolean {
  const name = names[index]!;
  const city = name.entry === undefined ? undefined : gazetteer().entry(name.entry);
  if (city?.place !== "city" || city.capitalOf !== undefined) return false;
  if (regionOf(doc.text.slice(name.start, name.end), city)?.of !== city.of) return false;
  for (const step of [-1, 1])
    for (let k = index, hops = 0; hops < 5; k += step, hops += 1) {
      const [left, right] = step < 0 ? [names[k - 1], names[k]] : [names[k], names[k + 1]];
      if (left === undefined || right === undefined) break;
      if (!/^(?:,|and|, and|& )?\s*(?:the\s*)?$/.test(doc.text.slice(left.end, right.start).trim())) break;
      const other = step < 0 ? left : right;
      const entry = other.entry === undefined ? undefined : gazetteer().entry(other.entry);
      if (entry?.place === "region" && entry.of === city.of) return true;
    }
  return false;
}

/** The division of a name, in the country of the city that it was taken for. */
function regionOf(phrase: string, city: Entry | undefined): Entry | undefined {
  const regions = gazetteer()
    .named(phrase)
    .filter((entry) => entry.kind === "place" && entry.place !== "city");
  return regions.find((entry) => entry.of === city?.of) ?? regions[0];
}

/** "the Halvern dam": the site with its name. */
function extendedRange(doc: Doc, name: Name): Range & { readonly site: boolean } {
  const next =
    name.last < doc.size && doc.sentence[name.last] === doc.sentence[name.first]
      ? wordOf(doc, name.last)
      : "";
  if (SITE_WORDS.test(next)) return { start: name.start, end: doc.end[name.last]!, site: true };
  if (REGION_WORDS.test(next)) return { start: name.start, end: doc.end[name.last]!, site: false };
  return { start: name.start, end: name.end, site: false };
}

/** A place word in the name or right before it: "Orrin Heights", "the village of Orlo". */
function isPlaceLike(doc: Doc, name: Name): boolean {
  return kindByWords(doc, name) !== undefined || extendedRange(doc, name).end > name.end;
}

function kindByWords(doc: Doc, name: Name): Place["kind"] | undefined {
  const bits =
    classBits(wordOf(doc, name.last - 1)) |
    (name.last - name.first > 1 ? classBits(wordOf(doc, name.first)) : 0);
  if (name.last - name.first > 1 && wordOf(doc, name.first) === "Port") return "city";
  for (const kind of ["sea", "region", "site", "city"] as const)
    if (bits & (1 << NAME_CLASSES.indexOf(kind)) && name.last - name.first > 1) return kind;
  const before =
    name.first > 1 ? `${wordOf(doc, name.first - 2)} ${wordOf(doc, name.first - 1)}`.toLowerCase() : "";
  if (/^(?:city|town|village|capital|port) of$/.test(before)) return "city";
  if (/^(?:region|province|district|state|county) of$/.test(before)) return "region";
  if (/(?:city|town|village|capital)$/.test(before)) return "city";
  if (/(?:river|lake)$/.test(before)) return "sea";
  return undefined;
}

function kindOf(
  doc: Doc,
  name: Name,
  entry: Entry | undefined,
  isRegion: boolean,
  isSite: boolean,
): Place["kind"] {
  if (isSite || name.kind === "body") return "site";
  if (isRegion) return "region";
  if (name.kind === "state") return "country";
  return entry?.place ?? kindByWords(doc, name) ?? "city";
}

/** Which of several cities of one name a text means. */
import { type Doc, wordOf } from "../doc.ts";
import type { Name } from "../name.ts";
import type { Entry, Gazetteer } from "./gazetteer.ts";

/** The state or division that the text puts behind a name: "Velden, North Carolina", "Velden, N.C.", "Velden, France". */
function statedContainer(doc: Doc, name: Name, next: Name | undefined, lists: Gazetteer): Entry | undefined {
  if (name.last + 1 >= doc.size || wordOf(doc, name.last) !== ",") return undefined;
  const after = name.last + 1;
  const short = lists.abbreviated(wordOf(doc, after));
  if (short) return short;
  if (next?.first !== after || (next.kind !== "place" && next.kind !== "state")) return undefined;
  const phrase = doc.text.slice(next.start, next.end);
  const listed = lists.named(phrase);
  return (
    listed.find(({ place }) => place === "country") ??
    listed.find(({ admin1, place }) => place === "region" && admin1)
  );
}

function liesIn(city: Entry, container: Entry): boolean {
  return container.admin1 ? city.admin1 === container.admin1 : city.of === container.of;
}

/** States that a text speaks of, by their names, adjectives or places of one bearer. */
function statesOf(doc: Doc, names: readonly Name[], lists: Gazetteer): ReadonlySet<string> {
  const found = new Set<string>();
  const covered = new Uint8Array(doc.size);
  for (const name of names) {
    covered.fill(1, name.first, name.last);
    const entry = name.entry === undefined ? undefined : lists.entry(name.entry);
    if (entry?.of === undefined) continue;
    if (entry.place !== "city" || lists.cities(doc.text.slice(name.start, name.end)).length === 1)
      found.add(entry.of);
  }
  for (let i = 0; i < doc.size; i += 1) {
    const of = covered[i] === 1 ? undefined : lists.adjective(wordOf(doc, i))?.of;
    if (of) found.add(of);
  }
  return found;
}

/**
 * Names of cities with the city that the text means: the one in the state or division that stands behind the name,
 * there or elsewhere in the text; else the largest in a state that the text speaks of; else the largest. A city that
 * no list knows in the place that is stated keeps its name and loses its entry.
 */
export function placed(doc: Doc, names: readonly Name[], lists: Gazetteer): Name[] {
  const phraseOf = (name: Name): string => doc.text.slice(name.start, name.end);
  const isCity = (name: Name): boolean => name.kind === "place" && name.entry?.startsWith("city:") === true;
  const stated = new Map<string, Entry>();
  names.forEach((name, i) => {
    const container = isCity(name) ? statedContainer(doc, name, names[i + 1], lists) : undefined;
    if (container) stated.set(phraseOf(name).toLowerCase(), container);
  });
  let spoken: ReadonlySet<string> | undefined;
  const cityOf = (name: Name): Entry | undefined => {
    const cities = candidates(phraseOf(name), name, lists);
    const container = stated.get(phraseOf(name).toLowerCase());
    if (container) return cities.find((city) => liesIn(city, container));
    if (cities.length < 2) return cities[0];
    spoken ??= statesOf(doc, names, lists);
    return cities.find(({ of }) => of !== undefined && spoken!.has(of)) ?? cities[0];
  };
  return names.map((name) => {
    if (!isCity(name)) return name;
    const { entry: _, ...bare } = name;
    const city = cityOf(name);
    return city ? { ...bare, entry: city.key } : bare;
  });
}

/** Cities of the name as written, or as the list writes it where the text is in capitals. */
function candidates(phrase: string, name: Name, lists: Gazetteer): readonly Entry[] {
  const direct = lists.cities(phrase);
  if (direct.length > 0) return direct;
  const own = name.entry === undefined ? undefined : lists.entry(name.entry);
  return own === undefined ? [] : lists.cities(own.name);
}

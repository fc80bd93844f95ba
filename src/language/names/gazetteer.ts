/**
 * The lists of names that come with the program (`data/gazetteer`), found by their written form.
 * Each file says its source, licence, date and columns at its head.
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { modelFolder } from "../../assets/files.ts";
import type { NameKind } from "../name.ts";
import { normalise, withoutAccents } from "./spelling.ts";

/** Kinds of place as the record has them. */
export type PlaceKind = "country" | "region" | "city" | "site" | "sea";

/** One listed name-bearer. */
export interface Entry {
  /** "state:FRA", "city:2988507", "organisation:NATO", "outlet:reuters", "body:kremlin", "region:sahel", "subdivision:UA-14". */
  readonly key: string;
  readonly kind: NameKind;
  /** The name to show. */
  readonly name: string;
  readonly place?: PlaceKind;
  /** ISO 3166-1 alpha-3 of the state it lies in or belongs to; of an organ of an organisation, that organisation's name. */
  readonly of?: string;
  /** ISO 3166-2. */
  readonly admin1?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  /** Thousands of people, of a city. */
  readonly people?: number;
  /** ISO alpha-3 of the state whose capital it is. */
  readonly capitalOf?: string;
  /** What an organisation is ("alliance", "armed group") or a medium ("agency"). */
  readonly sort?: string;
  readonly domains?: readonly string[];
  /** "state" where a government owns or directs the medium. */
  readonly control?: string;
  /** The name is also an ordinary word ("Dawn"): the context must show that the medium is meant. */
  readonly word?: boolean;
}

export type Gender = "feminine" | "masculine" | "either";

export interface Gazetteer {
  /** Entries of that name, the likeliest first; none for an unknown one. */
  named(phrase: string): readonly Entry[];
  /** Entries of that name whatever its letters' case, for text in capitals. */
  namedInCapitals(phrase: string): readonly Entry[];
  /** Cities of that name, the largest first. */
  cities(phrase: string): readonly Entry[];
  /** The division that stands abbreviated behind a place: "Velden, N.D.". */
  abbreviated(word: string): Entry | undefined;
  /** State, region or organisation of an adjective: "British", "Kurdish". */
  adjective(word: string): Entry | undefined;
  /** State or region of a word for its people: "Britons", "a Dane". */
  people(word: string): Entry | undefined;
  /** Is it an adjective of a people or faith that no one state has, or a word for its members? */
  faithOrPeople(word: string): "adjective" | "people" | undefined;
  givenName(word: string): Gender | undefined;
  entry(key: string): Entry | undefined;
  /** The medium that publishes under a host name: "www.reuters.com" gives Reuters. */
  outletOfHost(host: string): Entry | undefined;
}

function rows(folder: string, file: string): string[][] {
  const found: string[][] = [];
  for (const line of readFileSync(join(folder, file), "utf8").split("\n"))
    if (line !== "" && !line.startsWith("#")) found.push(line.split("\t"));
  return found;
}

function pointOf([latitude, longitude]: readonly (string | undefined)[] = []):
  | { readonly latitude: number; readonly longitude: number }
  | undefined {
  return latitude && longitude ? { latitude: Number(latitude), longitude: Number(longitude) } : undefined;
}

const list = (cell: string | undefined): string[] => (cell ? cell.split(";") : []);

class Listed implements Gazetteer {
  readonly #named = new Map<string, Entry[]>();
  /** Where the row of the largest city of each name begins, and those of smaller ones of the same name. */
  readonly #cities = new Map<string, number>();
  readonly #smaller = new Map<string, number[]>();
  readonly #abbreviations = new Map<string, Entry>();
  #cityFile = "";
  readonly #adjectives = new Map<string, Entry>();
  readonly #people = new Map<string, Entry>();
  readonly #peoples = new Map<string, "adjective" | "people">();
  readonly #given = new Map<string, Gender>();
  readonly #keys = new Map<string, Entry>();
  readonly #hosts = new Map<string, Entry>();
  readonly #built = new Map<string, Entry>();
  readonly #capitals = new Map<string, string>();
  #folded: Map<string, string> | undefined;

  constructor(folder: string) {
    this.#states(folder);
    this.#bodies(folder);
    this.#organisations(folder);
    this.#outlets(folder);
    this.#regions(folder);
    this.#subdivisions(folder);
    this.#readCities(folder);
    for (const [word = "", sort] of rows(join(folder, "..", "lexicon"), "peoples.tsv"))
      this.#peoples.set(word, sort === "p" ? "people" : "adjective");
    for (const file of ["given-names.tsv", "given-names-further.tsv"])
      this.#readGiven(readFileSync(join(folder, file), "utf8"));
  }

  #readGiven(file: string): void {
    for (let at = 0; at < file.length; at = file.indexOf("\n", at) + 1) {
      if (file.charCodeAt(at) === 35) continue;
      const tab = file.indexOf("\t", at);
      const gender = file.charAt(tab + 1);
      this.#given.set(
        file.slice(at, tab),
        gender === "f" ? "feminine" : gender === "m" ? "masculine" : "either",
      );
    }
  }

  #add(entry: Entry, names: readonly string[]): void {
    this.#keys.set(entry.key, entry);
    for (const name of names) {
      this.#index(normalise(name), entry);
      const bare = withoutAccents(name);
      if (bare !== name) this.#index(bare, entry);
    }
  }

  #index(name: string, entry: Entry): void {
    const known = this.#named.get(name);
    if (known === undefined) this.#named.set(name, [entry]);
    else if (!known.includes(entry)) known.push(entry);
  }

  #states(folder: string): void {
    const points = new Map(rows(folder, "state-points.tsv").map(([code = "", ...point]) => [code, point]));
    for (const [code = "", names, adjectives, people, capitals] of rows(folder, "states.tsv")) {
      const [name = code] = list(names);
      const entry: Entry = {
        key: `state:${code}`,
        kind: "state",
        name,
        place: "country",
        of: code,
        ...pointOf(points.get(code)),
      };
      this.#add(entry, list(names));
      for (const adjective of list(adjectives)) {
        if (!this.#adjectives.has(adjective)) this.#adjectives.set(adjective, entry);
        for (const word of peopleOf(adjective)) if (!this.#people.has(word)) this.#people.set(word, entry);
      }
      for (const word of list(people)) this.#people.set(word, entry);
      for (const capital of list(capitals)) this.#capitals.set(`${code} ${normalise(capital)}`, code);
    }
  }

  #bodies(folder: string): void {
    for (const [key = "", kind, names, of] of rows(folder, "bodies.tsv")) {
      const [name = key] = list(names);
      this.#add({ key: `body:${key}`, kind: kind as NameKind, name, ...(of ? { of } : {}) }, list(names));
    }
  }

  #organisations(folder: string): void {
    for (const [key = "", kind, names, sort, adjectives] of rows(folder, "organisations.tsv")) {
      const [name = key] = list(names);
      const entry: Entry = { key: `${kind}:${key}`, kind: kind as NameKind, name, ...(sort ? { sort } : {}) };
      this.#add(entry, list(names));
      for (const adjective of list(adjectives)) this.#adjectives.set(adjective, entry);
    }
  }

  #outlets(folder: string): void {
    for (const [key = "", sort, names, domains, of, control, word] of rows(folder, "outlets.tsv")) {
      const [name = key] = list(names);
      const entry: Entry = {
        key: `outlet:${key}`,
        kind: "outlet",
        name,
        domains: list(domains),
        ...(sort ? { sort } : {}),
        ...(of ? { of } : {}),
        ...(control ? { control } : {}),
        ...(word === "word" ? { word: true } : {}),
      };
      this.#add(entry, list(names));
      for (const domain of list(domains)) this.#hosts.set(domain, entry);
    }
  }

  #regions(folder: string): void {
    for (const [key = "", place, names, of, , latitude, longitude, adjectives] of rows(
      folder,
      "regions.tsv",
    )) {
      const [name = key] = list(names);
      const entry: Entry = {
        key: `${place}:${key}`,
        kind: "place",
        name,
        place: place as PlaceKind,
        ...(of ? { of } : {}),
        ...pointOf([latitude, longitude]),
      };
      this.#add(entry, list(names));
      for (const adjective of list(adjectives)) {
        if (!this.#adjectives.has(adjective)) this.#adjectives.set(adjective, entry);
        for (const word of peopleOf(adjective)) if (!this.#people.has(word)) this.#people.set(word, entry);
      }
    }
  }

  #subdivisions(folder: string): void {
    for (const [code = "", of = "", names, ...point] of rows(folder, "subdivisions.tsv")) {
      const all = list(names);
      const key = `subdivision:${code}`;
      const entry: Entry = {
        key,
        kind: "place",
        name: all[0] ?? code,
        place: "region",
        of,
        admin1: code,
        ...pointOf(point),
      };
      this.#keys.set(key, entry);
      for (const name of all) this.#index(name, entry);
    }
    for (const [code = "", forms] of rows(folder, "subdivision-abbreviations.tsv")) {
      const entry = this.#keys.get(`subdivision:${code}`);
      if (entry) for (const form of list(forms)) this.#abbreviations.set(form, entry);
    }
  }

  /** Only names and where their rows begin: a row is read when it is first asked for. */
  #readCities(folder: string): void {
    const file = readFileSync(join(folder, "cities.tsv"), "utf8");
    this.#cityFile = file;
    for (let at = 0; at < file.length; at = file.indexOf("\n", at) + 1) {
      if (file.charCodeAt(at) === 35) continue;
      const from = file.indexOf("\t", at) + 1;
      const names = file.slice(from, file.indexOf("\t", from));
      if (!names.includes(";")) this.#indexCity(names, at);
      else for (const name of names.split(";")) this.#indexCity(name, at);
    }
  }

  #indexCity(name: string, at: number): void {
    if (!this.#cities.has(name)) this.#cities.set(name, at);
    else {
      const smaller = this.#smaller.get(name);
      if (smaller) smaller.push(at);
      else this.#smaller.set(name, [at]);
    }
  }

  /** The largest city of a name. */
  #city(name: string): Entry | undefined {
    const at = this.#cities.get(name);
    return at === undefined ? undefined : this.#cityAt(at, name);
  }

  cities(phrase: string): readonly Entry[] {
    const name = normalise(phrase);
    const largest = this.#city(name);
    if (!largest) return [];
    return [largest, ...(this.#smaller.get(name) ?? []).map((at) => this.#cityAt(at, name))];
  }

  abbreviated(word: string): Entry | undefined {
    return this.#abbreviations.get(word.replaceAll(".", ""));
  }

  /** Rows are made into entries when they are first asked for. */
  #cityAt(at: number, name: string): Entry {
    const row = this.#cityFile.slice(at, this.#cityFile.indexOf("\n", at)).split("\t");
    const [id = "", names = "", of = "", admin1, latitude, longitude, people] = row;
    const shown = list(names)[0] ?? name;
    const key = `city:${id}`;
    const built = this.#built.get(key);
    if (built !== undefined) return built;
    const capitalOf = this.#capitals.get(`${of} ${normalise(shown)}`) ?? this.#capitals.get(`${of} ${name}`);
    const entry: Entry = {
      key,
      kind: "place",
      name: shown,
      place: "city",
      of,
      latitude: Number(latitude),
      longitude: Number(longitude),
      people: Number(people),
      ...(admin1 ? { admin1 } : {}),
      ...(capitalOf ? { capitalOf } : {}),
    };
    this.#built.set(key, entry);
    return entry;
  }

  named(phrase: string): readonly Entry[] {
    const name = normalise(phrase);
    const listed = this.#named.get(name);
    const city = this.#city(name);
    if (city === undefined) return listed ?? [];
    if (listed === undefined) return [city];
    // A capital comes before a province of its name, any other city after the states and bodies.
    return city.capitalOf !== undefined && listed.every((entry) => entry.kind === "place")
      ? [city, ...listed]
      : [...listed, city];
  }

  namedInCapitals(phrase: string): readonly Entry[] {
    if (this.#folded === undefined) {
      this.#folded = new Map();
      for (const names of [this.#named, this.#cities])
        for (const name of names.keys()) {
          const upper = name.toUpperCase();
          if (!this.#folded.has(upper)) this.#folded.set(upper, name);
        }
    }
    const known = this.#folded.get(normalise(phrase).toUpperCase());
    return known === undefined ? [] : this.named(known);
  }

  adjective(word: string): Entry | undefined {
    return this.#adjectives.get(word);
  }

  people(word: string): Entry | undefined {
    return this.#people.get(word);
  }

  faithOrPeople(word: string): "adjective" | "people" | undefined {
    return this.#peoples.get(word);
  }

  givenName(word: string): Gender | undefined {
    return this.#given.get(word);
  }

  entry(key: string): Entry | undefined {
    return this.#keys.get(key) ?? this.#built.get(key);
  }

  outletOfHost(host: string): Entry | undefined {
    let rest = host.toLowerCase();
    for (;;) {
      const found = this.#hosts.get(rest);
      if (found !== undefined) return found;
      const dot = rest.indexOf(".");
      if (dot < 0) return undefined;
      rest = rest.slice(dot + 1);
    }
  }
}

/** Words for a people that follow from the adjective: "Norwegian" → "Norwegians", "Iraqi" → "Iraqis". */
function peopleOf(adjective: string): string[] {
  if (/(?:an|i|er|ar|ene|ot|o|k|aq|men|ek|ab)$/.test(adjective)) return [adjective, `${adjective}s`];
  return [];
}

/** "Kirov Oblast" → "Kirov". */
export function withoutClass(name: string): string {
  return name.replace(
    / (?:Oblast|Krai|Okrug|Province|Region|Governorate|Department|District|County|State|Prefecture|Republic|Voivodeship|Canton|Division|Territory|Parish|Municipality|Raion)$/,
    "",
  );
}

let loaded: Gazetteer | undefined;

/** The lists of `data/gazetteer`, read once. @throws Error where a file is missing */
export function gazetteer(): Gazetteer {
  loaded ??= new Listed(join(dirname(dirname(modelFolder("names"))), "data", "gazetteer"));
  return loaded;
}

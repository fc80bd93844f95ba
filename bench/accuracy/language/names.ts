/** Names: span and kind F1 over GUM, IEER and CrossNER; place names over TR-News. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { findNames } from "../../../src/language/names/find-names.ts";
import { gazetteer } from "../../../src/language/names/gazetteer.ts";
import { parse } from "../../../src/language/parse.ts";
import type { Row } from "../../bench.ts";
import {
  type GeoText,
  type GoldName,
  type GoldText,
  readCrossNerFolder,
  readGeo,
  readGumFolder,
  readIeer,
} from "./name-gold.ts";
import { OURS } from "./name-kinds.ts";

/** The kinds that the figure is about. */
const SCORED = ["person", "organisation", "place"] as const;

export interface Counts {
  right: number;
  found: number;
  gold: number;
}

export function f1({ right, found, gold }: Counts): number {
  return found + gold === 0 ? 0 : (200 * right) / (found + gold);
}

/** Exact span and kind; each gold name is used once. */
export function countNames(
  found: readonly GoldName[],
  gold: readonly GoldName[],
  kinds: readonly string[] = SCORED,
): Counts {
  const key = (name: GoldName) => `${name.start} ${name.end} ${name.kind}`;
  const ours = found.filter((name) => kinds.includes(name.kind));
  const theirs = gold.filter((name) => kinds.includes(name.kind));
  const left = new Set(theirs.map(key));
  let right = 0;
  for (const name of ours) if (left.delete(key(name))) right += 1;
  return { right, found: ours.length, gold: theirs.length };
}

/** Our names of a text, their kinds coarsened by the table of `name-kinds.ts`. */
export function coarseNames(text: GoldText): GoldName[] {
  const doc = parse(text.text, { within: text.within });
  return findNames(doc).map(({ start, end, kind }) => ({ start, end, kind: OURS[kind] }));
}

/** The trivial base line: every run of capitalised words that the lists know, by its listed kind. */
export function listedNames(text: GoldText): GoldName[] {
  const lists = gazetteer();
  const found: GoldName[] = [];
  for (const run of text.text.matchAll(/\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,8}/gu)) {
    const kind = lists.named(run[0])[0]?.kind;
    if (kind !== undefined)
      found.push({ start: run.index, end: run.index + run[0].length, kind: OURS[kind] });
  }
  return found;
}

function score(
  texts: readonly GoldText[],
  read: (text: GoldText) => GoldName[],
  kinds?: readonly string[],
): Counts {
  const sum: Counts = { right: 0, found: 0, gold: 0 };
  for (const text of texts) {
    const counts = countNames(read(text), text.names, kinds);
    sum.right += counts.right;
    sum.found += counts.found;
    sum.gold += counts.gold;
  }
  return sum;
}

/** Rows for each data set that `data` holds, and a line for each that it lacks. */
export function benchNames(data: string, show?: string): { rows: Row[]; notes: string[] } {
  const rows: Row[] = [];
  const notes: string[] = [];
  const sets: [string, string, () => GoldText[]][] = [
    ["GUM news, dev", "gum", () => readGumFolder(data).dev.filter((text) => text.id.startsWith("GUM_news"))],
    ["GUM, dev", "gum", () => readGumFolder(data).dev],
    ["IEER", "ieer", () => readIeer(data)],
    ["CrossNER politics, a fifth of dev", "crossner", () => readCrossNerFolder(data).dev],
  ];
  const all: Counts = { right: 0, found: 0, gold: 0 };
  for (const [name, folder, readAll] of sets) {
    if (!existsSync(join(data, folder))) {
      notes.push(`${name}: skipped, ${folder} is not in the data folder`);
      continue;
    }
    const texts = readAll();
    const cache = new Map(texts.map((text) => [text, coarseNames(text)]));
    const counts = score(texts, (text) => cache.get(text)!);
    if (name !== "GUM, dev") for (const key of ["right", "found", "gold"] as const) all[key] += counts[key];
    rows.push({ metric: "names F1", data: name, value: f1(counts), n: counts.gold, unit: "%" });
    rows.push({
      metric: "names precision",
      data: name,
      value: (100 * counts.right) / counts.found,
      n: counts.found,
      unit: "%",
    });
    rows.push({
      metric: "names recall",
      data: name,
      value: (100 * counts.right) / counts.gold,
      n: counts.gold,
      unit: "%",
    });
    for (const kind of SCORED) {
      const own = score(texts, (text) => cache.get(text)!, [kind]);
      rows.push({ metric: `${kind} F1`, data: name, value: f1(own), n: own.gold, unit: "%" });
    }
    const base = score(texts, listedNames);
    rows.push({
      metric: "names F1",
      data: name,
      value: f1(base),
      n: base.gold,
      unit: "%",
      peer: "listed capitalised runs",
    });
    if (show === "names" || show === "all")
      notes.push(...texts.flatMap((text) => differences(name, text, cache.get(text)!)));
  }
  if (all.gold > 0)
    rows.push({
      metric: "names F1",
      data: "the three news sets together",
      value: f1(all),
      n: all.gold,
      unit: "%",
    });
  if (existsSync(join(data, "geo"))) rows.push(...benchPlaces(readGeo(data)));
  else notes.push("TR-News: skipped, geo is not in the data folder");
  return { rows, notes };
}

function differences(set: string, text: GoldText, found: readonly GoldName[]): string[] {
  const lines: string[] = [];
  const key = (name: GoldName) => `${name.start} ${name.end} ${name.kind}`;
  const gold = new Set(text.names.map(key));
  const ours = new Set(found.map(key));
  const quote = (name: GoldName) =>
    `${text.text.slice(Math.max(0, name.start - 25), name.start)}[${text.text.slice(name.start, name.end)}]${text.text.slice(name.end, name.end + 25)}`.replace(
      /\s+/g,
      " ",
    );
  const wanted = (name: GoldName) => (SCORED as readonly string[]).includes(name.kind);
  for (const name of found)
    if (wanted(name) && !gold.has(key(name)))
      lines.push(`${set} ${text.id} false ${name.kind}: ${quote(name)}`);
  for (const name of text.names)
    if (wanted(name) && !ours.has(key(name)))
      lines.push(`${set} ${text.id} missed ${name.kind}: ${quote(name)}`);
  return lines;
}

/** Mean radius of the earth. */
const EARTH_KM = 6371;

/** Great-circle distance in kilometres. */
export function distance(
  a: { latitude: number; longitude: number },
  b: { latitude: number; longitude: number },
): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (x: number) => Math.sin(x / 2) ** 2;
  const h =
    half(radians(b.latitude - a.latitude)) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(radians(b.longitude - a.longitude));
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h));
}

/** Place names, adjectives of states among them as the data marks them; where both have a point, how many are within 161 km. */
function benchPlaces(texts: readonly GeoText[]): Row[] {
  const counts: Counts = { right: 0, found: 0, gold: 0 };
  let near = 0;
  let placed = 0;
  for (const text of texts) {
    const gold = new Map(text.toponyms.map((toponym) => [`${toponym.start} ${toponym.end}`, toponym]));
    counts.gold += gold.size;
    const doc = parse(text.text);
    for (const found of toponymsOf(doc)) {
      counts.found += 1;
      const toponym = gold.get(`${found.start} ${found.end}`);
      if (toponym === undefined) continue;
      counts.right += 1;
      const { latitude, longitude } = toponym;
      if (latitude === undefined || longitude === undefined || found.point === undefined) continue;
      placed += 1;
      if (distance({ latitude, longitude }, found.point) <= 161) near += 1;
    }
  }
  return [
    { metric: "toponym F1", data: "TR-News", value: f1(counts), n: counts.gold, unit: "%" },
    {
      metric: "toponyms within 161 km, of those found with a point",
      data: "TR-News",
      value: (100 * near) / Math.max(1, placed),
      n: placed,
      unit: "%",
    },
  ];
}

function toponymsOf(
  doc: ReturnType<typeof parse>,
): { start: number; end: number; point?: { latitude: number; longitude: number } }[] {
  const lists = gazetteer();
  const found: { start: number; end: number; point?: { latitude: number; longitude: number } }[] = [];
  const covered = new Uint8Array(doc.size);
  for (const name of findNames(doc)) {
    covered.fill(1, name.first, name.last);
    if (OURS[name.kind] !== "place") continue;
    const entry = name.entry === undefined ? undefined : lists.entry(name.entry);
    found.push({
      start: name.start,
      end: name.end,
      ...(entry?.latitude !== undefined && entry.longitude !== undefined
        ? { point: { latitude: entry.latitude, longitude: entry.longitude } }
        : {}),
    });
  }
  for (let i = 0; i < doc.size; i += 1) {
    if (covered[i] === 1) continue;
    const entry = lists.adjective(doc.text.slice(doc.start[i], doc.end[i]));
    if (entry?.kind === "state" || entry?.kind === "place")
      found.push({ start: doc.start[i]!, end: doc.end[i]! });
  }
  return found;
}

/**
 * Which of many reports tell one story: those that name the same states, bodies, persons and places, and name them
 * about as often. A report is taken to the story whose members it is most like in the mean (average linkage); stories
 * that grow towards each other become one.
 */
import { nameWords, skeleton } from "../compare/names.ts";
import type { Actor } from "../record/actor.ts";
import type { Place } from "../record/place.ts";
import type { Reading } from "../record/reading.ts";
import { compareText } from "./growing/order.ts";
import { compareReadings } from "./view.ts";

/** Reports that tell of one matter. */
export interface StoryGroup {
  /** Those whom it names most, such as "Lorvia and Ostmark"; else the title of its first report. */
  readonly name: string;
  /** In order of publication. */
  readonly readings: readonly Reading[];
}

/** Mean likeness from which on reports tell one story, 0..1: low, for to part one story is worse than to leave a stray in it. */
const ONE_STORY = 0.25;

/** Likeness asks who is named, not who is meant by "officials" nor who prints it. */
const NAMELESS: ReadonlySet<string> = new Set(["unnamed", "outlet", "group"]);

type Vector = ReadonlyMap<string, number>;

interface Group {
  readonly readings: Reading[];
  /** The vectors of its reports together. */
  readonly sum: Map<string, number>;
}

/** One that a reading names: under which keys it is known, and how often it is named. */
interface Naming {
  readonly keys: readonly string[];
  readonly kind: string;
  readonly name: string;
  readonly times: number;
}

function keysOf({ entry, name }: Actor | Place): string[] {
  const words = nameWords(name).filter((word) => word.length > 2);
  return entry === undefined ? words.map(skeleton) : [entry];
}

function namingsOf({ actors, places }: Reading): Naming[] {
  return [...actors, ...places]
    .filter(({ kind }) => !NAMELESS.has(kind))
    .map((one) => ({ keys: keysOf(one), kind: one.kind, name: one.name, times: one.mentions.length }));
}

/** How often a reading names whom, damped by the square root, at length one. */
function vectorOf(namings: readonly Naming[]): Vector {
  const counts = new Map<string, number>();
  for (const { keys, times } of namings)
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + times);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return new Map([...counts].map(([key, count]) => [key, Math.sqrt(count / total)]));
}

interface Named {
  readonly namings: readonly Naming[];
  readonly vector: Vector;
}

const namedBefore = new WeakMap<Reading, Named>();

/** Whom a reading names; a workspace groups its readings anew whenever one has come. */
function namedIn(reading: Reading): Named {
  const before = namedBefore.get(reading);
  if (before) return before;
  const namings = namingsOf(reading);
  const now = { namings, vector: vectorOf(namings) };
  namedBefore.set(reading, now);
  return now;
}

/** Groups by what they name, so that only those that share a name are compared. */
class Groups {
  readonly #groups: Group[] = [];
  readonly #having = new Map<string, Set<number>>();

  get all(): readonly Group[] {
    return this.#groups;
  }

  /** Joins a group to the one that it is most like, or keeps it as one of its own. */
  take(group: Group): void {
    const near = this.#nearest(group);
    const at = near ?? this.#groups.length;
    const known = this.#groups[at];
    if (known) {
      for (const reading of group.readings) known.readings.push(reading);
      for (const [key, weight] of group.sum) known.sum.set(key, (known.sum.get(key) ?? 0) + weight);
    } else this.#groups[at] = group;
    for (const key of group.sum.keys()) {
      const having = this.#having.get(key);
      if (having) having.add(at);
      else this.#having.set(key, new Set([at]));
    }
  }

  #nearest({ sum, readings }: Group): number | undefined {
    const products = new Map<number, number>();
    for (const [key, weight] of sum)
      for (const at of this.#having.get(key) ?? [])
        products.set(at, (products.get(at) ?? 0) + weight * this.#groups[at]!.sum.get(key)!);
    let [best, nearest]: [number, number | undefined] = [ONE_STORY, undefined];
    for (const [at, product] of [...products].sort(([a], [b]) => a - b)) {
      const mean = product / (readings.length * this.#groups[at]!.readings.length);
      if (mean >= best && (mean > best || nearest === undefined)) [best, nearest] = [mean, at];
    }
    return nearest;
  }
}

/** Share of whom the reports of a group name that a larger story must know for them to belong to it, 0..1. */
const AT_HOME = 0.6;

function holdersIn(readings: readonly Reading[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const reading of readings)
    for (const key of namedIn(reading).vector.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** How much of what reports name at least two reports of a story name too, 0..1 in the mean. */
function knownShare(readings: readonly Reading[], holders: ReadonlyMap<string, number>): number {
  let share = 0;
  for (const reading of readings)
    for (const [key, weight] of namedIn(reading).vector)
      if ((holders.get(key) ?? 0) > 1) share += weight * weight;
  return share / readings.length;
}

/**
 * Short reports name few, and are like the others of their story only in whom they do name: where a larger story knows
 * these, they belong there. Held against the stories as they were before any was taken in.
 */
function takenHome(groups: readonly Group[]): readonly Group[] {
  const stories = groups
    .filter(({ readings }) => readings.length > 1)
    .sort((a, b) => b.readings.length - a.readings.length || compareReadings(a.readings[0]!, b.readings[0]!))
    .map((group) => ({ group, size: group.readings.length, holders: holdersIn(group.readings) }));
  const moved = groups.flatMap((group) => {
    const larger = stories.filter(({ size }) => size > group.readings.length);
    const shares = larger.map(({ holders }) => knownShare(group.readings, holders));
    const most = Math.max(0, ...shares);
    return most < AT_HOME ? [] : [{ group, home: larger[shares.indexOf(most)]!.group }];
  });
  const homes = new Map(moved.map(({ group, home }) => [group, home]));
  for (const { group } of moved) {
    let home = group;
    for (let next = homes.get(home); next; next = homes.get(home)) home = next;
    home.readings.push(...group.readings);
  }
  return groups.filter((group) => !homes.has(group));
}

/** Kinds in the order in which they make the name of a story. */
const NAMING: readonly string[] = ["state", "organisation", "body", "person", "city", "region", "site"];

function nameOf(readings: readonly Reading[]): string {
  const found = new Map<string, { readonly rank: number; readonly name: string; count: number }>();
  for (const reading of readings) {
    for (const { keys, kind, name, times } of namedIn(reading).namings) {
      const rank = NAMING.indexOf(kind);
      const known = found.get(keys.join(" "));
      if (known) known.count += Math.sqrt(times);
      else if (rank >= 0) found.set(keys.join(" "), { rank, name, count: Math.sqrt(times) });
    }
  }
  const names = [...found.values()]
    .sort(
      (a, b) =>
        Number(a.rank > 1) - Number(b.rank > 1) ||
        b.count - a.count ||
        a.rank - b.rank ||
        compareText(a.name, b.name),
    )
    .slice(0, 2)
    .map(({ name }) => name);
  const { title, file, id } = readings[0]!.report;
  return names.length > 0 ? names.join(" and ") : (title?.value ?? file ?? id);
}

/**
 * The stories that readings tell, the one with the most reports first, then by their first report. A report that
 * names nobody is a story of its own.
 */
export function storiesAmong(readings: readonly Reading[]): StoryGroup[] {
  let groups: readonly Group[] = [...readings]
    .sort(compareReadings)
    .map((reading) => ({ readings: [reading], sum: new Map(namedIn(reading).vector) }));
  for (let before = Number.POSITIVE_INFINITY; groups.length < before; ) {
    before = groups.length;
    const joined = new Groups();
    for (const group of groups) joined.take(group);
    groups = joined.all;
  }
  return takenHome(groups)
    .map((group) => ({ ...group, readings: [...group.readings].sort(compareReadings) }))
    .sort((a, b) => b.readings.length - a.readings.length || compareReadings(a.readings[0]!, b.readings[0]!))
    .map(({ readings }) => ({ name: nameOf(readings), readings }));
}

/** Persons: full names, last names and what stands for one of them. */
import type { Name } from "../../language/name.ts";

export interface Person {
  /** Fullest form. */
  name: string;
  readonly names: Name[];
}

/** Words of a name in small letters, without initials' stops, "al-" and suffixes. */
function wordsOf(name: string): string[] {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s$/, "")
    .split(/[\s-]+/)
    .map((word) => word.replace(/\./g, ""))
    .filter((word) => word !== "" && !/^(?:al|el|jr|sr|ii|iii|bin|ben|van|von|der|de|da|di)$/.test(word));
}

/** One begins, ends or is spread through the other: "Odo Lund" and "Lund", "Odo K. Lund" and "Odo Lund". */
function mayBeSame(long: readonly string[], short: readonly string[]): boolean {
  if (short.length === 0) return false;
  if (short.length === 1) return long.at(-1) === short[0] || long[0] === short[0];
  if (long.at(-1) !== short.at(-1)) return false;
  const [a = "", b = ""] = [long[0], short[0]];
  return a === b || (Math.min(a.length, b.length) === 1 && a[0] === b[0]);
}

interface Known {
  readonly person: Person;
  words: string[];
  /** Where the full forms stand, ascending, and how many of them lie before the bare name in hand. */
  readonly starts: number[];
  passed: number;
  /** Where the last bare form stood. */
  bare: number;
}

/**
 * Gathers names of persons; a bare last name goes to the latest fuller name before it, else to the first after it.
 * @param names in text order
 */
export function gatherPeople(names: readonly Name[], text: string): Person[] {
  const people: Known[] = [];
  const byLast = new Map<string, Known[]>();
  const byFirst = new Map<string, Known[]>();
  const add = (name: string, words: string[], starts: number[], of: Name): void => {
    const one: Known = { person: { name, names: [of] }, words, starts, passed: 0, bare: of.start };
    people.push(one);
    put(byLast, words.at(-1) ?? "", one);
    put(byFirst, words[0] ?? "", one);
  };
  const written = names.map((name) => text.slice(name.start, name.end).replace(/\s+/g, " "));
  const split = written.map(wordsOf);
  for (const [i, name] of names.entries()) {
    const words = split[i]!;
    if (words.length < 2) continue;
    const known = byLast
      .get(words.at(-1)!)
      ?.find((other) => mayBeSame(longer(words, other.words), shorter(words, other.words)));
    if (known === undefined) {
      add(written[i]!, words, [name.start], name);
      continue;
    }
    known.person.names.push(name);
    known.starts.push(name.start);
    if (words.length > known.words.length) {
      known.words = words;
      known.person.name = written[i]!;
    }
  }
  for (const one of people) one.bare = -1;
  for (const [i, name] of names.entries()) {
    const [word] = split[i]!;
    if (word === undefined || split[i]!.length !== 1) continue;
    const fits = byLast.get(word) ?? byFirst.get(word) ?? [];
    const chosen = latest(fits, name.start) ?? fits[0];
    if (chosen === undefined) add(written[i]!, split[i]!, [], name);
    else {
      chosen.person.names.push(name);
      chosen.bare = name.start;
    }
  }
  return people.map(({ person }) => person);
}

function put(into: Map<string, Known[]>, key: string, one: Known): void {
  const list = into.get(key);
  if (list === undefined) into.set(key, [one]);
  else list.push(one);
}

function longer(a: readonly string[], b: readonly string[]): readonly string[] {
  return a.length >= b.length ? a : b;
}

function shorter(a: readonly string[], b: readonly string[]): readonly string[] {
  return a.length >= b.length ? b : a;
}

/** Who of `people` was named last before `start`; bare names are asked for in text order. */
function latest(people: readonly Known[], start: number): Known | undefined {
  let best: Known | undefined;
  let at = -1;
  for (const one of people) {
    while (one.passed < one.starts.length && one.starts[one.passed]! < start) one.passed += 1;
    const seen = Math.max(one.bare, one.passed > 0 ? one.starts[one.passed - 1]! : -1);
    if (seen > at) {
      at = seen;
      best = one;
    }
  }
  return best;
}

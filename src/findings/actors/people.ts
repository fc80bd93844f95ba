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

/** Gathers names of persons; a bare last name goes to the latest fuller name before it, else to the first after it. */
export function gatherPeople(names: readonly Name[], text: string): Person[] {
  const people: { person: Person; words: string[] }[] = [];
  const written = (name: Name) => text.slice(name.start, name.end).replace(/\s+/g, " ");
  const full = names.filter((name) => wordsOf(written(name)).length > 1);
  for (const name of full) {
    const words = wordsOf(written(name));
    const known = people.find(
      (other) =>
        other.words.join(" ") === words.join(" ") ||
        mayBeSame(longer(words, other.words), shorter(words, other.words)),
    );
    if (known === undefined) people.push({ person: { name: written(name), names: [name] }, words });
    else {
      known.person.names.push(name);
      if (words.length > known.words.length) {
        known.words = words;
        known.person.name = written(name);
      }
    }
  }
  for (const name of names) {
    const words = wordsOf(written(name));
    if (words.length !== 1) continue;
    const byLast = people.filter((other) => other.words.at(-1) === words[0]);
    const fits = byLast.length > 0 ? byLast : people.filter((other) => other.words[0] === words[0]);
    const before = fits.filter((other) => other.person.names.some((one) => one.start < name.start));
    const chosen = latest(before, name.start) ?? fits[0];
    if (chosen !== undefined) chosen.person.names.push(name);
    else people.push({ person: { name: written(name), names: [name] }, words });
  }
  return people.map(({ person }) => person);
}

function longer(a: readonly string[], b: readonly string[]): readonly string[] {
  return a.length >= b.length ? a : b;
}

function shorter(a: readonly string[], b: readonly string[]): readonly string[] {
  return a.length >= b.length ? b : a;
}

function latest<T extends { readonly person: Person }>(people: readonly T[], before: number): T | undefined {
  let best: T | undefined;
  let at = -1;
  for (const one of people)
    for (const name of one.person.names)
      if (name.start < before && name.start > at) {
        at = name.start;
        best = one;
      }
  return best;
}

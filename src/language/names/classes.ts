/** Words that head names and say what is named (`data/lexicon/name-classes.tsv`). */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { modelFolder } from "../../assets/files.ts";

export const NAME_CLASSES = [
  "organisation",
  "body",
  "party",
  "company",
  "outlet",
  "group",
  "region",
  "city",
  "site",
  "sea",
  "event",
  "work",
] as const;
export type NameClass = (typeof NAME_CLASSES)[number];

let loaded: ReadonlyMap<string, ReadonlySet<NameClass>> | undefined;

/** Lower-case word → its classes. */
export function nameClasses(): ReadonlyMap<string, ReadonlySet<NameClass>> {
  if (loaded !== undefined) return loaded;
  const file = join(dirname(dirname(modelFolder("names"))), "data", "lexicon", "name-classes.tsv");
  const found = new Map<string, Set<NameClass>>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const [word = "", name = ""] = line.split("\t");
    if (word === "" || word.startsWith("#")) continue;
    const known = found.get(word) ?? new Set();
    known.add(name as NameClass);
    found.set(word, known);
  }
  loaded = found;
  return found;
}

/** The classes of a word as bits in the order of `NAME_CLASSES`. */
export function classBits(word: string): number {
  let bits = 0;
  for (const found of nameClasses().get(word.toLowerCase()) ?? []) bits |= 1 << NAME_CLASSES.indexOf(found);
  return bits;
}

/** Words for those without a name who take part in what happens: `data/lexicon/groups.tsv`. */
import { readFileSync } from "node:fs";
import { singular } from "../../language/names/titles.ts";

/** `crowd` only counts people: "a group of farmers". */
const CROWDS = ["armed", "civil", "machine", "crowd"] as const;
type GroupClass = (typeof CROWDS)[number];
/** What else a word may say of its bearer; a word may be of several. */
const SORTS = ["organ", "house", "land", "media", "source", "anybody"] as const;
type Sort = (typeof SORTS)[number];

const plurals = new Map<string, GroupClass>();
const singulars = new Map<string, GroupClass>();
const sorts: Readonly<Record<Sort, Set<string>>> = {
  organ: new Set(),
  house: new Set(),
  land: new Set(),
  media: new Set(),
  source: new Set(),
  anybody: new Set(),
};
for (const line of readFileSync(new URL("../../../data/lexicon/groups.tsv", import.meta.url), "utf8").split(
  "\n",
)) {
  if (line === "" || line.startsWith("#")) continue;
  const [kind = "", words = ""] = line.split("\t");
  for (const word of words.split(" ")) {
    if (kind in sorts) sorts[kind as Sort].add(word);
    else if (!plurals.has(word)) plurals.set(word, kind as GroupClass);
    if (kind in sorts || kind === "crowd") continue;
    const one = singular(word);
    if (one !== word) singulars.set(one, kind as GroupClass);
  }
}

/** The class of a word that stands for several people (or for what they act through), in small letters. */
export function groupClass(word: string): GroupClass | undefined {
  return plurals.get(word);
}

/** The class of a word for one such person: "gunman". */
export function memberClass(word: string): GroupClass | undefined {
  return singulars.get(word);
}

/** Whether a word in small letters is of that sort. */
export function isOfSort(word: string, sort: Sort): boolean {
  return sorts[sort].has(word);
}

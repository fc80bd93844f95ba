/** Words for people without a name who take part in what happens: `data/lexicon/groups.tsv`. */
import { readFileSync } from "node:fs";
import { singular } from "../../language/names/titles.ts";

/** `crowd` only counts people: "a group of farmers". */
type GroupClass = "armed" | "civil" | "machine" | "crowd";

const plurals = new Map<string, GroupClass>();
const singulars = new Map<string, GroupClass>();
for (const line of readFileSync(new URL("../../../data/lexicon/groups.tsv", import.meta.url), "utf8").split(
  "\n",
)) {
  if (line === "" || line.startsWith("#")) continue;
  const [kind = "", words = ""] = line.split("\t");
  for (const word of words.split(" ")) {
    if (!plurals.has(word)) plurals.set(word, kind as GroupClass);
    const one = singular(word);
    if (one !== word && kind !== "crowd") singulars.set(one, kind as GroupClass);
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

/** What the nouns that figures stand with count: `data/lexicon/counted.tsv`. */
import { readFileSync } from "node:fs";
import { singular } from "../../language/names/titles.ts";

const classes = new Map<string, Set<string>>();
for (const line of readFileSync(new URL("../../../data/lexicon/counted.tsv", import.meta.url), "utf8").split(
  "\n",
)) {
  if (line === "" || line.startsWith("#")) continue;
  const [name = "", words = ""] = line.split("\t");
  classes.set(name, new Set([...(classes.get(name) ?? []), ...words.split(" ")]));
}

function isOf(name: string, noun: string): boolean {
  const word = noun.toLowerCase();
  const words = classes.get(name)!;
  return words.has(word) || words.has(singular(word));
}

/** Whether a noun, in the singular or the plural, means persons: "detainees", "lives", "wounded". */
export function isPerson(noun: string): boolean {
  return isOf("person", noun);
}

/** What the nouns that figures stand with count, and how much that is worth: `data/lexicon/counted.tsv`. */
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

/** Whether so few of them are worth a claim even where they are known: "the two frigates". */
export function isOfWeight(noun: string): boolean {
  return isOf("weight", noun);
}

/** Whether a few of them are counted in passing: "in two rooms". */
export function isIdle(noun: string): boolean {
  return isOf("idle", noun);
}

/** Whether the noun tells a time of day: "seven this morning". */
export function isTimeOfDay(noun: string): boolean {
  return isOf("hour", noun);
}

/** Whether the noun stands for a number of people or of votes: "a mission of 800", "a majority of six". */
export function isBody(noun: string): boolean {
  return isOf("body", noun);
}

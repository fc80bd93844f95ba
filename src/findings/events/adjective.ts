/** "Agrian" → Agria: adjectives of states, which are no mentions of their own. */
import { readFileSync } from "node:fs";
import type { Actor } from "../../record/actor.ts";

/** Codes of states by adjective, from the gazetteer. */
const codes = new Map<string, string>();
for (const line of readFileSync(new URL("../../../data/gazetteer/states.tsv", import.meta.url), "utf8").split(
  "\n",
)) {
  if (line === "" || line.startsWith("#")) continue;
  const [code = "", , adjectives = ""] = line.split("\t");
  for (const adjective of adjectives.split(";")) if (adjective !== "") codes.set(adjective, code);
}

/** Whether the gazetteer has a state for an adjective. */
export function isAdjectiveOfState(word: string): boolean {
  return codes.has(word);
}

const ENDINGS = ["ian", "an", "n", "ese", "ish", "i", "ic"];
const known = new WeakMap<readonly Actor[], Map<string, Actor | undefined>>();

/** The state of a reading that an adjective belongs to; for states that no gazetteer lists, by the stem of the name. */
export function stateOfAdjective(word: string, actors: readonly Actor[]): Actor | undefined {
  let cache = known.get(actors);
  if (cache === undefined) {
    cache = new Map();
    known.set(actors, cache);
  }
  if (!cache.has(word)) cache.set(word, find(word, actors));
  return cache.get(word);
}

function find(word: string, actors: readonly Actor[]): Actor | undefined {
  const code = codes.get(word);
  if (code !== undefined) return actors.find(({ entry }) => entry === `state:${code}`);
  for (const ending of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    if (stem.length < 4) continue;
    const found = actors.find(({ kind, name }) => kind === "state" && isNameWithStem(name, stem));
    if (found) return found;
  }
  return undefined;
}

/** "Agr" is the stem of "Agria", "Norvi" of "Norvia": at most two letters are missing. */
function isNameWithStem(name: string, stem: string): boolean {
  return name.startsWith(stem) && name.length - stem.length <= 3;
}

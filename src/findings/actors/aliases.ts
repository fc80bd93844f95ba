import type { Aliases } from "../extractor.ts";
import { absorb, type Draft } from "./cast.ts";

const folded = (name: string): string => name.replace(/^the /i, "").toLowerCase();

/** Actors that a user's list says are one become one, under the first name of the list. */
export function mergeAliases(cast: readonly Draft[], aliases: Aliases): Draft[] {
  if (aliases.length === 0) return [...cast];
  const shown = new Map<string, string>();
  for (const list of aliases) for (const name of list) shown.set(folded(name), list[0]);
  const merged: Draft[] = [];
  const byName = new Map<string, Draft>();
  for (const draft of cast) {
    const name = shown.get(folded(draft.name));
    if (name === undefined) {
      merged.push(draft);
      continue;
    }
    draft.name = name;
    const known = byName.get(name);
    if (known === undefined) {
      byName.set(name, draft);
      merged.push(draft);
    } else absorb(known, draft);
  }
  return merged;
}

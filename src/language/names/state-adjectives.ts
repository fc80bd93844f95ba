/** Adjectives of states and words for their peoples, as they are made from the names: "Karvelian", "Ruveners". */
import { type Doc, wordOf } from "../doc.ts";

/** Endings that make them. */
const SUFFIXES = [
  "ian",
  "an",
  "n",
  "ese",
  "i",
  "ish",
  "ic",
  "ite",
  "er",
  "ar",
  "ard",
  "ene",
  "en",
  "ean",
  "s",
  "ns",
  "ians",
  "ans",
  "is",
  "ites",
  "ers",
];

/** What an adjective must share with its noun. */
export const beginning = (word: string): string => word.slice(0, 4);

/** Words by what they begin with. */
export function byBeginning(words: Iterable<string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const word of words) {
    const list = found.get(beginning(word));
    if (list === undefined) found.set(beginning(word), [word]);
    else list.push(word);
  }
  return found;
}

/** "Karvelian" from "Karvelia", "Ruvener" from "Ruvenmark": a common beginning and the ending of an adjective. */
export function isDerived(adjective: string, name: string): boolean {
  let same = 0;
  while (same < name.length && same < adjective.length && name[same] === adjective[same]) same += 1;
  if (same < 4 || name.length - same > 5) return false;
  const rest = adjective.slice(same);
  return SUFFIXES.some(
    (suffix) =>
      rest === suffix ||
      (suffix.length > 1 && rest.length > 0 && suffix.endsWith(rest) && adjective.endsWith(suffix)),
  );
}

/** Capitalised words of the text that are adjectives of one of `states`, or words for its people → that state. */
export function adjectivesOf(doc: Doc, states: Iterable<string>): Map<string, string> {
  const words = new Set<string>();
  for (let i = 0; i < doc.size; i += 1) {
    const word = wordOf(doc, i);
    if (word.length > 3 && word.length < 30 && /^\p{Lu}\p{Ll}/u.test(word)) words.add(word);
  }
  const names = byBeginning(states);
  const found = new Map<string, string>();
  for (const word of words) {
    const near = names.get(beginning(word)) ?? [];
    if (near.includes(word)) continue;
    const state = near.find((name) => isDerived(word, name));
    if (state !== undefined) found.set(word, state);
  }
  return found;
}

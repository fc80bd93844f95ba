/** States and organisations of a reading, and which of them a phrase of it names. */
import { nameWords } from "../compare/names.ts";
import type { Reading } from "../record/reading.ts";

/** Kinds of actor that can be a side. */
export const PRINCIPALS: ReadonlySet<string> = new Set(["state", "organisation"]);

/** A way in which a reading names a state or an organisation. */
export interface Principal {
  readonly words: readonly string[];
  /** Id of the actor. */
  readonly id: string;
}

/** The part that a name shares with its adjective: "Tamor" / "Tamori", "Lorvia" / "Lorvian". */
function stemOf(word: string): string {
  const stem = word.replace(/(?:[aeiouy]+|land|stan)$/, "");
  return stem.length >= 4 ? stem : word;
}

/** What makes an adjective, or the name of its people, of a stem: "-ian", "-ese", "-i". */
const DERIVED = /^(?:i|[aeiouy]{0,2}(?:n|ns|an|ans|ian|ians|is|ese|ish|er|ers|ic|s))?$/;

/** How a word stands for a name: 2 for the name itself, 1 for a word made from it, 0 for neither. */
function closeness(word: string, name: string): 0 | 1 | 2 {
  if (word === name) return 2;
  const stem = stemOf(name);
  return word.startsWith(stem) && DERIVED.test(word.slice(stem.length)) ? 1 : 0;
}

/** "Tamori" for "Tamor": an adjective of a name, or its people. */
export function isMadeFrom(word: string, name: string): boolean {
  return closeness(word, name) === 1;
}

const known = new WeakMap<Reading, readonly Principal[]>();

/** Every name and mention of the states and organisations of a reading. */
export function principalsOf(reading: Reading): readonly Principal[] {
  const before = known.get(reading);
  if (before) return before;
  const found = reading.actors.flatMap(({ id, kind, name, mentions }) =>
    PRINCIPALS.has(kind)
      ? [...new Set([name, ...mentions.map(({ text }) => text)].map((text) => nameWords(text).join(" ")))]
          .filter((text) => text !== "")
          .map((text) => ({ words: text.split(" "), id }))
      : [],
  );
  known.set(reading, found);
  return found;
}

/** Ids of the actors that a phrase names: "foreign ministers of Lorvia and Ostmark", "Lorvian troops". */
export function namedAmong(principals: readonly Principal[], phrase: string): string[] {
  const words = nameWords(phrase);
  const found = words.flatMap((word, i) => {
    const near = principals
      .filter(({ words: [first] }) => first!.slice(0, 3) === word.slice(0, 3))
      .map(({ id, words: name }) => ({
        id,
        close: Math.min(...name.map((part, j) => closeness(words[i + j] ?? "", part))),
      }));
    // "Nigeria" is no word for Niger where both are in the report.
    const best = Math.max(0, ...near.map(({ close }) => close));
    return best === 0 ? [] : near.filter(({ close }) => close === best).map(({ id }) => id);
  });
  return [...new Set(found)];
}

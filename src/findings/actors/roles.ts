/** What a title says: the post, and of which state or organisation. */
import { gazetteer } from "../../language/names/gazetteer.ts";
import { titles } from "../../language/names/titles.ts";
import type { Role } from "./cast.ts";

/** Name of the state or organisation that a word or phrase of a title means, if any. */
export type Bearer = (phrase: string) => string | undefined;

/** Looks a phrase up as adjective, people or name; names of the text come first. */
export function bearers(inText: ReadonlyMap<string, string>): Bearer {
  const lists = gazetteer();
  return (phrase) => {
    const own = inText.get(phrase);
    if (own !== undefined) return own;
    const adjective = lists.adjective(phrase);
    if (adjective !== undefined) return adjective.name;
    const [entry] = lists.named(phrase);
    if (entry?.capitalOf !== undefined) return lists.entry(`state:${entry.capitalOf}`)?.name;
    if (entry !== undefined && entry.kind !== "place" && entry.kind !== "outlet") return entry.name;
    return undefined;
  };
}

/**
 * Reads "Belmarkian Foreign Minister", "Belmark's chief negotiator", "the leader of the Free Ports Party".
 * @returns undefined where no title word is in it
 */
export function readRole(title: string, bearer: Bearer): Role | undefined {
  const cleaned = title
    .replace(/^(?:the|a|an|its|his|her|their|our)\s+/i, "")
    .replace(/\s+/g, " ")
    .trim();
  const words = cleaned.split(" ").map((word) => word.replace(/[,;]$/, ""));
  const [from, until] = titleWords(words);
  if (from < 0) return undefined;
  const before = words.slice(0, from);
  const after = words.slice(until).join(" ");
  const of = bearerIn(before, bearer) ?? ofAfter(after, bearer);
  const post = words.slice(from, until).join(" ");
  return { title: post, ...(of === undefined ? {} : { of }) };
}

/** The longest run of words that is a title, from the first title word on. */
function titleWords(words: readonly string[]): [number, number] {
  const known = titles();
  for (let from = 0; from < words.length; from += 1)
    for (let until = Math.min(words.length, from + 7); until > from; until -= 1) {
      const title = known.get(words.slice(from, until).join(" ").toLowerCase());
      if (title?.kinds.some((kind) => kind !== "people")) return [from, until];
    }
  return [-1, -1];
}

/** The last name or adjective among the words before the post. */
function bearerIn(words: readonly string[], bearer: Bearer): string | undefined {
  for (let from = 0; from < words.length; from += 1)
    for (let until = words.length; until > from; until -= 1) {
      const phrase = words
        .slice(from, until)
        .join(" ")
        .replace(/['’]s?$/, "");
      const found = bearer(phrase);
      if (found !== undefined) return found;
    }
  const owner = /(\p{Lu}\S*(?: \p{Lu}\S*)*)['’]s?$/u.exec(words.join(" "));
  return owner?.[1];
}

function ofAfter(rest: string, bearer: Bearer): string | undefined {
  const match = /^(?:of|for|to|from|at)\s+(?:the\s+)?(.+)$/.exec(rest);
  if (match?.[1] === undefined) return undefined;
  const phrase = match[1];
  const words = phrase.split(" ");
  for (let until = words.length; until > 0; until -= 1) {
    const found = bearer(
      words
        .slice(0, until)
        .join(" ")
        .replace(/['’]s?$/, ""),
    );
    if (found !== undefined) return found;
  }
  const capital = /^(\p{Lu}\S*(?: (?:of |the |and )*\p{Lu}\S*)*)/u.exec(phrase);
  return capital?.[1]?.replace(/['’]s?$/, "");
}

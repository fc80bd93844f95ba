/**
 * May two names mean the same? Spelling is compared after transliteration to plain letters and after folding what
 * romanisations disagree about (Zelensky / Zelenskyy, Araghchi / Araqchi); distance alone decides nothing.
 */
import anyAscii from "any-ascii";
import { distance } from "fastest-levenshtein";

const HONORIFICS = new Set([
  "mr",
  "mrs",
  "ms",
  "dr",
  "sir",
  "dame",
  "lord",
  "lady",
  "gen",
  "col",
  "prof",
  "sheikh",
  "prince",
  "king",
  "queen",
]);
const ARTICLES = new Set(["the", "a", "an"]);

/** Lower-case words in plain letters, without articles, honorifics and possessive endings. */
export function nameWords(name: string): readonly string[] {
  const plain = anyAscii(name.replace(/['’]s?\b/g, "")).toLowerCase();
  return (plain.match(/[a-z0-9]+/g) ?? []).filter((word) => !HONORIFICS.has(word) && !ARTICLES.has(word));
}

const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/sch|sh|ch|tch|zh|dj|dzh/g, "s"],
  [/kh|gh|q|ck|c|g/g, "k"],
  [/ph/g, "f"],
  [/w/g, "v"],
  [/ts|tz|z/g, "s"],
  [/[yj]/g, "i"],
  [/ou|oo|o/g, "u"],
  [/ae|ee|e/g, "i"],
  [/h/g, ""],
  [/(.)\1+/g, "$1"],
];

/** A key that spellings of one name share across romanisations. */
export function skeleton(word: string): string {
  const key = FOLDS.reduce((text, [from, to]) => text.replace(from, to), word);
  return key.replace(/i+$/, "") || key;
}

export interface NameVerdict {
  readonly score: number;
  readonly why: string;
}

function sameGiven(a: readonly string[], b: readonly string[]): boolean | undefined {
  const [left, right] = [a.slice(0, -1), b.slice(0, -1)];
  if (left.length === 0 || right.length === 0) return undefined;
  const first = (words: readonly string[]) => words[0] ?? "";
  if (first(left).length <= 2 || first(right).length <= 2) return first(left)[0] === first(right)[0];
  return (
    skeleton(first(left)) === skeleton(first(right)) ||
    first(left).startsWith(first(right)) ||
    first(right).startsWith(first(left))
  );
}

/** One letter more, less or another inside a word long enough for that to be a slip. */
function isSlip(a: string, b: string): boolean {
  return a[0] === b[0] && Math.min(a.length, b.length) >= 5 && distance(a, b) === 1;
}

/**
 * How likely two names of persons mean one.
 * @param sameRole whether the two stand beside the same office
 */
export function comparePersons(nameA: string, nameB: string, sameRole: boolean): NameVerdict {
  const [a, b] = [nameWords(nameA), nameWords(nameB)];
  const [lastA, lastB] = [a.at(-1) ?? "", b.at(-1) ?? ""];
  if (lastA === "" || lastB === "") return { score: 0, why: "no name" };
  if (a.join(" ") === b.join(" ")) return { score: a.length > 1 ? 1 : 0.9, why: "same name" };
  const given = sameGiven(a, b);
  if (given === false) return { score: 0, why: "different first names" };
  if (lastA === lastB)
    return { score: given ? 0.97 : 0.88, why: given ? "same first and last name" : "same last name" };
  if (skeleton(lastA) === skeleton(lastB)) {
    return { score: given ? 0.93 : sameRole ? 0.88 : 0.6, why: "spellings of one last name" };
  }
  if (isSlip(lastA, lastB) && (given === true || sameRole)) {
    return {
      score: given && sameRole ? 0.9 : given ? 0.85 : 0.7,
      why: "one letter apart, same first name or office",
    };
  }
  return { score: 0, why: "different names" };
}

function initials(words: readonly string[]): string {
  return words
    .filter((word) => !["of", "for", "and"].includes(word))
    .map((word) => word[0])
    .join("");
}

/** How likely two names of states, organisations, bodies or groups mean one. */
export function compareOrganisations(nameA: string, nameB: string): NameVerdict {
  const [a, b] = [nameWords(nameA), nameWords(nameB)];
  if (a.length === 0 || b.length === 0) return { score: 0, why: "no name" };
  if (a.join(" ") === b.join(" ")) return { score: 1, why: "same name" };
  if (
    (a.length === 1 && initials(b) === a[0] && b.length > 1) ||
    (b.length === 1 && initials(a) === b[0] && a.length > 1)
  ) {
    return { score: 0.9, why: "one is the initials of the other" };
  }
  if (a.map(skeleton).join(" ") === b.map(skeleton).join(" "))
    return { score: 0.85, why: "spellings of one name" };
  return { score: 0, why: "different names" };
}

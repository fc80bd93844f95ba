/**
 * May two names mean the same? Spelling is compared in plain letters, whatever the script, by a small model; what the
 * reports say beside the names (an office, a first name) decides where spelling alone cannot.
 */
import anyAscii from "any-ascii";
import { edits } from "./names/align.ts";
import { organisationFeatures, personFeatures } from "./names/features.ts";
import { HONORIFICS } from "./names/forms.ts";
import { ORGANISATION_WEIGHTS, PERSON_WEIGHTS } from "./names/weights.ts";
import { organisationWords, skeleton } from "./names/words.ts";

export { skeleton } from "./names/words.ts";

const ARTICLES = new Set(["the", "a", "an"]);

/** Lower-case words in plain letters, without articles, honorifics and possessive endings. */
export function nameWords(name: string): readonly string[] {
  const plain = anyAscii(name.replace(/['’]s?\b/g, "")).toLowerCase();
  return (plain.match(/[a-z0-9]+/g) ?? []).filter((word) => !HONORIFICS.has(word) && !ARTICLES.has(word));
}

/** A sum of weighted features as a number in 0..1 that grows with it; one half where the sum is nought. */
function weighed(features: readonly number[], { bias, weights }: typeof PERSON_WEIGHTS): number {
  const sum = weights.reduce((total, weight, i) => total + weight * (features[i] ?? 0), bias);
  return 0.5 + sum / (2 * (1 + Math.abs(sum)));
}

/**
 * How likely two names are spellings of one name, by the names alone.
 * @returns 0..1, one half and more: one name
 */
export function spellingLikeness(kind: "person" | "organisation", nameA: string, nameB: string): number {
  return kind === "person"
    ? weighed(personFeatures(nameA, nameB), PERSON_WEIGHTS)
    : weighed(organisationFeatures(nameA, nameB), ORGANISATION_WEIGHTS);
}

export interface NameVerdict {
  readonly score: number;
  readonly why: string;
}

/** Whether first names agree: the same, a short form, an initial; undefined where one name has none. */
function sameGiven(a: readonly string[], b: readonly string[]): boolean | undefined {
  const [left, right] = [a.slice(0, -1), b.slice(0, -1)];
  if (left.length === 0 || right.length === 0) return undefined;
  const [first, second] = [left[0]!, right[0]!];
  if (first.length <= 2 || second.length <= 2) return first[0] === second[0];
  return (
    skeleton(first) === skeleton(second) ||
    first.startsWith(second) ||
    second.startsWith(first) ||
    isSlip(first, second, 4)
  );
}

/** One letter more, less, another or swapped, inside a word long enough for that to be a slip. */
function isSlip(a: string, b: string, least = 5): boolean {
  return a[0] === b[0] && Math.min(a.length, b.length) >= least && edits(a, b) === 1;
}

/** Words of a person's name without what it stands for: "Ral Tenn of Lorvia" is Ral Tenn. */
function bareWords(name: string): readonly string[] {
  const words = nameWords(name.replace(/(?<=\S)\s+(?:of|from)\s.*$/, ""));
  return words.length > 0 ? words : nameWords(name);
}

/**
 * How likely two names of persons mean one.
 * @param sameRole whether the two stand beside the same office
 */
export function comparePersons(nameA: string, nameB: string, sameRole: boolean): NameVerdict {
  const [a, b] = [bareWords(nameA), bareWords(nameB)];
  const [lastA, lastB] = [a.at(-1) ?? "", b.at(-1) ?? ""];
  if (lastA === "" || lastB === "") return { score: 0, why: "no name" };
  if (a.join(" ") === b.join(" ")) return { score: a.length > 1 ? 1 : 0.9, why: "same name" };
  if (a.join("") === b.join("")) return { score: 0.95, why: "same name, written together or apart" };
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
  // Full names in other romanisations: the model has seen how these go.
  const likeness = given === true ? spellingLikeness("person", nameA, nameB) : 0;
  return likeness >= 0.6
    ? { score: likeness, why: "spellings of one full name" }
    : { score: 0, why: "different names" };
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
  const [left, right] = [organisationWords(nameA).core, organisationWords(nameB).core];
  if (left.join(" ") === right.join(" ")) return { score: 0.9, why: "same name but for the legal form" };
  if (a.map(skeleton).join(" ") === b.map(skeleton).join(" "))
    return { score: 0.85, why: "spellings of one name" };
  return { score: 0, why: "different names" };
}

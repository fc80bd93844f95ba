/** What is measured of two names before a model weighs it. All numbers lie about in 0..1. */
import { align, edits } from "./align.ts";
import { COMMON, PARTICLES } from "./forms.ts";
import { organisationWords, personWords, skeleton } from "./words.ts";

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function joinedLikeness(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [a.join(""), b.join("")];
  return left === right ? 1 : 1 - edits(left, right) / Math.max(left.length, right.length, 1);
}

function flag(claim: boolean): number {
  return claim ? 1 : 0;
}

export const PERSON_FEATURES = [
  "worst likeness",
  "mean likeness",
  "joined likeness",
  "edits of the worst pair",
  "share of the worst pair that is edited",
  "more than two letters differ",
  "first letter of the worst pair differs",
  "worst pair sounds alike",
  "words left in both",
  "words left in one",
  "all words of the shorter found",
  "family names differ",
  "given names differ",
  "turned round",
  "last letters differ",
] as const;

export function personFeatures(nameA: string, nameB: string): number[] {
  const strip = (words: readonly string[]) => {
    const bare = words.filter((word) => !PARTICLES.has(word));
    return bare.length > 0 ? bare : words;
  };
  const [a, b] = [strip(personWords(nameA)), strip(personWords(nameB))];
  const { pairs, leftA, leftB, inOrder } = align(a, b);
  const worst = pairs.reduce((low, pair) => (pair.likeness < low.likeness ? pair : low), {
    a: "",
    b: "",
    likeness: pairs.length === 0 ? 0 : 2,
    edits: 0,
  });
  const length = Math.max(worst.a.length, worst.b.length, 1);
  const [lastA, lastB] = [a.at(-1) ?? "", b.at(-1) ?? ""];
  const [firstA, firstB] = [a[0] ?? "", b[0] ?? ""];
  const unlike = (x: string, y: string) =>
    skeleton(x) === skeleton(y) ? 0 : edits(x, y) / Math.max(x.length, y.length, 1);
  return [
    Math.min(worst.likeness, 1),
    mean(pairs.map(({ likeness }) => likeness)),
    joinedLikeness(a, b),
    Math.min(worst.edits, 4) / 4,
    worst.edits / length,
    flag(worst.edits > 2),
    flag(worst.a[0] !== worst.b[0]),
    flag(skeleton(worst.a) === skeleton(worst.b)),
    Math.min(leftA.length, leftB.length),
    Math.min(Math.abs(leftA.length - leftB.length), 3) / 3,
    flag(leftA.length === 0 || leftB.length === 0),
    unlike(lastA, lastB),
    unlike(firstA, firstB),
    flag(!inOrder),
    flag(worst.a.at(-1) !== worst.b.at(-1)),
  ];
}

export const ORGANISATION_FEATURES = [
  "worst likeness",
  "mean likeness",
  "joined likeness",
  "edits of the worst pair",
  "share of the worst pair that is edited",
  "first letter of the worst pair differs",
  "worst pair sounds alike",
  "words left in both",
  "telling words left in one",
  "common words left in one",
  "legal forms differ",
  "more than two letters differ",
  "initials of the other",
  "all words one",
] as const;

function initialsOf(words: readonly string[]): string {
  return words
    .filter((word) => !["of", "for", "in"].includes(word))
    .map((word) => word[0])
    .join("");
}

export function organisationFeatures(nameA: string, nameB: string): number[] {
  const [left, right] = [organisationWords(nameA), organisationWords(nameB)];
  const [a, b] = [left.core, right.core];
  const { pairs, leftA, leftB } = align(a, b);
  const worst = pairs.reduce((low, pair) => (pair.likeness < low.likeness ? pair : low), {
    a: "",
    b: "",
    likeness: pairs.length === 0 ? 0 : 2,
    edits: 0,
  });
  const length = Math.max(worst.a.length, worst.b.length, 1);
  const left_ = [...leftA, ...leftB];
  const isInitials =
    (a.length === 1 && b.length > 1 && initialsOf(b) === a[0]) ||
    (b.length === 1 && a.length > 1 && initialsOf(a) === b[0]);
  const apart =
    [...left.forms].filter((form) => !right.forms.has(form)).length +
    [...right.forms].filter((form) => !left.forms.has(form)).length;
  const joined = joinedLikeness(a, b);
  return [
    Math.min(worst.likeness, 1),
    mean(pairs.map(({ likeness }) => likeness)),
    joined,
    Math.min(worst.edits, 4) / 4,
    worst.edits / length,
    flag(worst.a[0] !== worst.b[0]),
    flag(skeleton(worst.a) === skeleton(worst.b)),
    joined === 1 ? 0 : Math.min(leftA.length, leftB.length),
    joined === 1 ? 0 : Math.min(left_.filter((word) => !COMMON.has(word)).length, 3) / 3,
    joined === 1 ? 0 : Math.min(left_.filter((word) => COMMON.has(word)).length, 3) / 3,
    Math.min(apart, 3) / 3,
    flag(worst.edits > 2),
    flag(isInitials),
    flag(joined === 1),
  ];
}

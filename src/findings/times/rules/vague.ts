/** Times that name no day: "now", "recently", "in the past". They carry past, present or future and no value. */
import type { Meaning } from "../meaning.ts";
import type { Match, Rule } from "../pattern.ts";
import { isCapital, wordAt } from "../scan.ts";

const past: Meaning = { kind: "vague", time: "past" };
const present: Meaning = { kind: "vague", time: "present" };
const future: Meaning = { kind: "vague", time: "future" };

/** "Current" and "recent" before a noun, unless in a name. */
function lower(meaning: Meaning): (m: Match) => Meaning | undefined {
  return (m) => (isCapital(m.scan, m.end - 1) && wordAt(m.scan, m.at - 1)?.text === "" ? undefined : meaning);
}

export const vague: readonly Rule[] = [
  { name: "now", pattern: "now", meaning: () => present, example: "now" },
  {
    name: "currently",
    pattern: "currently|presently|nowadays",
    meaning: () => present,
    example: "currently",
  },
  { name: "current", pattern: "current", meaning: lower(present), example: "current" },
  { name: "at present", pattern: "at present", meaning: () => present, example: "at present" },
  { name: "at the moment", pattern: "at the moment", meaning: () => present, example: "at the moment" },
  { name: "these days", pattern: "these days", meaning: () => present, example: "these days" },
  { name: "recently", pattern: "recently|lately", meaning: () => past, example: "recently" },
  { name: "recent", pattern: "recent", meaning: lower(past), example: "recent" },
  { name: "the past", pattern: "the recent|distant? past", meaning: () => past, example: "the past" },
  { name: "long ago", pattern: "long ago", meaning: () => past, example: "long ago" },
  { name: "once", pattern: "some time ago", meaning: () => past, example: "some time ago" },
  { name: "soon", pattern: "soon|shortly", meaning: soon, example: "soon" },
  {
    name: "as soon as possible",
    pattern: "as soon as possible",
    meaning: () => future,
    example: "as soon as possible",
  },
  {
    name: "the future",
    pattern: "the near|foreseeable|immediate? future",
    meaning: () => future,
    example: "the near future",
  },
  { name: "a later date", pattern: "a later|future date", meaning: () => future, example: "a later date" },
];

/** "Soon after" and "shortly before" lead to another time. */
function soon(m: Match): Meaning | undefined {
  const after = wordAt(m.scan, m.end)?.text ?? "";
  const before = wordAt(m.scan, m.at - 1)?.text ?? "";
  return after === "after" || after === "before" || before === "as" ? undefined : future;
}

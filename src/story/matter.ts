/** Whether two phrases speak of the same thing. */
import { nameWords } from "../compare/names.ts";

/** Words too common to show it. */
const EMPTY = new Set(
  "of to in for on and with its their his her any that would will be by at as it from or not this these those has have had was were is are been they he she we which who than more most over about into after before between while if but all some no so up out new out said says told also one two first last against under such other another there what when where how can could may might must should did does do".split(
    " ",
  ),
);

/** Words that news uses for one thing in this field, each line under its first. */
const SYNONYMS: readonly string[] = [
  "war conflict confrontation fighting hostilities warfare invasion",
  "prisoner captive detainee pow hostage",
  "kill dead death die died dies killed fatality life lives toll",
  "observer monitor inspector",
  "truce ceasefire armistice",
  "sanction embargo",
  "talk meeting negotiation summit dialogue discussion",
  "soldier troop serviceman servicemen force",
  "withdraw withdrawal pullout pullback retreat leave leaving left pull",
  "foreign overseas",
  "land terrain territory soil",
  "let allow permit admit",
  "offer proposal proposition initiative plan",
  "wound injured injure wounded injury",
];

function stemOf(word: string): string {
  return word.slice(0, 6).replace(/(?:ing|ed|es|s|e)$/, "");
}

const CANON = new Map(
  SYNONYMS.flatMap((line) => {
    const [first = "", ...others] = line.split(" ");
    return [first, ...others].map((word) => [stemOf(word), stemOf(first)] as const);
  }),
);

/** What a whole issue turns on: who wants no monitors and who wants some speak of one thing. */
const PIVOTS: ReadonlySet<string> = new Set(
  ["observer", "truce", "sanction", "prisoner"].map((word) => CANON.get(stemOf(word)) ?? stemOf(word)),
);

/** Whether two phrases speak of one thing on which an issue turns. */
export function shareThing(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const word of a) if (PIVOTS.has(word) && b.has(word)) return true;
  return false;
}

/** The telling words of a phrase, cut to what inflection leaves alone, words for one thing as one. */
export function matterOf(phrase: string): ReadonlySet<string> {
  return new Set(
    nameWords(phrase)
      .filter((word) => !EMPTY.has(word) && word.length > 1)
      .map(stemOf)
      .map((stem) => CANON.get(stem) ?? stem),
  );
}

export function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return common;
}

/** Share of the shorter phrase's telling words that stand in the other, 0..1. */
export function matterShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size);
  return least === 0 ? 0 : sharedWords(a, b) / least;
}

/** A third of the shorter one's telling words in common. */
export function isSameMatter(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return matterShared(a, b) >= 1 / 3;
}

/** Where the sentence around a quote begins and ends, as far as marks and line ends show it. */
export function sentenceSpan(
  text: string,
  at: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number } {
  const before = text.slice(Math.max(0, at.start - 400), at.start);
  const after = text.slice(at.end, at.end + 400);
  const from = Math.max(...["\n", ". ", "! ", "? "].map((mark) => before.lastIndexOf(mark)));
  const ends = ["\n", ". ", "! ", "? "].map((mark) => after.indexOf(mark)).filter((end) => end >= 0);
  const [head, tail] = [before.slice(from + 1), after.slice(0, Math.min(...ends, after.length))];
  return {
    start: at.start - head.trimStart().length,
    end: at.end + tail.trimEnd().length,
  };
}

export function sentenceAround(text: string, at: { readonly start: number; readonly end: number }): string {
  const { start, end } = sentenceSpan(text, at);
  return text.slice(start, end).trim();
}

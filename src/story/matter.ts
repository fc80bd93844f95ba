/** Whether two phrases speak of the same thing. */
import { nameWords } from "../compare/names.ts";

/** Words too common to show it. */
const EMPTY = new Set(
  "of to in for on and with its their his her any that would will be by at as it from or not this these those has have had was were is are been they he she we which who than more most over about into after before between while if but all some no so up out new said says told also".split(
    " ",
  ),
);

/** The telling words of a phrase, cut to what inflection leaves alone. */
export function matterOf(phrase: string): ReadonlySet<string> {
  return new Set(
    nameWords(phrase)
      .filter((word) => !EMPTY.has(word) && word.length > 1)
      .map((word) => word.slice(0, 6).replace(/(?:ing|ed|es|s|e)$/, "")),
  );
}

/** Share of the shorter phrase's telling words that stand in the other, 0..1. */
export function matterShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const word of small) if (large.has(word)) common++;
  return small.size === 0 ? 0 : common / small.size;
}

/** A third of the shorter one's telling words in common. */
export function sameMatter(a: string, b: string): boolean {
  return matterShared(matterOf(a), matterOf(b)) >= 1 / 3;
}

/** What a sentence claims, as far as words show it: telling words, names, figures. */
import { plainText } from "../../compare/names/words.ts";
import { readFigures } from "../../compare/number.ts";
import { matterOf } from "../matter.ts";

export interface Claimed {
  readonly text: string;
  /** Telling words, cut to what inflection leaves alone. */
  readonly words: ReadonlySet<string>;
  /** Pairs of telling words that follow each other. */
  readonly pairs: ReadonlySet<string>;
  /** Words with a capital that do not open the sentence. */
  readonly names: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
  readonly isNegated: boolean;
}

const NEGATIONS =
  /\b(?:not|never|no|nobody|none|neither|nor|without|denie[ds]|refuse[ds]?|reject(?:s|ed)?|fail(?:s|ed)?|cannot)\b|n['’]t\b/i;

/** Parts of names that come and go with the speller: "United States" is "US" elsewhere. */
const LOOSE = new Set([
  "united",
  "states",
  "kingdom",
  "nations",
  "president",
  "minister",
  "prime",
  "foreign",
  "mr",
  "ms",
]);

function namesIn(text: string): ReadonlySet<string> {
  const found = text.matchAll(/(?<=[^.!?“"\s]\s+[“"(]?)\p{Lu}[\p{L}\p{N}'’]+/gu);
  const names = [...found].map((match) => plainText(match[0].replace(/['’]s$/, "")));
  return new Set(names.filter((name) => name.length > 1 && !LOOSE.has(name)));
}

/** Figures but years, which date a sentence and are seldom repeated. */
function figuresIn(text: string): ReadonlySet<string> {
  const values = readFigures(text).map(({ value }) => value);
  return new Set(values.filter((value) => value < 1900 || value > 2100).map(String));
}

/** Reads a sentence, of a digest or of a report. */
export function claimed(text: string): Claimed {
  const words = matterOf(text);
  const order = [...words];
  return {
    text,
    words,
    pairs: new Set(order.slice(1).map((word, i) => `${order[i]} ${word}`)),
    names: namesIn(text),
    figures: figuresIn(text),
    isNegated: NEGATIONS.test(text),
  };
}

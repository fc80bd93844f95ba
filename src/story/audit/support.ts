/** Whether sentences bear a claim out: weighed by a small learnt model, held back by what plainly is not there. */
import { plainText, skeleton } from "../../compare/names/words.ts";
import { matterOf, sharedWords } from "../matter.ts";
import { longestSharedRun } from "../origins/wording.ts";
import { type Claimed, claimed } from "./claim.ts";
import { supportFeatures } from "./features.ts";
import type { Sentences, Source } from "./search.ts";
import { SUPPORT_WEIGHTS } from "./weights.ts";

export const SUPPORTS = ["not found", "partly", "supported"] as const;
export type Support = (typeof SUPPORTS)[number];

/** The verdict with the greatest sum; of equals the more careful one. */
export function supportOf(features: readonly number[], weights = SUPPORT_WEIGHTS): Support {
  const sums = weights.map(({ bias, weights: own }) =>
    own.reduce((sum, weight, i) => sum + weight * (features[i] ?? 0), bias),
  );
  const best = sums.reduce((at, sum, i) => (sum > sums[at]! ? i : at), 0);
  return SUPPORTS[best]!;
}

export interface Judged<Where> {
  readonly support: Support;
  /** Sentences that bear out a fair part of the claim, the best first. */
  readonly found: readonly Source<Where>[];
  /** What of the claim stands in no sentence at all: names, figures, quotes. */
  readonly missing: readonly string[];
}

/** Share of the claim's telling words that a sentence must have to be shown for it. */
const FAIR = 0.2;
/** Share that one sentence, or all that are shown, must have for the claim to be found at all. */
const FOUND = { one: 0.3, together: 0.45 };
/** Share of the words that are no names that a supported claim must have borne out. */
const SAID = 0.5;

function shareIn(words: ReadonlySet<string>, found: readonly Source<unknown>[]): number {
  if (words.size === 0) return 1;
  let count = 0;
  for (const word of words) if (found.some(({ said }) => said.words.has(word))) count++;
  return count / words.size;
}

/** Quotes of three words and more of which no sentence has a like run. */
function lostQuotes<Where>(claim: Claimed, sentences: Sentences<Where>): string[] {
  const quotes = [...claim.text.matchAll(/[“"]([^”"]+)[”"]/g)].map((match) => match[1]!);
  return quotes.filter((quote) => {
    const length = quote.split(/\s+/).length;
    if (length < 3) return false;
    const near = sentences.bearing(claimed(quote));
    return !near.some(({ said }) => longestSharedRun(quote, said.text) >= Math.min(length, 4));
  });
}

/** A name in plain letters as the claim writes it. */
function asWritten(name: string, { text }: Claimed): string {
  const words = text.match(/\p{Lu}[\p{L}\p{N}'’]+/gu) ?? [];
  const bare = words.map((word) => word.replace(/['’]s$/, ""));
  return bare.find((word) => plainText(word) === name) ?? name;
}

function missingIn<Where>(claim: Claimed, sentences: Sentences<Where>): string[] {
  return [
    ...[...claim.names]
      .filter((name) => !sentences.hasSound(skeleton(name)))
      .map((name) => asWritten(name, claim)),
    ...[...claim.figures].filter((figure) => !sentences.has(figure)),
    ...lostQuotes(claim, sentences).map((quote) => `“${quote}”`),
  ];
}

export function judge<Where>(claim: Claimed, sentences: Sentences<Where>): Judged<Where> {
  const all = sentences.bearing(claim);
  const found = all.filter(({ said }) => sharedWords(claim.words, said.words) >= FAIR * claim.words.size);
  const missing = missingIn(claim, sentences);
  const best = Math.max(0, ...found.map((one) => shareIn(claim.words, [one])));
  if (best < FOUND.one || shareIn(claim.words, found) < FOUND.together)
    return { support: "not found", found, missing };
  const weighed = supportOf(supportFeatures(claim, all, sentences));
  const names = new Set([...claim.names].flatMap((name) => [...matterOf(name)]));
  const acts = new Set([...claim.words].filter((word) => !names.has(word)));
  const isSaid = missing.length === 0 && shareIn(acts, found) >= SAID;
  return { support: weighed === "supported" && !isSaid ? "partly" : weighed, found, missing };
}

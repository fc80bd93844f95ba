/** How much of a claim the sentences found for it bear out. All numbers lie in 0..1. */
import type { Claimed } from "./claim.ts";
import type { Sentences, Source } from "./search.ts";

export const SUPPORT_FEATURES = [
  "words in the best sentence",
  "words in the sentences together",
  "words anywhere",
  "pairs of words in one sentence",
  "names in the sentences together",
  "figures in the sentences together",
  "has figures",
  "has names",
  "negated on one side",
  "sentences found",
  "words missing",
  "long claim",
  "names anywhere",
  "figures anywhere",
] as const;

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function held(items: ReadonlySet<string>, by: (item: string) => boolean): number {
  let count = 0;
  for (const item of items) if (by(item)) count++;
  return share(count, items.size);
}

export function supportFeatures<Where>(
  claim: Claimed,
  found: readonly Source<Where>[],
  sentences: Sentences<Where>,
): number[] {
  const weight = (test: (word: string) => boolean) => {
    let [part, whole] = [0, 0];
    for (const word of claim.words) {
      const own = sentences.has(word) ? sentences.rarity(word) : 1;
      whole += own;
      if (test(word)) part += own;
    }
    return share(part, whole);
  };
  const [best] = found;
  const together = weight((word) => found.some(({ said }) => said.words.has(word)));
  const plainNames = new Set(
    found.flatMap(({ said }) => said.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
  );
  const negated = best !== undefined && best.said.isNegated !== claim.isNegated;
  return [
    weight((word) => best?.said.words.has(word) ?? false),
    together,
    weight((word) => sentences.has(word)),
    Math.max(0, ...found.map(({ said }) => held(claim.pairs, (pair) => said.pairs.has(pair)))),
    held(claim.names, (name) => plainNames.has(name)),
    held(claim.figures, (figure) => found.some(({ said }) => said.figures.has(figure))),
    claim.figures.size > 0 ? 1 : 0,
    claim.names.size > 0 ? 1 : 0,
    negated ? 1 : 0,
    found.length / 3,
    Math.min(1, ((1 - together) * claim.words.size) / 10),
    Math.min(1, claim.words.size / 20),
    held(claim.names, (name) => sentences.has(name.slice(0, 6))),
    held(claim.figures, (figure) => sentences.has(figure)),
  ];
}

import { childrenOf } from "../../../language/clauses/tree.ts";
import { deprelOf, uposOf } from "../../../language/doc.ts";
import type { Syntax } from "../syntax.ts";

/** Tokens from `first` up to `last`, left out, that may make up a cue. */
export interface CueSpan {
  readonly first: number;
  readonly last: number;
}

/** Farther than this a cue does not reach beyond its main word. */
const FARTHEST = 6;
/** Farther than this it does not reach to its source or content. */
const FURTHEST = 10;

/** How far a cue may reach around its main word: auxiliaries and adverbs before it; particle, preposition, more behind it. */
export function cueSpans(
  { doc, tree }: Syntax,
  cue: number,
  content: CueSpan,
  source: CueSpan | undefined,
): readonly CueSpan[] {
  const sentence = doc.sentence[cue]!;
  const from = doc.sentences[sentence]!;
  const to = doc.sentences[sentence + 1]!;
  const firsts = new Set([cue]);
  let first = cue;
  while (
    first > from &&
    cue - first < FARTHEST &&
    /^(?:AUX|PART|ADV|ADP|SCONJ|DET|ADJ)$/u.test(uposOf(doc, first - 1)) &&
    (doc.head[first - 1]! === cue || doc.head[first - 1]! === doc.head[cue])
  ) {
    first--;
    firsts.add(first);
  }
  const above = doc.head[cue]!;
  if (
    above >= 0 &&
    above < cue &&
    cue - above <= FARTHEST &&
    /^(?:xcomp|obj|advcl|ccomp|obl|acl)/u.test(deprelOf(doc, cue))
  ) {
    firsts.add(above);
    let higher = above;
    while (
      higher > from &&
      /^(?:AUX|PART|ADV)$/u.test(uposOf(doc, higher - 1)) &&
      doc.head[higher - 1] === above
    )
      higher--;
    firsts.add(higher);
  }
  const lasts = new Set([cue + 1]);
  for (let last = cue + 2; last <= to && last - cue <= 4; last++) lasts.add(last);
  for (const child of childrenOf(tree, cue)) {
    if (child > cue && tree.right[child]! - cue <= FARTHEST + 2 && uposOf(doc, child) !== "PUNCT")
      lasts.add(tree.right[child]!);
  }
  if (content.first > cue && content.first - cue <= FURTHEST) lasts.add(content.first);
  if (source && source.first > cue && source.first - cue <= FURTHEST) lasts.add(source.first);
  if (source && source.last <= cue && cue - source.last <= FURTHEST) firsts.add(source.last);
  if (content.last <= cue && cue - content.last <= FURTHEST) firsts.add(content.last);
  return [...firsts].flatMap((one) => [...lasts].map((last) => ({ first: one, last })));
}

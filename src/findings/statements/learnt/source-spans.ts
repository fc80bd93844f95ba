import { childrenOf } from "../../../language/clauses/tree.ts";
import { deprelOf, uposOf, wordOf } from "../../../language/doc.ts";
import { sourcesOf } from "../source.ts";
import { afterPreposition, type Syntax, tokenFrom } from "../syntax.ts";

/** Tokens from `first` up to `last`, left out, that may name whoever a cue reports of. */
export interface SourceSpan {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  /** "rule", or how much of the phrase around the head is taken. */
  readonly kind: string;
}

/** Heads farther from the cue than this are left out. */
const REACH = 45;

/** Who may be the source of a cue: what the rules say, and each noun phrase of the sentence, short and long. */
export function sourceSpans(syntax: Syntax, cue: number): readonly SourceSpan[] {
  const { doc } = syntax;
  const spans: SourceSpan[] = [];
  const seen = new Set<number>();
  const add = (from: number, to: number, head: number, kind: string): void => {
    let first = from;
    let last = to;
    while (first < last && uposOf(doc, first) === "PUNCT") first++;
    while (last > first && uposOf(doc, last - 1) === "PUNCT") last--;
    if (first >= last || (first <= cue && cue < last)) return;
    const key = first * 4096 + Math.min(last - first, 4095);
    if (seen.has(key)) return;
    seen.add(key);
    spans.push({ first, last, head, kind });
  };
  const named = sourcesOf(syntax, cue);
  const [only] = named;
  if (only) {
    const end = Math.max(...named.map((phrase) => phrase.end));
    add(tokenFrom(doc, only.start), tokenFrom(doc, end), only.head, "rule");
  }
  const from = Math.max(doc.sentences[doc.sentence[cue]!]!, cue - REACH);
  const to = Math.min(doc.sentences[doc.sentence[cue]! + 1]!, cue + REACH);
  for (let token = from; token < to; token++) {
    if (token === cue || !/^(?:NOUN|PROPN|PRON|NUM|ADJ|DET)$/u.test(uposOf(doc, token))) continue;
    const relation = deprelOf(doc, token);
    if (/^(?:compound|flat|amod|det|nummod|fixed)/u.test(relation)) continue;
    const first = afterPreposition(syntax, token);
    add(first, shortEnd(syntax, token), token, "short");
    add(first, longEnd(syntax, token, cue), token, "long");
  }
  return spans;
}

/** Without clauses, appositions and what is co-ordinated. */
function shortEnd({ doc, tree }: Syntax, head: number): number {
  let last = head + 1;
  for (const child of childrenOf(tree, head)) {
    if (child < head || /^(?:acl|appos|parataxis|conj|cc|punct|advcl)/u.test(deprelOf(doc, child))) continue;
    last = Math.max(last, tree.right[child]!);
  }
  return last;
}

/** The whole phrase, up to the cue where that stands in it. */
function longEnd({ doc, tree }: Syntax, head: number, cue: number): number {
  let last = head + 1;
  for (const child of childrenOf(tree, head)) {
    if (child < head) continue;
    if (tree.left[child]! <= cue && cue < tree.right[child]!) break;
    if (deprelOf(doc, child) === "parataxis" || wordOf(doc, tree.left[child]!) === ":") break;
    last = Math.max(last, tree.right[child]!);
  }
  return last;
}

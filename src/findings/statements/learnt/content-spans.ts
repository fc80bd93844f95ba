import { childrenOf } from "../../../language/clauses/tree.ts";
import { deprelOf, uposOf, wordOf } from "../../../language/doc.ts";
import { firstQuotationFrom, type Quotation } from "../../../text/quotation.ts";
import { type Choice, candidateOf } from "../candidate.ts";
import { loneAfter, quotationAround } from "../quoted.ts";
import { afterPreposition, type Syntax, tokenFrom } from "../syntax.ts";

/** Tokens from `first` up to `last`, left out, that may be what a cue reports; the cue itself may stand inside. */
export interface ContentSpan {
  readonly first: number;
  readonly last: number;
  /** How it was come by: the frame of a rule, or where it starts and where it ends. */
  readonly kind: string;
}

/**
 * The stretches of a content that are told by it. Where quotations stand on both sides of the cue, only they: not
 * "in an interview on Monday" between them.
 */
export function piecesOf(
  { doc }: Syntax,
  cue: number,
  { first, last }: Pick<ContentSpan, "first" | "last">,
  quotations: readonly Quotation[],
): readonly Pick<ContentSpan, "first" | "last">[] {
  const end = doc.end[last - 1]!;
  const isAround = first < cue && cue < last;
  const pieces: { first: number; last: number }[] = [];
  let i = isAround ? firstQuotationFrom(quotations, doc.start[first]!) : quotations.length;
  for (; i < quotations.length && quotations[i]!.start < end; i++) {
    const one = quotations[i]!;
    if (one.depth > 0) continue;
    const piece = { first: tokenFrom(doc, one.start), last: Math.min(tokenFrom(doc, one.end), last) };
    if (pieces.length === 0 && piece.first !== first) break;
    pieces.push(piece);
  }
  const isQuoted = pieces.length > 1 && pieces[0]!.last <= cue && pieces.at(-1)!.first > cue;
  return isQuoted ? pieces : [{ first, last }];
}

/** Spans of more than this for one cue are left out. */
const MOST = 40;

/**
 * What a token may report if it is a cue: what the rules offer, and stretches between edges of clauses, commas and
 * quotation marks. No two are the same.
 */
export function contentSpans(
  syntax: Syntax,
  cue: number,
  quotations: readonly Quotation[],
): readonly ContentSpan[] {
  const spans: ContentSpan[] = [];
  const seen = new Set<number>();
  const add = (from: number, to: number, kind: string): void => {
    let first = from;
    let last = to;
    while (first < last && isEdge(syntax, first)) first++;
    while (last > first && isEdge(syntax, last - 1)) last--;
    if (first === last || spans.length >= MOST || (last - first === 1 && first === cue)) return;
    const key = first * 4096 + Math.min(last - first, 4095);
    if (seen.has(key)) return;
    seen.add(key);
    spans.push({ first, last, kind });
  };
  for (const choice of candidateOf(syntax, cue, quotations).choices) {
    const { start, end } = choice.content;
    add(tokenFrom(syntax.doc, start), tokenFrom(syntax.doc, end), kindOf(choice));
  }
  goingOn(syntax, cue, quotations, [...spans], add);
  behind(syntax, cue, quotations, add);
  before(syntax, cue, add);
  return spans;
}

/** "“X,” she said. “Y.”", and "“Z.”" in the paragraph behind: what the rules offer, with the quotations that follow. */
function goingOn(
  syntax: Syntax,
  cue: number,
  quotations: readonly Quotation[],
  offered: readonly ContentSpan[],
  add: Add,
): void {
  const { doc } = syntax;
  const end = doc.end[doc.sentences[doc.sentence[cue]! + 1]! - 1]!;
  for (const { first, last, kind } of offered.slice(0, 2)) {
    const from = Math.max(end, doc.end[last - 1]!);
    const lone = loneAfter(doc.text, from, quotations);
    if (lone.length === 0) return;
    add(first, tokenFrom(doc, lone[0]!.end), `${kind} on`);
    if (lone.length > 1) add(first, tokenFrom(doc, lone.at(-1)!.end), `${kind} on and on`);
  }
}

function kindOf({ frame, free, bound }: Choice): string {
  return `${frame}${free ? " free" : ""}${bound === "best" ? "" : ` ${bound}`}`;
}

type Add = (first: number, last: number, kind: string) => void;

/** Punctuation but quotation marks. */
function isEdge({ doc }: Syntax, token: number): boolean {
  return uposOf(doc, token) === "PUNCT" && !/^["“”‘’'„«»]|^``/u.test(wordOf(doc, token));
}

/** Stretches that begin behind the cue, with each dependent or right behind the cue, and end at each edge that follows. */
function behind(syntax: Syntax, cue: number, quotations: readonly Quotation[], add: Add): void {
  const { doc, tree } = syntax;
  const end = doc.sentences[doc.sentence[cue]! + 1]!;
  const starts: { at: number; to: number; kind: string }[] = [];
  for (const child of childrenOf(tree, cue)) {
    const relation = deprelOf(doc, child);
    if (child < cue || tree.left[child]! <= cue || /^(?:punct|cc|aux|compound:prt|cop)/u.test(relation))
      continue;
    const isCased = /^(?:obl|nmod)/u.test(relation);
    const at = isCased ? afterPreposition(syntax, child) : tree.left[child]!;
    starts.push({ at, to: tree.right[child]!, kind: relation });
  }
  starts.push({ at: cue + 1, to: cue + 1, kind: "next" });
  const edges = edgesFrom(syntax, cue + 1, end, quotations);
  for (const { at, to, kind } of starts) {
    if (to > at) add(at, to, `${kind} own`);
    add(at, end, `${kind} end`);
    const right = tree.right[cue]!;
    if (right > at && right < end) add(at, right, `${kind} cue`);
    const after = edges.filter((edge) => edge > at + 1);
    after.slice(0, 2).forEach((edge, i) => {
      add(at, edge, `${kind} ${i === 0 ? "edge" : "edge 2"}`);
    });
  }
}

/** Commas, dashes and the like outside quotation marks, and ends of quotations. */
function edgesFrom(
  { doc }: Syntax,
  from: number,
  end: number,
  quotations: readonly Quotation[],
): readonly number[] {
  const edges: number[] = [];
  for (let token = from; token < end && edges.length < 8; token++) {
    const word = wordOf(doc, token);
    if (/^(?:,|;|:|—|–|--|-)$/u.test(word)) {
      if (!quotationAround({ start: doc.start[token]!, end: doc.end[token]! }, quotations)) edges.push(token);
    } else if (/^["”»]|^''/u.test(word)) edges.push(token + 1);
  }
  return edges;
}

/** Stretches that end before the cue: subjects, what a noun is said of, and the sentence up to the last commas. */
function before(syntax: Syntax, cue: number, add: Add): void {
  const { doc, tree } = syntax;
  const start = doc.sentences[doc.sentence[cue]!]!;
  const end = doc.sentences[doc.sentence[cue]! + 1]!;
  for (const child of childrenOf(tree, cue)) {
    if (child > cue || !/^(?:nsubj|csubj|obj|nmod:poss|amod|ccomp|expl)/u.test(deprelOf(doc, child)))
      continue;
    add(tree.left[child]!, tree.right[child]!, `before ${deprelOf(doc, child)}`);
    const complement = childrenOf(tree, cue).findLast(
      (other) => other > cue && /^(?:xcomp|ccomp|obl|advcl|conj)/u.test(deprelOf(doc, other)),
    );
    if (complement !== undefined && /^nsubj/u.test(deprelOf(doc, child)))
      add(tree.left[child]!, tree.right[complement]!, `around ${deprelOf(doc, complement)}`);
  }
  const above = doc.head[cue]!;
  if (above >= 0) {
    const relation = deprelOf(doc, cue);
    if (/^(?:acl|amod|conj|nsubj|compound)/u.test(relation)) {
      add(
        tree.left[above]!,
        Math.min(tree.right[above]!, Math.max(tree.left[cue]!, above + 1)),
        `above ${relation}`,
      );
      if (above > cue) add(above, tree.right[above]!, `above right ${relation}`);
      else add(above, above + 1, `above alone ${relation}`);
    }
    if (relation === "nsubj" && cue < above)
      add(Math.max(cue + 1, tree.right[cue]!), tree.right[above]!, "predicate");
  }
  const opening = /^(?:but|and|so|yet|still|however)$/iu.test(wordOf(doc, start)) ? start + 1 : start;
  let found = 0;
  for (let token = cue - 1; token > start + 1 && found < 3; token--) {
    if (!/^(?:,|—|–|--|:|;|"|”|'')$/u.test(wordOf(doc, token))) continue;
    found++;
    const clause = above >= 0 ? tree.left[above]! : start;
    add(opening, token, `opening ${found}`);
    if (clause > opening && clause < token) add(clause, token, `clause ${found}`);
    if (found === 1) add(opening, end, "opening whole");
  }
}

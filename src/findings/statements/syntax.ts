import type { Clause, Phrase } from "../../language/clause.ts";
import { childrenOf, type Tree, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, wordOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";

/** The syntax of a text as the statements read it: its trees, and its clauses by predicate. */
export interface Syntax {
  readonly doc: Doc;
  readonly tree: Tree;
  readonly clauses: readonly Clause[];
  readonly clauseOf: ReadonlyMap<number, Clause>;
}

export function syntaxOf(doc: Doc, clauses: readonly Clause[]): Syntax {
  const clauseOf = new Map(clauses.map((clause) => [clause.predicate, clause]));
  return { doc, tree: treeOf(doc), clauses, clauseOf };
}

/** The first dependent of a token that stands in one of the relations. */
export function dependent(
  { doc, tree }: Syntax,
  token: number,
  ...relations: readonly string[]
): number | undefined {
  return childrenOf(tree, token).find((child) => relations.includes(deprelOf(doc, child)));
}

/** The characters from the first token up to the last. */
export function rangeOf(doc: Doc, first: number, last: number): Range {
  return { start: doc.start[first]!, end: doc.end[last - 1]! };
}

/** The first token that starts at or after an offset (the number of tokens where there is none). */
export function tokenFrom(doc: Doc, offset: number): number {
  let low = 0;
  let high = doc.size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.start[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A verb's lemma with its particle: "rule out". */
export function verbLemma(syntax: Syntax, token: number): string {
  const particle = dependent(syntax, token, "compound:prt");
  const lemma = lemmaOf(syntax.doc, token);
  return particle === undefined ? lemma : `${lemma} ${lemmaOf(syntax.doc, particle)}`;
}

/** The preposition of a noun phrase's head, lower-case, "" where there is none. */
export function prepositionOf({ doc, tree }: Syntax, token: number): string {
  const words: string[] = [];
  for (const child of childrenOf(tree, token)) {
    if (deprelOf(doc, child) !== "case" || child > token) continue;
    words.push(wordOf(doc, child).toLowerCase());
    for (const more of childrenOf(tree, child)) {
      if (deprelOf(doc, more) === "fixed") words.push(wordOf(doc, more).toLowerCase());
    }
  }
  return words.join(" ");
}

/** First token of a phrase after its prepositions. */
export function afterPreposition({ doc, tree }: Syntax, token: number): number {
  let first = tree.left[token]!;
  for (const child of childrenOf(tree, token)) {
    if (child < token && deprelOf(doc, child) === "case") first = Math.max(first, tree.right[child]!);
  }
  return first;
}

/** The plain phrase around a head: no relative clause, apposition or parenthesis behind it. */
export function plainPhrase({ doc, tree }: Syntax, head: number): Phrase {
  const outside = /^(?:acl:relcl|appos|parataxis|conj|cc|punct|case|mark|advcl)$/u;
  let first = head;
  let last = head + 1;
  for (const child of childrenOf(tree, head)) {
    if (outside.test(deprelOf(doc, child))) continue;
    first = Math.min(first, tree.left[child]!);
    last = Math.max(last, tree.right[child]!);
  }
  return { ...rangeOf(doc, first, last), head };
}

/** A sentence of more tokens is no sentence but text whose stops were lost; who says what in it cannot be told. */
const LONGEST_SENTENCE = 400;

/** Whether a token stands in a sentence short enough to be read: keeps the time linear on hostile text. */
export function isReadable(doc: Doc, token: number): boolean {
  const sentence = doc.sentence[token]!;
  return doc.sentences[sentence + 1]! - doc.sentences[sentence]! <= LONGEST_SENTENCE;
}

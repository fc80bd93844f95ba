import type { Clause } from "../../language/clause.ts";
import { childrenOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, lowerOf, uposOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import { hearsay, hearsayPassives } from "./lexicon.ts";
import { dependent, isReadable, type Syntax, syntaxOf } from "./syntax.ts";

/**
 * What a text has from hearsay, without anybody who says it: "Agron has reportedly agreed to leave", "is said to have
 * left", "it is understood that …". Clauses as half-open ranges of characters, in text order.
 */
export function hearsayIn(doc: Doc, clauses: readonly Clause[]): readonly Range[] {
  const syntax = syntaxOf(doc, clauses);
  const found: Range[] = [];
  for (let token = 0; token < doc.size; token++) {
    if (!isReadable(doc, token)) continue;
    if (hearsay.has(lowerOf(doc, token))) found.push(clauseAround(syntax, token));
    else if (isRumoured(syntax, token)) found.push(clauseOf(syntax, token));
  }
  return found;
}

/** "is said to …", "was reported that …", with no agent: nobody in particular says so. */
function isRumoured(syntax: Syntax, token: number): boolean {
  const { doc, tree, clauseOf: clauses } = syntax;
  if (uposOf(doc, token) !== "VERB" || !hearsayPassives.has(lemmaOf(doc, token))) return false;
  if (!clauses.get(token)?.passive || dependent(syntax, token, "obl:agent") !== undefined) return false;
  return childrenOf(tree, token).some(
    (child) => child > token && /^(?:xcomp|ccomp|csubj)/u.test(deprelOf(doc, child)),
  );
}

/** The clause in which an adverb stands: the nearest predicate above it. */
function clauseAround(syntax: Syntax, token: number): Range {
  const { doc, clauseOf: clauses } = syntax;
  let above = doc.head[token]!;
  for (let steps = 0; above >= 0 && steps < 6; steps++) {
    if (clauses.has(above) && uposOf(doc, above) !== "NOUN") return clauseOf(syntax, above);
    above = doc.head[above]!;
  }
  const sentence = doc.sentence[token]!;
  return { start: doc.start[doc.sentences[sentence]!]!, end: doc.end[doc.sentences[sentence + 1]! - 1]! };
}

/** A clause without those that are joined to it: "Agron reportedly left, and Belmark stayed". */
function clauseOf({ doc, tree, clauseOf: clauses }: Syntax, predicate: number): Range {
  const clause = clauses.get(predicate)!;
  const joined = childrenOf(tree, predicate).find(
    (child) =>
      child > predicate &&
      deprelOf(doc, child) === "conj" &&
      childrenOf(tree, child).some((own) => /^nsubj/u.test(deprelOf(doc, own))),
  );
  const end = joined === undefined ? clause.end : doc.end[tree.left[joined]! - 1]!;
  return { start: clause.start, end: Math.max(clause.start, end) };
}

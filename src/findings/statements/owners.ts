/** Whose a document, a speech or a thought is. */
import type { Phrase } from "../../language/clause.ts";
import { childrenOf } from "../../language/clauses/tree.ts";
import { deprelOf } from "../../language/doc.ts";
import { dependent, plainPhrase, prepositionOf, type Syntax } from "./syntax.ts";

/** Prepositions before whoever a document comes from. */
const FROM = new Set(["from", "by", "of", "in", "at"]);

/** Whoever a document, or a speech noun, comes from: "a report by the agency", "the ministry's statement". */
export function issuersOf(syntax: Syntax, noun: number): readonly Phrase[] {
  const { doc, tree } = syntax;
  const found: Phrase[] = [];
  for (const child of childrenOf(tree, noun)) {
    const relation = deprelOf(doc, child);
    if (relation === "nmod:poss") found.push(plainPhrase(syntax, child));
    if (relation === "nmod" && FROM.has(prepositionOf(syntax, child))) found.push(plainPhrase(syntax, child));
    // "a statement issued by the ministry"
    const agent = relation === "acl" ? dependent(syntax, child, "obl:agent") : undefined;
    if (agent !== undefined) found.push(plainPhrase(syntax, agent));
  }
  return found;
}

/** Who holds what a noun of speech or thought names: its possessor, or the subject of the verb it depends on. */
export function holdersOf(syntax: Syntax, noun: number): readonly Phrase[] {
  const { doc, tree, clauseOf } = syntax;
  const possessor = childrenOf(tree, noun).find((child) => deprelOf(doc, child) === "nmod:poss");
  if (possessor !== undefined) return [plainPhrase(syntax, possessor)];
  const above = doc.head[noun]!;
  return above >= 0 && deprelOf(doc, noun) === "obj" ? (clauseOf.get(above)?.agents ?? []) : [];
}

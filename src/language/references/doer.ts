/** Whom "him", "her", "it" and "them" cannot mean: whoever does it to them. */
import { childrenOf, treeOf } from "../clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, wordOf } from "../doc.ts";

const BOUND = /^(?:him|her|it|them)$/i;

/** Token of the subject of the verb that does something to a pronoun; -1 where there is none, and for "himself". */
export function doerOf(doc: Doc, pronoun: number): number {
  if (!BOUND.test(wordOf(doc, pronoun)) || !isDoneTo(doc, pronoun)) return -1;
  return doerOver(doc, doc.head[pronoun]!);
}

/** "Met him", "spoke with him": not "brought a map with him". */
function isDoneTo(doc: Doc, pronoun: number): boolean {
  const relation = deprelOf(doc, pronoun);
  if (relation === "obj") return true;
  const verb = doc.head[pronoun]!;
  return relation === "obl" && verb >= 0 && !BRINGING.test(lemmaOf(doc, verb));
}

const BRINGING =
  /^(?:bring|take|carry|have|keep|leave|see|find|get|put|pull|drag|look|gather|set|lay|behind|ahead)$/;

/** The subject of a verb, or of the verb that it is joined to: "barred the crowd but allowed them to march". */
function doerOver(doc: Doc, verb: number): number {
  for (let at = verb, steps = 0; at >= 0 && steps < 4; at = doc.head[at]!, steps += 1) {
    const subject = childrenOf(treeOf(doc), at).findLast(
      (child) => child < verb && deprelOf(doc, child) === "nsubj",
    );
    if (subject !== undefined) return subject;
    if (deprelOf(doc, at) !== "conj") return -1;
  }
  return -1;
}

/** What a claim is about, in words: a relative pronoun gives way to the noun that it stands for. */

import { phraseOf } from "../../language/clauses/phrase.ts";
import { treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, tokenAt, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";

const RELATIVE = /^(?:which|that|who|whom)$/i;
/** How far above a pronoun its noun may stand in the tree. */
const HIGHEST = 4;

/** The words of a phrase; of the noun before it where the phrase is a relative pronoun and no more. */
export function subjectText(doc: Doc, { start, end }: Range): string {
  const text = doc.text.slice(start, end);
  if (!RELATIVE.test(text)) return text;
  const noun = antecedentOf(doc, tokenAt(doc, start));
  if (noun === undefined) return text;
  const phrase = phraseOf(doc, treeOf(doc), noun, true);
  return doc.text.slice(phrase.start, Math.min(phrase.end, start)).replace(/[\s,]+$/, "");
}

/** The noun that a relative clause hangs on; else, where the tree does not say, the noun right before the pronoun. */
function antecedentOf(doc: Doc, pronoun: number): number | undefined {
  if (!/^W/.test(xposOf(doc, pronoun))) return undefined;
  let token = pronoun;
  for (let steps = 0; steps < HIGHEST && token >= 0; steps++) {
    const above = doc.head[token]!;
    if (/^acl/.test(deprelOf(doc, token)) && above >= 0 && above < pronoun) {
      // "elections in March, and gas prices, which …": what stands behind the last comma.
      const nearest = pronoun - 2;
      const isParted = doc.text.slice(doc.end[above], doc.end[nearest]).includes(",");
      const isNoun = wordOf(doc, pronoun - 1) === "," && /^(?:NOUN|PROPN)$/.test(uposOf(doc, nearest));
      return isParted && isNoun ? nearest : above;
    }
    token = above;
  }
  const before = wordOf(doc, pronoun - 1) === "," ? pronoun - 2 : pronoun - 1;
  const isNoun = before >= 0 && /^(?:NOUN|PROPN)$/.test(uposOf(doc, before));
  return isNoun && doc.sentence[before] === doc.sentence[pronoun] ? before : undefined;
}

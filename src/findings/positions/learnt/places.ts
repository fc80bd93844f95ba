/** Where in a sentence something wanted may stand: words that head a phrase or a clause, and what they hang on. */
import { type Doc, deprelOf, uposOf } from "../../../language/doc.ts";

/** A word that heads what may be wanted, and the word that may show how it is wanted. */
export interface Place {
  readonly head: number;
  /** What the head hangs on; -1 for the root of a sentence. */
  readonly above: number;
  /** How it hangs there. */
  readonly relation: string;
}

const HEADS = new Set(["NOUN", "PROPN", "VERB", "ADJ", "PRON", "NUM", "SYM", "AUX"]);

/** Relations of words that are a part of a phrase and no phrase of their own. */
const PARTS =
  /^(?:det|amod|compound|flat|fixed|goeswith|nummod|aux|cop|mark|case|cc|advmod|punct|expl|discourse|reparandum|list|iobj|nmod:poss|obl:tmod|nmod:tmod|vocative)/u;

/** The word that a word hangs on, co-ordinated words on what the first of them hangs on. */
function placeOf(doc: Doc, head: number): Place {
  let first = head;
  for (let steps = 0; steps < 8 && deprelOf(doc, first) === "conj" && doc.head[first]! >= 0; steps++)
    first = doc.head[first]!;
  const isAlike = (uposOf(doc, first) === "VERB") === (uposOf(doc, head) === "VERB");
  const root = isAlike ? first : head;
  return { head, above: doc.head[root]!, relation: deprelOf(doc, root) };
}

/** Every place of a text, in its order. Linear in its size. */
export function placesIn(doc: Doc, first = 0, end = doc.size): readonly Place[] {
  const places: Place[] = [];
  for (let token = first; token < end; token++) {
    if (!HEADS.has(uposOf(doc, token)) || PARTS.test(deprelOf(doc, token))) continue;
    places.push(placeOf(doc, token));
  }
  return places;
}

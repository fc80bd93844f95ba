/** Speakers that the syntax leaves aside: "Vera Moll, who leads the ministry, has ruled out …", "…, with Vera Moll saying …". */
import type { Phrase } from "../../language/clause.ts";
import { type Doc, deprelOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import { plainPhrase, type Syntax } from "./syntax.ts";

const NOMINAL = /^(?:DET|ADJ|NOUN|PROPN|NUM|ADP|PART)$/u;
/** Tokens of the longest phrase and of the longest aside that are looked at. */
const LONGEST = 16;

/** The phrase before the aside, or with the name that the aside is; none where the verb is not the first of the sentence. */
export function openingBeforeAside(syntax: Syntax, verb: number): Phrase | undefined {
  const { doc } = syntax;
  const first = doc.sentences[doc.sentence[verb]!]!;
  if (syntax.clauseOf.get(verb)?.passive) return undefined;
  let last = verb - 1;
  while (last > first && (/^(?:AUX|ADV|PART)$/u.test(uposOf(doc, last)) || deprelOf(doc, last) === "aux"))
    last -= 1;
  if (!hasTense(doc, last + 1, verb) || wordOf(doc, last) !== ",") return undefined;
  let comma = first;
  while (comma < last && comma - first < LONGEST && NOMINAL.test(uposOf(doc, comma))) comma += 1;
  if (comma === first || comma >= last || wordOf(doc, comma) !== "," || last - comma > LONGEST)
    return undefined;
  if (/^(?:ADP|PART)$/u.test(uposOf(doc, first)) || !/^(?:NOUN|PROPN)$/u.test(uposOf(doc, comma - 1)))
    return undefined;
  const opens = comma + 1;
  if (/^(?:who|which|whose|where)$/iu.test(wordOf(doc, opens)))
    return { start: doc.start[first]!, end: doc.end[comma - 1]!, head: headBefore(syntax, first, comma) };
  for (let i = opens; i < last; i += 1)
    if (!/^(?:DET|ADJ|NOUN|PROPN)$/u.test(uposOf(doc, i)) && wordOf(doc, i) !== "-") return undefined;
  return uposOf(doc, last - 1) === "PROPN"
    ? { start: doc.start[first]!, end: doc.end[last - 1]!, head: last - 1 }
    : undefined;
}

/** "said", "has so far ruled out". */
function hasTense(doc: Doc, from: number, verb: number): boolean {
  if (/^VB[DPZ]$/u.test(xposOf(doc, verb))) return true;
  for (let i = from; i < verb; i += 1)
    if (/^VB[DPZ]$|^MD$/u.test(xposOf(doc, i))) return xposOf(doc, verb) !== "VBG";
  return false;
}

/** The word of a phrase that hangs on nothing inside it. */
function headBefore(syntax: Syntax, first: number, until: number): number {
  const { doc } = syntax;
  for (let i = until - 1; i >= first; i -= 1)
    if (/^(?:NOUN|PROPN)$/u.test(uposOf(doc, i)) && (doc.head[i]! < first || doc.head[i]! >= until))
      return plainPhrase(syntax, i).head;
  return until - 1;
}

/** ", with its chairman, Vera Moll, saying that …": whoever stands between "with" and the participle. */
export function speakerAfterWith(syntax: Syntax, verb: number): Phrase | undefined {
  const { doc } = syntax;
  if (xposOf(doc, verb) !== "VBG") return undefined;
  const first = Math.max(doc.sentences[doc.sentence[verb]!]!, verb - 14);
  for (let token = verb - 1; token >= first; token--) {
    if (wordOf(doc, token).toLowerCase() === "with")
      return wordOf(doc, token - 1) === "," && token + 1 < verb
        ? behindWith(doc, token + 1, verb)
        : undefined;
    if (!NOMINAL.test(uposOf(doc, token)) && wordOf(doc, token) !== ",") return undefined;
  }
  return undefined;
}

function behindWith(doc: Doc, first: number, verb: number): Phrase | undefined {
  const last = wordOf(doc, verb - 1) === "," ? verb - 2 : verb - 1;
  return last >= first && /^(?:NOUN|PROPN)$/u.test(uposOf(doc, last))
    ? { start: doc.start[first]!, end: doc.end[last]!, head: last }
    : undefined;
}

/** "“By whom?” asked Vera Moll, whose sister …": the name right behind a verb that a quotation ends before. */
export function nameBehind({ doc }: Syntax, verb: number): Phrase | undefined {
  if (!/^VB[DZ]$/u.test(xposOf(doc, verb)) || !/^(?:["”’»]|'')$/u.test(wordOf(doc, verb - 1)))
    return undefined;
  let last = verb + 1;
  while (last < doc.size && uposOf(doc, last) === "PROPN" && last < verb + 6) last += 1;
  if (last === verb + 1 || !/^[,.]$/u.test(wordOf(doc, last))) return undefined;
  return { start: doc.start[verb + 1]!, end: doc.end[last - 1]!, head: last - 1 };
}

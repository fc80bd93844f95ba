/** Where the phrase ends that says whose or from where somebody is. */

import type { Tree } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, uposOf, wordOf } from "../../language/doc.ts";
import { isTellingVerb } from "../statements/lexicon.ts";
import type { Scope } from "./described.ts";

/** Without what hangs further: "of the northern campaign", not "… at the palace". */
export function phraseEnd(scope: Scope, from: number, until: number, head: number): number {
  const { doc } = scope;
  for (let i = from + 1; i < until; i += 1)
    if (
      (deprelOf(doc, i) === "case" && !/^(?:of|and|['’]s?)$/.test(wordOf(doc, i))) ||
      /^(?:who|which|that|whose|,)$/.test(wordOf(doc, i)) ||
      (uposOf(doc, i) === "VERB" && isTellingVerb(lemmaOf(doc, i)))
    )
      return listEnd(scope, i, until) ?? (i > head + 2 ? i : until);
  return until;
}

/** One past a list that goes on at a comma: ", Belmark, Norvia and the Free Ports Union"; persons are no such list. */
function listEnd({ doc, names, nameAt }: Scope, comma: number, until: number): number | undefined {
  let joined = false;
  let end: number | undefined;
  for (let i = comma; i < until; i += 1) {
    const word = wordOf(doc, i);
    const name = names[nameAt[i]!];
    if (name?.kind === "person" && name.last - name.first > 1) return undefined;
    if (name !== undefined || (uposOf(doc, i) === "PROPN" && /^\p{Lu}/u.test(word))) {
      if (joined) end = i + 1;
    } else if (word === "and") joined = true;
    else if (word !== "," && word !== "the") break;
    else if (end !== undefined) break;
  }
  return end;
}

/** The first break in tokens [from, until): a comma, a colon, a quotation that opens; `until` where there is none. */
export function breakIn(doc: Doc, from: number, until: number): number {
  for (let i = from; i < until; i += 1) if (/^[,;:“"—–]$/.test(wordOf(doc, i))) return i;
  return until;
}

/** "People familiar with the talks": what says that a source knows. */
const KNOWING = new Set(["familiar", "close", "privy", "briefed", "involved", "informed"]);

/** One past "familiar with the matter" in "citing people familiar with the matter", which the tree may hang on the verb. */
export function knowledgeEnd(doc: Doc, tree: Tree, head: number): number | undefined {
  const [adjective, preposition] = [head + 1, head + 2];
  if (preposition >= doc.size || !KNOWING.has(wordOf(doc, adjective))) return undefined;
  const noun = doc.head[preposition]!;
  if (deprelOf(doc, preposition) !== "case" || noun < preposition) return undefined;
  return breakIn(doc, preposition, tree.right[noun]!);
}

/** Tokens that a source without a name is described with behind its noun. */
const LONGEST_SOURCE = 10;

/**
 * One past all that describes a source without a comma: "officials | in all three camps", "people | who have read it",
 * "an adviser | to the delegation", up to the verb that it is the subject of.
 */
export function sourceEnd(doc: Doc, tree: Tree, head: number, from: number): number {
  const verb = doc.head[head]!;
  const until = Math.min(
    doc.sentences[doc.sentence[head]! + 1]!,
    from + LONGEST_SOURCE,
    verb > head ? verb : Math.max(tree.right[head]!, from + LONGEST_SOURCE),
  );
  const isRelative = /^(?:who|that)$/.test(wordOf(doc, from));
  if (!isRelative && uposOf(doc, from) !== "ADP") return from;
  let end = from + 1;
  while (end < until && !/^(?:PUNCT|SCONJ)$/.test(uposOf(doc, end)) && (isRelative || !isPredicate(doc, end)))
    end += 1;
  while (end > from && /^(?:ADP|DET|AUX|ADV|CCONJ)$/.test(uposOf(doc, end - 1))) end -= 1;
  return Math.max(end, from);
}

function isPredicate(doc: Doc, token: number): boolean {
  return /^(?:VERB|AUX|ADV)$/.test(uposOf(doc, token));
}

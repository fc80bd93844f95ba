/** Whether a noun stands for somebody who wants, grants or refuses something: "the ministry rejects", "opposition from officers". */
import { childrenOf, type Tree, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, uposOf, wordOf } from "../../language/doc.ts";
import { prepositionOf } from "../places/standing.ts";
import { stanceLexicon } from "../positions/stances.ts";
import { documents, speechNoun } from "../statements/lexicon.ts";

/** Joined nouns and verbs are followed so far. */
const DEPTH = 6;
/** Under which prepositions a stance is somebody's: "opposition from officers", "consensus among ministers". */
const HELD = new Set(["from", "by", "among", "within"]);
/** Stances that are "of" whoever has them, and hardly of what they are about. */
const HELD_OF =
  /^(?:demand|insistence|wish|aim|goal|objective|request|refusal|consent|approval|blessing|backing|support|position|reluctance|readiness|willingness)$/;
/** What is so for somebody: "unacceptable to the herders". */
const FELT = new Set(["to", "for"]);

/** Subject or agent of what shows a stance, or the one whose stance a noun names. */
export function isWanting(doc: Doc, head: number): boolean {
  const tree = treeOf(doc);
  const at = firstJoined(doc, head);
  const above = doc.head[at]!;
  if (above < 0) return false;
  const relation = deprelOf(doc, at);
  if (relation === "nsubj" || relation === "nsubj:pass")
    return showsStance(doc, tree, above, relation === "nsubj");
  if (relation === "obl:agent") return isStanceVerb(doc, tree, above);
  if (relation === "nmod:poss") return isStanceNoun(doc, above);
  const preposition = prepositionOf(doc, at);
  if (relation === "nmod")
    return preposition === "of"
      ? HELD_OF.test(lemmaOf(doc, above))
      : HELD.has(preposition) && isStanceNoun(doc, above);
  if (relation !== "obl") return false;
  if (preposition === "by") return isStanceVerb(doc, tree, above);
  return (
    FELT.has(preposition) &&
    uposOf(doc, above) === "ADJ" &&
    stanceLexicon().evaluations.has(lemmaOf(doc, above))
  );
}

function firstJoined(doc: Doc, head: number): number {
  let at = head;
  for (let steps = 0; steps < DEPTH && deprelOf(doc, at) === "conj" && doc.head[at]! >= 0; steps += 1)
    at = doc.head[at]!;
  return at;
}

/** The predicate, what it goes on with and what is joined to it: "is said to prefer", "met and demanded". */
function showsStance(doc: Doc, tree: Tree, predicate: number, isActive: boolean): boolean {
  let left = DEPTH;
  const waiting = [predicate];
  for (let at = waiting.pop(); at !== undefined && left > 0; at = waiting.pop()) {
    left -= 1;
    if (isActive || at !== predicate)
      if (isStanceVerb(doc, tree, at) || isStanceAdjective(doc, at) || isRefusal(doc, tree, at)) return true;
    for (const child of childrenOf(tree, at)) {
      const relation = deprelOf(doc, child);
      const goesOn = relation === "xcomp" || (relation === "conj" && uposOf(doc, child) === "VERB");
      if (goesOn && child > at && !hasSubject(doc, tree, child)) waiting.push(child);
    }
  }
  return false;
}

function hasSubject(doc: Doc, tree: Tree, verb: number): boolean {
  return childrenOf(tree, verb).some((child) => deprelOf(doc, child).startsWith("nsubj"));
}

function isStanceVerb(doc: Doc, tree: Tree, verb: number): boolean {
  const { verbs, lightVerbs, dropping } = stanceLexicon();
  const lemma = lemmaOf(doc, verb);
  if (uposOf(doc, verb) !== "VERB") return false;
  const entries = verbs.get(lemma) ?? verbs.get(`${lemma} ${particleOf(doc, tree, verb)}`);
  if (entries !== undefined) {
    const next = wordOf(doc, verb + 1);
    if (entries.some(({ preposition }) => preposition === "" || preposition === next)) return true;
  }
  if (!lightVerbs.has(lemma) && !dropping.has(lemma)) return false;
  return childrenOf(tree, verb).some((child) => deprelOf(doc, child) === "obj" && isStanceNoun(doc, child));
}

function particleOf(doc: Doc, tree: Tree, verb: number): string {
  for (const child of childrenOf(tree, verb))
    if (deprelOf(doc, child) === "compound:prt") return wordOf(doc, child).toLowerCase();
  return wordOf(doc, verb + 1);
}

function isStanceAdjective(doc: Doc, at: number): boolean {
  const { adjectives } = stanceLexicon();
  const entries = adjectives.get(lemmaOf(doc, at));
  return (
    entries?.some(({ preposition }) => preposition === "" || preposition === wordOf(doc, at + 1)) ?? false
  );
}

/** "Will not hand over", "cannot accept". */
function isRefusal(doc: Doc, tree: Tree, verb: number): boolean {
  if (uposOf(doc, verb) !== "VERB") return false;
  const { refusalModals } = stanceLexicon();
  let modal = false;
  let negated = false;
  for (const child of childrenOf(tree, verb)) {
    if (child > verb) break;
    const lemma = lemmaOf(doc, child);
    if (deprelOf(doc, child) === "aux" && (refusalModals.has(lemma) || lemma === "will")) modal = true;
    if (/^(?:not|n't|n’t|never)$/.test(wordOf(doc, child))) negated = true;
  }
  return modal && negated;
}

function isStanceNoun(doc: Doc, noun: number): boolean {
  const lemma = lemmaOf(doc, noun).toLowerCase();
  return stanceLexicon().nouns.has(lemma) || speechNoun(lemma) !== undefined || documents.has(lemma);
}

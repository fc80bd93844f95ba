import type { Oblique, Phrase } from "../clause.ts";
import type { Doc } from "../doc.ts";
import { deprelOf, lemmaOf, uposOf, wordOf } from "../doc.ts";
import { connectiveClass } from "./lexicon.ts";
import { childrenOf, type Tree } from "./tree.ts";

const joined = connectiveClass("joined");
const joinedNouns = new Set([...joined].map((words) => words.split(" ")[1]));

/** Dependents that stand outside the phrase: they say more about it, or begin the next one. */
function standsOutside(relation: string): boolean {
  return (
    relation === "acl:relcl" ||
    relation === "appos" ||
    relation === "conj" ||
    relation === "cc" ||
    relation === "punct" ||
    relation === "case" ||
    relation === "mark" ||
    relation === "parataxis" ||
    relation === "cop" ||
    relation.startsWith("aux") ||
    relation.startsWith("nsubj") ||
    relation.startsWith("csubj") ||
    relation === "advcl" ||
    relation === "discourse" ||
    relation === "cc:preconj"
  );
}

/**
 * The phrase around a head, without preposition, conjuncts, apposition and relative clause; `bare` leaves out
 * participle and infinitive clauses too ("the plan" of "the plan backed by Agron").
 */
export function phraseOf(doc: Doc, tree: Tree, head: number, bare = false): Phrase {
  let first = head;
  let last = head + 1;
  for (let child = tree.firstChild[head]!; child >= 0; child = tree.nextSibling[child]!) {
    const relation = deprelOf(doc, child);
    if (standsOutside(relation) || (bare && relation === "acl")) continue;
    if (child < head && tree.left[child]! < first) first = tree.left[child]!;
    if (child > head && tree.right[child]! > last) last = tree.right[child]!;
  }
  while (last - 1 > head && uposOf(doc, last - 1) === "PUNCT" && !hasPartner(doc, first, last, last - 1))
    last -= 1;
  while (first < head && uposOf(doc, first) === "PUNCT" && !hasPartner(doc, first, last, first)) first += 1;
  return { start: doc.start[first]!, end: doc.end[last - 1]!, head };
}

const openers = new Map([
  [")", "("],
  ["]", "["],
  ["”", "“"],
  ["’", "‘"],
  ['"', '"'],
  ["''", "``"],
]);
const closers = new Map([...openers].map(([closer, opener]) => [opener, closer]));

/** True where the punctuation at an edge is a bracket or quotation mark whose partner lies inside the phrase. */
function hasPartner(doc: Doc, first: number, last: number, edge: number): boolean {
  const partner = (edge === first ? closers : openers).get(wordOf(doc, edge));
  if (partner === undefined) return false;
  for (let token = first; token < last && token < first + 64; token += 1) {
    if (token !== edge && wordOf(doc, token) === partner) return true;
  }
  return false;
}

/** Whether a conjunct is a predicate of its own rather than one more noun. */
function isClausal(doc: Doc, tree: Tree, token: number): boolean {
  const tag = uposOf(doc, token);
  if (tag !== "NOUN" && tag !== "PROPN" && tag !== "PRON" && tag !== "NUM") {
    if (tag === "VERB" || tag === "AUX") return true;
  }
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
    const relation = deprelOf(doc, child);
    if (relation === "cop" || relation.startsWith("nsubj")) return true;
  }
  return false;
}

/** Heads of a phrase and of the phrases co-ordinated with it. */
export function conjunctHeads(doc: Doc, tree: Tree, head: number): number[] {
  const heads = [head];
  for (let child = tree.firstChild[head]!; child >= 0; child = tree.nextSibling[child]!) {
    if (deprelOf(doc, child) === "conj" && child > head && !isClausal(doc, tree, child)) heads.push(child);
  }
  return heads;
}

/** "Agron and Belmark" as two phrases. */
export function splitPhrases(doc: Doc, tree: Tree, head: number, bare = false): Phrase[] {
  return conjunctHeads(doc, tree, head).map((each) => phraseOf(doc, tree, each, bare));
}

/** A function word with what is fixed to it: "because of", "in order". */
export function fixedWord(doc: Doc, tree: Tree, token: number): string {
  let words = wordOf(doc, token).toLowerCase();
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
    if (deprelOf(doc, child) === "fixed") words += ` ${wordOf(doc, child).toLowerCase()}`;
  }
  return words;
}

/** Prepositions of a noun, joined by spaces; "" where there are none. A clitic 's is none. */
export function caseOf(doc: Doc, tree: Tree, token: number): string {
  let words = "";
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
    if (deprelOf(doc, child) !== "case" || uposOf(doc, child) === "PART") continue;
    words += `${words === "" ? "" : " "}${fixedWord(doc, tree, child)}`;
  }
  return words;
}

/** "in exchange for X": the words that work as one preposition and the noun X that they govern. */
export function joinedPreposition(
  doc: Doc,
  tree: Tree,
  noun: number,
): { preposition: string; head: number } | undefined {
  const lemma = lemmaOf(doc, noun);
  if (!joinedNouns.has(lemma)) return undefined;
  const preposition = caseOf(doc, tree, noun);
  for (const child of childrenOf(tree, noun)) {
    if (child < noun) continue;
    const relation = deprelOf(doc, child);
    if (relation !== "nmod" && relation !== "obl") continue;
    const whole = `${preposition} ${lemma} ${caseOf(doc, tree, child)}`;
    if (joined.has(whole)) return { preposition: whole, head: child };
  }
  return undefined;
}

/** The obliques that one dependent noun stands for: one for each conjunct. */
export function obliquesOf(doc: Doc, tree: Tree, noun: number): Oblique[] {
  const whole = joinedPreposition(doc, tree, noun);
  const head = whole?.head ?? noun;
  const preposition = whole?.preposition ?? caseOf(doc, tree, noun);
  return conjunctHeads(doc, tree, head).map((each) => ({
    preposition: each === head ? preposition : caseOf(doc, tree, each) || preposition,
    phrase: phraseOf(doc, tree, each),
  }));
}

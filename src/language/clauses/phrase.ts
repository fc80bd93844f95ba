import type { Oblique, Phrase } from "../clause.ts";
import type { Doc } from "../doc.ts";
import { deprelOf, lemmaOf, uposOf, wordOf } from "../doc.ts";
import { connectiveClass, eventNounOf } from "./lexicon.ts";
import type { Tree } from "./tree.ts";

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
    relation === "advcl:relcl" ||
    relation === "discourse" ||
    relation === "ccomp" ||
    relation === "expl" ||
    relation.startsWith("obl") ||
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
    // What follows a conjunct belongs to it, or to all of them.
    if (child > head && (relation === "conj" || relation === "cc")) break;
    if (standsOutside(relation) || (bare && relation === "acl") || isAdrift(doc, tree, head, child)) continue;
    if (child < head && tree.left[child]! < first) first = tree.left[child]!;
    if (child > head && tree.right[child]! > last) last = tree.right[child]!;
  }
  while (last - 1 > head && uposOf(doc, last - 1) === "PUNCT" && !hasPartner(doc, first, last, last - 1))
    last -= 1;
  while (first < head && uposOf(doc, first) === "PUNCT" && !hasPartner(doc, first, last, first)) first += 1;
  if (first + 2 <= head && isAccordingTo(doc, first)) first += 2;
  return { start: doc.start[first]!, end: doc.end[last - 1]!, head };
}

/** Whether "according to" begins here. */
export function isAccordingTo(doc: Doc, token: number): boolean {
  return (
    wordOf(doc, token).toLowerCase() === "according" &&
    token + 1 < doc.size &&
    wordOf(doc, token + 1) === "to"
  );
}

const timeWords: ReadonlySet<string> = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august " +
    "september october november december today tomorrow yesterday tonight day week weekend month year decade hour " +
    "minute morning afternoon evening night noon midnight spring summer autumn winter"
  ).split(" "),
);

/** Whether a noun names a time: a weekday, a month, "week". */
export function isTimeNoun(doc: Doc, noun: number): boolean {
  return timeWords.has(lemmaOf(doc, noun).toLowerCase());
}

/**
 * Whether a prepositional phrase hangs on a noun that hardly takes it: a time on a thing ("met him on Sunday"), or
 * anything but "of", "for", "from" and "to" on a name. It says more about the clause than about the noun.
 */
export function isAdrift(doc: Doc, tree: Tree, noun: number, child: number): boolean {
  if (child < noun || deprelOf(doc, child) !== "nmod") return false;
  if (joinsPreposition(doc, child)) return eventNounOf(lemmaOf(doc, noun).toLowerCase()) === undefined;
  if (isTimeNoun(doc, noun)) return false;
  const preposition = caseOf(doc, tree, child);
  if (preposition === "" || preposition === "of") return false;
  if (uposOf(doc, noun) === "PROPN" && !isNaming(preposition)) return true;
  const timed = preposition === "on" || preposition === "in" || preposition === "at" || preposition === "by";
  return timed && isTimeNoun(doc, child) && eventNounOf(lemmaOf(doc, noun).toLowerCase()) === undefined;
}

function isNaming(preposition: string): boolean {
  return preposition === "for" || preposition === "from" || preposition === "to" || preposition === "and";
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

/**
 * "in exchange for X": the words before X that work as one preposition, whatever the tree makes of them;
 * the plain prepositions of X where there are none such.
 */
export function prepositionOf(doc: Doc, tree: Tree, noun: number): string {
  const plain = caseOf(doc, tree, noun);
  if (plain === "") return plain;
  const first = firstCase(doc, tree, noun);
  const middle = first - 1;
  if (middle < 1 || !joinedNouns.has(lemmaOf(doc, middle))) return plain;
  const whole = `${prepositionBefore(doc, middle)} ${lemmaOf(doc, middle)} ${plain}`;
  return joined.has(whole) ? whole : plain;
}

function firstCase(doc: Doc, tree: Tree, noun: number): number {
  for (let child = tree.firstChild[noun]!; child >= 0; child = tree.nextSibling[child]!) {
    if (deprelOf(doc, child) === "case" && uposOf(doc, child) !== "PART") return child;
  }
  return -1;
}

/** The word before a noun and its article. */
function prepositionBefore(doc: Doc, noun: number): string {
  const article = uposOf(doc, noun - 1) === "DET" ? 1 : 0;
  const at = noun - 1 - article;
  return at >= 0 ? wordOf(doc, at).toLowerCase() : "";
}

/** Whether a noun is the middle of such a preposition: "exchange" in "in exchange for land". */
export function joinsPreposition(doc: Doc, noun: number): boolean {
  if (noun < 1 || noun + 1 >= doc.size || !joinedNouns.has(lemmaOf(doc, noun))) return false;
  return joined.has(
    `${prepositionBefore(doc, noun)} ${lemmaOf(doc, noun)} ${wordOf(doc, noun + 1).toLowerCase()}`,
  );
}

/** The noun that such a preposition governs, where the tree puts it under the middle noun; else -1. */
function governedBy(doc: Doc, tree: Tree, noun: number): number {
  for (let child = tree.firstChild[noun]!; child >= 0; child = tree.nextSibling[child]!) {
    const relation = deprelOf(doc, child);
    if (
      child > noun &&
      (relation === "nmod" || relation === "obl") &&
      prepositionOf(doc, tree, child).includes(" ")
    ) {
      return child;
    }
  }
  return -1;
}

/** The obliques that one dependent noun stands for: one for each conjunct. */
export function obliquesOf(doc: Doc, tree: Tree, noun: number): Oblique[] {
  const middle = joinsPreposition(doc, noun);
  const head = middle ? governedBy(doc, tree, noun) : noun;
  if (head < 0) return [];
  const preposition = prepositionOf(doc, tree, head);
  return conjunctHeads(doc, tree, head).map((each) => ({
    preposition: each === head ? preposition : prepositionOf(doc, tree, each) || preposition,
    phrase: phraseOf(doc, tree, each),
  }));
}

/** Obliques that hang on a noun of the clause though they say when or where the clause holds. */
export function adriftObliques(doc: Doc, tree: Tree, noun: number): Oblique[] {
  const found: Oblique[] = [];
  for (const head of conjunctHeads(doc, tree, noun)) {
    for (let child = tree.firstChild[head]!; child >= 0; child = tree.nextSibling[child]!) {
      if (isAdrift(doc, tree, head, child)) found.push(...obliquesOf(doc, tree, child));
    }
  }
  return found;
}

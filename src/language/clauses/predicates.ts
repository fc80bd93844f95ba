import type { Doc } from "../doc.ts";
import { deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../doc.ts";
import { eventNounOf, type NounFrame, verbClass } from "./lexicon.ts";
import { caseOf, joinsPreposition } from "./phrase.ts";
import type { Tree } from "./tree.ts";

const modalAdjectives = verbClass("modal-adjective");
const modalParticiples = verbClass("modal-participle");

/** Relations whose dependent is a clause even where it has no verb. */
const clausal = new Set([
  "root",
  "ccomp",
  "csubj",
  "csubj:pass",
  "advcl",
  "acl:relcl",
  "advcl:relcl",
  "parataxis",
  "conj",
]);

export type PredicateKind = "verb" | "copular" | "nominal";

/** What kind of predicate a token is, if any. */
export function predicateKind(doc: Doc, tree: Tree, token: number): PredicateKind | undefined {
  const relation = deprelOf(doc, token);
  const tag = uposOf(doc, token);
  if (tag === "PUNCT" || relation === "punct") return undefined;
  if (isInsideWord(relation)) return undefined;
  const found = dependentsSeen(doc, tree, token);
  // "are to meet" hangs its "be" on the verb as a copula; "the aim is to meet" has a subject outside.
  const isTo = tag === "VERB" && hasTo(doc, tree, token) && !hasChild(doc, tree, token, "nsubj:outer");
  if (found.copula && !isTo && !(found.dueTo && isVerbForm(doc, token))) return "copular";
  if (tag === "VERB")
    return relation === "amod" || isConditionalParticiple(doc, tree, token) ? undefined : "verb";
  if (tag === "AUX") return !relation.startsWith("aux") && relation !== "cop" ? "verb" : undefined;
  if (found.subject && clausal.has(relation)) return "copular";
  if (relation === "xcomp") return "copular";
  if (tag === "NOUN" || tag === "PROPN") return isEventNoun(doc, tree, token) ? "nominal" : undefined;
  return undefined;
}

/** "provided" in "provided that they leave": a conjunction in the shape of a verb. */
export function isConditionalParticiple(doc: Doc, tree: Tree, token: number): boolean {
  const relation = deprelOf(doc, token);
  // Before "that", any other clause without subject and object is such a conjunction misread.
  const misread =
    token + 1 < doc.size && wordOf(doc, token + 1) === "that" && !hasChild(doc, tree, token, "cc");
  if (relation !== "advcl" && !(misread && relation !== "root")) return false;
  const word = wordOf(doc, token).toLowerCase();
  if (word !== "provided" && word !== "providing" && word !== "assuming" && word !== "supposing")
    return false;
  for (const own of ["nsubj", "nsubj:pass", "obj", "aux", "aux:pass"]) {
    if (hasChild(doc, tree, token, own)) return false;
  }
  return hasChild(doc, tree, token, "ccomp");
}

/** Parts of a name, a preposition or another word: never a predicate. */
function isInsideWord(relation: string): boolean {
  return (
    relation === "case" ||
    relation === "mark" ||
    relation === "fixed" ||
    relation === "flat" ||
    relation === "compound" ||
    relation === "cc" ||
    relation === "goeswith" ||
    relation === "det" ||
    relation === "discourse" ||
    relation === "reparandum"
  );
}

function isVerbForm(doc: Doc, token: number): boolean {
  return xposOf(doc, token) === "VB" || uposOf(doc, token) === "VERB";
}

/** "are due to meet" with "due to" read as a preposition, as before a noun. */
export function isDueTo(doc: Doc, child: number): boolean {
  const relation = deprelOf(doc, child);
  return (relation === "case" || relation === "mark") && wordOf(doc, child).toLowerCase() === "due";
}

interface Dependents {
  readonly copula: boolean;
  readonly subject: boolean;
  readonly dueTo: boolean;
}

function dependentsSeen(doc: Doc, tree: Tree, token: number): Dependents {
  let dueTo = false;
  let copula = false;
  let subject = false;
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
    const relation = deprelOf(doc, child);
    if (relation === "cop") copula = true;
    if (isDueTo(doc, child)) dueTo = true;
    if (relation === "nsubj" || relation === "nsubj:pass" || relation === "csubj") subject = true;
  }
  return { copula, subject, dueTo };
}

/** Endings that make a noun of a verb; only with arguments of its own does such a noun count as an event. */
const derivedEnding = /(?:tion|sion|ment|[^i]al|ance|ence)$/u;

function isEventNoun(doc: Doc, tree: Tree, token: number): boolean {
  const lemma = lemmaOf(doc, token).toLowerCase();
  const entry = eventNounOf(lemma);
  if (entry !== undefined) return isEvent(doc, tree, token, entry.frame);
  if (lemma.length < 7 || uposOf(doc, token) === "PROPN" || !derivedEnding.test(lemma)) return false;
  let possessor = false;
  let ofPhrase = false;
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
    const relation = deprelOf(doc, child);
    if (relation === "nmod:poss") possessor = true;
    if (relation !== "nmod") continue;
    const preposition = caseOf(doc, tree, child);
    if (preposition === "by") return true;
    if (preposition === "of") ofPhrase = true;
  }
  return possessor && ofPhrase;
}

/** A noun of the list, unless it is part of a preposition or, as a proper noun, may be a month or a surname. */
function isEvent(doc: Doc, tree: Tree, token: number, frame: NounFrame): boolean {
  if (frame === "derived") return false;
  if (uposOf(doc, token) === "PROPN" && frame !== "mutual") return false;
  return !joinsWords(doc, tree, token);
}

/** "exchange" in "in exchange for": half a preposition, no event. */
function joinsWords(doc: Doc, tree: Tree, token: number): boolean {
  if (joinsPreposition(doc, token)) return true;
  const lemma = lemmaOf(doc, token);
  return (lemma === "exchange" || lemma === "return") && caseOf(doc, tree, token) === "in";
}

/** The infinitive that a semi-modal only colours ("is due to meet", "has to go"), or -1. */
export function colouredInfinitive(doc: Doc, tree: Tree, token: number): number {
  if (lemmaOf(doc, token) === "be") return semiModalBelow(doc, tree, token);
  const hung = hangsOnBe(doc, token);
  const own = hung ? -1 : toInfinitive(doc, tree, token);
  const mayHang = hung || hasBe(doc, tree, token);
  const infinitive = own < 0 && mayHang ? infinitiveAfter(doc, tree, token) : own;
  if (infinitive < 0) return -1;
  return semiModalOf(doc, tree, token) === "" ? -1 : infinitive;
}

function toInfinitive(doc: Doc, tree: Tree, token: number): number {
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
    if (child > token && deprelOf(doc, child) === "xcomp" && hasTo(doc, tree, child)) return child;
  }
  return -1;
}

/** "are due to meet" with "due" hung on "are", as parsers at times will: the semi-modal below, or -1. */
function semiModalBelow(doc: Doc, tree: Tree, be: number): number {
  for (let child = tree.firstChild[be]!; child >= 0; child = tree.nextSibling[child]!) {
    const word = wordOf(doc, child).toLowerCase();
    if (child < be || !(modalAdjectives.has(word) || modalParticiples.has(word))) continue;
    if (infinitiveAfter(doc, tree, child) >= 0) return child;
  }
  return -1;
}

/** The infinitive whose "to" is the very next word, whatever its relation; or -1. */
function infinitiveAfter(doc: Doc, tree: Tree, token: number): number {
  if (token + 1 >= doc.size || xposOf(doc, token + 1) !== "TO") return -1;
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
    if (child > token && hasTo(doc, tree, child)) return child;
  }
  return -1;
}

/** Whether "to" marks the verb as an infinitive. */
export function hasTo(doc: Doc, tree: Tree, verb: number): boolean {
  for (let child = tree.firstChild[verb]!; child >= 0; child = tree.nextSibling[child]!) {
    if (child > verb) return false;
    if (deprelOf(doc, child) === "mark" && xposOf(doc, child) === "TO") return true;
  }
  return false;
}

/** "be due to", "have to", "going to", …; "" where the token is no semi-modal. */
export function semiModalOf(doc: Doc, tree: Tree, token: number): string {
  const lemma = lemmaOf(doc, token);
  const word = wordOf(doc, token).toLowerCase();
  if (lemma === "have") return hasYet(doc, tree, token) ? "have yet to" : "have to";
  if (lemma === "go") return word === "going" || word === "gon" ? "going to" : "";
  if (word === "used" && xposOf(doc, token) === "VBD") return "used to";
  if (lemma === "need" && !hasChild(doc, tree, token, "obj")) return "need to";
  if (!hasBe(doc, tree, token) && !hangsOnBe(doc, token)) return "";
  if (uposOf(doc, token) === "VERB") {
    return modalParticiples.has(word) && !hasChild(doc, tree, token, "obl:agent") ? `be ${word} to` : "";
  }
  return modalAdjectives.has(word) || modalParticiples.has(word) ? `be ${word} to` : "";
}

function hangsOnBe(doc: Doc, token: number): boolean {
  const above = doc.head[token]!;
  return above >= 0 && above < token && lemmaOf(doc, above) === "be";
}

/** "has yet to answer": not so far. */
function hasYet(doc: Doc, tree: Tree, token: number): boolean {
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
    if (wordOf(doc, child) === "yet") return true;
  }
  return false;
}

function hasBe(doc: Doc, tree: Tree, token: number): boolean {
  return (
    hasChild(doc, tree, token, "cop") ||
    hasChild(doc, tree, token, "aux:pass") ||
    hasChild(doc, tree, token, "aux")
  );
}

export function hasChild(doc: Doc, tree: Tree, token: number, relation: string): boolean {
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
    if (deprelOf(doc, child) === relation) return true;
  }
  return false;
}

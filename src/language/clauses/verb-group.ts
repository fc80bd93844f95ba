import type { Doc } from "../doc.ts";
import { deprelOf, lemmaOf, lowerOf, uposOf, wordOf, xposOf } from "../doc.ts";
import type { Draft } from "./draft.ts";
import { verbClass } from "./lexicon.ts";
import { hasChild, hasTo, isDueTo, semiModalOf } from "./predicates.ts";
import type { Tree } from "./tree.ts";

const futureWords = verbClass("modal-future");
const negators = new Set(["not", "n't", "nt", "never", "neither", "nor", "nowise", "hardly"]);
const negativePronouns = new Set(["nobody", "none", "nothing", "noone"]);

/** Fills in voice, modality, tense, aspect, mood and polarity from the auxiliaries around the predicate. */
export function readVerbGroup(doc: Doc, tree: Tree, draft: Draft): void {
  readSemiModal(doc, tree, draft);
  readAuxiliaries(doc, tree, draft);
  readMood(doc, tree, draft);
  const denies = draft.modal === "be unable to" || draft.modal === "have yet to";
  draft.negated = draft.chain.some((token) => isNegated(doc, tree, token)) !== denies;
  if (draft.modal === "be unable to") draft.modal = "be able to";
}

function readSemiModal(doc: Doc, tree: Tree, draft: Draft): void {
  for (const token of draft.chain.slice(0, -1)) {
    const modal = semiModalOf(doc, tree, token);
    if (draft.modal === "") draft.modal = modal;
  }
}

function readAuxiliaries(doc: Doc, tree: Tree, draft: Draft): void {
  const top = draft.chain[0]!;
  let finite = "";
  let have = false;
  let be = false;
  let modal = "";
  for (let child = tree.firstChild[top]!; child >= 0; child = tree.nextSibling[child]!) {
    const relation = deprelOf(doc, child);
    if (!draft.copular && !draft.nominal && isDueTo(doc, child)) {
      draft.modal = "be due to";
      draft.marker = "";
    }
    if (relation !== "aux" && relation !== "aux:pass" && relation !== "cop") continue;
    const tag = xposOf(doc, child);
    const lemma = modalLemma(lemmaOf(doc, child));
    if (tag === "MD" && modal === "") modal = lemma;
    if (relation === "aux" && lemma === "have") have = true;
    if ((relation === "aux" || (relation === "cop" && !draft.copular)) && lemma === "be") be = true;
    if (finite === "") finite = tag;
  }
  const verb = xposOf(doc, top);
  if (finite === "" && !draft.copular) finite = verb === "VBN" && isBareFrame(doc, draft) ? "VBD" : verb;
  draft.passive = isPassive(doc, tree, draft, have);
  if (be && draft.chain.length === 1 && hasTo(doc, tree, top) && verb !== "VBG") {
    if (draft.modal === "") draft.modal = "be to";
    if (draft.marker === "to") draft.marker = "";
    be = false;
  }
  draft.modal = joinModals(modal, draft.modal);
  draft.tense = tenseOf(finite, modal, draft.modal);
  const progressive = be && verb === "VBG" && draft.chain.length === 1;
  draft.aspect = have
    ? progressive
      ? "perfect progressive"
      : "perfect"
    : progressive
      ? "progressive"
      : "simple";
}

function modalLemma(lemma: string): string {
  if (lemma === "wo" || lemma === "'ll" || lemma === "’ll") return "will";
  if (lemma === "ca") return "can";
  if (lemma === "'d" || lemma === "’d") return "would";
  return lemma;
}

/** "will have to" obliges, "may have to" only may. */
function joinModals(modal: string, semiModal: string): string {
  if (semiModal === "") return modal;
  return modal === "" || modal === "will" || modal === "shall" ? semiModal : modal;
}

function tenseOf(finite: string, modal: string, whole: string): Draft["tense"] {
  if (modal === "will" || modal === "shall") return "future";
  if (modal !== "") return modal === "may" || modal === "can" || modal === "must" ? "present" : "none";
  if (finite === "VBD") return "past";
  if (finite !== "VBP" && finite !== "VBZ") return "none";
  return speaksOfFuture(whole) ? "future" : "present";
}

/** Whether a semi-modal in the present speaks of what is to come. */
function speaksOfFuture(modal: string): boolean {
  if (modal === "be to") return true;
  return modal.split(" ").some((word) => futureWords.has(word));
}

function isPassive(doc: Doc, tree: Tree, draft: Draft, have: boolean): boolean {
  if (draft.copular || draft.nominal || isBareFrame(doc, draft)) return false;
  const verb = draft.predicate;
  if (hasChild(doc, tree, verb, "aux:pass") || hasChild(doc, tree, verb, "nsubj:pass")) return true;
  if (xposOf(doc, verb) !== "VBN" || have) return false;
  if (draft.chain.length === 1 && hasChild(doc, tree, verb, "aux")) return false;
  const relation = deprelOf(doc, draft.chain[0]!);
  return (
    relation === "acl" ||
    relation === "advcl" ||
    relation === "xcomp" ||
    hasChild(doc, tree, verb, "obl:agent")
  );
}

/** "…, two diplomats said": the tag of such a verb is at times that of a participle. */
function isBareFrame(doc: Doc, draft: Draft): boolean {
  const relation = deprelOf(doc, draft.chain[0]!);
  return draft.role === "parenthesis" && (relation === "acl" || relation === "acl:relcl");
}

function readMood(doc: Doc, tree: Tree, draft: Draft): void {
  const top = draft.chain[0]!;
  const verb = xposOf(doc, top);
  const bare =
    !hasChild(doc, tree, top, "aux") &&
    !hasChild(doc, tree, top, "aux:pass") &&
    !hasChild(doc, tree, top, "cop");
  if (hasTo(doc, tree, top) && draft.modal !== "be to") {
    const announced = hasChild(doc, tree, top, "nsubj") || hasChild(doc, tree, top, "nsubj:pass");
    if (announced && draft.role === "root" && !hasChild(doc, tree, top, "aux")) {
      draft.modal = "be to";
      draft.tense = "future";
      draft.marker = "";
    } else draft.mood = "infinitive";
  } else if (draft.tense !== "none" || draft.modal !== "")
    draft.mood = isQuestion(doc, tree, draft) ? "question" : "statement";
  else if (verb === "VB" && bare && draft.role === "content") draft.mood = "infinitive";
  else if (isImperative(doc, tree, draft)) draft.mood = "imperative";
  else if ((verb === "VBG" || verb === "VBN") && (bare || firstAuxiliary(doc, tree, top) === "VBG"))
    draft.mood = draft.role === "root" ? "statement" : "participle";
}

/** Tag of the first auxiliary: VBG in "having met", "being sent". */
function firstAuxiliary(doc: Doc, tree: Tree, verb: number): string {
  for (let child = tree.firstChild[verb]!; child >= 0; child = tree.nextSibling[child]!) {
    const relation = deprelOf(doc, child);
    if (relation.startsWith("aux") || relation === "cop") return xposOf(doc, child);
  }
  return "";
}

function isImperative(doc: Doc, tree: Tree, draft: Draft): boolean {
  const top = draft.chain[0]!;
  if (xposOf(doc, top) !== "VB" || draft.role === "purpose") return false;
  for (let child = tree.firstChild[top]!; child >= 0; child = tree.nextSibling[child]!) {
    const relation = deprelOf(doc, child);
    if (relation.startsWith("nsubj")) return false;
    if (relation === "aux" && lemmaOf(doc, child) !== "do") return false;
  }
  return draft.role === "root" || draft.role === "conjunct" || draft.role === "parenthesis";
}

/** An auxiliary before its subject or a question word, in a sentence that ends with a question mark. */
function isQuestion(doc: Doc, tree: Tree, draft: Draft): boolean {
  if (draft.role !== "root" && draft.role !== "content" && draft.role !== "conjunct") return false;
  let helped = -1;
  let asked = false;
  let subject = -1;
  for (const token of draft.chain) {
    for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
      const relation = deprelOf(doc, child);
      if (relation.startsWith("nsubj") && subject < 0) subject = child;
      if ((relation.startsWith("aux") || relation === "cop") && helped < 0) helped = child;
      if (child < token && /^W[PR]/u.test(xposOf(doc, child))) asked = true;
      if (child > token && wordOf(doc, child) === "?") asked = asked || (helped >= 0 && helped < subject);
    }
  }
  return asked && endsWithQuestionMark(doc, tree, draft);
}

function endsWithQuestionMark(doc: Doc, tree: Tree, draft: Draft): boolean {
  const last = tree.right[draft.chain[0]!]!;
  for (let token = Math.max(0, last - 2); token < last; token += 1) {
    if (wordOf(doc, token).includes("?")) return true;
  }
  return false;
}

/** Whether a word beside the predicate, or "no" before its subject or object, denies it. */
export function isNegated(doc: Doc, tree: Tree, token: number): boolean {
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
    const relation = deprelOf(doc, child);
    const word = lowerOf(doc, child);
    if (relation === "advmod" || relation === "cc" || relation === "cc:preconj" || relation === "det") {
      if (negators.has(word) && !isNotOnly(doc, child)) return true;
      if (relation === "det" && word === "no") return true;
      if (word === "longer" && child > 0 && lowerOf(doc, child - 1) === "no") return true;
    } else if ((relation === "mark" || relation === "case") && word === "without") return true;
    else if (relation === "obj" || relation.startsWith("nsubj")) {
      if (deniesPhrase(doc, tree, child)) return true;
    }
  }
  return false;
}

function isNotOnly(doc: Doc, token: number): boolean {
  if (token + 1 >= doc.size) return false;
  const next = lowerOf(doc, token + 1);
  return next === "only" || next === "just" || next === "merely" || next === "least";
}

/** "no deal", "neither side", "nobody", "none of them". */
function deniesPhrase(doc: Doc, tree: Tree, head: number): boolean {
  const word = lowerOf(doc, head);
  if (negativePronouns.has(word) || (word === "neither" && uposOf(doc, head) !== "ADV")) return true;
  for (let child = tree.firstChild[head]!; child >= 0; child = tree.nextSibling[child]!) {
    const relation = deprelOf(doc, child);
    if (relation !== "det" && relation !== "cc:preconj") continue;
    const dependent = lowerOf(doc, child);
    if (dependent === "no" || dependent === "neither") return true;
  }
  return false;
}

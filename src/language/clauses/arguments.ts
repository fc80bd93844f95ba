import type { Oblique, Phrase } from "../clause.ts";
import type { Doc } from "../doc.ts";
import { deprelOf, lemmaOf, uposOf, wordOf } from "../doc.ts";
import type { Draft } from "./draft.ts";
import { eventNounOf, verbClass } from "./lexicon.ts";
import { introducesClause } from "./marker.ts";
import {
  adriftObliques,
  caseOf,
  conjunctHeads,
  isAccordingTo,
  isTimeNoun,
  obliquesOf,
  phraseOf,
  splitPhrases,
} from "./phrase.ts";
import { hasChild, hasTo } from "./predicates.ts";
import { childrenOf, type Tree } from "./tree.ts";

const telling = verbClass("telling");
const giving = verbClass("giving");
const tellsTo = new Set([...telling, ...verbClass("telling-to"), ...giving]);

/** Fills in the arguments that stand beside the predicate itself. */
export function readArguments(doc: Doc, tree: Tree, draft: Draft): void {
  if (draft.nominal) readNominalArguments(doc, tree, draft);
  else readVerbalArguments(doc, tree, draft);
}

function readVerbalArguments(doc: Doc, tree: Tree, draft: Draft): void {
  const { chain } = draft;
  const told = childrenOf(tree, draft.predicate).some((child) => isTold(doc, tree, draft, child));
  const hasContent =
    told || hasChild(doc, tree, draft.predicate, "ccomp") || hasChild(doc, tree, draft.predicate, "xcomp");
  const objects: Phrase[] = [];
  for (const token of chain) {
    for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
      if (chain.includes(child)) continue;
      const relation = deprelOf(doc, child);
      if (isArgument(relation)) draft.obliques.push(...adriftObliques(doc, tree, child));
      if (
        relation === "nsubj" ||
        relation === "nsubj:pass" ||
        relation === "nsubj:outer" ||
        (relation === "expl" && isDoer(doc, tree, child, draft))
      ) {
        // "Last May Belmark attacked", "watchdog Lamp International accused": the second is the subject.
        const next = subjectAfter(doc, tree, child);
        if (
          next >= 0 &&
          uposOf(doc, next) === "PROPN" &&
          tree.left[next]! === child + 1 &&
          !isTimeNoun(doc, child)
        )
          continue;
        if (isTimeNoun(doc, child) && next >= 0)
          draft.obliques.push({ preposition: "", phrase: phraseOf(doc, tree, child) });
        else if (draft.subject.length === 0) draft.subject = splitPhrases(doc, tree, child);
      } else if (relation === "obj")
        objects.push(...splitPhrases(doc, tree, child, isTold(doc, tree, draft, child)));
      else if (relation === "iobj") draft.recipients.push(...splitPhrases(doc, tree, child));
      else if (relation === "obl" || relation.startsWith("obl:")) readOblique(doc, tree, draft, child);
      else if (isAccordingTo(doc, firstWord(doc, tree, child)) && relation !== "advmod")
        draft.obliques.push(sourceAt(doc, tree, child));
    }
  }
  if (draft.copular) draft.patients.push(...objects);
  else if (hasContent && telling.has(draft.lemma) && !draft.passive) draft.recipients.push(...objects);
  else draft.patients.push(...objects);
  placeSubject(draft, hasContent);
}

/** Verbs whose "it" means nothing, an infinitive behind them or not. */
const IMPERSONAL = new Set(
  "seem appear happen turn prove take remain be help pay hurt cost behove become".split(" "),
);

/** "…, but it continues to reject the draft" with an empty "it": one that does something means somebody. */
function isDoer(doc: Doc, tree: Tree, it: number, { predicate, copular, passive }: Draft): boolean {
  if (copular || passive || it > predicate || IMPERSONAL.has(lemmaOf(doc, predicate).toLowerCase()))
    return false;
  if (wordOf(doc, it).toLowerCase() !== "it" || hasChild(doc, tree, predicate, "nsubj")) return false;
  return !hasChild(doc, tree, predicate, "csubj") && !hasChild(doc, tree, predicate, "ccomp");
}

/** The next subject of the same verb, or -1. */
function subjectAfter(doc: Doc, tree: Tree, token: number): number {
  for (let child = tree.nextSibling[token]!; child >= 0; child = tree.nextSibling[child]!)
    if (deprelOf(doc, child).startsWith("nsubj")) return child;
  return -1;
}

/** "urged both sides to return" with the infinitive hung on the sides: they are told, and they do it. */
export function isTold(doc: Doc, tree: Tree, draft: Draft, object: number): boolean {
  if (!telling.has(draft.lemma) || deprelOf(doc, object) !== "obj") return false;
  return childrenOf(tree, object).some((child) => deprelOf(doc, child) === "acl" && hasTo(doc, tree, child));
}

function isArgument(relation: string): boolean {
  return (
    relation.startsWith("nsubj") || relation === "obj" || relation === "iobj" || relation.startsWith("obl")
  );
}

function firstWord(doc: Doc, tree: Tree, token: number): number {
  let first = tree.left[token]!;
  while (first < token && uposOf(doc, first) === "PUNCT") first += 1;
  return first;
}

/** "according to the committee", wherever the tree hangs the committee. */
function sourceAt(doc: Doc, tree: Tree, noun: number): Oblique {
  return { preposition: "according to", phrase: phraseOf(doc, tree, noun) };
}

/** Puts the syntactic subject where the voice wants it. */
export function placeSubject(draft: Draft, hasContent: boolean): void {
  if (draft.subject.length === 0) return;
  if (!draft.passive) draft.agents = [...draft.subject];
  else if (draft.patients.length > 0 && giving.has(draft.lemma)) draft.recipients.push(...draft.subject);
  else if (hasContent && telling.has(draft.lemma)) draft.recipients.push(...draft.subject);
  else draft.patients = [...draft.subject, ...draft.patients];
}

function readOblique(doc: Doc, tree: Tree, draft: Draft, noun: number): void {
  const obliques = obliquesOf(doc, tree, noun);
  const byAgent =
    draft.passive &&
    obliques[0]?.preposition === "by" &&
    (deprelOf(doc, noun) === "obl:agent" || mayAct(doc, noun));
  if (byAgent) {
    draft.agents.push(...obliques.map((oblique) => oblique.phrase));
    return;
  }
  if (introducesClause(doc, tree, noun)) return;
  // "Proposed instead a mission": an adverb taken for a preposition stands before an object.
  if (obliques[0]?.preposition === "instead" && !draft.copular && !draft.passive) {
    draft.patients.push(...obliques.map((oblique) => oblique.phrase));
    return;
  }
  draft.obliques.push(...obliques);
  if (obliques[0]?.preposition !== "to" || !tellsTo.has(draft.lemma) || isFigure(doc, noun)) return;
  if (giving.has(draft.lemma) && !draft.passive && !hasChild(doc, tree, draft.predicate, "obj")) return;
  draft.recipients.push(...obliques.map((oblique) => oblique.phrase));
}

function mayAct(doc: Doc, noun: number): boolean {
  return !isFigure(doc, noun) && !isTimeNoun(doc, noun);
}

function isFigure(doc: Doc, noun: number): boolean {
  return uposOf(doc, noun) === "NUM" || uposOf(doc, noun) === "SYM";
}

function readNominalArguments(doc: Doc, tree: Tree, draft: Draft): void {
  const noun = draft.predicate;
  const frame = eventNounOf(lemmaOf(doc, noun).toLowerCase())?.frame ?? "transitive";
  const possessors: Phrase[] = [];
  const byPhrases: Phrase[] = [];
  const ofPhrases: Phrase[] = [];
  const named: Phrase[] = [];
  const kinds: Phrase[] = [];
  for (let child = tree.firstChild[noun]!; child >= 0; child = tree.nextSibling[child]!) {
    const relation = deprelOf(doc, child);
    if (relation === "nmod:poss") possessors.push(...splitPhrases(doc, tree, child));
    else if (relation === "nmod" || relation === "obl" || relation === "obl:agent") {
      const preposition = caseOf(doc, tree, child);
      if (preposition === "by" && mayAct(doc, child)) byPhrases.push(...splitPhrases(doc, tree, child));
      else if (preposition === "of" && wordOf(doc, child) === "own") continue;
      else if (preposition === "of" && !(frame === "mutual" && possessors.length > 0))
        ofPhrases.push(...splitPhrases(doc, tree, child));
      else if (preposition === "between" || preposition === "among")
        named.push(...splitPhrases(doc, tree, child));
      else draft.obliques.push(...obliquesOf(doc, tree, child));
    } else if (relation === "compound" && child < noun) readCompound(doc, tree, child, named, kinds);
    else if (relation === "amod" && isNationality(doc, noun, child)) named.push(phraseOf(doc, tree, child));
    else if (relation === "nmod:unmarked" || relation === "obl:unmarked")
      draft.obliques.push(...obliquesOf(doc, tree, child));
  }
  const ofActs = frame !== "transitive";
  draft.agents = [...(byPhrases.length > 0 ? [] : possessors), ...byPhrases, ...(ofActs ? ofPhrases : [])];
  draft.patients = [...(byPhrases.length > 0 ? possessors : []), ...(ofActs ? [] : ofPhrases)];
  if (frame === "transitive") draft.patients.push(...kinds);
  if (
    frame === "mutual" &&
    named.length === 1 &&
    uposOf(doc, named[0]!.head) === "PROPN" &&
    !isBetween(doc, tree, named[0]!)
  ) {
    // "the Velden talks": one name before a mutual event is as often its place as its party.
    draft.obliques.push({ preposition: "", phrase: named[0]! });
  } else draft.agents.push(...named);
}

function isBetween(doc: Doc, tree: Tree, phrase: Phrase): boolean {
  return caseOf(doc, tree, phrase.head) !== "";
}

/** Names before the noun take part ("the Belmark-Ruthia talks"); common nouns say of what ("troop withdrawal"). */
function readCompound(doc: Doc, tree: Tree, child: number, named: Phrase[], kinds: Phrase[]): void {
  if (uposOf(doc, child) !== "PROPN") {
    if (uposOf(doc, child) === "NOUN") kinds.push(phraseOf(doc, tree, child));
    return;
  }
  const whole = phraseOf(doc, tree, child);
  let start = whole.start;
  for (let part = tree.firstChild[child]!; part >= 0; part = tree.nextSibling[part]!) {
    if (uposOf(doc, part) !== "PROPN" || deprelOf(doc, part) !== "compound" || !isHyphened(doc, part))
      continue;
    named.push(phraseOf(doc, tree, part));
    start = doc.start[Math.min(part + 2, child)]!;
  }
  named.push({ ...whole, start });
  for (const conjunct of conjunctHeads(doc, tree, child).slice(1)) named.push(phraseOf(doc, tree, conjunct));
}

function isHyphened(doc: Doc, token: number): boolean {
  const next = token + 1 < doc.size ? wordOf(doc, token + 1) : "";
  return next === "-" || next === "–" || next === "/";
}

/** A capitalised adjective before the noun, not at the start of the sentence. */
function isNationality(doc: Doc, noun: number, child: number): boolean {
  if (child > noun || uposOf(doc, child) !== "ADJ") return false;
  const first = wordOf(doc, child).slice(0, 1);
  return first !== first.toLowerCase() && child !== doc.sentences[doc.sentence[child]!];
}

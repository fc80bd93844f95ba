/**
 * Actors that have no name of their own: groups ("Agronese lawmakers", "its northern allies"), organs named by a
 * common noun ("Belmarkian forces") and unnamed sources ("two diplomats", "a senior ministry official").
 */
import { childrenOf, type Tree, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Name } from "../../language/name.ts";
import { gazetteer } from "../../language/names/gazetteer.ts";
import { titles } from "../../language/names/titles.ts";
import type { ActorKind } from "../../record/actor.ts";
import type { Range } from "../../record/span.ts";
import { isTellingVerb } from "../statements/lexicon.ts";
import { countedBy, isActing, isPeople, isSpeaking, isUndergoing } from "./acting.ts";
import { isOfSort, memberClass } from "./groups.ts";
import { breakIn, knowledgeEnd, phraseEnd, sourceEnd } from "./phrase-end.ts";
import { actingKind, headKind, isBodyHere, voicedKind } from "./sorts.ts";
import { isWanting } from "./wanting.ts";

export interface Description {
  readonly kind: ActorKind;
  /** Without determiner and number. */
  readonly name: string;
  /** The phrase with what identifies it, then its core where that is shorter. */
  readonly spans: readonly Range[];
  readonly head: number;
  /** Phrases in it that may name whom it belongs to: "Agronese", "Free Ports Union". */
  readonly of: readonly string[];
  readonly title?: string;
  readonly score: number;
  /** Nothing but that it acts makes it an actor: where it stands for somebody who is named, it is no other. */
  readonly weak?: true;
}

/** A phrase whose head is one of these is an actor with a possessive pronoun alone: "its allies". */
const KIN = new Set("allies ally partners backers".split(" "));

/** An adjective of a state that neither lists nor text explain: "Velmarian envoys". */
const ADJECTIVE = /^\p{Lu}\p{Ll}{2,}(?:an|ese|ish|ic|i|ite)$/u;

export interface Scope {
  readonly doc: Doc;
  readonly names: readonly Name[];
  /** Index of the name that each token is in, or -1. */
  readonly nameAt: Int32Array;
  /** Adjectives of states that the text alone shows. */
  readonly adjectives: ReadonlyMap<string, string>;
}

export function describedActors(scope: Scope): Description[] {
  const { doc, names } = scope;
  const tree = treeOf(doc);
  const taken = new Uint8Array(doc.size);
  for (const name of names) {
    taken.fill(1, name.first, name.last);
    if (name.title)
      for (let i = name.first - 1; i >= 0 && doc.start[i]! >= name.title.start; i -= 1) taken[i] = 1;
  }
  const found: Description[] = [];
  for (let head = 0; head < doc.size; head += 1) {
    if (taken[head] === 1 || !isNoun(doc, head)) continue;
    const relation = deprelOf(doc, head);
    if (
      relation === "compound" ||
      relation === "flat" ||
      relation === "nmod:desc" ||
      relation === "appos" ||
      relation === "fixed"
    )
      continue;
    const description = describe(scope, tree, head);
    if (description !== undefined) found.push(description);
  }
  return found;
}

function isNoun(doc: Doc, i: number): boolean {
  if (uposOf(doc, i) === "NOUN") return true;
  const word = wordOf(doc, i);
  // "An official close to the palace", read as an adjective.
  if (uposOf(doc, i) === "ADJ" && isOfSort(word.toLowerCase(), "source") && deprelOf(doc, i) === "nsubj")
    return true;
  return (uposOf(doc, i) === "PROPN" && /^\p{Ll}/u.test(word)) || isPeople(word);
}

/** "Belmark's spokesman, Odo Lund": he is named. */
function hasName(scope: Scope, tree: Tree, head: number): boolean {
  return childrenOf(tree, head).some(
    (child) =>
      child > head &&
      /^(?:appos|flat)/.test(deprelOf(scope.doc, child)) &&
      namesWithin(scope, tree.left[child]!, tree.right[child]!).length > 0,
  );
}

/** "…, Odo Lund, the foreign minister", "The head of the mission, Ms Vera Lindqvist": the name stands beside. */
function isBesideName({ doc, names, nameAt }: Scope, head: number, end: number): boolean {
  const isPerson = (token: number) => names[nameAt[token]!]?.kind === "person";
  const sentence = doc.sentence[head];
  for (let i = end; i < Math.min(doc.size, end + 8) && doc.sentence[i] === sentence; i += 1) {
    if (wordOf(doc, i) !== ",") {
      if (uposOf(doc, i) === "VERB" || uposOf(doc, i) === "AUX") break;
      continue;
    }
    if (isPerson(i + 1) || isPerson(i + 2) || isPerson(i + 3)) return true;
    break;
  }
  for (let i = head - 1; i > head - 8 && i > 0 && doc.sentence[i] === sentence; i -= 1)
    if (wordOf(doc, i) === ",") return isPerson(i - 1);
  return false;
}

function describe(scope: Scope, tree: Tree, head: number): Description | undefined {
  const { doc } = scope;
  const kind = headKind(doc, head);
  if (kind === undefined || isPredicate(doc, tree, head)) return undefined;
  if (kind === "person" && hasName(scope, tree, head)) return undefined;
  const first = leftEdge(doc, tree, head);
  const of = bearersIn(scope, first, head);
  const after = identifying(scope, tree, head, kind === "organ");
  const speaks = isSpeaking(doc, head);
  const determiner = wordOf(doc, first).toLowerCase();
  const identified = of.length > 0 || after.named;
  const word = wordOf(doc, head).toLowerCase();
  const isSource = isOfSort(word, "source");
  const owner = possessor(doc, tree, head);
  let actor: ActorKind | undefined;
  let score = 0.7;
  if (kind === "person") {
    const indefinite = /^(?:a|an|one|another)$/.test(determiner);
    if (isBesideName(scope, head, after.end)) actor = undefined;
    else if (
      (indefinite && (speaks || (isSource && (of.length > 0 || after.end > head + 1)))) ||
      (of.length > 0 && speaks && !/^(?:the|his|her|its|their)$/.test(determiner) && owner === undefined) ||
      (isSource && speaks && owner === "name" && !hasName(scope, tree, head))
    )
      actor = "unnamed";
  } else if (kind === "people") {
    if (speaks && isSource && !/^(?:the|these|those)$/.test(determiner)) actor = "unnamed";
    else if (identified && owner !== "pronoun") actor = isSource && speaks ? "unnamed" : "group";
    else if (owner === "pronoun" && (KIN.has(wordOf(doc, head).toLowerCase()) || of.length > 0))
      actor = "group";
    else if (speaks && after.end > head + 1 && isSource) actor = "unnamed";
    // "The number of people killed": anybody; "people briefed on it" are asked.
    if (isSource && !speaks && after.familiar && (!ANYBODY.test(word) || isInformed(doc, head)))
      actor = "unnamed";
  } else if (kind === "house") {
    // "The Belmarkian bloc", "opposition parties in Velden": as people are.
    const isMany = xposOf(doc, head) === "NNS" || titles().get(word)?.kinds.includes("people");
    if (isMany && identified && owner !== "pronoun") actor = "group";
  } else if (
    kind === "organ" &&
    isBodyHere(word, determiner, speaks, of.length > 0 || owner === "name" || after.named)
  )
    actor = "body";
  else if (kind === "media" && (speaks || of.length > 0)) actor = "outlet";
  const counted = countedBy(doc, head);
  const weak = actor === undefined;
  // "The Belmarkian ambassador to Agria said": whoever it is, unless the text names him.
  const isOfficer =
    kind === "person" &&
    memberClass(word) === undefined &&
    identified &&
    owner !== "pronoun" &&
    after.end > head &&
    !hasName(scope, tree, head) &&
    !isBesideName(scope, head, after.end);
  if (actor === undefined && isOfficer && (speaks || isActing(doc, head) || isWanting(doc, head)))
    actor = "unnamed";
  if (actor === undefined && (isActing(doc, counted) || isUndergoing(doc, counted)))
    actor = actingKind(kind, word, {
      determiner,
      identified,
      owner,
      speaks,
      isCounted: isCounted(doc, tree, counted),
      isMany: kind === "house" && xposOf(doc, head) === "NNS",
      isPaired: isPaired(doc, head),
      isNation: isPeople(wordOf(doc, head)),
    });
  // "The head of state", "the chief": a word that says nothing without what is headed.
  const isBareHead = /^(?:head|chief)$/.test(word) && after.end === head + 1;
  // "Some 30 million people": nobody who takes part.
  const isPopulation = ANYBODY.test(word) && isMillions(doc, tree, head);
  if (isPopulation) return undefined;
  const isSomebody =
    !isBareHead && !/^(?:no|neither|any|every|each|whichever|what|which|whose)$/.test(determiner);
  if (actor === undefined && isSomebody && (speaks || isWanting(doc, counted)))
    actor = voicedKind(kind, word, {
      determiner,
      speaks,
      isPaired: isPaired(doc, head),
      isNamed: hasName(scope, tree, head) || isBesideName(scope, head, after.end),
      isOwned: owner === "pronoun",
      isSource,
    });
  if (actor === undefined) return undefined;
  if (actor === "group" && !isParticipant(doc, head)) score = 0.5;
  // "Norvia, the government's main ally": Norvia.
  if (uposOf(doc, first) === "PROPN" && wordOf(doc, first + 1) === "," && first + 1 < head) return undefined;
  const start = doc.start[counted === head ? first : leftEdge(doc, tree, counted)]!;
  const core = { start, end: doc.end[head]! };
  const spans = after.end > head + 1 ? [{ start, end: doc.end[after.end - 1]! }, core] : [core];
  const bare = bareStart(doc, first, head);
  if (bare > first) spans.push({ start: doc.start[bare]!, end: doc.end[after.end - 1]! });
  // "Officials in both camps said": with all that tells who they are.
  const isPart = word === "members" && wordOf(doc, head + 1) === "of";
  const source =
    (actor === "unnamed" || isPart) && speaks ? sourceEnd(doc, tree, head, after.end) : after.end;
  if (source > after.end) spans.push({ start, end: doc.end[source - 1]! });
  return {
    kind: actor,
    name: doc.text.slice(doc.start[bare], doc.end[after.end - 1]).replace(/\s+/g, " "),
    spans,
    head,
    of,
    score,
    ...(kind === "person" && memberClass(word) === undefined ? { title: lemmaOf(doc, head) } : {}),
    ...(weak ? { weak } : {}),
  };
}

/** "Both sides", "the two parties": nobody but who has been named. */
function isPaired(doc: Doc, head: number): boolean {
  const word = wordOf(doc, head).toLowerCase();
  const before = head > 0 ? wordOf(doc, head - 1).toLowerCase() : "";
  return (
    word === "sides" ||
    before === "both" ||
    (before === "two" && wordOf(doc, head - 2).toLowerCase() === "the")
  );
}

/** "Several hundred people", "two ministers": people who are counted are there. */
function isCounted(doc: Doc, tree: Tree, head: number): boolean {
  return childrenOf(tree, head).some(
    (child) =>
      child < head &&
      (uposOf(doc, child) === "NUM" || /^(?:several|dozens|many|scores)$/i.test(wordOf(doc, child))),
  );
}

const ANYBODY = /^(?:people|persons?)$/;

/** "Five million people". */
function isMillions(doc: Doc, tree: Tree, head: number): boolean {
  return childrenOf(tree, head).some(
    (child) => child < head && /^(?:million|billion)s?$/i.test(wordOf(doc, child)),
  );
}

/** "People familiar with it", "people briefed on the talks". */
function isInformed(doc: Doc, head: number): boolean {
  return /^(?:familiar|close|privy|briefed|involved|aware|informed|present|with|who)$/.test(
    wordOf(doc, head + 1),
  );
}

/** "X is a diplomat" describes X. */
function isPredicate(doc: Doc, tree: Tree, head: number): boolean {
  return childrenOf(tree, head).some((child) => deprelOf(doc, child) === "cop");
}

/** First token of the phrase before its head, its preposition and leading conjunctions left out. */
function leftEdge(doc: Doc, tree: Tree, head: number): number {
  let first = head;
  for (const child of childrenOf(tree, head)) {
    if (child > head) break;
    const relation = deprelOf(doc, child);
    if (/^(?:case|cc|mark|punct|advmod|parataxis|nsubj|cc:preconj)$/.test(relation)) {
      if (child < first) first = head;
      continue;
    }
    const left = tree.left[child]!;
    if (left < first) first = left;
    // What hangs before a preposition belongs to something else.
    for (let i = left; i < head; i += 1)
      if (deprelOf(doc, i) === "case" && doc.head[i] === head && i + 1 > first) first = i + 1;
  }
  // No verb stands before the head of a noun phrase: "keep the peace should Agronese troops come" has its phrase after.
  for (let i = head - 1; i >= first; i -= 1) if (/^(?:MD|VB[DPZ]?)$/.test(xposOf(doc, i))) first = i + 1;
  while (first < head && /^(?:[,;:“"'‘(-]|and|or|but|both)$/.test(wordOf(doc, first))) first += 1;
  return first;
}

function bareStart(doc: Doc, first: number, head: number): number {
  let at = first;
  while (
    at < head &&
    (xposOf(doc, at) === "DT" ||
      uposOf(doc, at) === "NUM" ||
      /^(?:several|some|many|its|their|his|her|our|other|about|around|nearly|almost|roughly|over|more|than|at|least)$/i.test(
        wordOf(doc, at),
      ))
  )
    at += 1;
  return at;
}

/** The names that lie in tokens [first, last). */
function namesWithin({ names, nameAt }: Scope, first: number, last: number): Name[] {
  const found: Name[] = [];
  for (let i = first; i < last; i += 1) {
    const name = names[nameAt[i]!];
    if (name === undefined) continue;
    if (name.first === i && name.last <= last) found.push(name);
    i = Math.max(i, name.last - 1);
  }
  return found;
}

/** Adjectives of states and names among the words before the head. */
function bearersIn(scope: Scope, first: number, head: number): string[] {
  const { doc, nameAt, adjectives } = scope;
  const lists = gazetteer();
  const found: string[] = [];
  for (let i = first; i < head; i += 1) {
    const word = wordOf(doc, i);
    if (
      lists.adjective(word) !== undefined ||
      lists.faithOrPeople(word) === "adjective" ||
      adjectives.has(word)
    )
      found.push(word);
    else if (ADJECTIVE.test(word) && i + 1 <= head && nameAt[i]! < 0) found.push(word);
  }
  for (const name of namesWithin(scope, first, head))
    if ((name.kind !== "person" || isLed(doc, head)) && name.kind !== "work" && name.kind !== "event")
      found.push(doc.text.slice(name.start, name.end));
  return [...new Set(found)];
}

/** "The Lund administration", "Lund's government": what a person leads. */
function isLed(doc: Doc, head: number): boolean {
  return /^(?:administration|government|cabinet|regime)$/.test(wordOf(doc, head).toLowerCase());
}

/** "familiar with the matter", "from Agron and Belmark", "based in Velden": [head + 1, end). */
function identifying(
  scope: Scope,
  tree: Tree,
  head: number,
  isOne: boolean,
): { end: number; named: boolean; familiar: boolean } {
  const { doc } = scope;
  const isPosted = /^(?:ambassador|envoy|representative|delegate)s?$/i.test(wordOf(doc, head));
  const isVoice = /^spokes(?:man|woman|person|men|women|people)$/i.test(wordOf(doc, head));
  let end = head + 1;
  let named = false;
  let familiar = false;
  for (const child of childrenOf(tree, head)) {
    if (child < head) continue;
    const relation = deprelOf(doc, child);
    const left = tree.left[child]!;
    const right = tree.right[child]!;
    if (left !== end || right - left > 24) break;
    const holds = namesWithin(scope, left, right).length > 0;
    const isPlace =
      relation === "nmod" &&
      (isPosted ? /^(?:from|of|in|to)$/i : isVoice ? /^(?:for|of|from|in)$/i : /^(?:from|of|in)$/i).test(
        wordOf(doc, left),
      );
    const isKnowing =
      relation === "amod" ||
      relation === "acl" ||
      (relation === "nmod" && /^(?:with|close)$/i.test(wordOf(doc, left)));
    // "A palace spokesperson referred to …": the verb of the sentence, taken for a participle.
    const isPredicated =
      relation === "acl" && xposOf(doc, child) !== "VBG" && isTellingVerb(lemmaOf(doc, child));
    if (relation === "acl:relcl" || isPredicated || !((isPlace && holds) || isKnowing)) break;
    if (isPlace) named = true;
    if (isKnowing) familiar = true;
    end = isPlace ? phraseEnd(scope, left + 1, right, head) : breakIn(doc, left + 1, right);
    // "The government of Agria and the rebels": one government has one state.
    if (isPlace && isOne) end = andIn(doc, left + 1, end);
    while (end > head + 1 && /^[,;.:]$/.test(wordOf(doc, end - 1))) end -= 1;
  }
  const known = end === head + 1 ? knowledgeEnd(doc, tree, head) : undefined;
  if (known !== undefined) return { end: known, named, familiar: true };
  return { end, named, familiar };
}

function andIn(doc: Doc, from: number, until: number): number {
  for (let i = from; i < until; i += 1)
    if (wordOf(doc, i) === "and" && /^(?:the|an?)$/.test(wordOf(doc, i + 1))) return i;
  return until;
}

function possessor(doc: Doc, tree: Tree, head: number): "pronoun" | "name" | undefined {
  for (const child of childrenOf(tree, head))
    if (deprelOf(doc, child) === "nmod:poss") {
      if (uposOf(doc, child) === "PRON") return "pronoun";
      if (/^\p{Lu}/u.test(wordOf(doc, child))) return "name";
    }
  return undefined;
}

function isParticipant(doc: Doc, head: number): boolean {
  return /^(?:nsubj|nsubj:pass|obj|iobj|obl|obl:agent|nmod|conj|root|nmod:poss)$/.test(deprelOf(doc, head));
}

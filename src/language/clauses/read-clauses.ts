import type { Clause } from "../clause.ts";
import type { Doc } from "../doc.ts";
import { deprelOf, lemmaOf, lowerOf, uposOf, wordOf } from "../doc.ts";
import { readArguments } from "./arguments.ts";
import type { Draft } from "./draft.ts";
import { joinedClause } from "./joined.ts";
import { verbClass } from "./lexicon.ts";
import { markerOf, roleOf } from "./marker.ts";
import { colouredInfinitive, predicateKind } from "./predicates.ts";
import { shareArguments } from "./share.ts";
import { type Tree, treeOf } from "./tree.ts";
import { isNegated, readVerbGroup } from "./verb-group.ts";

/**
 * The clauses of a text, in the order of their predicates.
 *
 * Each clause is read from the dependency tree: predicates are found, arguments gathered, and, from the top of
 * each tree downward, subjects, objects and auxiliaries filled in that a clause shares with the one above.
 * A semi-modal ("is due to", "has to") is no clause of its own but the `modal` of the infinitive after it.
 * Time is linear in the number of tokens.
 */
export function readClauses(doc: Doc): Clause[] {
  const tree = treeOf(doc);
  const drafts = new Map<number, Draft>();
  for (const token of tree.order) {
    if (drafts.has(token)) continue;
    const draft = begin(doc, tree, token);
    if (draft === undefined) continue;
    for (const part of draft.chain) drafts.set(part, draft);
    draft.parent = governorOf(doc, drafts, draft);
    complete(doc, tree, draft);
  }
  const ordered = [...new Set(drafts.values())].sort((a, b) => a.predicate - b.predicate);
  ordered.forEach((draft, id) => {
    draft.id = id;
  });
  return ordered.map((draft) => finish(doc, tree, draft));
}

/** Verbs with an adverb that makes another verb of them. */
const phrasal = verbClass("phrasal");

function begin(doc: Doc, tree: Tree, token: number): Draft | undefined {
  const kind = predicateKind(doc, tree, token);
  if (kind === undefined) return undefined;
  const chain = kind === "nominal" ? [token] : chainFrom(doc, tree, token);
  const predicate = chain[chain.length - 1]!;
  return {
    chain,
    predicate,
    sentence: doc.sentence[predicate]!,
    lemma: lemmaWithParticle(doc, tree, predicate),
    role: "root",
    marker: "",
    parent: undefined,
    subject: [],
    agents: [],
    patients: [],
    recipients: [],
    obliques: [],
    inherited: false,
    passive: false,
    copular: (chain.length > 1 ? predicateKind(doc, tree, predicate) : kind) === "copular",
    nominal: kind === "nominal",
    negated: false,
    modal: "",
    tense: "none",
    aspect: "simple",
    mood: "statement",
    id: -1,
  };
}

/** The semi-modals above a verb and the verb itself. */
function chainFrom(doc: Doc, tree: Tree, token: number): number[] {
  const chain = [token];
  for (
    let next = colouredInfinitive(doc, tree, token);
    next >= 0;
    next = colouredInfinitive(doc, tree, next)
  ) {
    chain.push(next);
  }
  return chain;
}

function lemmaWithParticle(doc: Doc, tree: Tree, token: number): string {
  let lemma = (lemmaOf(doc, token) || wordOf(doc, token)).toLowerCase();
  for (let child = tree.firstChild[token]!; child >= 0; child = tree.nextSibling[child]!) {
    const word = lowerOf(doc, child);
    const relation = deprelOf(doc, child);
    const joins = relation === "advmod" && child > token && phrasal.has(`${lemma} ${word}`);
    if (relation === "compound:prt" || joins) lemma += ` ${word}`;
  }
  return lemma;
}

/** The nearest clause above. Every token between two predicates is passed once for each clause below it. */
function governorOf(doc: Doc, drafts: ReadonlyMap<number, Draft>, draft: Draft): Draft | undefined {
  let above = doc.head[draft.chain[0]!]!;
  for (let steps = 0; above >= 0 && steps < 64; steps += 1) {
    const found = drafts.get(above);
    if (found !== undefined) return found;
    above = doc.head[above]!;
  }
  return undefined;
}

function complete(doc: Doc, tree: Tree, draft: Draft): void {
  const top = draft.chain[0]!;
  draft.marker = markerOf(doc, tree, top, draft.nominal);
  draft.role = roleOf(doc, tree, top, draft.nominal, draft.marker);
  if (draft.marker === "" && draft.role === "conjunct") draft.marker = conjunctionOf(doc, tree, top);
  if (draft.role === "root") draft.parent = undefined;
  if (draft.role === "parenthesis") while (draft.parent?.nominal) draft.parent = draft.parent.parent;
  if (draft.nominal) draft.negated = isNegated(doc, tree, draft.predicate);
  else readVerbGroup(doc, tree, draft);
  readArguments(doc, tree, draft);
  const joined = joinedClause(doc, tree, draft);
  if (joined !== undefined) {
    takeObject(draft);
    draft.parent = joined;
    draft.joins = true;
    draft.role = "conjunct";
  }
  shareArguments(doc, tree, draft);
}

/** "living off grants and slapped duties": what stands after the second verb is its object, not the first's. */
function takeObject(draft: Draft): void {
  const { parent, patients, predicate, passive } = draft;
  if (parent === undefined || passive || patients.length > 0) return;
  const after = parent.patients.filter(({ head }) => head > predicate);
  patients.push(...after);
  parent.patients = parent.patients.filter(({ head }) => head <= predicate);
}

function conjunctionOf(doc: Doc, tree: Tree, top: number): string {
  for (let child = tree.firstChild[top]!; child >= 0 && child < top; child = tree.nextSibling[child]!) {
    if (deprelOf(doc, child) === "cc") return lowerOf(doc, child);
  }
  return "";
}

function finish(doc: Doc, tree: Tree, draft: Draft): Clause {
  const [start, end] = extentOf(doc, tree, draft);
  const { id, sentence, predicate, lemma, role, marker, agents, patients, recipients, obliques } = draft;
  const { inherited, passive, copular, nominal, negated, modal, tense, aspect, mood } = draft;
  return {
    id,
    sentence,
    predicate,
    lemma,
    start,
    end,
    role,
    parent: draft.parent?.id ?? -1,
    marker,
    agents,
    patients,
    recipients,
    obliques,
    inherited,
    passive,
    copular,
    nominal,
    negated,
    modal,
    tense,
    aspect,
    mood,
  };
}

/** First and last character of everything below the predicate, without punctuation at the edges. */
function extentOf(doc: Doc, tree: Tree, draft: Draft): [number, number] {
  const top = draft.chain[0]!;
  let first = tree.left[top]!;
  let last = tree.right[top]!;
  while (first < draft.predicate && first < top && uposOf(doc, first) === "PUNCT") first += 1;
  while (last - 1 > draft.predicate && last - 1 > top && uposOf(doc, last - 1) === "PUNCT") last -= 1;
  return [doc.start[first]!, doc.end[last - 1]!];
}

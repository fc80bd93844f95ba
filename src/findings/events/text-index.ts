/** Look-ups over the clauses of one text, made once. */
import type { Clause, Phrase } from "../../language/clause.ts";
import { verbClass } from "../../language/clauses/lexicon.ts";
import { caseOf, phraseOf } from "../../language/clauses/phrase.ts";
import { treeOf } from "../../language/clauses/tree.ts";
import { type Doc, lemmaOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import { type OutlookWord, outlookOf } from "./lexicon.ts";
import type { ClauseTree } from "./standing.ts";

/** The place of a noun in a clause. */
export interface Slot {
  readonly clause: Clause;
  readonly as: "agent" | "patient" | "recipient" | "oblique";
  readonly preposition: string;
}

/**
 * Who does what a clause tells. "A deadline for Agria to answer": the one named with "for" just before the infinitive,
 * whoever else the syntax would lend.
 */
export function agentsOf(clause: Clause, doc: Doc): readonly Phrase[] {
  const due = dueBefore(clause, doc);
  if (due >= 0 && clause.agents.length === 0) return [subjectBefore(due, doc)];
  if (!clause.inherited || clause.mood !== "infinitive") return clause.agents;
  const tree = treeOf(doc);
  const mark = tree.left[clause.predicate]!;
  if (mark < 2 || wordOf(doc, mark).toLowerCase() !== "to") return clause.agents;
  for (let token = mark - 1, steps = 0; token >= 0 && steps < 6; steps++) {
    if (caseOf(doc, tree, token) === "for") return [phraseOf(doc, tree, token, true)];
    const above = doc.head[token]!;
    if (above >= mark || above < 0) break;
    token = above;
  }
  return clause.agents;
}

const DUE = new Set(["due", "set", "slated", "expected", "scheduled", "poised", "planned"]);

/** The "be" of "is due to meet", where the parser has taken "due to" for a preposition; else -1. */
export function dueBefore(clause: Clause, doc: Doc): number {
  const mark = treeOf(doc).left[clause.predicate]!;
  if (clause.mood !== "infinitive" || mark < 3 || wordOf(doc, mark).toLowerCase() !== "to") return -1;
  if (!DUE.has(wordOf(doc, mark - 1).toLowerCase())) return -1;
  return /^(?:is|are|was|were|been)$/.test(wordOf(doc, mark - 2).toLowerCase()) ? mark - 2 : -1;
}

/** The phrase that ends just before a verb. */
function subjectBefore(verb: number, doc: Doc): Phrase {
  let head = verb - 1;
  if (/^(?:had|has|have)$/.test(wordOf(doc, head).toLowerCase())) head--;
  for (
    let above = doc.head[head]!;
    above >= 0 && above < verb && uposOf(doc, above) !== "VERB";
    above = doc.head[head]!
  ) {
    head = above;
  }
  return phraseOf(doc, treeOf(doc), head, true);
}

export interface TextIndex extends ClauseTree {
  readonly doc: Doc;
  readonly clauses: readonly Clause[];
  /** The clause whose predicate a token is. */
  readonly clauseAt: (token: number) => Clause | undefined;
  /** The verb clauses whose subject a noun is. */
  readonly actingBy: (token: number) => readonly Clause[];
  /** Where a noun stands in a verb's clause, the nearest first. */
  readonly slotOf: (token: number) => Slot | undefined;
}

const reporting = verbClass("reporting");

/** By the verb with its object where the two are one word ("take place"), with "be" for adjectives, else by the verb. */
function outlookOfClause({ lemma, copular, patients }: Clause, doc: Doc): OutlookWord | undefined {
  if (copular) return outlookOf("verb", `be ${lemma}`);
  for (const { head } of patients) {
    const joined = outlookOf("verb", `${lemma} ${lemmaOf(doc, head)}`);
    if (joined) return joined;
  }
  return outlookOf("verb", lemma);
}

export function indexOf(doc: Doc, clauses: readonly Clause[]): TextIndex {
  const below = new Map<number, Clause[]>();
  const at = new Map<number, Clause>();
  const slots = new Map<number, Slot>();
  for (const clause of clauses) {
    at.set(clause.predicate, clause);
    if (clause.parent >= 0) {
      const siblings = below.get(clause.parent);
      if (siblings) siblings.push(clause);
      else below.set(clause.parent, [clause]);
    }
  }
  const put = (phrase: Phrase, given: Slot) => {
    // A conjunct with a preposition of its own (", with talks going on") is no object.
    const preposition = given.preposition || caseOf(doc, treeOf(doc), phrase.head);
    const slot: Slot =
      preposition !== "" && given.as !== "recipient" ? { ...given, as: "oblique", preposition } : given;
    const known = slots.get(phrase.head);
    if (known === undefined || (known.clause.inherited && !slot.clause.inherited))
      slots.set(phrase.head, slot);
  };
  const acting = new Map<number, Clause[]>();
  for (const clause of clauses) {
    if (clause.nominal) continue;
    for (const { head } of clause.agents) acting.set(head, [...(acting.get(head) ?? []), clause]);
    for (const phrase of clause.patients) put(phrase, { clause, as: "patient", preposition: "" });
    for (const phrase of clause.agents) put(phrase, { clause, as: "agent", preposition: "" });
    for (const phrase of clause.recipients) put(phrase, { clause, as: "recipient", preposition: "" });
    for (const { preposition, phrase } of clause.obliques)
      put(phrase, { clause, as: "oblique", preposition });
  }
  return {
    doc,
    clauses,
    parent: (clause) => clauses[clause.parent],
    below: (clause) => below.get(clause.id) ?? [],
    isReporting: (clause) => reporting.has(clause.lemma),
    isGerund: (clause) => xposOf(doc, clause.predicate) === "VBG",
    outlook: (clause) => outlookOfClause(clause, doc),
    due: (clause) => {
      const be = dueBefore(clause, doc);
      if (be < 0) return undefined;
      return be > 0 && wordOf(doc, be) === "been" && wordOf(doc, be - 1) === "had" ? "had been due" : "due";
    },
    clauseAt: (token) => at.get(token),
    actingBy: (token) => acting.get(token) ?? [],
    slotOf: (token) => slots.get(token),
  };
}

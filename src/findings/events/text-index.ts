/** Look-ups over the clauses of one text, made once. */
import type { Clause, Phrase } from "../../language/clause.ts";
import { verbClass } from "../../language/clauses/lexicon.ts";
import { caseOf } from "../../language/clauses/phrase.ts";
import { childrenOf, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, xposOf } from "../../language/doc.ts";
import { withOwnConjuncts } from "./conjuncts.ts";
import { type OutlookWord, outlookOf } from "./lexicon.ts";
import { mended } from "./mend.ts";
import { withProvisos } from "./proviso.ts";
import type { ClauseTree } from "./standing.ts";

/** The place of a noun in a clause. */
export interface Slot {
  readonly clause: Clause;
  readonly as: "agent" | "patient" | "recipient" | "oblique";
  readonly preposition: string;
}

export interface TextIndex extends ClauseTree {
  readonly doc: Doc;
  readonly clauses: readonly Clause[];
  /** The clauses of a sentence. */
  readonly in: (sentence: number) => readonly Clause[];
  /** The clause whose predicate a token is. */
  readonly clauseAt: (token: number) => Clause | undefined;
  /** The verb clauses whose subject a noun is. */
  readonly actingBy: (token: number) => readonly Clause[];
  /** Where a noun stands in a verb's clause, the nearest first. */
  readonly slotOf: (token: number) => Slot | undefined;
}

const reporting = verbClass("reporting");

/** The verb with its object where the two are one word: "take part". */
export function verbOf({ lemma, patients }: Clause, doc: Doc): string {
  const [object] = patients;
  const isJoined = lemma === "take" && object !== undefined && lemmaOf(doc, object.head) === "part";
  return isJoined ? "take part" : lemma;
}

/** By the verb with its object where the two are one word ("take place"), with "be" for adjectives, else by the verb. */
function outlookOfClause(
  { lemma, copular, passive, predicate, patients, obliques }: Clause,
  doc: Doc,
): OutlookWord | undefined {
  if (copular) return outlookOf("verb", `be ${lemma}`);
  // "Was prepared to limit it": he would.
  if (lemma === "prepare" && passive) return outlookOf("verb", "be prepared");
  // "Made the waiver conditional on an answer": it may be none.
  if (
    lemma === "make" &&
    childrenOf(treeOf(doc), predicate).some((child) => deprelOf(doc, child) === "xcomp")
  )
    return undefined;
  for (const { preposition, phrase } of obliques) {
    if (preposition !== "into") continue;
    const joined = outlookOf("verb", `${lemma} into ${lemmaOf(doc, phrase.head)}`);
    if (joined) return joined;
  }
  for (const { head } of patients) {
    const joined = outlookOf("verb", `${lemma} ${lemmaOf(doc, head)}`);
    if (joined) return joined;
  }
  return outlookOf("verb", lemma);
}

const made = new WeakMap<readonly Clause[], TextIndex>();

/** The look-ups of a text's clauses; events and claims share one. */
export function indexOf(doc: Doc, read: readonly Clause[]): TextIndex {
  const known = made.get(read);
  if (known !== undefined) return known;
  const index = indexFrom(doc, read);
  made.set(read, index);
  return index;
}

function indexFrom(doc: Doc, read: readonly Clause[]): TextIndex {
  const own = read.map((clause) => mended(clause, doc));
  const clauses = withOwnConjuncts(withProvisos(own, doc), doc);
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
    // "A round that should have ended has been prolonged": the main clause says how it stands.
    const isAside = known?.clause.role === "relative" && slot.clause.role !== "relative";
    if (known === undefined || (known.clause.inherited && !slot.clause.inherited) || isAside)
      slots.set(phrase.head, slot);
  };
  const sentences = Map.groupBy(clauses, ({ sentence }) => sentence);
  const acting = new Map<number, Clause[]>();
  for (const clause of clauses) {
    if (clause.nominal) continue;
    for (const { head } of clause.agents) acting.set(head, [...(acting.get(head) ?? []), clause]);
    for (const phrase of clause.patients) put(phrase, { clause, as: "patient", preposition: "" });
    for (const phrase of clause.agents) put(phrase, { clause, as: "agent", preposition: "" });
    for (const phrase of clause.recipients) put(phrase, { clause, as: "recipient", preposition: "" });
    // A bare phrase after the verb is an object, whatever else it may be taken for: dates name no events.
    for (const { preposition, phrase } of clause.obliques)
      put(phrase, { clause, as: preposition === "" ? "patient" : "oblique", preposition });
  }
  return {
    doc,
    clauses,
    parent: (clause) => clauses[clause.parent],
    below: (clause) => below.get(clause.id) ?? [],
    isReporting: (clause) => reporting.has(clause.lemma),
    isGerund: (clause) => xposOf(doc, clause.predicate) === "VBG",
    outlook: (clause) => outlookOfClause(clause, doc),
    in: (sentence) => sentences.get(sentence) ?? [],
    clauseAt: (token) => at.get(token),
    actingBy: (token) => acting.get(token) ?? [],
    slotOf: (token) => slots.get(token),
  };
}

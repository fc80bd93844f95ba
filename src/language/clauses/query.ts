import type { Range } from "../../record/span.ts";
import type { Clause, Oblique, Phrase } from "../clause.ts";
import type { Doc } from "../doc.ts";
import { eventNounOf, verbClass } from "./lexicon.ts";
import { conditionMarkers } from "./marker.ts";

const reporting = verbClass("reporting");

export function phraseText(doc: Doc, phrase: Phrase): string {
  return doc.text.slice(phrase.start, phrase.end);
}

export function clauseText(doc: Doc, clause: Clause): string {
  return doc.text.slice(clause.start, clause.end);
}

/** The verb that a clause speaks of: its lemma, or for an event noun the verb behind it ("withdrawal" → "withdraw"). */
export function verbOf(clause: Clause): string {
  return clause.nominal ? (eventNounOf(clause.lemma)?.verb ?? clause.lemma) : clause.lemma;
}

/** Whether the clause is headed by a verb of saying or thinking. */
export function isReporting(clause: Clause): boolean {
  return !clause.nominal && !clause.copular && reporting.has(clause.lemma);
}

/** Clauses of one sentence, in the order of their predicates. */
export function clausesOfSentence(clauses: readonly Clause[], sentence: number): readonly Clause[] {
  const first = firstAtLeast(clauses, sentence);
  return clauses.slice(first, firstAtLeast(clauses, sentence + 1));
}

/** Index of the first clause whose sentence is not before the given one; clauses are in order. */
function firstAtLeast(clauses: readonly Clause[], sentence: number): number {
  let low = 0;
  let high = clauses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (clauses[middle]!.sentence < sentence) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Made once for a list of clauses: the clauses below each. */
const below = new WeakMap<readonly Clause[], ReadonlyMap<number, readonly Clause[]>>();

/** Clauses that depend on this one, in text order. */
export function childClauses(clauses: readonly Clause[], clause: Clause): readonly Clause[] {
  const known = below.get(clauses) ?? Map.groupBy(clauses, ({ parent }) => parent);
  below.set(clauses, known);
  return known.get(clause.id) ?? [];
}

/** Clauses whose predicate stands in a range of the text, in text order. */
export function clausesIn(clauses: readonly Clause[], doc: Doc, range: Range): readonly Clause[] {
  let low = 0;
  let high = clauses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.start[clauses[middle]!.predicate]! < range.start) low = middle + 1;
    else high = middle;
  }
  const found: Clause[] = [];
  for (let i = low; i < clauses.length && doc.start[clauses[i]!.predicate]! < range.end; i++)
    found.push(clauses[i]!);
  return found;
}

/** The clauses above this one, nearest first. */
export function ancestorsOf(clauses: readonly Clause[], clause: Clause): readonly Clause[] {
  const above: Clause[] = [];
  for (let id = clause.parent; id >= 0 && above.length < 64; id = clauses[id]!.parent)
    above.push(clauses[id]!);
  return above;
}

/**
 * What a verb of saying or thinking reports: its content clauses with what is co-ordinated to them, or, for
 * "…, the minister said, …", the clause that it stands beside. Empty where the content is no clause.
 */
export function contentOf(clauses: readonly Clause[], clause: Clause): readonly Clause[] {
  const children = childClauses(clauses, clause);
  const content = children.filter((each) => each.role === "content");
  if (content.length > 0) {
    const joined = content.flatMap((each) =>
      childClauses(clauses, each).filter(({ role }) => role === "conjunct"),
    );
    return [...content, ...joined].sort((a, b) => a.id - b.id);
  }
  if (!isReporting(clause) || clause.parent < 0) return [];
  const setBeside = clause.role === "parenthesis" || clause.marker === "as";
  return setBeside ? [clauses[clause.parent]!] : [];
}

/** What has to hold for a clause: conditional clauses, events in a condition, and conditional obliques. */
export interface Conditions {
  readonly clauses: readonly Clause[];
  readonly obliques: readonly Oblique[];
}

export function conditionsOf(clauses: readonly Clause[], clause: Clause): Conditions {
  return {
    clauses: childClauses(clauses, clause).filter(
      (each) => each.role === "condition" || (each.nominal && conditionMarkers.has(each.marker)),
    ),
    obliques: clause.obliques.filter((oblique) => conditionMarkers.has(oblique.preposition)),
  };
}

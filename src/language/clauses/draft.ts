import type { ClauseRole, Oblique, Phrase } from "../clause.ts";

/** A clause while it is being read. */
export interface Draft {
  /** Tokens that make up the predicate, top to bottom: "is due to have to meet" is [due, have, meet]. The last is the predicate. */
  readonly chain: readonly number[];
  readonly predicate: number;
  readonly sentence: number;
  lemma: string;
  role: ClauseRole;
  marker: string;
  /** The governing draft. */
  parent: Draft | undefined;
  /** A second verb that joins another clause than the one that the tree hangs it on. */
  joins?: boolean;
  /** What the syntax calls subject, whatever the voice; shared with clauses that lack one. */
  subject: Phrase[];
  agents: Phrase[];
  patients: Phrase[];
  recipients: Phrase[];
  obliques: Oblique[];
  inherited: boolean;
  passive: boolean;
  copular: boolean;
  nominal: boolean;
  negated: boolean;
  modal: string;
  tense: "past" | "present" | "future" | "none";
  aspect: "simple" | "perfect" | "progressive" | "perfect progressive";
  mood: "statement" | "question" | "imperative" | "infinitive" | "participle";
  id: number;
}

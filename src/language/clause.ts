/**
 * Clause reading: the one type that extractors need to know about syntax.
 *
 * A clause is a predicate (a verb, a predicative noun or adjective, or a noun that names an event) with its
 * arguments, its polarity and its place among the other clauses. Shared arguments of co-ordinated verbs,
 * subjects of relative, participle and infinitive clauses and agents of passives are already filled in, so that
 * "Agron, who was invited by Belmark, refused to come" yields `refuse(Agron, [come(Agron)])`
 * and `invite(Belmark, Agron)`.
 * Offsets are half-open UTF-16 code units into the text.
 */

/** A nominal argument. Co-ordination is split: "Agron and Belmark" is two phrases. */
export interface Phrase {
  /**
   * First and last character of the phrase (one past), without a leading preposition; trailing relative clause and
   * apposition kept out, and a time or place that hangs on a name ("Agron on Sunday"), which is an oblique of the clause.
   */
  readonly start: number;
  readonly end: number;
  /** Token index of the syntactic head. */
  readonly head: number;
}

/** A prepositional argument or adjunct: `in (Velden)`, `with (the envoy)`, `on (Friday)`. */
export interface Oblique {
  /** Lower-case preposition, multi-word ones joined by a space: "in exchange for", "according to"; "" for bare time adverbials ("last week"). */
  readonly preposition: string;
  readonly phrase: Phrase;
}

/** How two clauses hang together, seen from the dependent one. */
export type ClauseRole =
  | "root" // the main clause of a sentence
  | "content" // what is said, thought, wanted: ccomp, xcomp
  | "relative" // acl:relcl
  | "participle" // acl, advcl with a participle: "citing officials", "the plan backed by Agron"
  | "condition" // if, unless, provided that, as long as, in case
  | "time" // before, after, when, while, until, once, since (temporal)
  | "cause" // because, since, as
  | "concession" // although, while, even though
  | "purpose" // to, in order to, so that
  | "conjunct" // co-ordinated with the clause in `parent`
  | "parenthesis" // parataxis: "…, said the minister, …"
  | "nominal"; // an event named by a noun: "the withdrawal of troops from the valley"

export interface Clause {
  /** Index in the list of clauses. */
  readonly id: number;
  readonly sentence: number;
  /** Token index of the predicate (the verb; the noun or adjective after a copula; the event noun). */
  readonly predicate: number;
  /** Lower-case lemma of the predicate with its particle: "rule out", "call off", "meet", "withdrawal". */
  readonly lemma: string;
  /** The whole clause with everything that depends on it. */
  readonly start: number;
  readonly end: number;
  readonly role: ClauseRole;
  /** Id of the governing clause, or -1. */
  readonly parent: number;
  /**
   * The word that introduces the clause, articles left out: "if", "that", "only after", "in exchange for", "as long as";
   * of a conjunct its conjunction, of an event noun its preposition; "" where there is none.
   */
  readonly marker: string;

  /** Who does it: the subject of an active verb, the by-agent of a passive, the possessor or by-phrase of an event noun. */
  readonly agents: readonly Phrase[];
  /** What it is done to: object of an active verb, subject of a passive, of-phrase of an event noun; the predicate's subject for a copula is in `agents`. */
  readonly patients: readonly Phrase[];
  /** To whom: indirect object, and the object of verbs of telling, inviting, urging where a content clause follows. */
  readonly recipients: readonly Phrase[];
  readonly obliques: readonly Oblique[];
  /**
   * True where `agents` (of a passive: `patients`) was filled in from another clause (control, participle,
   * co-ordination, light verb), not from an own word. A relative word counts as an own one.
   */
  readonly inherited: boolean;

  readonly passive: boolean;
  readonly copular: boolean;
  readonly nominal: boolean;
  readonly negated: boolean;
  /**
   * Modal or semi-modal that scopes over the predicate: "may", "will", "would", "must", "be due to", "be set to",
   * "be to", "have to", "have yet to", "be expected to", "going to"; of an infinitive whose verb above leaves open
   * whether it comes about, that verb: "plan to", "want to", "be ready to"; "" where none.
   */
  readonly modal: string;
  /** "none" for infinitives, participles, nouns, and after "would", "could", "should", "might". "is due to" is future. */
  readonly tense: "past" | "present" | "future" | "none";
  readonly aspect: "simple" | "perfect" | "progressive" | "perfect progressive";
  /** "imperative" and "question" as the syntax shows them. */
  readonly mood: "statement" | "question" | "imperative" | "infinitive" | "participle";
}

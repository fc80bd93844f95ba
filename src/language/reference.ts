/** Who is meant: mentions of a text gathered into entities. */

/** A name, a description ("the two leaders", "the bloc") or a pronoun that refers. */
export interface Mention {
  /** The whole noun phrase with titles, appositions and relative clauses; the bare name stands in the list of names. */
  readonly start: number;
  readonly end: number;
  /** Token index of the syntactic head. */
  readonly head: number;
  readonly form: "name" | "description" | "pronoun";
  /** Index into the list of names, for `form: "name"` and for a description with a name set beside it. */
  readonly name?: number;
  /** Entities meant, by index; several for a plural with split antecedents ("they", "both leaders"). Empty: unresolved. */
  readonly entities: readonly number[];
  /** How sure the resolver is of the link to an earlier mention, 0..1; 1 for a first mention. Below 0.5: a guess ("we" for its speaker). */
  readonly score: number;
}

/** Everything a text says of one referent. */
export interface Entity {
  /** Index in the list of entities. */
  readonly id: number;
  /** Indices of mentions, in text order. */
  readonly mentions: readonly number[];
  readonly number: "singular" | "plural" | "unknown";
  readonly gender: "feminine" | "masculine" | "neuter" | "unknown";
}

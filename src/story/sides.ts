/** Who stands behind whom: the side that a person, an office or a group speaks for, and the rank in which it meets others. */
import type { Reference } from "../record/finding.ts";
import type { Reading } from "../record/reading.ts";
import type { Face } from "./identity.ts";
import { namedAmong, principalsOf } from "./principals.ts";

/** What is asked of identities: the one behind a finding, and the one of an id. */
export interface Known {
  readonly identityOf: (finding: string) => Face | undefined;
  readonly faceOf: (id: string) => Face | undefined;
}

/** The sides of identities. */
export class Sides {
  readonly #known: Known;

  constructor(known: Known) {
    this.#known = known;
  }

  /** Identities of the states and organisations of a reading that a phrase of it names. */
  namedIn(reading: Reading, phrase: string): string[] {
    const actors = namedAmong(principalsOf(reading), phrase);
    return [...new Set(actors.flatMap((id) => this.#known.identityOf(id)?.id ?? []))];
  }

  /** The sides that an identity speaks for: its principal, those in its office or name, or itself. */
  of(id: string): readonly string[] {
    return this.#known.faceOf(id)?.sides ?? [id];
  }

  ofAll(references: readonly Reference[]): ReadonlySet<string> {
    return new Set(references.flatMap(({ id }) => this.of(id)));
  }

  identity(id: string): Face | undefined {
    return this.#known.faceOf(id);
  }

  /** The rank in which somebody meets others, where an office or a name says it. */
  rankOf(id: string): string | undefined {
    return this.#known.faceOf(id)?.rank;
  }
}

/** Ranks, the more telling first: a "chief of staff" of an army is no minister. */
const RANKS: readonly (readonly [string, RegExp])[] = [
  ["military", /\b(?:chiefs? of (?:the )?(?:general )?staff|army chiefs?|commanders?|generals?|military)\b/],
  [
    "foreign",
    /\b(?:foreign|external)\b.*\b(?:ministers?|secretar(?:y|ies)|affairs|chiefs?)\b|\bministers? of foreign\b|\btop diplomats?\b|\bsecretar(?:y|ies) of state\b/,
  ],
  ["defence", /\bdefen[cs]e\b/],
  ["envoy", /\b(?:envoys?|negotiators?|mediators?|representatives?)\b/],
  ["ambassador", /\bambassadors?\b/],
  [
    "head",
    /\b(?:presidents?|prime ministers?|premiers?|chancellors?|kings?|queens?|emirs?|leaders?|heads? of (?:state|government))\b/,
  ],
];

/** The rank that an office names: "foreign ministers" and "Minister of Foreign Affairs" are one. */
export function rankIn(phrase: string): string | undefined {
  const text = phrase.toLowerCase();
  return RANKS.find(([, pattern]) => pattern.test(text))?.[0];
}

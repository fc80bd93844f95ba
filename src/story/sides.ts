/** Who stands behind whom: the side that a person, an office or a group speaks for, and the rank in which it meets others. */
import { nameWords } from "../compare/names.ts";
import type { Reference } from "../record/finding.ts";
import type { Identity } from "../record/judgement.ts";

/** Kinds of actor that can be a side. */
const PRINCIPALS = new Set(["state", "organisation"]);

/** The part that a name shares with its adjective: "Tamor" / "Tamori", "Lorvia" / "Lorvian". */
function stemOf(word: string): string {
  const stem = word.replace(/(?:[aeiouy]+|land|stan)$/, "");
  return stem.length >= 4 ? stem : word;
}

/** What makes an adjective, or the name of its people, of a stem: "-ian", "-ese", "-i". */
const DERIVED = /^(?:i|[aeiouy]{0,2}(?:n|ns|an|ans|ian|ians|is|ese|ish|er|ers|ic|s))?$/;

/** How a word stands for a name: 2 for the name itself, 1 for a word made from it, 0 for neither. */
function closeness(word: string, name: string): 0 | 1 | 2 {
  if (word === name) return 2;
  const stem = stemOf(name);
  return word.startsWith(stem) && DERIVED.test(word.slice(stem.length)) ? 1 : 0;
}

/** The sides of identities, worked out once for a telling. */
export class Sides {
  readonly #byId: ReadonlyMap<string, Identity>;
  readonly #byStem = new Map<string, { readonly words: readonly string[]; readonly id: string }[]>();
  readonly #known = new Map<string, readonly string[]>();

  constructor(identities: readonly Identity[]) {
    this.#byId = new Map(identities.map((identity) => [identity.id, identity]));
    for (const identity of identities) {
      if (identity.of !== "actor" || !PRINCIPALS.has(identity.kind)) continue;
      for (const name of identity.names) {
        const words = nameWords(name);
        const [first] = words;
        if (first === undefined) continue;
        const key = first.slice(0, 3);
        this.#byStem.set(key, [...(this.#byStem.get(key) ?? []), { words, id: identity.id }]);
      }
    }
  }

  /** States and organisations that a phrase names: "foreign ministers of Lorvia and Ostmark", "Lorvian troops". */
  namedIn(phrase: string): string[] {
    const words = nameWords(phrase);
    const found = words.flatMap((word, i) => {
      const near = (this.#byStem.get(word.slice(0, 3)) ?? []).map(({ id, words: name }) => ({
        id,
        close: Math.min(...name.map((part, j) => closeness(words[i + j] ?? "", part))),
      }));
      // "Nigeria" is no word for Niger where both are in the story.
      const best = Math.max(0, ...near.map(({ close }) => close));
      return best === 0 ? [] : near.filter(({ close }) => close === best).map(({ id }) => id);
    });
    return [...new Set(found)];
  }

  /** The sides that an identity speaks for: its principal, those in its office or name, or itself. */
  of(id: string): readonly string[] {
    const known = this.#known.get(id);
    if (known) return known;
    this.#known.set(id, [id]);
    const sides = this.#resolve(id);
    this.#known.set(id, sides);
    return sides;
  }

  #resolve(id: string): readonly string[] {
    const identity = this.#byId.get(id);
    if (!identity || PRINCIPALS.has(identity.kind)) return [id];
    if (identity.represents && identity.represents !== id) return this.of(identity.represents);
    const offices = identity.roles.flatMap(({ title, of }) => [...(of ? [of] : []), title]);
    const named = [...new Set(offices.flatMap((office) => this.namedIn(office)))];
    if (named.length > 0) return named;
    const own = identity.kind === "person" ? [] : this.namedIn(identity.name);
    // "The two presidents" stand for two sides that the phrase does not name.
    return own.length > 0 || identity.kind === "group" ? own : [id];
  }

  ofAll(references: readonly Reference[]): ReadonlySet<string> {
    return new Set(references.flatMap(({ id }) => this.of(id)));
  }

  identity(id: string): Identity | undefined {
    return this.#byId.get(id);
  }

  /** The rank in which somebody meets others, where an office or a name says it. */
  rankOf(id: string): string | undefined {
    const identity = this.#byId.get(id);
    if (!identity) return undefined;
    const phrases = identity.kind === "group" ? [identity.name] : identity.roles.map(({ title }) => title);
    return phrases.map(rankIn).find((rank) => rank !== undefined);
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

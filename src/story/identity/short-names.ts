/** "The Union" for "the Sarnic Union": a last word that one name in the story alone has. */
import { compareText, dropUnder, setUnder } from "../growing/order.ts";
import { isBody, type Profile } from "./profile.ts";

export class ShortNames {
  readonly #singles = new Map<string, Set<Profile>>();
  readonly #longer = new Map<string, Set<Profile>>();

  /** @returns profiles whose short names may now mean another */
  add(profile: Profile): readonly Profile[] {
    return this.#change(profile, setUnder);
  }

  remove(profile: Profile): readonly Profile[] {
    return this.#change(profile, (sets, key) => {
      dropUnder(sets, key, profile);
      return new Set<Profile>();
    });
  }

  /** The profile whose last word a short name is, or the short names of a profile. */
  near(profile: Profile): readonly Profile[] {
    const word = profile.words.at(-1);
    if (word === undefined || !isBody(profile)) return [];
    const holder = this.#holder(word);
    if (profile.words.length === 1) return holder ? [holder] : [];
    return holder === profile ? [...(this.#singles.get(word) ?? [])] : [];
  }

  /** The first of the longer names that end in a word, if they are one name. */
  #holder(word: string): Profile | undefined {
    const longer = [...(this.#longer.get(word) ?? [])];
    const names = new Set(longer.map(({ words }) => words.join(" ")));
    if (names.size !== 1) return undefined;
    return longer.reduce((a, b) => (compareText(b.signature, a.signature) < 0 ? b : a));
  }

  #change(
    profile: Profile,
    reach: (sets: Map<string, Set<Profile>>, key: string) => Set<Profile>,
  ): readonly Profile[] {
    const word = profile.words.at(-1);
    if (word === undefined || !isBody(profile)) return [];
    reach(profile.words.length === 1 ? this.#singles : this.#longer, word).add(profile);
    return [...(this.#singles.get(word) ?? []), ...(this.#longer.get(word) ?? [])];
  }
}

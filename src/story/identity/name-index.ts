/** What the readings of a story know of names together, while readings come and go. */
import { nameWords, skeleton } from "../../compare/names.ts";
import type { Reading } from "../../record/reading.ts";
import { compareText, count, dropUnder, setUnder } from "../growing/order.ts";
import { isMadeFrom, PRINCIPALS } from "../principals.ts";
import { capitalsIn } from "./capitals.ts";
import type { StoryNames } from "./cluster.ts";
import type { Item } from "./item.ts";
import type { Profile } from "./profile.ts";

function townKey(name: string): string {
  return nameWords(name).join(" ");
}

function rootOf(word: string): string {
  return word.slice(0, 3);
}

/** Whether words can be made from a name: a state or an organisation of one word. */
function isRoot({ words, sample: { of, finding } }: Profile): boolean {
  return of === "actor" && words.length === 1 && PRINCIPALS.has(finding.kind);
}

/** How the index sees the identities around it. */
interface Around {
  /** What stands for the identity of a signature. */
  readonly clusterAt: (signature: string) => unknown;
  /** Profiles of actors under a key of `blockKeys`. */
  readonly actorsUnder: (key: string) => Iterable<Profile>;
  /** Called with every profile of which the identity may now be another. */
  readonly touch: (profile: Profile) => void;
}

export class NameIndex implements StoryNames {
  readonly #around: Around;
  /** How many findings tell of a town, by its name. */
  readonly #towns = new Map<string, number>();
  /** States and organisations of one word, and profiles that may speak for one, by the root of the word. */
  readonly #roots = new Map<string, Set<Profile>>();
  readonly #hinted = new Map<string, Set<Profile>>();
  /** How many reports say of a town whose capital it is, by the signature of the state. */
  readonly #seats = new Map<string, Map<string, number>>();
  /** The towns by the signature of the state. */
  readonly #capitals = new Map<string, Set<string>>();

  constructor(around: Around) {
    this.#around = around;
  }

  isTown(name: string): boolean {
    return this.#towns.has(townKey(name));
  }

  namedBy(word: string): readonly string[] {
    return [...(this.#roots.get(rootOf(word)) ?? [])].flatMap(({ words: [name], signature }) =>
      name === word || isMadeFrom(word, name!) ? [signature] : [],
    );
  }

  /** Where reports do not differ. */
  seatOf(name: string): string | undefined {
    const states = [...(this.#seats.get(townKey(name))?.keys() ?? [])].sort(compareText);
    const clusters = new Set(states.map((signature) => this.#around.clusterAt(signature) ?? signature));
    return clusters.size === 1 ? states[0] : undefined;
  }

  /** Takes in, or out, what a reading says of capitals. @param signatures by the ids of its actors */
  tallyCapitals(reading: Reading, signatures: ReadonlyMap<string, string>, by: 1 | -1): void {
    for (const [town, ids] of capitalsIn(reading)) {
      const counts = this.#seats.get(town) ?? new Map<string, number>();
      this.#seats.set(town, counts);
      for (const signature of [...ids].flatMap((id) => signatures.get(id) ?? [])) {
        count(counts, signature, by);
        if (counts.has(signature)) setUnder(this.#capitals, signature).add(town);
        else dropUnder(this.#capitals, signature, town);
      }
      if (counts.size === 0) this.#seats.delete(town);
      this.#touchTown(town);
    }
  }

  /** A town that comes or goes makes another of an actor of its name. */
  tallyTown({ of, finding }: Item, by: 1 | -1): void {
    if (of !== "place" || finding.kind !== "city") return;
    const key = townKey(finding.name);
    const was = this.#towns.has(key);
    count(this.#towns, key, by);
    if (was !== this.#towns.has(key)) this.#touchTown(key);
  }

  /** Keeps the index of words that hint at a side, after a profile has been counted. */
  tallyHints(profile: Profile, hints: readonly string[]): void {
    for (const hint of hints) {
      const root = rootOf(hint);
      const hasRoot = [...profile.hints.keys()].some((other) => rootOf(other) === root);
      if (hasRoot) setUnder(this.#hinted, root).add(profile);
      else dropUnder(this.#hinted, root, profile);
    }
  }

  open(profile: Profile): void {
    if (!isRoot(profile)) return;
    setUnder(this.#roots, rootOf(profile.words[0]!)).add(profile);
    this.#touchHinted(profile);
  }

  close(profile: Profile): void {
    if (!isRoot(profile)) return;
    dropUnder(this.#roots, rootOf(profile.words[0]!), profile);
    this.#touchHinted(profile);
  }

  /** States that are one from now on are counted together. */
  regrouped(signature: string): void {
    for (const town of this.#capitals.get(signature) ?? []) this.#touchTown(town);
  }

  #touchTown(town: string): void {
    const key = `name ${town.split(" ").map(skeleton).join(" ")}`;
    for (const profile of this.#around.actorsUnder(key)) this.#around.touch(profile);
  }

  /** A side that comes or goes makes others of those that hint at it. */
  #touchHinted({ words: [word] }: Profile): void {
    for (const profile of this.#hinted.get(rootOf(word!)) ?? []) this.#around.touch(profile);
  }
}

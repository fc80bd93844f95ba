/** Sentences that may bear out a claim, found by their rarer words. */
import { plainText, skeleton } from "../../compare/names/words.ts";
import { type Claimed, claimed } from "./claim.ts";

export interface Source<Where> {
  readonly where: Where;
  readonly said: Claimed;
}

/** Words by the sentences that have them. */
export class Sentences<Where> {
  readonly #all: Source<Where>[] = [];
  readonly #byWord = new Map<string, number[]>();
  /** How the words sound, whatever romanisation: for names. */
  readonly #sounds = new Set<string>();

  add(where: Where, text: string): void {
    const said = claimed(text);
    for (const word of plainText(text).split(" ")) this.#sounds.add(skeleton(word));
    const at = this.#all.push({ where, said }) - 1;
    for (const word of [...said.words, ...said.figures]) {
      const known = this.#byWord.get(word);
      if (known) known.push(at);
      else this.#byWord.set(word, [at]);
    }
  }

  /** How much a word tells: near 1 where few sentences have it, near 0 where most do. */
  rarity(word: string): number {
    const holders = this.#byWord.get(word)?.length ?? 0;
    return (this.#all.length - holders + 1) / (this.#all.length + 1 + 4 * holders);
  }

  /** Whether any sentence has the word. */
  has(word: string): boolean {
    return this.#byWord.has(word);
  }

  /** Whether any sentence has a word that sounds so, or one made from it: "Lorvian" has "Lorvia". */
  hasSound(sound: string): boolean {
    if (this.#sounds.has(sound)) return true;
    return sound.length >= 5 && [...this.#sounds].some((other) => other.startsWith(sound.slice(0, -1)));
  }

  /** Sentences with the most of a claim's telling words, the best first; each adds words that those before it lack. */
  bearing(claim: Claimed, most = 3): Source<Where>[] {
    const open = new Set([...claim.words, ...claim.figures]);
    const found: Source<Where>[] = [];
    for (let round = 0; round < most && open.size > 0; round++) {
      const points = new Map<number, number>();
      for (const word of open) {
        const weight = this.rarity(word);
        for (const at of this.#byWord.get(word) ?? []) points.set(at, (points.get(at) ?? 0) + weight);
      }
      let [best, at] = [0, -1];
      for (const [candidate, sum] of points)
        if (sum > best || (sum === best && candidate < at)) [best, at] = [sum, candidate];
      const source = this.#all[at];
      if (!source || best < LEAST) break;
      found.push(source);
      for (const word of [...source.said.words, ...source.said.figures]) open.delete(word);
    }
    return found;
  }
}

/** Weight of telling words below which a sentence bears nothing out. */
const LEAST = 0.25;

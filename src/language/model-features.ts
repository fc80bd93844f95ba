/** Features of a linear model over words: hashed keys, and words as such models see them. */
import { mix1, mix2 } from "../assets/hash.ts";
import { type Doc, lemmaOf, lowerOf, uposOf, xposOf } from "./doc.ts";

/** Most features that one span has. */
const MOST_FEATURES = 160;

/** FNV-1a over UTF-16 code units. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** A word as features see it: names are masked, so that nothing is learnt of who is who. */
export function masked(doc: Doc, token: number): string {
  if (token < 0 || token >= doc.size) return "#edge";
  const tag = uposOf(doc, token);
  if (tag === "PROPN") return "#name";
  if (tag === "NUM") return "#number";
  return lemmaOf(doc, token).toLowerCase();
}

/** Marks, and words of the closed classes; open classes by their tag. */
export function shallow(doc: Doc, token: number): string {
  if (token < 0 || token >= doc.size) return "#edge";
  const tag = uposOf(doc, token);
  return /^(?:NOUN|PROPN|ADJ|VERB|NUM|X|SYM)$/u.test(tag) ? `#${xposOf(doc, token)}` : lowerOf(doc, token);
}

/** A part of what a feature says. */
export type Part = string | boolean | undefined;
/** Adds a feature of a template that is made of parts. */
export type Say = (template: number, ...parts: readonly Part[]) => void;

/** One value of several parts. */
export function joined(parts: readonly Part[]): number {
  let value = 0;
  for (const part of parts) {
    const own = typeof part === "string" ? hashOf(part) : part === undefined ? 3 : part ? 1 : 2;
    value = Math.imul(value ^ own, 0x01000193) + (value >>> 15);
  }
  return value;
}

/** Features under way: a list of keys that templates and values are mixed into. */
export class Features {
  readonly keys = new Int32Array(MOST_FEATURES);
  count = 0;

  clear(): void {
    this.count = 0;
  }

  add(template: number, value: number): void {
    if (this.count < MOST_FEATURES) this.keys[this.count++] = mix1(template, value);
  }

  join(template: number, a: number, b: number): void {
    if (this.count < MOST_FEATURES) this.keys[this.count++] = mix2(template, a, b);
  }

  taken(): Int32Array {
    return this.keys.slice(0, this.count);
  }
}

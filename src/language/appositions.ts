/**
 * A person set beside an office: "the head of the Grain Board, Vera Lindqvist, resigned". The parser often hangs the
 * name on the nearest noun, the board, as if that were called so; what names are tells better.
 */
import type { Doc } from "./doc.ts";
import { deprelOf, uposOf, wordOf } from "./doc.ts";
import type { Name } from "./name.ts";
import { isPersonNoun } from "./references/traits.ts";

/** Tokens before the name among which the office is looked for. */
const REACH = 14;

/** The text with each person's name that is set beside something else than a person hung on the office before it. */
export function withAppositions(doc: Doc, names: readonly Name[]): Doc {
  const persons = new Uint8Array(doc.size);
  for (const { kind, first, last } of names) if (kind === "person") persons.fill(1, first, last);
  let head: Int32Array | undefined;
  for (const { kind, first, last } of names) {
    if (kind !== "person") continue;
    const own = headOf(doc, first, last);
    const above = doc.head[own]!;
    if (above < 0 || above >= first || !isSetBeside(doc, own)) continue;
    if (persons[above] === 1 || isPersonNoun(doc, above)) continue;
    const office = officeBefore(doc, first, persons);
    if (office < 0) continue;
    head ??= doc.head.slice();
    head[own] = office;
  }
  return head === undefined ? doc : { ...doc, head };
}

/** An apposition, or what the parser took for the next of a list though no "and" comes. */
function isSetBeside(doc: Doc, token: number): boolean {
  const relation = deprelOf(doc, token);
  if (relation !== "conj") return relation === "appos";
  for (let i = token - 1; i > doc.head[token]!; i -= 1) if (deprelOf(doc, i) === "cc") return false;
  return true;
}

/** The token of the name that hangs on something outside it. */
function headOf(doc: Doc, first: number, last: number): number {
  for (let token = first; token < last; token += 1) {
    const above = doc.head[token]!;
    if (above < first || above >= last) return token;
  }
  return first;
}

/** The noun for a person right before the comma, or before the "of …" that ends there; -1 where there is none. */
function officeBefore(doc: Doc, first: number, persons: Uint8Array): number {
  if (first < 2 || wordOf(doc, first - 1) !== ",") return -1;
  const begin = Math.max(doc.sentences[doc.sentence[first]!]!, first - REACH);
  for (let token = first - 2; token >= begin; token -= 1) {
    const tag = uposOf(doc, token);
    if (tag === "VERB" || tag === "AUX" || tag === "PUNCT" || persons[token] === 1) return -1;
    if (tag !== "NOUN" && tag !== "PROPN") continue;
    if (isPersonNoun(doc, token) && (token === first - 2 || uposOf(doc, token + 1) === "ADP")) return token;
  }
  return -1;
}

/**
 * The analysed text: tokens with their tags and syntax, over the text as it came.
 *
 * Structure of arrays: one typed array a column, one row a token (a syntactic word of Universal
 * Dependencies: "don't" is two rows, `do` and `n't`). Offsets are half-open UTF-16 code units into `text`.
 * Reading a `Doc` never allocates.
 */

/** Universal part-of-speech tags, https://universaldependencies.org/u/pos/. A tag is its index here. */
export const UPOS = [
  "X",
  "ADJ",
  "ADP",
  "ADV",
  "AUX",
  "CCONJ",
  "DET",
  "INTJ",
  "NOUN",
  "NUM",
  "PART",
  "PRON",
  "PROPN",
  "PUNCT",
  "SCONJ",
  "SYM",
  "VERB",
] as const;
export type Upos = (typeof UPOS)[number];

/** What the tagger and parser give for one text. `-1` in `head` marks the root of a sentence. */
export interface Doc {
  /** The text as it came, never altered. */
  readonly text: string;
  /** Number of tokens. */
  readonly size: number;
  /** First character of each token. */
  readonly start: Int32Array;
  /** One past the last character of each token. */
  readonly end: Int32Array;
  /** Each token as it stands in the text, and in lower case. */
  readonly words: readonly string[];
  readonly lowerWords: readonly string[];
  /** Index into `UPOS`. */
  readonly upos: Uint8Array;
  /** Index into `xposNames`: Penn Treebank tags as English-EWT uses them (VBD, VBN, NNS, NNP, MD …). */
  readonly xpos: Uint8Array;
  readonly xposNames: readonly string[];
  /** Token index of the head, or -1 for a root. */
  readonly head: Int32Array;
  /** Index into `deprelNames`: the basic relations of English-EWT, subtypes kept (nsubj:pass, acl:relcl …). */
  readonly deprel: Uint8Array;
  readonly deprelNames: readonly string[];
  /** Index into `lemmaNames`. */
  readonly lemma: Int32Array;
  readonly lemmaNames: readonly string[];
  /** Sentence of each token. */
  readonly sentence: Int32Array;
  /** First token of each sentence, and `size` at the end: sentence s is tokens [sentences[s], sentences[s + 1]). */
  readonly sentences: Int32Array;
}

/** The token as it stands in the text; nothing outside the text. */
export function wordOf(doc: Doc, token: number): string {
  return doc.words[token] ?? "";
}

/** The token in lower case. */
export function lowerOf(doc: Doc, token: number): string {
  return doc.lowerWords[token] ?? "";
}

export function lemmaOf(doc: Doc, token: number): string {
  return doc.lemmaNames[doc.lemma[token] ?? 0] ?? "";
}

export function uposOf(doc: Doc, token: number): Upos {
  return UPOS[doc.upos[token] ?? 0] ?? "X";
}

export function xposOf(doc: Doc, token: number): string {
  return doc.xposNames[doc.xpos[token] ?? 0] ?? "";
}

export function deprelOf(doc: Doc, token: number): string {
  return doc.deprelNames[doc.deprel[token] ?? 0] ?? "";
}

/** The first token that ends after an offset. */
export function tokenAt(doc: Doc, offset: number): number {
  let low = 0;
  let high = doc.size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.end[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Gold documents and parsed ones in the columns that are scored. */
import { type Doc, deprelOf, lemmaOf, uposOf, xposOf } from "../../../src/language/doc.ts";
import type { GoldDocument } from "../../../training/conllu.ts";
import type { Analysis } from "./align.ts";

export function ofGold(document: GoldDocument): Analysis {
  const flat = document.sentences.flat();
  const sentences = [0];
  const head: number[] = [];
  for (const sentence of document.sentences) {
    const first = sentences.at(-1)!;
    for (const word of sentence) head.push(word.head < 0 ? -1 : first + word.head);
    sentences.push(first + sentence.length);
  }
  return {
    start: flat.map((word) => word.start),
    end: flat.map((word) => word.end),
    sentences,
    upos: flat.map((word) => word.upos),
    xpos: flat.map((word) => word.xpos),
    lemma: flat.map((word) => word.lemma),
    head,
    deprel: flat.map((word) => word.deprel),
  };
}

export function ofDoc(doc: Doc): Analysis {
  const column = (of: (doc: Doc, token: number) => string): string[] =>
    Array.from({ length: doc.size }, (_, i) => of(doc, i));
  return {
    start: doc.start,
    end: doc.end,
    sentences: doc.sentences,
    upos: column(uposOf),
    xpos: column(xposOf),
    lemma: column(lemmaOf),
    head: doc.head,
    deprel: column(deprelOf),
  };
}

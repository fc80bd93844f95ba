/** Gold trees as the network learns them. */
import { ATOMS, atomRows } from "../../src/language/syntax/atoms.ts";
import { caseFlags, classesOf } from "../../src/language/tags/tagger.ts";
import type { GoldDocument } from "../conllu.ts";
import type { Tree } from "./losses.ts";
import type { Example } from "./tagger.ts";

/** Relations seen at least `least` times, the most frequent first. */
export function relations(documents: readonly GoldDocument[], least: number): string[] {
  const counts = new Map<string, number>();
  for (const document of documents)
    for (const sentence of document.sentences)
      for (const word of sentence) counts.set(word.deprel, (counts.get(word.deprel) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([name]) => name);
}

/** Rows of the forms seen twice or more, in the order of their hashes. */
export function knownForms(examples: readonly Example[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { words } of examples)
    for (const form of words.form) counts.set(form, (counts.get(form) ?? 0) + 1);
  const known = [...counts].filter(([, count]) => count >= 2).map(([form]) => form);
  return new Map(known.sort((a, b) => a - b).map((form, row) => [form, row]));
}

/** One tree a sentence. @param tags as the parser will meet them */
export function toTrees(
  documents: readonly GoldDocument[],
  examples: readonly Example[],
  tags: readonly Uint8Array[],
  seen: ReadonlyMap<number, number>,
  forms: ReadonlyMap<number, number>,
  labels: readonly string[],
): Tree[] {
  const place = new Map(labels.map((name, i) => [name, i]));
  const labelOf = (name: string): number =>
    place.get(name) ?? place.get(name.split(":")[0]!) ?? place.get("dep")!;
  return documents.flatMap((document, d) => {
    const { words, sentences, gold } = examples[d]!;
    const rows = atomRows(words, classesOf(words, seen), caseFlags(words, sentences), tags[d]!, forms);
    return document.sentences.map((sentence, s): Tree => {
      const first = sentences[s]!;
      const last = sentences[s + 1]!;
      return {
        rows: rows.slice(first * ATOMS, last * ATOMS),
        size: sentence.length,
        head: Int32Array.from(sentence, (word) => (word.head < 0 ? sentence.length : word.head)),
        label: Int32Array.from(sentence, (word) => labelOf(word.deprel)),
        tag: gold.slice(first, last),
      };
    });
  });
}

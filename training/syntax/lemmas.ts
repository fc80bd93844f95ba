/** Learns which lemmas the endings do not give. */
import { byEnding, type LemmaModel } from "../../src/language/lemmas.ts";
import type { GoldDocument } from "../conllu.ts";

/** Lines of `lemmas.txt`: exceptions, then base forms. */
export function learnLemmas(documents: readonly GoldDocument[]): string {
  const counts = new Map<string, Map<string, number>>();
  const bases = new Set<string>();
  for (const document of documents)
    for (const sentence of document.sentences)
      for (const word of sentence) {
        if (word.lemma === "_" || word.xpos === "GW" || word.xpos === "_" || word.feats.includes("Typo=Yes"))
          continue;
        if (/^(?:VB|VBP|NN|JJ|RB)$/.test(word.xpos)) bases.add(word.lemma.toLowerCase());
        const key = `${word.xpos} ${word.form.toLowerCase().replace(/[’‘]/g, "'")}`;
        let of = counts.get(key);
        if (!of) {
          of = new Map();
          counts.set(key, of);
        }
        of.set(word.lemma, (of.get(word.lemma) ?? 0) + 1);
      }
  const bare: LemmaModel = { exceptions: new Map(), bases };
  const lines: string[] = [];
  for (const [key, of] of counts) {
    const [tag, form] = key.split(" ") as [string, string];
    const [lemma] = [...of].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
    if (tag.startsWith("NNP") || form.length > 30 || /\s/.test(lemma) || form === "") continue;
    if (byEnding(bare, form, tag) !== lemma) lines.push(`${tag}\t${form}\t${lemma}`);
  }
  const used = [...bases].filter((base) => base.length > 2 && base.length < 20 && /^[a-z]+$/.test(base));
  return `${[...lines.sort(), ...used.sort()].join("\n")}\n`;
}

import type { Upos } from "../doc.ts";
import type { Row } from "./doc-of-rows.ts";

/**
 * A tree written on a few lines, for tests: `The/DT:2:det plan/NN:3:nsubj fell|fall/VBD:0:root`.
 * A token is `word|lemma/XPOS:head:relation`; the lemma is left out where it is the word in lower case.
 * Throws where a token does not have this form.
 */
export function rowsOfShortForm(text: string): Row[] {
  const rows = text
    .trim()
    .split(/\s+/u)
    .map((token) => {
      const parts = /^([^|]+?)(?:\|([^/]+))?\/([^/:]+):(\d+):([a-z:]+)$/u.exec(token);
      if (parts === null) throw new Error(`not a token of the short form: ${token}`);
      const [, word = "", lemma, xpos = "", head = "0", deprel = ""] = parts;
      const kept = xpos.startsWith("NNP") ? word : word.toLowerCase();
      return {
        word,
        lemma: lemma ?? kept,
        upos: uposOfTag(xpos, deprel, word),
        xpos,
        head: Number(head),
        deprel,
      };
    });
  return rows.map((row, at) => ({ ...row, glued: standsClose(rows[at + 1]) }));
}

function standsClose(next: { word: string; xpos: string } | undefined): boolean {
  return (
    next === undefined ||
    /^(?:[.,;:?!)”]|-RRB-|'')$/u.test(next.word) ||
    next.xpos === "POS" ||
    next.word === "n't"
  );
}

const tags: Readonly<Record<string, Upos>> = {
  CC: "CCONJ",
  CD: "NUM",
  EX: "PRON",
  HYPH: "PUNCT",
  JJ: "ADJ",
  JJR: "ADJ",
  JJS: "ADJ",
  MD: "AUX",
  NN: "NOUN",
  NNS: "NOUN",
  NNP: "PROPN",
  NNPS: "PROPN",
  POS: "PART",
  PRP: "PRON",
  PRP$: "PRON",
  RB: "ADV",
  RBR: "ADV",
  RP: "ADP",
  UH: "INTJ",
  WDT: "PRON",
  WP: "PRON",
  WP$: "PRON",
  WRB: "ADV",
};

function uposOfTag(xpos: string, deprel: string, word: string): Upos {
  if (xpos.startsWith("VB")) return deprel.startsWith("aux") || deprel === "cop" ? "AUX" : "VERB";
  if (xpos === "IN") return deprel === "mark" ? "SCONJ" : "ADP";
  if (xpos === "TO") return deprel === "mark" ? "PART" : "ADP";
  if (xpos === "DT" || xpos === "PDT")
    return deprel.startsWith("det") || deprel === "advmod" ? "DET" : "PRON";
  if (xpos === "RB" && /^(?:not|n't)$/u.test(word)) return "PART";
  return tags[xpos] ?? "PUNCT";
}

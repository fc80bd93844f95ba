import { type Doc, UPOS, type Upos } from "../doc.ts";

/** One token of a tree given by hand or read from a treebank. */
export interface Row {
  readonly word: string;
  readonly lemma: string;
  readonly upos: Upos;
  readonly xpos: string;
  /** 1-based number of the head inside the sentence, 0 for the root, as in CoNLL-U. */
  readonly head: number;
  readonly deprel: string;
  /** Whether a space follows; true unless said otherwise. */
  readonly glued?: boolean;
}

/** A document from given trees, one list of rows a sentence; the text is the words with their spaces. */
export function docOfRows(sentences: readonly (readonly Row[])[]): Doc {
  const size = sentences.reduce((sum, rows) => sum + rows.length, 0);
  const xposNames: string[] = [];
  const deprelNames: string[] = [];
  const lemmaNames: string[] = [];
  const known = new Map<string, number>();
  const indexIn = (names: string[], column: string, name: string): number => {
    const key = `${column}\t${name}`;
    const at = known.get(key) ?? names.push(name) - 1;
    known.set(key, at);
    return at;
  };
  const doc = {
    text: "",
    size,
    start: new Int32Array(size),
    end: new Int32Array(size),
    words: [] as string[],
    upos: new Uint8Array(size),
    xpos: new Uint8Array(size),
    xposNames,
    head: new Int32Array(size),
    deprel: new Uint8Array(size),
    deprelNames,
    lemma: new Int32Array(size),
    lemmaNames,
    sentence: new Int32Array(size),
    sentences: new Int32Array(sentences.length + 1),
  };
  let text = "";
  let token = 0;
  sentences.forEach((rows, sentence) => {
    const first = token;
    doc.sentences[sentence] = first;
    for (const row of rows) {
      doc.start[token] = text.length;
      text += row.word;
      doc.end[token] = text.length;
      doc.words.push(row.word);
      if (row.glued !== true) text += " ";
      doc.upos[token] = UPOS.indexOf(row.upos);
      doc.xpos[token] = indexIn(xposNames, "xpos", row.xpos);
      doc.lemma[token] = indexIn(lemmaNames, "lemma", row.lemma);
      doc.deprel[token] = indexIn(deprelNames, "deprel", row.deprel);
      doc.head[token] = row.head === 0 ? -1 : first + row.head - 1;
      doc.sentence[token] = sentence;
      token += 1;
    }
  });
  doc.sentences[sentences.length] = size;
  return { ...doc, text, lowerWords: doc.words.map((word) => word.toLowerCase()) };
}

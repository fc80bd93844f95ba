/** Two registry libraries run over the same texts: tokens, sentences and tags, put into the columns that are scored. */
import type { Analysis } from "./align.ts";

export interface Peer {
  readonly name: string;
  readonly analyse: (text: string) => Analysis;
}

interface Piece {
  readonly form: string;
  readonly upos: string;
}

/** Finds the pieces of each sentence in the text, one after the other; what cannot be found is left out. */
function locate(text: string, sentences: readonly (readonly Piece[])[]): Analysis {
  const start: number[] = [];
  const end: number[] = [];
  const upos: string[] = [];
  const bounds = [0];
  let at = 0;
  for (const sentence of sentences) {
    for (const { form, upos: tag } of sentence) {
      const found = form === "" ? -1 : text.indexOf(form, at);
      if (found < 0 || found > at + 200) continue;
      start.push(found);
      end.push(found + form.length);
      upos.push(tag);
      at = found + form.length;
    }
    bounds.push(start.length);
  }
  return { start, end, sentences: bounds, upos };
}

/** Tags of compromise and the universal tag that each comes nearest to; the first that a term has counts. */
const COMPROMISE: readonly (readonly [string, string])[] = [
  ["ProperNoun", "PROPN"],
  ["Person", "PROPN"],
  ["Place", "PROPN"],
  ["Organization", "PROPN"],
  ["Auxiliary", "AUX"],
  ["Copula", "AUX"],
  ["Modal", "AUX"],
  ["Verb", "VERB"],
  ["Pronoun", "PRON"],
  ["Possessive", "PRON"],
  ["Value", "NUM"],
  ["Noun", "NOUN"],
  ["Adjective", "ADJ"],
  ["Negative", "PART"],
  ["Adverb", "ADV"],
  ["Determiner", "DET"],
  ["Preposition", "ADP"],
  ["Conjunction", "CCONJ"],
  ["QuestionWord", "PRON"],
  ["Expression", "INTJ"],
];

interface Term {
  readonly text: string;
  readonly pre: string;
  readonly post: string;
  readonly tags: readonly string[];
}

/** Marks around a term are tokens of their own, as the treebanks have them. */
function piecesOf({ text, pre, post, tags }: Term): Piece[] {
  const marks = (around: string): Piece[] =>
    (around.match(/[^\s]/g) ?? []).map((form) => ({ form, upos: "PUNCT" }));
  const upos = COMPROMISE.find(([tag]) => tags.includes(tag))?.[1] ?? "X";
  return [...marks(pre), { form: text, upos }, ...marks(post)];
}

async function compromise(): Promise<Peer> {
  const nlp = (await import("compromise")).default as unknown as (text: string) => {
    json(): { terms: Term[] }[];
  };
  return {
    name: "compromise",
    analyse: (text) =>
      locate(
        text,
        nlp(text)
          .json()
          .map(({ terms }) => terms.flatMap(piecesOf)),
      ),
  };
}

interface WinkItems {
  out(what: unknown): string[];
  each(use: (item: { tokens(): WinkItems }) => void): void;
}

interface Wink {
  readonly its: { readonly value: unknown; readonly pos: unknown };
  readDoc(text: string): { sentences(): WinkItems };
}

async function wink(): Promise<Peer> {
  const make = (await import("wink-nlp")).default as unknown as (model: unknown) => Wink;
  const nlp = make((await import("wink-eng-lite-web-model")).default);
  return {
    name: "wink-nlp",
    analyse: (text) => {
      const sentences: Piece[][] = [];
      nlp
        .readDoc(text)
        .sentences()
        .each((sentence) => {
          const forms = sentence.tokens().out(nlp.its.value);
          const tags = sentence.tokens().out(nlp.its.pos);
          sentences.push(forms.map((form, i) => ({ form, upos: tags[i] ?? "X" })));
        });
      return locate(text, sentences);
    },
  };
}

/** The peers that are installed; a line says which are not. */
export async function loadPeers(): Promise<Peer[]> {
  const peers: Peer[] = [];
  for (const load of [wink, compromise]) {
    try {
      peers.push(await load());
    } catch {
      process.stderr.write(`skipped: ${load.name} is not installed\n`);
    }
  }
  return peers;
}

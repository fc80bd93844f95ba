/** Text in, analysed text out: tokens, sentences, tags, lemmas, dependencies. */
import { splitSentences } from "../text/sentences.ts";
import { Tokens, tokenise } from "../text/tokens.ts";
import type { Doc } from "./doc.ts";
import { type LemmaModel, lemmatise } from "./lemmas.ts";
import { loadModels, type Models } from "./model/load.ts";
import { parseSentence } from "./syntax/parser.ts";
import { tag } from "./tags/tagger.ts";
import { describeWords } from "./words.ts";

let loaded: Models | undefined;

export interface ParseOptions {
  /** Parts of the text to read, in order, not overlapping: sentences never cross them. The whole text by default. */
  readonly within?: readonly { readonly start: number; readonly end: number }[];
  /** Other models than those that come with the package. */
  readonly models?: Models;
}

/**
 * Reads English text.
 * @throws Error on the first call where the models are missing or belong to another version of the program
 */
export function parse(text: string, options: ParseOptions = {}): Doc {
  const tokens = new Tokens();
  const starts: number[] = [];
  for (const { start, end } of options.within ?? [{ start: 0, end: text.length }]) {
    const first = tokens.size;
    tokenise(text, start, end, tokens);
    splitSentences(text, tokens, first, starts);
  }
  const size = tokens.size;
  const sentences = Int32Array.from([...starts, size]);
  return analyse(text, tokens.start.slice(0, size), tokens.end.slice(0, size), sentences, options.models);
}

/** Tags and parses tokens and sentences that are given. `sentences` ends with the number of tokens. */
export function analyse(
  text: string,
  start: Int32Array,
  end: Int32Array,
  sentences: Int32Array,
  models?: Models,
): Doc {
  if (models === undefined) loaded ??= loadModels();
  const { tags, lemmas, syntax } = models ?? loaded!;
  const size = start.length;
  const words = describeWords(text, start, end, size);
  const joint = tag(tags, words, sentences);
  const head = new Int32Array(size);
  const deprel = new Uint8Array(size);
  const sentence = new Int32Array(size);
  for (let s = 0; s + 1 < sentences.length; s += 1) {
    parseSentence(
      syntax,
      { first: sentences[s]!, form: words.form, tag: joint },
      sentences[s + 1]!,
      head,
      deprel,
    );
    sentence.fill(s, sentences[s], sentences[s + 1]);
  }
  const xpos = joint.map((place) => tags.xpos[place]!);
  const { lemma, lemmaNames } = lemmaColumn(lemmas, text, start, end, xpos, tags.xposNames);
  return {
    text,
    size,
    start,
    end,
    upos: joint.map((place) => tags.upos[place]!),
    xpos,
    xposNames: tags.xposNames,
    head,
    deprel,
    deprelNames: syntax.labels,
    lemma,
    lemmaNames,
    sentence,
    sentences,
  };
}

function lemmaColumn(
  model: LemmaModel,
  text: string,
  start: Int32Array,
  end: Int32Array,
  xpos: Uint8Array,
  xposNames: readonly string[],
): { lemma: Int32Array; lemmaNames: string[] } {
  const lemma = new Int32Array(start.length);
  const lemmaNames: string[] = [];
  const numbers = new Map<string, number>();
  const known: Map<string, number>[] = xposNames.map(() => new Map());
  for (let i = 0; i < start.length; i += 1) {
    const word = text.slice(start[i], end[i]);
    const ofTag = known[xpos[i]!]!;
    let number = ofTag.get(word);
    if (number === undefined) {
      const name = lemmatise(model, word, xposNames[xpos[i]!]!);
      number = numbers.get(name);
      if (number === undefined) {
        number = lemmaNames.length;
        numbers.set(name, number);
        lemmaNames.push(name);
      }
      ofTag.set(word, number);
    }
    lemma[i] = number;
  }
  return { lemma, lemmaNames };
}

/** Text in, analysed text out: tokens, sentences, tags, lemmas, dependencies. */
import { splitSentences } from "../text/sentences.ts";
import { Tokens, tokenise } from "../text/tokens.ts";
import { findSentences } from "./boundaries.ts";
import type { Doc } from "./doc.ts";
import { type LemmaModel, lemmatise } from "./lemmas.ts";
import { loadModels, type Models } from "./load.ts";
import { atomRows } from "./syntax/atoms.ts";
import { mendDays } from "./syntax/days.ts";
import { mendVerbless } from "./syntax/verbless.ts";
import { caseFlags, classesOf, tag } from "./tags/tagger.ts";
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
  const firsts: number[] = [];
  for (const { start, end } of options.within ?? [{ start: 0, end: text.length }]) {
    firsts.push(tokens.size);
    tokenise(text, start, end, tokens);
  }
  firsts.push(tokens.size);
  const rules = new Uint8Array(tokens.size);
  firsts.forEach((first, part) => {
    splitSentences(text, tokens, first, firsts[part + 1] ?? first, rules);
  });
  const start = tokens.start.slice(0, tokens.size);
  const end = tokens.end.slice(0, tokens.size);
  return analyse(text, start, end, rules, options.models);
}

/**
 * Tags and parses tokens that are given.
 * @param sentences what `splitSentences` marks, to be looked at again, or the first token of each sentence and the
 * number of tokens at the end
 */
export function analyse(
  text: string,
  start: Int32Array,
  end: Int32Array,
  sentences: Uint8Array | Int32Array,
  models?: Models,
): Doc {
  if (models === undefined) loaded ??= loadModels();
  const { boundaries, tags, lemmas, syntax } = models ?? loaded!;
  const size = start.length;
  const words = describeWords(text, start, end, size);
  const classes = classesOf(words, tags.seen);
  const table =
    sentences instanceof Int32Array
      ? sentences
      : findSentences(boundaries, { text, start, end, words, classes, rules: sentences });
  const flags = caseFlags(words, table);
  const joint = tag(tags, words, table, classes, flags);
  const head = new Int32Array(size);
  const deprel = new Uint8Array(size);
  const sentence = new Int32Array(size);
  // The network overrules the tags that it was given.
  syntax.reader.read(atomRows(words, classes, flags, joint, syntax.forms), table, head, deprel, joint);
  for (let s = 0; s + 1 < table.length; s += 1) sentence.fill(s, table[s], table[s + 1]);
  const xpos = joint.map((place) => tags.xpos[place]!);
  const forms = Array.from({ length: size }, (_, i) => text.slice(start[i], end[i]));
  const { lemma, lemmaNames } = lemmaColumn(lemmas, forms, xpos, tags.xposNames);
  const doc: Doc = {
    text,
    size,
    start,
    end,
    words: forms,
    lowerWords: forms.map((word) => word.toLowerCase()),
    upos: joint.map((place) => tags.upos[place]!),
    xpos,
    xposNames: tags.xposNames,
    head,
    deprel,
    deprelNames: syntax.labels,
    lemma,
    lemmaNames,
    sentence,
    sentences: table,
  };
  mendVerbless(doc);
  mendDays(doc);
  return doc;
}

function lemmaColumn(
  model: LemmaModel,
  words: readonly string[],
  xpos: Uint8Array,
  xposNames: readonly string[],
): { lemma: Int32Array; lemmaNames: string[] } {
  const lemma = new Int32Array(words.length);
  const lemmaNames: string[] = [];
  const numbers = new Map<string, number>();
  const known: Map<string, number>[] = xposNames.map(() => new Map());
  words.forEach((word, i) => {
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
  });
  return { lemma, lemmaNames };
}

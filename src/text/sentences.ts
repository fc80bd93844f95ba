/**
 * Sentences over tokens, by rules, in one pass.
 *
 * A blank line always ends a sentence. A single line break ends one unless the line was filled to the width of
 * its paragraph, as in hard-wrapped text. A full stop, a question or an exclamation mark ends one, with the
 * closing marks and footnote marks after it, unless what follows goes on in lower case.
 */
import { LEADING } from "./abbreviations.ts";
import { CLOSE, DIGIT, FOLD, isRaised, isUpper, KIND, LETTER, SPACE, STOP } from "./characters.ts";
import type { Tokens } from "./tokens.ts";

/** Wrapped lines are no wider than this; longer ones are whole paragraphs. */
const WIDEST = 110;
const NARROWEST = 40;

/** Words that begin a sentence often and follow an abbreviation inside one seldom. */
export const STARTERS = new Set(
  (
    "the he she it they we i you this that these those but and in on at for a an as if when while after before since " +
    "however there his her its their our my your what who how why where also so then earlier later meanwhile both some many"
  ).split(" "),
);

/** No sentence starts at the token. */
export const NO_BREAK = 0;
/** A sentence starts at the token, by the marks before it: a guess that a model may overrule. */
export const SOFT_BREAK = 1;
/** A sentence starts at the token, by the layout of the text. */
export const HARD_BREAK = 2;

/**
 * Marks where sentences start among the tokens [first, last), which stand in one block.
 * @param into one place a token, set to one of the three constants above
 */
export function splitSentences(
  text: string,
  tokens: Tokens,
  first: number,
  last: number,
  into: Uint8Array,
): void {
  const { start, end } = tokens;
  if (first >= last) return;
  into[first] = HARD_BREAK;
  let width = paragraphWidth(text, start[first]!);
  let lineStart = start[first]!;
  let begin = first;
  let ended = false;
  for (let i = first; i + 1 < last; i += 1) {
    ended = endsAt(text, tokens, i, begin, ended);
    const breaks = lineBreaks(text, end[i]!, start[i + 1]!);
    const isHard = breaks >= 2 || (breaks === 1 && !isWrapped(text, lineStart, end[i]!, tokens, i, width));
    if (breaks > 0) {
      lineStart = start[i + 1]!;
      if (breaks >= 2) width = paragraphWidth(text, lineStart);
    }
    if (!isHard && !(ended && mayBegin(text, tokens, i))) continue;
    into[i + 1] = isHard ? HARD_BREAK : SOFT_BREAK;
    begin = i + 1;
    ended = false;
  }
}

/** Number of line breaks, 2 standing for all more. */
function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to && count < 2; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x2029) count = 2;
    else if (code === 0x2028) count += 1;
    else if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count += 1;
  }
  return count;
}

/** Longest line from `from` to the next blank line; lines over `WIDEST` end the search. */
function paragraphWidth(text: string, from: number): number {
  let widest = 0;
  let line = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10) {
      if (line === 0) break;
      line = 0;
    } else if (code !== 13) {
      line += 1;
      if (line > widest) widest = line;
      if (widest > WIDEST) break;
    }
  }
  return widest;
}

/** True where the line from `lineStart` to `lineEnd` was broken for want of room only. */
function isWrapped(
  text: string,
  lineStart: number,
  lineEnd: number,
  tokens: Tokens,
  i: number,
  width: number,
): boolean {
  const next = text.charCodeAt(tokens.start[i + 1]!);
  if (isBullet(text, tokens, i + 1)) return false;
  if (width > WIDEST || width < NARROWEST)
    return KIND[next] === LETTER && !isUpper(next) && width >= NARROWEST;
  let wordEnd = tokens.start[i + 1]!;
  while (wordEnd < text.length && KIND[text.charCodeAt(wordEnd)] !== SPACE) wordEnd += 1;
  return lineEnd - lineStart + 1 + wordEnd - tokens.start[i + 1]! > width - 2;
}

function isBullet(text: string, tokens: Tokens, i: number): boolean {
  const code = text.charCodeAt(tokens.start[i]!);
  return (
    "•*-–—·▪●".includes(text[tokens.start[i]!]!) && tokens.end[i]! - tokens.start[i]! === 1 && code !== 0
  );
}

/** Whether a sentence may end after token `i`, given whether one might have ended before it. */
function endsAt(text: string, tokens: Tokens, i: number, first: number, ended: boolean): boolean {
  const from = tokens.start[i]!;
  const to = tokens.end[i]!;
  const code = text.charCodeAt(from);
  const kind = KIND[code];
  if (kind === STOP) return to - from === 1 || text.charCodeAt(to - 1) !== 41;
  const touches = i > first && tokens.end[i - 1] === from;
  if (ended && touches) {
    if (kind === CLOSE || FOLD[code] === 39 || FOLD[code] === 34) return true;
    // A footnote mark: "…ceasefire.[3]"
    if (code === 91 || code === 93 || kind === DIGIT || isRaised(code)) return true;
  }
  return (
    text.charCodeAt(to - 1) === 46 && (kind === LETTER || kind === DIGIT) && abbreviationEnds(text, tokens, i)
  );
}

/** Whether a sentence ends with the abbreviation `i`: only before a word that likes to begin one. */
function abbreviationEnds(text: string, tokens: Tokens, i: number): boolean {
  const length = tokens.end[i]! - tokens.start[i]! - 1;
  const next = text.slice(tokens.start[i + 1], Math.min(tokens.end[i + 1]!, tokens.start[i + 1]! + 12));
  if (!isUpper(next.charCodeAt(0))) return false;
  const form = text.slice(tokens.start[i], tokens.start[i]! + Math.min(length, 12)).toLowerCase();
  if (length === 1 || LEADING.has(form)) return false;
  return STARTERS.has(next.toLowerCase());
}

/** Whether token `i + 1` may begin a sentence. */
function mayBegin(text: string, tokens: Tokens, i: number): boolean {
  const from = tokens.start[i + 1]!;
  const code = text.charCodeAt(from);
  const kind = KIND[code];
  const touches = tokens.end[i] === from;
  if (touches && (kind === CLOSE || kind === STOP || FOLD[code] === 39 || FOLD[code] === 34 || code === 91))
    return false;
  if (kind === LETTER) return isUpper(code) || (FOLD[code] === code && code > 0x24f);
  if (kind === CLOSE || code === 44 || code === 59 || code === 58) return false;
  if ((code === 0x2014 || code === 0x2013 || code === 45) && i + 2 < tokens.size) {
    const after = text.charCodeAt(tokens.start[i + 2]!);
    return KIND[after] !== LETTER || isUpper(after);
  }
  return true;
}

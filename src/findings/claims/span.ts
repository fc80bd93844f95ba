/** What a figure counts, and the words that make the claim. */

import { readFigures } from "../../compare/number.ts";
import type { Quantity } from "../../compare/quantity.ts";
import type { Clause } from "../../language/clause.ts";
import { childrenOf, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, tokenAt, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import { overlap, type Range } from "../../record/span.ts";
import { nounQuote, verbQuote } from "../events/quote.ts";
import type { TextIndex } from "../events/text-index.ts";

/** A clause longer than this makes the claim by the noun phrase alone. */
const LONGEST_CLAUSE = 14;

/** The noun that a figure counts, or -1: "soldiers" of "340 captured soldiers", "gates" of "two of the four gates". */
export function countedNoun(doc: Doc, figure: Range): number {
  const noun = nounCounted(doc, figure);
  return noun < 0 ? noun : compoundEnd(doc, noun);
}

/** "60 customs inspectors", "300 aid trucks": a plural right behind the noun is what is counted. */
function compoundEnd(doc: Doc, noun: number): number {
  let last = noun;
  while (
    last + 1 < doc.size &&
    last - noun < 3 &&
    xposOf(doc, last + 1) === "NNS" &&
    !isMeasureNoun(doc, last + 1) &&
    doc.sentence[last + 1] === doc.sentence[noun] &&
    doc.end[last] === doc.start[last + 1]! - 1
  )
    last++;
  return last;
}

/** "Killed 12 people years ago": how long is another matter. */
function isMeasureNoun(doc: Doc, token: number): boolean {
  return /^(?:minute|hour|day|week|month|year|decade|time|thing)$/.test(lemmaOf(doc, token));
}

function nounCounted(doc: Doc, figure: Range): number {
  const last = tokenAt(doc, figure.end - 1);
  let token = last;
  for (let steps = 0; steps < 4; steps++) {
    if (token > last && isCountable(doc, token) && !isBroken(doc, last, token)) return token;
    const above = doc.head[token]!;
    const relation = deprelOf(doc, token);
    if (above < last || !/^(?:nummod|compound|flat|amod|nmod:unmarked|advmod|det)/.test(relation)) break;
    token = above;
  }
  return pluralAfter(doc, last);
}

/** Whether a conjunction and a verb stand between a figure and a noun: "two towns and fired shells". */
function isBroken(doc: Doc, last: number, noun: number): boolean {
  let joined = false;
  for (let token = last + 1; token < noun; token++) {
    const tag = uposOf(doc, token);
    if (tag === "CCONJ") joined = true;
    else if (joined && (tag === "VERB" || tag === "AUX")) return true;
  }
  return false;
}

function isCountable(doc: Doc, token: number): boolean {
  const tag = uposOf(doc, token);
  if (tag === "PROPN") return /s$/.test(wordOf(doc, token));
  return tag === "NOUN" && !isNumberWord(doc, token);
}

/** The next plural after the figure, where the tree does not say: "304 Tamori captives", "two of the four gates". */
function pluralAfter(doc: Doc, last: number): number {
  const isOf = last + 1 < doc.size && wordOf(doc, last + 1) === "of";
  for (let token = last + 1; token < doc.size && token < last + 7; token++) {
    const word = wordOf(doc, token);
    if (doc.sentence[token] !== doc.sentence[last]) return -1;
    // "18 of the 41 hostages", "nine of the junta's officers"
    if (isOf && (/^[’']s?$/.test(word) || uposOf(doc, token) === "NUM")) continue;
    if (!/^[A-Za-z-]+$/.test(word)) return -1;
    if (/^(?:people|men|women|children|police|troops)$/i.test(word)) return token;
    if (/[^s']s$/i.test(word) && word.length > 3 && !/^(?:this|thus|does|has|was|its)$/i.test(word)) {
      return uposOf(doc, token) === "AUX" || uposOf(doc, token) === "DET" ? -1 : token;
    }
    const skipped =
      /^(?:of|the|its|their|his|her|up|to)$/i.test(word) ||
      /^(?:ADJ|NOUN|PROPN|NUM)$/.test(uposOf(doc, token)) ||
      (uposOf(doc, token) === "ADV" && /ly$/i.test(word));
    if (!skipped) return -1;
  }
  return -1;
}

function isNumberWord(doc: Doc, token: number): boolean {
  return /^(?:hundred|thousand|million|billion|trillion|dozen|half|third|quarter|percent|cent|%)$/.test(
    lemmaOf(doc, token).toLowerCase(),
  );
}

/** The clause around a noun where it is short, else the noun's phrase with its figure. */
export function claimRange(index: TextIndex, noun: number, figure: Range): Range {
  const { doc } = index;
  const phrase = cover(nounQuote(doc, noun), figure);
  const relative = childrenOf(treeOf(doc), noun).find((child) => deprelOf(doc, child) === "acl:relcl");
  if (relative !== undefined) {
    const told = cover(phrase, { start: doc.start[noun]!, end: doc.end[treeOf(doc).right[relative]! - 1]! });
    if (lengthOf(doc, told) <= LONGEST_CLAUSE) return told;
  }
  const slot = index.slotOf(noun);
  if (slot === undefined || slot.clause.copular) return phrase;
  const whole = cover(verbQuote(CLAIM, slot.clause, index), phrase);
  if (isShort(index, whole, figure)) return whole;
  if (slot.as === "oblique") return phrase;
  const nearest = cover(phrase, {
    start: doc.start[slot.clause.predicate]!,
    end: doc.end[slot.clause.predicate]!,
  });
  return isShort(index, nearest, figure) ? nearest : phrase;
}

/** A short clause with the phrase of a figure, where the clause makes one claim only. */
export function clauseRange(
  index: TextIndex,
  clause: Clause,
  phrase: Range,
  figure: Range,
): Range | undefined {
  const whole = cover(verbQuote(CLAIM, clause, index), phrase);
  return isShort(index, whole, figure) ? whole : undefined;
}

/** One claim, no list: few words, no comma, no other figure. */
function isShort({ doc }: TextIndex, range: Range, figure: Range): boolean {
  const text = doc.text.slice(range.start, range.end);
  if (lengthOf(doc, range) > LONGEST_CLAUSE || /,\s/.test(text)) return false;
  return !readFigures(doc.text, range.start, range.end).some(
    (other) => !overlap(other, figure) && other.value > 1,
  );
}

function lengthOf(doc: Doc, range: Range): number {
  return tokenAt(doc, range.end - 1) - tokenAt(doc, range.start) + 1;
}

/** What the quote of a clause needs to know; a claim is no speech act and no meeting. */
const CLAIM = { verbal: false, type: "ASSAULT" } as const;

export function cover(a: Range, b: Range): Range {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** The noun's phrase in words, without its figure: "captured soldiers". */
export function wordsOf(doc: Doc, noun: number, figure: Range): string {
  const quote = nounQuote(doc, noun);
  const { start } = quote;
  const end = Math.min(quote.end, joinedFrom(doc, noun));
  const text =
    start < figure.end && figure.start < end
      ? doc.text.slice(Math.max(figure.end, start), end)
      : doc.text.slice(start, end);
  return text
    .trim()
    .replace(/^(?:of|the|-)\s+/i, "")
    .slice(0, 120);
}

/** Where a second noun is joined to the one that is counted: "soldiers and six civilians". */
function joinedFrom(doc: Doc, noun: number): number {
  const joint = childrenOf(treeOf(doc), noun).find(
    (child) => child > noun && deprelOf(doc, child) === "conj",
  );
  return joint === undefined ? doc.text.length : doc.end[treeOf(doc).left[joint]! - 1]!;
}

/** The noun as it stands: "soldiers"; with what stands between figure and noun left out. */
export function unitOf(doc: Doc, noun: number): string {
  return wordOf(doc, noun).toLowerCase();
}

/** Of "thousands" the words are given: they are no number that one could compare. */
export function figureFields(doc: Doc, { value, upTo, qualifier, vague, start, end }: Quantity) {
  return {
    value: vague ? doc.text.slice(start, end).toLowerCase() : value,
    ...(upTo === undefined ? {} : { upTo }),
    ...(qualifier === undefined ? {} : { qualifier }),
  };
}

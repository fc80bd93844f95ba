/** The words around a figure by which a reader sees what it is about, read off the order of the words alone. */

import { type Doc, tokenAt, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import type { TextIndex } from "../events/text-index.ts";
import { verbAbove } from "./levels.ts";

/** Tokens that a telling may have at most. */
const LONGEST = 16;
/** Tokens after a noun that still belong to it. */
const TAIL = 9;

/** Where the noun begins that a figure belongs to: "a column" of "a column of 14 trucks", "a higher figure, of eight dead". */
export function partStart(doc: Doc, outer: Range): number | undefined {
  const of = tokenAt(doc, outer.start) - 1;
  if (of < 1 || wordOf(doc, of) !== "of") return undefined;
  const head = wordOf(doc, of - 1) === "," ? of - 2 : of - 1;
  if (head < 0 || uposOf(doc, head) !== "NOUN" || doc.sentence[head] !== doc.sentence[of]) return undefined;
  let first = head;
  for (let token = head; token >= 0 && head - token < 5; token--) {
    if (doc.sentence[token] !== doc.sentence[head] || !/^(?:NOUN|ADJ|DET|NUM)$/.test(uposOf(doc, token)))
      break;
    first = token;
    if (uposOf(doc, token) === "DET") break;
  }
  return doc.start[first]!;
}

/**
 * The end of what hangs on a noun by prepositions, after a participle too: "violations from March 12 to 14", "refugees to
 * our districts", "uranium enriched to 45 percent".
 */
export function tailEnd(doc: Doc, noun: number): number {
  let end = doc.end[noun]!;
  const isParticiple = noun + 2 < doc.size && xposOf(doc, noun + 1) === "VBN";
  const next = isParticiple ? noun + 2 : noun + 1;
  if (isContact(doc, noun)) return breathEnd(doc, noun);
  if (next >= doc.size || uposOf(doc, next) !== "ADP") return end;
  for (let token = next; token < doc.size && token - noun <= TAIL; token++) {
    if (doc.sentence[token] !== doc.sentence[noun] || !isNominal(doc, token)) break;
    if (/^(?:NOUN|PROPN|NUM)$/.test(uposOf(doc, token))) end = doc.end[token]!;
  }
  return end;
}

/** "The nine trawlers it says it seized": a clause that hangs on the noun without a pronoun. */
function isContact(doc: Doc, noun: number): boolean {
  const next = noun + 1;
  if (next + 1 >= doc.size || doc.sentence[next + 1] !== doc.sentence[noun] || uposOf(doc, noun) !== "NOUN")
    return false;
  const isActor = xposOf(doc, next) === "PRP" || uposOf(doc, next) === "PROPN";
  return isActor && /^(?:VBZ|VBP|VBD|MD)$/.test(xposOf(doc, next + 1));
}

/** The end of the words up to the next mark of punctuation, a few of them. */
function breathEnd(doc: Doc, noun: number): number {
  let last = noun;
  while (
    last + 1 < doc.size &&
    last - noun < TAIL &&
    doc.sentence[last + 1] === doc.sentence[noun] &&
    !/^(?:PUNCT|CCONJ|SCONJ)$/.test(uposOf(doc, last + 1))
  )
    last++;
  return doc.end[last]!;
}

function isNominal(doc: Doc, token: number): boolean {
  return (
    /^(?:ADP|DET|ADJ|NOUN|PROPN|NUM|PRON|PART)$/.test(uposOf(doc, token)) &&
    !/^(?:WDT|WP|TO)$/.test(xposOf(doc, token))
  );
}

/**
 * The figure with who does what with it, and what hangs on what it counts: "Agria sent two more gunboats to the strait",
 * "about 900 men are under arms"; undefined where that is too long to be one telling.
 */
export function toldAround(index: TextIndex, noun: number, outer: Range): Range | undefined {
  const { doc } = index;
  const clause = verbAbove(index, noun);
  const verb = clause === undefined ? undefined : clause.predicate;
  const isSubject = verb !== undefined && verb > noun && doc.sentence[verb] === doc.sentence[noun];
  const end = Math.max(outer.end, tailEnd(doc, isSubject ? verb : noun));
  const agent = clause?.agents.find((one) => one.end <= Math.min(outer.start, doc.start[clause.predicate]!));
  const begins = [outer.start, doc.start[noun]!, agent?.start ?? outerStart(doc, outer)];
  if (verb !== undefined && !isSubject) begins.push(doc.start[verb]!);
  const told = { start: Math.min(...begins), end };
  if (isOneTelling(doc, told, outer)) return told;
  const counted = Math.max(outer.end, doc.end[noun]!);
  const start = outerStart(doc, outer);
  if (start < outer.start && isOneTelling(doc, { start, end: counted }, outer))
    return { start, end: counted };
  return !isSubject && end > counted ? { start: outer.start, end } : undefined;
}

function isOneTelling(doc: Doc, told: Range, outer: Range): boolean {
  const isLong = tokenAt(doc, told.end - 1) - tokenAt(doc, told.start) >= LONGEST;
  return !isLong && !/[,;:"“”]\s?/.test(doc.text.slice(told.start, outer.start));
}

/** By the word classes alone: the verb group before a figure, and the noun phrase before that; "on whose 19 votes". */
function outerStart(doc: Doc, outer: Range): number {
  const first = tokenAt(doc, outer.start);
  const isBeside = (token: number) =>
    token >= 0 && doc.sentence[token] === doc.sentence[first] && first - token < 12;
  let token = first - 1;
  if (isBeside(token) && xposOf(doc, token) === "WP$")
    return doc.start[isBeside(token - 1) && uposOf(doc, token - 1) === "ADP" ? token - 1 : token]!;
  const isVerbal = (at: number) =>
    /^(?:VERB|AUX|PART)$/.test(uposOf(doc, at)) ||
    (at > 0 && uposOf(doc, at) === "ADJ" && xposOf(doc, at - 1) === "MD");
  while (isBeside(token) && isVerbal(token)) token--;
  if (token === first - 1) return outer.start;
  while (
    isBeside(token) &&
    /^(?:DET|NOUN|PROPN|PRON|ADJ)$/.test(uposOf(doc, token)) &&
    !/^W/.test(xposOf(doc, token))
  )
    token--;
  return doc.start[token + 1]!;
}

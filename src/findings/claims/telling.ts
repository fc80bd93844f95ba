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

/** The end of what hangs on a noun by prepositions: "violations from March 12 to 14", "refugees to our districts". */
export function tailEnd(doc: Doc, noun: number): number {
  let end = doc.end[noun]!;
  const next = noun + 1;
  if (next >= doc.size || uposOf(doc, next) !== "ADP") return end;
  for (let token = next; token < doc.size && token - noun <= TAIL; token++) {
    if (doc.sentence[token] !== doc.sentence[noun]) break;
    const tag = uposOf(doc, token);
    if (!/^(?:ADP|DET|ADJ|NOUN|PROPN|NUM|PRON|PART)$/.test(tag) || /^(?:WDT|WP|TO)$/.test(xposOf(doc, token)))
      break;
    if (/^(?:NOUN|PROPN|NUM)$/.test(tag)) end = doc.end[token]!;
  }
  return end;
}

/** From who acts to what hangs on the noun: "Agria sent two more gunboats to the strait". */
export function toldAround(index: TextIndex, noun: number, outer: Range): Range | undefined {
  const { doc } = index;
  const clause = verbAbove(index, noun);
  const end = Math.max(outer.end, tailEnd(doc, noun));
  const verb = clause === undefined ? outer.start : doc.start[clause.predicate]!;
  const agent = clause?.agents.find((one) => one.end <= verb);
  const start = Math.min(outer.start, verb, agent?.start ?? outer.start);
  if (
    tokenAt(doc, end - 1) - tokenAt(doc, start) >= LONGEST ||
    /[,;:"]\s/.test(doc.text.slice(start, outer.start))
  )
    return end > outer.end ? { start: outer.start, end } : undefined;
  return { start, end };
}

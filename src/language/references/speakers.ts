import { linesOf, quotationsIn } from "../../text/quotation.ts";
import { verbClass } from "../clauses/lexicon.ts";
import type { Tree } from "../clauses/tree.ts";
import type { Doc } from "../doc.ts";
import { deprelOf, lemmaOf, uposOf } from "../doc.ts";

/** Who speaks where. */
export interface Speakers {
  /** Number of the quotation that a token stands in, or -1. */
  readonly quotation: Int32Array;
  /** Head token of the speaker of each quotation, or -1. */
  readonly speaker: readonly number[];
}

const reporting = verbClass("reporting");

/**
 * Finds quotations and the subject of the verb of saying beside each. A quotation without such a verb in its
 * sentences belongs to the speaker of the one before in the same paragraph, or of the speech that goes on in it.
 */
export function speakersOf(doc: Doc, tree: Tree): Speakers {
  const quotation = new Int32Array(doc.size).fill(-1);
  const speaker: number[] = [];
  let token = 0;
  let priorEnd = 0;
  let goesOn = false;
  for (const { start, end, depth, goesOn: continues } of quotationsIn(doc.text, linesOf(doc.text))) {
    if (depth > 0) continue;
    while (token < doc.size && doc.start[token]! < start) token += 1;
    const first = token;
    const number = speaker.length;
    for (; token < doc.size && doc.end[token]! <= end; token += 1) quotation[token] = number;
    const sameParagraph = !doc.text.slice(priorEnd, start).includes("\n");
    const carried = number > 0 && (sameParagraph || goesOn) ? speaker[number - 1]! : -1;
    speaker.push(token > first ? nearestSpeaker(doc, tree, first, token, quotation, carried) : carried);
    priorEnd = end;
    goesOn = continues;
  }
  return { quotation, speaker };
}

/** The subject of the nearest verb of saying outside the quotation, in the sentences that it begins and ends in. */
function nearestSpeaker(
  doc: Doc,
  tree: Tree,
  first: number,
  last: number,
  quotation: Int32Array,
  carried: number,
): number {
  const begin = doc.sentences[doc.sentence[first]!]!;
  const end = doc.sentences[doc.sentence[last - 1]! + 1]!;
  let best = carried;
  let nearest = 60;
  for (let token = Math.max(begin, first - 60); token < Math.min(end, last + 60); token += 1) {
    if (token === first) token = last;
    if (token >= end) break;
    if (quotation[token]! >= 0 || uposOf(doc, token) !== "VERB" || !reporting.has(lemmaOf(doc, token)))
      continue;
    const distance = token < first ? first - token : token - last + 1;
    if (distance >= nearest) continue;
    const subject = subjectOf(doc, tree, token);
    if (subject < 0 || quotation[subject]! >= 0) continue;
    nearest = distance;
    best = subject;
  }
  return best;
}

function subjectOf(doc: Doc, tree: Tree, verb: number): number {
  for (let child = tree.firstChild[verb]!; child >= 0; child = tree.nextSibling[child]!) {
    if (deprelOf(doc, child) === "nsubj") return child;
  }
  return -1;
}

import { type Doc, uposOf, wordOf } from "../../../language/doc.ts";
import { type Features, hashOf, shallow } from "../../../language/model-features.ts";
import type { Quotation } from "../../../text/quotation.ts";
import { quotationAround } from "../quoted.ts";
import { isReadable, type Syntax } from "../syntax.ts";
import type { ContentSpan } from "./content-spans.ts";
import { type CueView, pathBetween, reportFeatures, viewCue } from "./features.ts";
import { features, type Scorer, scored } from "./scorer.ts";

/** A word that scores less seems to report nothing, whatever may be said of its content. */
const LEAST = -2000;

/** Words of the open classes, prepositions, and a colon ("The minister: …"). */
export function mayBeCue({ doc }: Syntax, token: number): boolean {
  return /^(?:VERB|NOUN|ADJ|ADV|ADP|PROPN|AUX)$/u.test(uposOf(doc, token)) || wordOf(doc, token) === ":";
}

/** The words of a text that seem to report something, and how strongly each word of it does. */
export interface Reporting {
  readonly views: readonly CueView[];
  /** By token: about ±2000 where the model has no doubt; words that cannot report have the least. */
  readonly scores: Int32Array;
}

/** Reads which words report something, in text order. */
export function readReporting(
  syntax: Syntax,
  quotations: readonly Quotation[],
  scorer: Scorer,
  isAsked: (token: number) => boolean = () => true,
): Reporting {
  const scores = noScores(syntax.doc.size);
  const views = scoreTokens(syntax, quotations, scorer, scores, 0, syntax.doc.size);
  return { views: views.filter(({ cue }) => isAsked(cue)), scores };
}

/** Scores for a text of which no word has been asked. */
export function noScores(size: number): Int32Array {
  return new Int32Array(size).fill(2 * LEAST);
}

/** Writes the scores of tokens from `from` up to `to` into `scores`. @returns those that seem to report something */
export function scoreTokens(
  syntax: Syntax,
  quotations: readonly Quotation[],
  scorer: Scorer,
  scores: Int32Array,
  from: number,
  to: number,
): CueView[] {
  const views: CueView[] = [];
  for (let token = from; token < to; token++) {
    if (!mayBeCue(syntax, token) || !isReadable(syntax.doc, token)) continue;
    const view = viewCue(syntax, token, quotations);
    reportFeatures(view, features);
    scores[token] = scored(scorer);
    if (scores[token]! >= LEAST) views.push(view);
  }
  return views;
}

/** A score in steps of half the margin, from 0. */
export function stepOf(score: number): number {
  return Math.min(Math.max(Math.floor(score / 700) + 5, 0), 12);
}

/** Adds to `to` the features of what else reports, inside a content and right behind it. */
export function cuesAround(
  syntax: Syntax,
  { cue, lemma }: CueView,
  { first, last, kind }: ContentSpan,
  quotations: readonly Quotation[],
  scores: Int32Array,
  to: Features,
): void {
  const { doc } = syntax;
  const form = hashOf(kind);
  const own = stepOf(scores[cue]!);
  let strongest = -1;
  let strong = 0;
  for (let token = first; token < last; token++) {
    if (token === cue || scores[token]! < LEAST) continue;
    if (quotationAround({ start: doc.start[token]!, end: doc.end[token]! }, quotations)) continue;
    if (scores[token]! > 0) strong++;
    if (strongest < 0 || scores[token]! > scores[strongest]!) strongest = token;
  }
  to.join(600, own, form);
  to.join(601, own, lemma);
  to.join(602, Math.min(strong, 3), form);
  if (strongest >= 0) {
    const step = stepOf(scores[strongest]!);
    const path = hashOf(pathBetween(doc, strongest, cue));
    to.join(603, step, form);
    to.join(604, step, path);
    to.join(605, path, form);
    to.join(606, step, hashOf(shallow(doc, strongest - 1)));
    to.join(607, step, hashOf(`${uposOf(doc, strongest)} ${Math.min(strongest - first, 6)}`));
    to.join(608, step, own);
  }
  const next = nextCue(doc, last, scores);
  const beyond = next < 0 ? 0 : stepOf(scores[next]!);
  const gap = next < 0 ? "-" : String(next - last);
  to.join(609, beyond, form);
  to.join(610, beyond, hashOf(`${gap} ${shallow(doc, last)}`));
  to.join(611, beyond, hashOf(`${strongest < 0 ? "-" : stepOf(scores[strongest]!)} ${gap}`));
}

/** The strongest of the words right behind a content that seem to report; -1 where there is none. */
function nextCue(doc: Doc, last: number, scores: Int32Array): number {
  let next = -1;
  for (let token = last; token < Math.min(last + 6, doc.size); token++) {
    if (scores[token]! < LEAST || doc.sentence[token] !== doc.sentence[Math.max(last - 1, 0)]) continue;
    if (next < 0 || scores[token]! > scores[next]!) next = token;
  }
  return next;
}

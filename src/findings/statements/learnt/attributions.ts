import { uposOf, wordOf } from "../../../language/doc.ts";
import type { Quotation } from "../../../text/quotation.ts";
import { isReadable, type Syntax } from "../syntax.ts";
import { type ContentSpan, contentSpans } from "./content-spans.ts";
import { type CueSpan, cueSpans } from "./cue-spans.ts";
import { type CueView, contentFeatures, cueFeatures, sourceFeatures, viewCue } from "./features.ts";
import { features, reports, type Scorer, scored } from "./scorer.ts";
import { type SourceSpan, sourceSpans } from "./source-spans.ts";

/** Who says, thinks or wants something, by which words, and what; in tokens. */
export interface Attribution {
  readonly cue: CueSpan;
  readonly source: SourceSpan | undefined;
  readonly content: ContentSpan;
}

/** A cue whose content is still to be chosen, best first. */
interface Open {
  readonly view: CueView;
  readonly contents: readonly { readonly content: ContentSpan; readonly score: number }[];
}

/** A content that scores more is taken; below 0, since a missed attribution costs as much as a false one. */
const ACCEPTED = -900;

/** Words of the open classes, prepositions, and a colon ("The minister: …"). */
export function mayBeCue({ doc }: Syntax, token: number): boolean {
  return /^(?:VERB|NOUN|ADJ|ADV|ADP|PROPN|AUX)$/u.test(uposOf(doc, token)) || wordOf(doc, token) === ":";
}

/**
 * Every attribution of a text, of acts of speech, thoughts and wishes, in text order; none inside another's content.
 * A linear model tells which words report, chooses among stretches of text what they report, then who is the source
 * and how far the cue reaches.
 */
export function readAttributions(
  syntax: Syntax,
  quotations: readonly Quotation[],
  scorer: Scorer,
): readonly Attribution[] {
  const open: Open[] = [];
  for (let token = 0; token < syntax.doc.size; token++) {
    if (!mayBeCue(syntax, token) || !isReadable(syntax.doc, token)) continue;
    const view = viewCue(syntax, token, quotations);
    if (!reports(scorer, view)) continue;
    const contents = contentSpans(syntax, token, quotations)
      .map((content, rank) => {
        contentFeatures(syntax, view, content, rank, quotations, features);
        return { content, score: scored(scorer) };
      })
      .filter(({ score }) => score > ACCEPTED)
      .sort((a, b) => b.score - a.score);
    if (contents.length > 0) open.push({ view, contents });
  }
  return apart(open, syntax.doc.size)
    .sort((a, b) => a.view.cue - b.view.cue)
    .map(({ view, content }) => {
      const source = sourceOf(syntax, view, content, quotations, scorer);
      return { cue: cueOf(syntax, view, content, source, scorer), source, content };
    });
}

/** The surest first, each with the best content that holds no cue taken before, and no cue inside a content taken before. */
function apart(open: readonly Open[], size: number): { view: CueView; content: ContentSpan }[] {
  const taken: { view: CueView; content: ContentSpan }[] = [];
  const covered = new Uint8Array(size);
  const cues = new Uint8Array(size);
  for (const { view, contents } of [...open].sort((a, b) => b.contents[0]!.score - a.contents[0]!.score)) {
    if (covered[view.cue]) continue;
    const free = contents.find(({ content: { first, last } }) => !cues.subarray(first, last).includes(1));
    if (!free) continue;
    covered.fill(1, free.content.first, free.content.last);
    cues[view.cue] = 1;
    taken.push({ view, content: free.content });
  }
  return taken;
}

function sourceOf(
  syntax: Syntax,
  view: CueView,
  content: ContentSpan,
  quotations: readonly Quotation[],
  scorer: Scorer,
): SourceSpan | undefined {
  let source: SourceSpan | undefined;
  let most = 0;
  for (const span of sourceSpans(syntax, view.cue)) {
    sourceFeatures(syntax, view, span, content, quotations, features);
    const score = scored(scorer);
    if (score <= most) continue;
    most = score;
    source = span;
  }
  return source;
}

function cueOf(
  syntax: Syntax,
  view: CueView,
  content: ContentSpan,
  source: SourceSpan | undefined,
  scorer: Scorer,
): CueSpan {
  let cue: CueSpan = { first: view.cue, last: view.cue + 1 };
  let most = Number.NEGATIVE_INFINITY;
  for (const span of cueSpans(syntax, view.cue, content, source)) {
    cueFeatures(syntax, view, span, content, source, features);
    const score = scored(scorer);
    if (score <= most) continue;
    most = score;
    cue = span;
  }
  return cue;
}

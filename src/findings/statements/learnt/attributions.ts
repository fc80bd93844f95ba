import type { Quotation } from "../../../text/quotation.ts";
import type { Syntax } from "../syntax.ts";
import { type ContentSpan, contentSpans, piecesOf } from "./content-spans.ts";
import { type CueSpan, cueSpans } from "./cue-spans.ts";
import { type CueView, contentFeatures, cueFeatures, sourceFeatures } from "./features.ts";
import { cuesAround, type Reporting, readReporting } from "./reporting.ts";
import { features, type Scorer, scored } from "./scorer.ts";
import { type SourceSpan, sourceSpans } from "./source-spans.ts";
import { type Assembled, standingFeatures } from "./standing.ts";

/** Who says, thinks or wants something, by which words, and what; in tokens. */
export interface Attribution {
  readonly cue: CueSpan;
  readonly source: SourceSpan | undefined;
  /** One or more stretches, in text order. */
  readonly content: readonly CueSpan[];
}

/** A content that scores less is not looked at further. */
const LEAST_CONTENT = -4000;

/** An attribution that scores more stands; below 0, since a missed one costs as much as a false one. */
const ACCEPTED = -1000;

/** A content that scores so much less than the best is no stand-in for it. */
const NEAR = 3000;

/** An attribution with the score that it stands by. */
interface Standing extends Assembled {
  readonly score: number;
}

/**
 * Every attribution of a text, of acts of speech, thoughts and wishes, in text order; none inside another's content.
 * A linear model tells which words report, chooses among stretches of text what they report, then who is the source,
 * whether the whole stands, and how far the cue reaches.
 */
export function readAttributions(
  syntax: Syntax,
  quotations: readonly Quotation[],
  scorer: Scorer,
): readonly Attribution[] {
  const reporting = readReporting(syntax, quotations, scorer);
  const standing = [...assembled(syntax, quotations, reporting, scorer)]
    .map((one): Standing => ({ ...one, score: standingScore(syntax, one, quotations, scorer) }))
    .filter(({ score }) => score > ACCEPTED);
  return apart(standing, syntax.doc.size)
    .sort((a, b) => a.view.cue - b.view.cue)
    .map(({ view, content, source }) => ({
      cue: cueOf(syntax, view, content, source, scorer),
      source,
      content: piecesOf(syntax, view.cue, content, quotations),
    }));
}

/** How surely a whole attribution stands: about ±2000 where the model has no doubt. */
export function standingScore(
  syntax: Syntax,
  one: Assembled,
  quotations: readonly Quotation[],
  scorer: Scorer,
): number {
  standingFeatures(syntax, one, quotations, features);
  return scored(scorer);
}

/** For each word that may report: the best content, then the best source. */
export function* assembled(
  syntax: Syntax,
  quotations: readonly Quotation[],
  { views, scores }: Reporting,
  scorer: Scorer,
): Iterable<Assembled> {
  for (const view of views) {
    const contents = contentSpans(syntax, view.cue, quotations)
      .map((content, rank) => {
        contentFeatures(syntax, view, content, rank, quotations, features);
        cuesAround(syntax, view, content, quotations, scores, features);
        return { content, score: scored(scorer) };
      })
      .filter(({ score }) => score > LEAST_CONTENT)
      .sort((a, b) => b.score - a.score);
    const [best] = contents;
    if (!best) continue;
    const { source, score } = sourceOf(syntax, view, best.content, quotations, scorer);
    yield { view, contents, source, reportScore: scores[view.cue]!, sourceScore: score };
  }
}

/** The surest first, each with the best content that holds no cue taken before, and no cue inside a content taken before. */
function apart(standing: readonly Standing[], size: number): (Standing & { content: ContentSpan })[] {
  const taken: (Standing & { content: ContentSpan })[] = [];
  const covered = new Uint8Array(size);
  const cues = new Uint8Array(size);
  for (const one of [...standing].sort((a, b) => b.score - a.score)) {
    if (covered[one.view.cue]) continue;
    const free = one.contents.find(
      ({ content, score }) =>
        score > one.contents[0]!.score - NEAR && !cues.subarray(content.first, content.last).includes(1),
    );
    if (!free) continue;
    covered.fill(1, free.content.first, free.content.last);
    cues[one.view.cue] = 1;
    taken.push({ ...one, content: free.content });
  }
  return taken;
}

function sourceOf(
  syntax: Syntax,
  view: CueView,
  content: ContentSpan,
  quotations: readonly Quotation[],
  scorer: Scorer,
): { source: SourceSpan | undefined; score: number } {
  let source: SourceSpan | undefined;
  let most = 0;
  for (const span of sourceSpans(syntax, view.cue)) {
    sourceFeatures(syntax, view, span, content, quotations, features);
    const score = scored(scorer);
    if (score <= most) continue;
    most = score;
    source = span;
  }
  return { source, score: most };
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

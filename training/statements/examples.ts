import { assembled } from "../../src/findings/statements/learnt/attributions.ts";
import {
  type ContentSpan,
  contentSpans,
  piecesOf,
} from "../../src/findings/statements/learnt/content-spans.ts";
import { cueSpans } from "../../src/findings/statements/learnt/cue-spans.ts";
import {
  type CueView,
  contentFeatures,
  cueFeatures,
  reportFeatures,
  sourceFeatures,
  viewCue,
} from "../../src/findings/statements/learnt/features.ts";
import {
  cuesAround,
  mayBeCue,
  type Reporting,
  readReporting,
} from "../../src/findings/statements/learnt/reporting.ts";
import type { Scorer } from "../../src/findings/statements/learnt/scorer.ts";
import { sourceSpans } from "../../src/findings/statements/learnt/source-spans.ts";
import { standingFeatures } from "../../src/findings/statements/learnt/standing.ts";
import { quotationAround } from "../../src/findings/statements/quoted.ts";
import { isReadable, type Syntax, syntaxOf } from "../../src/findings/statements/syntax.ts";
import { readClauses } from "../../src/language/clauses/read-clauses.ts";
import { type Doc, tokenAt, uposOf } from "../../src/language/doc.ts";
import { Features } from "../../src/language/model-features.ts";
import { parse } from "../../src/language/parse.ts";
import type { Range } from "../../src/record/span.ts";
import { type Quotation, quotationsIn } from "../../src/text/quotation.ts";
import type { Choices } from "../adagrad.ts";
import { type AnnotatedText, type Attribution, paragraphsOf } from "./polnear.ts";

/** A word that may be a cue, and the attribution whose cue it stands in, if any. */
interface Word {
  readonly token: number;
  readonly attribution?: Marked;
  /** Inside what another cue reports, where no cue is annotated. */
  readonly told: boolean;
}

/** An attribution as sets of tokens, punctuation left out. */
interface Marked {
  readonly source: ReadonlySet<number>;
  readonly cue: ReadonlySet<number>;
  readonly content: ReadonlySet<number>;
}

/** A text made ready to learn from. */
export interface Lesson {
  readonly syntax: Syntax;
  readonly quotations: readonly Quotation[];
  readonly words: readonly Word[];
  /** By token, for those inside cues. */
  readonly attributionAt: ReadonlyMap<number, Marked>;
}

const features = new Features();

export function lessonOf({ text, attributions }: AnnotatedText): Lesson {
  const paragraphs = paragraphsOf(text);
  return lessonFrom(parse(text, { within: paragraphs }), paragraphs, attributions);
}

export function lessonFrom(
  doc: Doc,
  paragraphs: readonly Range[],
  attributions: readonly Attribution[],
): Lesson {
  const syntax = syntaxOf(doc, readClauses(doc));
  const quotations = quotationsIn(doc.text, paragraphs);
  const attributionAt = new Map<number, Marked>();
  const told = new Set<number>();
  for (const attribution of attributions) {
    const marked = markedIn(doc, attribution);
    for (const token of allIn(doc, attribution.cue)) attributionAt.set(token, marked);
    for (const token of marked.content) told.add(token);
  }
  const words: Word[] = [];
  for (let token = 0; token < doc.size; token++) {
    if (!mayBeCue(syntax, token) || !isReadable(doc, token)) continue;
    const attribution = attributionAt.get(token);
    words.push({ token, ...(attribution && { attribution }), told: !attribution && told.has(token) });
  }
  return { syntax, quotations, words, attributionAt };
}

function markedIn(doc: Doc, { source, cue, content }: Attribution): Marked {
  return { source: tokensIn(doc, source), cue: tokensIn(doc, cue), content: tokensIn(doc, content) };
}

function* allIn(doc: Doc, ranges: readonly Range[]): Iterable<number> {
  for (const { start, end } of ranges)
    for (let token = tokenAt(doc, start); token < doc.size && doc.start[token]! < end; token++) yield token;
}

/** The tokens that ranges cover, punctuation left out. */
export function tokensIn(doc: Doc, ranges: readonly Range[]): ReadonlySet<number> {
  return new Set([...allIn(doc, ranges)].filter((token) => uposOf(doc, token) !== "PUNCT"));
}

/** Intersection over union, 0 where both are empty. */
export function overlapOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let common = 0;
  for (const token of a) if (b.has(token)) common++;
  const union = a.size + b.size - common;
  return union === 0 ? 0 : common / union;
}

function tokensFrom(
  doc: Doc,
  { first, last }: { readonly first: number; readonly last: number },
  without: ReadonlySet<number>,
): ReadonlySet<number> {
  const tokens = new Set<number>();
  for (let token = first; token < last; token++)
    if (uposOf(doc, token) !== "PUNCT" && !without.has(token)) tokens.add(token);
  return tokens;
}

/** Which words report something. What is told by others is left out: it may or may not. */
export function reportExamples({ syntax, quotations, words }: Lesson): readonly Choices[] {
  return words
    .filter(({ told }) => !told)
    .map(({ token, attribution }) => {
      reportFeatures(viewCue(syntax, token, quotations), features);
      return { choices: [features.taken()], right: [attribution !== undefined] };
    });
}

/** A cue whose content is known as well as it can be. */
export interface Known {
  readonly view: CueView;
  readonly content: ContentSpan;
  readonly attribution: Marked;
}

/** Which words of a text report, by a scorer that has not seen it; what is told within quotation marks left out. */
export function reportingOf({ syntax, quotations, words }: Lesson, scorer: Scorer): Reporting {
  const { doc } = syntax;
  const unasked = new Set(
    words
      .filter(
        ({ token, told }) =>
          told && quotationAround({ start: doc.start[token]!, end: doc.end[token]! }, quotations),
      )
      .map(({ token }) => token),
  );
  return readReporting(syntax, quotations, scorer, (token) => !unasked.has(token));
}

/**
 * Which content each word reports, none right where it is no cue. Who speaks within a quotation is not annotated. Of
 * several words in one cue, the one whose content fits best stands for it.
 */
export function contentExamples(
  { syntax, quotations, attributionAt }: Lesson,
  { views, scores }: Reporting,
): { readonly examples: readonly Choices[]; readonly known: readonly Known[] } {
  const examples: Choices[] = [];
  const best = new Map<Marked, { overlap: number; example: Choices; known: Known }>();
  for (const view of views) {
    const spans = contentSpans(syntax, view.cue, quotations);
    if (spans.length === 0) continue;
    const choices = spans.map((span, rank) => {
      contentFeatures(syntax, view, span, rank, quotations, features);
      cuesAround(syntax, view, span, quotations, scores, features);
      return features.taken();
    });
    const attribution = attributionAt.get(view.cue);
    if (!attribution) {
      examples.push({ choices, right: choices.map(() => false) });
      continue;
    }
    const overlaps = spans.map((span) => overlapWith(syntax, view.cue, span, quotations, attribution));
    const overlap = Math.max(...overlaps);
    if (overlap < 0.15 || overlap <= (best.get(attribution)?.overlap ?? 0)) continue;
    const content = spans[overlaps.indexOf(overlap)]!;
    const example = { choices, right: overlaps.map((one) => one >= overlap * 0.93) };
    best.set(attribution, { overlap, example, known: { view, content, attribution } });
  }
  for (const { example } of best.values()) examples.push(example);
  return { examples, known: [...best.values()].map(({ known }) => known) };
}

/** How well a stretch fits what an attribution reports. */
function overlapWith(
  syntax: Syntax,
  token: number,
  span: ContentSpan,
  quotations: readonly Quotation[],
  { cue, source, content }: Marked,
): number {
  const others = new Set([...cue, ...source]);
  const pieces = piecesOf(syntax, token, span, quotations);
  return overlapOf(new Set(pieces.flatMap((piece) => [...tokensFrom(syntax.doc, piece, others)])), content);
}

/** Whether each attribution stands that is put together by a scorer which has not seen the text. */
export function standingExamples(
  { syntax, quotations, attributionAt }: Lesson,
  reporting: Reporting,
  scorer: Scorer,
): readonly Choices[] {
  const examples: Choices[] = [];
  const best = new Map<Marked, { overlap: number; example: Choices }>();
  for (const one of assembled(syntax, quotations, reporting, scorer)) {
    standingFeatures(syntax, one, quotations, features);
    const choices = [features.taken()];
    const attribution = attributionAt.get(one.view.cue);
    if (!attribution) {
      examples.push({ choices, right: [false] });
      continue;
    }
    const span = one.contents[0]!.content;
    const overlap = overlapWith(syntax, one.view.cue, span, quotations, attribution);
    if (overlap < 0.15 || overlap <= (best.get(attribution)?.overlap ?? 0)) continue;
    best.set(attribution, { overlap, example: { choices, right: [true] } });
  }
  for (const { example } of best.values()) examples.push(example);
  return examples;
}

/** Who the source of each known cue is; none right where none is named. */
export function sourceExamples({ syntax, quotations }: Lesson, known: readonly Known[]): readonly Choices[] {
  return known.flatMap(({ view, content, attribution }) => {
    const spans = sourceSpans(syntax, view.cue);
    const overlaps = spans.map((span) =>
      overlapOf(tokensFrom(syntax.doc, span, new Set()), attribution.source),
    );
    const most = Math.max(0, ...overlaps);
    if (attribution.source.size > 0 && most <= 0.3) return [];
    const choices = spans.map((span) => {
      sourceFeatures(syntax, view, span, content, quotations, features);
      return features.taken();
    });
    return [{ choices, right: overlaps.map((one) => one > 0 && one >= most) }];
  });
}

/** How far each known cue reaches. */
export function cueExamples({ syntax }: Lesson, known: readonly Known[]): readonly Choices[] {
  return known.map(({ view, content, attribution }) => {
    const source = sourceSpans(syntax, view.cue)
      .map((span) => ({
        span,
        overlap: overlapOf(tokensFrom(syntax.doc, span, new Set()), attribution.source),
      }))
      .reduce<{ span: ReturnType<typeof sourceSpans>[number]; overlap: number } | undefined>(
        (best, one) => (one.overlap > (best?.overlap ?? 0.5) ? one : best),
        undefined,
      )?.span;
    const spans = cueSpans(syntax, view.cue, content, source);
    const overlaps = spans.map((span) => overlapOf(tokensFrom(syntax.doc, span, new Set()), attribution.cue));
    const most = Math.max(...overlaps);
    const choices = spans.map((span) => {
      cueFeatures(syntax, view, span, content, source, features);
      return features.taken();
    });
    return { choices, right: overlaps.map((one) => one >= most) };
  });
}

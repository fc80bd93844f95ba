import { candidateOf, mayReport } from "../../src/findings/statements/candidate.ts";
import { choiceFeatures, FEATURE_COUNT, sharedFeatures } from "../../src/findings/statements/features.ts";
import { syntaxOf } from "../../src/findings/statements/syntax.ts";
import { readClauses } from "../../src/language/clauses/read-clauses.ts";
import type { Doc } from "../../src/language/doc.ts";
import { uposOf } from "../../src/language/doc.ts";
import { parse } from "../../src/language/parse.ts";
import type { Range } from "../../src/record/span.ts";
import { quotationsIn } from "../../src/text/quotation.ts";
import { type AnnotatedText, type Attribution, paragraphsOf } from "./polnear.ts";

/** One verb: the features of each of its choices, and which of them are right; none right: it reports nothing. */
export interface Example {
  readonly choices: readonly Int32Array[];
  readonly right: readonly boolean[];
}

/** The tokens that ranges cover, punctuation left out. */
export function tokensIn(doc: Doc, ranges: readonly Range[]): ReadonlySet<number> {
  const tokens = new Set<number>();
  for (const { start, end } of ranges) {
    for (let i = firstEndingAfter(doc, start); i < doc.size && doc.start[i]! < end; i++) {
      if (uposOf(doc, i) !== "PUNCT") tokens.add(i);
    }
  }
  return tokens;
}

function firstEndingAfter(doc: Doc, offset: number): number {
  let low = 0;
  let high = doc.size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.end[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Intersection over union, 0 where both are empty. */
export function overlapOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let common = 0;
  for (const token of a) if (b.has(token)) common++;
  const union = a.size + b.size - common;
  return union === 0 ? 0 : common / union;
}

/**
 * The examples of one text. A verb inside what somebody is quoted with is left out: who speaks within a quotation
 * is not annotated. Of several verbs in one cue, the one whose content fits best stands for it.
 */
export function examplesOf({ text, attributions }: AnnotatedText): readonly Example[] {
  const paragraphs = paragraphsOf(text);
  const doc = parse(text, { within: paragraphs });
  const syntax = syntaxOf(doc, readClauses(doc));
  const quotations = quotationsIn(text, paragraphs);
  const { cueOf, inContent } = mark(doc, attributions);
  const examples: Example[] = [];
  const best = new Map<Attribution, { overlap: number; example: Example }>();
  for (let verb = 0; verb < doc.size; verb++) {
    if (!mayReport(syntax, verb)) continue;
    const attribution = cueOf.get(verb);
    if (!attribution && inContent.has(verb)) continue;
    const candidate = candidateOf(syntax, verb, quotations);
    if (candidate.choices.length === 0) continue;
    const shared = sharedFeatures(syntax, candidate, quotations);
    const choices = candidate.choices.map((choice, rank) => {
      const keys = new Int32Array(FEATURE_COUNT);
      return keys.slice(0, choiceFeatures(syntax, shared, choice, rank, quotations, keys));
    });
    const gold = attribution && tokensIn(doc, attribution.content);
    const overlaps = candidate.choices.map(({ content }) =>
      gold ? overlapOf(tokensIn(doc, [content]), gold) : 0,
    );
    const most = Math.max(...overlaps);
    const example = { choices, right: overlaps.map((overlap) => overlap >= 0.15 && overlap >= most * 0.85) };
    if (!attribution) examples.push(example);
    else if (most >= 0.15 && most > (best.get(attribution)?.overlap ?? 0))
      best.set(attribution, { overlap: most, example });
  }
  return [...examples, ...[...best.values()].map(({ example }) => example)];
}

function mark(doc: Doc, attributions: readonly Attribution[]) {
  const cueOf = new Map<number, Attribution>();
  const inContent = new Set<number>();
  for (const attribution of attributions) {
    for (const token of tokensIn(doc, attribution.cue)) cueOf.set(token, attribution);
    for (const token of tokensIn(doc, attribution.content)) inContent.add(token);
  }
  return { cueOf, inContent };
}

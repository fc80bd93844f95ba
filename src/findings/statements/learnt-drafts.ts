import type { Phrase } from "../../language/clause.ts";
import { uposOf, xposOf } from "../../language/doc.ts";
import type { Quotation } from "../../text/quotation.ts";
import { quotesAsSaying } from "./as-saying.ts";
import type { Draft } from "./draft.ts";
import { assembled, standingScore } from "./learnt/attributions.ts";
import { piecesOf } from "./learnt/content-spans.ts";
import { viewCue } from "./learnt/features.ts";
import { noScores, scoreTokens } from "./learnt/reporting.ts";
import { confidenceOf, reportScore, statementScorer } from "./learnt/scorer.ts";
import type { Assembled } from "./learnt/standing.ts";
import { framesOf, type SpeechClass } from "./lexicon.ts";
import { isSaid, maySpeak } from "./said.ts";
import { cueRange, partsIn, trimmed } from "./span.ts";
import { isReadable, rangeOf, type Syntax, verbLemma } from "./syntax.ts";

/** From here on a word reports something, beyond doubt. */
const REPORTS = 1500;
/** From here on the whole attribution stands, beyond doubt. */
const STANDS = 1000;

/**
 * Verbs of saying of which the rules find no speaker or no words, since the syntax of the sentence went wrong: as the
 * model reads them, where it has no doubt. Only whole clauses and quotations, never a noun phrase.
 */
export function* learntDrafts(
  syntax: Syntax,
  quotations: readonly Quotation[],
  known: readonly Draft[],
): Iterable<Draft> {
  const { doc } = syntax;
  const scorer = statementScorer();
  const heads = new Set(known.map(({ head }) => head));
  const scores = noScores(doc.size);
  const asked = new Set<number>();
  for (let token = 0; token < doc.size; token++) {
    if (uposOf(doc, token) !== "VERB" || heads.has(token) || !isReadable(doc, token)) continue;
    const lemma = verbLemma(syntax, token);
    const speech = speechOf(lemma);
    if (quotesAsSaying(syntax, token, lemma)) continue;
    if (speech === undefined || !isSaid(syntax, token, syntax.clauseOf.get(token))) continue;
    const view = viewCue(syntax, token, quotations);
    if (reportScore(scorer, view) < REPORTS) continue;
    const sentence = doc.sentence[token]!;
    if (!asked.has(sentence)) {
      const [from, to] = [doc.sentences[sentence]!, doc.sentences[sentence + 1]!];
      scoreTokens(syntax, quotations, scorer, scores, from, to);
      asked.add(sentence);
    }
    for (const one of assembled(syntax, quotations, { views: [view], scores }, scorer)) {
      const score = standingScore(syntax, one, quotations, scorer);
      const draft = score < STANDS ? undefined : draftOf(syntax, one, quotations, lemma, speech, score);
      if (draft) yield draft;
    }
  }
}

/** What a verb makes of whoever says a clause or a quotation with it; absent for verbs of thinking, or of neither. */
function speechOf(lemma: string): SpeechClass | undefined {
  const frames = framesOf(lemma);
  const speech = frames?.get("that") ?? frames?.get("whom that");
  return speech === "think" ? undefined : speech;
}

function draftOf(
  syntax: Syntax,
  one: Assembled,
  quotations: readonly Quotation[],
  lemma: string,
  speech: SpeechClass,
  score: number,
): Draft | undefined {
  const { doc } = syntax;
  const { cue } = one.view;
  const span = one.contents[0]!.content;
  const [piece] = piecesOf(syntax, cue, span, quotations);
  if (!one.source || !piece || (piece.first <= cue && cue < piece.last)) return undefined;
  // "Moll insisted, adding that …": a phrase that ends with a verb names nobody.
  if (uposOf(doc, one.source.last - 1) === "VERB") return undefined;
  const content = trimmed(doc.text, rangeOf(doc, piece.first, piece.last));
  const source: Phrase = { ...rangeOf(doc, one.source.first, one.source.last), head: one.source.head };
  if (!content || !maySpeak(syntax, lemma, [source], quotations, cue)) return undefined;
  const parts = partsIn(content, quotations);
  if (parts.length === 0 && !isClause(syntax, piece.first, piece.last)) return undefined;
  return {
    head: cue,
    lemma,
    speech,
    cue: cueRange(syntax, cue, undefined),
    sources: [source],
    content,
    parts,
    free: /^["“‘'„«`].*["”’'“»]$/su.test(doc.text.slice(content.start, content.end)),
    recipients: [],
    cited: [],
    negated: syntax.clauseOf.get(cue)?.negated ?? false,
    rule: `learnt: ${lemma}`,
    score: confidenceOf(score),
  };
}

function isClause({ doc }: Syntax, first: number, last: number): boolean {
  for (let token = first; token < last; token++) if (/^VB[DPZ]$|^MD$/u.test(xposOf(doc, token))) return true;
  return false;
}

import { readFigures } from "../../compare/number.ts";
import type { Clause, Phrase } from "../../language/clause.ts";
import { childrenOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import type { Quotation } from "../../text/quotation.ts";
import { asSaying } from "./as-saying.ts";
import { type Choice, candidateOf } from "./candidate.ts";
import type { Option } from "./content.ts";
import type { Draft } from "./draft.ts";
import { viewCue } from "./learnt/features.ts";
import { confidenceOf, reportScore, statementScorer } from "./learnt/scorer.ts";
import {
  documents,
  expressed,
  type Frame,
  framesOf,
  opinions,
  quotedOnly,
  type SpeechClass,
  speechNoun,
} from "./lexicon.ts";
import { quotationAround } from "./quoted.ts";
import { isHuman, isSaid, maySpeak } from "./said.ts";
import { setPhrase } from "./set-phrases.ts";
import { isNamed, isPastBehindAnd, sourcesOf } from "./source.ts";
import { cueRange, partsIn } from "./span.ts";
import { dependent, isReadable, type Syntax, verbLemma } from "./syntax.ts";

/** What the rules take for a statement is let go below this score: the model has seldom seen such a verb report. */
const REJECTED = -2600;

const QUOTED_ONLY: ReadonlyMap<Frame, SpeechClass> = new Map([["np", "say"]]);

/** The statements that verbs report, in text order. */
export function* verbCues(syntax: Syntax, quotations: readonly Quotation[]): Iterable<Draft> {
  const { doc } = syntax;
  for (let token = 0; token < doc.size; token++) {
    if (uposOf(doc, token) !== "VERB" || !isReadable(doc, token)) continue;
    if (isAttribute(syntax, token)) continue;
    const lemma = verbLemma(syntax, token);
    const draft =
      setPhrase(syntax, token, lemma, quotations) ??
      asSaying(syntax, token, quotations) ??
      reporting(syntax, token, lemma, quotations);
    if (draft) yield withoutCue(syntax, draft, quotations);
  }
}

/** "“X,” she said. “Y.”": what is said is the quotation before the cue; the one behind it is a further part of it. */
function withoutCue({ doc }: Syntax, draft: Draft, quotations: readonly Quotation[]): Draft {
  const end = doc.end[doc.sentences[doc.sentence[draft.head]! + 1]! - 1]!;
  const isSplit = draft.free && draft.parts.some(({ start }) => start >= end);
  const first = isSplit ? draft.parts.findLast((part) => part.end < draft.cue.start) : undefined;
  if (!first) return draft;
  const last = quotationAround(first, quotations)?.end ?? first.end;
  return { ...draft, content: { start: draft.content.start, end: last } };
}

function reporting(
  syntax: Syntax,
  verb: number,
  lemma: string,
  quotations: readonly Quotation[],
): Draft | undefined {
  const frames = framesOf(lemma) ?? (quotedOnly.has(lemma) ? QUOTED_ONLY : undefined);
  if (!frames) return undefined;
  const clause = syntax.clauseOf.get(verb);
  const candidate = candidateOf(syntax, verb, quotations);
  const { choices } = candidate;
  const sources = candidate.sources.length > 0 ? candidate.sources : sharedSubject(syntax, verb);
  const [first] = choices;
  const isQuoted = first?.frame === "quote" || first?.frame === "that quote";
  if (!isQuoted && !isSaid(syntax, verb, clause)) return undefined;
  if (!maySpeak(syntax, lemma, sources, quotations, verb)) return undefined;
  for (const choice of choices) {
    const speech = speechOf(frames, choice, lemma);
    if (speech === undefined || choice.bound !== "best") continue;
    // "…,” but added that …": the quotation is somebody's cue before.
    if (choice.frame === "quote" && leadsOn(syntax, verb, choice)) continue;
    if (speech === "think" && !isOpinion(syntax, lemma, choice, sources)) continue;
    if (lemma === "put" && !isReckoned(syntax, choice)) continue;
    const content = withSubject(syntax, verb, choice, sources);
    const parts = partsIn(content, quotations);
    if (frames === QUOTED_ONLY && parts.length === 0) continue;
    if (choice.frame === "np" && lemma !== "put" && !isSpokenObject(syntax, lemma, choice, sources)) continue;
    const score = reportScore(statementScorer(), viewCue(syntax, verb, quotations));
    // A figure that somebody puts on a thing is told, whatever else the verb mostly means.
    if (score < REJECTED && lemma !== "put") return undefined;
    return {
      head: verb,
      lemma,
      speech,
      cue: cueRange(syntax, verb, choice.option?.cueEnd),
      sources,
      ...(isJoined(syntax, verb) && { joined: true as const }),
      content,
      parts,
      free: choice.free,
      recipients: recipientsOf(syntax, verb, clause, choice.option),
      cited: [],
      negated: clause?.negated ?? false,
      rule: `verb: ${lemma} ${choice.frame}`,
      score: Math.max(confidenceOf(score), choice.free ? 0.95 : 0.5),
    };
  }
  return undefined;
}

/** "Moll appealed to both sides and hinted that …": the subject of the finite verb before, where the syntax shares none. */
function sharedSubject(syntax: Syntax, verb: number): readonly Phrase[] {
  const { doc } = syntax;
  const tag = isPastBehindAnd(syntax, verb) ? "VBD" : xposOf(doc, verb);
  if (!/^VB[DZ]$/u.test(tag) || !/^(?:and|but)$/u.test(wordOf(doc, verb - 1))) return [];
  const first = doc.sentences[doc.sentence[verb]!]!;
  for (let token = verb - 2; token > first; token--) {
    if (uposOf(doc, token) === "VERB" && xposOf(doc, token) === tag) return sourcesOf(syntax, token);
  }
  return [];
}

/** "analysts believe that …": an opinion that somebody is told to hold; a state is told of by its conduct. */
function isOpinion(syntax: Syntax, lemma: string, { frame }: Choice, [source]: readonly Phrase[]): boolean {
  if (!opinions.has(lemma) || frame === "np" || source === undefined) return false;
  const { doc } = syntax;
  return uposOf(doc, source.head) === "PROPN" || isHuman(syntax, source) || isHeOrShe(doc, source.head);
}

function isHeOrShe(doc: Doc, token: number): boolean {
  return /^(?:he|she)$/iu.test(wordOf(doc, token));
}

/** "called it “fair” but added that …": what is added stands behind. */
function leadsOn({ doc }: Syntax, verb: number, { content }: Choice): boolean {
  return (
    content.end <= doc.start[verb]! &&
    /^(?:and|but)$/u.test(wordOf(doc, verb - 1)) &&
    wordOf(doc, verb + 1) === "that"
  );
}

/** "puts the dead at 40": a figure. */
function isReckoned({ doc }: Syntax, { content, frame }: Choice): boolean {
  const isAt =
    /\bat$/u.test(frame) || /\bat (?:\p{L}+ ){0,2}\d/u.test(doc.text.slice(content.start, content.end));
  return isAt && readFigures(doc.text, content.start, content.end).length > 0;
}

/** "says the bill is “a joke”": the subject of what is said, where the syntax took it for that of the cue. */
function withSubject(
  syntax: Syntax,
  verb: number,
  { frame, content }: Choice,
  [source]: readonly Phrase[],
): Range {
  const { doc, tree } = syntax;
  if (frame !== "that" || !source || source.start > doc.start[verb]!) return content;
  // "said Agron, which mediates, had sent a text": the syntax took the aside for the beginning.
  const aside = doc.text.slice(doc.end[verb]!, content.start);
  if (
    /^ (?:\p{Lu}[\p{L}'’-]*|the \p{L}+)(?: \p{Lu}[\p{L}'’-]*)*, (?:who|which)\b[^,.;:]{1,80},\s$/u.test(aside)
  )
    return { start: doc.start[verb + 1]!, end: content.end };
  const subject = childrenOf(tree, verb).find(
    (child) => child > verb && /^nsubj/u.test(deprelOf(doc, child)) && tree.left[child] === verb + 1,
  );
  if (subject === undefined) return content;
  const between = doc.text.slice(doc.end[tree.right[subject]! - 1]!, content.start);
  return /^\s?$/u.test(between) ? { start: doc.start[verb + 1]!, end: content.end } : content;
}

/** Behind "and" or "but", with no more than adverbs and auxiliaries between; or ", adding". */
function isJoined({ doc }: Syntax, verb: number): boolean {
  if (xposOf(doc, verb) === "VBG") return true;
  let before = verb - 1;
  while (before > 0 && /^(?:AUX|ADV|PART)$/u.test(uposOf(doc, before))) before--;
  return uposOf(doc, before) === "CCONJ";
}

function speechOf(
  frames: ReadonlyMap<Frame, SpeechClass>,
  { frame }: Choice,
  lemma: string,
): SpeechClass | undefined {
  // "put the number of people killed since then at 23": the figure hangs within the phrase.
  if (lemma === "put" && frame === "np") return frames.get("whom at");
  if (frame === "quote") return frames.get("that") ?? frames.get("quote");
  if (frame === "that" || frame === "that quote") return frames.get("that") ?? frames.get("whom that");
  return frames.get(frame);
}

/** Whether a noun phrase can be what is said: an issue or an opinion, not a letter or a person. */
function isSpokenObject(
  syntax: Syntax,
  lemma: string,
  { option }: Choice,
  sources: readonly Phrase[],
): boolean {
  const { doc } = syntax;
  if (!option) return false;
  const head = lemmaOf(doc, option.head);
  const speech = framesOf(lemma)?.get("np");
  if (speech === "express") return expressed.has(head) || speechNoun(head) !== undefined;
  if (uposOf(doc, option.head) === "PRON")
    return speech === "reject" || speech === "deny" || speech === "blame";
  if (
    /^(?:other|life|credit|victory|responsibility|story|seat)$/u.test(head) &&
    speech !== "reject" &&
    speech !== "deny"
  )
    return false;
  const [source] = sources;
  return (
    source !== undefined &&
    (isNamed(syntax, source) || isHuman(syntax, source) || documents.has(lemmaOf(doc, source.head)))
  );
}

/** "Has given added fuel": a participle before a noun, after a verb. */
function isAttribute({ doc }: Syntax, verb: number): boolean {
  return (
    xposOf(doc, verb) === "VBN" &&
    uposOf(doc, verb - 1) === "VERB" &&
    verb + 1 < doc.size &&
    uposOf(doc, verb + 1) === "NOUN"
  );
}

function recipientsOf(
  syntax: Syntax,
  verb: number,
  clause: Clause | undefined,
  option: Option | undefined,
): readonly Phrase[] {
  if (option?.recipient) return [option.recipient];
  if (clause && clause.recipients.length > 0) return clause.recipients;
  const { doc } = syntax;
  const object = dependent(syntax, verb, "iobj", "obj");
  const told =
    lemmaOf(doc, verb) === "tell" || lemmaOf(doc, verb) === "inform" || lemmaOf(doc, verb) === "assure";
  if (told && object !== undefined && option?.head !== object) {
    return [
      {
        start: doc.start[syntax.tree.left[object]!]!,
        end: doc.end[syntax.tree.right[object]! - 1]!,
        head: object,
      },
    ];
  }
  return (clause?.obliques ?? [])
    .filter(({ preposition }) => preposition === "to")
    .map(({ phrase }) => phrase);
}

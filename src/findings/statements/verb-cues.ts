import type { Clause, Phrase } from "../../language/clause.ts";
import { childrenOf } from "../../language/clauses/tree.ts";
import { deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import type { Quotation } from "../../text/quotation.ts";
import { asSaying } from "./as-saying.ts";
import { type Choice, candidateOf } from "./candidate.ts";
import type { Option } from "./content.ts";
import type { Draft } from "./draft.ts";
import { clauseExtent } from "./extent.ts";
import { viewCue } from "./learnt/features.ts";
import { confidenceOf, reportScore, statementScorer } from "./learnt/scorer.ts";
import {
  clear,
  documents,
  evidential,
  expressed,
  type Frame,
  framesOf,
  quotedOnly,
  type SpeechClass,
  speechNoun,
  withheld,
} from "./lexicon.ts";
import { quotationAround } from "./quoted.ts";
import {
  apposedBefore,
  asideSpeaker,
  governingCue,
  introducedBefore,
  isFirstOrSecondPerson,
  isNamed,
  isNobody,
  sourcesOf,
} from "./source.ts";
import { cueRange, partsIn, tidied, trimmed } from "./span.ts";
import { dependent, isReadable, type Syntax, verbLemma } from "./syntax.ts";

/** What the rules take for a statement is let go below this score: the model has seldom seen such a verb report. */
const REJECTED = -2600;

const QUOTED_ONLY: ReadonlyMap<Frame, SpeechClass> = new Map([["np", "say"]]);

/** Modals under which nothing has been said yet. */
const UNSAID = new Set([
  "will",
  "shall",
  "may",
  "might",
  "could",
  "should",
  "would",
  "must",
  "have to",
  "ought to",
  "be to",
  "be able to",
  "need to",
]);

/** Verbs after which an infinitive tells what is said: "went on to say". */
const CARRIERS = new Set(["go", "continue", "use", "take", "appear", "seem", "rush", "proceed"]);

/** The statements that verbs report, in text order. */
export function* verbCues(syntax: Syntax, quotations: readonly Quotation[]): Iterable<Draft> {
  const { doc } = syntax;
  for (let token = 0; token < doc.size; token++) {
    if (uposOf(doc, token) !== "VERB" || !isReadable(doc, token)) continue;
    if (isAttribute(syntax, token)) continue;
    const lemma = verbLemma(syntax, token);
    const draft =
      withholding(syntax, token, lemma) ??
      makingClear(syntax, token, lemma, quotations) ??
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
    const speech = speechOf(frames, choice);
    if (speech === undefined || speech === "think" || choice.bound !== "best") continue;
    const content = withSubject(syntax, verb, choice, sources);
    const parts = partsIn(content, quotations);
    if (frames === QUOTED_ONLY && parts.length === 0) continue;
    if (choice.frame === "np" && !isSpokenObject(syntax, lemma, choice, sources)) continue;
    const score = reportScore(statementScorer(), viewCue(syntax, verb, quotations));
    if (score < REJECTED) return undefined;
    return {
      head: verb,
      lemma,
      speech,
      cue: cueRange(syntax, verb, choice.option?.cueEnd),
      sources,
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
  const tag = xposOf(doc, verb);
  if (!/^VB[DZ]$/u.test(tag) || !/^(?:and|but)$/u.test(wordOf(doc, verb - 1))) return [];
  const first = doc.sentences[doc.sentence[verb]!]!;
  for (let token = verb - 2; token > first; token--) {
    if (uposOf(doc, token) === "VERB" && xposOf(doc, token) === tag) return sourcesOf(syntax, token);
  }
  return [];
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
  const subject = childrenOf(tree, verb).find(
    (child) => child > verb && /^nsubj/u.test(deprelOf(doc, child)) && tree.left[child] === verb + 1,
  );
  if (subject === undefined) return content;
  const between = doc.text.slice(doc.end[tree.right[subject]! - 1]!, content.start);
  return /^\s?$/u.test(between) ? { start: doc.start[verb + 1]!, end: content.end } : content;
}

function speechOf(frames: ReadonlyMap<Frame, SpeechClass>, { frame }: Choice): SpeechClass | undefined {
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
  if (/^(?:other|life|credit|victory|responsibility|story|seat)$/u.test(head) && speech !== "reject")
    return false;
  const [source] = sources;
  return (
    source !== undefined &&
    (isNamed(syntax, source) || isHuman(syntax, source) || documents.has(lemmaOf(doc, source.head)))
  );
}

/** Whether the clause tells that something was said, and not that it may be or has to be. */
export function isSaid(syntax: Syntax, verb: number, clause: Clause | undefined): boolean {
  if (!clause) return true;
  // "has yet to say which": nothing so far.
  if (isGerund(syntax, verb, clause) || wordOf(syntax.doc, verb - 2).toLowerCase() === "yet") return false;
  if (isAskedAside(syntax, verb)) return false;
  if (clause.role === "time" && /^(?:once|until|before|unless)$/u.test(clause.marker)) return false;
  if (
    clause.role === "condition" ||
    (clause.role === "purpose" && clause.mood !== "infinitive") ||
    clause.mood === "imperative"
  )
    return false;
  if (UNSAID.has(clause.modal) && !(clause.negated && withheld.has(clause.lemma))) return false;
  // "asked whether …, she said": nothing is said by whoever is asked.
  if (
    xposOf(syntax.doc, verb) === "VBN" &&
    clause.mood === "participle" &&
    deprelOf(syntax.doc, verb) !== "root" &&
    introducedBefore(syntax, verb) === undefined &&
    apposedBefore(syntax, verb) === undefined &&
    asideSpeaker(syntax, verb) === undefined &&
    dependent(syntax, verb, "obl:agent") === undefined
  ) {
    return false;
  }
  const isBare = xposOf(syntax.doc, verb) === "VB" && clause.modal === "" && !clause.negated;
  if (clause.mood === "infinitive" || isBare) {
    const above = syntax.doc.head[verb]!;
    if (above < 0) return false;
    // "stepped out to announce that …": it was announced.
    const isTold = wordOf(syntax.doc, verb + 1) === "that" && syntax.clauseOf.get(above)?.tense === "past";
    return CARRIERS.has(lemmaOf(syntax.doc, above)) || (isTold && clause.role === "purpose");
  }
  return true;
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

/** "The premier, asked whether he was glad, replied": asked by nobody who is named. */
function isAskedAside({ doc }: Syntax, verb: number): boolean {
  return (
    wordOf(doc, verb) === "asked" &&
    wordOf(doc, verb - 1) === "," &&
    /^(?:whether|if|about|what|how|why|when|where|who|by|on|at)$/.test(wordOf(doc, verb + 1))
  );
}

/** "would mean Agron admitting a loss": talk of saying, not something said. */
function isGerund({ doc }: Syntax, verb: number, clause: Clause): boolean {
  if (xposOf(doc, verb) !== "VBG" || clause.aspect.includes("progressive")) return false;
  const before = wordOf(doc, verb - 1).toLowerCase();
  if (/^(?:,|—|–|--|while|and|but|or|as)$/u.test(before) || uposOf(doc, verb - 1) === "ADV") return false;
  return !(deprelOf(doc, verb) === "acl" && (documents.has(before) || speechNoun(before) !== undefined));
}

export function maySpeak(
  syntax: Syntax,
  lemma: string,
  sources: readonly Phrase[],
  quotations: readonly Quotation[],
  verb: number,
): boolean {
  const { doc } = syntax;
  const [source] = sources;
  if (!source || isNobody(syntax, source) || uposOf(doc, source.head) === "VERB") return false;
  const isInside =
    quotationAround({ start: doc.start[verb]!, end: doc.end[verb]! }, quotations) !== undefined;
  if (isInside && isFirstOrSecondPerson(syntax, source)) return false;
  if (!evidential.has(lemma)) return true;
  // ", signalling a thaw" is the report's own conclusion.
  if (xposOf(doc, verb) === "VBG" && governingCue(syntax, verb) === undefined) return false;
  return isNamed(syntax, source) || documents.has(lemmaOf(doc, source.head)) || isHuman(syntax, source);
}

/** Nouns that end like those for people do. */
function isHuman({ doc }: Syntax, phrase: Phrase): boolean {
  return (
    uposOf(doc, phrase.head) === "NOUN" &&
    /(?:er|or|ist|ian|man|woman|person|people|official|source|ally|aide|diplomat|president|chief|head|envoy|minister|ministry|government|office|agency|party)s?$/u.test(
      wordOf(doc, phrase.head).toLowerCase(),
    )
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

/** "made (it) clear that …". */
function makingClear(
  syntax: Syntax,
  verb: number,
  lemma: string,
  quotations: readonly Quotation[],
): Draft | undefined {
  if (lemma !== "make") return undefined;
  const { doc } = syntax;
  const last = doc.sentences[doc.sentence[verb]! + 1]!;
  let at = verb + 1;
  while (at < last && at < verb + 4 && !clear.has(wordOf(doc, at).toLowerCase())) at++;
  if (at + 3 >= last || !clear.has(wordOf(doc, at).toLowerCase())) return undefined;
  const isMarked = wordOf(doc, at + 1) === "that";
  const isClause = /^(?:nsubj|expl|det|nmod:poss)/u.test(deprelOf(doc, at + 1));
  if (!isMarked && !isClause) return undefined;
  const clause = syntax.clauseOf.get(verb);
  const sources = sourcesOf(syntax, verb);
  if (!isSaid(syntax, verb, clause) || !maySpeak(syntax, lemma, sources, quotations, verb)) return undefined;
  const first = at + (isMarked ? 2 : 1);
  let top = first;
  while (doc.head[top]! > at && doc.head[top] !== top) top = doc.head[top]!;
  const range = { start: doc.start[first]!, end: doc.end[syntax.tree.right[top]! - 1]! };
  const content = tidied(syntax, clauseExtent(syntax, range, verb, quotations), verb, quotations);
  if (!content) return undefined;
  return {
    head: verb,
    lemma: "make clear",
    speech: "say",
    cue: { start: doc.start[verb]!, end: doc.end[at]! },
    sources,
    content,
    parts: partsIn(content, quotations),
    free: false,
    recipients: [],
    cited: [],
    negated: clause?.negated ?? false,
    rule: "verb: make clear",
    score: 0.85,
  };
}

/** "declined to comment", "refused to say whether". */
function withholding(syntax: Syntax, verb: number, lemma: string): Draft | undefined {
  if (lemma !== "decline" && lemma !== "refuse") return undefined;
  const { doc, tree } = syntax;
  const what = dependent(syntax, verb, "xcomp");
  if (what === undefined || !withheld.has(lemmaOf(doc, what))) return undefined;
  const clause = syntax.clauseOf.get(verb);
  const sources = sourcesOf(syntax, verb);
  const more = childrenOf(tree, what).find((child) => child > what && uposOf(doc, child) !== "PUNCT");
  // "declined to comment on the paper": the paper.
  const first = more === undefined ? tree.left[what]! : tree.left[more]!;
  const isAbout = more !== undefined && /^(?:on|about)$/u.test(wordOf(doc, first));
  const content = trimmed(doc.text, {
    start: doc.start[isAbout ? first + 1 : first]!,
    end: doc.end[tree.right[what]! - 1]!,
  });
  if (!content || sources.length === 0 || !isSaid(syntax, verb, clause)) return undefined;
  return {
    head: verb,
    lemma,
    speech: "reject",
    cue: { start: cueRange(syntax, verb, undefined).start, end: doc.end[more === undefined ? verb : what]! },
    sources,
    content,
    parts: [],
    free: false,
    recipients: [],
    cited: [],
    negated: clause?.negated ?? false,
    rule: "withheld",
    score: 0.8,
  };
}

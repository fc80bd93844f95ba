import type { Clause, Phrase } from "../../language/clause.ts";
import { childrenOf } from "../../language/clauses/tree.ts";
import { deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import type { Quotation } from "../../text/quotation.ts";
import { contentOptions, type Option } from "./content.ts";
import type { Draft } from "./draft.ts";
import { clauseExtent, phraseExtent } from "./extent.ts";
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
import { quotationAround, quotedBy } from "./quoted.ts";
import {
  governingCue,
  introducedBefore,
  isFirstOrSecondPerson,
  isNamed,
  isNobody,
  sourcesOf,
} from "./source.ts";
import { cueRange, partsIn, tidied, trimmed } from "./span.ts";
import { dependent, type Syntax, tokenFrom, verbLemma } from "./syntax.ts";

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
    if (uposOf(doc, token) !== "VERB") continue;
    const lemma = verbLemma(syntax, token);
    const draft =
      withholding(syntax, token, lemma) ??
      makingClear(syntax, token, lemma, quotations) ??
      reporting(syntax, token, lemma, quotations);
    if (draft) yield draft;
  }
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
  const free = mayQuote(syntax, verb, clause) ? quotedBy(syntax.doc, verb, quotations) : [];
  const sources = free.length > 0 ? besideQuotation(syntax, verb, free) : sourcesOf(syntax, verb);
  if (free.length === 0 && !isSaid(syntax, verb, clause)) return undefined;
  const fromSyntax = () => built(syntax, verb, lemma, frames, sources, quotations);
  const chosen =
    free.length > 0
      ? (ledIn(syntax, verb, free, fromSyntax) ?? freely(syntax, verb, frames, free))
      : fromSyntax();
  if (!chosen || chosen.speech === "think") return undefined;
  if (!maySpeak(syntax, lemma, sources, quotations, verb)) return undefined;
  const cue = cueRange(syntax, verb, chosen.option?.cueEnd);
  return {
    head: verb,
    lemma,
    speech: chosen.speech,
    cue,
    sources,
    content: chosen.content,
    parts: partsIn(chosen.content, quotations),
    free: chosen.free,
    recipients: recipientsOf(syntax, verb, clause, chosen.option),
    cited: [],
    negated: clause?.negated ?? false,
    rule: `verb: ${lemma} ${chosen.frame}`,
    score: chosen.free ? 0.95 : chosen.frame === "np" ? 0.75 : 0.88,
  };
}

/** A verb with quotations beside it: active, and not an aside ("without elaborating"). */
function mayQuote(syntax: Syntax, verb: number, clause: Clause | undefined): boolean {
  if (!clause) return true;
  if (clause.passive || isPassiveParticiple(syntax, verb)) return false;
  return clause.mood !== "participle" || clause.marker === "";
}

/** "a plan rejected by …": a past participle without "have". */
function isPassiveParticiple({ doc }: Syntax, verb: number): boolean {
  let before = verb - 1;
  while (before > 0 && uposOf(doc, before) === "ADV") before--;
  return xposOf(doc, verb) === "VBN" && lemmaOf(doc, before) !== "have";
}

/** The speaker between quotation and verb, whatever the syntax made of a sentence with quotation marks in it. */
function besideQuotation(syntax: Syntax, verb: number, free: readonly Quotation[]): readonly Phrase[] {
  const { doc } = syntax;
  const sources = sourcesOf(syntax, verb);
  const before = free.find(({ end }) => end <= doc.start[verb]!);
  if (!before || sources.some((phrase) => phrase.start >= before.end)) return sources;
  let first = tokenFrom(doc, before.end);
  while (first < verb && /^(?:PUNCT|CCONJ|ADV)$/u.test(uposOf(doc, first))) first++;
  let last = verb - 1;
  while (last >= first && /^(?:ADV|AUX|PART|PUNCT)$/u.test(uposOf(doc, last))) last--;
  for (let token = first; token < last + 1; token++) if (uposOf(doc, token) === "VERB") return sources;
  if (last < first) return sources.filter(({ start }) => start > doc.start[verb]!);
  return [{ start: doc.start[first]!, end: doc.end[last]!, head: last }];
}

interface Choice {
  readonly content: Range;
  readonly speech: SpeechClass;
  readonly frame: Frame;
  readonly free: boolean;
  readonly option?: Option;
}

/** The content where quotations stand beside the cue. */
function freely(
  syntax: Syntax,
  verb: number,
  frames: ReadonlyMap<Frame, SpeechClass>,
  free: readonly Quotation[],
): Choice | undefined {
  const { doc } = syntax;
  const first = free[0]!;
  const last = free.at(-1)!;
  let { start } = first;
  let isFree = true;
  if (first.start < doc.start[verb]!) {
    // `The plan is “dead,” she said`: the sentence before the quotation is reported as well.
    const opening = sentenceStart(syntax, tokenFrom(doc, first.start));
    if (opening < first.start && !/^\W*$/u.test(doc.text.slice(opening, first.start))) {
      start = opening;
      isFree = false;
    }
  }
  const content = trimmed(doc.text, { start, end: last.end });
  const speech = frames.get("that") ?? frames.get("quote");
  return content && speech ? { content, speech, frame: "quote", free: isFree } : undefined;
}

/** "stressed that watching is needed: “…”": the clause before the colon is said as well. */
function ledIn(
  { doc }: Syntax,
  verb: number,
  [first, second]: readonly Quotation[],
  fromSyntax: () => Choice | undefined,
): Choice | undefined {
  if (!first || second || first.start < doc.end[verb]!) return undefined;
  const clause = wordOf(doc, verb + 1) === "that" ? fromSyntax() : undefined;
  if (!clause || clause.content.start > first.start || clause.content.end < first.start - 2) return undefined;
  return {
    ...clause,
    content: { start: clause.content.start, end: Math.max(first.end, clause.content.end) },
    free: false,
  };
}

function sentenceStart({ doc }: Syntax, token: number): number {
  const first = doc.sentences[doc.sentence[Math.min(token, doc.size - 1)]!]!;
  return doc.start[first]!;
}

/** The content that the syntax gives. */
function built(
  syntax: Syntax,
  verb: number,
  lemma: string,
  frames: ReadonlyMap<Frame, SpeechClass>,
  sources: readonly Phrase[],
  quotations: readonly Quotation[],
): Choice | undefined {
  for (const option of contentOptions(syntax, verb)) {
    const speech = frames.get(option.frame);
    if (speech === undefined || speech === "think") continue;
    if (frames === QUOTED_ONLY && partsIn(option, quotations).length === 0) continue;
    if (option.frame === "np" && !isSpokenObject(syntax, lemma, option, sources)) continue;
    const content = tidied(syntax, extent(syntax, verb, speech, option, quotations), verb, quotations);
    if (content) return { content, speech, frame: option.frame, free: false, option };
  }
  return undefined;
}

const CLAUSAL: ReadonlySet<Frame> = new Set([
  "that",
  "whom that",
  "to",
  "whom to",
  "on whom to",
  "to whom to",
]);

function extent(
  syntax: Syntax,
  verb: number,
  speech: SpeechClass,
  option: Option,
  quotations: readonly Quotation[],
): Range {
  if (CLAUSAL.has(option.frame)) return clauseExtent(syntax, option, verb, quotations);
  if (/\bas$/u.test(option.frame)) return upToQuotation(option, quotations);
  return phraseExtent(syntax, widened(syntax, verb, speech, option), verb, quotations);
}

/** "described it as “historic” in a post": what follows the quotation is not part of it. */
function upToQuotation(option: Option, quotations: readonly Quotation[]): Range {
  const last = partsIn(option, quotations).at(-1);
  const around = last && quotationAround(last, quotations);
  return around && around.end < option.end ? { start: option.start, end: around.end } : option;
}

/** "voiced support for the plan at home": what is expressed takes its prepositions along. */
function widened(syntax: Syntax, verb: number, speech: SpeechClass, option: Option): Range {
  if (speech !== "express" || option.frame !== "np") return option;
  const { doc, tree } = syntax;
  const next = childrenOf(tree, verb).find((child) => child > option.head && deprelOf(doc, child) === "obl");
  const touches =
    next !== undefined && doc.text.slice(option.end, doc.start[tree.left[next]!]!).trim() === "";
  return touches ? { start: option.start, end: doc.end[tree.right[next]! - 1]! } : option;
}

/** Whether a noun phrase can be what is said: an issue or an opinion, not a letter or a person. */
function isSpokenObject(syntax: Syntax, lemma: string, option: Option, sources: readonly Phrase[]): boolean {
  const { doc } = syntax;
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
function isSaid(syntax: Syntax, verb: number, clause: Clause | undefined): boolean {
  if (!clause) return true;
  if (isGerund(syntax, verb, clause)) return false;
  if (clause.role === "condition" || clause.role === "purpose" || clause.mood === "imperative") return false;
  if (UNSAID.has(clause.modal) && !(clause.negated && withheld.has(clause.lemma))) return false;
  // "asked whether …, she said": nothing is said by whoever is asked.
  if (
    xposOf(syntax.doc, verb) === "VBN" &&
    clause.mood === "participle" &&
    introducedBefore(syntax, verb) === undefined &&
    dependent(syntax, verb, "obl:agent") === undefined
  ) {
    return false;
  }
  const isBare = xposOf(syntax.doc, verb) === "VB" && clause.modal === "" && !clause.negated;
  if (clause.mood === "infinitive" || isBare) {
    const above = syntax.doc.head[verb]!;
    return above >= 0 && CARRIERS.has(lemmaOf(syntax.doc, above));
  }
  return true;
}

/** "would mean Agron admitting a loss": talk of saying, not something said. */
function isGerund({ doc }: Syntax, verb: number, clause: Clause): boolean {
  if (xposOf(doc, verb) !== "VBG" || clause.aspect.includes("progressive")) return false;
  const before = wordOf(doc, verb - 1).toLowerCase();
  if (/^(?:,|—|–|--|while|and|but|or)$/u.test(before) || uposOf(doc, verb - 1) === "ADV") return false;
  return !(deprelOf(doc, verb) === "acl" && (documents.has(before) || speechNoun(before) !== undefined));
}

function maySpeak(
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
  if (at + 2 >= last || !clear.has(wordOf(doc, at).toLowerCase()) || wordOf(doc, at + 1) !== "that")
    return undefined;
  const clause = syntax.clauseOf.get(verb);
  const sources = sourcesOf(syntax, verb);
  if (!isSaid(syntax, verb, clause) || !maySpeak(syntax, lemma, sources, quotations, verb)) return undefined;
  const range = { start: doc.start[at + 2]!, end: doc.end[last - 1]! };
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
  const content = trimmed(doc.text, {
    start: doc.start[tree.left[what]!]!,
    end: doc.end[tree.right[what]! - 1]!,
  });
  if (!content || sources.length === 0 || !isSaid(syntax, verb, clause)) return undefined;
  return {
    head: verb,
    lemma,
    speech: "reject",
    cue: cueRange(syntax, verb, undefined),
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

/** Cues of several words: "made it clear that …", "let it be known that …", "declined to comment". */
import { childrenOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, uposOf, wordOf } from "../../language/doc.ts";
import type { Quotation } from "../../text/quotation.ts";
import type { Draft } from "./draft.ts";
import { clauseExtent } from "./extent.ts";
import { clear, expressed, speechNoun, withheld } from "./lexicon.ts";
import { isSaid, maySpeak } from "./said.ts";
import { sourcesOf } from "./source.ts";
import { cueRange, partsIn, tidied, trimmed } from "./span.ts";
import { dependent, type Syntax } from "./syntax.ts";

/** What a verb says together with the words behind it, where they are one of these phrases. */
export function setPhrase(
  syntax: Syntax,
  verb: number,
  lemma: string,
  quotations: readonly Quotation[],
): Draft | undefined {
  return (
    withholding(syntax, verb, lemma) ??
    makingClear(syntax, verb, lemma, quotations) ??
    feeling(syntax, verb, lemma, quotations)
  );
}

/** "made (it) clear that …", "let it be known that …". */
function makingClear(
  syntax: Syntax,
  verb: number,
  lemma: string,
  quotations: readonly Quotation[],
): Draft | undefined {
  if (lemma !== "make" && lemma !== "let") return undefined;
  const { doc } = syntax;
  const last = doc.sentences[doc.sentence[verb]! + 1]!;
  const at = lemma === "make" ? clearAfter(doc, verb) : knownAfter(doc, verb);
  if (at === undefined || at + 3 >= last) return undefined;
  const that = behindAside(doc, at);
  const isMarked = wordOf(doc, that) === "that";
  const isClause = /^(?:nsubj|expl|det|nmod:poss)/u.test(deprelOf(doc, at + 1));
  if (!isMarked && !isClause) return undefined;
  const clause = syntax.clauseOf.get(verb);
  const sources = sourcesOf(syntax, verb);
  // "has let" looks like an infinitive, "she let" like a wish.
  const isTold =
    lemma === "make"
      ? isSaid(syntax, verb, clause)
      : clause === undefined || (clause.modal === "" && clause.mood !== "infinitive");
  if (!isTold || !maySpeak(syntax, lemma, sources, quotations, verb)) return undefined;
  const first = isMarked ? that + 1 : at + 1;
  let top = first;
  while (doc.head[top]! > at && doc.head[top] !== top) top = doc.head[top]!;
  const range = { start: doc.start[first]!, end: doc.end[syntax.tree.right[top]! - 1]! };
  const content = tidied(syntax, clauseExtent(syntax, range, verb, quotations), verb, quotations);
  if (!content) return undefined;
  return {
    head: verb,
    lemma: lemma === "make" ? "make clear" : "let know",
    speech: "say",
    cue: { start: doc.start[verb]!, end: doc.end[at]! },
    sources,
    content,
    parts: partsIn(content, quotations),
    free: false,
    recipients: [],
    cited: [],
    negated: clause?.negated ?? false,
    rule: `verb: ${lemma === "make" ? "make clear" : "let know"}`,
    score: 0.85,
  };
}

/** "made clear, however, | that …": the token behind two commas, else the next one. */
function behindAside(doc: Doc, at: number): number {
  if (wordOf(doc, at + 1) !== ",") return at + 1;
  for (let i = at + 2; i < Math.min(doc.size, at + 6); i++) if (wordOf(doc, i) === ",") return i + 1;
  return at + 1;
}

function clearAfter(doc: Doc, verb: number): number | undefined {
  for (let at = verb + 1; at < verb + 4 && at < doc.size; at++)
    if (clear.has(wordOf(doc, at).toLowerCase())) return at;
  return undefined;
}

/** "let it be known that …", "let slip that …". */
function knownAfter(doc: Doc, verb: number): number | undefined {
  const words = [1, 2, 3].map((i) => (verb + i < doc.size ? wordOf(doc, verb + i).toLowerCase() : ""));
  if (words.join(" ") === "it be known") return verb + 3;
  return words[0] === "slip" ? verb + 1 : undefined;
}

/** "expressed regret that …", "voiced confidence that …". */
function feeling(
  syntax: Syntax,
  verb: number,
  lemma: string,
  quotations: readonly Quotation[],
): Draft | undefined {
  const { doc, tree } = syntax;
  const that = verb + 2;
  if (!/^(?:express|voice|air)$/u.test(lemma) || wordOf(doc, that) !== "that") return undefined;
  if (!expressed.has(lemmaOf(doc, verb + 1)) && speechNoun(lemmaOf(doc, verb + 1)) === undefined)
    return undefined;
  const sources = sourcesOf(syntax, verb);
  const clause = syntax.clauseOf.get(verb);
  if (!isSaid(syntax, verb, clause) || !maySpeak(syntax, lemma, sources, quotations, verb)) return undefined;
  const last = doc.sentences[doc.sentence[verb]! + 1]!;
  let end = that + 2;
  while (end < last && !/^(?:[.;—–]|--)$/u.test(wordOf(doc, end))) end++;
  const isWhole = clause === undefined || clause.role === "root" || tree.right[verb]! >= end;
  const until = isWhole ? end : Math.max(that + 2, tree.right[verb]!);
  const content = tidied(syntax, { start: doc.start[that + 1]!, end: doc.end[until - 1]! }, verb, quotations);
  if (!content) return undefined;
  return {
    head: verb,
    lemma,
    speech: "express",
    cue: { start: doc.start[verb]!, end: doc.end[verb + 1]! },
    sources,
    content,
    parts: partsIn(content, quotations),
    free: false,
    recipients: [],
    cited: [],
    negated: clause?.negated ?? false,
    rule: "verb: express that",
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

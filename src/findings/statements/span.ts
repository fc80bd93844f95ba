import { childrenOf } from "../../language/clauses/tree.ts";
import { deprelOf, lemmaOf, lowerOf, type Upos, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import { firstQuotationFrom, type Quotation } from "../../text/quotation.ts";
import { citing, framesOf } from "./lexicon.ts";
import { quotationAround } from "./quoted.ts";
import { isReporting, joinedTo } from "./source.ts";
import { type Syntax, tokenFrom } from "./syntax.ts";

/**
 * A content range set right: cut before what belongs to the cue (", citing officials", ", adding that …"), no
 * quotation torn apart, no punctuation at its edges but quotation marks.
 */
export function tidied(
  syntax: Syntax,
  range: Range,
  cue: number,
  quotations: readonly Quotation[],
): Range | undefined {
  const cut = { start: range.start, end: tailOf(syntax, range, cue, quotations) };
  const whole = unbroken(syntax, cut, cue, quotations);
  return trimmed(syntax.doc.text, whole);
}

/** Where a trailing phrase begins that belongs to the cue; the end of the range where there is none. */
function tailOf(syntax: Syntax, range: Range, cue: number, quotations: readonly Quotation[]): number {
  const { doc } = syntax;
  for (
    let token = tokenFrom(doc, range.start) + 1;
    token < doc.size && doc.end[token]! <= range.end;
    token++
  ) {
    if (token === cue || !isTail(syntax, token, cue)) continue;
    const inside = quotationAround({ start: doc.start[token]!, end: doc.end[token]! }, quotations);
    if (inside && inside.start >= range.start) continue;
    let first = token;
    while (isHelping(uposOf(doc, first - 1))) first--;
    if (uposOf(doc, first - 1) === "CCONJ") first--;
    return doc.start[first]!;
  }
  return range.end;
}

function isHelping(tag: Upos): boolean {
  return tag === "AUX" || tag === "ADV";
}

const FINITE = new Set(["VBD", "VBZ"]);

function isTail(syntax: Syntax, token: number, cue: number): boolean {
  const { doc } = syntax;
  const before = wordOf(doc, token - 1);
  // "…, declaring the talks over and rejecting the terms": the second participle is a cue like the first.
  const isAnd = before === "and" || before === "but";
  const isJoined =
    (isAnd || before === "or") && xposOf(doc, cue) === "VBG" && deprelOf(doc, token) === "conj";
  if (isAnd || isHelping(uposOf(doc, token - 1))) {
    if (uposOf(doc, token) === "VERB" && isReporting(syntax, token) && joinedTo(syntax, token) === cue)
      return true;
  }
  if (isDeed(syntax, token, cue)) return true;
  if (before === "," || before === "—" || before === "–" || isJoined) {
    if (lemmaOf(doc, token) === "accord" || lowerOf(doc, token) === "according") return true;
    if (xposOf(doc, token) !== "VBG") return false;
    const lemma = lemmaOf(doc, token);
    const frames = framesOf(lemma);
    return (
      citing.has(lemma) || (frames !== undefined && [...frames.values()].some((speech) => speech !== "think"))
    );
  }
  return false;
}

/** "accused the mills of living off loans and slapped duties on them": a finite verb joined to one that is none. */
function isDeed({ doc }: Syntax, token: number, cue: number): boolean {
  const areTold = FINITE.has(xposOf(doc, token)) && FINITE.has(xposOf(doc, cue));
  if (!areTold || deprelOf(doc, token) !== "conj" || token < cue) return false;
  const joined = doc.head[token]!;
  let before = token - 1;
  while (before > cue && uposOf(doc, before) === "ADV") before--;
  return joined > cue && /^VBG?$/u.test(xposOf(doc, joined)) && wordOf(doc, before) === "and";
}

/** The range widened so that it holds each quotation whole or not at all. */
function unbroken(syntax: Syntax, range: Range, cue: number, quotations: readonly Quotation[]): Range {
  const { doc } = syntax;
  const cueAt = { start: doc.start[cue]!, end: doc.end[cue]! };
  const holdsCue = (one: Quotation) => one.start <= cueAt.start && cueAt.end <= one.end;
  let { start, end } = range;
  const around = quotationAround(range, quotations);
  if (around && !holdsCue(around)) return { start: around.start, end: around.end };
  const first = quotationAround({ start, end: start + 1 }, quotations);
  if (first && !holdsCue(first) && first.start < start && first.end <= end) start = first.start;
  const last = quotationAround({ start: end - 1, end }, quotations);
  if (last && !holdsCue(last) && last.end > end && last.start >= start) end = last.end;
  return { start, end };
}

export function trimmed(text: string, range: Range): Range | undefined {
  let { start, end } = range;
  // "… until March [4]": the mark of a footnote is nobody's word.
  const mark = /\s*(?:\[\d{1,3}\])+\.?$/u.exec(text.slice(Math.max(start, end - 16), end));
  if (mark) end -= mark[0].length;
  while (start < end && /[\s,;:.—–)-]/u.test(text.charAt(start))) start++;
  while (end > start && /[\s,;:.—–(-]/u.test(text.charAt(end - 1)) && !isAbbreviation(text, end)) end--;
  return start < end ? { start, end } : undefined;
}

/** "U.S." keeps its last full stop. */
function isAbbreviation(text: string, end: number): boolean {
  return text.charAt(end - 1) === "." && /\.\p{L}$/u.test(text.slice(Math.max(0, end - 3), end - 1));
}

/** The words of a cue: the verb with adverbs right before it, its particle, and the preposition of its frame. */
export function cueRange(syntax: Syntax, verb: number, cueEnd: number | undefined): Range {
  const { doc, tree } = syntax;
  let first = verb;
  while (
    first > 0 &&
    uposOf(doc, first - 1) === "ADV" &&
    doc.head[first - 1] === verb &&
    !isNegation(doc, first - 1) &&
    // A name that was taken for an adverb.
    !/^\p{Lu}/u.test(wordOf(doc, first - 1))
  )
    first--;
  let last = verb + 1;
  for (const child of childrenOf(tree, verb)) {
    if (deprelOf(doc, child) === "compound:prt" && child >= last) last = child + 1;
  }
  if (cueEnd !== undefined && cueEnd > last && cueEnd - last <= 2) last = cueEnd;
  return { start: doc.start[first]!, end: doc.end[last - 1]! };
}

function isNegation(doc: Syntax["doc"], token: number): boolean {
  return /^(?:not|n't|n’t|never|also|then|later|earlier|still|now|meanwhile|however|far)$/iu.test(
    wordOf(doc, token),
  );
}

/** The pieces of a range inside quotation marks, outermost ones only, marks kept out. */
export function partsIn(range: Range, quotations: readonly Quotation[]): readonly Range[] {
  const parts: Range[] = [];
  let reached = range.start;
  for (
    let i = firstQuotationFrom(quotations, range.start);
    i < quotations.length && quotations[i]!.start < range.end;
    i++
  ) {
    const { start, end, inside } = quotations[i]!;
    if (start < reached || end > range.end || inside.end <= inside.start) continue;
    parts.push(inside);
    reached = end;
  }
  return parts;
}

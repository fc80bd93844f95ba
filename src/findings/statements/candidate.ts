import type { Clause, Phrase } from "../../language/clause.ts";
import { childrenOf } from "../../language/clauses/tree.ts";
import { deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import type { Quotation } from "../../text/quotation.ts";
import { contentOptions, nounOptions, type Option } from "./content.ts";
import { clauseExtent, phraseExtent, toComma } from "./extent.ts";
import type { Frame } from "./lexicon.ts";
import { holdersOf } from "./owners.ts";
import { quotationAround, quotedBy } from "./quoted.ts";
import { quotedAsSaying, sourcesOf } from "./source.ts";
import { partsIn, tidied, trimmed } from "./span.ts";
import { dependent, type Syntax, tokenFrom } from "./syntax.ts";

/** A verb that may report something: who would say it, and what it could be, best first by syntax alone. */
export interface Candidate {
  readonly verb: number;
  readonly sources: readonly Phrase[];
  readonly choices: readonly Choice[];
}

/** One content that a verb may have, its bounds set. */
export interface Choice {
  readonly content: Range;
  /** As in the lexicon; "quote" for quotations standing free, "that quote" for a clause that leads to one. */
  readonly frame: Frame;
  readonly free: boolean;
  /** How its end was found: by rule, as the syntax has it, or at the next comma. */
  readonly bound: "best" | "syntax" | "comma";
  /** Where the content comes from syntax. */
  readonly option?: Option;
}

/** What a verb may report, before anybody asks whether it does. */
export function candidateOf(syntax: Syntax, verb: number, quotations: readonly Quotation[]): Candidate {
  if (uposOf(syntax.doc, verb) === "NOUN") return nounCandidate(syntax, verb, quotations);
  const clause = syntax.clauseOf.get(verb);
  const free = mayQuote(syntax, verb, clause) ? quotedBy(syntax.doc, verb, quotations) : [];
  const sources = free.length > 0 ? besideQuotation(syntax, verb, free) : sourcesOf(syntax, verb);
  const choices: Choice[] = [];
  const seen = new Set<string>();
  const add = (option: Option, range: Range, bound: Choice["bound"]): void => {
    const content = tidied(syntax, range, verb, quotations);
    const key = content && `${content.start} ${content.end} ${option.frame}`;
    if (!content || key === undefined || seen.has(key)) return;
    seen.add(key);
    choices.push({ content, frame: option.frame, free: false, bound, option });
  };
  const options = contentOptions(syntax, verb);
  for (const option of options) add(option, extent(syntax, verb, option, quotations), "best");
  for (const option of options) {
    add(option, option, "syntax");
    if (option.start > syntax.doc.start[verb]!)
      add(option, toComma(syntax, verb, option, quotations), "comma");
  }
  const quoted =
    free.length > 0 ? (ledIn(syntax, verb, free, choices) ?? freely(syntax, verb, free)) : undefined;
  return { verb, sources, choices: quoted ? [quoted, ...choices] : choices };
}

/** "their fears of a new war", "the demand that it end": what stands behind the noun. */
function nounCandidate(syntax: Syntax, noun: number, quotations: readonly Quotation[]): Candidate {
  const choices: Choice[] = [];
  for (const option of nounOptions(syntax, noun)) {
    const content = tidied(syntax, option, noun, quotations);
    if (content) choices.push({ content, frame: option.frame, free: false, bound: "best", option });
  }
  return { verb: noun, sources: holdersOf(syntax, noun), choices };
}

const CLAUSAL: ReadonlySet<Frame> = new Set([
  "that",
  "whom that",
  "to do",
  "whom to do",
  "on whom to do",
  "to whom to do",
]);

function extent(syntax: Syntax, verb: number, option: Option, quotations: readonly Quotation[]): Range {
  if (CLAUSAL.has(option.frame)) return clauseExtent(syntax, option, verb, quotations);
  if (/\bas$/u.test(option.frame)) return upToQuotation(option, quotations);
  return phraseExtent(syntax, widened(syntax, verb, option), verb, quotations);
}

/** "described it as “historic” in a post": what follows the quotation is not part of it. */
function upToQuotation(option: Option, quotations: readonly Quotation[]): Range {
  const last = partsIn(option, quotations).at(-1);
  const around = last && quotationAround(last, quotations);
  return around && around.end < option.end ? { start: option.start, end: around.end } : option;
}

/** "voiced support for the plan at home": what is expressed takes its prepositions along. */
function widened(syntax: Syntax, verb: number, option: Option): Range {
  if (!/^(?:express|voice|air)$/u.test(lemmaOf(syntax.doc, verb)) || option.frame !== "np") return option;
  const { doc, tree } = syntax;
  const next = childrenOf(tree, verb).find((child) => child > option.head && deprelOf(doc, child) === "obl");
  const touches =
    next !== undefined && doc.text.slice(option.end, doc.start[tree.left[next]!]!).trim() === "";
  return touches ? { start: option.start, end: doc.end[tree.right[next]! - 1]! } : option;
}

/** A verb with quotations beside it: active, and not an aside ("without elaborating"). */
function mayQuote(syntax: Syntax, verb: number, clause: Clause | undefined): boolean {
  if (!clause) return true;
  if (clause.passive || clause.role === "condition" || isPassiveParticiple(syntax, verb)) return false;
  const opens = syntax.doc.sentences[syntax.doc.sentence[verb]!] === verb && clause.mood !== "participle";
  if (opens && clause.agents.length === 0) return false;
  return clause.mood !== "participle" || clause.marker === "" || quotedAsSaying(syntax, verb).length > 0;
}

/** "a plan rejected by …": a past participle without "have" that hangs on a noun, or names who does it. */
function isPassiveParticiple(syntax: Syntax, verb: number): boolean {
  const { doc } = syntax;
  let before = verb - 1;
  while (before > 0 && uposOf(doc, before) === "ADV") before--;
  if (xposOf(doc, verb) !== "VBN" || lemmaOf(doc, before) === "have") return false;
  return /^(?:acl|amod)/u.test(deprelOf(doc, verb)) || dependent(syntax, verb, "obl:agent") !== undefined;
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

/** The content where quotations stand beside the cue. */
function freely(syntax: Syntax, verb: number, free: readonly Quotation[]): Choice | undefined {
  const { doc } = syntax;
  const first = free[0]!;
  const last = free.at(-1)!;
  let { start } = first;
  let isFree = true;
  if (first.start < doc.start[verb]!) {
    // `The plan is “dead,” she said`: the sentence before the quotation is reported as well.
    const opening = sentenceStart(syntax, tokenFrom(doc, first.start));
    const isApart = /\p{Ll}{2}[.?!]\s*$/u.test(doc.text.slice(opening, first.start));
    if (!isApart && opening < first.start && !/^\W*$/u.test(doc.text.slice(opening, first.start))) {
      start = opening;
      isFree = false;
    }
  }
  const content = trimmed(doc.text, { start, end: last.end });
  return content && { content, frame: "quote", free: isFree, bound: "best" };
}

/** "stressed that watching is needed: “…”": the clause before the colon is said as well. */
function ledIn(
  { doc }: Syntax,
  verb: number,
  [first, second]: readonly Quotation[],
  choices: readonly Choice[],
): Choice | undefined {
  if (!first || second || first.start < doc.end[verb]! || wordOf(doc, verb + 1) !== "that") return undefined;
  const clause = choices.find(({ frame }) => frame === "that");
  if (!clause || clause.content.start > first.start || clause.content.end < first.start - 2) return undefined;
  const content = { start: clause.content.start, end: Math.max(first.end, clause.content.end) };
  return { ...clause, content, frame: "that quote", free: false };
}

function sentenceStart({ doc }: Syntax, token: number): number {
  const first = doc.sentences[doc.sentence[Math.min(token, doc.size - 1)]!]!;
  return doc.start[first]!;
}

/** "The radio quoted an official as saying …": the official says it, and the radio is cited for it. */
import { uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Quotation } from "../../text/quotation.ts";
import type { Draft } from "./draft.ts";
import { clauseExtent } from "./extent.ts";
import { cueRange, partsIn, tidied } from "./span.ts";
import type { Syntax } from "./syntax.ts";

/** Between "quoted" and "as saying" stands no more than who is quoted. */
const REACH = 24;
const QUOTING = /^(?:quote|cite|report)$/u;

/** The statement that a gerund after "as" tells, where an active verb of quoting stands before it. */
export function asSaying(syntax: Syntax, verb: number, quotations: readonly Quotation[]): Draft | undefined {
  const { doc, clauseOf } = syntax;
  if (xposOf(doc, verb) !== "VBG" || wordOf(doc, verb - 1).toLowerCase() !== "as") return undefined;
  const quoting = quotingBefore(syntax, verb);
  const clause = quoting === undefined ? undefined : clauseOf.get(quoting);
  if (quoting === undefined || clause === undefined || clause.passive || clause.patients.length === 0)
    return undefined;
  const sources = clause.patients.filter(
    ({ start, end }) => start >= doc.end[quoting]! && end <= doc.start[verb]!,
  );
  const first = verb + 1 + Number(wordOf(doc, verb + 1).toLowerCase() === "that");
  const last = doc.sentences[doc.sentence[verb]! + 1]!;
  if (sources.length === 0 || first >= last) return undefined;
  const range = { start: doc.start[first]!, end: doc.end[first]! };
  const content = tidied(syntax, clauseExtent(syntax, range, verb, quotations), verb, quotations);
  if (!content) return undefined;
  return {
    head: verb,
    lemma: "say",
    speech: "say",
    cue: cueRange(syntax, verb, undefined),
    sources,
    content,
    parts: partsIn(content, quotations),
    free: false,
    recipients: [],
    cited: clause.agents,
    negated: clause.negated,
    rule: "verb: quote as saying",
    score: 0.85,
  };
}

/** Whether a verb only introduces whoever is quoted "as saying" something. */
export function quotesAsSaying({ doc }: Syntax, verb: number, lemma: string): boolean {
  if (!QUOTING.test(lemma)) return false;
  const last = Math.min(doc.sentences[doc.sentence[verb]! + 1]!, verb + REACH);
  for (let token = verb + 2; token < last; token++)
    if (xposOf(doc, token) === "VBG" && wordOf(doc, token - 1).toLowerCase() === "as") return true;
  return false;
}

/** The verb of quoting before "as saying", with no other verb or mark between them. */
function quotingBefore({ doc, clauseOf }: Syntax, verb: number): number | undefined {
  const first = Math.max(doc.sentences[doc.sentence[verb]!]!, verb - REACH);
  for (let token = verb - 2; token >= first; token--) {
    if (uposOf(doc, token) !== "VERB") continue;
    const lemma = clauseOf.get(token)?.lemma ?? "";
    return QUOTING.test(lemma) ? token : undefined;
  }
  return undefined;
}

/** Claims of rank and extent: "the largest in Europe", "partly occupied regions", "retains full control of the valley". */
import { caseOf } from "../../language/clauses/phrase.ts";
import { childrenOf, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, lowerOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import { nounQuote, verbQuote } from "../events/quote.ts";
import type { TextIndex } from "../events/text-index.ts";
import { subjectText } from "./antecedent.ts";
import type { Draft } from "./draft.ts";
import { extentOfLand } from "./shares.ts";
import { cover } from "./span.ts";
import { tailEnd } from "./telling.ts";

const EXTENT = new Set([
  "partly",
  "partially",
  "fully",
  "largely",
  "mostly",
  "entirely",
  "wholly",
  "completely",
]);
const HELD = new Set([
  "occupied",
  "controlled",
  "held",
  "destroyed",
  "completed",
  "closed",
  "blocked",
  "annexed",
  "besieged",
  "flooded",
  "rebuilt",
]);
const CONTROLLING = new Set(["control", "hold", "occupy", "besiege", "destroy"]);
const HOLDING = new Set(["hold", "retain", "keep", "have", "maintain", "exercise"]);

/** Superlatives that somebody could check: "the hardest sell" is an opinion. */
const MEASURED = new Set(
  "largest biggest greatest smallest longest shortest highest lowest deepest tallest widest narrowest oldest youngest earliest latest richest poorest deadliest bloodiest worst heaviest busiest fastest slowest closest nearest farthest furthest northernmost southernmost easternmost westernmost strongest sharpest steepest coldest hottest wettest driest fewest".split(
    " ",
  ),
);

/** Whether a superlative in small letters tells what could be measured. */
export function isMeasuredRank(word: string): boolean {
  return MEASURED.has(word);
}

/** Every claim of rank or extent among the tokens of a sentence. */
export function rankClaims(index: TextIndex, first: number, last: number): Draft[] {
  const drafts: Draft[] = [];
  for (let token = first; token < last; token++) {
    const draft =
      superlative(index, token) ??
      extent(index, token) ??
      extentOfVerb(index, token) ??
      control(index, token) ??
      controlInWords(index.doc, token) ??
      underControl(index, token) ??
      extentOfLand(index, token);
    if (draft) drafts.push(draft);
  }
  return drafts;
}

/** "the largest in Europe", "the worst attack in years": a superlative with the circle that it holds in. */
function superlative(index: TextIndex, token: number): Draft | undefined {
  const { doc } = index;
  if (xposOf(doc, token) !== "JJS" || uposOf(doc, token) !== "ADJ") return undefined;
  const word = lowerOf(doc, token);
  if (!MEASURED.has(word)) return undefined;
  const head =
    uposOf(doc, doc.head[token] ?? token) === "NOUN" && deprelOf(doc, token) === "amod"
      ? doc.head[token]!
      : token;
  const tree = treeOf(doc);
  const circle =
    childrenOf(tree, head).find(
      (child) =>
        child > head &&
        /^(?:nmod|obl)/.test(deprelOf(doc, child)) &&
        /^(?:in|of|since)$/.test(caseOf(doc, tree, child)),
    ) ?? circleRightAfter(doc, head);
  if (circle === undefined) return undefined;
  const clause = index.clauseAt(head);
  const agent = clause?.copular ? clause.agents[0] : undefined;
  const range = {
    start: beforeThe(doc, token),
    end: cover(nounQuote(doc, head), nounQuote(doc, circle)).end,
  };
  const above = doc.head[head]!;
  const named = deprelOf(doc, head) === "appos" && above >= 0 ? nounQuote(doc, above) : undefined;
  const subject = agent ?? named;
  if (subject === undefined) return undefined;
  return {
    range,
    subject: subjectText(doc, subject),
    attribute: "rank",
    value: word,
    qualifier: doc.text.slice(doc.start[childrenOf(tree, circle)[0] ?? circle]!, range.end),
    rule: "superlative",
    score: 0.7,
  };
}

/** "in Europe" right after the superlative, whatever the tree hangs it on. */
function circleRightAfter(doc: Doc, head: number): number | undefined {
  const next = head + 1;
  if (next >= doc.size || deprelOf(doc, next) !== "case" || !/^(?:in|of)$/.test(wordOf(doc, next)))
    return undefined;
  const circle = doc.head[next]!;
  return circle > next && /^(?:NOUN|PROPN)$/.test(uposOf(doc, circle)) ? circle : undefined;
}

function beforeThe(doc: Doc, token: number): number {
  return token > 0 && lowerOf(doc, token - 1) === "the" ? doc.start[token - 1]! : doc.start[token]!;
}

/** "those partly occupied regions" */
function extent(index: TextIndex, token: number): Draft | undefined {
  const { doc } = index;
  if (!HELD.has(lowerOf(doc, token))) return undefined;
  const adverb = token - 1;
  if (adverb < 0 || !EXTENT.has(lowerOf(doc, adverb))) return undefined;
  const noun = deprelOf(doc, token) === "amod" ? doc.head[token]! : -1;
  const clause = index.clauseAt(token);
  const subject: Range | undefined =
    noun >= 0 ? { start: doc.start[noun]!, end: doc.end[noun]! } : clause?.patients[0];
  if (subject === undefined) return undefined;
  const value = doc.text.slice(doc.start[adverb], doc.end[token]).toLowerCase();
  const range =
    noun >= 0
      ? cover(
          { start: doc.start[adverb]!, end: doc.end[noun]! },
          { start: determinerStart(doc, noun, adverb), end: doc.end[noun]! },
        )
      : cover({ start: doc.start[adverb]!, end: doc.end[token]! }, subject);
  return {
    range,
    subject: subjectText(doc, subject),
    attribute: "extent",
    value,
    rule: "extent",
    score: 0.65,
  };
}

/** "regions that Belmark only partly controls" */
function extentOfVerb(index: TextIndex, token: number): Draft | undefined {
  const { doc } = index;
  const clause = index.clauseAt(token);
  if (clause === undefined || clause.nominal || !CONTROLLING.has(clause.lemma)) return undefined;
  const adverb = childrenOf(treeOf(doc), token).find((child) => EXTENT.has(lowerOf(doc, child)));
  const land = clause.patients[0];
  if (adverb === undefined || land === undefined) return undefined;
  const value = `${wordOf(doc, adverb)} ${wordOf(doc, token)}`.toLowerCase();
  const range = cover(verbQuote({ verbal: false, type: "ASSAULT" }, clause, index), land);
  if (range.end - range.start > 120) return undefined;
  return {
    range,
    subject: subjectText(doc, land),
    attribute: "extent",
    value,
    rule: "extent",
    score: 0.65,
  };
}

function determinerStart(doc: Doc, noun: number, before: number): number {
  const determiner = childrenOf(treeOf(doc), noun).find(
    (child) => child < before && deprelOf(doc, child) === "det",
  );
  return doc.start[determiner ?? before]!;
}

/** "retains full control of the valley" */
function control(index: TextIndex, token: number): Draft | undefined {
  const { doc } = index;
  if (lemmaOf(doc, token).toLowerCase() !== "control" || uposOf(doc, token) !== "NOUN") return undefined;
  const tree = treeOf(doc);
  const children = childrenOf(tree, token);
  const degree = children.find((child) => /^(?:full|partial|complete|total)$/.test(lowerOf(doc, child)));
  const land = children.find(
    (child) => caseOf(doc, tree, child) === "of" || caseOf(doc, tree, child) === "over",
  );
  const slot = index.slotOf(token);
  if (degree === undefined || land === undefined || slot === undefined || !HOLDING.has(slot.clause.lemma))
    return undefined;
  const named = nounQuote(doc, land);
  return {
    range: cover(verbQuote({ verbal: false, type: "ASSAULT" }, slot.clause, index), named),
    subject: doc.text.slice(named.start, named.end),
    attribute: "control",
    value: lowerOf(doc, degree),
    rule: "control",
    score: 0.65,
  };
}

const KEEPING =
  /^(?:hold|retain|keep|maintain|exercise|gain|restore|seize)(?:s|d|ed|ing)?$|^(?:has|have|had|held|kept|took|takes?)$/;
const DEGREE = /^(?:full|partial|complete|total|sole|joint)$/;

/** "Norvia gain joint control of the harbour" by the words alone, where the tree takes a verb for a noun. */
function controlInWords(doc: Doc, token: number): Draft | undefined {
  if (lowerOf(doc, token) !== "control" || token < 3 || token + 2 >= doc.size) return undefined;
  if (!DEGREE.test(lowerOf(doc, token - 1)) || !KEEPING.test(lowerOf(doc, token - 2))) return undefined;
  if (!/^(?:of|over)$/.test(lowerOf(doc, token + 1))) return undefined;
  const end = tailEnd(doc, token);
  if (end === doc.end[token]) return undefined;
  const first = /^(?:PROPN|NOUN|PRON)$/.test(uposOf(doc, token - 3)) ? token - 3 : token - 2;
  return {
    range: { start: doc.start[first]!, end },
    subject: doc.text.slice(doc.start[token + 2], end),
    attribute: "control",
    value: lowerOf(doc, token - 1),
    rule: "control",
    score: 0.6,
  };
}

const SWAY = /^(?:control|occupation|siege|blockade|rule|administration|embargo)$/;

/** "The port is under Agrian control", "the valley, under Belmark's occupation": whose hands something is in. */
function underControl(index: TextIndex, token: number): Draft | undefined {
  const { doc } = index;
  if (uposOf(doc, token) !== "NOUN" || !SWAY.test(lowerOf(doc, token))) return undefined;
  const under = [1, 2, 3, 4]
    .map((steps) => token - steps)
    .find((at) => at > 0 && lowerOf(doc, at) === "under");
  if (under === undefined || doc.sentence[under] !== doc.sentence[token]) return undefined;
  const whose = doc.text.slice(doc.end[under], doc.start[token]).trim();
  // Whose: a name or the word made from it; "under tight control" is no fact of that kind.
  if (!/^(?:the )?\p{Lu}/u.test(whose) && !/^(?:rebel|government|federal|foreign|international)$/.test(whose))
    return undefined;
  const clause = index.clauseAt(token) ?? index.slotOf(token)?.clause;
  const [subject] = [...(clause?.patients ?? []), ...(clause?.agents ?? [])].filter(
    ({ end }) => end <= doc.start[under]!,
  );
  if (clause?.negated || subject === undefined || isWished(doc.text.slice(subject.end, doc.start[under])))
    return undefined;
  if (
    doc.start[under]! - subject.start > 80 ||
    /^(?:which|what)\b/i.test(doc.text.slice(subject.start, subject.start + 8))
  )
    return undefined;
  return {
    range: { start: subject.start, end: doc.end[token]! },
    phrase: { start: doc.start[under]!, end: doc.end[token]! },
    subject: subjectText(doc, subject),
    attribute: "control",
    value: `under ${doc.text.slice(doc.start[under + 1], doc.end[token])}`,
    rule: "control",
    score: 0.6,
  };
}

/** "Must remain", "would come": no fact. */
function isWished(words: string): boolean {
  return /\b(?:must|should|would|could|will|may|might|can|to)\b/i.test(words);
}

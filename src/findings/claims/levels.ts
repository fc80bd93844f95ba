/** Figures without a noun of their own: "cases rose to 1,340", "puts the dead at 71", "killed 400 people and drove out 9,000". */

import type { Quantity } from "../../compare/quantity.ts";
import type { Clause } from "../../language/clause.ts";
import { caseOf } from "../../language/clauses/phrase.ts";
import { childrenOf, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, tokenAt, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import { nounQuote } from "../events/quote.ts";
import type { TextIndex } from "../events/text-index.ts";
import type { Draft } from "./draft.ts";
import { cover, figureFields, unitOf, wordsOf } from "./span.ts";

const FALLING = new Set(
  "fall drop decline decrease shrink plunge plummet slump slip sink tumble lose cut reduce slash halve dwindle".split(
    " ",
  ),
);
const RISING = new Set(
  "rise grow climb jump increase soar surge gain swell double triple expand leap".split(" "),
);
/** Verbs of which the subject has a number. */
const STANDING = new Set("reach stand number total exceed hit top pass".split(" "));
/** Verbs by which the object is given one. */
const SETTING = new Set(
  "limit cap raise cut bring reduce keep set lower increase hold restrict expand".split(" "),
);
/** "The number of soldiers": the soldiers are counted. */
const NUMBERS = new Set("number total toll count tally amount figure".split(" "));

/** What a verb tells of a change, "decrease" or "increase". */
export function changeOf(clause: Clause | undefined): string | undefined {
  if (clause === undefined) return undefined;
  return FALLING.has(clause.lemma) ? "decrease" : RISING.has(clause.lemma) ? "increase" : undefined;
}

/** The verb's clause that a token lies in. */
export function verbAbove(index: TextIndex, token: number): Clause | undefined {
  let at = token;
  for (let steps = 0; steps < 8 && at >= 0; steps++) {
    const clause = index.clauseAt(at);
    if (clause && !clause.nominal) return clause;
    at = index.doc.head[at]!;
  }
  return undefined;
}

/** A bare figure that a verb gives to its subject or its object; else one of the same that was counted before. */
export function levelClaim(
  index: TextIndex,
  quantity: Quantity,
  outer: Range,
  before: Draft | undefined,
): Draft | undefined {
  const { doc } = index;
  if (quantity.fraction || quantity.vague || doc.text[quantity.end] === "-") return undefined;
  // "From 2 million barrels a day to fewer than 700,000": of the same.
  const isNext = before !== undefined && outer.start - (before.nucleus ?? before.range).end < 6;
  const same = isNext ? sameAsBefore(doc, quantity, outer, before) : undefined;
  if (same !== undefined) return same;
  const verb = verbBefore(doc, outer);
  const given = verb === undefined ? undefined : givenTo(index, verb, outer);
  if (given !== undefined) {
    return {
      ...figureFields(doc, quantity),
      range: given.range,
      nucleus: { start: doc.start[verb!]!, end: outer.end },
      subject: given.subject,
      attribute: "number",
      unit: given.unit,
      rule: "level",
      score: 0.65,
    };
  }
  return sameAsBefore(doc, quantity, outer, before);
}

/** Verbs that say what something is worth or how many there are: "put the cost at $11 billion". */
const VALUING = new Set("put estimate value price assess reckon set place".split(" "));

/** The verb that gives a value to what stands between it and "at". */
export function valuingBefore(doc: Doc, at: number): number | undefined {
  for (let token = at - 1; token >= 0 && at - token < 14; token--) {
    if (doc.sentence[token] !== doc.sentence[at] || /^[,;:]$/.test(wordOf(doc, token))) return undefined;
    if (uposOf(doc, token) === "VERB" && VALUING.has(lemmaOf(doc, token))) return token;
  }
  return undefined;
}

/** The verb before a bare figure, with no more than "to" or "at" and the object between. */
function verbBefore(doc: Doc, outer: Range): number | undefined {
  const first = tokenAt(doc, outer.start);
  const valuing = first > 0 && wordOf(doc, first - 1) === "at" ? valuingBefore(doc, first - 1) : undefined;
  if (valuing !== undefined) return valuing;
  for (let token = first - 1; token >= 0 && first - token < 14; token--) {
    if (doc.sentence[token] !== doc.sentence[first] || /^[,;:]$/.test(wordOf(doc, token))) return undefined;
    if (uposOf(doc, token) === "VERB" || /^(?:risen|fallen|grown)$/.test(wordOf(doc, token))) return token;
  }
  return undefined;
}

function givenTo(
  index: TextIndex,
  verb: number,
  outer: Range,
): { range: Range; subject: string; unit: string } | undefined {
  const { doc } = index;
  const lemma = /^(?:risen|fallen|grown)$/.test(wordOf(doc, verb)) ? "rise" : lemmaOf(doc, verb);
  const link = wordOf(doc, tokenAt(doc, outer.start) - 1).toLowerCase();
  const isChange = (FALLING.has(lemma) || RISING.has(lemma)) && /^(?:to|at)$/.test(link);
  const next = tokenAt(doc, outer.start) - 1 === verb;
  const isLevel = STANDING.has(lemma) && (next || link === "at");
  const isSet = (SETTING.has(lemma) && link === "to") || (lemma === "put" && link === "at");
  const noun = isSet ? objectOf(doc, verb, outer) : undefined;
  const subject = noun ?? (isChange || isLevel ? subjectOf(doc, verb) : undefined);
  if (subject === undefined) return undefined;
  const counted = countedIn(doc, subject);
  if (counted === undefined) return undefined;
  const phrase = nounQuote(doc, subject);
  const start =
    phrase.start < outer.start && outer.end - phrase.start < 140 ? phrase.start : doc.start[verb]!;
  return {
    range: isRelativeObject(doc, subject, verb) ? clauseFrom(doc, verb, outer) : { start, end: outer.end },
    subject:
      wordsOf(doc, counted, outer) || doc.text.slice(doc.start[counted], outer.start).replace(/ at $/, ""),
    unit: unitOf(doc, counted),
  };
}

/** "which the ministry puts at 71": from the pronoun on. */
function clauseFrom(doc: Doc, verb: number, outer: Range): Range {
  return { start: doc.start[treeOf(doc).left[verb]!]!, end: outer.end };
}

function isRelativeObject(doc: Doc, noun: number, verb: number): boolean {
  return deprelOf(doc, verb) === "acl:relcl" && noun < verb;
}

function objectOf(doc: Doc, verb: number, outer: Range): number | undefined {
  const object = childrenOf(treeOf(doc), verb).find((child) => deprelOf(doc, child) === "obj");
  if (object === undefined || doc.start[object]! > outer.start) return undefined;
  return /^W/.test(xposOf(doc, object)) && deprelOf(doc, verb) === "acl:relcl" ? doc.head[verb]! : object;
}

/** The subject by the tree, else the last plural noun phrase before the verb's auxiliaries. */
function subjectOf(doc: Doc, verb: number): number | undefined {
  const tree = treeOf(doc);
  for (const above of [verb, doc.head[verb]!]) {
    if (above < 0) continue;
    const subject = childrenOf(tree, above).find(
      (child) => /^nsubj/.test(deprelOf(doc, child)) && child < verb,
    );
    if (subject !== undefined) return subject;
  }
  return undefined;
}

/** What is counted: a plural, or what "the number of" is of. */
function countedIn(doc: Doc, noun: number): number | undefined {
  if (NUMBERS.has(lemmaOf(doc, noun).toLowerCase())) {
    const tree = treeOf(doc);
    return childrenOf(tree, noun).find((child) => child > noun && caseOf(doc, tree, child) === "of");
  }
  return xposOf(doc, noun) === "NNS" ? noun : undefined;
}

/** "has killed 9,400 people and driven 620,000 from …", "from 2 million barrels to fewer than 700,000": the same again. */
function sameAsBefore(
  doc: Doc,
  quantity: Quantity,
  outer: Range,
  before: Draft | undefined,
): Draft | undefined {
  if (before?.unit === undefined || before.rule === "distance" || quantity.value < 10) return undefined;
  const near = before.nucleus ?? before.range;
  const between = doc.text.slice(near.end, outer.start);
  if (near.end > outer.start || outer.start - near.end > 60 || /[.;:]/.test(between)) return undefined;
  const first = tokenAt(doc, outer.start);
  const link = wordOf(doc, first - 1);
  const isJoined =
    /^(?:to|from)$/.test(link) || (uposOf(doc, first - 1) === "VERB" && /\band\b/.test(between));
  const after = doc.text.slice(quantity.end, quantity.end + 8);
  if (!isJoined || !/^(?:$|[.,;]| (?:from|in|to|by|since|out|more|of)\b)/.test(after)) return undefined;
  const verb = uposOf(doc, first - 1) === "VERB" ? first - 1 : undefined;
  const figure = figureFields(doc, quantity);
  return {
    ...figure,
    range: outer,
    ...(verb === undefined
      ? {}
      : { nucleus: cover({ start: doc.start[verb]!, end: doc.end[verb]! }, outer) }),
    subject: before.subject,
    attribute: before.attribute,
    unit: before.unit,
    rule: "level",
    score: 0.6,
  };
}

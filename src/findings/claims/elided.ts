/** Figures whose noun goes without saying: "injuring eleven", "19 wounded", "the council 31", "the first 12 will come". */

import type { Quantity } from "../../compare/quantity.ts";
import { type Doc, deprelOf, lemmaOf, tokenAt, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import type { TextIndex } from "../events/text-index.ts";
import { isBody, isPerson } from "./counted.ts";
import type { Draft } from "./draft.ts";
import { countedNoun, figureFields } from "./span.ts";
import { partStart } from "./telling.ts";

/** Verbs whose bare number counts people: "killing four and injuring eleven". */
const HURTING = new Set("kill injure wound hurt maim displace arrest detain abduct kidnap".split(" "));
/** Verbs whose bare number counts people where it is great: "the camps hold some nine thousand". */
const KEEPING = new Set("hold free release imprison jail evacuate shelter employ deport".split(" "));
/** What is said of people who are counted and not named: "23 wounded". */
const HURT = /^ (wounded|injured|dead|missing|killed|hurt|displaced|homeless)\b/i;
/** Words before a number that is no count: "Article 31", "Room 12". */
const NUMBERED =
  /^(?:article|articles|resolution|chapter|section|annex|room|route|highway|flight|no|number|protocol|rule|clause|page|paragraph|platform|pier|gate|sector|zone|district|brigade|division|group|day|phase|stage|round|version|part|act|level|step|channel|radio|unit|camp|line|and|or)$/i;

/** "Up from 22 the week before", after "31 breaches": the same that was counted before. */
export function compared(
  { doc }: TextIndex,
  quantity: Quantity,
  before: Draft | undefined,
): Draft | undefined {
  if (before?.unit === undefined) return undefined;
  const from = /\b(?:up|down) from $/.exec(doc.text.slice(Math.max(0, quantity.start - 12), quantity.start));
  if (from === null) return undefined;
  const after =
    /^ (?:(?:the|a|last) [a-z]+(?: before| earlier)?|(?:in|over|during) the (?:previous|preceding|prior|last|same) [a-z]+(?: (?:days|weeks|months|years|hours)\b)?)/.exec(
      doc.text.slice(quantity.end, quantity.end + 48),
    );
  return {
    ...figureFields(doc, quantity),
    range: { start: quantity.start - from[0].length, end: quantity.end + (after?.[0].length ?? 0) },
    subject: `${before.subject}${after?.[0] ?? ", before"}`,
    attribute: "number",
    unit: before.unit,
    rule: "figure",
    score: 0.65,
  };
}

/**
 * A number without its noun.
 * @param before what was counted before it in the sentence
 * @param earlier what was counted last in the sentences before
 */
export function elidedClaim(
  index: TextIndex,
  quantity: Quantity,
  outer: Range,
  before: Draft | undefined,
  earlier: Draft | undefined,
): Draft | undefined {
  const { doc } = index;
  if (quantity.fraction || quantity.vague || countedNoun(doc, quantity) >= 0) return undefined;
  return (
    hurtPeople(doc, quantity, outer) ??
    hurtObject(doc, quantity, outer) ??
    ofBody(doc, quantity, outer, before ?? earlier) ??
    gapped(doc, quantity, outer, before) ??
    ofTheSame(doc, quantity, outer, before ?? earlier)
  );
}

function fieldsOf(doc: Doc, quantity: Quantity) {
  return { ...figureFields(doc, quantity), attribute: "number", rule: "figure", score: 0.65 };
}

/** "19 wounded", "a toll of eight dead" */
function hurtPeople(doc: Doc, quantity: Quantity, outer: Range): Draft | undefined {
  const hurt = HURT.exec(doc.text.slice(quantity.end, quantity.end + 12))?.[1]?.toLowerCase();
  if (hurt === undefined) return undefined;
  const end = quantity.end + 1 + hurt.length;
  const start = partStart(doc, outer);
  return {
    ...fieldsOf(doc, quantity),
    attribute: hurt,
    range: { start: outer.start, end },
    ...(start === undefined ? {} : { phrase: { start, end } }),
    subject: hurt,
    unit: "people",
  };
}

/** "Injuring eleven", "the camps hold some nine thousand" */
function hurtObject(doc: Doc, quantity: Quantity, outer: Range): Draft | undefined {
  const token = tokenAt(doc, quantity.end - 1);
  const verb = tokenAt(doc, outer.start) - 1;
  if (verb < 0 || uposOf(doc, verb) !== "VERB" || doc.sentence[verb] !== doc.sentence[token])
    return undefined;
  const lemma = lemmaOf(doc, verb);
  const isObject = doc.head[token] === verb && deprelOf(doc, token) === "obj";
  const ends = /^(?:[.,;]|$)/.test(doc.text.slice(quantity.end, quantity.end + 1));
  if (!(HURTING.has(lemma) && isObject) && !(KEEPING.has(lemma) && quantity.value >= 10 && ends))
    return undefined;
  const subject = verb > 0 && uposOf(doc, verb - 1) === "PRON" ? verb - 1 : verb;
  return {
    ...fieldsOf(doc, quantity),
    range: { start: doc.start[subject]!, end: quantity.end },
    nucleus: { start: doc.start[verb]!, end: quantity.end },
    subject: `people ${wordOf(doc, verb).toLowerCase()}`,
    unit: "people",
  };
}

/** "A mission of 800", "a majority of six": those that it is made up of. */
function ofBody(doc: Doc, quantity: Quantity, outer: Range, before: Draft | undefined): Draft | undefined {
  const of = tokenAt(doc, outer.start) - 1;
  const start = partStart(doc, outer);
  if (start === undefined || !/^(?:[.,;)"”’]|$| [a-z])/.test(doc.text.slice(quantity.end, quantity.end + 2)))
    return undefined;
  const body = wordOf(doc, of - 1).toLowerCase();
  const isMajority = body === "majority";
  if (!isMajority && !isBody(body)) return undefined;
  const unit = before?.unit !== undefined && isPerson(before.unit) ? before.unit : "people";
  return {
    ...fieldsOf(doc, quantity),
    range: { start, end: outer.end },
    subject: doc.text.slice(start, doc.end[of - 1]).replace(/^(?:an?|the) /i, ""),
    ...(isMajority ? { attribute: "majority" } : { unit }),
  };
}

/** "And the council 31" after "Agria will free 46 prisoners": the same of another, the verb left out. */
function gapped(doc: Doc, quantity: Quantity, outer: Range, before: Draft | undefined): Draft | undefined {
  if (before?.unit === undefined || (before.nucleus ?? before.range).end > outer.start) return undefined;
  if (!/^(?:[.,;]|$)/.test(doc.text.slice(quantity.end, quantity.end + 1))) return undefined;
  const last = tokenAt(doc, outer.start) - 1;
  if (last < 0 || !/^(?:NOUN|PROPN)$/.test(uposOf(doc, last)) || NUMBERED.test(wordOf(doc, last)))
    return undefined;
  let first = last;
  while (first > 0 && last - first < 4 && /^(?:NOUN|PROPN|ADJ)$/.test(uposOf(doc, first - 1))) first--;
  const hasArticle = first > 0 && uposOf(doc, first - 1) === "DET";
  if (hasArticle) first--;
  if (!hasArticle && uposOf(doc, last) !== "PROPN") return undefined;
  if (first < 1 || !/^(?:and|while|,)$/.test(wordOf(doc, first - 1))) return undefined;
  const named = doc.text.slice(doc.start[first], doc.end[last]);
  return {
    ...fieldsOf(doc, quantity),
    range: { start: doc.start[first]!, end: quantity.end },
    subject: `${before.subject} (${named})`,
    unit: before.unit,
  };
}

/** "The first 12 would arrive", "nine were found alive": of those who were counted last. */
function ofTheSame(doc: Doc, quantity: Quantity, outer: Range, before: Draft | undefined): Draft | undefined {
  if (before?.unit === undefined || !isPerson(before.unit) || typeof before.value !== "number")
    return undefined;
  const first = tokenAt(doc, outer.start);
  const next = tokenAt(doc, quantity.end - 1) + 1;
  if (next >= doc.size || doc.sentence[next] !== doc.sentence[first]) return undefined;
  const rank = /\bthe (?:first|last|other|remaining|next) $/i.exec(
    doc.text.slice(Math.max(0, outer.start - 16), outer.start),
  );
  const isFirst =
    first === 0 ||
    doc.sentence[first - 1] !== doc.sentence[first] ||
    /^(?:and|that|,|;|but)$/.test(wordOf(doc, first - 1));
  const isVerb = /^(?:AUX|VERB)$/.test(uposOf(doc, next)) && xposOf(doc, next) !== "VBG";
  // A part of them, and no other number.
  if (!isVerb || (rank === null && !isFirst) || !(quantity.value < before.value)) return undefined;
  let end = next;
  while (end + 1 < doc.size && end - next < 5 && /^(?:AUX|VERB|PART|ADJ|ADV)$/.test(uposOf(doc, end + 1)))
    end++;
  const start = outer.start - (rank?.[0].length ?? 0);
  return {
    ...fieldsOf(doc, quantity),
    range: { start, end: doc.end[end]! },
    phrase: { start, end: outer.end },
    subject: `${before.subject}${rank === null ? "" : ` (${rank[0].trim()})`}, ${wordOf(doc, end)}`,
    unit: before.unit,
  };
}

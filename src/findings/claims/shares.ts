/** Shares: "about a third of its harvest", "fewer than half take orders", "holds most of the valley". */

import type { Quantity } from "../../compare/quantity.ts";
import { type Doc, deprelOf, lemmaOf, lowerOf, tokenAt, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import type { TextIndex } from "../events/text-index.ts";
import { subjectText } from "./antecedent.ts";
import type { Draft } from "./draft.ts";
import { changeOf } from "./levels.ts";
import { figureFields } from "./span.ts";
import { tailEnd, toldAround } from "./telling.ts";

/** Of a time no share is claimed: "half of the day". */
const TIMES =
  /^(?:minute|hour|day|week|month|year|decade|century|time|night|morning|afternoon|evening|season)$/;

/** A part of one: of what is named after "of", else of those who were counted before. */
export function shareClaim(
  index: TextIndex,
  quantity: Quantity,
  outer: Range,
  before: Draft | undefined,
): Draft | undefined {
  if (quantity.value <= 0 || quantity.value >= 1) return undefined;
  return (
    changeBy(index, quantity, outer) ??
    shareOf(index, quantity, outer) ??
    shareAlone(index, quantity, outer, before)
  );
}

function fieldsOf(index: TextIndex, quantity: Quantity) {
  return {
    ...figureFields(index.doc, quantity),
    value: Math.round(quantity.value * 100) / 100,
    attribute: "share",
    rule: "share",
    score: 0.6,
  };
}

/** "Two thirds of the harvest", "a sixth of Agria", "half of it". */
function shareOf(index: TextIndex, quantity: Quantity, outer: Range): Draft | undefined {
  const { doc } = index;
  const of = tokenAt(doc, quantity.end - 1) + 1;
  const noun = headAfterOf(doc, of);
  if (noun === undefined || TIMES.test(lemmaOf(doc, noun).toLowerCase())) return undefined;
  const end = doc.end[noun]!;
  return {
    ...fieldsOf(index, quantity),
    range: { start: outer.start, end },
    phrase: { start: outer.start, end: tailEnd(doc, noun) },
    told: toldAround(index, noun, outer),
    subject: doc.text.slice(doc.end[of]! + 1, end).replace(/^(?:its|their|his|her|the|all)\s+/i, ""),
  };
}

/** The noun that "of" is followed by, or a pronoun. */
function headAfterOf(doc: Doc, of: number): number | undefined {
  if (of + 1 >= doc.size || wordOf(doc, of) !== "of") return undefined;
  let head: number | undefined;
  for (let token = of + 1; token < doc.size && token - of < 8; token++) {
    if (doc.sentence[token] !== doc.sentence[of]) break;
    const tag = uposOf(doc, token);
    if (tag === "PRON" && token === of + 1 && /^(?:it|them|those|these|us)$/.test(wordOf(doc, token)))
      return token;
    const isNoun = tag === "NOUN" || tag === "PROPN" || deprelOf(doc, token) === "nmod";
    if (isNoun) head = token;
    // "a fifth of the world's grain"
    else if (/^[’']s?$/.test(wordOf(doc, token))) head = undefined;
    else if (head !== undefined) break;
    else if (!/^(?:DET|PRON|ADJ|NUM|ADV|PART)$/.test(tag) && xposOf(doc, token) !== "VBG") break;
  }
  return head;
}

/** "And fewer than half take orders": of those who were counted before. */
function shareAlone(
  index: TextIndex,
  quantity: Quantity,
  outer: Range,
  before: Draft | undefined,
): Draft | undefined {
  const { doc } = index;
  const verb = tokenAt(doc, quantity.end - 1) + 1;
  if (before === undefined || verb >= doc.size || !/^(?:VERB|AUX)$/.test(uposOf(doc, verb))) return undefined;
  const clause = index.clauseAt(verb) ?? index.clauseAt(verb + 1);
  const end = clause === undefined || clause.end - outer.start > 100 ? doc.end[verb]! : clause.end;
  return {
    ...fieldsOf(index, quantity),
    range: { start: outer.start, end },
    nucleus: { start: outer.start, end: doc.end[verb]! },
    subject: `${before.subject} (${doc.text.slice(doc.start[verb], end)})`,
  };
}

/** "Exports have fallen by more than half": a change by a part. */
function changeBy(index: TextIndex, quantity: Quantity, outer: Range): Draft | undefined {
  const { doc } = index;
  const verb = tokenAt(doc, outer.start) - 2;
  if (verb < 0 || wordOf(doc, verb + 1) !== "by") return undefined;
  const clause = index.clauseAt(verb);
  const change = changeOf(clause);
  const [agent] = clause ? [...clause.agents, ...clause.patients] : [];
  if (change === undefined || agent === undefined) return undefined;
  return {
    ...figureFields(doc, quantity),
    value: Math.round(quantity.value * 100) / 100,
    range: { start: doc.start[verb]!, end: outer.end },
    subject: subjectText(doc, agent),
    attribute: change,
    rule: "share",
    score: 0.65,
  };
}

const HOLDING = new Set("hold control occupy seize govern capture annex administer retake".split(" "));
const EXTENTS =
  /^(?:(?:almost|nearly|virtually|practically) (?:all|the whole|the entirety|half|everything)|most|all|much|parts|large parts|the whole|the rest|the entirety|none) of$/i;
/** Tokens between a verb of holding and how much is held. */
const FAR = 14;

/** "Holds most of the west", "hold the coast, including almost all of the valley": how much of a land, without a number. */
export function extentOfLand(index: TextIndex, token: number): Draft | undefined {
  const { doc } = index;
  const of = [1, 2].map((steps) => token + steps).find((at) => at < doc.size && lowerOf(doc, at) === "of");
  if (of === undefined || !EXTENTS.test(doc.text.slice(doc.start[token], doc.end[of]))) return undefined;
  // "Almost all" is read from its first word on.
  if (token > 0 && /^(?:almost|nearly|virtually|practically)$/.test(lowerOf(doc, token - 1)))
    return undefined;
  const noun = headAfterOf(doc, of);
  const verb = holdingBefore(doc, token);
  if (noun === undefined || uposOf(doc, noun) === "PRON") return undefined;
  if (verb === undefined || index.clauseAt(verb)?.negated) return undefined;
  const extent = { start: doc.start[token]!, end: doc.end[noun]! };
  const whole = { ...extent, end: tailEnd(doc, noun) };
  const isNext = verb === token - 1;
  const agent = isNext ? index.clauseAt(verb)?.agents.find((one) => one.end <= extent.start) : undefined;
  return {
    range: isNext ? { ...whole, start: doc.start[verb]! } : whole,
    nucleus: extent,
    ...(agent === undefined ? {} : { told: { ...whole, start: agent.start } }),
    subject: doc.text.slice(doc.end[of]! + 1, whole.end),
    attribute: `share ${lowerOf(doc, verb)}`,
    value: doc.text.slice(extent.start, doc.start[of]).trim().toLowerCase(),
    rule: "extent",
    score: 0.65,
  };
}

/** The verb of holding that an extent is the object of, itself or after "including". */
function holdingBefore(doc: Doc, token: number): number | undefined {
  for (let at = token - 1; at >= 0 && token - at <= FAR; at--) {
    if (doc.sentence[at] !== doc.sentence[token]) return undefined;
    if (uposOf(doc, at) !== "VERB" || lowerOf(doc, at) === "including") continue;
    return HOLDING.has(lemmaOf(doc, at)) ? at : undefined;
  }
  return undefined;
}

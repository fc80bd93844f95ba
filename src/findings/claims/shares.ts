/** Shares: "about a third of its harvest", "fewer than half take orders", "holds most of the valley". */

import type { Quantity } from "../../compare/quantity.ts";
import { type Doc, lemmaOf, tokenAt, uposOf, wordOf } from "../../language/doc.ts";
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
  if (noun === undefined || TIMES.test(lemmaOf(doc, noun))) return undefined;
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
    if (tag === "NOUN" || tag === "PROPN") head = token;
    // "a fifth of the world's grain"
    else if (/^[’']s?$/.test(wordOf(doc, token))) head = undefined;
    else if (head !== undefined) break;
    else if (!/^(?:DET|PRON|ADJ|NUM|ADV|PART)$/.test(tag)) break;
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
  /^(?:(?:almost|nearly|virtually|practically) (?:all|the whole|the entirety|half|everything)|most|all|much|parts|large parts|the whole|the rest|the entirety|none)(?: of)?$/i;

/** "Holds most of the west", "hold almost all of the valley": how much of a land, without a number. */
export function extentOfLand(index: TextIndex, token: number): Draft | undefined {
  const { doc } = index;
  if (uposOf(doc, token) !== "VERB" || !HOLDING.has(lemmaOf(doc, token))) return undefined;
  const of = [3, 2, 4, 5]
    .map((steps) => token + steps)
    .find((at) => at < doc.size && wordOf(doc, at) === "of");
  if (of === undefined) return undefined;
  const words = doc.text.slice(doc.start[token + 1], doc.end[of]);
  const noun = headAfterOf(doc, of);
  if (!EXTENTS.test(words) || noun === undefined || doc.sentence[noun] !== doc.sentence[token])
    return undefined;
  const start = doc.start[token + 1]!;
  const end = Math.max(doc.end[noun]!, tailEnd(doc, noun));
  const clause = index.clauseAt(token);
  if (clause?.negated) return undefined;
  const agent = clause?.agents.find((one) => one.end <= start);
  return {
    range: { start: doc.start[token]!, end },
    nucleus: { start, end: doc.end[noun]! },
    ...(agent === undefined ? {} : { told: { start: agent.start, end } }),
    subject: doc.text.slice(doc.end[of]! + 1, end),
    attribute: `share ${wordOf(doc, token).toLowerCase()}`,
    value: words.toLowerCase().replace(/ of$/, ""),
    rule: "extent",
    score: 0.65,
  };
}

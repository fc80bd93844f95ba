/** Claims whose unit stands with the number: shares, sums, weights, distances, and by how much something changed. */

import type { Quantity } from "../../compare/quantity.ts";
import { childrenOf, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lowerOf, tokenAt, uposOf, wordOf } from "../../language/doc.ts";
import { overlap, type Range } from "../../record/span.ts";
import { nounQuote } from "../events/quote.ts";
import type { TextIndex } from "../events/text-index.ts";
import { subjectText } from "./antecedent.ts";
import type { Draft } from "./draft.ts";
import { changeOf, valuingBefore, verbAbove } from "./levels.ts";
import { claimRange, clauseRange, cover, figureFields, wordsOf } from "./span.ts";
import { tailEnd, toldAround } from "./telling.ts";

/** "You cut output by 10,000 tons" is told of nobody. */
const GENERAL = /^(?:you|one)\b/i;
/** "50 miles south of the river" says where: how far it is from there. */
const LENGTHS = /^(?:nautical miles|miles|kilomet(?:re|er)s|km|met(?:re|er)s|feet|yards)$/;
const DIRECTION =
  /^(?: \([^()]{1,16}\))? (?:to the )?(?:north|south|east|west|away|from|off|outside|inside|inland|beyond|behind|of the)\w*/i;
/** "$71 a barrel" */
const PRICE =
  /^ (?:a|an|per) (?:barrel|ounce|tonne|ton|share|litre|liter|gallon|kilo|kilogram|head|person|month|year|day)\b/i;
/** "300,000 barrels of oil a day" */
const RATE = /^ (?:a|per) (?:second|minute|hour|day|week|month|year)\b/i;
/** "900 metres deep" */
const SIZES: ReadonlyMap<string, string> = new Map([
  ["wide", "width"],
  ["long", "length"],
  ["deep", "depth"],
  ["high", "height"],
  ["tall", "height"],
  ["thick", "thickness"],
  ["across", "width"],
]);
/** Tokens between a verb and the figure that makes the claim with it. */
const NEAR = 6;

/** A share, a sum or a measure. @param outer the figure with its qualifier and unit */
export function measureClaim(index: TextIndex, quantity: Quantity, outer: Range): Draft | undefined {
  const { doc } = index;
  const distance = distanceClaim(index, quantity, outer);
  if (distance !== undefined) return distance;
  const own =
    priceClaim(index, quantity, outer) ?? sizeClaim(index, quantity, outer) ?? valued(index, quantity, outer);
  if (own !== undefined) return own;
  const last = tokenAt(doc, outer.end - 1);
  const of = childrenOf(treeOf(doc), last).find((child) => child > last && deprelOf(doc, child) === "nmod");
  const rate = rateAt(doc, of === undefined ? outer.end : doc.end[of]!);
  const slot = index.slotOf(last) ?? (of === undefined ? undefined : index.slotOf(of));
  const phrase = of === undefined ? outer : cover(outer, { start: doc.start[of]!, end: doc.end[of]! });
  const above = slot ? undefined : verbAbove(index, last);
  const told = above && clauseRange(index, above, phrase, outer);
  const range = told
    ? told
    : slot
      ? claimRange(index, index.slotOf(last) ? last : (of ?? last), outer)
      : phrase;
  const clause = slot?.clause ?? verbAbove(index, last);
  const [first] = clause?.passive ? [...clause.patients, ...clause.agents] : (clause?.agents ?? []);
  // "2,300 hectares have been flooded": the figure is the subject.
  const isItself = first !== undefined && overlap(first, outer);
  const agent = isItself ? undefined : first;
  const down = downBefore(doc, outer);
  const counted =
    down?.subject ??
    (of !== undefined
      ? wordsOf(doc, of, quantity)
      : agent
        ? subjectText(doc, agent)
        : isItself
          ? `${quantity.unit} ${clause!.lemma}`
          : "");
  const change = quantity.unit === "%" ? (down?.change ?? changeOf(clause)) : undefined;
  // Of what falls, falls by how much: not "of" what stands behind the figure.
  const subject = change !== undefined && down === undefined && agent ? subjectText(doc, agent) : counted;
  const isAlone = of === undefined && slot === undefined && told === undefined && clause === undefined;
  if (subject === "" || GENERAL.test(doc.text.slice(range.start, range.end)) || isAlone) return undefined;
  const nucleus = nearVerb(doc, outer);
  const whole =
    change === undefined || agent === undefined || down !== undefined
      ? undefined
      : changeRange(doc, agent, outer);
  return {
    ...figureFields(doc, quantity),
    range: down?.range ?? range,
    ...(nucleus === undefined ? {} : { nucleus }),
    phrase: whole ?? { ...phrase, end: phrase.end + rate.length },
    told: toldAround(index, of ?? last, { ...outer, end: phrase.end + rate.length }),
    subject,
    attribute:
      change ?? (quantity.unit === "%" ? `share${agent ? ` of ${subjectText(doc, agent)}` : ""}` : "amount"),
    unit: `${quantity.unit!}${rate}`,
    rule: "measure",
    score: 0.75,
  };
}

function rateAt({ text }: Doc, end: number): string {
  return RATE.exec(text.slice(end, end + 16))?.[0] ?? "";
}

/** From the verb that stands a few words before a figure. */
function nearVerb(doc: Doc, outer: Range): Range | undefined {
  const first = tokenAt(doc, outer.start);
  for (let token = first - 1; token >= 0 && first - token <= NEAR; token--) {
    if (doc.sentence[token] !== doc.sentence[first] || uposOf(doc, token) === "PUNCT") return undefined;
    if (uposOf(doc, token) === "VERB") return { start: doc.start[token]!, end: outer.end };
  }
  return undefined;
}

/** "Revenue fell by 46 percent in May": from what changed to when. */
function changeRange(doc: Doc, agent: Range, outer: Range): Range | undefined {
  if (agent.end > outer.start || outer.end - agent.start > 120) return undefined;
  const when = /^ (?:in|since|over|during|from|between) [^,.;]{2,24}/.exec(
    doc.text.slice(outer.end, outer.end + 32),
  );
  return { start: agent.start, end: outer.end + (when === null ? 0 : lastWordEnd(when[0])) };
}

/** Length of the words that a stretch holds whole: three at most. */
function lastWordEnd(words: string): number {
  return words.split(" ").slice(0, 4).join(" ").length;
}

/** "August futures down 1.8 percent" */
function downBefore(doc: Doc, outer: Range): { subject: string; change: string; range: Range } | undefined {
  const at = tokenAt(doc, outer.start) - 1;
  if (at < 1 || !/^(?:down|up)$/i.test(wordOf(doc, at))) return undefined;
  let first = at;
  while (first > 0 && at - first < 4 && /^(?:NOUN|PROPN|ADJ)$/.test(uposOf(doc, first - 1))) first--;
  if (first === at) return undefined;
  const range = { start: doc.start[first]!, end: outer.end };
  const change = /^down$/i.test(wordOf(doc, at)) ? "decrease" : "increase";
  return { subject: doc.text.slice(range.start, doc.end[at - 1]), change, range };
}

/** "140 nautical miles off the coast", "within 20 km of the dam", "14 kilometres south of Dembo". */
function distanceClaim(index: TextIndex, quantity: Quantity, outer: Range): Draft | undefined {
  const { doc } = index;
  if (!LENGTHS.test(quantity.unit ?? "")) return undefined;
  const within = /\bwithin $/i.exec(doc.text.slice(Math.max(0, outer.start - 7), outer.start));
  const direction = DIRECTION.exec(doc.text.slice(outer.end, outer.end + 40));
  if (direction === null || (/ of the/i.test(direction[0]) && within === null)) return undefined;
  const end = outer.end + direction[0].length;
  const after = tokenAt(doc, end - 1) + 1;
  let last = after;
  while (last < doc.size && last - after < 7 && /^(?:ADP|DET|ADJ|NOUN|PROPN|PART)$/.test(uposOf(doc, last)))
    last++;
  while (last > after && !/^(?:NOUN|PROPN)$/.test(uposOf(doc, last - 1))) last--;
  const start = outer.start - (within?.[0].length ?? 0);
  const clause = verbAbove(index, tokenAt(doc, outer.end - 1));
  const [agent] = clause?.agents ?? [];
  return {
    ...figureFields(doc, quantity),
    ...(within === null ? {} : { qualifier: "within" }),
    range: { start, end: Math.max(end, doc.end[last - 1]!) },
    subject:
      placeBefore(doc, start) ??
      (agent ? subjectText(doc, agent) : doc.text.slice(doc.start[after], doc.end[last - 1])),
    attribute: "distance",
    unit: quantity.unit!,
    rule: "distance",
    score: 0.7,
  };
}

/** "near Mbeli, | 14 kilometres south": what stands before the comma. */
function placeBefore(doc: Doc, start: number): string | undefined {
  const comma = tokenAt(doc, start) - 1;
  if (comma < 1 || wordOf(doc, comma) !== "," || uposOf(doc, comma - 1) !== "PROPN") return undefined;
  const named = nounQuote(doc, comma - 1);
  return doc.text.slice(named.start, Math.min(named.end, doc.start[comma]!));
}

/** "$71.40 a barrel": the price of what is told of last. */
function priceClaim(index: TextIndex, quantity: Quantity, outer: Range): Draft | undefined {
  const { doc } = index;
  const rate = PRICE.exec(doc.text.slice(outer.end, outer.end + 20))?.[0];
  const currency = CURRENCIES.get(quantity.unit ?? "");
  if (rate === undefined || currency === undefined) return undefined;
  const clause = verbAbove(index, tokenAt(doc, outer.end - 1));
  const [agent] = clause?.agents ?? [];
  return {
    ...figureFields(doc, quantity),
    range: { start: outer.start, end: outer.end + rate.length },
    subject: agent ? subjectText(doc, agent) : `price ${rate.trim()}`,
    attribute: "price",
    unit: `${currency}${rate}`,
    rule: "price",
    score: 0.7,
  };
}

const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ["USD", "dollars"],
  ["EUR", "euros"],
  ["GBP", "pounds"],
  ["JPY", "yen"],
]);

/** "A gorge 900 metres deep" */
function sizeClaim({ doc }: TextIndex, quantity: Quantity, outer: Range): Draft | undefined {
  const last = tokenAt(doc, outer.end - 1);
  const size = last + 1 < doc.size ? SIZES.get(lowerOf(doc, last + 1)) : undefined;
  if (size === undefined || !LENGTHS.test(quantity.unit ?? "")) return undefined;
  const noun = tokenAt(doc, outer.start) - 1;
  const isNoun = noun >= 0 && /^(?:NOUN|PROPN)$/.test(uposOf(doc, noun));
  const thing = isNoun ? nounQuote(doc, noun) : undefined;
  const start = thing === undefined ? outer.start : Math.min(thing.start, outer.start);
  return {
    ...figureFields(doc, quantity),
    range: { start, end: tailEnd(doc, last + 1) },
    nucleus: { start, end: doc.end[last + 1]! },
    subject: isNoun ? doc.text.slice(start, doc.end[noun]) : size,
    attribute: size,
    unit: quantity.unit!,
    rule: "measure",
    score: 0.7,
  };
}

/** "Put the cost of the dispute so far at $11 billion": the cost is the subject, whoever puts it so. */
function valued(index: TextIndex, quantity: Quantity, outer: Range): Draft | undefined {
  const { doc } = index;
  const at = tokenAt(doc, outer.start) - 1;
  if (at < 1 || lowerOf(doc, at) !== "at") return undefined;
  const verb = valuingBefore(doc, at);
  if (verb === undefined || verb + 1 >= at) return undefined;
  const start = doc.start[verb + 1]!;
  return {
    ...figureFields(doc, quantity),
    range: { start, end: outer.end },
    nucleus: { start: doc.start[verb]!, end: outer.end },
    subject: doc.text.slice(start, doc.end[at - 1]),
    attribute: quantity.unit === "%" ? "share" : "amount",
    unit: quantity.unit!,
    rule: "measure",
    score: 0.75,
  };
}

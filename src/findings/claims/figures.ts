/** Claims that give a number: counted things, shares, sums of money. */

import { type Quantity, readQuantities } from "../../compare/quantity.ts";
import { caseOf } from "../../language/clauses/phrase.ts";
import { childrenOf, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, tokenAt, uposOf, wordOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import { nounQuote } from "../events/quote.ts";
import type { TextIndex } from "../events/text-index.ts";
import { isTellingVerb } from "../statements/lexicon.ts";
import { isIdle, isOfWeight, isTimeOfDay } from "./counted.ts";
import type { Draft } from "./draft.ts";
import { isDuration } from "./durations.ts";
import { compared, elidedClaim } from "./elided.ts";
import { levelClaim } from "./levels.ts";
import { measureClaim } from "./measures.ts";
import { shareClaim } from "./shares.ts";
import { claimRange, countedNoun, cover, figureFields, unitOf, wordsOf } from "./span.ts";
import { partStart, toldAround } from "./telling.ts";

/** "The four previous rounds": how many there were is told. */
const EARLIER = new Set("previous earlier past prior other remaining additional further".split(" "));
/** Those who take part are counted in passing: "the two leaders". */
const PARTIES = new Set(
  "leader country neighbour neighbor nation state rival man woman president minister power government capital official source person diplomat team delegation chief ally foe".split(
    " ",
  ),
);
const SOURCES = new Set("official source diplomat aide adviser advisor witness analyst expert".split(" "));
/** Whoever knows of a matter tells of it: "three people familiar with the paper". */
const INFORMED =
  /^ (?:(?:who (?:are|were|is|have been) )?(?:familiar with|briefed on|close to|aware of|with (?:direct )?knowledge|privy to|involved in)|who (?:spoke|asked|declined|requested)|speaking on)\b/i;
/** What a hyphenated figure may count: "a nine-member bloc". */
const MEMBERS: ReadonlyMap<string, string> = new Map([
  ["member", "members"],
  ["seat", "seats"],
  ["nation", "nations"],
  ["state", "states"],
  ["country", "countries"],
  ["party", "parties"],
  ["strong", "members"],
]);
/** Verbs by which even one counts: "one fisherman drowned". */
const DYING = new Set("die drown perish kill".split(" "));
/**
 * Every counted thing in a stretch of text.
 * @param isTaken whether a figure belongs to a date or to a name
 * @param earlier what was counted last in the sentences before
 */
export function figureClaims(
  index: TextIndex,
  within: Range,
  isTaken: (figure: Range) => boolean,
  earlier?: Draft,
): Draft[] {
  const { doc } = index;
  const drafts: Draft[] = [];
  let last: Draft | undefined;
  for (const found of readQuantities(doc.text, within.start, within.end)) {
    const quantity = withoutParticle(doc, found);
    const outer = { start: quantity.outerStart, end: quantity.outerEnd };
    if (isTaken(quantity) || isAside(doc.text, quantity)) continue;
    if (isDuration(doc.text, quantity)) continue;
    const draft =
      quantity.unit === undefined
        ? (compared(index, quantity, last) ??
          counted(index, quantity, outer, last) ??
          levelClaim(index, quantity, outer, last) ??
          elidedClaim(index, quantity, outer, last, earlier))
        : measureClaim(index, quantity, outer);
    if (draft === undefined) continue;
    drafts.push(draft);
    last = draft;
  }
  return drafts;
}

/** "300 miles (480 km)": the same once more in another unit. */
function isAside(text: string, { outerStart, outerEnd, unit }: Quantity): boolean {
  return unit !== undefined && text[outerStart - 1] === "(" && text[outerEnd] === ")";
}

/** "hand over 340 soldiers": the particle of a verb limits nothing. */
function withoutParticle(doc: Doc, quantity: Quantity): Quantity {
  if (quantity.qualifier !== "over") return quantity;
  const before = tokenAt(doc, quantity.outerStart) - 1;
  if (before < 0 || !/^(?:hand|take|give|turn|pass|sign|cross|carry)$/.test(lemmaOf(doc, before)))
    return quantity;
  const { qualifier: _, ...rest } = quantity;
  return { ...rest, outerStart: quantity.start, bend: "exact" };
}

function counted(index: TextIndex, quantity: Quantity, outer: Range, before?: Draft): Draft | undefined {
  const { doc } = index;
  const hyphenated = memberCount(doc, quantity);
  if (hyphenated !== undefined) return hyphenated;
  if (doc.text[quantity.end] === "-") return undefined;
  if (quantity.fraction) return shareClaim(index, quantity, outer, before);
  const noun = countedNoun(doc, quantity);
  if (noun < 0) return undefined;
  if (isInPassing(doc, noun, quantity) && !isDeath(index, noun, quantity)) return undefined;
  const range = claimRange(index, noun, outer);
  return {
    ...figureFields(doc, quantity),
    range,
    nucleus: nucleusOf(index, noun, outer),
    phrase: groupOf(index, noun, outer),
    told: toldAround(index, noun, outer),
    subject: wordsOf(doc, noun, quantity),
    attribute: "number",
    unit: `${unitOf(doc, noun)}${rateAfter(doc, noun)}`,
    rule: "figure",
    score: quantity.value > 9 || quantity.qualifier ? 0.8 : 0.65,
  };
}

/** "60 lorries a day" */
function rateAfter(doc: Doc, noun: number): string {
  const end = doc.end[noun]!;
  return /^ (?:a|per) (?:hour|day|week|month|year)\b/i.exec(doc.text.slice(end, end + 12))?.[0] ?? "";
}

/** The figure and what it counts, from the verb where that stands right before them. */
function nucleusOf({ doc }: TextIndex, noun: number, outer: Range): Range {
  const end = Math.max(doc.end[noun]!, outer.end);
  const next = tokenAt(doc, outer.start) - 1;
  // "hand over 340 soldiers": the verb with its particle.
  const before = next > 0 && /^(?:over|in|up|out|off)$/.test(wordOf(doc, next)) ? next - 1 : next;
  const isVerb = before >= 0 && uposOf(doc, before) === "VERB" && doc.sentence[before] === doc.sentence[noun];
  return { start: isVerb ? doc.start[before]! : Math.min(outer.start, doc.start[noun]!), end };
}

/** "61 members of parliament", "a first group of 40 detainees", "the deaths of four fishermen". */
function groupOf({ doc }: TextIndex, noun: number, outer: Range): Range {
  const start = partStart(doc, outer);
  const counted = { start: outer.start, end: Math.max(outer.end, doc.end[noun]!) };
  return start === undefined ? cover(nounQuote(doc, noun), outer) : { ...counted, start };
}

/** "the nine-member bloc" */
function memberCount(doc: Doc, quantity: Quantity): Draft | undefined {
  const match = /^-([a-z]+)\b/i.exec(doc.text.slice(quantity.end, quantity.end + 16));
  const unit = match ? MEMBERS.get(match[1]!.toLowerCase()) : undefined;
  if (!match || unit === undefined) return undefined;
  const last = tokenAt(doc, quantity.end + match[0].length - 1);
  const head = uposOf(doc, last) === "NOUN" && doc.head[last]! > last ? doc.head[last]! : last;
  const range = cover({ start: quantity.start, end: doc.end[head]! }, quantity);
  const before = tokenAt(doc, quantity.start) - 1;
  const start = before >= 0 && uposOf(doc, before) === "DET" ? doc.start[before]! : range.start;
  return {
    ...figureFields(doc, quantity),
    range: { start, end: range.end },
    subject: doc.text.slice(doc.start[head], doc.end[head]),
    attribute: "members",
    unit,
    rule: "members",
    score: 0.75,
  };
}

/** "One fisherman drowned": the one who died counts. */
function isDeath(index: TextIndex, noun: number, { value }: Quantity): boolean {
  const slot = index.slotOf(noun);
  if (value !== 1 || slot === undefined || slot.clause.negated) return false;
  const { clause, as } = slot;
  return DYING.has(clause.lemma) && (as === "patient" || (as === "agent" && clause.lemma !== "kill"));
}

/** "Two officers who spoke to the radio said": whoever tells is counted in passing. */
function isTeller(doc: Doc, noun: number): boolean {
  const verb = doc.head[noun]!;
  if (/^according/.test(caseOf(doc, treeOf(doc), noun))) return true;
  return (
    verb >= 0 &&
    deprelOf(doc, noun) === "nsubj" &&
    uposOf(doc, verb) === "VERB" &&
    isTellingVerb(lemmaOf(doc, verb))
  );
}

/** Numbers that are no claim: one; the two leaders; three officials as sources. */
function isInPassing(doc: Doc, noun: number, quantity: Quantity): boolean {
  const lemma = lemmaOf(doc, noun).toLowerCase();
  const children = childrenOf(treeOf(doc), noun);
  const definite = children.some(
    (child) =>
      (deprelOf(doc, child) === "det" && /^(?:the|both|these|those|this|that)$/i.test(wordOf(doc, child))) ||
      deprelOf(doc, child) === "nmod:poss",
  );
  if (quantity.value < 2) return true;
  if (isTimeOfDay(wordOf(doc, noun)) && quantity.value <= 24) return true;
  const few = quantity.value < 10 && !quantity.qualifier;
  // "Six crossing points": a compound names a thing of its own.
  const isNamed = children.some((child) => deprelOf(doc, child) === "compound");
  if (few && !isNamed && isIdle(wordOf(doc, noun))) return true;
  if (SOURCES.has(lemma) && !quantity.qualifier && quantity.value < 20) return true;
  if (quantity.value < 10 && INFORMED.test(doc.text.slice(doc.end[noun], doc.end[noun]! + 40))) return true;
  if (quantity.value < 10 && isTeller(doc, noun)) return true;
  if (quantity.value > 4) return false;
  // "Two of the four gates".
  if (/^ of (?:the|its|their|his|her)\b/.test(doc.text.slice(quantity.end, quantity.end + 11))) return false;
  // "The two regions that Belmark holds in part": what follows makes it more than a name.
  const told = children.some((child) => deprelOf(doc, child) === "acl:relcl");
  if (children.some((child) => EARLIER.has(wordOf(doc, child).toLowerCase()))) return false;
  return PARTIES.has(lemma) || (definite && !told && !isOfWeight(wordOf(doc, noun)));
}

/** How long something is to last, is wanted, given or needed, or was waited for: the terms of a deal in time. */

import { type Doc, deprelOf, lemmaOf, lowerOf, tokenAt, uposOf, wordOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import { nounQuote } from "../events/quote.ts";
import type { TextIndex } from "../events/text-index.ts";
import { subjectText } from "./antecedent.ts";
import { isMeasuredRank } from "./ranks.ts";
import { cover } from "./span.ts";
import { partStart } from "./telling.ts";

/** What lasts so long. */
export interface Lasting {
  readonly range: Range;
  readonly subject: string;
  /** The noun or verb that the duration is told with. */
  readonly noun?: Range;
  readonly told?: Range;
}

/** "asked for one day without a shot": what is wanted has not lasted. */
export const ASKING = new Set([
  "ask",
  "call",
  "appeal",
  "push",
  "press",
  "pay",
  "hope",
  "plead",
  "beg",
  "wish",
  "plan",
  "postpone",
  "delay",
  "extend",
  "agree",
]);

/** "six hours a day" */
export const RATE = /^ (?:a|per) (?:day|week|month|year)\b/i;
/** Prepositions before how long something is to last. */
const LASTING_FOR = /\b(for|by|within|over|during) (?:at least |the next |a further |another )?$/i;

/** How long something is to last, or is allowed to take: "a 60-day truce", "suspended for three months", "within two weeks". */
export function termOf(index: TextIndex, outer: Range, unitToken: number, rate: string): Lasting | undefined {
  const { doc } = index;
  const isHyphenated = doc.text[doc.start[unitToken]! - 1] === "-";
  if (isHyphenated) {
    const noun = hyphenatedNoun(doc, unitToken);
    if (noun < 0 || !TERMS.has(lemmaOf(doc, noun).toLowerCase())) return undefined;
    const named = { start: doc.start[noun]!, end: doc.end[noun]! };
    return {
      range: cover(outer, nounQuote(doc, noun)),
      subject: doc.text.slice(named.start, named.end),
      noun: named,
    };
  }
  const behind = doc.text.slice(Math.max(0, outer.start - 24), outer.start);
  const preposition = LASTING_FOR.exec(behind)?.[1]?.toLowerCase();
  const noun = nounOf(doc, unitToken);
  const of = unitToken + 1 < doc.size && wordOf(doc, unitToken + 1) === "of";
  if (preposition === undefined && rate === "") return undefined;
  if (of && noun >= 0 && rate === "") return undefined;
  const clause = verbBefore(index, outer, unitToken);
  if (clause === undefined || clause.negated || (preposition === "for" && ASKING.has(clause.lemma)))
    return undefined;
  const [thing] = [...clause.patients, ...clause.agents].filter(({ end }) => end <= outer.start);
  const verb = { start: doc.start[clause.predicate]!, end: doc.end[clause.predicate]! };
  return {
    range: outer.start - verb.start < 90 && verb.start < outer.start ? cover(verb, outer) : outer,
    subject: thing ? subjectText(doc, thing) : clause.lemma,
  };
}

/** Nouns of what is agreed for a time. */
const TERMS = new Set(
  "ban blockade break ceasefire cease-fire cessation closure contract curfew deadline delay exemption exercise extension freeze halt lull mandate moratorium occupation offensive operation pause period phase plan reprieve respite siege stay stoppage strike suspension tour transition trial truce visit waiver war window".split(
    " ",
  ),
);

/** The verb that a term belongs to: by the tree, else the nearest before it in the sentence. */
function verbBefore(index: TextIndex, outer: Range, unitToken: number) {
  const slot = index.slotOf(unitToken);
  if (slot) return slot.clause;
  const { doc } = index;
  const first = tokenAt(doc, outer.start);
  for (let token = first - 1; token >= 0 && token > first - 14; token--) {
    if (doc.sentence[token] !== doc.sentence[first]) return undefined;
    const clause = index.clauseAt(token);
    if (clause && !clause.nominal && clause.predicate === token) return clause;
  }
  return undefined;
}

/** The event noun after "of": "21 months of war". */
export function nounOf(doc: Doc, unit: number): number {
  for (let token = unit + 1; token < doc.size && token < unit + 6; token++) {
    if (wordOf(doc, token) === "of" && token === unit + 1) continue;
    if (deprelOf(doc, token) === "nmod" && doc.head[token] === unit) return token;
  }
  return -1;
}

/** The noun that "21-month" stands before. */
export function hyphenatedNoun(doc: Doc, unit: number): number {
  const head = doc.head[unit]!;
  if (head > unit && head < unit + 6 && uposOf(doc, head) === "NOUN") return lastOfCompound(doc, head);
  for (let token = unit + 1; token < doc.size && token < unit + 4; token++) {
    if (uposOf(doc, token) === "NOUN") return lastOfCompound(doc, token);
    if (uposOf(doc, token) !== "ADJ" && wordOf(doc, token) !== "-") break;
  }
  return -1;
}

/** "a two-day live-fire exercise": the noun at the end. */
function lastOfCompound(doc: Doc, noun: number): number {
  let last = noun;
  while (
    last + 1 < doc.size &&
    last - noun < 4 &&
    (uposOf(doc, last + 1) === "NOUN" || wordOf(doc, last + 1) === "-")
  )
    last++;
  return uposOf(doc, last) === "NOUN" ? last : noun;
}

/** Verbs whose object may be a time that somebody wants, gives or needs. */
const GRANTING = new Set(
  "need require serve favour favor want seek demand accept grant give allow propose offer suggest set request prefer face".split(
    " ",
  ),
);
/** Characters of a clause that is told whole. */
const LONGEST = 110;
const ENDING = new Set("collapse end fail expire fall unravel crumble lapse break".split(" "));

/** "Need six weeks", "the first ferry in six weeks", "broke down after nine days", "a transition of 36 months". */
export function spellOf(index: TextIndex, outer: Range): Lasting | undefined {
  const { doc } = index;
  const link = tokenAt(doc, outer.start) - 1;
  if (link < 0 || doc.sentence[link] !== doc.sentence[link + 1]) return undefined;
  const word = lowerOf(doc, link);
  if (word === "of") return spellOfNoun(doc, outer, link);
  if (word === "in" || word === "for") return spellSince(doc, outer, link) ?? granted(index, outer);
  if (word === "after") return spellUntil(index, outer, link);
  return granted(index, outer);
}

/** "A transition of 36 months" */
function spellOfNoun(doc: Doc, outer: Range, of: number): Lasting | undefined {
  const start = partStart(doc, outer);
  if (start === undefined || !TERMS.has(lemmaOf(doc, of - 1))) return undefined;
  return { range: { start, end: outer.end }, subject: wordOf(doc, of - 1) };
}

/** "The first ferry in six weeks" */
function spellSince(doc: Doc, outer: Range, link: number): Lasting | undefined {
  for (let token = link - 1; token >= 0 && link - token < 8; token--) {
    if (doc.sentence[token] !== doc.sentence[link]) return undefined;
    const isRank = /^(?:first|only)$/.test(lowerOf(doc, token)) || isMeasuredRank(lowerOf(doc, token));
    const isThing = uposOf(doc, link - 1) === "NOUN" && lemmaOf(doc, link - 1) !== "time";
    if (isRank && isThing && token < link - 1) {
      const first = token > 0 && lowerOf(doc, token - 1) === "the" ? token - 1 : token;
      const range = { start: doc.start[first]!, end: outer.end };
      return { range, subject: doc.text.slice(range.start, doc.end[link - 1]) };
    }
    if (!/^(?:NOUN|ADJ|PROPN|ADP|NUM)$/.test(uposOf(doc, token))) return undefined;
  }
  return undefined;
}

/** "A truce in March broke down after a week" */
function spellUntil(index: TextIndex, outer: Range, link: number): Lasting | undefined {
  const { doc } = index;
  for (let token = link - 1; token >= 0 && link - token < 4; token--) {
    if (doc.sentence[token] !== doc.sentence[link]) return undefined;
    const clause = index.clauseAt(token);
    if (clause === undefined || clause.nominal) continue;
    const [agent] = clause.agents;
    if (!ENDING.has(lemmaOf(doc, token)) || clause.negated || agent === undefined) return undefined;
    const verb = { start: doc.start[token]!, end: outer.end };
    const isNear = agent.end <= verb.start && verb.start - agent.start < 80;
    return {
      range: isNear ? { ...verb, start: agent.start } : verb,
      subject: subjectText(doc, agent),
      noun: verb,
    };
  }
  return undefined;
}

/** "Will need six weeks", "giving Agria 60 days", "asked for three years" */
function granted(index: TextIndex, outer: Range): Lasting | undefined {
  const { doc } = index;
  const first = tokenAt(doc, outer.start);
  const isFor = lowerOf(doc, first - 1) === "for";
  for (let token = first - 1; token >= 0 && first - token < 6; token--) {
    if (doc.sentence[token] !== doc.sentence[first]) return undefined;
    const tag = uposOf(doc, token);
    const lemma = lemmaOf(doc, token);
    if (tag === "VERB" || GRANTING.has(lemma)) {
      const isGranting = isFor ? lemma === "ask" : GRANTING.has(lemma);
      const clause = index.clauseAt(token);
      if (!isGranting || clause?.negated) return undefined;
      const [agent] = clause?.agents ?? [];
      const verb = { start: doc.start[token]!, end: outer.end };
      const isNear = agent !== undefined && agent.end <= verb.start && verb.start - agent.start < 60;
      return {
        range: verb,
        subject: agent
          ? subjectText(doc, agent)
          : token + 1 < first
            ? doc.text.slice(doc.start[token + 1], doc.end[first - 1])
            : lemma,
        told: {
          start: isNear ? agent.start : verb.start,
          end:
            clause !== undefined && clause.end - verb.start < LONGEST
              ? Math.max(clause.end, outer.end)
              : outer.end,
        },
      };
    }
    const isBetween = /^(?:PROPN|PRON|DET|ADV|NOUN|ADJ)$/.test(tag) || (isFor && token === first - 1);
    if (!isBetween) return undefined;
  }
  return undefined;
}

/** Claims of how long something has lasted: "for over two years", "21 months of war", "a four-day strike". */

import { ordinalOf } from "../../compare/number.ts";
import { type Quantity, readQuantities } from "../../compare/quantity.ts";
import { type Doc, deprelOf, lemmaOf, tokenAt, uposOf, wordOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import { nounEntries } from "../events/lexicon.ts";
import { nounQuote, verbQuote } from "../events/quote.ts";
import { standingOf } from "../events/standing.ts";
import type { Slot, TextIndex } from "../events/text-index.ts";
import { subjectText } from "./antecedent.ts";
import type { Draft } from "./draft.ts";
import { cover } from "./span.ts";

const UNITS: { readonly [word: string]: string } = {
  year: "Y",
  month: "M",
  week: "W",
  day: "D",
  hour: "H",
  minute: "M",
};
const LASTING = new Set([
  "last",
  "take",
  "persist",
  "continue",
  "drag",
  "drag on",
  "rage",
  "run",
  "endure",
  "go on",
  "spend",
  "stretch",
]);
/** "asked for one day without a shot": what is wanted has not lasted. */
const ASKING = new Set([
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
const AFTER_UNIT = /^\s+(?:ago|later|earlier|before|after|old|hence|away|from now|early|late)\b/i;

/** "years" after the figure, with a space or a hyphen between. */
function unitWord(text: string, { end }: Quantity): RegExpExecArray | null {
  return /^[ \u00a0-](decade|year|month|week|day|hour|minute)s?\b/i.exec(text.slice(end, end + 12));
}

export function isDuration(text: string, quantity: Quantity): boolean {
  return unitWord(text, quantity) !== null;
}

/** Every claimed duration in a stretch of text. */
export function durationClaims(index: TextIndex, within: Range): Draft[] {
  const { doc } = index;
  const drafts: Draft[] = [];
  for (const quantity of readQuantities(doc.text, within.start, within.end)) {
    const unit = unitWord(doc.text, quantity);
    if (unit === null || quantity.upTo !== undefined || quantity.vague) continue;
    const end = quantity.end + unit[0].length;
    // "Put off by three days after …": the "after" is that of the sentence.
    const isBy = /\bby $/i.test(doc.text.slice(Math.max(0, quantity.outerStart - 4), quantity.outerStart));
    if (!isBy && AFTER_UNIT.test(doc.text.slice(end, end + 12))) continue;
    const outer = { start: quantity.outerStart, end };
    const rate = RATE.exec(doc.text.slice(end, end + 12))?.[0] ?? "";
    const lasting =
      lastingThing(index, outer, tokenAt(doc, end - 1)) ?? termOf(index, outer, tokenAt(doc, end - 1), rate);
    if (lasting === undefined) continue;
    const nucleus = lasting.noun === undefined ? undefined : cover(outer, lasting.noun);
    drafts.push({
      range: lasting.range,
      ...(nucleus === undefined ? {} : { nucleus }),
      phrase: withPreposition(doc, { start: outer.start, end: end + rate.length }),
      subject: lasting.subject,
      attribute: "duration",
      value: edtfDuration(quantity.value, unit[1]!.toLowerCase()),
      unit: `${unit[1]!.toLowerCase()}s${rate}`,
      ...(quantity.qualifier === undefined ? {} : { qualifier: quantity.qualifier }),
      rule: "duration",
      score: 0.75,
    });
  }
  return drafts;
}

/** "six hours a day" */
const RATE = /^ (?:a|per) (?:day|week|month|year)\b/i;
/** Prepositions before how long something is to last. */
const LASTING_FOR = /\b(for|by|within|over|during) (?:at least |the next |a further |another )?$/i;

/** "for 30 days": with the preposition. */
function withPreposition(doc: Doc, outer: Range): Range {
  const before = /\b(?:for|by|within|at) $/i.exec(doc.text.slice(Math.max(0, outer.start - 8), outer.start));
  return { start: outer.start - (before?.[0].length ?? 0), end: outer.end };
}

/** How long something is to last, or is allowed to take: "a 60-day truce", "suspended for three months", "within two weeks". */
function termOf(
  index: TextIndex,
  outer: Range,
  unitToken: number,
  rate: string,
): { range: Range; subject: string; noun?: Range } | undefined {
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

/** `P3Y6M` for three and a half years; whole units only for the rest. */
function edtfDuration(value: number, unit: string): string {
  const time = unit === "hour" || unit === "minute" ? "T" : "";
  if (unit === "decade") return `P${Math.round(value * 10)}Y`;
  const whole = Math.floor(value);
  const months = unit === "year" ? Math.round((value - whole) * 12) : 0;
  return `P${time}${whole}${UNITS[unit]}${months > 0 ? `${months}M` : ""}`;
}

/** What lasted that long, and the words that say so; undefined where the text speaks of what is to come, or of a deadline. */
function lastingThing(
  index: TextIndex,
  outer: Range,
  unitToken: number,
): { range: Range; subject: string; noun?: Range } | undefined {
  const { doc } = index;
  const hyphenated = doc.text[doc.start[unitToken]! - 1] === "-";
  const noun = hyphenated ? hyphenatedNoun(doc, unitToken) : nounOf(doc, unitToken);
  if (noun >= 0) {
    const entry = nounEntries(lemmaOf(doc, noun).toLowerCase())[0];
    // "a 30-day truce" is a term of a plan; "a 21-month war" is a fact.
    if (entry === undefined || entry.status === "possible") return undefined;
    const range = hyphenated ? cover(outer, nounQuote(doc, noun)) : cover(outer, nounQuote(doc, unitToken));
    const named = { start: doc.start[noun]!, end: doc.end[noun]! };
    return { range, subject: doc.text.slice(named.start, named.end), noun: named };
  }
  const slot = durationSlot(index, outer, unitToken);
  if (slot === undefined) return undefined;
  const { clause, preposition } = slot;
  const lasts = LASTING.has(clause.lemma);
  if (preposition !== "for" && !(preposition === "" && lasts)) return undefined;
  if (ASKING.has(clause.lemma)) return undefined;
  const { status, negated } = standingOf(clause, index);
  if (negated || (status !== "held" && status !== "ongoing")) return undefined;
  const [agent] = [...(clause.passive ? clause.patients : []), ...clause.agents, ...clause.patients];
  const own = verbQuote({ verbal: false, type: "ASSAULT" }, clause, index);
  // "a war that has lasted for two years": the relative clause alone makes the claim.
  const relative = clause.role === "relative" && clause.start < outer.start;
  if (relative)
    return {
      range: { start: clause.start, end: outer.end },
      subject: agent ? subjectText(doc, agent) : clause.lemma,
    };
  const short =
    own.end - own.start < 110
      ? cover(own, outer)
      : cover({ start: doc.start[clause.predicate]!, end: doc.end[clause.predicate]! }, outer);
  const verb = doc.start[clause.predicate]!;
  const isNear = verb < outer.start && outer.start - verb < 80;
  return {
    range: short,
    subject: agent ? subjectText(doc, agent) : clause.lemma,
    ...(isNear ? { noun: { start: verb, end: outer.end } } : {}),
  };
}

/** The verb that a duration belongs to: by the tree, else the one just before "for". */
function durationSlot(
  index: TextIndex,
  outer: Range,
  unitToken: number,
): Pick<Slot, "clause" | "preposition"> | undefined {
  const slot = index.slotOf(unitToken);
  if (slot?.preposition === "for" || (slot && LASTING.has(slot.clause.lemma))) return slot;
  const { doc } = index;
  const before = tokenAt(doc, outer.start) - 1;
  if (before < 1 || wordOf(doc, before) !== "for") return undefined;
  for (let token = before - 1; token >= 0 && token > before - 4; token--) {
    const clause = index.clauseAt(token);
    if (clause && !clause.nominal && doc.sentence[token] === doc.sentence[before])
      return { clause, preposition: "for" };
  }
  return undefined;
}

/** "The siege is in its third month": the month has begun. */
export function ordinalDurations(index: TextIndex, within: Range): Draft[] {
  const { doc } = index;
  const drafts: Draft[] = [];
  const pattern =
    /\b(?:in|into|entered|enters|entering) (?:its|their|a) ([a-z]+(?:-[a-z]+)?|\d+(?:st|nd|rd|th)) (year|month|week|day)\b/gi;
  const text = doc.text.slice(within.start, within.end);
  for (const match of text.matchAll(pattern)) {
    const count = ordinalOf(match[1]!);
    if (count === undefined) continue;
    const start = within.start + match.index;
    const end = start + match[0].length;
    const token = tokenAt(doc, end - 1);
    const clause = index.slotOf(token)?.clause ?? index.clauseAt(token);
    const agent = clause?.agents[0];
    if (agent === undefined) continue;
    drafts.push({
      range: cover({ start, end }, agent),
      subject: subjectText(doc, agent),
      attribute: "duration",
      value: edtfDuration(count, match[2]!.toLowerCase()),
      unit: `${match[2]!.toLowerCase()}s`,
      qualifier: `in the ${match[1]!.toLowerCase()}`,
      rule: "ordinal duration",
      score: 0.7,
    });
  }
  return drafts;
}

/** The event noun after "of": "21 months of war". */
function nounOf(doc: Doc, unit: number): number {
  for (let token = unit + 1; token < doc.size && token < unit + 6; token++) {
    if (wordOf(doc, token) === "of" && token === unit + 1) continue;
    if (deprelOf(doc, token) === "nmod" && doc.head[token] === unit) return token;
  }
  return -1;
}

/** The noun that "21-month" stands before. */
function hyphenatedNoun(doc: Doc, unit: number): number {
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

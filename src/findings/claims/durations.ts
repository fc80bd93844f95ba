/** Claims of how long something has lasted: "for over two years", "21 months of war", "a four-day strike". */

import { ordinalOf } from "../../compare/number.ts";
import { type Quantity, readQuantities } from "../../compare/quantity.ts";
import { type Doc, lemmaOf, tokenAt, wordOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import { nounEntries } from "../events/lexicon.ts";
import { nounQuote, verbQuote } from "../events/quote.ts";
import { standingOf } from "../events/standing.ts";
import type { Slot, TextIndex } from "../events/text-index.ts";
import { subjectText } from "./antecedent.ts";
import type { Draft } from "./draft.ts";
import { cover } from "./span.ts";
import { toldAround } from "./telling.ts";
import { ASKING, hyphenatedNoun, type Lasting, nounOf, RATE, spellOf, termOf } from "./terms.ts";

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
    const lasting: Lasting | undefined =
      lastingThing(index, outer, tokenAt(doc, end - 1)) ??
      termOf(index, outer, tokenAt(doc, end - 1), rate) ??
      spellOf(index, outer);
    if (lasting === undefined) continue;
    const nucleus = lasting.noun === undefined ? undefined : cover(outer, lasting.noun);
    drafts.push({
      range: lasting.range,
      ...(nucleus === undefined ? {} : { nucleus }),
      phrase: withPreposition(doc, { start: outer.start, end: end + rate.length }),
      told: lasting.told ?? toldAround(index, tokenAt(doc, end - 1), outer),
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

/** "for 30 days": with the preposition. */
function withPreposition(doc: Doc, outer: Range): Range {
  const before = /\b(?:for|by|within|at) $/i.exec(doc.text.slice(Math.max(0, outer.start - 8), outer.start));
  return { start: outer.start - (before?.[0].length ?? 0), end: outer.end };
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
function lastingThing(index: TextIndex, outer: Range, unitToken: number): Lasting | undefined {
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

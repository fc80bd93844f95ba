/** Claims of when: since when a war goes on, when two sides met last. The date of any other event is told with the event. */

import { type Doc, lemmaOf, lowerOf, tokenAt, uposOf, wordOf } from "../../language/doc.ts";
import { parseEdtf } from "../../record/edtf.ts";
import type { Event } from "../../record/event.ts";
import { overlap, type Range } from "../../record/span.ts";
import type { Time } from "../../record/time.ts";
import type { TextIndex } from "../events/text-index.ts";
import { subjectText } from "./antecedent.ts";
import type { Draft } from "./draft.ts";

/** What lasts: when a war, an annexation, an embargo began is a fact of its own, when a raid was is its date. */
const LASTING =
  /\b(?:war|invasion|annexation|occupation|seizure|blockade|siege|embargo|sanctions|fighting|conflict|insurgency|uprising|ban)\b/;
const LATEST = /\b(?:last|latest|most recent|previous)\b/i;

/** The month or year of a past event: "Belmark's siege in June 2031", "an embargo imposed in May". */
export function dateClaim(event: Event, times: ReadonlyMap<string, Time>, text: string): Draft | undefined {
  if (event.when === undefined || event.verbal) return undefined;
  if (event.status !== "held" && event.status !== "ongoing") return undefined;
  const value = parseEdtf(event.when);
  // When a meeting was says little, unless it was the last.
  const [quoted] = event.at;
  const isMeeting = event.type === "CONSULT";
  if (isMeeting ? !LATEST.test(quoted.text) : !LASTING.test(event.subtype)) return undefined;
  if (value?.kind !== "date" || value.day !== undefined || value.week !== undefined || value.qualifier !== "")
    return undefined;
  const time = times.get(event.time ?? "");
  // What a party only claims to have done has no date that the report vouches for.
  if (/\bclaim(?:s|ed|ing)?\b/i.test(quoted.text)) return undefined;
  // "last month" is no date that one could check elsewhere.
  if (time !== undefined && !/\d|[A-Z]/.test(time.at[0].text)) return undefined;
  if (!isMeeting && time !== undefined && !isBeginning(event, time, text)) return undefined;
  const quote = event.at.find((span) => time !== undefined && overlap(span, time.at[0]));
  if (quote === undefined) return undefined;
  const who = [...event.participants, ...event.recipients].map(({ name }) => name).join(", ");
  return {
    range: quote,
    subject: who === "" ? event.subtype : `${event.subtype} (${who})`,
    attribute: event.status === "ongoing" ? "start" : "date",
    value: event.when,
    rule: "date",
    score: 0.65,
  };
}

/** A month without its year is the date of one event of many; "in a 2019 accord" is that of the accord. */
function isBeginning(event: Event, { at: [time] }: Time, text: string): boolean {
  const before = text.slice(Math.max(0, time.start - 8), time.start);
  if (/\b(?:an?|the|its|their)\s$/i.test(before) && /^\s[a-z]/.test(text.slice(time.end, time.end + 2)))
    return false;
  return /\d{4}/.test(time.text) || /\bsince\s$/i.test(before) || event.type === "SANCTION";
}

const BEGINNING = new Set(["begin", "start", "erupt", "break out", "flare up"]);
const GOING_ON =
  /\b(?:war|conflict|fighting|siege|dispute|quarrel|blockade|embargo|occupation|insurgency|uprising|rebellion|crisis|standoff|stand-off|boycott|offensive|hostilities)$/i;

/** "The war, which began in May 2030": the first month or year of what goes on. */
export function beginnings(index: TextIndex, times: readonly Time[]): Draft[] {
  const { doc } = index;
  return times.flatMap(({ at: [quote], value }) => {
    const date = value === undefined ? undefined : parseEdtf(value);
    if (date?.kind !== "date" || value === undefined || !/^\d{4}/.test(value)) return [];
    const first = tokenAt(doc, quote.start);
    const verb = beginningBefore(index, first);
    const clause = verb === undefined ? undefined : index.clauseAt(verb);
    const [agent] = clause?.agents ?? [];
    if (clause === undefined || agent === undefined || clause.negated) return [];
    const subject = subjectText(doc, agent);
    if (!GOING_ON.test(subject) && !GOING_ON.test(lemmaOf(doc, agent.head))) return [];
    const start = Math.min(agent.start, doc.start[clause.predicate]!);
    return [
      {
        range: { start, end: quote.end },
        subject,
        attribute: "start",
        value,
        rule: "date",
        score: 0.65,
      },
    ];
  });
}

/** The verb of beginning that a date belongs to, with no comma and no other verb between. */
function beginningBefore({ doc, clauseAt }: TextIndex, date: number): number | undefined {
  for (let token = date - 1; token >= 0 && date - token < 9; token--) {
    if (doc.sentence[token] !== doc.sentence[date] || wordOf(doc, token) === ",") return undefined;
    const clause = clauseAt(token);
    if (clause !== undefined && !clause.nominal) return BEGINNING.has(clause.lemma) ? token : undefined;
  }
  return undefined;
}

/** "They last exchanged prisoners in August 2031": when something was done for the last time. */
export function lastTimes({ doc, clauseAt }: TextIndex, times: readonly Time[]): Draft[] {
  return times.flatMap(({ at: [quote], value }) => {
    if (value === undefined || parseEdtf(value)?.kind !== "date" || !/^\d{4}/.test(value)) return [];
    const date = tokenAt(doc, quote.start);
    for (let token = date - 1; token > 0 && date - token < 9; token--) {
      if (doc.sentence[token - 1] !== doc.sentence[date] || wordOf(doc, token) === ",") return [];
      if (uposOf(doc, token) !== "VERB") continue;
      if (lowerOf(doc, token - 1) !== "last" || token < 2) return [];
      const own = clauseAt(token)?.agents.find(({ end }) => end <= doc.start[token]!);
      const agent = own ?? nounsBefore(doc, token - 1);
      if (agent === undefined) return [];
      const range = { start: doc.start[token - 1]!, end: quote.end };
      return [
        {
          range,
          told: { start: agent.start, end: quote.end },
          subject: doc.text.slice(agent.start, agent.end),
          attribute: `last ${lemmaOf(doc, token)}`,
          value,
          rule: "date",
          score: 0.65,
        },
      ];
    }
    return [];
  });
}

/** The noun phrase that ends before a token, by the word classes alone. */
function nounsBefore(doc: Doc, token: number): Range | undefined {
  let first = token;
  while (
    first > 0 &&
    token - first < 6 &&
    doc.sentence[first - 1] === doc.sentence[token] &&
    /^(?:DET|NUM|ADJ|NOUN|PROPN|PRON)$/.test(uposOf(doc, first - 1))
  )
    first--;
  return first === token ? undefined : { start: doc.start[first]!, end: doc.end[token - 1]! };
}

const STANDING =
  /\b(in (?:force|place|effect|office|custody|power)|under (?:siege|blockade|sanctions)) since $/i;

/** "The embargo, in force since January": since when something stands. */
export function standings(index: TextIndex, times: readonly Time[]): Draft[] {
  const { doc } = index;
  return times.flatMap(({ at: [quote], value }) => {
    const state = STANDING.exec(doc.text.slice(Math.max(0, quote.start - 32), quote.start));
    if (state === null || value === undefined || parseEdtf(value)?.kind !== "date") return [];
    const start = quote.start - state[0].length;
    const first = tokenAt(doc, start);
    let noun = first - 1;
    while (noun >= 0 && first - noun < 9 && uposOf(doc, noun) !== "NOUN") noun--;
    if (noun < 0 || doc.sentence[noun] !== doc.sentence[first]) return [];
    return [
      {
        range: { start, end: quote.end },
        subject: wordOf(doc, noun),
        attribute: "start",
        value,
        rule: "date",
        score: 0.65,
      },
    ];
  });
}

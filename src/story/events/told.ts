/** One telling of an event by one report, with everything that decides whether another report tells the same one. */
import { extent } from "../../record/edtf.ts";
import type { Event } from "../../record/event.ts";
import type { Reference } from "../../record/finding.ts";
import type { Reading } from "../../record/reading.ts";
import { matterOf, sentenceAround } from "../matter.ts";
import { rankIn } from "../sides.ts";
import type { Telling } from "../telling.ts";
import { toIdentities } from "../telling.ts";
import { publishedBy } from "../view.ts";
import { kindOf } from "./kind.ts";

export interface Told {
  readonly reading: Reading;
  readonly event: Event;
  readonly kind: string;
  readonly participants: readonly Reference[];
  readonly recipients: readonly Reference[];
  /** Persons who take part, by identity. */
  readonly persons: ReadonlySet<string>;
  /** Sides of all who take part or are met. */
  readonly sides: ReadonlySet<string>;
  /** Ranks of all who take part, where known. */
  readonly ranks: ReadonlySet<string>;
  readonly place: Reference | undefined;
  /** 2 for a second round. */
  readonly sequence: number | undefined;
  /** First and last day, where both are known. */
  readonly days: { readonly from: number; readonly to: number } | undefined;
  /** Whether its sentence says that the day was changed. */
  readonly isMoved: boolean;
  /** Day by which its report was published. */
  readonly published: number | undefined;
  /** First day on which that may have been. */
  readonly earliest: number | undefined;
  /** What its words are about. */
  readonly matter: ReadonlySet<string>;
  /** Place among the events of its report. */
  readonly index: number;
}

const MOVED =
  /\b(?:put off|put back|postpon\w+|moved (?:to|from|back)|reschedul\w+|delay\w*|brought forward|deferred|will now)\b/i;

const ORDINALS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];

/** "A second round of talks" is the second. */
function sequenceIn({ sequence, at }: Event): number | undefined {
  if (sequence !== undefined) return sequence;
  const match = /\b(\w+) round\b/.exec(at[0].text.toLowerCase());
  const place = match ? ORDINALS.indexOf(match[1]!) : -1;
  return place < 0 ? undefined : place + 1;
}

function daysOf(when: string | undefined): Told["days"] {
  const stretch = when === undefined ? undefined : extent(when);
  if (!stretch || !Number.isFinite(stretch.from) || !Number.isFinite(stretch.to)) return undefined;
  return { from: stretch.from, to: stretch.to - 1 };
}

/** "A truce that they agreed on this week": what is agreed is still to come, and the day is that of the agreement. */
const AGREED = /\bagreed (?:on|to|upon)\b/i;

/** "Froze contacts with the rebels": what is broken off is not held. */
const BROKEN_OFF =
  /\b(?:froze|freez\p{L}+|suspend\p{L}+|broke off|br[eo]ak\p{L}* off|cut off|sever\p{L}*|halt\p{L}*) (?:\p{L}+ ){0,2}(?:contacts?|talks|negotiations|dialogue)\b/iu;
/** "Made the release contingent on a deal by June": the day is that of the condition. */
const CONTINGENT = /\b(?:contingent|conditional|dependent|conditioned) (?:up)?on\b/i;

/** What lies after its report cannot be over, however the sentence reads. */
function asOfReport(reading: Reading, event: Event): Event {
  const [{ text }] = event.at;
  if (event.type === "CONSULT" && event.status === "held" && BROKEN_OFF.test(text))
    return { ...event, status: "cancelled" };
  if (event.status === "held" && !event.verbal && CONTINGENT.test(text)) {
    const { when: _day, ...open } = event;
    return { ...open, status: "possible" };
  }
  if (kindOf(event) === "ceasefire" && event.status === "held" && AGREED.test(event.at[0].text)) {
    const { when: _when, ...open } = event;
    return { ...open, status: "planned" };
  }
  const [days, published] = [daysOf(event.when), publishedBy(reading)];
  const isOver = event.status === "held" || event.status === "ongoing";
  const isAhead = days !== undefined && published !== undefined && days.from > published;
  return isOver && isAhead ? { ...event, status: "planned" } : event;
}

function toldBy(telling: Telling, reading: Reading, event: Event, index: number): Told {
  const participants = toIdentities(telling, event.participants);
  const recipients = toIdentities(telling, event.recipients);
  const all = [...participants, ...recipients];
  const rank = rankIn(event.at[0].text);
  const ranks = new Set(all.flatMap(({ id }) => telling.sides.rankOf(id) ?? []));
  const kindOfActor = (reference: Reference) => telling.sides.identity(reference.id)?.kind;
  return {
    reading,
    event,
    kind: kindOf(event),
    participants,
    recipients,
    persons: new Set(all.filter((reference) => kindOfActor(reference) === "person").map(({ id }) => id)),
    sides: telling.sides.ofAll(all),
    // "A meeting of the chiefs of staff" that names no more than a state.
    ranks: ranks.size === 0 && rank !== undefined ? new Set([rank]) : ranks,
    place: event.place && toIdentities(telling, [event.place])[0],
    sequence: sequenceIn(event),
    days: daysOf(event.when),
    isMoved: MOVED.test(sentenceAround(reading.report.text, event.at[0])),
    published: publishedBy(reading),
    earliest: daysOf(reading.report.published.value)?.from,
    matter: matterOf(event.at[0].text),
    index,
  };
}

/** "She denied that …": told, and told to be untrue. */
function isDenied({ report }: Reading, { at: [quote] }: Event): boolean {
  return /\bden(?:y|ies|ied|ying)\s+(?:that\s+|having\s+)?$/i.test(
    report.text.slice(Math.max(0, quote.start - 24), quote.start),
  );
}

/** "They want the union to lift the embargo that it imposed": it is who lifts it that imposed it. */
function imposedBy({ events }: Reading, event: Event): Event {
  const [quote] = event.at;
  if (event.type !== "SANCTION" || !/\b(?:it|they|he|she)\b/i.test(quote.text)) return event;
  const lifted = events.find(
    ({ subtype, at: [other] }) =>
      /^(?:easing|lifting|end) of/.test(subtype) && other.start < quote.start && quote.start < other.end,
  );
  return lifted === undefined ? event : { ...event, participants: lifted.participants };
}

/** Every telling of an event in a reading. What a text says did not happen tells no event. */
export function tellings(telling: Telling, reading: Reading): Told[] {
  return reading.events
    .filter((event) => !event.negated && !isDenied(reading, event))
    .map((event, index) => toldBy(telling, reading, asOfReport(reading, imposedBy(reading, event)), index));
}

/**
 * The date of an undated report, from the reports beside it: where it tells of a meeting "on Friday" that another
 * report dates, it was written within a week of that day, before or after as its own words say.
 */

import { nameWords, skeleton } from "../compare/names.ts";
import { weekdayOf } from "../record/day.ts";
import { type Extent, edtfOf, extent } from "../record/edtf.ts";
import type { Event } from "../record/event.ts";
import type { Reading } from "../record/reading.ts";
import type { Time } from "../record/time.ts";
import { dropUnder, setUnder } from "./growing/order.ts";

/** By number: Monday is 1. */
const WEEKDAYS = ["", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Characters behind an event within which its weekday may stand. */
const REACH = 15;

/** A meeting that a dated report puts into a week or less. */
interface DatedEvent {
  readonly event: Event;
  readonly stretch: Extent;
}

interface Bound extends Extent {
  readonly quote: Time["at"][0];
  readonly weekday: string;
  readonly day: number;
  readonly event: Event;
}

function datedEvents({ events, report }: Reading): DatedEvent[] {
  if (report.published.value === undefined) return [];
  return events.flatMap((event) => {
    const stretch = event.type === "CONSULT" && event.when ? extent(event.when) : undefined;
    return stretch && stretch.to - stretch.from <= 7 ? [{ event, stretch }] : [];
  });
}

/** The day of a stretch of at most a week that has a name, if it has. */
function dayNamed(name: string, { from, to }: Extent): number | undefined {
  for (let day = from; day < to; day++) if (WEEKDAYS[weekdayOf(day)] === name) return day;
  return undefined;
}

/** The weekday that stands with an event, and on which side of publication it lies. */
function weekdayOfEvent(
  event: Event,
  times: readonly Time[],
): { time: Time; name: string; side: string } | undefined {
  const [quote] = event.at;
  for (const time of times) {
    const [at] = time.at;
    const [, name, side] = /^(\w+day) (before|after) publication$/.exec(time.relative ?? "") ?? [];
    if (name && side && quote.start <= at.start && at.end <= quote.end + REACH) return { time, name, side };
  }
  return undefined;
}

/** Who takes part, by the last word of each name in any spelling. */
function partiesOf(event: Event): ReadonlySet<string> {
  return new Set(event.participants.flatMap(({ name }) => skeletonOf(name)));
}

function skeletonOf(name: string): string[] {
  const last = nameWords(name).at(-1);
  return last === undefined ? [] : [skeleton(last)];
}

function isSameMeeting(a: Event, b: Event): boolean {
  const [left, right] = [partiesOf(a), partiesOf(b)];
  const shared = [...left].filter((key) => right.has(key)).length;
  const place = (event: Event) => event.place && skeletonOf(event.place.name)[0];
  const samePlace = place(a) !== undefined && place(a) === place(b);
  return shared >= 2 || (shared === 1 && samePlace);
}

/** Meetings of an undated reading that it puts on a weekday and on no date. */
function openEvents(reading: Reading): Event[] {
  if (reading.report.published.value !== undefined) return [];
  return reading.events.filter(
    (event) =>
      event.type === "CONSULT" &&
      event.when === undefined &&
      weekdayOfEvent(event, reading.times) !== undefined,
  );
}

function redated(reading: Reading, bounds: readonly Bound[]): Reading {
  const from = Math.max(...bounds.map((bound) => bound.from));
  const to = Math.min(...bounds.map((bound) => bound.to));
  if (bounds.length === 0 || to <= from) return reading;
  const [first] = bounds;
  const day = edtfOf({ from: first!.day, to: first!.day + 1 });
  const why = `other reports date what this one puts on ${first!.weekday}: ${day}`;
  const dated = new Map(bounds.map(({ event, day }) => [event.id, edtfOf({ from: day, to: day + 1 })]));
  return {
    ...reading,
    report: {
      ...reading.report,
      published: { value: edtfOf({ from, to }), basis: "text", at: first!.quote, why },
    },
    events: reading.events.map((event) => {
      const when = dated.get(event.id);
      return when === undefined ? event : { ...event, when };
    }),
  };
}

/** Dates undated readings by those beside them, while readings come and go. */
export class Dating {
  readonly #dated = new Map<string, Set<DatedEvent>>();
  readonly #open = new Map<string, Set<Reading>>();
  readonly #events = new Map<Reading, readonly DatedEvent[]>();

  /** @returns undated readings of which the date may be another now */
  add(reading: Reading): Set<Reading> {
    const events = datedEvents(reading);
    this.#events.set(reading, events);
    for (const dated of events)
      for (const key of partiesOf(dated.event)) setUnder(this.#dated, key).add(dated);
    for (const event of openEvents(reading))
      for (const key of partiesOf(event)) setUnder(this.#open, key).add(reading);
    return this.#touched(events);
  }

  /** @returns as `add` does */
  remove(reading: Reading): Set<Reading> {
    const events = this.#events.get(reading) ?? [];
    this.#events.delete(reading);
    for (const dated of events) for (const key of partiesOf(dated.event)) dropUnder(this.#dated, key, dated);
    for (const event of openEvents(reading))
      for (const key of partiesOf(event)) dropUnder(this.#open, key, reading);
    return this.#touched(events);
  }

  /** The reading as it is, or dated where it has no date and the others allow it. */
  dated(reading: Reading): Reading {
    const bounds = openEvents(reading).flatMap((event): Bound[] => {
      const weekday = weekdayOfEvent(event, reading.times)!;
      const known = new Set([...partiesOf(event)].flatMap((key) => [...(this.#dated.get(key) ?? [])]));
      const days = [...known]
        .filter((other) => isSameMeeting(event, other.event))
        .flatMap(({ stretch }) => dayNamed(weekday.name, stretch) ?? []);
      if (new Set(days).size !== 1) return [];
      const day = days[0]!;
      const stretch = weekday.side === "before" ? { from: day, to: day + 7 } : { from: day - 6, to: day + 1 };
      return [{ ...stretch, quote: weekday.time.at[0], weekday: weekday.name, day, event }];
    });
    return bounds.length === 0 ? reading : redated(reading, bounds);
  }

  #touched(events: readonly DatedEvent[]): Set<Reading> {
    return new Set(
      events.flatMap(({ event }) => [...partiesOf(event)].flatMap((key) => [...(this.#open.get(key) ?? [])])),
    );
  }
}

/**
 * The date of an undated report, from the reports beside it: where it tells of a meeting "on Friday" that another
 * report dates, it was written within a week of that day, before or after as its own words say.
 */
import { weekdayOf } from "../record/day.ts";
import { type Extent, edtfOf, extent } from "../record/edtf.ts";
import type { Event } from "../record/event.ts";
import type { Reading } from "../record/reading.ts";
import type { Time } from "../record/time.ts";
import { type Identities, identify } from "./identity.ts";

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

function datedEvents(readings: readonly Reading[]): DatedEvent[] {
  return readings.flatMap(({ events }) =>
    events.flatMap((event) => {
      const stretch = event.type === "CONSULT" && event.when ? extent(event.when) : undefined;
      return stretch && stretch.to - stretch.from <= 7 ? [{ event, stretch }] : [];
    }),
  );
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

function isSameMeeting(identities: Identities, a: Event, b: Event): boolean {
  const ids = (event: Event) =>
    new Set(event.participants.map(({ id }) => identities.identityOf.get(id)?.id ?? id));
  const [left, right] = [ids(a), ids(b)];
  const shared = [...left].filter((id) => right.has(id)).length;
  const place = (event: Event) => event.place && identities.identityOf.get(event.place.id)?.id;
  const samePlace = place(a) !== undefined && place(a) === place(b);
  return shared >= 2 || (shared === 1 && samePlace);
}

function boundsOf(reading: Reading, known: readonly DatedEvent[], identities: Identities): Bound[] {
  return reading.events
    .filter((event) => event.type === "CONSULT" && event.when === undefined)
    .flatMap((event) => {
      const weekday = weekdayOfEvent(event, reading.times);
      const days = weekday
        ? known
            .filter((other) => isSameMeeting(identities, event, other.event))
            .flatMap(({ stretch }) => dayNamed(weekday.name, stretch) ?? [])
        : [];
      if (weekday === undefined || new Set(days).size !== 1) return [];
      const day = days[0]!;
      const stretch = weekday.side === "before" ? { from: day, to: day + 7 } : { from: day - 6, to: day + 1 };
      return [{ ...stretch, quote: weekday.time.at[0], weekday: weekday.name, day, event }];
    });
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

/** The readings with undated ones dated where the others allow it; the rest as they came. */
export function datedByOthers(readings: readonly Reading[]): readonly Reading[] {
  const isDated = ({ report }: Reading) => report.published.value !== undefined;
  if (readings.every(isDated)) return readings;
  const known = datedEvents(readings.filter(isDated));
  if (known.length === 0) return readings;
  const identities = identify(readings);
  return readings.map((reading) =>
    isDated(reading) ? reading : redated(reading, boundsOf(reading, known, identities)),
  );
}

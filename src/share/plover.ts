/**
 * Events in the JSON that the PLOVER manual proposes, one a line, for event-data tools.
 * Halterman, Bagozzi, Beger, Schrodt, Scarborough: PLOVER and POLECAT, 2023; manual, section on JSON.
 */
import type { Actor } from "../record/actor.ts";
import { formatDay } from "../record/day.ts";
import { extent } from "../record/edtf.ts";
import type { Event, EventType } from "../record/event.ts";
import type { Reference } from "../record/finding.ts";
import type { Place } from "../record/place.ts";
import type { Reading } from "../record/reading.ts";
import type { Format } from "./format.ts";

/** 1 verbal co-operation, 2 material co-operation, 3 verbal conflict, 4 material conflict. */
const QUAD: { readonly [T in EventType]: 1 | 2 | 3 | 4 } = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  CONCEDE: 1,
  COOPERATE: 2,
  AID: 2,
  RETREAT: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  PROTEST: 4,
  SANCTION: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
};

interface Days {
  readonly date: string;
  readonly enddate: string;
}

/** First and last day of a value; undefined where a side is open. */
function daysOf(value: string | undefined): Days | undefined {
  const stretch = value === undefined ? undefined : extent(value);
  if (!stretch || !Number.isFinite(stretch.from) || !Number.isFinite(stretch.to)) return undefined;
  return { date: formatDay(stretch.from), enddate: formatDay(stretch.to - 1) };
}

/** Alpha-3 code of the state that an actor is, or speaks for. */
function stateCode(actor: Actor | undefined, actors: ReadonlyMap<string, Actor>): string | undefined {
  const principal = actor?.represents ? actors.get(actor.represents.id) : undefined;
  return [actor, principal].map((one) => one?.entry?.match(/^state:([A-Z]{3})$/)?.[1]).find(Boolean);
}

function entity(reference: Reference, actors: ReadonlyMap<string, Actor>) {
  const actor = actors.get(reference.id);
  const code = stateCode(actor, actors);
  const office = actor?.roles[0]?.title;
  return { ...(code ? { code } : {}), entity_text: reference.name, ...(office ? { office } : {}) };
}

function location(place: Place) {
  return {
    event_loc: {
      extracted_place: place.at[0].text,
      resolved_place: place.name,
      ...(place.country ? { country_code: place.country } : {}),
      ...(place.admin1 ? { province: place.admin1 } : {}),
      ...(place.point ? { lat: place.point.latitude, lon: place.point.longitude } : {}),
    },
  };
}

/** The date of an event is its own or, as event data do where a text gives none, that of the report. */
function dating(event: Event, reading: Reading): (Days & { readonly comment?: string }) | undefined {
  const own = daysOf(event.when);
  if (own) return own;
  const told = daysOf(reading.report.published.value);
  return told && { ...told, comment: "date of the report" };
}

function record(event: Event, reading: Reading, actors: ReadonlyMap<string, Actor>) {
  const days = dating(event, reading);
  if (!days) return undefined;
  const place = reading.places.find(({ id }) => id === event.place?.id);
  const [quote] = event.at;
  const { outlet, url, title, language } = reading.report;
  return {
    id: event.id,
    ...days,
    actor: event.participants.map((reference) => entity(reference, actors)),
    recipient: event.recipients.map((reference) => entity(reference, actors)),
    event: [event.type],
    event_text: event.at.map((span) => span.text),
    quad_code: QUAD[event.type],
    ...(place ? location(place) : {}),
    subtype: event.subtype,
    status: event.status,
    modality: event.modality,
    text: quote.text,
    text_info: { start: quote.start, end: quote.end },
    cite_info: {
      citation: reading.report.id,
      ...(outlet ? { publication: outlet.value } : {}),
      ...(title ? { title: title.value } : {}),
      ...(url ? { url: url.value } : {}),
      language,
    },
    coder: `Parley ${reading.program}`,
  };
}

/** Event data count what took place: what is only planned, possible, called off, refused or denied is left out. */
function isEventDatum(event: Event): boolean {
  return (event.status === "held" || event.status === "ongoing") && !event.negated;
}

function* lines(readings: readonly Reading[]): Iterable<string> {
  for (const reading of readings) {
    const actors = new Map(reading.actors.map((actor) => [actor.id, actor]));
    for (const event of reading.events.filter(isEventDatum)) {
      const found = record(event, reading, actors);
      if (found && found.actor.length > 0) yield `${JSON.stringify(found)}\n`;
    }
  }
}

export const plover: Format = {
  name: "plover",
  description: "PLOVER event JSON, one a line: what took place, by whom, to whom",
  mediaType: "application/jsonl",
  write: (story, options) => [{ name: "events.plover.jsonl", text: lines(story.seen(options).readings) }],
};

/**
 * One event through all reports. Events of different readings are one where they are of one kind, their participants
 * and places are compatible and their dates may be the same, or one date is told to have moved.
 */

import { extent } from "../record/edtf.ts";
import { compareEdtf, overlaps } from "../record/edtf-order.ts";
import type { Event } from "../record/event.ts";
import type { Reference } from "../record/finding.ts";
import type { History } from "../record/history.ts";
import { idOf } from "../record/id.ts";
import type { Reading } from "../record/reading.ts";
import { sideOf, type Telling, toIdentities } from "./telling.ts";

interface Told {
  readonly reading: Reading;
  readonly event: Event;
  readonly participants: readonly Reference[];
  readonly recipients: readonly Reference[];
  readonly place: Reference | undefined;
}

/** Kinds of getting together that reports use for one and the same meeting. */
const GATHERINGS = new Set([
  "summit",
  "meeting",
  "talks",
  "visit",
  "briefing",
  "round of talks",
  "call",
  "conference",
  "gathering",
  "session",
  "negotiation",
]);

function kindOf({ event }: Told): string {
  if (event.type !== "CONSULT") return `${event.type} ${event.subtype}`;
  if (event.medium === "phone" || event.subtype === "call") return "call";
  return GATHERINGS.has(event.subtype) ? "gathering" : event.subtype;
}

/** Days by which a planned date may move and still be the same event, where nothing else speaks against it. */
const MOVABLE = 21;

function daysApart(a: string, b: string): number {
  const [left, right] = [extent(a), extent(b)];
  if (!left || !right) return Number.POSITIVE_INFINITY;
  return Math.max(0, left.from - right.to, right.from - left.to);
}

function isOver(status: Event["status"]): boolean {
  return status === "held" || status === "ongoing";
}

function datesFit(a: Told, b: Told): boolean {
  const [left, right] = [a.event.when, b.event.when];
  if (left === undefined || right === undefined) return true;
  if (overlaps(left, right)) return true;
  // Two dated events that both took place are two events, unless a report has the day wrong by one.
  if (isOver(a.event.status) && isOver(b.event.status)) return daysApart(left, right) <= 1;
  return daysApart(left, right) <= MOVABLE;
}

function shared(telling: Telling, a: readonly Reference[], b: readonly Reference[]): number {
  const own = new Set(a.flatMap((reference) => [reference.id, sideOf(telling, reference)]));
  return b.filter((reference) => own.has(reference.id) || own.has(sideOf(telling, reference))).length;
}

/** At least one participant in common, two where both name two or more and no date or place speaks for them. */
function participantsFit(telling: Telling, a: Told, b: Told): boolean {
  const common = shared(telling, a.participants, b.participants);
  if (common === 0) return false;
  const anchored =
    (a.event.when !== undefined && b.event.when !== undefined && overlaps(a.event.when, b.event.when)) ||
    (a.place !== undefined && a.place.id === b.place?.id);
  const least = Math.min(a.participants.length, b.participants.length);
  return least < 2 ? anchored || least === common : common >= 2 || (anchored && common >= least / 2);
}

function placesFit(a: Told, b: Told): boolean {
  return a.place === undefined || b.place === undefined || a.place.id === b.place.id;
}

function isSame(telling: Telling, a: Told, b: Told): boolean {
  return kindOf(a) === kindOf(b) && placesFit(a, b) && datesFit(a, b) && participantsFit(telling, a, b);
}

function tell(telling: Telling): Told[] {
  return telling.readings.flatMap((reading) =>
    reading.events
      .filter((event) => !event.verbal)
      .map((event) => ({
        reading,
        event,
        participants: toIdentities(telling, event.participants),
        recipients: toIdentities(telling, event.recipients),
        place: event.place && toIdentities(telling, [event.place])[0],
      })),
  );
}

/** Each event goes to the first group that has room for it: a group fits where most of its members do. */
function grouped(telling: Telling): Told[][] {
  const groups = new Map<string, Told[][]>();
  for (const told of tell(telling)) {
    const kind = kindOf(told);
    const open = groups.get(kind) ?? [];
    groups.set(kind, open);
    const home = open.find((group) => {
      const fitting = group.filter((other) => isSame(telling, told, other)).length;
      return fitting > 0 && fitting * 2 >= group.length;
    });
    if (home) home.push(told);
    else open.push([told]);
  }
  return [...groups.values()].flat();
}

function mergedReferences(lists: readonly (readonly Reference[])[]): Reference[] {
  return [...new Map(lists.flat().map((reference) => [reference.id, reference])).values()];
}

/** How far along a status is; a later one of the same day wins. */
const PROGRESS: Readonly<Record<Event["status"], number>> = {
  possible: 0,
  planned: 1,
  ongoing: 2,
  cancelled: 3,
  refused: 3,
  held: 4,
};

function stepsOf(group: readonly Told[]): History["steps"] {
  const told = group
    .map(({ reading, event }) => ({ event, reading, published: reading.report.published.value }))
    .sort(
      (a, b) =>
        compareEdtf(a.published ?? "", b.published ?? "") ||
        PROGRESS[a.event.status] - PROGRESS[b.event.status],
    );
  let last: string | undefined;
  return told.map(({ event, reading, published }) => {
    const moved = last !== undefined && event.when !== undefined && !overlaps(last, event.when);
    last = event.when ?? last;
    return {
      ...(published ? { told: published } : {}),
      status: event.status,
      modality: event.modality,
      ...(event.when ? { when: event.when } : {}),
      ...(moved ? { moved: true as const } : {}),
      evidence: { report: reading.report.id, finding: event.id, quote: event.at[0] },
    };
  });
}

/** The narrowest date told last. */
function whenOf(steps: History["steps"]): string | undefined {
  const dated = steps.flatMap((step) => (step.when ? [step.when] : []));
  const last = dated.at(-1);
  if (last === undefined) return undefined;
  const width = (value: string) => {
    const stretch = extent(value);
    return stretch ? stretch.to - stretch.from : Number.POSITIVE_INFINITY;
  };
  return dated
    .filter((value) => overlaps(value, last))
    .reduce((best, value) => (width(value) < width(best) ? value : best), last);
}

const AND = new Intl.ListFormat("en", { type: "conjunction" });

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function nameOf(
  subtype: string,
  participants: readonly Reference[],
  recipients: readonly Reference[],
  place: Reference | undefined,
  isGathering: boolean,
): string {
  const who =
    AND.format(participants.slice(0, 4).map(({ name }) => name)) +
    (participants.length > 4 ? " and others" : "");
  const whom =
    recipients.length > 0
      ? ` ${isGathering ? "with" : "→"} ${AND.format(recipients.slice(0, 3).map(({ name }) => name))}`
      : "";
  const where = place ? ` in ${place.name}` : "";
  if (who === "") return `${capital(subtype)}${whom}${where}`;
  return isGathering
    ? `${capital(subtype)} of ${who}${whom}${where}`
    : `${capital(subtype)} by ${who}${whom}${where}`;
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "";
}

function historyFrom(telling: Telling, group: readonly Told[]): History {
  const steps = stepsOf(group);
  const last = steps.at(-1)!;
  const first = group[0]!.event;
  const participants = mergedReferences(group.map((told) => told.participants));
  const recipients = mergedReferences(group.map((told) => told.recipients)).filter(
    ({ id }) => !participants.some((one) => one.id === id),
  );
  const place = group.findLast((told) => told.place !== undefined)?.place;
  const when = whenOf(steps);
  const subtype = mostFrequent(group.map(({ event }) => event.subtype));
  const outcome = group.findLast(({ event }) => event.outcome !== undefined)?.event.outcome;
  return {
    id: idOf(
      "history",
      ...group
        .map(({ event }) => event.id)
        .sort()
        .slice(0, 1),
    ),
    type: first.type,
    subtype,
    name: nameOf(subtype, participants, recipients, place, first.type === "CONSULT"),
    participants,
    recipients,
    ...(place ? { place } : {}),
    ...(when ? { when } : {}),
    status: last.status,
    ...(outcome ? { outcome } : {}),
    steps,
    corroboration: telling.origins.corroborate(
      group.map(({ reading, event }) => ({ reading, finding: event })),
    ),
  };
}

/** Every event that is more than an act of speech, by date; undated ones last. */
export function historiesOf(telling: Telling): History[] {
  return grouped(telling)
    .map((group) => historyFrom(telling, group))
    .sort((a, b) => compareEdtf(a.when ?? "", b.when ?? "") || (a.id < b.id ? -1 : 1));
}

/** Dated events and those that several reports tell: what a timeline shows. */
export function timelineOf(histories: readonly History[]): History[] {
  return histories.filter(
    (history) =>
      history.when !== undefined &&
      (extent(history.when)?.from ?? Number.NEGATIVE_INFINITY) > Number.NEGATIVE_INFINITY,
  );
}

/** What is planned or possible on a day and has no date before it. */
export function upcomingOn(histories: readonly History[], asOf: string | undefined): History[] {
  const today = asOf ? extent(asOf) : undefined;
  return histories.filter(({ status, when }) => {
    if (status !== "planned" && status !== "possible") return false;
    const stretch = when ? extent(when) : undefined;
    if (!stretch) return false;
    return today === undefined || stretch.to > today.from;
  });
}

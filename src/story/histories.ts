/** One event through all reports: floated, planned, moved, held or called off. */
import { extent } from "../record/edtf.ts";
import { compareEdtf, overlaps } from "../record/edtf-order.ts";
import type { Event } from "../record/event.ts";
import type { Reference } from "../record/finding.ts";
import type { History } from "../record/history.ts";
import { idOf } from "../record/id.ts";
import type { EventGroups } from "./events/group.ts";
import { HOSTILE, nameOf } from "./events/name.ts";
import { isTogether } from "./events/same.ts";
import type { Told } from "./events/told.ts";
import type { Telling } from "./telling.ts";

function mergedReferences(lists: readonly (readonly Reference[])[]): Reference[] {
  return [...new Map(lists.flat().map((reference) => [reference.id, reference])).values()];
}

/** How far along a status is; of one day the furthest counts. */
const PROGRESS: Readonly<Record<Event["status"], number>> = {
  possible: 0,
  planned: 1,
  ongoing: 2,
  cancelled: 3,
  refused: 3,
  held: 4,
};

function isOver(status: Event["status"]): boolean {
  return status === "held" || status === "ongoing";
}

function isOff(status: Event["status"]): boolean {
  return status === "cancelled" || status === "refused";
}

/** Of one day the furthest goes last; who calls one day off and names a later one tells of a move. */
function onOneDay(a: Event, b: Event): number {
  if (isOff(a.status) !== isOff(b.status) && a.when && b.when && !overlaps(a.when, b.when))
    return compareEdtf(a.when, b.when);
  return PROGRESS[a.status] - PROGRESS[b.status];
}

function inTime(group: readonly Told[]): Told[] {
  return [...group].sort(
    (a, b) =>
      (a.published ?? Number.POSITIVE_INFINITY) - (b.published ?? Number.POSITIVE_INFINITY) ||
      onOneDay(a.event, b.event) ||
      (a.reading.report.id < b.reading.report.id ? -1 : a.reading.report.id > b.reading.report.id ? 1 : 0) ||
      a.event.at[0].start - b.event.at[0].start,
  );
}

/** A plan for a day before its report is a slip of that report, or of its reader: it neither moves nor dates anything. */
function isBehind({
  status,
  told,
  when,
}: Pick<History["steps"][number], "status" | "told" | "when">): boolean {
  const [published, day] = [told && extent(told), when && extent(when)];
  return (status === "planned" || status === "possible") && !!published && !!day && day.to <= published.from;
}

function stepsOf(group: readonly Told[]): History["steps"] {
  let last: string | undefined;
  return group.map(({ event, reading }) => {
    const told = reading.report.published.value;
    const when = isBehind({ ...event, ...(told && { told }) }) ? undefined : event.when;
    const moved = last !== undefined && isDay(last) && when !== undefined && !overlaps(last, when);
    last = when ?? last;
    return {
      ...(told ? { told } : {}),
      status: event.status,
      modality: event.modality,
      ...(event.when ? { when: event.when } : {}),
      ...(moved ? { moved: true as const } : {}),
      evidence: { report: reading.report.id, finding: event.id, quote: event.at[0] },
    };
  });
}

function widthOf(value: string): number {
  const stretch = extent(value);
  return stretch ? stretch.to - stretch.from : Number.POSITIVE_INFINITY;
}

function isDay(value: string): boolean {
  return widthOf(value) <= 3;
}

/** Whether two tellings give one date; of what goes on without an end, the start counts. */
function agree(a: string, b: string): boolean {
  const start = (value: string) => (value.endsWith("/..") ? value.slice(0, -3) : value);
  return a.endsWith("/..") && b.endsWith("/..") ? overlaps(start(a), start(b)) : overlaps(a, b);
}

/** The date of the status that stands: of a plan the one told last, of what is over the one that most reports give. */
function whenOf(steps: History["steps"], status: Event["status"]): string | undefined {
  const given = steps.flatMap((step) => (step.when ? [{ ...step, when: step.when }] : []));
  const dated = given.filter((step) => !isBehind(step));
  const own = dated.filter((step) => step.status === status);
  const fitting = isOff(status) ? dated.filter((step) => isDay(step.when)) : dated;
  const values = (own.length > 0 && !isOff(status) ? own : fitting).map(({ when }) => when);
  const last = values.at(-1);
  if (last === undefined) return undefined;
  const backers = (value: string) => values.filter((other) => agree(other, value)).length;
  const isOver = status === "held" || status === "ongoing";
  const best = isOver ? values.reduce((a, b) => (backers(b) >= backers(a) ? b : a)) : last;
  // A day that a plan named narrows what the reports of the event leave open.
  const all = widthOf(best) <= 31 ? dated.map(({ when }) => when) : values;
  return all
    .filter((value) => agree(value, best))
    .reduce((narrow, value) => (widthOf(value) < widthOf(narrow) ? value : narrow), best);
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "";
}

/** Held stays held: a report that still looks forward, or calls off an earlier date, does not undo it. */
function statusOf(steps: History["steps"]): Event["status"] {
  const last = steps.at(-1)!;
  const over = steps.findLast(({ status }) => status === "held" || status === "ongoing");
  if (over === undefined && last.status === "refused") {
    // Who will not come to what was agreed has called it off.
    const isCalledOff = steps.some(
      ({ status, evidence }) => status === "cancelled" && evidence.report === last.evidence.report,
    );
    return isCalledOff ? "cancelled" : "refused";
  }
  if (over === undefined || last === over) return last.status;
  const sameDay = over.when === undefined || last.when === undefined || overlaps(over.when, last.when);
  return isOff(last.status) && sameDay ? last.status : over.status;
}

/** Tellings that do not put it on another day. */
function ofDay(group: readonly Told[], day: string | undefined): Told[] {
  return group.filter(({ event: { when } }) => !day || !when || overlaps(when, day));
}

/** The place that most tellings of where it stands name, if a third of them do; one of another day has no say. */
function placeOf(
  all: readonly Told[],
  status: Event["status"],
  when: string | undefined,
): Reference | undefined {
  const group = ofDay(all, when);
  const standing = group.filter(({ event }) => event.status === status);
  // Where it was planned for a day that is not told to have been kept, it need not have been held.
  const isKept = !isOver(status) || group.some(({ event }) => when !== undefined && event.when !== undefined);
  const from = standing.some(({ place }) => place) ? standing : isKept ? group : standing;
  const named = from.flatMap(({ place }) => place ?? []);
  const counts = Map.groupBy(named, ({ id }) => id);
  const most = [...counts.values()].reduce<readonly Reference[]>(
    (a, b) => (b.length >= a.length ? b : a),
    [],
  );
  return most.length * 3 >= from.length ? most[0] : undefined;
}

/**
 * Tellings that say who does it. People meet whom they were announced to meet; but who offered a truce is not who keeps
 * one, and whom somebody blames has not been shown to have done it where another report leaves that open.
 */
function castOf(group: readonly Told[], status: Event["status"]): readonly Told[] {
  if (isTogether(group[0]!.kind)) return group;
  const standing = group.filter(({ event }) => event.status === status);
  const isBlame = standing.every(({ event }) => HOSTILE.has(event.type));
  const own = standing.filter(({ event }) => isBlame && event.according.length === 0);
  // Where nobody says it in its own voice, one side's blame is not the name of what took place.
  const unblamed = standing.filter(({ participants }) => isBlame && participants.length === 0);
  const asserted = own.length > 0 ? own : unblamed;
  return asserted.length > 0 ? asserted : standing.length > 0 ? standing : group;
}

function historyFrom(telling: Telling, unordered: readonly Told[]): History {
  const group = inTime(unordered);
  const steps = stepsOf(group);
  const status = statusOf(steps);
  const when = whenOf(steps, status);
  const place = placeOf(group, status, when);
  const cast = castOf(group, status);
  const participants = mergedReferences(cast.map((told) => told.participants));
  const recipients = mergedReferences(cast.map((told) => told.recipients)).filter(
    ({ id }) => !participants.some((one) => one.id === id),
  );
  const subtypes = group.map(({ event }) => event.subtype);
  // An offensive is part of the war that other words of the same reports name.
  const subtype = subtypes.includes("war") ? "war" : mostFrequent(subtypes);
  const outcome = ofDay(group, when).findLast(({ event }) => event.outcome !== undefined)?.event.outcome;
  return {
    id: idOf("history", group.map(({ event }) => event.id).sort()[0]!),
    type: group[0]!.event.type,
    subtype,
    name: nameOf(telling, cast, subtype, place),
    participants,
    recipients,
    ...(place ? { place } : {}),
    ...(when ? { when } : {}),
    status,
    ...(group.every(({ event }) => event.verbal) ? { verbal: true as const } : {}),
    ...(outcome ? { outcome } : {}),
    steps,
    corroboration: telling.origins.corroborate(
      group.map(({ reading, event }) => ({ reading, finding: event })),
    ),
  };
}

/** Every event, by date; undated ones last. */
export function historiesOf(telling: Telling, groups: EventGroups): History[] {
  return [...groups.groups()]
    .map((group) => {
      group.history ??= historyFrom(telling, group.members);
      return group.history;
    })
    .sort((a, b) => compareEdtf(a.when ?? "", b.when ?? "") || (a.id < b.id ? -1 : 1));
}

/** Acts of speech that change where a negotiation stands. */
const DECISIVE = new Set<Event["type"]>(["REJECT", "AGREE", "CONCEDE", "THREATEN"]);

function hasPlaceOnCalendar(when: string | undefined): boolean {
  return when !== undefined && (extent(when)?.from ?? Number.NEGATIVE_INFINITY) > Number.NEGATIVE_INFINITY;
}

/** Those who meet for a side, by what they are called. */
const OFFICIALS =
  /\b(?:ministers?|ambassadors?|envoys?|diplomats?|leaders?|negotiators?|delegat(?:es?|ions?)|mediators?|officials?|commanders?|generals?|advisers?|representatives?|experts?|parties|sides|teams?|parliament\p{L}*|lawmakers?|senators?|presidents?|premiers?|chancellors?|chiefs?|secretaries)\b/iu;

/** Whether people gather who speak for no side that is told: a crowd on a square, the families of captives. */
export function isOfNoSide({ sides }: Telling, { type, participants, recipients }: History): boolean {
  if (type !== "CONSULT") return false;
  return [...participants, ...recipients].every(({ id, name }) => {
    const kind = sides.identity(id)?.kind;
    const isCrowd = kind === "group" || kind === "unnamed";
    return isCrowd && sides.of(id).every((side) => side === id) && !OFFICIALS.test(name);
  });
}

/** Dated events, oldest first; of acts of speech those that decide something on a known day. */
export function timelineOf(telling: Telling, histories: readonly History[]): History[] {
  return histories.filter(
    (history) =>
      hasPlaceOnCalendar(history.when) &&
      !isOfNoSide(telling, history) &&
      (!history.verbal || (DECISIVE.has(history.type) && history.when !== undefined && isDay(history.when))),
  );
}

/** What is planned or possible on a day and has no date before it, the soonest first. */
export function upcomingOn(telling: Telling, histories: readonly History[]): History[] {
  const { asOf } = telling;
  const today = asOf ? extent(asOf) : undefined;
  const endOf = ({ when }: History) => (when ? (extent(when)?.to ?? 0) : 0);
  const ahead = histories.filter((history) => {
    const { status, when, verbal } = history;
    if (verbal || (status !== "planned" && status !== "possible") || isOfNoSide(telling, history))
      return false;
    const stretch = when ? extent(when) : undefined;
    if (!stretch) return false;
    return today === undefined || stretch.to > today.from;
  });
  return ahead.sort((a, b) => (endOf(a) === endOf(b) ? 0 : endOf(a) - endOf(b)) || (a.id < b.id ? -1 : 1));
}

/**
 * Do two reports tell one event? Evidence for and against is summed in points; what rules it out is a veto.
 * Calibrated by hand on the example's gold; `npm run bench -- story` prints what comes of it.
 */
import type { Event } from "../../record/event.ts";
import { isSameMatter } from "../matter.ts";
import type { Told } from "./told.ts";

/** No sum of points outweighs it. */
export const VETO = -100;
/** From here on two tellings are taken for one event. */
export const SAME = 2;

/** Days by which a planned date may move and still be the same event. */
const MOVABLE = 21;

function isOver(status: Event["status"]): boolean {
  return status === "held" || status === "ongoing";
}

function isAhead(status: Event["status"]): boolean {
  return status === "planned" || status === "possible";
}

function isOff(status: Event["status"]): boolean {
  return status === "cancelled" || status === "refused";
}

function common<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let count = 0;
  for (const one of a) if (b.has(one)) count++;
  return count;
}

/** Days between two stretches, 0 where they meet. */
function gap(a: { from: number; to: number }, b: { from: number; to: number }): number {
  return Math.max(0, a.from - b.to, b.from - a.to);
}

/** A meeting that is over by the time another is announced for a later day is not that one. */
function isLater(past: Told, coming: Told): boolean {
  if (!isOver(past.event.status) || !isAhead(coming.event.status)) return false;
  if (!past.days || !coming.days || coming.days.from <= past.days.to) return false;
  return coming.published === undefined || coming.published >= past.days.from;
}

/** What was over before a report called it possible is hardly what that report means. */
function isOverBefore(past: Told, coming: Told): boolean {
  if (!isOver(past.event.status) || !isAhead(coming.event.status) || coming.days) return false;
  return past.days !== undefined && coming.earliest !== undefined && past.days.to + 1 < coming.earliest;
}

/** "No sign of being willing to meet": what only may come about. */
function isUnlikely({ event }: Told): boolean {
  return event.status === "possible";
}

/** What a report tells as over, on whatever day, is not what another puts on a day after that report. */
function isOverByThen(past: Told, { days }: Told): boolean {
  if (!isOver(past.event.status) || past.published === undefined) return false;
  return days !== undefined && days.from > past.published;
}

function datePoints(a: Told, b: Told): number {
  if (isOverByThen(a, b) || isOverByThen(b, a)) return VETO;
  if (isOverBefore(a, b) || isOverBefore(b, a)) return isUnlikely(a) || isUnlikely(b) ? VETO : -2;
  if (!a.days || !b.days) return 0;
  const apart = gap(a.days, b.days);
  const widest = Math.max(a.days.to - a.days.from, b.days.to - b.days.from);
  if (apart === 0) return widest <= 2 ? 2 : widest <= 62 ? 0.5 : 0;
  if (isLater(a, b) || isLater(b, a)) return VETO;
  if (a.reading === b.reading && !isOff(a.event.status) && !isOff(b.event.status)) return VETO;
  if (apart <= 1) return 1;
  if (isOver(a.event.status) && isOver(b.event.status)) return VETO;
  if (apart > MOVABLE) return VETO;
  return a.isMoved || b.isMoved ? 0 : -1;
}

function placePoints(a: Told, b: Told): number {
  if (!a.place || !b.place) return 0;
  if (a.place.id === b.place.id) return 1.5;
  return isOver(a.event.status) && isOver(b.event.status) ? -3 : -1;
}

/** Whether two are told to be on one day, give or take a day. */
export function isOneDay(a: Told, b: Told): boolean {
  if (!a.days || !b.days || gap(a.days, b.days) > 0) return false;
  return Math.max(a.days.to - a.days.from, b.days.to - b.days.from) <= 2;
}

/** Points of two that are told without any side: citizens who gather are not the ambassadors of the same day. */
function strangerPoints(a: Told, b: Told): number {
  if (common(a.ranks, b.ranks) > 0) return 1;
  if (a.participants.length === 0 || b.participants.length === 0) return 0;
  const others = new Set(b.participants.map(({ id }) => id));
  return a.participants.some(({ id }) => others.has(id)) ? 1 : -1;
}

/** "The ongoing talks" without a day are a process, and none of its meetings. */
function isProcess({ event, days, place }: Told): boolean {
  return event.status === "ongoing" && days === undefined && place === undefined;
}

/** Whoever calls or talks, does so with many: one name alone, with no day and no place, does not say which time it was. */
function isTold(a: Told, b: Told): boolean {
  if (a.kind === "call" || a.reading === b.reading || isProcess(a) || isProcess(b)) return false;
  return [a, b].some(({ days, place }) => days !== undefined || place !== undefined);
}

/** Whether one only may come about, on no day and at no place, and with more sides than the other, which has its day. */
function isVague(one: Told, other: Told): boolean {
  if (!isUnlikely(one) || one.days || one.place) return false;
  return one.sides.size > other.sides.size && other.sides.size > 0 && other.days !== undefined;
}

/** Who meets whom: the same persons, else the same sides in the same rank. */
function meetingPoints(a: Told, b: Told): number {
  // "No sign of a summit of all three" is not the talks that two of them have set.
  if (a.sides.size !== b.sides.size && (isVague(a, b) || isVague(b, a))) return -1;
  if (a.sides.size === 0 || b.sides.size === 0) return strangerPoints(a, b);
  const isThere = a.place !== undefined && a.place.id === b.place?.id;
  const persons = common(a.persons, b.persons);
  if (persons >= 2) return 3;
  const least = Math.min(a.persons.size, b.persons.size);
  if (least >= 2 && persons === 0) return VETO;
  if (a.ranks.size > 0 && b.ranks.size > 0 && common(a.ranks, b.ranks) === 0) return VETO;
  const sides = common(a.sides, b.sides);
  const few = Math.min(a.sides.size, b.sides.size);
  // Of one who is named alone on the day and at the place of others: the host.
  if (sides === 0) return few === 1 && isThere && isOneDay(a, b) ? -1 : VETO;
  if (least >= 2) return 0;
  if (persons === 1) return sides >= 2 || isThere || isOneDay(a, b) || isTold(a, b) ? 2 : 1;
  const isNameless = a.persons.size === 0 || b.persons.size === 0;
  const rank = isNameless && common(a.ranks, b.ranks) > 0 ? 1 : 0;
  return sides >= 2 ? 2 : few === 1 ? 1 + rank : 0;
}

function processPoints(a: Told, b: Told): number {
  const isDay = ({ days }: Told) => days !== undefined && days.to - days.from <= 2;
  return (isProcess(a) && isDay(b)) || (isProcess(b) && isDay(a)) ? -2 : 0;
}

/** Who does it to whom: sides count, since a report names the minister where another names the state. */
function actPoints(a: Told, b: Told): number {
  if (a.sides.size === 0 || b.sides.size === 0) return 0;
  return common(a.sides, b.sides) === 0 ? VETO : 1.5;
}

function sequencePoints(a: Told, b: Told): number {
  if (a.sequence === undefined && b.sequence === undefined) return 0;
  if (a.sequence === undefined || b.sequence === undefined) return (a.sequence ?? b.sequence) === 1 ? 0 : -1;
  return a.sequence === b.sequence ? 2 : VETO;
}

const TOGETHER = new Set(["meeting", "call", "video"]);

/** Kinds of event whose participants meet or speak to each other. */
export function isTogether(kind: string): boolean {
  return TOGETHER.has(kind);
}

/** Points for two tellings being one event; `VETO` or less where they cannot be. */
export function likeness(a: Told, b: Told): number {
  if (a.kind !== b.kind) return VETO;
  const date = datePoints(a, b);
  if (date === VETO) return VETO;
  const points = [date, placePoints(a, b), sequencePoints(a, b)];
  if (isTogether(a.kind))
    return [...points, meetingPoints(a, b), processPoints(a, b)].reduce((sum, one) => sum + one, 0);
  const alike = a.event.subtype === b.event.subtype ? 1 : 0.5;
  // What was only said, and has no date, is told apart by what it is about.
  const matter = isSameMatter(a.matter, b.matter);
  const about = matter ? 0.5 : a.event.verbal && !(a.days && b.days) ? -2 : 0;
  // What is refused is not the thing that is done.
  const done = isOver(a.event.status) || isOver(b.event.status);
  const stage = done && isOff(a.event.status) !== isOff(b.event.status) ? -2 : 0;
  return [...points, actPoints(a, b), alike, about, stage].reduce((sum, one) => sum + one, 0);
}

/** Several tellings of one event made one: the same kind of event, people, place and date. */
import { overlaps } from "../../record/edtf-order.ts";
import type { Reference } from "../../record/finding.ts";
import type { Telling } from "./telling.ts";

/** Subtypes that name the same kind of happening. */
const CLASSES: readonly (readonly string[])[] = [
  ["meeting", "summit", "talks", "round of talks", "conference", "consultation", "hosting", "briefing"],
  ["call", "video conference"],
  ["war", "fighting"],
  ["strike", "attack", "shelling", "bombing"],
  ["cession of territory", "territorial concessions", "concessions"],
  ["agreement", "deal", "settlement"],
  ["ceasefire", "halt of offensive", "end of fighting"],
];

const LOOK_BACK = 60;
/** How many sentences on a meeting may still be "the session". */
const NEXT = 2;

function classOf({ entry }: Telling): string {
  const found = CLASSES.find((subtypes) => subtypes.includes(entry.subtype));
  return found ? found[0]! : entry.subtype;
}

/** Groups of tellings of one event, each with its fullest telling first, in the order of their first mention. */
export function merged(tellings: readonly Telling[]): Telling[][] {
  const groups: Telling[][] = [];
  for (const telling of tellings) {
    // What was told long before is told anew: looking back has an end, so that long texts take no longer a page.
    const group = groups
      .slice(-LOOK_BACK)
      .find(
        (known) =>
          known.every((other) => mayBeOne(telling, other)) && known.some((other) => ties(telling, other)),
      );
    if (group) group.push(telling);
    else groups.push([telling]);
  }
  for (const group of groups) group.sort((a, b) => fullness(b) - fullness(a) || a.token - b.token);
  return groups;
}

function fullness(telling: Telling): number {
  const { participants, recipients, place, time, standing } = telling;
  return (
    participants.length +
    recipients.length * 0.5 +
    (place ? 1.5 : 0) +
    (time ? 1.5 : 0) +
    (standing.certain ? 1 : 0)
  );
}

function mayBeOne(a: Telling, b: Telling): boolean {
  if (a.entry.type !== b.entry.type || classOf(a) !== classOf(b)) return false;
  if ((a.entry.verbal || b.entry.verbal) && !a.heading && !b.heading) return false;
  if (a.standing.negated !== b.standing.negated) return false;
  if (a.status !== b.status && a.standing.certain && b.standing.certain && !areOneMeeting(a, b)) return false;
  if (a.sequence !== undefined && b.sequence !== undefined && a.sequence !== b.sequence) return false;
  // A heading says "in Agria" where the text says "in Velden".
  if (a.place && b.place && a.place.id !== b.place.id && !a.heading && !b.heading) return false;
  if (a.time?.value && b.time?.value && !overlaps(a.time.value, b.time.value)) return false;
  return true;
}

/** A meeting of the same people that is mooted in one place and planned in another. */
function areOneMeeting(a: Telling, b: Telling): boolean {
  const coming = (status: string) => status === "planned" || status === "possible";
  if (a.entry.type !== "CONSULT" || !coming(a.status) || !coming(b.status)) return false;
  return (
    a.participants.length > 1 &&
    isWithin(a.participants, b.participants) &&
    isWithin(b.participants, a.participants)
  );
}

/** What speaks for one event: the people of one among those of the other, and a date, a place or a definite noun. */
function ties(a: Telling, b: Telling): boolean {
  if (goesOn(a, b)) return true;
  const sameDate = a.time?.value !== undefined && b.time?.value !== undefined;
  const samePlace = a.place !== undefined && b.place !== undefined;
  if (
    !sameDate &&
    !samePlace &&
    !a.definite &&
    !a.heading &&
    !b.heading &&
    !(a.status === "planned" && b.status === "planned") &&
    a.status !== "ongoing"
  )
    return false;
  const few = a.participants.length <= b.participants.length ? a : b;
  const many = few === a ? b : a;
  if (few.participants.length === 0) return false;
  return (
    isWithin(few.participants, many.participants) &&
    (few.recipients.length === 0 || many.recipients.length === 0 || shares(few.recipients, many.recipients))
  );
}

/** "They met in Velden" after "Agria and Norvia sat down on Monday"; "The session, chaired by Odo Lund, ended" after it. */
function goesOn(a: Telling, b: Telling): boolean {
  const after = a.sentence - b.sentence;
  if (a.entry.type !== "CONSULT" || after < 1 || after > NEXT || a.status !== b.status) return false;
  if (a.noun) return a.definite && a.participants.length < 2 && b.participants.length > 0;
  const areSame = isWithin(a.participants, b.participants) && isWithin(b.participants, a.participants);
  return (
    after === 1 && areSame && a.participants.length > 0 && (a.time === undefined || b.time === undefined)
  );
}

function isWithin(few: readonly Reference[], many: readonly Reference[]): boolean {
  return few.every(({ id }) => many.some((other) => other.id === id));
}

function shares(a: readonly Reference[], b: readonly Reference[]): boolean {
  return a.some(({ id }) => b.some((other) => other.id === id));
}

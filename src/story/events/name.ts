/** A short heading for an event, made from what its reports say. */
import type { Event } from "../../record/event.ts";
import type { Reference } from "../../record/finding.ts";
import type { Telling } from "../telling.ts";
import { isGathering } from "./kind.ts";
import type { Told } from "./told.ts";

const AND = new Intl.ListFormat("en", { type: "conjunction" });
const MOST_NAMES = 4;
const MOST_WORDS = 7;
/** What nobody does alone. */
const MUTUAL = /^(?:war|fighting|clash|ceasefire|truce|armistice|prisoner exchange|deal|agreement)\b/;
/** Journeys, which lead to a place. */
const TRIP = /^(?:visit|trip|travel)\b/;
/** What happens to those who are named as taking part. */
const UNDERGONE = /^(?:briefing)\b/;
/** Kinds of event that a heading puts in another word. */
const HEADING: Readonly<Record<string, string>> = {
  hosting: "meeting",
  injury: "wounding",
  "closed border": "closing of a border",
};
/** What is told of its victims: "killing of", not "against". */
const SUFFERED = /^(?:killing|injury|death|detention|abduction)$/;
/** Verbs that make a clause of a name. */
const FINITE = / (?:should|would|could|must|may|might|can|will|is|are|was|were|has|have|had) /;
/** What is done to somebody rather than for or with somebody. */
export const HOSTILE = new Set<Event["type"]>([
  "SANCTION",
  "ASSAULT",
  "COERCE",
  "THREATEN",
  "ACCUSE",
  "PROTEST",
]);

/** References by how many reports name them; those of a single report only where all have but one. */
function wellTold(group: readonly Told[], pick: (told: Told) => readonly Reference[]): Reference[] {
  const counts = new Map<string, { reference: Reference; count: number; first: number }>();
  for (const [i, told] of group.entries()) {
    for (const reference of pick(told)) {
      const known = counts.get(reference.id);
      if (known) known.count++;
      else counts.set(reference.id, { reference, count: 1, first: i });
    }
  }
  const all = [...counts.values()].sort((a, b) => b.count - a.count || a.first - b.first);
  const most = all[0]?.count ?? 0;
  return all.filter(({ count }) => count > 1 || most <= 2).map(({ reference }) => reference);
}

/** Persons where there are two; else groups; states only where nobody in particular speaks for them. */
function telling(story: Telling, references: readonly Reference[]): Reference[] {
  const kind = (reference: Reference) => story.sides.identity(reference.id)?.kind;
  const persons = references.filter((reference) => kind(reference) === "person");
  const spokenFor = new Set(persons.flatMap(({ id }) => story.sides.of(id)));
  const groups = references.filter((reference) => kind(reference) === "group");
  const grouped = new Set(groups.flatMap(({ id }) => story.sides.of(id)));
  // "The foreign ministers of the two, A and B": the names say it all.
  const isInPersons = (group: Reference) => {
    const rank = story.sides.rankOf(group.id);
    const alike = persons.filter(({ id }) => rank !== undefined && story.sides.rankOf(id) === rank);
    return alike.length > 1 && alike.length >= story.sides.of(group.id).length;
  };
  const ranks = new Set<string>();
  const present = new Set(references.map(({ id }) => id));
  return references.filter((reference) => {
    // A name of a whole clause is a slip of the reader, and no heading.
    if (reference.name.split(" ").length > MOST_WORDS || FINITE.test(reference.name)) return false;
    if (kind(reference) === "person") return true;
    // Two phrases for the ministers of the same sides are one.
    const rank = kind(reference) === "group" ? story.sides.rankOf(reference.id) : undefined;
    if (rank !== undefined && ranks.has(rank)) return false;
    if (rank !== undefined) ranks.add(rank);
    const sides = story.sides.of(reference.id);
    // "Lorvia and Lorvian troops" are Lorvia.
    if (rank === undefined && sides.length === 1 && sides[0] !== reference.id && present.has(sides[0]!))
      return false;
    if (sides.length === 0 && persons.length > 1) return false;
    if (sides.length > 0 && sides.every((side) => spokenFor.has(side))) return false;
    if (kind(reference) === "group") return !isInPersons(reference);
    return !sides.every((side) => grouped.has(side));
  });
}

/** "Ambassadors" at the head of a sentence is no name where a report writes "ambassadors" elsewhere. */
function spoken(story: Telling, group: readonly Told[], { id, name }: Reference): string {
  const kind = story.sides.identity(id)?.kind;
  const head = /^(\p{Lu}\p{Ll}+)(?:$| \p{Ll})/u.exec(name)?.[1]?.toLowerCase();
  if (head === undefined || (kind !== "group" && kind !== "unnamed")) return name;
  const isWord = group.some(({ reading }) => new RegExp(`\\b${head}\\b`).test(reading.report.text));
  return isWord ? head + name.slice(head.length) : name;
}

function listed(story: Telling, group: readonly Told[], references: readonly Reference[]): string {
  const names = references.slice(0, MOST_NAMES).map((one) => spoken(story, group, one));
  return references.length > MOST_NAMES ? `${names.join(", ")} and others` : AND.format(names);
}

/** Whether two speak or act for the same sides: nobody does anything to itself. */
function isOneSide(story: Telling, a: string, b: string): boolean {
  const [left, right] = [story.sides.of(a), story.sides.of(b)];
  return left.length > 0 && left.length === right.length && left.every((side) => right.includes(side));
}

/** "At the Halvern dam", "in the United Provinces": a common noun for a head takes the article. */
function articled(name: string, isSite: boolean): string {
  if (/^(?:United|Union of|Republic of|Kingdom of) /.test(name)) return `the ${name}`;
  return isSite && /^\p{Lu}.* \p{Ll}+$/u.test(name) && !/^the /i.test(name) ? `the ${name}` : name;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Meeting of A and B in C"; "Shelling in C". */
export function nameOf(
  story: Telling,
  group: readonly Told[],
  subtype: string,
  place: Reference | undefined,
): string {
  const isPlace = ({ name }: Reference) => name === place?.name;
  const all = telling(
    story,
    wellTold(group, (told) => told.participants),
  );
  // Who goes somewhere is named first, and whom they see after.
  const isTrip = TRIP.test(subtype);
  // "A visit of the envoy and Vessim in Vessim": who is visited is where.
  const who = all.every(isPlace) ? all : all.filter((one) => !isPlace(one));
  const named = new Set(who.map(({ id }) => id));
  const whom = telling(
    story,
    wellTold(group, (told) => told.recipients),
  ).filter(({ id }) => !named.has(id) && !who.some((one) => isOneSide(story, id, one.id)));
  const site = place && ["site", "sea"].includes(story.sides.identity(place.id)?.kind ?? "");
  const into = isTrip ? "to" : site ? "at" : "in";
  const isNamed = place && [...who, ...whom].some(({ id, name }) => id === place.id || name === place.name);
  const where = place && !isNamed ? ` ${into} ${articled(place.name, site === true)}` : "";
  const gathering = isGathering(group[0]!.event) || group[0]!.kind === "call" || group[0]!.kind === "video";
  if (gathering) {
    const all = [...who, ...whom];
    const isHost = (one: Reference) => story.sides.identity(one.id)?.kind === "state";
    const [guests, hosts] = [all.filter((one) => !isHost(one)), all.filter(isHost)];
    // "A visit of the envoy to Vessim", where the city is told as who is visited.
    if (isTrip && where === "" && guests.length > 0 && hosts.length === 1)
      return `${capital(subtype)} of ${listed(story, group, guests)} to ${hosts[0]!.name}`;
    return `${capital(HEADING[subtype] ?? subtype)}${all.length > 0 ? ` of ${listed(story, group, all)}` : ""}${where}`;
  }
  const link = MUTUAL.test(subtype) && who.length > 1 ? "between" : UNDERGONE.test(subtype) ? "of" : "by";
  const by = who.length > 0 ? ` ${link} ${listed(story, group, who)}` : "";
  const to =
    whom.length > 0
      ? ` ${SUFFERED.test(subtype) ? "of" : HOSTILE.has(group[0]!.event.type) ? "against" : "to"} ${listed(story, group, whom)}`
      : "";
  const heading = capital(HEADING[subtype] ?? subtype);
  // "Killing of two officers by the rebels": whom it befell comes first.
  return SUFFERED.test(subtype) ? `${heading}${to}${by}${where}` : `${heading}${by}${to}${where}`;
}

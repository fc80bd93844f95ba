/**
 * Events: what happens, is planned, is asked for or is refused, by the roots of the PLOVER ontology.
 *
 * Every verb and noun of the event lexicon is a telling; its clause says who takes part and how far it has come.
 * Tellings of one event are merged. What names nobody, and what the text denies, is left out.
 */
import type { Event, EventStatus, EventType } from "../../record/event.ts";
import type { Modality, Reference } from "../../record/finding.ts";
import type { Findings } from "../../record/reading.ts";
import { contains, type Grounds, spanAt } from "../../record/span.ts";
import { type Context, extractor, finding } from "../extractor.ts";
import { toldBy } from "../told-by.ts";
import { absentees } from "./absence.ts";
import { unique } from "./cast.ts";
import type { Entry } from "./lexicon.ts";
import { locator } from "./locate.ts";
import { meetingOf } from "./meeting.ts";
import { merged } from "./merge.ts";
import { narrowest } from "./narrowest.ts";
import { outcomeOf } from "./outcome.ts";
import { withParties } from "./parties.ts";
import { widerQuotes } from "./quote.ts";
import { withSpeakers } from "./spoken.ts";
import { settle } from "./status.ts";
import { type Telling, tellingsOf } from "./telling.ts";
import { indexOf, type TextIndex } from "./text-index.ts";
import { worthTelling } from "./worth.ts";

/** What counts as a concession until it is done. */
const GIVEN: ReadonlySet<string> = new Set([
  "release",
  "prisoner exchange",
  "easing of sanctions",
  "lifting of a blockade",
  "opening of borders",
  "access",
]);

type Found = Pick<Findings, "actors" | "places" | "times" | "statements">;

/** What is rejected where it is refused. */
const CONSENTED: ReadonlySet<string> = new Set([
  "acceptance",
  "approval",
  "consent",
  "endorsement",
  "ratification",
  "signature",
  "recognition",
]);

export const events = extractor({
  name: "events",
  needs: ["actors", "places", "times", "statements"],
  makes: "events",
  *extract(context: Context, found: Found) {
    const { doc, clauses } = context.language;
    const index = indexOf(doc, clauses);
    const told = withParties(
      settle(withSpeakers(tellingsOf(index, found), found.statements, index), context.report),
      found.actors,
      doc,
    );
    const toldAt = locator(found.statements.flatMap(toldBy), (told) => [told]);
    const groups = merged(worthTelling(told, index, found.actors));
    const away = absentees(groups, index, found.actors);
    for (const group of groups) {
      const { quote } = group[0]!;
      const reported = toldAt(quote).some((told) => contains(told, quote));
      yield eventOf(group, away.get(group) ?? [], reported, context, index, found.actors);
    }
  },
});

function modalityOf(status: EventStatus, conditional: boolean, reported: boolean): Modality {
  if (status === "planned") return "planned";
  if (status === "possible") return conditional ? "conditional" : "possible";
  return reported ? "reported" : "asserted";
}

function eventOf(
  group: readonly Telling[],
  away: readonly Reference[],
  reported: boolean,
  context: Context,
  index: TextIndex,
  actors: Findings["actors"],
): Event {
  const { text } = context.report;
  const [first] = group as readonly [Telling, ...Telling[]];
  const certain = group.filter(({ standing }) => standing.certain);
  const best = certain.find(({ status }) => status !== "possible") ?? certain[0] ?? first;
  const told = [
    ...group.map(({ quote }) => quote),
    ...group.flatMap(({ quote, noun, clause }) => widerQuotes(quote, noun, clause, index.doc)),
  ];
  const quotes = new Map(told.map((quote) => [`${quote.start} ${quote.end}`, quote]));
  const spans = [...quotes.values()].map(({ start, end }) => spanAt(text, start, end));
  const from = <K extends keyof Telling>(key: K) =>
    group.map((telling) => telling[key]).find((value) => value !== undefined);
  const time = narrowest(group.flatMap((telling) => telling.time ?? []));
  const place = from("place");
  const medium = from("medium");
  const venue = from("venue");
  const instrument = from("instrument");
  const meeting = first.entry.type === "CONSULT" ? meetingOf(group, index, actors) : undefined;
  const topic = from("topic") ?? meeting?.agenda;
  const sequence = from("sequence");
  const outcome = best.status === "held" ? outcomeOf(group, index) : undefined;
  const absent = unique([...group.flatMap((telling) => telling.absent), ...away]);
  const conditional = best.standing.conditional;
  // "Would not recognise the vote": said, and done with.
  const isSpurned = first.entry.subtype === "recognition" && best.status === "refused";
  return finding(
    context,
    "events",
    spans as unknown as Grounds,
    `${first.entry.type} ${first.entry.subtype} ${index.doc.start[first.token]! - first.quote.start}`,
    {
      type: typeOf(first.entry, best.status, first.participants.length + first.recipients.length),
      subtype: medium === "phone" && first.entry.type === "CONSULT" ? "call" : first.entry.subtype,
      participants: first.participants,
      recipients: first.recipients,
      ...(absent.length > 0 ? { absent } : {}),
      ...(meeting !== undefined && meeting.hosts.length > 0 ? { hosts: meeting.hosts } : {}),
      ...(meeting?.level ? { level: meeting.level } : {}),
      ...(place ? { place } : {}),
      ...(venue ? { venue } : {}),
      ...(time ? { time: time.id } : {}),
      ...(time?.value ? { when: time.value } : {}),
      status: isSpurned ? "held" : best.status,
      ...(medium ? { medium } : {}),
      ...(instrument ? { instrument } : {}),
      ...(topic ? { topic } : {}),
      ...(outcome ? { outcome } : {}),
      ...(sequence ? { sequence } : {}),
      ...(first.entry.verbal || isSpurned ? { verbal: true as const } : {}),
      modality: modalityOf(best.status, conditional, reported),
      ...(best.standing.denied ? { negated: true as const } : {}),
      by: `events/${first.entry.part === "v" ? "verb" : "noun"}/${first.entry.pattern}${first.implied ? "/implied sides" : ""}`,
      score: scoreOf(group),
    },
  );
}

/** PLOVER: a release, once done, is a RETREAT; promised, it is a concession in words. An exercise of one side is a show of force. */
function typeOf({ type, subtype, pattern }: Entry, status: EventStatus, people: number): EventType {
  if (subtype === "joint exercise" && people < 2) return "MOBILIZE";
  // "Would not ratify the treaty".
  if (CONSENTED.has(subtype) && status === "refused") return "REJECT";
  // "Agreed to a truce": the truce itself is another event.
  if (subtype === "ceasefire" && pattern.startsWith("agree") && status === "held") return "AGREE";
  return GIVEN.has(subtype) && status !== "held" && status !== "ongoing" ? "CONCEDE" : type;
}

/** A first guess, to be calibrated: words that fix the type and people on both sides count most. */
function scoreOf(group: readonly Telling[]): number {
  const [first] = group as readonly [Telling, ...Telling[]];
  let score = 0.55;
  if (first.standing.certain) score += 0.15;
  if (first.implied) score -= 0.1;
  if (first.entry.kind !== undefined || first.entry.words.length > 1) score += 0.1;
  if (first.participants.length + first.recipients.length > 1) score += 0.1;
  if (group.length > 1) score += 0.05;
  return Math.min(score, 0.95);
}

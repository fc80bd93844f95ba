/**
 * Events: what happens, is planned, is asked for or is refused, by the roots of the PLOVER ontology.
 *
 * Every verb and noun of the event lexicon is a telling; its clause says who takes part and how far it has come.
 * Tellings of one event are merged. What names nobody, and what the text denies, is left out.
 */
import type { Clause } from "../../language/clause.ts";
import { order } from "../../record/edtf-order.ts";
import type { Event, EventStatus, EventType } from "../../record/event.ts";
import type { Modality } from "../../record/finding.ts";
import type { Findings } from "../../record/reading.ts";
import type { Report } from "../../record/report.ts";
import { contains, type Grounds, overlap, spanAt } from "../../record/span.ts";
import { type Context, extractor, finding } from "../extractor.ts";
import { type Entry, verbEntries } from "./lexicon.ts";
import { merged } from "./merge.ts";
import { outcomeOf } from "./outcome.ts";
import { type Telling, tellingsOf } from "./telling.ts";
import { indexOf, type TextIndex } from "./text-index.ts";

const CONSENTING: ReadonlySet<string> = new Set([
  "acceptance",
  "approval",
  "consent",
  "readiness",
  "acceptance of demands",
]);

const SAYINGS: ReadonlySet<string> = new Set(["AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"]);
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

export const events = extractor({
  name: "events",
  needs: ["actors", "places", "times", "statements"],
  makes: "events",
  *extract(context: Context, found: Found) {
    const { doc, clauses } = context.language;
    const index = indexOf(doc, clauses);
    const told = tellingsOf(index, found).map((telling) => dated(telling, context.report));
    const kept = told.filter((telling) => isWorthTelling(telling, index, found.actors));
    for (const group of merged(withoutEchoes(withoutShells(kept, index), index)))
      yield eventOf(group, context, found, index);
  },
});

/** What is certain to come or to be over by its date, where the words leave it open. */
function dated(telling: Telling, { published }: Report): Telling {
  const { status, standing, time, entry } = telling;
  if (time?.value === undefined || published.value === undefined) return telling;
  if (entry.verbal || entry.type === "REQUEST") return telling;
  const side = order(time.value, published.value);
  if (side === "after" && (status === "ongoing" || (status === "held" && !standing.certain)))
    return { ...telling, status: "planned" };
  if (side === "before" && status === "ongoing" && !standing.certain) return { ...telling, status: "held" };
  if (side === "before" && status === "planned" && !standing.certain) return { ...telling, status: "held" };
  return telling;
}

/** Somebody must act, and the text must not deny it. */
function isWorthTelling(telling: Telling, index: TextIndex, actors: Findings["actors"]): boolean {
  const { standing, status, participants, recipients, entry } = telling;
  if (standing.negated && status !== "refused" && status !== "cancelled") return false;
  const people = participants.length + recipients.length;
  if (entry.needsBoth && people < 2) return false;
  if (telling.noun ? !isNounWorth(telling, people) : !isVerbWorth(telling, index, actors)) return false;
  return participants.length > 0 || (recipients.length > 0 && entry.type === "ASSAULT" && !entry.verbal);
}

/** A noun alone says little: it needs two sides, or a date, a place or a verb that says how far the event has come. */
function isNounWorth(
  { entry, participants, standing, status, place, time }: Telling,
  people: number,
): boolean {
  if (SAYINGS.has(entry.type) && (entry.verbal || entry.type === "AGREE")) {
    // An offer that is rejected was made all the same: it is told where it was made.
    if (people < 2 || (entry.frame === "onto" && status !== "held")) return false;
  }
  if (entry.type !== "CONSULT") return true;
  return participants.length > 1 || standing.certain || place !== undefined || time !== undefined;
}

function isVerbWorth(
  { entry, clause, status, participants }: Telling,
  index: TextIndex,
  actors: Findings["actors"],
): boolean {
  if (clause === undefined) return true;
  if (clause.role === "purpose" && !isJourney(clause, index)) return false;
  // Whether somebody may accept a plan is a position, no event.
  if (status === "possible" && CONSENTING.has(entry.subtype)) return false;
  const alone = clause.patients.length + clause.recipients.length + clause.obliques.length === 0;
  if (clause.mood === "participle" && clause.inherited && alone) return false;
  // "An official briefed on the talks" describes a source.
  const unnamed = participants.every(({ id }) =>
    actors.some((actor) => actor.id === id && actor.kind === "unnamed"),
  );
  return !(clause.role === "participle" && clause.passive && unnamed);
}

/** "Flew to Velden to meet": only there does a purpose tell of a plan rather than of a wish. */
function isJourney(clause: Clause, index: TextIndex): boolean {
  const above = index.parent(clause);
  return (
    above !== undefined && verbEntries(above.lemma.split(" ")[0]!).some(({ type }) => type === "CONSULT")
  );
}

/** "Agreed to meet" is one event, the meeting: the agreeing gives it its status. */
function withoutShells(tellings: readonly Telling[], index: TextIndex): Telling[] {
  return tellings.filter((shell) => {
    if (shell.entry.type !== "AGREE" || shell.noun || !shell.clause) return true;
    const { clause } = shell;
    return !tellings.some((inner) => {
      if (inner === shell) return false;
      const below = inner.clause !== undefined && !inner.noun && index.parent(inner.clause) === clause;
      const object = inner.noun && inner.clause === clause && overlap(shell.quote, inner.quote);
      return below || object;
    });
  });
}

/** "The deal discussed between Agria and Belmark" is told by its noun. */
function withoutEchoes(tellings: readonly Telling[], { doc }: TextIndex): Telling[] {
  const nouns = new Set(tellings.filter(({ noun }) => noun).map(({ token }) => token));
  return tellings.filter(
    ({ noun, token, clause }) => noun || clause?.role !== "participle" || !nouns.has(doc.head[token]!),
  );
}

function modalityOf(status: EventStatus, conditional: boolean, reported: boolean): Modality {
  if (status === "planned") return "planned";
  if (status === "possible") return conditional ? "conditional" : "possible";
  return reported ? "reported" : "asserted";
}

function eventOf(group: readonly Telling[], context: Context, found: Found, index: TextIndex): Event {
  const { text } = context.report;
  const [first] = group as readonly [Telling, ...Telling[]];
  const best = group.find(({ standing }) => standing.certain) ?? first;
  const spans = group.map(({ quote }) => spanAt(text, quote.start, quote.end));
  const from = <K extends keyof Telling>(key: K) =>
    group.map((telling) => telling[key]).find((value) => value !== undefined);
  const time = from("time");
  const place = from("place");
  const medium = from("medium");
  const topic = from("topic");
  const sequence = from("sequence");
  const outcome = best.status === "held" ? outcomeOf(group, index) : undefined;
  const absent = group.flatMap((telling) => telling.absent);
  const reported = found.statements.some(({ content }) => contains(content, first.quote));
  const conditional = best.standing.conditional;
  return finding(
    context,
    "events",
    spans as unknown as Grounds,
    `${first.entry.type} ${first.entry.subtype}`,
    {
      type: typeOf(first.entry, best.status),
      subtype: medium === "phone" && first.entry.type === "CONSULT" ? "call" : first.entry.subtype,
      participants: first.participants,
      recipients: first.recipients,
      ...(absent.length > 0 ? { absent } : {}),
      ...(place ? { place } : {}),
      ...(time ? { time: time.id } : {}),
      ...(time?.value ? { when: time.value } : {}),
      status: best.status,
      ...(medium ? { medium } : {}),
      ...(topic ? { topic } : {}),
      ...(outcome ? { outcome } : {}),
      ...(sequence ? { sequence } : {}),
      ...(first.entry.verbal ? { verbal: true as const } : {}),
      modality: modalityOf(best.status, conditional, reported),
      by: `events/${first.entry.part === "v" ? "verb" : "noun"}/${first.entry.pattern}`,
      score: scoreOf(group),
    },
  );
}

/** PLOVER: a release, once done, is a RETREAT; promised, it is a concession in words. */
function typeOf({ type, subtype }: Entry, status: EventStatus): EventType {
  return GIVEN.has(subtype) && status !== "held" && status !== "ongoing" ? "CONCEDE" : type;
}

/** A first guess, to be calibrated: words that fix the type and people on both sides count most. */
function scoreOf(group: readonly Telling[]): number {
  const [first] = group as readonly [Telling, ...Telling[]];
  let score = 0.55;
  if (first.standing.certain) score += 0.15;
  if (first.entry.kind !== undefined || first.entry.words.length > 1) score += 0.1;
  if (first.participants.length + first.recipients.length > 1) score += 0.1;
  if (group.length > 1) score += 0.05;
  return Math.min(score, 0.95);
}

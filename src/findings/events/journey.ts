/** Ways to a meeting: "flew to Velden to meet Odo Lund". */
import type { Clause } from "../../language/clause.ts";
import { verbEntries } from "./lexicon.ts";
import type { Telling } from "./telling.ts";
import type { TextIndex } from "./text-index.ts";

/** Verbs whose object takes part, not their subject: "sent an envoy to Velden for talks". */
export const SENDING: ReadonlySet<string> = new Set(["send", "dispatch"]);

/** "Flew to Velden to meet": only there does a purpose tell of a plan rather than of a wish. */
export function isJourney(clause: Clause, index: TextIndex): boolean {
  const above = index.parent(clause);
  return (
    above !== undefined &&
    (SENDING.has(above.lemma) ||
      verbEntries(above.lemma.split(" ")[0]!).some(({ subtype }) => subtype === "visit"))
  );
}

/** "Will fly to Velden on Monday to meet Odo Lund" is one event, the meeting: it takes place where and when the way ends. */
export function withoutJourneys(tellings: readonly Telling[], index: TextIndex): Telling[] {
  const ways = new Map<Clause, Telling>();
  for (const telling of tellings)
    if (!telling.noun && telling.clause && telling.entry.subtype === "visit")
      ways.set(telling.clause, telling);
  const arrived = new Set<Telling>();
  const kept = tellings.map((telling) => {
    const { noun, clause, entry, participants, place, time } = telling;
    const above = noun || clause?.role !== "purpose" ? undefined : index.parent(clause);
    const way = above && ways.get(above);
    if (way === undefined || entry.type !== "CONSULT" || participants.length < 2) return telling;
    arrived.add(way);
    return {
      ...telling,
      ...(place === undefined && way.place ? { place: way.place } : {}),
      ...(time === undefined && way.time ? { time: way.time } : {}),
    };
  });
  return kept.filter((telling) => !arrived.has(telling));
}

/** Events told by the infinitive or gerund of a noun: "the idea of ceding", "a refusal to meet". */
import type { Clause } from "../../language/clause.ts";
import { type Doc, deprelOf, lemmaOf, uposOf } from "../../language/doc.ts";
import { outlookOf } from "./lexicon.ts";
import { change, lowered, type Standing, standingOf, UNSURE } from "./standing.ts";
import type { TextIndex } from "./text-index.ts";

const CHARGING: ReadonlySet<string> = new Set(["accuse", "suspect", "convict", "acquit", "absolve", "clear"]);

/**
 * The noun that an infinitive or gerund explains ("the idea of ceding", "a refusal to meet"), or -1.
 */
export function explainedNoun(clause: Clause, doc: Doc): number {
  const above = doc.head[clause.predicate]!;
  if (above < 0 || uposOf(doc, above) !== "NOUN" || clause.role === "relative" || clause.passive) return -1;
  // "Accused the government of moving troops": of what it is accused, not what kind of government.
  const isCharge = clause.marker === "of" && CHARGING.has(lemmaOf(doc, Math.max(0, doc.head[above]!)));
  if (isCharge && deprelOf(doc, above) === "obj") return -1;
  const relation = deprelOf(doc, clause.predicate);
  return relation === "acl" && (clause.mood === "infinitive" || clause.marker !== "") ? above : -1;
}

/** How far an event has come that a noun's infinitive or gerund tells. */
export function explainedStanding(noun: number, index: TextIndex): Standing {
  const { doc } = index;
  const slot = index.slotOf(noun);
  const base = change(UNSURE, { status: "possible" });
  const outlook = outlookOf("noun", lemmaOf(doc, noun).toLowerCase())?.outlook;
  const told = outlook ? lowered(outlook, change(base, { status: "held", certain: true }), base) : base;
  if (slot === undefined || slot.as !== "patient") return told;
  const verb = index.outlook(slot.clause)?.outlook;
  const refused = verb === "refused" || verb === "cancelled";
  return refused ? lowered(verb, standingOf(slot.clause, index), told) : told;
}

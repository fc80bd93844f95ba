/** Tellings that describe rather than report: what somebody wants or would do, how he goes about it, what came of it. */
import { lemmaOf } from "../../language/doc.ts";
import { isOfKind } from "./lexicon.ts";
import type { Telling } from "./telling.ts";
import type { TextIndex } from "./text-index.ts";

/** Whether a telling only describes. */
export function isDescription(telling: Telling, index: TextIndex): boolean {
  const { entry, noun, clause, status, participants, recipients, heading, place, time } = telling;
  const { doc } = index;
  // "The Tarsk War" over a paragraph: which war it tells of.
  if (noun) return heading && clause === undefined && entry.subtype === "war";
  if (clause === undefined) return false;
  // "Was ready to wait": what he is ready for is told where it is an event.
  if (entry.subtype === "readiness") return true;
  // "Is asking for a larger share", "seeks control of the lake": a wish, where nobody is asked.
  const isWish = entry.type === "REQUEST" && (entry.subtype === "demand" || entry.subtype === "request");
  if (isWish && status === "ongoing" && (recipients.length === 0 || entry.pattern === "seek")) return true;
  // "He negotiates while others wait": his way.
  const isAlone = participants.length + recipients.length < 2 && place === undefined && time === undefined;
  if (entry.pattern === "negotiate" && status === "ongoing" && isAlone) return true;
  // "People who saw them".
  if (entry.pattern === "see <person>" && clause.role === "relative") return true;
  // "Stormed the town, killing nine": what came of it.
  const above = index.parent(clause);
  const isBare = clause.role === "participle" && clause.marker === "" && clause.inherited && !clause.passive;
  if (isBare && entry.subtype === "killing" && above && !above.nominal && isOfKind(above.lemma, "fight"))
    return true;
  // "Talks on ending the war": what they are about.
  const nouns = [doc.head[clause.predicate]!, ...(above?.patients ?? []).map(({ head }) => head)];
  return (
    clause.mood === "participle" &&
    /^(?:on|about|over)$/.test(clause.marker) &&
    nouns.some((head) => head >= 0 && isOfKind(lemmaOf(doc, head).toLowerCase(), "session"))
  );
}

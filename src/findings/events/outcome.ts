/** What came of an event, in the report's words: "ended without an agreement", "failed to yield progress". */
import type { Clause } from "../../language/clause.ts";
import type { Telling } from "./telling.ts";
import type { TextIndex } from "./text-index.ts";

const ENDS = new Set([
  "end",
  "fail",
  "produce",
  "yield",
  "conclude",
  "collapse",
  "stall",
  "bring",
  "result",
  "achieve",
  "break down",
  "succeed",
  "lead",
  "adjourn",
]);

/** The outcome that the verb of the event's sentence, or a relative clause beside it, tells. */
export function outcomeOf(group: readonly Telling[], index: TextIndex): string | undefined {
  for (const telling of group) {
    const found = outcomeIn(telling, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

function outcomeIn({ token, clause }: Telling, index: TextIndex): string | undefined {
  const { doc } = index;
  const said = (told: Clause) => {
    const start = told.inherited ? told.start : doc.start[told.predicate]!;
    const text = doc.text.slice(start, told.end);
    return text.length < 160 ? text : undefined;
  };
  if (clause && ENDS.has(clause.lemma) && clause.agents.some(({ head }) => head === token))
    return said(clause);
  const relative = index.clauses.find(
    (other) =>
      other.role === "relative" && ENDS.has(other.lemma) && other.agents.some(({ head }) => head === token),
  );
  return relative && said(relative);
}

/** What came of an event, in the report's words: "ended without an agreement", "failed to yield progress". */
import type { Clause } from "../../language/clause.ts";
import type { Telling } from "./telling.ts";
import type { TextIndex } from "./text-index.ts";

const ENDS: ReadonlySet<string> = new Set(
  "end fail produce yield conclude collapse stall bring result achieve succeed lead adjourn founder"
    .split(" ")
    .concat("break down"),
);
const LONG = 160;

/** The outcome that the verb of the event's sentence, or a relative clause beside it, tells. */
export function outcomeOf(group: readonly Telling[], index: TextIndex): string | undefined {
  for (const { token } of group) {
    for (const told of outcomeClauses(token, index)) {
      const start = told.inherited ? told.start : index.doc.start[told.predicate]!;
      if (told.end - start < LONG) return index.doc.text.slice(start, told.end);
    }
  }
  return undefined;
}

/** Clauses of how an event ended, by its noun. */
export function outcomeClauses(token: number, index: TextIndex): readonly Clause[] {
  return index.actingBy(token).filter(({ lemma }) => ENDS.has(lemma.split(" ")[0]!));
}

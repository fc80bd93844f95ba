/** What came of an event, in the report's words: "ended without an agreement", "failed to yield progress". */
import type { Clause } from "../../language/clause.ts";
import type { Doc } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
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
      const { start, end } = outcomeRange(told, index.doc);
      if (end - start < LONG) return index.doc.text.slice(start, end);
    }
  }
  return undefined;
}

/** From the verb to the end of its clause, or to where another clause begins. */
export function outcomeRange({ predicate, end }: Clause, doc: Doc): Range {
  const start = doc.start[predicate]!;
  const comma = doc.text.slice(start, end).search(/[,;]\s|\s(?:because|while|although|when|after)\s/);
  return { start, end: comma < 0 ? end : start + comma };
}

/** Clauses of how an event ended, by its noun. */
export function outcomeClauses(token: number, index: TextIndex): readonly Clause[] {
  return index.actingBy(token).filter(({ lemma }) => ENDS.has(lemma.split(" ")[0]!));
}

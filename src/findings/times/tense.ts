/**
 * Whether the clause that governs a place in the text speaks of the past or of what is to come: "Friday" in
 * "met on Friday" is behind, in "the meeting scheduled for Friday" ahead.
 */
import type { Clause } from "../../language/clause.ts";
import type { DirectionAt } from "./find.ts";
import type { Direction } from "./slot.ts";

/** Verbs of which the object lies ahead of the one who plans it. */
const PLANNING = new Set(
  "plan schedule set expect slate intend aim hope prepare propose await arrange invite agree want seek offer promise pledge vow threaten urge ask call demand due ready postpone delay".split(
    " ",
  ),
);
const AHEAD = new Set(
  "will would shall should may might could must can ought be_to going_to be_going_to be_due_to be_set_to have_to be_expected_to be_scheduled_to need_to".split(
    " ",
  ),
);
/** Verbs that put their object before what the text tells. */
const AFTERWARDS = new Set(["follow", "succeed", "come_after"]);

/** @param clauses in text order, as `readClauses` gives them */
export function tenseOf(clauses: readonly Clause[]): DirectionAt {
  const byStart = [...clauses].sort((a, b) => a.start - b.start || b.end - a.end);
  return (start, end) => {
    const clause = innermost(byStart, start, end);
    return clause === undefined ? undefined : directionOf(clause, clauses, 0);
  };
}

/** The shortest clause that holds the place. */
function innermost(byStart: readonly Clause[], start: number, end: number): Clause | undefined {
  let low = 0;
  let high = byStart.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((byStart[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  let best: Clause | undefined;
  for (let i = low - 1; i >= Math.max(0, low - 40); i -= 1) {
    const clause = byStart[i];
    if (clause === undefined || clause.end < end) continue;
    if (best === undefined || clause.end - clause.start < best.end - best.start) best = clause;
  }
  return best;
}

const DEEPEST = 8;

function directionOf(clause: Clause, clauses: readonly Clause[], depth: number): Direction | undefined {
  const parent = clause.parent < 0 || depth >= DEEPEST ? undefined : clauses[clause.parent];
  const above = (): Direction | undefined =>
    parent === undefined ? undefined : directionOf(parent, clauses, depth + 1);
  if (clause.nominal) return parent !== undefined && AFTERWARDS.has(parent.lemma) ? "past" : above();
  if (clause.tense === "future" || AHEAD.has(clause.modal.replaceAll(" ", "_")))
    return clause.aspect.startsWith("perfect") ? "past" : "future";
  if (clause.modal !== "") return "future";
  if (
    PLANNING.has(clause.lemma) &&
    (clause.passive || clause.mood === "participle" || clause.tense === "present")
  )
    return "future";
  if (clause.tense === "past" || clause.aspect.startsWith("perfect")) return "past";
  if (clause.tense === "present" && clause.aspect === "progressive") return "future";
  if (AFTERWARDS.has(clause.lemma)) return "past";
  if (clause.mood === "infinitive" || clause.role === "purpose") {
    return parent !== undefined &&
      parent.tense === "past" &&
      !PLANNING.has(parent.lemma) &&
      clause.role !== "purpose"
      ? above()
      : "future";
  }
  if (clause.mood === "participle") return clause.passive ? "past" : above();
  return undefined;
}

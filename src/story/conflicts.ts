/** Findings that cannot both hold: comparable first, contradictory second. */
import type { Conflict } from "../record/conflict.ts";
import type { History } from "../record/history.ts";
import { blameConflicts } from "./conflicts/blame.ts";
import { figureConflicts } from "./conflicts/figures.ts";
import { happeningConflicts } from "./conflicts/happenings.ts";
import type { Telling } from "./telling.ts";

/** Every contradiction between reports, the firm ones first. */
export function conflictsOf(
  telling: Telling,
  histories: readonly History[],
  stances: readonly Conflict[],
): Conflict[] {
  return [
    ...figureConflicts(telling),
    ...happeningConflicts(telling, histories),
    ...stances,
    ...blameConflicts(telling),
  ].sort(
    (a, b) => (a.strength === b.strength ? 0 : a.strength === "firm" ? -1 : 1) || (a.id < b.id ? -1 : 1),
  );
}

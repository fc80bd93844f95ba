/** Findings that cannot both hold: comparable first, contradictory second. */
import type { Conflict } from "../record/conflict.ts";
import type { History } from "../record/history.ts";
import type { Blames } from "./conflicts/blame.ts";
import { type Figures, figureConflicts } from "./conflicts/figures.ts";
import { happeningConflicts } from "./conflicts/happenings.ts";
import type { Telling } from "./telling.ts";

/** Every contradiction between reports, the firm ones first. */
export function conflictsOf(
  telling: Telling,
  histories: readonly History[],
  figures: Figures,
  blames: Blames,
  stances: readonly Conflict[],
): Conflict[] {
  return [
    ...figureConflicts(telling, figures),
    ...happeningConflicts(telling, histories),
    ...stances,
    ...blames.conflicts(telling),
  ].sort(
    (a, b) => (a.strength === b.strength ? 0 : a.strength === "firm" ? -1 : 1) || (a.id < b.id ? -1 : 1),
  );
}

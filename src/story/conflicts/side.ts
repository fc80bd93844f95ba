/** Sides of a conflict, each with its quotes and origins. */
import type { Conflict } from "../../record/conflict.ts";
import type { Evidence } from "../../record/evidence.ts";
import { idOf } from "../../record/id.ts";
import type { Carrier } from "../origins.ts";
import type { Telling } from "../telling.ts";

export type Side = Conflict["sides"][number];

export function evidenceOf({ reading, finding }: Carrier): Evidence {
  return { report: reading.report.id, finding: finding.id, quote: finding.at[0] };
}

export function sideOf(telling: Telling, says: string, carriers: readonly Carrier[]): Side {
  return { says, evidence: carriers.map(evidenceOf), corroboration: telling.origins.corroborate(carriers) };
}

/** The id hangs on what the sides stand on, so that it is the same in whatever order reports came. */
export function conflictOf(conflict: Omit<Conflict, "id">): Conflict {
  const findings = conflict.sides.flatMap(({ evidence }) => evidence.map(({ finding }) => finding)).sort();
  return { id: idOf("conflict", conflict.kind, ...findings), ...conflict };
}

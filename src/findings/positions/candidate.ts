import type { Clause } from "../../language/clause.ts";
import type { Reference } from "../../record/finding.ts";
import type { Stance } from "../../record/position.ts";
import type { Range } from "../../record/span.ts";

/** A position before its issue is known. */
export interface Candidate {
  readonly holder: readonly Reference[];
  readonly stance: Stance;
  readonly clause: Clause;
  /** Where it stands, the best quote first. */
  readonly at: readonly [Range, ...Range[]];
  readonly content: Range;
  readonly condition?: Range;
  readonly past: boolean;
  readonly rule: string;
  readonly score: number;
}

import type { Reference } from "../../record/finding.ts";
import type { Proposal } from "../../record/proposal.ts";
import type { Range } from "../../record/span.ts";
import type { Term } from "./terms.ts";

/** A proposal before it becomes a finding. */
export interface Draft {
  readonly proposer: readonly Reference[];
  readonly to: readonly Reference[];
  readonly terms: readonly Term[];
  /** Where it stands, the best quote first; one range a sentence where a plan is told over several. */
  readonly at: readonly [Range, ...Range[]];
  readonly condition?: Range;
  readonly consequence?: Range;
  readonly status: Proposal["status"];
  readonly rule: string;
  readonly score: number;
  /** The noun that the text calls it by ("plan"), where the rule knows it. */
  readonly noun?: string;
}

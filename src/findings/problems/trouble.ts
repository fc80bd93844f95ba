import type { ProblemKind } from "../../record/problem.ts";
import type { Range } from "../../record/span.ts";

/** A problem before it becomes a finding. */
export interface Trouble {
  readonly kind: ProblemKind;
  readonly severity: "minor" | "major";
  readonly at: Range;
  /** Other places that show it. */
  readonly also?: readonly Range[];
  /** What is wrong, in words. */
  readonly description: string;
  readonly by: string;
  readonly score: number;
}

import type { Range } from "../../record/span.ts";

/** A claim before it becomes a finding. */
export interface Draft {
  readonly range: Range;
  /** The figure with the words that it cannot do without, where `range` says more. */
  readonly nucleus?: Range;
  /** The noun phrase or the short clause around the figure, where neither of the two is it. */
  readonly phrase?: Range;
  /** The figure with who does what with it, and where to or what from. */
  readonly told?: Range | undefined;
  readonly subject: string;
  readonly attribute: string;
  readonly value: number | string;
  readonly upTo?: number;
  readonly unit?: string;
  readonly qualifier?: string;
  /** The rule that made it. */
  readonly rule: string;
  readonly score: number;
}

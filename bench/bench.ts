/** What every bench gives: figures that can be followed from landing to landing. */

export interface Row {
  readonly metric: string;
  readonly data: string;
  readonly value: number;
  /** How many items the figure rests on. */
  readonly n: number;
  readonly unit?: string;
  /** Whose figure it is, where it is not Parley's: a peer or a trivial base line. */
  readonly peer?: string;
}

export interface Result {
  readonly bench: string;
  readonly rows: readonly Row[];
  /** Lines for people: what was missed, what was skipped and why. */
  readonly notes?: readonly string[];
}

export interface Options {
  /** Folder with data of the same layout as the bench's own. */
  readonly data?: string;
  /** Folder with the reports that a gold folder annotates. */
  readonly reports?: string;
  /** List misses and false alarms; a kind of finding, or "all". */
  readonly show?: string;
  /** The one engine to measure, where there are several: sqlite or postgres. */
  readonly engine?: string;
  /** How many inputs, where a bench makes its own. */
  readonly n?: number;
}

export type Run = (options: Options) => Promise<Result>;

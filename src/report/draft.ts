import type { Diagnostic } from "../record/diagnostic.ts";
import type { Block, Fact, Published } from "../record/report.ts";
import type { Posted } from "./parts/entries.ts";

/** What a format's reader gives: the text, its blocks, and what the file itself says about the report. */
export interface Draft {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly facts: Facts;
  readonly diagnostics: readonly Diagnostic[];
  /** When entries of a live report were posted, in text order, where the source says so beside the text. */
  readonly posted?: readonly Posted[];
}

/** What is known about a report beside its text. */
export interface Facts {
  readonly title?: Fact;
  readonly outlet?: Fact;
  readonly byline?: Fact;
  readonly dateline?: Fact;
  readonly agency?: Fact;
  readonly section?: Fact;
  readonly url?: Fact;
  readonly published?: Published;
  readonly modified?: Published;
}

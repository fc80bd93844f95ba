/** What every format out is: a name, what it is for, and a function from a story to files. */
import type { Story, View } from "../story/story.ts";

export interface WriteOptions extends View {
  /** The publishers' whole texts go out too; otherwise quotes only. */
  readonly withTexts?: boolean;
}

/** One file of an export. Its text comes in pieces, so that a long export need not stand in memory at once. */
export interface OutputFile {
  readonly name: string;
  readonly text: Iterable<string>;
}

export interface Format {
  /** As `--format` names it. */
  readonly name: string;
  /** One line for `--help`. */
  readonly description: string;
  readonly mediaType: string;
  /** One file, or several where the format is a set of tables. The same story gives the same bytes. */
  readonly write: (story: Story, options: WriteOptions) => readonly OutputFile[];
}

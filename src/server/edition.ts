/** The story at one revision of the workspace: what a whole answer, and all pages of one list, are made from. */

import type { StandingJudgement } from "../record/human-judgement.ts";
import type { Reading } from "../record/reading.ts";
import type { Story } from "../story/story.ts";
import type { Told } from "../workspace/workspace.ts";

/** What an edition is known by, and the little that everybody asks of it. */
export interface Mark {
  /** Names the edition: for as long as it is the same, so is every answer. */
  readonly tag: string;
  /** Of the workspace; grows with every change. */
  readonly revision: number;
  readonly reports: number;
  /** Reports without a known date of publication, which no view takes in. */
  readonly undated: number;
  /** The latest known date of publication. */
  readonly asOf?: string;
}

export class Edition {
  readonly mark: Mark;
  readonly story: Story;
  /** What people have said of the record, and where it holds. */
  readonly judgements: readonly StandingJudgement[];
  readonly #byReport: ReadonlyMap<string, Reading>;

  /** @param tag what names the edition: one tag, one content */
  constructor(tag: string, { revision, story, judgements }: Told) {
    const { asOf, undated } = story.seen();
    this.story = story;
    this.judgements = judgements;
    this.#byReport = new Map(story.readings.map((reading) => [reading.report.id, reading]));
    this.mark = { tag, revision, reports: this.#byReport.size, undated, ...(asOf ? { asOf } : {}) };
  }

  readingOf(report: string): Reading | undefined {
    return this.#byReport.get(report);
  }

  /** The outlet of a report, or the name of its file. */
  outletOf(report: string): string | undefined {
    const found = this.#byReport.get(report)?.report;
    return found?.outlet?.value ?? found?.file;
  }
}

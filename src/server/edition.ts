/** The stories of one revision of the workspace: what a whole answer, and all pages of one list, are made from. */

import { UserError } from "../record/diagnostic.ts";
import type { StandingJudgement } from "../record/human-judgement.ts";
import type { Reading } from "../record/reading.ts";
import { once } from "../story/once.ts";
import type { Story } from "../story/story.ts";
import { tell } from "../story/tell.ts";
import { storyMeant, type ToldStory } from "../story/told-stories.ts";
import { compareReadings } from "../story/view.ts";
import type { Told } from "../workspace/workspace.ts";
import { Refusal } from "./refusal.ts";

/** What an edition is known by, and the little that everybody asks of it. */
export interface Mark {
  /** Names the edition: for as long as it is the same, so is every answer. */
  readonly tag: string;
  /** Of the workspace; grows with every change. */
  readonly revision: number;
  readonly reports: number;
  /** How many stories the reports tell, those that went astray among them. */
  readonly stories: number;
  /** Reports without a known date of publication, which no view takes in. */
  readonly undated: number;
  /** The latest known date of publication. */
  readonly asOf?: string;
}

export class Edition {
  readonly mark: Mark;
  /** The one with the most reports first. */
  readonly stories: readonly ToldStory[];
  /** What people have said of the record, and where it holds. */
  readonly judgements: () => readonly StandingJudgement[];
  readonly #byReport = new Map<string, { readonly reading: Reading; readonly story: ToldStory }>();
  readonly #places: () => ReadonlyMap<string, number>;

  /** @param tag what names the edition: one tag, one content */
  constructor(tag: string, { revision, stories, judgements }: Told) {
    this.stories = stories();
    this.judgements = judgements;
    for (const story of this.stories)
      for (const reading of story.story.readings) this.#byReport.set(reading.report.id, { reading, story });
    this.#places = once(() => {
      const readings = [...this.#byReport.values()].map(({ reading }) => reading);
      return new Map(readings.sort(compareReadings).map(({ report }, i) => [report.id, i]));
    });
    const seen = this.stories.map(({ story }) => story.seen());
    const asOf = seen
      .flatMap((one) => one.asOf ?? [])
      .sort()
      .at(-1);
    this.mark = {
      tag,
      revision,
      reports: this.#byReport.size,
      stories: this.stories.length,
      undated: seen.reduce((sum, { undated }) => sum + undated, 0),
      ...(asOf ? { asOf } : {}),
    };
  }

  /**
   * The story that is asked for, by its number, one of its reports or a part of its name; else the one with the most reports.
   * @throws Refusal where there is none, or several are meant
   */
  story(asked?: string): Story {
    if (asked === undefined) return this.stories[0]?.story ?? tell([]);
    try {
      return this.stories[storyMeant(this.stories, asked)]!.story;
    } catch (error) {
      throw error instanceof UserError ? new Refusal(404, error.message) : error;
    }
  }

  /** The story that is asked for, else all of them. @throws Refusal as `story` does */
  storiesOf(asked?: string): readonly Story[] {
    return asked === undefined ? this.stories.map(({ story }) => story) : [this.story(asked)];
  }

  readingOf(report: string): Reading | undefined {
    return this.#byReport.get(report)?.reading;
  }

  /** The id of the story that a report tells. */
  storyOf(report: string): string | undefined {
    return this.#byReport.get(report)?.story.id;
  }

  /** Where a report stands among those of all stories, in order of publication. */
  placeOf(report: string): number {
    return this.#places().get(report) ?? Number.POSITIVE_INFINITY;
  }

  /** The outlet of a report, or the name of its file. */
  outletOf(report: string): string | undefined {
    const found = this.readingOf(report)?.report;
    return found?.outlet?.value ?? found?.file;
  }
}

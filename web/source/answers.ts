/** The answers of a story told from readings that are at hand. */

import type { HumanJudgement } from "../../src/record/human-judgement.ts";
import type { Reading } from "../../src/record/reading.ts";
import { tell } from "../../src/story/tell.ts";
import { daysOf, keyOf } from "./days.ts";
import { cardOf } from "./report-card.ts";
import { searchIn } from "./search.ts";
import { statementsOf } from "./statements.ts";
import type { Answers } from "./story-source.ts";

export function answersOf(readings: readonly Reading[], judgements: readonly HumanJudgement[] = []): Answers {
  const story = tell(readings, { judgements });
  const days = daysOf(story.readings.map(({ report }) => report.published.value));
  const key = keyOf(readings.map(({ report }) => report.id));
  return {
    overview: (view) => {
      const seen = story.seen(view);
      const reports = seen.readings.map(({ report }) => cardOf(report));
      return {
        key,
        ...(seen.asOf ? { asOf: seen.asOf } : {}),
        days,
        reports,
        undated: seen.undated,
      };
    },
    brief: story.brief,
    histories: story.histories,
    timeline: story.timeline,
    upcoming: story.upcoming,
    positions: story.positions,
    conflicts: story.conflicts,
    shifts: story.shifts,
    sources: story.sources,
    problems: story.problems,
    changes: story.changes,
    questions: story.questions,
    identities: story.identities,
    places: story.places,
    statements: (view, identity) => statementsOf(story.seen(view).readings, story.identities(view), identity),
    report: (id) => {
      const found = story.readings.find(({ report }) => report.id === id);
      if (found === undefined) throw new Error(`no report has the id ${id}`);
      return found;
    },
    search: (query, view) => searchIn(query, story, view),
  };
}

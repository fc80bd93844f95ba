/** The answers of stories told from readings that are at hand. */

import type { HumanJudgement } from "../../src/record/human-judgement.ts";
import type { Reading } from "../../src/record/reading.ts";
import { once } from "../../src/story/once.ts";
import type { Story } from "../../src/story/story.ts";
import { tell } from "../../src/story/tell.ts";
import { daysOf, keyOf } from "./days.ts";
import { cardOf } from "./report-card.ts";
import { searchIn } from "./search.ts";
import { statementsOf } from "./statements.ts";
import type { Answers, Look, Overview, StoryChoice } from "./story-source.ts";

/** Readings that tell one story. */
export interface Parted {
  readonly name: string;
  readonly readings: readonly Reading[];
}

interface One {
  readonly choice: StoryChoice;
  readonly reports: ReadonlySet<string>;
  readonly story: () => Story;
}

function choicesOf(parted: readonly Parted[], judgements: readonly HumanJudgement[]): One[] {
  const all = parted.reduce((sum, { readings }) => sum + readings.length, 0);
  const isOfSeveral = (parted[0]?.readings.length ?? 0) > 1;
  return parted.map(({ name, readings }) => ({
    choice: {
      id: readings[0]?.report.id ?? "",
      name,
      reports: readings.length,
      stray: isOfSeveral && readings.length === 1,
    },
    reports: new Set(readings.map(({ report }) => report.id)),
    story: once(() => tell(readings, { judgements, elsewhere: all - readings.length })),
  }));
}

/** @param parted the stories, the one that is shown unless another is asked for in front */
export function answersOf(parted: readonly Parted[], judgements: readonly HumanJudgement[] = []): Answers {
  const stories = choicesOf(parted, judgements);
  const none = once(() => tell([]));
  const oneOf = ({ story: asked }: Look): One | undefined => {
    if (asked === undefined) return stories[0];
    const found = stories.find(({ reports }) => reports.has(asked));
    if (found === undefined) throw new Error("no report of this story is here any more");
    return found;
  };
  const storyOf = (look: Look) => (oneOf(look)?.story ?? none)();
  const dayOf = ({ asOf }: Look) => (asOf === undefined ? {} : { asOf });
  /** A view of the story that is asked for. */
  const of =
    <Value>(view: (story: Story, day: { readonly asOf?: string }) => Value) =>
    (look: Look): Value =>
      view(storyOf(look), dayOf(look));

  function overview(look: Look): Overview {
    const one = oneOf(look);
    const story = storyOf(look);
    const seen = story.seen(dayOf(look));
    return {
      key: keyOf(story.readings.map(({ report }) => report.id)),
      stories: stories.map(({ choice }) => choice),
      ...(one ? { story: one.choice.id } : {}),
      ...(seen.asOf ? { asOf: seen.asOf } : {}),
      days: daysOf(story.readings.map(({ report }) => report.published.value)),
      reports: seen.readings.map(({ report }) => cardOf(report)),
      undated: seen.undated,
    };
  }

  return {
    overview,
    brief: of((story, day) => story.brief(day)),
    histories: of((story, day) => story.histories(day)),
    timeline: of((story, day) => story.timeline(day)),
    upcoming: of((story, day) => story.upcoming(day)),
    positions: of((story, day) => story.positions(day)),
    conflicts: of((story, day) => story.conflicts(day)),
    shifts: of((story, day) => story.shifts(day)),
    sources: of((story, day) => story.sources(day)),
    problems: of((story, day) => story.problems(day)),
    changes: ({ since, ...look }) => storyOf(look).changes({ ...dayOf(look), since }),
    questions: of((story, day) => story.questions(day)),
    identities: of((story, day) => story.identities(day)),
    places: of((story, day) => story.places(day)),
    statements: (look, identity) => {
      const [story, day] = [storyOf(look), dayOf(look)];
      return statementsOf(story.seen(day).readings, story.identities(day), identity);
    },
    report: (id) => {
      const one = stories.find(({ reports }) => reports.has(id));
      const found = one?.story().readings.find(({ report }) => report.id === id);
      if (found === undefined) throw new Error(`no report has the id ${id}`);
      return found;
    },
    search: (query, look) => {
      const own = oneOf(look);
      return [...(own ? [own] : []), ...stories.filter((one) => one !== own)].flatMap(({ choice, story }) =>
        searchIn(query, story(), dayOf(look)).map((hit) => ({ ...hit, story: choice.id })),
      );
    },
  };
}

/**
 * All stories that readings tell, each told by itself. They grow: a reading that comes touches its own story and no
 * other, and what was told before stays as it was.
 */
import { UserError } from "../record/diagnostic.ts";
import type { Anchor, HumanJudgement, StandingJudgement } from "../record/human-judgement.ts";
import type { Reading } from "../record/reading.ts";
import type { StoryEntry } from "../record/story-entry.ts";
import { judgedReadings } from "./judged.ts";
import { type StoryGroup, storiesAmong } from "./stories-among.ts";
import type { Story } from "./story.ts";
import { Growing } from "./tell.ts";

/** One of the stories that readings tell. */
export interface ToldStory {
  /** Id of its first report; every report of it names it, whatever comes before or after. */
  readonly id: string;
  /** Those whom it names most, such as "Lorvia and Ostmark". */
  readonly name: string;
  /** A report alone beside a story of several: it went astray, and tells of another matter altogether. */
  readonly isStray: boolean;
  /** In order of publication, as they came in. */
  readonly readings: readonly Reading[];
  readonly story: Story;
}

/** The reports that each judgement is about now; of one on a report that is gone, the one that has its words, if one has. */
function reportsJudged(
  readings: readonly Reading[],
  judgements: readonly HumanJudgement[],
): ReadonlySet<string>[] {
  const known = new Set(readings.map(({ report }) => report.id));
  const isLost = ({ on }: HumanJudgement) => on.some(({ report }) => !known.has(report));
  const found = new Map(
    judgedReadings(readings, judgements.filter(isLost)).standings.map(({ judgement, attached }) => [
      judgement,
      attached,
    ]),
  );
  return judgements.map(
    (judgement) => new Set([...judgement.on, ...(found.get(judgement) ?? [])].map(({ report }) => report)),
  );
}

function isSame<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

/** A story while it grows. */
interface Grown {
  readonly growing: Growing;
  readonly judgements: readonly HumanJudgement[];
}

export class Stories {
  #grown: readonly Grown[] = [];

  /** The stories of all readings, the one with the most reports first. */
  tell(readings: readonly Reading[], judgements: readonly HumanJudgement[] = []): ToldStory[] {
    const groups = storiesAmong(readings);
    const judged = reportsJudged(readings, judgements);
    const free = new Set(this.#grown);
    const now = groups.map((group) => {
      const isOwn = (i: number) => group.readings.some(({ report }) => judged[i]!.has(report.id));
      const own = judgements.filter((_, i) => isOwn(i));
      const before = this.#nearest(group, own, free);
      if (before) free.delete(before);
      return grown(group, before ?? { growing: new Growing(own), judgements: own });
    });
    this.#grown = now;
    return groups.map(({ name, readings: own }, i) => ({
      id: own[0]!.report.id,
      name,
      isStray: own.length === 1 && groups[0]!.readings.length > 1,
      readings: own,
      story: now[i]!.growing.story(readings.length - own.length),
    }));
  }

  /** The story that has most of these reports already, more than half of them, and was told with the same judgements. */
  #nearest(
    { readings }: StoryGroup,
    judgements: readonly HumanJudgement[],
    free: ReadonlySet<Grown>,
  ): Grown | undefined {
    for (const one of free) {
      if (!isSame(one.judgements, judgements)) continue;
      const shared = readings.filter(({ report }) => one.growing.get(report.id)).length;
      if (shared * 2 > Math.max(readings.length, one.growing.size)) return one;
    }
    return undefined;
  }
}

/** Brings a story to the readings of its group. */
function grown({ readings }: StoryGroup, before: Grown): Grown {
  const { growing } = before;
  const wanted = new Set(readings.map(({ report }) => report.id));
  for (const report of [...growing.reports]) if (!wanted.has(report)) growing.remove(report);
  for (const reading of readings) if (growing.get(reading.report.id) !== reading) growing.add(reading);
  return before;
}

/** The stories that readings tell, the one with the most reports first; none where there is no reading. */
export function tellStories(
  readings: readonly Reading[],
  judgements: readonly HumanJudgement[] = [],
): ToldStory[] {
  return new Stories().tell(readings, judgements);
}

/** What a list says of a story. */
export function entryOf({ id, name, readings, isStray, story }: ToldStory): StoryEntry {
  const { asOf } = story.seen();
  return { id, name, reports: readings.length, ...(asOf ? { asOf } : {}), stray: isStray };
}

/** What people said, and where it holds: whatever one of the stories has found is found. */
export function standingsIn(
  stories: readonly ToldStory[],
  judgements: readonly HumanJudgement[],
): StandingJudgement[] {
  const found = new Map<HumanJudgement, Map<Anchor, Anchor>>();
  for (const { judgement, attached, detached } of stories.flatMap(({ story }) => story.humanJudgements())) {
    const places = found.get(judgement) ?? new Map<Anchor, Anchor>();
    for (const [i, anchor] of judgement.on.filter((one) => !detached.includes(one)).entries())
      places.set(anchor, attached[i]!);
    found.set(judgement, places);
  }
  return judgements.map((judgement) => {
    const places = found.get(judgement);
    return {
      judgement,
      attached: judgement.on.flatMap((anchor) => places?.get(anchor) ?? []),
      detached: judgement.on.filter((anchor) => !places?.has(anchor)),
    };
  });
}

/**
 * Which story is meant: by its number, from 1, by one of its reports, or by a part of its name.
 * @returns its index
 * @throws UserError where none is meant, or several
 */
export function storyMeant(
  stories: readonly { readonly name: string; readonly readings: readonly Reading[] }[],
  asked: string,
): number {
  const own = stories.findIndex(({ readings }) => readings.some(({ report }) => report.id === asked));
  if (own >= 0) return own;
  const list = stories.map(({ name }, i) => `${i + 1} ${name}`).join("; ");
  if (/^\d{1,6}$/.test(asked)) {
    if (stories[Number(asked) - 1]) return Number(asked) - 1;
    throw new UserError(`there is no story ${asked}; there are: ${list}`);
  }
  const found = stories.flatMap(({ name }, i) =>
    name.toLowerCase().includes(asked.toLowerCase()) ? [i] : [],
  );
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  throw new UserError(
    `${found.length === 0 ? "no story" : "more than one story"} is named ${asked}; there are: ${list}`,
  );
}

/** One story or several in what the user names: which are told, and what is said of the others. */
import type { Command } from "commander";
import { UserError } from "../record/diagnostic.ts";
import { type StoryGroup, storiesAmong } from "../story/stories-among.ts";
import type { Story } from "../story/story.ts";
import { tell } from "../story/tell.ts";
import type { InputOptions } from "./readings.ts";
import { counted, shorten } from "./show.ts";
import { namedBy } from "./workspaces.ts";

export interface StoryOption {
  readonly story?: string;
}

/** A story that is told, and where it stands among those that were found. */
export interface ToldStory {
  readonly story: Story;
  /** Where it is one of several: from 1, the one with the most reports first. */
  readonly place?: { readonly number: number; readonly of: number; readonly name: string };
}

export function takesStory(command: Command): Command {
  return command.option(
    "--story <story>",
    "where the reports tell of several matters: one of them, by its number or a part of its name",
  );
}

/** @throws UserError where none is meant, or several */
function chosen(groups: readonly StoryGroup[], asked: string): number {
  const list = groups.map(({ name }, i) => `${i + 1} ${name}`).join("; ");
  if (/^\d+$/.test(asked)) {
    if (groups[Number(asked) - 1]) return Number(asked) - 1;
    throw new UserError(`there is no story ${asked}; there are: ${list}`);
  }
  const found = groups.flatMap(({ name }, i) =>
    name.toLowerCase().includes(asked.toLowerCase()) ? [i] : [],
  );
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  throw new UserError(
    `${found.length === 0 ? "no story" : "more than one story"} is named ${asked}; there are: ${list}`,
  );
}

/** A report alone beside a story of several is one that went astray; where all stand alone, each is a story. */
function isStray({ readings }: StoryGroup, [largest]: readonly StoryGroup[]): boolean {
  return readings.length === 1 && largest!.readings.length > 1;
}

function strayLine({ name, readings }: StoryGroup, number: number): string {
  const { file, id } = readings[0]!.report;
  return `${file ?? id}: left out, for it tells of another matter (${shorten(name, 60)}); --story ${number} tells it`;
}

/**
 * The stories of what is named: all of them, or the one that is asked for. What is left out is said on standard error.
 * @throws UserError where the story that is asked for is not among them
 */
export async function storiesOf(
  args: readonly string[],
  options: InputOptions & StoryOption,
): Promise<readonly ToldStory[]> {
  const { readings, judgements, whole } = await namedBy(args, options);
  const groups = storiesAmong(readings);
  if (groups.length < 2) {
    if (options.story !== undefined && groups.length > 0) chosen(groups, options.story);
    return [{ story: whole() }];
  }
  const picked = options.story === undefined ? undefined : chosen(groups, options.story);
  const strays = groups.flatMap((group, i) => (isStray(group, groups) && i !== picked ? [i] : []));
  if (picked === undefined && !options.quiet)
    for (const i of strays) console.error(strayLine(groups[i]!, i + 1));
  const shown = [...groups.keys()].filter((i) => (picked === undefined ? !strays.includes(i) : i === picked));
  return shown.map((i) => ({
    story: tell(groups[i]!.readings, { judgements, elsewhere: readings.length - groups[i]!.readings.length }),
    ...(shown.length > 1 && { place: { number: i + 1, of: shown.length, name: groups[i]!.name } }),
  }));
}

/** "Story 1 of 2: Lorvia and Ostmark, 7 reports". */
export function placeLine({
  story,
  place,
}: ToldStory & { readonly place: NonNullable<ToldStory["place"]> }): string {
  return `Story ${place.number} of ${place.of}: ${place.name}, ${counted(story.readings.length, "report")}`;
}

/** The story that is asked for, else the story of everything that is named. */
export async function theStory(args: readonly string[], options: InputOptions & StoryOption): Promise<Story> {
  const told = options.story === undefined ? [] : await storiesOf(args, options);
  return told[0]?.story ?? (await namedBy(args, options)).whole();
}

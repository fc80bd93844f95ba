/** One story or several in what the user names: which are told, and what is said of the others. */
import type { Command } from "commander";
import type { HumanJudgement } from "../record/human-judgement.ts";
import type { Story } from "../story/story.ts";
import { type ToldStory as OneStory, storyMeant } from "../story/told-stories.ts";
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

function strayLine({ name, readings }: OneStory, number: number): string {
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
  const { stories, whole } = await namedBy(args, options);
  const all = stories();
  const picked = options.story === undefined || all.length === 0 ? undefined : storyMeant(all, options.story);
  if (all.length < 2) return [{ story: whole() }];
  const strays = all.flatMap(({ isStray }, i) => (isStray && i !== picked ? [i] : []));
  if (picked === undefined && !options.quiet)
    for (const i of strays) console.error(strayLine(all[i]!, i + 1));
  const shown = [...all.keys()].filter((i) => (picked === undefined ? !strays.includes(i) : i === picked));
  return shown.map((i) => ({
    story: all[i]!.story,
    ...(shown.length > 1 && { place: { number: i + 1, of: shown.length, name: all[i]!.name } }),
  }));
}

/** The story that is asked for alone, else all of them; and what people say. @throws UserError as `storiesOf` does */
export async function chosenStories(
  args: readonly string[],
  options: InputOptions & StoryOption,
): Promise<{ readonly stories: readonly OneStory[]; readonly judgements: readonly HumanJudgement[] }> {
  const { stories, judgements } = await namedBy(args, options);
  const all = stories();
  const isOne = options.story !== undefined && all.length > 0;
  return { stories: isOne ? [all[storyMeant(all, options.story)]!] : all, judgements };
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

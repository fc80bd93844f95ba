/** The frame of the commands that look at a story: read the inputs, tell the story, print one view of it. */
import type { Command } from "commander";
import type { Story, View } from "../story/story.ts";
import { type InputOptions, takesInputs } from "./readings.ts";
import { counted, paint } from "./show.ts";
import { storyOf } from "./workspaces.ts";

/** How a value is to be shown. */
export interface Shown extends View {
  /** An id at the end of a line, where the user has asked for ids. */
  readonly id: (id: string) => string;
}

/** Shows ids, or nothing in their place. */
export function idShown({ ids }: { readonly ids?: true }): Shown["id"] {
  return (id) => (ids ? `  ${paint("dim", id)}` : "");
}

interface StoryCommand<Value, Options extends object> {
  readonly name: string;
  readonly description: string;
  readonly examples: readonly string[];
  /** Adds the options that only this command takes. */
  readonly options?: (command: Command) => Command;
  readonly value: (story: Story, view: View, options: Options) => Value;
  readonly text: (value: Value, story: Story, shown: Shown) => string;
}

export function addStoryCommand<Value, Options extends object = object>(
  program: Command,
  command: StoryCommand<Value, Options>,
): void {
  const taking = takesInputs(program.command(command.name));
  (command.options?.(taking) ?? taking)
    .description(command.description)
    .addHelpText("after", `\nExamples:\n${command.examples.map((line) => `  ${line}`).join("\n")}`)
    .action(async (args: string[], options: InputOptions & Options) => {
      const story = await storyOf(args, options);
      const view = options.asOf ? { asOf: options.asOf } : {};
      const { undated } = story.seen(view);
      if (undated > 0 && !options.quiet) {
        console.error(
          `${counted(undated, "report")} without a known publication date left out; --published FILE=DATE dates them`,
        );
      }
      const value = command.value(story, view, options);
      process.stdout.write(
        `${options.json ? JSON.stringify(value, null, 1) : command.text(value, story, { ...view, id: idShown(options) })}\n`,
      );
    });
}

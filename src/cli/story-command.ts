/** The frame of the commands that look at a story: read the inputs, tell the story, print one view of it. */
import type { Command } from "commander";
import type { Story, View } from "../story/story.ts";
import { tell } from "../story/tell.ts";
import { type InputOptions, readingsOf, takesInputs } from "./readings.ts";

interface StoryCommand<Value> {
  readonly name: string;
  readonly description: string;
  readonly examples: readonly string[];
  readonly value: (story: Story, view: View) => Value;
  readonly text: (value: Value, story: Story, view: View) => string;
}

export function addStoryCommand<Value>(program: Command, command: StoryCommand<Value>): void {
  takesInputs(program.command(command.name))
    .description(command.description)
    .addHelpText("after", `\nExamples:\n${command.examples.map((line) => `  ${line}`).join("\n")}`)
    .action(async (args: string[], options: InputOptions) => {
      const story = tell(await readingsOf(args, options));
      const view = options.asOf ? { asOf: options.asOf } : {};
      const { undated } = story.seen(view);
      if (undated > 0 && options.asOf && !options.quiet) {
        console.error(
          `${undated} reports without a known publication date are left out; --published FILE=DATE dates them`,
        );
      }
      const value = command.value(story, view);
      process.stdout.write(
        `${options.json ? JSON.stringify(value, null, 1) : command.text(value, story, view)}\n`,
      );
    });
}

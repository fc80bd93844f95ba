/** The frame of the commands that look at a story: read the inputs, tell the story, print one view of it. */
import type { Command } from "commander";
import { UserError } from "../record/diagnostic.ts";
import type { Document } from "../share/document.ts";
import { documentToHtml } from "../share/document-html.ts";
import { documentToMarkdown } from "../share/markdown.ts";
import type { Story, View } from "../story/story.ts";
import { type InputOptions, takesInputs } from "./readings.ts";
import { counted, paint } from "./show.ts";
import { placeLine, type StoryOption, storiesOf, type ToldStory, takesStory } from "./stories.ts";

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
  /** The value as something to read, for a command that writes more than text. */
  readonly document?: (value: Value, story: Story) => Document;
}

const FORMATS = ["text", "md", "html", "json"] as const;
type Format = (typeof FORMATS)[number];

/** Adds `--format`. */
export function takesFormat(command: Command, first: Format): Command {
  return command.option(
    "--format <format>",
    `${FORMATS.filter((format) => format !== "text" || first === "text").join(", ")} (default: ${first})`,
    (value: string) => {
      const format = FORMATS.find((one) => one === value);
      if (!format) throw new UserError(`--format takes one of: ${FORMATS.join(", ")}`);
      return format;
    },
  );
}

/** A value in the format that was asked for. */
export function written(
  format: Format | undefined,
  value: unknown,
  document: () => Document,
  text: () => string,
): string {
  if (format === "json") return JSON.stringify(value, null, 1);
  if (format === "html") return documentToHtml(document());
  return format === "md" ? documentToMarkdown(document()) : text();
}

/** Several stories in one JSON document, each with its place. */
function listed(values: readonly (readonly [ToldStory, unknown])[]): string {
  return JSON.stringify(
    values.map(([{ story, place }, value]) => ({
      story: place!.number,
      name: place!.name,
      reports: story.readings.map(({ report }) => report.file ?? report.id),
      value,
    })),
    null,
    1,
  );
}

export function addStoryCommand<Value, Options extends object = object>(
  program: Command,
  command: StoryCommand<Value, Options>,
): void {
  const inputs = takesStory(takesInputs(program.command(command.name)));
  const taking = command.document ? takesFormat(inputs, "text") : inputs;
  (command.options?.(taking) ?? taking)
    .description(command.description)
    .addHelpText("after", `\nExamples:\n${command.examples.map((line) => `  ${line}`).join("\n")}`)
    .action(async (args: string[], options: InputOptions & StoryOption & Options & { format?: Format }) => {
      const stories = await storiesOf(args, options);
      const view = options.asOf ? { asOf: options.asOf } : {};
      const format = options.json ? "json" : options.format;
      if (stories.length > 1 && format === "html")
        throw new UserError(
          `these are ${stories.length} stories: ${stories.map(({ place }) => `${place!.number} ${place!.name}`).join("; ")}; choose one with --story`,
        );
      const values = stories.map((told) => [told, command.value(told.story, view, options)] as const);
      for (const { story } of stories) {
        const { undated } = story.seen(view);
        if (undated > 0 && !options.quiet) {
          console.error(
            `${counted(undated, "report")} without a known publication date left out; --published FILE=DATE dates them`,
          );
        }
      }
      const { document } = command;
      const out =
        stories.length > 1 && format === "json"
          ? listed(values)
          : values
              .map(([{ story, place }, value]) => {
                const text = written(
                  format,
                  value,
                  () => document!(value, story),
                  () => command.text(value, story, { ...view, id: idShown(options) }),
                );
                return place ? `${paint("bold", placeLine({ story, place }))}\n\n${text}` : text;
              })
              .join("\n\n");
      process.stdout.write(`${out}\n`);
    });
}

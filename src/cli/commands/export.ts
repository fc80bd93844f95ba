import { once } from "node:events";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Writable } from "node:stream";
import type { Command } from "commander";
import { storyPage } from "../../page/story-page.ts";
import { UserError } from "../../record/diagnostic.ts";
import type { OutputFile } from "../../share/format.ts";
import { formats } from "../../share/formats.ts";
import { type InputOptions, takesInputs } from "../readings.ts";
import { chosenStories, type StoryOption, takesStory, theStory } from "../stories.ts";
import { within } from "../workspaces.ts";

interface ExportOptions extends InputOptions, StoryOption {
  readonly format?: string;
  readonly html?: true;
  readonly withTexts?: true;
  readonly out?: string;
}

/** Everything of a workspace, judgements too: what `parley import` takes. */
const WHOLE = "workspace";

/** The page with the story in it. It tells the story in the browser, and needs the whole texts for that. */
const PAGE = "html";

async function write(to: Writable, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> {
  for await (const piece of pieces) if (!to.write(piece)) await once(to, "drain");
}

/** One file goes to standard output, or to the file that is named; several into the folder that is named. */
async function writeFiles(files: readonly OutputFile[], out: string | undefined): Promise<void> {
  const [only] = files;
  if (files.length === 1 && only) return writeTo(only.text, out);
  if (out === undefined)
    throw new UserError(`this format is ${files.length} files; name a folder for them with --out`);
  mkdirSync(out, { recursive: true });
  for (const { name, text } of files) await writeTo(text, join(out, name));
}

async function writeTo(
  pieces: AsyncIterable<string> | Iterable<string>,
  file: string | undefined,
): Promise<void> {
  if (file === undefined) return write(process.stdout, pieces);
  const stream = createWriteStream(file);
  await once(stream, "open").catch(() => {
    throw new UserError(`cannot write ${file}`);
  });
  await write(stream, pieces);
  stream.end();
  await once(stream, "finish");
}

export function addExport(program: Command): void {
  const list = [
    [WHOLE, "a workspace whole: its record, its judgements; what import takes (the default with --db)"],
    [
      PAGE,
      "one HTML file to look at: all views, from disk, with the whole texts (mind the publishers' rights)",
    ],
    ...formats.map(({ name, description }) => [name, description]),
  ];
  const width = Math.max(...list.map(([name]) => name!.length));
  takesStory(takesInputs(program.command("export")))
    .description("writes the record in one of many formats; quotes only, unless --with-texts")
    .option("--format <name>", "one of the formats below (default for files: jsonl)")
    .option("--html", "the same as --format html")
    .option("--with-texts", "the publishers' whole texts too: mind their rights before you pass them on")
    .option("--out <path>", "a file, or a folder for formats of several files, instead of standard output")
    .addHelpText(
      "after",
      `
Formats:
${list.map(([name, description]) => `  ${name!.padEnd(width)}  ${description}`).join("\n")}

Examples:
  parley export --db talks.db > record.jsonl
  parley export --db talks.db --with-texts --out whole.jsonl
  parley export --format jsonl reports/ > record.jsonl
  parley export --html reports/ --out story.html`,
    )
    .action(async (args: string[], options: ExportOptions) => {
      const name = options.html ? PAGE : (options.format ?? (options.db === undefined ? "jsonl" : WHOLE));
      const withTexts = options.withTexts ?? false;
      if (name === WHOLE) {
        if (options.db === undefined)
          throw new UserError("the format workspace is one of workspaces; name one with --db");
        await within(options.db, (workspace) => writeTo(workspace.export({ withTexts }), options.out));
        return;
      }
      if (name === PAGE) {
        const { stories, judgements } = await chosenStories(args, options);
        const { asOf } = options;
        const inFile = stories.map(({ name, story }) => ({
          name,
          readings: asOf === undefined ? story.readings : story.seen({ asOf }).readings,
        }));
        const shown = inFile.filter(({ readings }) => readings.length > 0);
        return writeTo([storyPage(shown, judgements)], options.out);
      }
      const format = formats.find((one) => one.name === name);
      if (!format)
        throw new UserError(`no format is named ${name}; there are: ${list.map(([one]) => one).join(", ")}`);
      const story = await theStory(args, options);
      await writeFiles(
        format.write(story, { withTexts, ...(options.asOf && { asOf: options.asOf }) }),
        options.out,
      );
    });
}

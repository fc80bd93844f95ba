import type { Command } from "commander";
import { KINDS, type Reading } from "../../record/reading.ts";
import { lineOfFinding } from "../finding-lines.ts";
import { type InputOptions, readingsOf, takesInputs } from "../readings.ts";
import { paint, shorten } from "../show.ts";
import { idShown, type Shown } from "../story-command.ts";
import { storyOf } from "../workspaces.ts";

function published({ report }: Reading): string {
  const { value, basis } = report.published;
  const date = value ? `${value} (${basis})` : "date unknown";
  return report.version ? `${date}, ${versionOf(report.version)}` : date;
}

/** "update 2", "correction". */
function versionOf({ kind, number }: NonNullable<Reading["report"]["version"]>): string {
  return number === undefined ? kind : `${kind} ${number}`;
}

function head({ report }: Reading): string {
  const source = [report.outlet?.value, report.file].filter(Boolean).join(", ");
  return paint("bold", report.title ? `${report.title.value}\n${source}` : source);
}

function body(reading: Reading, id: Shown["id"]): string {
  const sections = KINDS.filter((kind) => reading[kind].length > 0).map((kind) => {
    const lines = reading[kind].map((finding) => `  ${lineOfFinding(kind, finding, id)}`);
    return [paint("cyan", `${kind} (${reading[kind].length})`), ...lines].join("\n");
  });
  const { sentences, silent } = reading.coverage;
  const quiet = silent.map((span) => `  ${shorten(span.text, 100)}`);
  sections.push(
    [paint("cyan", `nothing taken from ${silent.length} of ${sentences} sentences`), ...quiet].join("\n"),
  );
  return sections.join("\n");
}

export function addRead(program: Command): void {
  takesInputs(program.command("read"))
    .description("what each report says: every finding with its quote")
    .addHelpText(
      "after",
      `
Examples:
  parley read report.txt
  parley read --json reports/*.txt > readings.json
  parley read --map text=content.raw --map published=day articles.jsonl
  echo "Belmark rejected the truce." | parley read --published -=2031-04-02 -`,
    )
    .action(async (args: string[], options: InputOptions) => {
      const readings = options.db ? (await storyOf(args, options)).readings : await readingsOf(args, options);
      if (options.json) {
        process.stdout.write(`${JSON.stringify(readings, null, 1)}\n`);
        return;
      }
      for (const reading of readings)
        console.log(`${head(reading)}\n${published(reading)}\n${body(reading, idShown(options))}\n`);
    });
}

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Command } from "commander";
import { UserError } from "../../record/diagnostic.ts";
import { counted } from "../show.ts";
import { type DbOptions, takesDb, WHO, WHO_HELP, whoIs, within } from "../workspaces.ts";

/** The lines of a file, or of standard input. */
export async function linesOf(file: string): Promise<AsyncIterable<string>> {
  if (file === "-") return createInterface({ input: process.stdin });
  const stats = await stat(file).catch(() => undefined);
  if (!stats?.isFile()) throw new UserError(`cannot read ${file}`);
  return createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
}

export function addImport(program: Command): void {
  takesDb(program.command("import"))
    .description(
      "takes in what parley export has written: reports, where it holds their texts, and judgements",
    )
    .argument("<file>", "a file, or - for standard input")
    .option(WHO, WHO_HELP)
    .addHelpText(
      "after",
      `
Examples:
  parley import --db copy.db whole.jsonl
  parley export --db talks.db --with-texts | parley import --db copy.db -`,
    )
    .action(async (file: string, options: DbOptions) => {
      const lines = await linesOf(file);
      const done = await within(options.db, (workspace) => workspace.import(lines, whoIs(options)));
      if (options.json) process.stdout.write(`${JSON.stringify(done)}\n`);
      else if (!options.quiet) {
        console.log(
          `${counted(done.reports, "report")} and ${counted(done.judgements, "judgement")} taken in`,
        );
        if (done.withoutText > 0) {
          console.log(
            `${counted(done.withoutText, "report")} left out: the export was written without --with-texts`,
          );
        }
      }
    });
}

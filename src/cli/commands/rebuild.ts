import type { Command } from "commander";
import { counted } from "../show.ts";
import { bars, type DbOptions, takesDb, WHO, WHO_HELP, whoIs, within } from "../workspaces.ts";

export function addRebuild(program: Command): void {
  takesDb(program.command("rebuild"))
    .description("reads every report again from its original; judgements stay, and are attached again")
    .option(WHO, WHO_HELP)
    .addHelpText(
      "after",
      `
Examples:
  parley diff --db talks.db
  parley rebuild --db talks.db`,
    )
    .action(async (options: DbOptions) => {
      const { db, json, quiet } = options;
      const { progress, stop } = bars(options, "reading");
      const done = await within(db, (workspace) => workspace.rebuild(progress, whoIs(options)));
      stop();
      if (json) process.stdout.write(`${JSON.stringify(done)}\n`);
      else if (!quiet)
        console.log(`${counted(done.read, "report")} read again, ${done.changed} of them differently`);
    });
}

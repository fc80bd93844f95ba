import { resolve } from "node:path";
import type { Command } from "commander";
import { UserError } from "../../record/diagnostic.ts";
import type { ReportEntry } from "../../record/workspace.ts";
import { fileAddress } from "../../workspace/file-address.ts";
import { counted } from "../show.ts";
import { type DbOptions, takesDb, WHO, WHO_HELP, whoIs, within } from "../workspaces.ts";

export function addRm(program: Command): void {
  takesDb(program.command("rm"))
    .description(
      "takes reports out of a workspace, with their texts and all versions; the log keeps that they were there",
    )
    .argument("<reports...>", "ids or their beginnings, file names, addresses")
    .option(WHO, WHO_HELP)
    .addHelpText(
      "after",
      `
Examples:
  parley rm --db talks.db 6d5d8663
  parley rm --db talks.db reports/brief.txt`,
    )
    .action(async (names: string[], options: DbOptions) => {
      const gone: ReportEntry[] = [];
      await within(options.db, async (workspace) => {
        for (const name of names) {
          const named = await workspace.remove(name, whoIs(options));
          const lying = await workspace.remove(fileAddress(resolve(name)), whoIs(options));
          gone.push(...named, ...lying);
          if (named.length + lying.length === 0)
            throw new UserError(`no report has the id, the file name or the address '${name}'`);
        }
      });
      if (options.json) process.stdout.write(`${JSON.stringify(gone, null, 1)}\n`);
      else if (!options.quiet) console.log(`${counted(gone.length, "report")} taken out`);
    });
}

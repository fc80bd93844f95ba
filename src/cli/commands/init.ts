import { existsSync } from "node:fs";
import type { Command } from "commander";
import { loadAgenda, loadAliases } from "../../findings/settings.ts";
import { UserError } from "../../record/diagnostic.ts";
import { textOf } from "../arguments.ts";
import { type DbOptions, shown, takesDb, within } from "../workspaces.ts";

interface InitOptions extends DbOptions {
  readonly agenda?: string;
  readonly aliases?: string;
}

export function addInit(program: Command): void {
  takesDb(program.command("init"))
    .description("makes a workspace: one file, or a schema of its own on a PostgreSQL server")
    .option("--agenda <file>", "issues to sort positions under (YAML or JSON) instead of the ones that ship")
    .option("--aliases <file>", "names that mean one actor: a list of lists (YAML or JSON)")
    .addHelpText(
      "after",
      `
Examples:
  parley init --db talks.db
  parley init --db talks.db --agenda issues.yaml
  parley init --db postgres://parley@localhost/talks`,
    )
    .action(async ({ db, agenda, aliases, quiet }: InitOptions) => {
      if (existsSync(db)) throw new UserError(`${db} is there already`);
      const settings = {
        ...(agenda ? { agenda: loadAgenda(textOf(agenda), agenda) } : {}),
        ...(aliases ? { aliases: loadAliases(textOf(aliases), aliases) } : {}),
      };
      await within(db, async () => undefined, { create: true, ...settings });
      if (!quiet)
        console.error(
          `an empty workspace is at ${shown(db)}; fill it with: parley add --db ${shown(db)} FILES`,
        );
    });
}

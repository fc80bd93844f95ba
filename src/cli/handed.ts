/** What the commands that keep running look at: a workspace, or files that are read into one for the occasion. */
import { loadAgenda, loadAliases } from "../findings/settings.ts";
import { type Diagnostic, UserError } from "../record/diagnostic.ts";
import type { HouseOptions } from "../server/house.ts";
import { textOf } from "./arguments.ts";
import type { InputOptions } from "./readings.ts";
import { lineOf } from "./show.ts";
import { tasksOf } from "./tasks.ts";

/** @throws UserError where neither or both are named */
export function houseOf(args: readonly string[], options: InputOptions): HouseOptions {
  if ((args.length === 0) === (options.db === undefined)) {
    throw new UserError("name a workspace with --db, or reports: files, folders or patterns");
  }
  if (options.db !== undefined) return { db: options.db };
  const settings = {
    ...(options.agenda ? { agenda: loadAgenda(textOf(options.agenda), options.agenda) } : {}),
    ...(options.aliases ? { aliases: loadAliases(textOf(options.aliases), options.aliases) } : {}),
  };
  const say = (diagnostic: Diagnostic) => {
    if (diagnostic.severity === "error" || !options.quiet) console.error(lineOf(diagnostic));
  };
  return {
    settings,
    reports: tasksOf(args, options, say),
    taken: ({ diagnostics }) => {
      for (const diagnostic of diagnostics) say(diagnostic);
    },
  };
}

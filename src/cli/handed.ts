/** What the commands that keep running look at: a workspace, or files that are read into one for the occasion. */
import { loadAgenda, loadAliases } from "../findings/settings.ts";
import { UserError } from "../record/diagnostic.ts";
import type { Handed, HouseOptions } from "../server/house.ts";
import { textOf } from "./arguments.ts";
import type { InputOptions } from "./readings.ts";
import { lineOf } from "./show.ts";
import { tasksOf } from "./tasks.ts";

function handed(args: readonly string[], options: InputOptions): AsyncGenerator<Handed> {
  return tasksOf(args, options, (diagnostic) => console.error(lineOf(diagnostic)));
}

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
  return { settings, reports: handed(args, options) };
}

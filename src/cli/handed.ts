/** What the commands that keep running look at: a workspace, or files that are read into one for the occasion. */
import { loadAgenda, loadAliases } from "../findings/settings.ts";
import { UserError } from "../record/diagnostic.ts";
import type { Handed, HouseOptions } from "../server/house.ts";
import { inputsOf } from "./inputs.ts";
import { givenFacts, type InputOptions, loaded, textOf } from "./readings.ts";
import { lineOf } from "./show.ts";

function* handed(args: readonly string[], options: InputOptions): Generator<Handed> {
  const { sources, diagnostics } = inputsOf(args);
  for (const diagnostic of diagnostics) console.error(lineOf(diagnostic));
  const given = givenFacts(options);
  for (const { file, load } of sources) {
    const bytes = loaded({ file, load });
    if (bytes instanceof Uint8Array) yield { bytes, options: { file, given: given(file) } };
    else console.error(lineOf(bytes));
  }
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

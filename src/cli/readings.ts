/** From the arguments of a command to readings: what every command of the main job does first. */
import type { Command } from "commander";
import { loadAgenda, loadAliases } from "../findings/settings.ts";
import { readMany } from "../read-many.ts";
import type { Diagnostic } from "../record/diagnostic.ts";
import type { Reading } from "../record/reading.ts";
import { checkedDate, collect, count, textOf } from "./arguments.ts";
import { lineOf } from "./show.ts";
import { tasksOf } from "./tasks.ts";

export interface InputOptions {
  readonly db?: string;
  readonly meta?: string;
  readonly published: readonly string[];
  readonly agenda?: string;
  readonly aliases?: string;
  readonly asOf?: string;
  readonly ids?: true;
  readonly map?: readonly string[];
  readonly jobs?: number;
  readonly json?: true;
  readonly quiet?: true;
}

/** Adds the arguments and options that every command of the main job takes. */
export function takesInputs(command: Command): Command {
  return command
    .argument("[inputs...]", "files, folders, patterns, or - for standard input")
    .option("--db <where>", "a workspace instead of files: a file, or postgres://user@host/name")
    .option("--meta <file.csv>", "what is known of the files: columns file, outlet, url, published, title")
    .option("--published <file=date>", "publication date of a file (repeatable)", collect, [])
    .option("--agenda <file>", "issues to sort positions under (YAML or JSON) instead of the ones that ship")
    .option("--aliases <file>", "names that mean one actor: a list of lists (YAML or JSON)")
    .option(
      "--map <field=path>",
      "where JSON or CSV articles keep a field, as text=content.raw (repeatable)",
      collect,
      [],
    )
    .option("--jobs <number>", "how many reports are read at a time (default: one a core)", count)
    .option("--as-of <date>", "only what had been published by then", checkedDate)
    .option("--ids", "with the ids that parley judge takes")
    .option("--json", "JSON instead of text")
    .option("--quiet", "no progress and no notes on standard error, only errors");
}

/**
 * Reads every input. What could not be read is said on standard error and sets the exit code to 2; the rest goes on.
 * Notes on what could be read are printed there too, unless `--quiet`.
 */
export async function readingsOf(args: readonly string[], options: InputOptions): Promise<Reading[]> {
  const said: Diagnostic[] = [];
  const readings: Reading[] = [];
  const tasks = tasksOf(args, options, (diagnostic) => said.push(diagnostic));
  const settings = {
    ...(options.jobs !== undefined && { jobs: options.jobs }),
    ...(options.agenda ? { agenda: loadAgenda(textOf(options.agenda), options.agenda) } : {}),
    ...(options.aliases ? { aliases: loadAliases(textOf(options.aliases), options.aliases) } : {}),
  };
  for await (const outcome of readMany(tasks, settings)) {
    if ("failure" in outcome) {
      said.push(outcome.failure);
      continue;
    }
    const { reading } = outcome;
    said.push(...reading.diagnostics);
    if (!reading.diagnostics.some((diagnostic) => diagnostic.severity === "error")) readings.push(reading);
  }
  const shown = said.filter((diagnostic) => diagnostic.severity === "error" || !options.quiet);
  for (const diagnostic of shown) console.error(lineOf(diagnostic));
  if (said.some((diagnostic) => diagnostic.severity === "error")) process.exitCode = 2;
  return readings;
}

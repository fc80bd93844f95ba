/** From the arguments of a command to readings: what every command of the main job does first. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { SingleBar } from "cli-progress";
import type { Command } from "commander";
import { loadAgenda, loadAliases } from "../findings/settings.ts";
import { read } from "../read.ts";
import type { Diagnostic } from "../record/diagnostic.ts";
import { UserError } from "../record/diagnostic.ts";
import { isEdtf } from "../record/edtf.ts";
import type { Reading } from "../record/reading.ts";
import { type Given, readMeta } from "../report/meta.ts";
import { inputsOf, type Source } from "./inputs.ts";
import { lineOf } from "./show.ts";

export interface InputOptions {
  readonly db?: string;
  readonly meta?: string;
  readonly published: readonly string[];
  readonly agenda?: string;
  readonly aliases?: string;
  readonly asOf?: string;
  readonly ids?: true;
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
    .option("--as-of <date>", "only what had been published by then", checkedDate)
    .option("--ids", "with the ids that parley judge takes")
    .option("--json", "JSON instead of text")
    .option("--quiet", "no progress and no notes on standard error, only errors");
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

/** @throws UserError where the text is no date */
export function checkedDate(value: string): string {
  if (!/^\d{4}(-\d\d){0,2}$/.test(value) || !isEdtf(value)) {
    throw new UserError(`'${value}' is not a date such as 2025-08-17`);
  }
  return value;
}

/** @throws UserError where the file is not there */
export function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new UserError(`cannot read ${file}`);
  }
}

/** What the user says of each file, by full name and by bare name. */
export function givenFacts(options: InputOptions): (file: string) => Given {
  const facts = new Map<string, Given>(options.meta ? readMeta(textOf(options.meta), options.meta) : []);
  for (const pair of options.published) {
    const at = pair.lastIndexOf("=");
    if (at < 1) throw new UserError(`'${pair}' is not FILE=DATE`);
    const file = pair.slice(0, at);
    facts.set(file, { ...facts.get(file), published: checkedDate(pair.slice(at + 1)) });
  }
  return (file) => ({ ...facts.get(basename(file)), ...facts.get(file) });
}

const PROGRESS_FROM = 20;

export function progress(
  total: number,
  options: { readonly quiet?: true },
  doing = "reading",
): SingleBar | undefined {
  if (total < PROGRESS_FROM || options.quiet || !process.stderr.isTTY) return undefined;
  const bar = new SingleBar({
    stream: process.stderr,
    clearOnComplete: true,
    format: `${doing} {bar} {value}/{total}`,
  });
  bar.start(total, 0);
  return bar;
}

function unreadable(file: string, error: unknown): Diagnostic {
  const reason =
    error instanceof Error && "code" in error ? `cannot be read (${String(error.code)})` : String(error);
  return { code: "unreadable", severity: "error", message: reason, where: { file } };
}

export function loaded(source: Source): Uint8Array | Diagnostic {
  try {
    return source.load();
  } catch (error) {
    return unreadable(source.file, error);
  }
}

/**
 * Reads every input. What could not be read is said on standard error and sets the exit code to 2; the rest goes on.
 * Notes on what could be read are printed there too, unless `--quiet`.
 */
export async function readingsOf(args: readonly string[], options: InputOptions): Promise<Reading[]> {
  const { sources, diagnostics } = inputsOf(args);
  const given = givenFacts(options);
  const settings = {
    ...(options.agenda ? { agenda: loadAgenda(textOf(options.agenda), options.agenda) } : {}),
    ...(options.aliases ? { aliases: loadAliases(textOf(options.aliases), options.aliases) } : {}),
  };
  const said: Diagnostic[] = [...diagnostics];
  const readings: Reading[] = [];
  const bar = progress(sources.length, options);
  for (const source of sources) {
    const bytes = loaded(source);
    if (bytes instanceof Uint8Array) {
      const reading = await read(bytes, { ...settings, file: source.file, given: given(source.file) });
      said.push(...reading.diagnostics);
      if (!reading.diagnostics.some((diagnostic) => diagnostic.severity === "error")) readings.push(reading);
    } else {
      said.push(bytes);
    }
    bar?.increment();
  }
  bar?.stop();
  const shown = said.filter((diagnostic) => diagnostic.severity === "error" || !options.quiet);
  for (const diagnostic of shown) console.error(lineOf(diagnostic));
  if (said.some((diagnostic) => diagnostic.severity === "error")) process.exitCode = 2;
  return readings;
}

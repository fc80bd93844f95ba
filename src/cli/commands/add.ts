import { resolve } from "node:path";
import type { Command } from "commander";
import type { Diagnostic } from "../../record/diagnostic.ts";
import { fileAddress } from "../../workspace/file-address.ts";
import type { Added } from "../../workspace/workspace.ts";
import { columns, counted, lineOf } from "../show.ts";
import { type NamedTask, tasksOf } from "../tasks.ts";
import { type DbOptions, takesDb, WHO, WHO_HELP, whoIs, within } from "../workspaces.ts";

interface AddOptions extends DbOptions {
  readonly meta?: string;
  readonly published: readonly string[];
  readonly map?: readonly string[];
}

interface Line {
  readonly file: string;
  readonly id: string;
  readonly state: Added["state"];
}

const STATES: readonly Added["state"][] = ["new", "known", "changed", "amended", "unreadable"];
const MEANING: Readonly<Record<Added["state"], string>> = {
  new: "new",
  known: "known already",
  changed: "changed: a new version, the old one is kept",
  amended: "known, but what is known of it has changed",
  unreadable: "could not be read",
};

function textOfLines(lines: readonly Line[]): string {
  const counts = STATES.flatMap((state) => {
    const count = lines.filter((line) => line.state === state).length;
    return count === 0 ? [] : `${count} ${MEANING[state]}`;
  });
  const changed = lines.filter(({ state }) => state === "changed" || state === "amended");
  const rows = changed.map(({ id, state, file }) => [`  ${state}`, id, file]);
  return [
    `${counted(lines.length, "report")}: ${counts.join(", ")}`,
    ...(rows.length > 0 ? [columns(rows)] : []),
  ].join("\n");
}

/** A page is known by its address, a file by where it lies, whatever folder the command is called from; standard input by nothing. */
function addressOf({ url, file }: NamedTask["options"]): { address?: string } {
  if (url !== undefined) return { address: url };
  return file === "-" || file.startsWith("-!") ? {} : { address: fileAddress(resolve(file)) };
}

async function addAll(args: readonly string[], options: AddOptions): Promise<Line[]> {
  const said: Diagnostic[] = [];
  const lines: Line[] = [];
  const files: string[] = [];
  async function* tasks() {
    for await (const { bytes, options: how } of tasksOf(args, options, (one) => said.push(one), "adding")) {
      files.push(how.file);
      yield { bytes, options: { ...how, ...addressOf(how) } };
    }
  }
  await within(options.db, async (workspace) => {
    for await (const added of workspace.addMany(tasks(), whoIs(options))) {
      const file = files.shift()!;
      if ("failure" in added) {
        said.push(added.failure);
        continue;
      }
      const { id, state, reading } = added;
      lines.push({ file, id, state });
      if (state !== "known") said.push(...reading.diagnostics);
    }
  });
  for (const diagnostic of said) {
    if (diagnostic.severity === "error" || !options.quiet) console.error(lineOf(diagnostic));
  }
  if (said.some(({ severity }) => severity === "error")) process.exitCode = 2;
  return lines;
}

export function addAdd(program: Command): void {
  takesDb(program.command("add"))
    .description("adds reports to a workspace; what is there already is left as it is")
    .argument("<inputs...>", "files, folders, patterns, or - for standard input")
    .option("--meta <file.csv>", "what is known of the files: columns file, outlet, url, published, title")
    .option(
      "--published <file=date>",
      "publication date of a file (repeatable)",
      (value: string, before: string[]) => [...before, value],
      [],
    )
    .option(
      "--map <field=path>",
      "where JSON or CSV articles keep a field, as text=content.raw (repeatable)",
      (value: string, before: string[]) => [...before, value],
      [],
    )
    .option(WHO, WHO_HELP)
    .addHelpText(
      "after",
      `
Examples:
  parley add --db talks.db reports/
  parley add --db talks.db --meta meta.csv reports/
  parley add --db talks.db --published brief.txt=2031-04-02 brief.txt`,
    )
    .action(async (args: string[], options: AddOptions) => {
      const lines = await addAll(args, options);
      if (options.json) process.stdout.write(`${JSON.stringify(lines, null, 1)}\n`);
      else if (!options.quiet) console.log(textOfLines(lines));
    });
}

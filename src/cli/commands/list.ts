import type { Command } from "commander";
import type { LogEntry, ReportEntry } from "../../record/workspace.ts";
import { columns, counted, paint, shorten } from "../show.ts";
import { type DbOptions, takesDb, within } from "../workspaces.ts";

interface ListOptions extends DbOptions {
  readonly all?: true;
  readonly log?: true;
}

function reportRow(entry: ReportEntry): string[] {
  const { id, published, outlet, title, file, url, version, state } = entry;
  const notes = [version > 1 ? `version ${version}` : "", state === "superseded" ? "superseded" : ""];
  return [
    id,
    published ?? "undated",
    shorten(outlet ?? "", 28),
    shorten(title ?? "", 60),
    paint("dim", [file ?? url ?? "", ...notes].filter(Boolean).join("  ")),
  ];
}

function logRow({ seq, when, who, what, subject, detail }: LogEntry): string[] {
  return [String(seq), when, who, what, subject, paint("dim", shorten(detail, 80))];
}

export function addList(program: Command): void {
  takesDb(program.command("list"))
    .description("the reports of a workspace, in order of arrival; or its log")
    .option("--all", "superseded versions too")
    .option("--log", "who changed what and when, oldest first, instead of the reports")
    .addHelpText(
      "after",
      `
Examples:
  parley list --db talks.db
  parley list --db talks.db --all --json
  parley list --db talks.db --log`,
    )
    .action(async ({ db, all, log, json, quiet }: ListOptions) => {
      const rows = await within(
        db,
        (workspace): Promise<readonly (LogEntry | ReportEntry)[]> =>
          log ? workspace.log() : workspace.reports({ all: all ?? false }),
      );
      if (json) {
        process.stdout.write(`${JSON.stringify(rows, null, 1)}\n`);
        return;
      }
      if (rows.length > 0)
        console.log(
          columns(rows.map((row) => ("seq" in row && "what" in row ? logRow(row) : reportRow(row)))),
        );
      if (!quiet) console.error(counted(rows.length, log ? "line" : "report"));
    });
}

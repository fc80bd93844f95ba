import type { Command } from "commander";
import type { ReadingDifference } from "../../workspace/workspace.ts";
import { counted, paint, shorten } from "../show.ts";
import { bars, type DbOptions, shown, takesDb, within } from "../workspaces.ts";

function differenceText({ report, file, added, removed, altered, versions }: ReadingDifference): string {
  const list = (mark: string, style: "green" | "red" | "yellow", lines: typeof added) =>
    lines.map(({ line }) => `  ${paint(style, mark)} ${shorten(line, 150)}`);
  const why = versions.length > 0 ? paint("dim", `  (${versions.join(", ")})`) : "";
  return [
    `${paint("bold", file ?? report)}${why}`,
    ...list("+", "green", added),
    ...list("−", "red", removed),
    ...list("~", "yellow", altered),
  ].join("\n");
}

export function addDiff(program: Command): void {
  takesDb(program.command("diff"))
    .description(
      "what this program would read differently than the one that filled the workspace; nothing is changed",
    )
    .addHelpText(
      "after",
      `
Examples:
  parley diff --db talks.db
  parley diff --db talks.db --json > upgrade.json`,
    )
    .action(async (options: DbOptions) => {
      const { progress, stop } = bars(options, "reading");
      const found = await within(options.db, (workspace) => workspace.diff(progress));
      stop();
      if (options.json) {
        process.stdout.write(`${JSON.stringify(found, null, 1)}\n`);
        return;
      }
      const sum = (list: "added" | "removed" | "altered") =>
        found.reduce((count, difference) => count + difference[list].length, 0);
      const head =
        found.length === 0
          ? "nothing would change"
          : `${counted(found.length, "report")} would change: ${sum("added")} findings more (+), ${sum("removed")} fewer (−), ${sum("altered")} different (~); take it with: parley rebuild --db ${shown(options.db)}`;
      console.log([head, ...found.map(differenceText)].join("\n"));
    });
}

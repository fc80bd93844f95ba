/**
 * `npm run bench -- [NAME] [--data FOLDER] [--reports FOLDER] [--show KIND] [--engine NAME] [--n NUMBER] [--json] [--all]`
 */
import { styleText } from "node:util";
import { Command } from "commander";
import type { Options, Result, Row } from "./bench.ts";
import { benches } from "./list.ts";

function format(row: Row): string {
  if (row.unit === undefined) return row.value.toFixed(3);
  return `${row.value.toLocaleString("en", { maximumFractionDigits: 1 })} ${row.unit}`;
}

/** A table with a row a metric and data set, and a column for Parley and for each peer. */
export function table(result: Result): string {
  const peers = ["", ...new Set(result.rows.flatMap((row) => (row.peer ? [row.peer] : [])))];
  const keys = [...new Set(result.rows.map((row) => JSON.stringify([row.data, row.metric])))];
  const header = ["data", "metric", "n", ...peers.map((peer) => peer || "parley")];
  const body = keys.map((key) => {
    const [data, metric] = JSON.parse(key) as [string, string];
    const own = result.rows.filter((row) => row.data === data && row.metric === metric);
    const cells = peers.map((peer) => own.find((row) => (row.peer ?? "") === peer));
    return [data, metric, String(own[0]?.n ?? ""), ...cells.map((row) => (row ? format(row) : ""))];
  });
  const widths = header.map((_, column) =>
    Math.max(...[header, ...body].map((line) => line[column]?.length ?? 0)),
  );
  const lines = [header, ...body].map((line) =>
    line
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join("  "),
  );
  return lines.join("\n");
}

const program = new Command("bench")
  .description("Prints what Parley measures. Without a name: the quick benches.")
  .argument("[name]", `one of: ${benches.map((bench) => bench.name).join(", ")}`)
  .option("--data <folder>", "data of the same layout as the bench's own")
  .option("--reports <folder>", "the reports that a gold folder annotates")
  .option("--show <what>", "list misses and false alarms: a kind of finding, a report, or all")
  .option("--engine <name>", "of the store: sqlite or postgres; both unless told")
  .option("--n <number>", "how many inputs, where a bench makes its own", Number)
  .option("--all", "every bench, the slow ones too")
  .option("--json", "one JSON object a bench")
  .action(async (name: string | undefined, options: Options & { all?: boolean; json?: boolean }) => {
    const chosen = benches.filter((bench) => (name ? bench.name === name : options.all || bench.quick));
    if (chosen.length === 0) {
      program.error(`no bench is named ${name}; there are: ${benches.map((bench) => bench.name).join(", ")}`);
    }
    for (const bench of chosen) {
      const result = await (await bench.load())(options);
      if (options.json) {
        console.log(JSON.stringify({ bench: result.bench, rows: result.rows }));
        continue;
      }
      console.log(`${styleText("bold", bench.name)}: ${bench.what}\n${table(result)}`);
      for (const note of result.notes ?? []) console.log(note);
    }
  });

await program.parseAsync();

/** What is known of a folder's files: a CSV table with the columns file, outlet, url, published, title. */
import { CsvError, parse } from "csv-parse/sync";
import { UserError } from "../record/diagnostic.ts";
import { dateGiven, type Given } from "./given.ts";

export type { Given } from "./given.ts";

const COLUMNS = ["title", "outlet", "byline", "agency", "section", "url", "published", "modified"] as const;

/**
 * What a table says of each file, by the name in its `file` column. Other columns are left aside, empty cells say
 * nothing.
 * @param csv the table; its first line names the columns; commas, semicolons or tabs between cells
 * @param name the table's own name, for messages
 * @throws UserError where the table cannot be read, has no column `file`, or holds a date that is none
 */
export function readMeta(csv: string, name: string): ReadonlyMap<string, Given> {
  const rows = rowsOf(csv, name);
  const known = new Map<string, Given>();
  rows.forEach((row, i) => {
    const line = i + 2;
    if (row.file === undefined) throw new UserError(`${name}: the first line names no column "file"`);
    const file = row.file.trim();
    if (file === "") throw new UserError(`${name}, row ${line}: no file is named`);
    const given: { -readonly [K in keyof Given]: Given[K] } = {};
    for (const column of COLUMNS) {
      const value = row[column]?.trim();
      if (value !== undefined && value !== "") given[column] = value;
    }
    for (const date of [given.published, given.modified]) {
      if (date !== undefined && dateGiven(date) === undefined) {
        throw new UserError(`${name}, row ${line}: "${date}" is no date; write it as 2031-03-04`);
      }
    }
    known.set(file, given);
  });
  return known;
}

function rowsOf(csv: string, name: string): readonly Readonly<Record<string, string | undefined>>[] {
  try {
    return parse<Record<string, string>>(csv, {
      bom: true,
      columns: (header: string[]) => header.map((cell) => cell.trim().toLowerCase()),
      delimiter: [",", ";", "\t"],
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
    });
  } catch (error) {
    if (error instanceof CsvError) throw new UserError(`${name} cannot be read as a table: ${error.message}`);
    throw error;
  }
}

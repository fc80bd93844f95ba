/** Articles from a table (CSV, RFC 4180; tabs and semicolons too): a row an article, its columns named in the first line. */
import { Readable } from "node:stream";
import { type Info, parse } from "csv-parse";
import iconv from "iconv-lite";
import { type FieldMap, fieldsNamed } from "../article/fields.ts";
import { decode } from "../decode.ts";
import type { ByteStream } from "./byte-stream.ts";
import { type Item, inside, MOST_BYTES, type Say, trouble } from "./item.ts";

const SAMPLE = 65_536;
const DELIMITERS = [",", "\t", ";"] as const;
/** The name of a column is short. */
const LONGEST_NAME = 60;

/** Between the cells of a table of articles; `undefined` for bytes that are none. */
export function csvDelimiter(head: Uint8Array, map: FieldMap): string | undefined {
  const line = /^\ufeff?[^\r\n]+/.exec(decode(head.subarray(0, SAMPLE), { isHtml: false }).text)?.[0] ?? "";
  return DELIMITERS.find((delimiter) => {
    const cells = line.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, "").trim());
    return (
      cells.length >= 2 &&
      cells.every((cell) => cell.length < LONGEST_NAME) &&
      fieldsNamed(cells, map).has("text")
    );
  });
}

interface Row {
  readonly record: Readonly<Record<string, string>>;
  readonly info: Info;
}

/** The rows of a table, numbered from 1 after the line of names. */
export async function* csvItems(
  stream: ByteStream,
  file: string,
  delimiter: string,
  say: Say,
): AsyncGenerator<Item> {
  const { encoding } = decode(await stream.peek(SAMPLE), { isHtml: false });
  const parser = parse({
    bom: true,
    columns: (names: string[]) => names.map((name) => name.trim()),
    delimiter,
    info: true,
    max_record_size: MOST_BYTES,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  });
  parser.on("skip", (error: { message: string; lines?: number } | undefined) => {
    const message = `A row cannot be read (${(error?.message ?? "").replace(/[{}\n]/g, " ").slice(0, 120)}).`;
    say(trouble("bad-row", "error", message, file, error?.lines));
  });
  const rows = Readable.from(stream.chunks()).pipe(iconv.decodeStream(encoding)).pipe(parser);
  let count = 0;
  for await (const { record, info } of rows as AsyncIterable<Row>) {
    count++;
    const bytes = new TextEncoder().encode(JSON.stringify(record));
    yield { file: inside(file, info.records), bytes, type: "application/json" };
  }
  if (count === 0) say(trouble("no-text", "error", "The table has a line of names and no rows.", file));
}

/**
 * A file to the reports in it: one, or those of an archive (ZIP, gzip, WARC) or a collection (JSON, JSON Lines, CSV),
 * in each other to any sensible depth. What a file is shows in its bytes. Nothing is held but the report at hand.
 */
import type { FieldMap } from "../article/fields.ts";
import { ByteStream, type Chunks } from "./byte-stream.ts";
import { csvDelimiter, csvItems } from "./csv-records.ts";
import { type Damage, gunzip } from "./gunzip.ts";
import { DEEPEST, type Item, MOST_BYTES, type Say, tooLarge, trouble } from "./item.ts";
import { isJson, jsonItems } from "./json-records.ts";
import { isReportName, isTableName } from "./names.ts";
import { isWarc, warcItems } from "./warc.ts";
import { isZip, ZipTrouble, zipMembers } from "./zip.ts";

export interface Source {
  readonly file: string;
  readonly chunks: () => Chunks;
  /** Where it lies on disk, if it does: a ZIP archive is then read in place. */
  readonly path?: string;
  /** True where nobody named it: it lay in a folder. What is no report in it is then only noted. */
  readonly isFound?: boolean;
}

export interface OpenOptions {
  /** Called with what went wrong in a container, and with what was passed over. */
  readonly say: Say;
  /** Where the fields of an article stand in JSON and tables. */
  readonly map?: FieldMap;
}

const SAMPLE = 65_536;

/**
 * The reports in a file, in its order, each to be read with `readReport`.
 * @throws what reading the source throws; never for what the bytes hold
 */
export async function* open(source: Source, options: OpenOptions): AsyncGenerator<Item> {
  yield* opened(source, options, 0);
}

async function* opened(source: Source, options: OpenOptions, depth: number): AsyncGenerator<Item> {
  const { file } = source;
  const { say, map = {} } = options;
  const stream = new ByteStream(source.chunks());
  try {
    const head = await stream.peek(SAMPLE);
    const isArchive = isZip(head) || (head[0] === 0x1f && head[1] === 0x8b);
    if (isArchive && depth >= DEEPEST) {
      say(
        trouble("too-deep", "error", `An archive in more than ${DEEPEST} others; it was not opened.`, file),
      );
    } else if (isZip(head)) yield* unzipped(source, stream, options, depth);
    else if (isArchive) yield* ungzipped(stream, source, options, depth);
    else if (isWarc(head)) yield* warcItems(stream, file, say);
    else if (isJson(head)) yield* jsonItems(stream, source, say, map);
    else {
      const delimiter = csvDelimiter(head, map);
      if (delimiter !== undefined) yield* csvItems(stream, file, delimiter, say);
      else if (source.isFound && isTableName(file)) {
        say(
          trouble(
            "no-articles",
            "info",
            "The table has no column that is known to hold texts; it was not read.",
            file,
          ),
        );
      } else yield* one(stream, file, say);
    }
  } finally {
    await stream.close();
  }
}

async function* one(stream: ByteStream, file: string, say: Say): AsyncGenerator<Item> {
  const bytes = await stream.rest(MOST_BYTES);
  if (bytes === undefined) say(tooLarge(file));
  else yield { file, bytes };
}

const DAMAGES: Readonly<Record<Damage, readonly [severity: "error" | "warning", message: string]>> = {
  truncated: ["warning", "The gzip file ends too early; what could be unpacked was read."],
  damaged: ["warning", "A part of the gzip file is damaged; what could be unpacked was read."],
  bomb: ["error", "The gzip file unpacks to more than 250 times its size; it was not read to its end."],
};

async function* ungzipped(
  stream: ByteStream,
  { file, isFound = false }: Source,
  options: OpenOptions,
  depth: number,
): AsyncGenerator<Item> {
  const seen = new Set<Damage>();
  const notice = (damage: Damage): void => {
    if (!seen.has(damage)) options.say(trouble(`gzip-${damage}`, ...DAMAGES[damage], file));
    seen.add(damage);
  };
  const chunks = (): Chunks => gunzip(stream.chunks(), notice);
  for await (const item of opened({ file, chunks, isFound }, options, depth + 1)) {
    // A report of its own that is the beginning of a bomb says nothing.
    if (!(seen.has("bomb") && item.file === file)) yield item;
  }
}

async function* unzipped(
  { file, path }: Source,
  stream: ByteStream,
  options: OpenOptions,
  depth: number,
): AsyncGenerator<Item> {
  const archive = path !== undefined ? { path } : await stream.rest(MOST_BYTES);
  if (archive === undefined) return options.say(tooLarge(file));
  let others = 0;
  for await (const { file: inner, name, chunks } of zipMembers(archive, file, options.say)) {
    if (!isReportName(name)) {
      others++;
      continue;
    }
    try {
      yield* opened({ file: inner, chunks, isFound: true }, options, depth + 1);
    } catch (error) {
      if (!(error instanceof ZipTrouble)) throw error;
      options.say(trouble(error.code, "error", error.message, inner));
    }
  }
  if (others > 0) {
    const message = `${others} other ${others === 1 ? "file" : "files"} in this archive ${others === 1 ? "was" : "were"} not read.`;
    options.say(trouble("files-skipped", "info", message, file));
  }
}

/**
 * The files in a ZIP archive. Nothing is written to disk, so that no name can lead anywhere; names that try are said.
 * A file that is damaged, encrypted or packed like a bomb costs itself alone.
 */
import { crc32 } from "node:zlib";
import {
  type Entry,
  fromBufferPromise,
  getFileNameLowLevel,
  openPromise,
  validateFileName,
  type ZipFile,
} from "yauzl";
import { bufferOf, type Chunks } from "./byte-stream.ts";
import { isBomb } from "./gunzip.ts";
import { inside, type Say, trouble } from "./item.ts";

/** One file in an archive, ready to be unpacked. */
export interface Member {
  readonly file: string;
  /** Its name inside the archive; never a path on disk. */
  readonly name: string;
  /** @throws ZipTrouble in the middle, where what is packed is not what its header says */
  readonly chunks: () => Chunks;
}

/** What was wrong with one file in an archive. */
export class ZipTrouble extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const OPTIONS = {
  lazyEntries: true,
  decodeStrings: false,
  validateEntrySizes: true,
  autoClose: false,
} as const;
/** What marks an archive as one document. */
const DOCUMENT = /^(?:\[Content_Types\]\.xml|mimetype|META-INF\/(?:container|manifest)\.xml)$/;

export function isZip(head: Uint8Array): boolean {
  return (
    head[0] === 0x50 &&
    head[1] === 0x4b &&
    ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6))
  );
}

/**
 * The files of an archive in the order of its directory.
 * @param archive its bytes, or where it lies on disk
 */
export async function* zipMembers(
  archive: Uint8Array | { path: string },
  file: string,
  say: Say,
): AsyncGenerator<Member> {
  let zip: ZipFile | undefined;
  try {
    zip = await (archive instanceof Uint8Array
      ? fromBufferPromise(bufferOf(archive), OPTIONS)
      : openPromise(archive.path, OPTIONS));
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry, file, say);
      if (DOCUMENT.test(name)) {
        say(
          trouble(
            "binary-file",
            "error",
            "The file is an office document or a book, not a text; it was not read.",
            file,
          ),
        );
        return;
      }
      if (name.endsWith("/")) continue;
      const opened = zip;
      yield { file: inside(file, name), name, chunks: () => unpacked(opened, entry) };
    }
  } catch (error) {
    say(
      trouble(
        "damaged-archive",
        "error",
        `The ZIP archive is damaged (${reasonOf(error)}); what stands in its directory before that was read.`,
        file,
      ),
    );
  } finally {
    zip?.close();
  }
}

/** The entry's name with forward slashes; what would lead out of a folder is said and taken out of it. */
function nameOf(entry: Entry, file: string, say: Say): string {
  const raw = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const path = raw.replaceAll("\\", "/").replace(/[\0-\x1f\x7f]/g, "\ufffd");
  if (validateFileName(path) === null) return path;
  const clean = path
    .split("/")
    .filter((part) => part !== ".." && part !== "" && !/^[a-z]:$/i.test(part))
    .join("/");
  const message =
    "The name of a file in the archive leads out of it; the file was read under the rest of its name.";
  say(trouble("unsafe-name", "warning", message, inside(file, clean)));
  return clean;
}

async function* unpacked(zip: ZipFile, entry: Entry): Chunks {
  if (entry.isEncrypted()) throw new ZipTrouble("encrypted", "The file is encrypted; it was not read.");
  let sum = 0;
  let length = 0;
  try {
    for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      sum = crc32(piece, sum);
      length += piece.length;
      if (isBomb(entry.compressedSize, length)) {
        throw new ZipTrouble("bomb", "The file unpacks to more than 250 times its size; it was not read.");
      }
      yield new Uint8Array(piece.buffer, piece.byteOffset, piece.length);
    }
  } catch (error) {
    if (error instanceof ZipTrouble) throw error;
    throw new ZipTrouble("damaged-file", `The file cannot be unpacked (${reasonOf(error)}).`);
  }
  if (sum !== entry.crc32)
    throw new ZipTrouble("damaged-file", "The file is not what was packed: its checksum is another.");
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/[{}\n]/g, " ").slice(0, 120) : String(error);
}

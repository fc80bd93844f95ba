/**
 * Pages from a web archive (WARC 1.0 and 1.1, ISO 28500): each response, resource or conversion record that holds a page
 * or a text. A record that is not what its header says costs itself alone: reading goes on at the next record.
 */
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from "node:zlib";
import { type ByteStream, bufferOf } from "./byte-stream.ts";
import { type Item, inside, MOST_BYTES, type Say, trouble } from "./item.ts";

const MARK = Buffer.from("WARC/1.");
const END = Buffer.from("\r\n\r\n");
/** The first line of a record and the beginning of the second. */
const LONGEST_MARK = 20;
const LONGEST_HEADER = 65_536;
const KINDS: ReadonlySet<string> = new Set(["response", "resource", "conversion"]);
/** Payloads that may be reports; styles, scripts, pictures and fonts are passed over. */
const READ =
  /^(?:text\/(?:html|plain|markdown|csv)|application\/(?:xhtml\+xml|pdf|json|ld\+json)|message\/rfc822|$)/i;

type Headers = ReadonlyMap<string, string>;

export function isWarc(head: Uint8Array): boolean {
  return bufferOf(head).subarray(0, MARK.length).equals(MARK);
}

/** The pages of an archive, in its order, numbered by their records from 1. */
export async function* warcItems(stream: ByteStream, file: string, say: Say): AsyncGenerator<Item> {
  let number = 0;
  let others = 0;
  while (await toNextRecord(stream, file, number, say)) {
    number++;
    const name = inside(file, number);
    const headers = headersOf(await stream.take(await headerLength(stream)));
    const length = Number(headers.get("content-length"));
    if (!Number.isSafeInteger(length) || length < 0) {
      say(
        trouble(
          "damaged-record",
          "warning",
          "The record does not say how long it is; it was not read.",
          name,
        ),
      );
      continue;
    }
    if (length >= MOST_BYTES) {
      say(
        trouble(
          "too-large",
          "error",
          "The record says that it is too large to be a page; it was not read.",
          name,
        ),
      );
      await stream.seek(MARK);
      continue;
    }
    const block = await blockOf(stream, length, name, say);
    if (!KINDS.has(headers.get("warc-type") ?? "")) {
      others++;
      continue;
    }
    const item = itemOf(headers, block, name, say);
    if (item === undefined) others++;
    else yield item;
  }
  if (others > 0) {
    const message = `${others} of ${number} records hold no page (requests, redirects, errors, pictures, styles); they were passed over.`;
    say(trouble("records-skipped", "info", message, file));
  }
}

/** A record's content; where it says that it is longer than it is, what stands before the next record. */
async function blockOf(stream: ByteStream, length: number, name: string, say: Say): Promise<Uint8Array> {
  const block = new Uint8Array(await stream.take(length));
  const after = bufferOf(await stream.peek(END.length + MARK.length))
    .toString("latin1")
    .trimStart();
  if (
    block.length === length &&
    (after === "" || after.startsWith(MARK.toString("latin1", 0, after.length)))
  ) {
    return block;
  }
  const next = nextIn(Buffer.concat([block, await stream.peek(LONGEST_MARK)]));
  if (next !== undefined && next < block.length) {
    say(trouble("damaged-record", "warning", "The record is shorter than it says.", name));
    stream.unread(block.subarray(next));
    return block.subarray(0, next);
  }
  if (block.length < length) {
    say(trouble("truncated", "warning", "The archive ends in the middle of this record.", name));
  }
  return block;
}

/** Where a record begins in a block; a page that names the format has no header behind the name. */
function nextIn(block: Uint8Array): number | undefined {
  const buffer = bufferOf(block);
  for (let at = buffer.indexOf(MARK); at >= 0; at = buffer.indexOf(MARK, at + 1)) {
    if (/^WARC\/1\.\d\r?\nWARC-/.test(buffer.toString("latin1", at, at + LONGEST_MARK))) return at;
  }
  return undefined;
}

/** Moves to the start of the next record; says so where something else stands between. */
async function toNextRecord(stream: ByteStream, file: string, number: number, say: Say): Promise<boolean> {
  for (
    let blank = await stream.peek(1);
    blank[0] === 0x0d || blank[0] === 0x0a;
    blank = await stream.peek(1)
  ) {
    await stream.skip(1);
  }
  if (isWarc(await stream.peek(MARK.length))) return true;
  const before = stream.position;
  const found = await stream.seek(MARK);
  if (stream.position > before || (!found && (await stream.skip(Infinity)) > 0)) {
    const message = "The record is longer or shorter than it says; reading goes on at the next one.";
    say(trouble("damaged-record", "warning", message, inside(file, Math.max(1, number))));
  }
  return found;
}

/** How long the header is that stands next; what there is of it where its end is missing. */
async function headerLength(stream: ByteStream): Promise<number> {
  for (let n = 4096; ; n *= 4) {
    const window = await stream.peek(Math.min(n, LONGEST_HEADER));
    const end = bufferOf(window).indexOf(END);
    // The header of a damaged record may run into the next record.
    const next = nextIn(window.subarray(1, end < 0 ? window.length : end));
    if (next !== undefined) return next + 1;
    if (end >= 0) return end + END.length;
    if (window.length < n || n >= LONGEST_HEADER) return Math.max(1, window.length);
  }
}

/** `Name: value` lines, names in small letters; the first of a name counts. */
function headersOf(bytes: Uint8Array): Headers {
  const headers = new Map<string, string>();
  for (const line of bufferOf(bytes).toString("utf8").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

function itemOf(headers: Headers, block: Uint8Array, file: string, say: Say): Item | undefined {
  const isHttp = /^application\/http/i.test(headers.get("content-type") ?? "");
  const page = isHttp ? pageOf(block, file, say) : { body: block, type: headers.get("content-type") ?? "" };
  if (page === undefined || page.body.length === 0 || !READ.test(page.type)) return undefined;
  const url = headers.get("warc-target-uri")?.replace(/^<(.*)>$/, "$1");
  const fetched = /^\d{4}-\d\d-\d\d/.exec(headers.get("warc-date") ?? "")?.[0];
  return {
    file,
    bytes: page.body,
    ...(page.type !== "" && { type: page.type }),
    ...(url !== undefined && /^https?:\/\//i.test(url) && { url }),
    ...(fetched !== undefined && { fetched }),
  };
}

/** What an HTTP response carries, where its status says that it is the page that was asked for. */
function pageOf(block: Uint8Array, file: string, say: Say): { body: Uint8Array; type: string } | undefined {
  const buffer = bufferOf(block);
  const at = buffer.indexOf(END);
  const end = at >= 0 ? at + END.length : buffer.indexOf("\n\n") + 2;
  const head = buffer.subarray(0, end);
  if (end < 2 || !/^HTTP\/\d(?:\.\d)? 200\b/.test(head.subarray(0, 16).toString("latin1"))) return undefined;
  const headers = headersOf(head);
  const type = headers.get("content-type") ?? "";
  if (!READ.test(type)) return undefined;
  const isChunked = /chunked/i.test(headers.get("transfer-encoding") ?? "");
  const body = isChunked ? unchunked(block.subarray(end)) : block.subarray(end);
  const unpacked = unpackedBody(body, headers.get("content-encoding") ?? "");
  if (unpacked === undefined) {
    say(trouble("damaged-record", "error", "The page cannot be unpacked; it was not read.", file));
    return undefined;
  }
  return { body: unpacked, type };
}

/** Takes chunked transfer coding away (RFC 9112, section 7.1); archives that say "chunked" but are not stay as they are. */
function unchunked(body: Uint8Array): Uint8Array {
  const buffer = bufferOf(body);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < body.length; ) {
    const end = buffer.indexOf("\r\n", at);
    const size =
      end < 0 || end - at > 64
        ? null
        : /^([\da-f]{1,8})\s{0,8}(?:;|$)/i.exec(buffer.toString("latin1", at, end));
    if (size === null) return parts.length === 0 ? body : new Uint8Array(Buffer.concat(parts));
    const length = Number.parseInt(size[1]!, 16);
    if (length === 0) break;
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** Takes the content coding away; a body that is not packed, whatever its header says, stays as it is. */
function unpackedBody(body: Uint8Array, coding: string): Uint8Array | undefined {
  const options = { maxOutputLength: MOST_BYTES };
  try {
    if (body[0] === 0x1f && body[1] === 0x8b) return gunzipSync(body, options);
    if (/\bbr\b/i.test(coding)) return brotliDecompressSync(body, options);
    if (/\bzstd\b/i.test(coding)) return zstdDecompressSync(body, options);
    if (/\bdeflate\b/i.test(coding))
      return body[0] === 0x78 ? inflateSync(body, options) : inflateRawSync(body, options);
    return body;
  } catch {
    // Many archives keep the coding's name and store the page unpacked.
    return /^\s*[<{\w]/.test(bufferOf(body).toString("latin1", 0, 100)) ? body : undefined;
  }
}

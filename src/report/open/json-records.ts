/**
 * Articles from JSON: a line an article (JSON Lines), a list of them, or an object that has such a list somewhere in it.
 * A record ends where its braces close; a broken one costs itself alone.
 */

import { articlesIn, type FieldMap, fieldOf } from "../article/fields.ts";
import { type ByteStream, bufferOf } from "./byte-stream.ts";
import { type Item, inside, MOST_BYTES, type Say, tooLarge, trouble } from "./item.ts";

const TYPE = "application/json";
const [NEWLINE, QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
  10, 34, 92, 91, 93, 123, 125,
];

/** True for bytes that begin as a JSON object, or as a list of objects. */
export function isJson(head: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf)?\s{0,200}(?:\{\s{0,2000}["}]|\[\s{0,2000}\{)/.test(
    bufferOf(head).toString("latin1", 0, 8192),
  );
}

/** The records of a JSON stream, numbered from 1. */
export async function* jsonItems(
  stream: ByteStream,
  { file, isFound = false }: { readonly file: string; readonly isFound?: boolean },
  say: Say,
  map: FieldMap,
): AsyncGenerator<Item> {
  const source = { file, isFound, say, map };
  const first = await stream.line(MOST_BYTES);
  if (first === undefined) return;
  const value = parsed(first.bytes);
  if (isObject(value)) {
    const blank = await skipBlank(stream);
    if ((await stream.peek(1)).length === 0) yield* itemsIn(value, first.bytes, source);
    else yield* lines(stream, first.bytes, 2 + blank, file, say);
  } else {
    stream.unread(first.bytes);
    yield* scanned(stream, source);
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Passes over white space; how many lines ended in it. */
async function skipBlank(stream: ByteStream): Promise<number> {
  for (let lines = 0; ; ) {
    const [byte] = await stream.take(1);
    if (byte === undefined) return lines;
    if (byte > 0x20) {
      stream.unread(Uint8Array.of(byte));
      return lines;
    }
    if (byte === NEWLINE) lines++;
  }
}

interface From {
  readonly file: string;
  readonly isFound: boolean;
  readonly say: Say;
  readonly map: FieldMap;
}

/** One object: an article, or what holds a list of them. */
function* itemsIn(value: object, bytes: Uint8Array, { file, isFound, say, map }: From): Generator<Item> {
  const articles = articlesIn(value, map);
  if (articles === undefined) {
    if (!isFound || fieldOf(value, "text", map) !== undefined) yield { file, bytes, type: TYPE };
    else
      say(
        trouble(
          "no-articles",
          "info",
          "The JSON object has no field that is known to hold a text; it was not read.",
          file,
        ),
      );
    return;
  }
  for (const [i, article] of articles.entries()) {
    yield { file: inside(file, i + 1), bytes: new TextEncoder().encode(JSON.stringify(article)), type: TYPE };
  }
}

/** JSON Lines; the number of a record is that of its line. */
async function* lines(
  stream: ByteStream,
  first: Uint8Array,
  next: number,
  file: string,
  say: Say,
): AsyncGenerator<Item> {
  yield { file: inside(file, 1), bytes: first, type: TYPE };
  for (let number = next; ; number++) {
    const line = await stream.line(MOST_BYTES);
    if (line === undefined) return;
    const name = inside(file, number);
    if (line.isCut) say(tooLarge(name));
    else if (line.bytes.some((byte) => byte > 0x20)) yield { file: name, bytes: line.bytes, type: TYPE };
  }
}

/** Objects that stand in a list or one after the other, over any number of lines. */
async function* scanned(stream: ByteStream, source: From): AsyncGenerator<Item> {
  const { file, say } = source;
  const scanner = new Scanner();
  let number = 0;
  let only: Uint8Array | undefined;
  for await (const chunk of stream.chunks()) {
    for (const { bytes, line } of scanner.objects(chunk)) {
      if (only !== undefined) yield { file: inside(file, ++number), bytes: only, type: TYPE };
      only = bytes;
      if (bytes === undefined)
        say(
          trouble(
            "too-large",
            "error",
            "The record is too large; it was not read.",
            inside(file, ++number),
            line,
          ),
        );
    }
  }
  if (only !== undefined) {
    const value = number === 0 && !scanner.isList ? parsed(only) : undefined;
    if (isObject(value)) yield* itemsIn(value, only, source);
    else yield { file: inside(file, ++number), bytes: only, type: TYPE };
  }
  if (scanner.isOpen) {
    const message = "The file ends in the middle of this record; it was not read.";
    say(trouble("truncated", "error", message, inside(file, number + 1), scanner.line));
  }
}

/** Finds where objects begin and end, by counting brackets outside strings. */
class Scanner {
  isList = false;
  line = 1;
  #began = false;
  #depth = 0;
  #inString = false;
  #isEscaped = false;
  #length = 0;
  #startLine = 1;
  #parts: Uint8Array[] = [];

  get isOpen(): boolean {
    return this.#depth > (this.isList ? 1 : 0);
  }

  /** The objects that end in this piece; `bytes` is absent for one that is too large. */
  *objects(chunk: Uint8Array): Generator<{ bytes: Uint8Array | undefined; line: number }> {
    let start = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i];
      if (byte === NEWLINE) {
        this.line++;
        // No string goes over a line's end: a mark was lost.
        this.#inString = false;
      }
      if (this.#inString) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (byte === BACKSLASH) this.#isEscaped = true;
        else if (byte === QUOTE) this.#inString = false;
      } else if (byte === QUOTE) this.#inString = this.isOpen;
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        if (!this.#began) {
          this.#began = true;
          this.isList = byte === OPEN_LIST;
        }
        if (!this.isOpen && byte === OPEN_OBJECT) [start, this.#startLine] = [i, this.line];
        this.#depth++;
      } else if ((byte === CLOSE_OBJECT || byte === CLOSE_LIST) && this.#depth > 0) {
        const wasOpen = this.isOpen;
        this.#depth--;
        if (wasOpen && !this.isOpen)
          yield { bytes: this.#closed(chunk.subarray(start, i + 1)), line: this.#startLine };
      }
    }
    if (this.isOpen) this.#keep(chunk.subarray(start));
  }

  #keep(part: Uint8Array): void {
    this.#length += part.length;
    if (this.#length < MOST_BYTES) this.#parts.push(part);
    else this.#parts = [];
  }

  #closed(last: Uint8Array): Uint8Array | undefined {
    this.#keep(last);
    const bytes = this.#length < MOST_BYTES ? new Uint8Array(Buffer.concat(this.#parts)) : undefined;
    this.#parts = [];
    this.#length = 0;
    return bytes;
  }
}

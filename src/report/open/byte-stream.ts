/** Bytes that come in pieces, read as if they lay in one row; memory holds only what was asked for. */

const NEWLINE = 0x0a;

export type Chunks = AsyncIterable<Uint8Array>;

/** Pieces that are there already. */
export async function* chunksOf(...pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

export class ByteStream {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();
  #isDone = false;
  #position = 0;

  constructor(source: Chunks) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** How many bytes were taken. */
  get position(): number {
    return this.#position;
  }

  /** The next `n` bytes without taking them; fewer at the end. */
  async peek(n: number): Promise<Uint8Array> {
    if (this.#held.length < n && !this.#isDone) {
      const parts = [this.#held];
      let length = this.#held.length;
      while (length < n) {
        const chunk = await this.#pull();
        if (chunk === undefined) break;
        parts.push(chunk);
        length += chunk.length;
      }
      this.#held = parts.length === 1 ? this.#held : joined(parts, length);
    }
    return this.#held.subarray(0, n);
  }

  /** Takes the next `n` bytes; fewer at the end. */
  async take(n: number): Promise<Uint8Array> {
    const bytes = await this.peek(n);
    this.#drop(bytes.length);
    return bytes;
  }

  /** Passes over `n` bytes; how many there were. */
  async skip(n: number): Promise<number> {
    let left = n;
    while (left > 0) {
      const chunk = await this.next();
      if (chunk === undefined) break;
      if (chunk.length > left) this.unread(chunk.subarray(left));
      left -= Math.min(left, chunk.length);
    }
    return n - left;
  }

  /** Takes whatever piece comes next; `undefined` at the end. */
  async next(): Promise<Uint8Array | undefined> {
    const chunk = this.#held.length > 0 ? this.#held : await this.#pull();
    this.#held = new Uint8Array();
    this.#position += chunk?.length ?? 0;
    return chunk;
  }

  /** Puts back the end of the piece that was taken last. */
  unread(bytes: Uint8Array): void {
    const held = this.#held;
    // What was cut apart is still in one row: nothing need be copied.
    const isRow = bytes.buffer === held.buffer && bytes.byteOffset + bytes.length === held.byteOffset;
    if (held.length === 0) this.#held = bytes;
    else if (isRow) this.#held = new Uint8Array(held.buffer, bytes.byteOffset, bytes.length + held.length);
    else this.#held = joined([bytes, held]);
    this.#position -= bytes.length;
  }

  /**
   * Takes a line with its end; `undefined` at the end of the stream. Of a line longer than `longest` bytes only the
   * beginning is given and `isCut` is true; the rest is passed over.
   */
  async line(longest: number): Promise<{ bytes: Uint8Array; isCut: boolean } | undefined> {
    const parts: Uint8Array[] = [];
    let length = 0;
    let isCut = false;
    for (;;) {
      const chunk = await this.next();
      if (chunk === undefined) break;
      const end = chunk.indexOf(NEWLINE);
      const part = end < 0 ? chunk : chunk.subarray(0, end + 1);
      if (end >= 0 && end + 1 < chunk.length) this.unread(chunk.subarray(end + 1));
      if (length + part.length > longest) isCut = true;
      else {
        parts.push(part);
        length += part.length;
      }
      if (end >= 0) break;
    }
    return parts.length === 0 && !isCut ? undefined : { bytes: joined(parts, length), isCut };
  }

  /** Passes over everything before the next place where `pattern` stands; false where it stands nowhere. */
  async seek(pattern: Uint8Array): Promise<boolean> {
    const needle = Buffer.from(pattern);
    for (;;) {
      const window = await this.peek(Math.max(needle.length, this.#held.length));
      if (window.length < needle.length) return false;
      const at = bufferOf(window).indexOf(needle);
      if (at >= 0) {
        this.#drop(at);
        return true;
      }
      this.#drop(window.length - needle.length + 1);
    }
  }

  /** Everything that is left; `undefined` where it is more than `most` bytes, which are passed over then. */
  async rest(most: number): Promise<Uint8Array | undefined> {
    const parts: Uint8Array[] = [];
    let length = 0;
    for (;;) {
      const chunk = await this.next();
      if (chunk === undefined) return joined(parts, length);
      length += chunk.length;
      if (length > most) {
        while ((await this.next()) !== undefined);
        return undefined;
      }
      parts.push(chunk);
    }
  }

  /** What is left, piece by piece. */
  async *chunks(): AsyncGenerator<Uint8Array> {
    for (let chunk = await this.next(); chunk !== undefined; chunk = await this.next()) yield chunk;
  }

  /** Says that no more is wanted. */
  async close(): Promise<void> {
    this.#isDone = true;
    await this.#source.return?.();
  }

  #drop(n: number): void {
    this.#held = this.#held.subarray(n);
    this.#position += n;
  }

  async #pull(): Promise<Uint8Array | undefined> {
    while (!this.#isDone) {
      const step = await this.#source.next();
      if (step.done) this.#isDone = true;
      else if (step.value.length > 0) return step.value;
    }
    return undefined;
  }
}

export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function joined(parts: readonly Uint8Array[], length?: number): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  return new Uint8Array(Buffer.concat(parts, length));
}

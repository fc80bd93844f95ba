/**
 * Unpacks gzip (RFC 1952) member by member. What was unpacked before a damage is given; after it, reading goes on at
 * the next member, so that one bad record of a WARC costs no other.
 */
import { crc32, createInflateRaw, type InflateRaw } from "node:zlib";
import { ByteStream, type Chunks } from "./byte-stream.ts";

const MAGIC = Uint8Array.of(0x1f, 0x8b, 0x08);
/** Bits of the header's flags, as the standard numbers them. */
const HAS_CHECK = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;
/** Deflate cannot pack text more than some hundred to one unless it says the same thing over and over. */
const BOMB_RATIO = 250;
/** Below this size, in bytes, no ratio is a danger. */
const BOMB_FROM = 10_000_000;
/** With the longest extra field, a name and a comment. */
const LONGEST_HEADER = 80_000;
/** Flags from which on bits are set that no header sets. */
const RESERVED = 32;
/** Bytes that are fed at a time. */
const PIECE = 65_536;

export type Damage = "truncated" | "damaged" | "bomb";

/** Bytes were made of few: true where the ratio is that of a bomb. */
export function isBomb(packed: number, unpacked: number): boolean {
  return unpacked > BOMB_FROM && unpacked > packed * BOMB_RATIO;
}

/** @param say called with each damage, and where in the packed stream it was noticed */
export async function* gunzip(packed: Chunks, say: (damage: Damage, at: number) => void): Chunks {
  const stream = new ByteStream(packed);
  while ((await stream.peek(3)).length > 0) {
    const before = stream.position;
    const length = headerLength(await stream.peek(LONGEST_HEADER));
    if (length === undefined) {
      // Zeros may pad the end of an archive.
      if ((await stream.take(1))[0] !== 0) say("damaged", before);
      if (!(await stream.seek(MAGIC))) return;
      continue;
    }
    const header = (await stream.take(length)).slice();
    const damage = yield* member(stream, header);
    if (damage === undefined) continue;
    say(damage, before);
    if (!(await stream.seek(MAGIC))) return;
  }
}

/** How long the header is with which a member begins; `undefined` where there is none. */
function headerLength(head: Uint8Array): number | undefined {
  const flags = head[3] ?? RESERVED;
  if (head.length < 10 || MAGIC.some((byte, i) => head[i] !== byte) || flags >= RESERVED) return undefined;
  let length = 10;
  if (flags & HAS_EXTRA) length += 2 + (head[length] ?? 0) + (head[length + 1] ?? 0) * 256;
  for (const field of [HAS_NAME, HAS_COMMENT]) {
    if (!(flags & field)) continue;
    const end = head.indexOf(0, length);
    if (end < 0) return undefined;
    length = end + 1;
  }
  return length + (flags & HAS_CHECK ? 2 : 0);
}

/** Unpacks one member and checks it against its trailer. After damage the stream stands inside the member again. */
async function* member(
  stream: ByteStream,
  header: Uint8Array,
): AsyncGenerator<Uint8Array, Damage | undefined> {
  const inflate = createInflateRaw();
  const fed: Fed = { start: 0, piece: new Uint8Array() };
  const feeding = feed(stream, inflate, fed);
  let sum = 0;
  let length = 0;
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      sum = crc32(piece, sum);
      length += piece.length;
      if (isBomb(fed.start + fed.piece.length, length)) return "bomb";
      yield new Uint8Array(piece.buffer, piece.byteOffset, piece.length);
    }
  } catch {
    await feeding;
    const isWhole = fed.piece.length > 0;
    rewind(stream, header, fed, fed.piece.length);
    return isWhole ? "damaged" : "truncated";
  } finally {
    inflate.destroy();
  }
  await feeding;
  const unused = fed.start + fed.piece.length - inflate.bytesWritten;
  if (unused > 0) stream.unread(fed.piece.subarray(fed.piece.length - unused));
  const trailer = await stream.peek(8);
  const view = new DataView(trailer.buffer, trailer.byteOffset, trailer.length);
  if (
    trailer.length === 8 &&
    view.getUint32(0, true) === sum &&
    view.getUint32(4, true) === length % 2 ** 32
  ) {
    await stream.skip(8);
    return undefined;
  }
  rewind(stream, header, fed, fed.piece.length - Math.max(0, unused));
  return trailer.length < 8 ? "truncated" : "damaged";
}

/** Puts back what was taken of a damaged member as far as it is at hand, all but its first byte: others may begin in it. */
function rewind(stream: ByteStream, header: Uint8Array, fed: Fed, taken: number): void {
  stream.unread(fed.piece.subarray(0, taken));
  if (fed.start === 0) stream.unread(header.subarray(1));
}

/** The piece that an inflater was fed last, and how many bytes it was fed before it. */
interface Fed {
  start: number;
  piece: Uint8Array;
}

/** Feeds the inflater until it has ended, piece by piece so that what it leaves over is known. */
async function feed(stream: ByteStream, inflate: InflateRaw, fed: Fed): Promise<void> {
  let hasEnded = false;
  const end = new Promise<void>((done) => {
    for (const event of ["end", "error", "close"]) {
      inflate.once(event, () => {
        hasEnded = true;
        done();
      });
    }
  });
  try {
    while (!hasEnded) {
      const next = await stream.next();
      fed.start += fed.piece.length;
      fed.piece = next?.subarray(0, PIECE) ?? new Uint8Array();
      if (next === undefined) {
        inflate.end();
        return await end;
      }
      if (next.length > PIECE) stream.unread(next.subarray(PIECE));
      await Promise.race([end, new Promise((done) => inflate.write(fed.piece, done))]);
      if (inflate.bytesWritten < fed.start + fed.piece.length) return await end;
    }
  } catch (error) {
    // The source failed, not what was packed in it.
    inflate.destroy();
    throw error;
  }
}

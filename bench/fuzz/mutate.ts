/** Damage to bytes by a seed: the same seed does the same on every machine. */

/** Numbers in [0, n) from a seed (xorshift32, Marsaglia 2003). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bd1e995) | 1;
    for (let i = 0; i < 8; i++) this.below(2);
  }

  below(n: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % Math.max(1, n);
  }

  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }
}

/** What parsers stumble over: ends, marks, lengths, openings without an end. */
const BITS = [
  "\0",
  "\r\n",
  "\r\n\r\n",
  "\n",
  "\x1f\x8b\x08",
  "PK\x03\x04",
  "PK\x05\x06",
  "%PDF-1.7",
  "WARC/1.0\r\n",
  "<",
  "</",
  "<!--",
  "<![CDATA[",
  "<table><tr><td>",
  "<script>",
  "&#x110000;",
  "&amp;",
  "{",
  "}",
  "[",
  '"',
  "\\",
  "\\u",
  ",",
  ";",
  "--b0",
  "--b0--",
  "endobj",
  "stream\n",
  "Content-Length: 99999999999\r\n",
  "Content-Length: -1\r\n",
  "Transfer-Encoding: chunked\r\n",
  "ffffffff\r\n",
  "\xff\xfe",
  "\xef\xbb\xbf",
  "\xe2\x80\x9c",
  "\xed\xa0\x80",
  "9".repeat(40),
  "=?utf-8?q?",
  "0 R",
  "<<",
  ">>",
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  "&a;",
].map((text) => Uint8Array.from(text, (char) => char.charCodeAt(0)));

type Damage = (bytes: Uint8Array, chance: Chance, other: Uint8Array) => Uint8Array;

const replaced = (bytes: Uint8Array, start: number, end: number, by: Uint8Array): Uint8Array => {
  const out = new Uint8Array(start + by.length + bytes.length - end);
  out.set(bytes.subarray(0, start));
  out.set(by, start);
  out.set(bytes.subarray(end), start + by.length);
  return out;
};

const DAMAGES: readonly Damage[] = [
  // some bytes are others
  (bytes, chance) => {
    const out = bytes.slice();
    for (let n = 1 + chance.below(8); n > 0; n--) out[chance.below(out.length)] = chance.below(256);
    return out;
  },
  // a bit is flipped
  (bytes, chance) => {
    const out = bytes.slice();
    const at = chance.below(out.length);
    out[at] = (out[at] ?? 0) ^ (1 << chance.below(8));
    return out;
  },
  // it breaks off
  (bytes, chance) => bytes.slice(0, chance.below(bytes.length)),
  // a part is missing
  (bytes, chance) => {
    const at = chance.below(bytes.length);
    return replaced(bytes, at, Math.min(bytes.length, at + chance.below(200)), new Uint8Array());
  },
  // a part comes again and again
  (bytes, chance) => {
    const at = chance.below(bytes.length);
    const part = bytes.subarray(at, at + 1 + chance.below(100));
    const times = 1 + chance.below(200);
    const many = new Uint8Array(part.length * times);
    for (let i = 0; i < times; i++) many.set(part, i * part.length);
    return replaced(bytes, at, at, many);
  },
  // something that means something stands where it should not
  (bytes, chance) => {
    const at = chance.below(bytes.length);
    return replaced(
      bytes,
      at,
      Math.min(bytes.length, at + chance.below(2) * chance.below(20)),
      chance.of(BITS),
    );
  },
  // a part of another file
  (bytes, chance, other) => {
    const at = chance.below(bytes.length);
    const from = chance.below(other.length);
    return replaced(bytes, at, at, other.subarray(from, from + chance.below(400)));
  },
  // two parts change places
  (bytes, chance) => {
    const size = chance.below(Math.min(200, bytes.length >> 1));
    const [a, b] = [chance.below(bytes.length - size), chance.below(bytes.length - size)];
    const out = bytes.slice();
    out.set(bytes.subarray(a, a + size), b);
    out.set(bytes.subarray(b, b + size), a);
    return out;
  },
];

/** The bytes with one to four damages. */
export function mutated(bytes: Uint8Array, chance: Chance, other: Uint8Array): Uint8Array {
  let out = bytes;
  for (let n = 1 + chance.below(4); n > 0 && out.length > 0; n--)
    out = chance.of(DAMAGES)(out, chance, other);
  return out;
}

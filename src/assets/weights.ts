/**
 * The weights of a linear model over hashed features, laid out for reading.
 *
 * One table slot holds a key and, side by side with it, where its run of weights starts and how many they are; a run is
 * a list of `weight << 8 | class`. The slots of all keys of a decision, and then the first weights of all runs, are fetched
 * before anything depends on them, so that the waits for memory overlap.
 */

/** Starts of runs are kept in 24 bits. */
const MOST_WEIGHTS = 1 << 24;
/** Most features of one decision. */
const MOST_KEYS = 512;

export class Weights {
  /** Two numbers a slot: a key, or 0; and `start << 8 | length`. */
  readonly #table: Int32Array;
  /** A key's first slot is its highest bits, so that keys in ascending order fill the table from the front. */
  readonly #shift: number;
  readonly #runs: Int32Array;
  readonly #found: Int32Array = new Int32Array(MOST_KEYS);
  readonly #firsts: Int32Array = new Int32Array(MOST_KEYS);

  /** @param size how many keys there will be · @param runs the weights of them all, one run after the other */
  constructor(size: number, runs: Int32Array) {
    if (runs.length > MOST_WEIGHTS) throw new RangeError(`${runs.length} weights are too many`);
    let bits = 4;
    while (1 << bits < size * 2) bits += 1;
    this.#shift = 32 - bits;
    this.#table = new Int32Array(2 << bits);
    this.#runs = runs;
  }

  /** Takes up a key that is new and not 0, with at least one weight and fewer than 256. */
  put(key: number, start: number, length: number): void {
    const table = this.#table;
    const mask = table.length - 1;
    let at = (key >>> this.#shift) << 1;
    while (table[at] !== 0) at = (at + 2) & mask;
    table[at] = key;
    table[at + 1] = (start << 8) | length;
  }

  /** Adds up the weights of `count` features into `scores`, one place a class, which is cleared first. */
  score(keys: Int32Array, count: number, scores: Int32Array): void {
    const table = this.#table;
    const mask = table.length - 1;
    const shift = this.#shift;
    const found = this.#found;
    const runs = this.#runs;
    for (let i = 0; i < count; i += 1) found[i] = table[(keys[i]! >>> shift) << 1]!;
    let hits = 0;
    for (let i = 0; i < count; i += 1) {
      const key = keys[i]!;
      let held = found[i]!;
      let at = (key >>> shift) << 1;
      while (held !== key && held !== 0) {
        at = (at + 2) & mask;
        held = table[at]!;
      }
      if (held === key) {
        found[hits] = table[at + 1]!;
        hits += 1;
      }
    }
    scores.fill(0);
    const firsts = this.#firsts;
    for (let i = 0; i < hits; i += 1) firsts[i] = runs[found[i]! >>> 8]!;
    for (let i = 0; i < hits; i += 1) {
      const first = firsts[i]!;
      scores[first & 255] = scores[first & 255]! + (first >> 8);
      const start = found[i]! >>> 8;
      const stop = start + (found[i]! & 255);
      for (let run = start + 1; run < stop; run += 1) {
        const packed = runs[run]!;
        const place = packed & 255;
        scores[place] = scores[place]! + (packed >> 8);
      }
    }
  }
}

const MAGIC = 0x574c5250;

/**
 * Binary form: magic, number of features, number of weights (32 bits each, little end first), then for each feature in
 * ascending order of its unsigned key: key minus the one before, number of weights, and class and weight of each,
 * all but the class as base-128 varints, weights zigzagged.
 */
export function encodeWeights(keys: Int32Array, starts: Int32Array, runs: Int32Array): Uint8Array {
  const order = Array.from(keys.keys()).sort((a, b) => (keys[a]! >>> 0) - (keys[b]! >>> 0));
  const bytes = new Uint8Array(12 + keys.length * 10 + runs.length * 6);
  let at = 12;
  const varint = (value: number): void => {
    let rest = value >>> 0;
    while (rest >= 128) {
      bytes[at++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    bytes[at++] = rest;
  };
  let before = 0;
  for (const i of order) {
    varint((keys[i]! >>> 0) - before);
    before = keys[i]! >>> 0;
    varint(starts[i + 1]! - starts[i]!);
    for (let run = starts[i]!; run < starts[i + 1]!; run += 1) {
      bytes[at++] = runs[run]! & 255;
      const weight = runs[run]! >> 8;
      varint((weight << 1) ^ (weight >> 31));
    }
  }
  const head = new DataView(bytes.buffer);
  head.setUint32(0, MAGIC, true);
  head.setUint32(4, keys.length, true);
  head.setUint32(8, runs.length, true);
  return bytes.slice(0, at);
}

/** Reads what `encodeWeights` wrote. @throws Error where the bytes are of another kind or cut short */
export function decodeWeights(bytes: Uint8Array): Weights {
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || head.getUint32(0, true) !== MAGIC) throw new Error("not a weights file");
  const size = head.getUint32(4, true);
  const total = head.getUint32(8, true);
  const runs = new Int32Array(total);
  const weights = new Weights(size, runs);
  let at = 12;
  // Behind the last byte comes undefined, which ends the number; the check below then finds the file too short.
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at]!;
      at += 1;
      value |= (byte & 127) << shift;
      if (!(byte >= 128)) return value >>> 0;
    }
  };
  let key = 0;
  let run = 0;
  for (let i = 0; i < size; i += 1) {
    key = (key + varint()) | 0;
    const length = varint();
    if (run + length > total || length > 255) break;
    if (length > 0) weights.put(key, run, length);
    for (const stop = run + length; run < stop; run += 1) {
      const place = bytes[at]!;
      at += 1;
      const folded = varint();
      runs[run] = (((folded >>> 1) ^ -(folded & 1)) << 8) | place;
    }
  }
  if (at !== bytes.length || run !== total) throw new Error("weights file is cut short");
  return weights;
}

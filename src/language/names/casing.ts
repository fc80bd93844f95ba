/** How a word is usually written: word hash → class, 0 unknown, 1 always small … 6 always with a capital. */
export type Casing = ReadonlyMap<number, number>;

/** Class of a word that was seen `lower` times in small letters and `upper` times with a capital inside a sentence. */
export function casingOf(lower: number, upper: number): number {
  const all = lower + upper;
  if (upper === 0) return all > 20 ? 1 : 2;
  if (lower === 0) return all > 20 ? 6 : 5;
  return lower > upper * 4 ? 2 : upper > lower * 4 ? 5 : lower > upper ? 3 : 4;
}

/** Five bytes a word in ascending order of the hash: hash, little end first, and class. */
export function encodeCasing(casing: Casing): Uint8Array {
  const bytes = new Uint8Array(casing.size * 5);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [hash, place] of [...casing].sort((a, b) => a[0] - b[0])) {
    view.setInt32(at, hash, true);
    view.setUint8(at + 4, place);
    at += 5;
  }
  return bytes;
}

export function decodeCasing(bytes: Uint8Array): Casing {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const casing = new Map<number, number>();
  for (let at = 0; at + 5 <= bytes.length; at += 5)
    casing.set(view.getInt32(at, true), view.getUint8(at + 4));
  return casing;
}

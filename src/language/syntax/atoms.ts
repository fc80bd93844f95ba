/** What the network knows of a word before it reads the sentence: rows of one table of vectors, added up. */
import type { Words } from "../words.ts";

/** Rows a word at most. */
export const ATOMS = 8;

/** Table sizes of the hashed kinds, after the rows of known forms. */
const SIZES = [4096, 4096, 2048, 4096, 1024, 1024, 128] as const;

/** Names the list below: a network is tied to it. */
export const WORD_ROWS = "rows-1";

/** Number of rows for a vocabulary of `forms` known forms. */
export function rowCount(forms: number): number {
  return SIZES.reduce((sum: number, size) => sum + size, forms);
}

function spread(hash: number, size: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((mixed ^ (mixed >>> 13)) >>> 0) % size;
}

/**
 * Rows of each word: known form, last four and three and two characters, first three, shape with case in the text,
 * class of tags it was seen with, tag.
 * @param forms row of each known form by its hash
 */
export function atomRows(
  words: Words,
  classes: Int32Array,
  flags: Uint8Array,
  tags: Uint8Array,
  forms: ReadonlyMap<number, number>,
): Int32Array {
  const size = words.form.length;
  const rows = new Int32Array(size * ATOMS);
  for (let i = 0; i < size; i += 1) {
    const at = i * ATOMS;
    let base = forms.size;
    const place = (k: number, row: number): void => {
      rows[at + k + 1] = base + row;
      base += SIZES[k]!;
    };
    rows[at] = forms.get(words.form[i]!) ?? -1;
    place(0, spread(words.suffix4[i]!, SIZES[0]));
    place(1, spread(words.suffix3[i]!, SIZES[1]));
    place(2, spread(words.suffix2[i]!, SIZES[2]));
    place(3, spread(words.prefix3[i]!, SIZES[3]));
    place(4, spread(words.shape[i]! * 4 + flags[i]!, SIZES[4]));
    place(5, classes[i]! % SIZES[5]);
    place(6, tags[i]!);
  }
  return rows;
}

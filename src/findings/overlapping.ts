/** Finds what overlaps a stretch of text among many that were added, without looking at them all. */
import { overlap, type Range } from "../record/span.ts";

/** Characters of a bucket: about a clause. */
const WIDTH = 64;

export class Overlapping<Value> {
  readonly #buckets = new Map<string, { readonly range: Range; readonly value: Value }[]>();

  /** @param key only what was added under the same key is found */
  add(range: Range, value: Value, key = ""): void {
    for (let bucket = first(range); bucket <= last(range); bucket++) {
      const name = `${bucket} ${key}`;
      const known = this.#buckets.get(name);
      if (known) known.push({ range, value });
      else this.#buckets.set(name, [{ range, value }]);
    }
  }

  /** Whether something that overlaps the range fits. */
  some(range: Range, fits: (value: Value) => boolean, key = ""): boolean {
    for (let bucket = first(range); bucket <= last(range); bucket++) {
      const near = this.#buckets.get(`${bucket} ${key}`) ?? [];
      if (near.some((one) => overlap(one.range, range) && fits(one.value))) return true;
    }
    return false;
  }
}

function first({ start }: Range): number {
  return Math.floor(start / WIDTH);
}

function last({ start, end }: Range): number {
  return Math.floor(Math.max(start, end - 1) / WIDTH);
}

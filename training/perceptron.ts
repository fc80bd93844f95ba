/** An averaged perceptron over hashed features whose rows appear when first updated. */

const START = 1 << 20;

function grown<T extends Int32Array | Float64Array | Uint8Array>(old: T, size: number): T {
  const next = new (old.constructor as new (size: number) => T)(size);
  next.set(old as never);
  return next;
}

export class Perceptron {
  /** Number of examples seen; the weights are averaged over it. */
  time = 0;
  #mask = (START << 1) - 1;
  #keys = new Int32Array(START << 1);
  #rows = new Int32Array(START << 1);
  #size = 0;
  #begin = new Int32Array(START);
  #length = new Int32Array(START);
  #room = new Int32Array(START);
  #top = 0;
  #classes = new Uint8Array(START * 4);
  #weights = new Int32Array(START * 4);
  #stamps = new Int32Array(START * 4);
  #totals = new Float64Array(START * 4);

  #find(key: number): number {
    let at = key & this.#mask;
    while (this.#keys[at] !== 0) {
      if (this.#keys[at] === key) return this.#rows[at]!;
      at = (at + 1) & this.#mask;
    }
    return -1;
  }

  #insert(key: number): number {
    if (this.#size * 2 >= this.#mask) this.#rehash();
    let at = key & this.#mask;
    while (this.#keys[at] !== 0) at = (at + 1) & this.#mask;
    const row = this.#size;
    if (row === this.#begin.length) {
      this.#begin = grown(this.#begin, row * 2);
      this.#length = grown(this.#length, row * 2);
      this.#room = grown(this.#room, row * 2);
    }
    this.#keys[at] = key;
    this.#rows[at] = row;
    this.#size += 1;
    return row;
  }

  #rehash(): void {
    const keys = this.#keys;
    const rows = this.#rows;
    this.#mask = this.#mask * 2 + 1;
    this.#keys = new Int32Array(this.#mask + 1);
    this.#rows = new Int32Array(this.#mask + 1);
    for (let i = 0; i < keys.length; i += 1) {
      if (keys[i] === 0) continue;
      let at = keys[i]! & this.#mask;
      while (this.#keys[at] !== 0) at = (at + 1) & this.#mask;
      this.#keys[at] = keys[i]!;
      this.#rows[at] = rows[i]!;
    }
  }

  score(keys: Int32Array, count: number, scores: Int32Array): void {
    scores.fill(0);
    for (let i = 0; i < count; i += 1) {
      const row = this.#find(keys[i]!);
      if (row < 0) continue;
      const stop = this.#begin[row]! + this.#length[row]!;
      for (let at = this.#begin[row]!; at < stop; at += 1) {
        const place = this.#classes[at]!;
        scores[place] = scores[place]! + this.#weights[at]!;
      }
    }
  }

  /** Adds `delta` to the weight of `target` for each of the features. */
  update(keys: Int32Array, count: number, target: number, delta: number): void {
    for (let i = 0; i < count; i += 1) {
      let row = this.#find(keys[i]!);
      if (row < 0) row = this.#insert(keys[i]!);
      const at = this.#cell(row, target);
      this.#totals[at] = this.#totals[at]! + (this.time - this.#stamps[at]!) * this.#weights[at]!;
      this.#stamps[at] = this.time;
      this.#weights[at] = this.#weights[at]! + delta;
    }
  }

  #cell(row: number, target: number): number {
    const begin = this.#begin[row]!;
    const length = this.#length[row]!;
    for (let at = begin; at < begin + length; at += 1) if (this.#classes[at] === target) return at;
    if (length === this.#room[row]!) this.#move(row, length === 0 ? 2 : length * 2);
    const at = this.#begin[row]! + length;
    this.#length[row] = length + 1;
    this.#classes[at] = target;
    this.#weights[at] = 0;
    this.#totals[at] = 0;
    this.#stamps[at] = this.time;
    return at;
  }

  #move(row: number, room: number): void {
    const to = this.#top;
    if (to + room > this.#classes.length) {
      const size = this.#classes.length * 2;
      this.#classes = grown(this.#classes, size);
      this.#weights = grown(this.#weights, size);
      this.#stamps = grown(this.#stamps, size);
      this.#totals = grown(this.#totals, size);
    }
    const from = this.#begin[row]!;
    const stop = from + this.#length[row]!;
    this.#classes.copyWithin(to, from, stop);
    this.#weights.copyWithin(to, from, stop);
    this.#stamps.copyWithin(to, from, stop);
    this.#totals.copyWithin(to, from, stop);
    this.#begin[row] = to;
    this.#room[row] = room;
    this.#top = to + room;
  }

  /**
   * The averaged weights times `scale`, rounded; those nearer to zero than `least` are left out.
   */
  averaged(scale: number, least: number): { keys: Int32Array; starts: Int32Array; runs: Int32Array } {
    const keys: number[] = [];
    const starts: number[] = [];
    const runs: number[] = [];
    for (let i = 0; i < this.#keys.length; i += 1) {
      if (this.#keys[i] === 0) continue;
      const row = this.#rows[i]!;
      const before = runs.length;
      const stop = this.#begin[row]! + this.#length[row]!;
      for (let at = this.#begin[row]!; at < stop; at += 1) {
        const total = this.#totals[at]! + (this.time - this.#stamps[at]!) * this.#weights[at]!;
        const weight = Math.round((total / this.time) * scale);
        if (weight >= least || weight <= -least) runs.push((weight << 8) | this.#classes[at]!);
      }
      if (runs.length === before) continue;
      keys.push(this.#keys[i]!);
      starts.push(before);
    }
    starts.push(runs.length);
    return { keys: Int32Array.from(keys), starts: Int32Array.from(starts), runs: Int32Array.from(runs) };
  }
}

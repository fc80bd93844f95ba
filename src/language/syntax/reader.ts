/** Reads sentences with the network: heads, relations, and tags looked at again. */
import { ATOMS } from "./atoms.ts";
import { Matrices } from "./kernel.ts";
import {
  linear,
  type MatchRoom,
  match,
  matchRoom,
  matricesOf,
  normalise,
  outWidth,
  rectify,
  type Shape,
} from "./layers.ts";
import { bestTree } from "./tree.ts";

/** Words read at a time; a longer sentence is read in pieces of this size. */
const PIECE = 256;
const ROOM = 2 * PIECE;

/** What the places of relations and tags stand for. */
export interface Places {
  /** How many relations and tags there are; the matrices are wider. */
  readonly labels: number;
  readonly tags: number;
  /** Relation of a word that has no head, and of the later pieces of a sentence that is too long. */
  readonly root: number;
  readonly piece: number;
}

export class Reader {
  readonly #shape: Shape;
  readonly #places: Places;
  readonly #matrices: Matrices;
  readonly #weights = new Map<string, Float32Array>();
  readonly #embeddings: Int8Array;
  readonly #scales: Float32Array;
  readonly #x: Float32Array;
  readonly #next: Float32Array;
  readonly #gates: Float32Array;
  readonly #memory: Float32Array;
  readonly #sum: Float32Array;
  readonly #norms: Float32Array;
  readonly #out: Float32Array;
  readonly #pair: Float32Array;
  readonly #logits: Float32Array;
  readonly #match: MatchRoom;
  readonly #roots: Float32Array = new Float32Array(PIECE);
  readonly #heads: Int32Array = new Int32Array(PIECE);

  /** @param embeddings one row of signed bytes an atom · @param scales what a row's bytes count */
  constructor(
    shape: Shape,
    places: Places,
    weights: ReadonlyMap<string, Float32Array>,
    embeddings: Int8Array,
    scales: Float32Array,
  ) {
    const { width, memory, arc, relation, labels } = shape;
    const out = outWidth(shape);
    const own = matricesOf(shape).reduce((sum, [, n, m]) => sum + n * m + 4, 0);
    this.#shape = shape;
    this.#places = places;
    this.#matrices = new Matrices(
      own + ROOM * (3 * width + 6 * memory + out + relation + labels + 8) + PIECE * (2 * arc + PIECE),
    );
    const room = (floats: number): Float32Array => this.#matrices.room(floats);
    for (const [name, n, m] of matricesOf(shape)) {
      const matrix = room(n * m);
      matrix.set(weights.get(name)!);
      this.#weights.set(name, matrix);
    }
    this.#embeddings = embeddings;
    this.#scales = scales;
    this.#x = room(ROOM * width);
    this.#next = room(ROOM * width);
    this.#gates = room(ROOM * 4 * memory);
    this.#memory = room(ROOM * 2 * memory);
    this.#sum = room(ROOM * width);
    this.#norms = room(ROOM);
    this.#out = room(ROOM * out);
    this.#pair = room(ROOM * relation);
    this.#logits = room(ROOM * labels);
    this.#match = matchRoom(this.#matrices, PIECE, arc);
  }

  #get(name: string): Float32Array {
    return this.#weights.get(name)!;
  }

  /**
   * @param rows atoms of every word · @param sentences first word of each, and their number at the end
   * @param head gets token indices, -1 for a root · @param label gets relations · @param tags gets tags
   */
  read(rows: Int32Array, sentences: Int32Array, head: Int32Array, label: Uint8Array, tags: Uint8Array): void {
    let pieces: number[] = [];
    let from = sentences[0] ?? 0;
    const flush = (to: number): void => {
      if (pieces.length > 0) this.#readPieces(rows, from, [...pieces, to], head, label, tags);
      from = to;
      pieces = [];
    };
    for (let s = 0; s + 1 < sentences.length; s += 1) {
      const last = sentences[s + 1]!;
      for (let at = sentences[s]!; at < last; at += PIECE) {
        const end = at + PIECE < last ? at + PIECE : last;
        if (end - from > PIECE) flush(at);
        pieces.push(at);
      }
    }
    flush(sentences[sentences.length - 1] ?? 0);
    for (let s = 0; s + 1 < sentences.length; s += 1) {
      const [first, last] = [sentences[s]!, sentences[s + 1]!];
      if (last - first > PIECE) join(first, last, head, label, this.#places.piece);
    }
  }

  /** Reads the pieces that start at the given tokens; the last number is where they end. */
  #readPieces(
    rows: Int32Array,
    from: number,
    pieces: number[],
    head: Int32Array,
    label: Uint8Array,
    tags: Uint8Array,
  ): void {
    const { width, layers, arc, relation } = this.#shape;
    const bounds = pieces.map((at) => at - from);
    const n = bounds[bounds.length - 1]!;
    const out = outWidth(this.#shape);
    this.#embed(rows, from, n, width);
    for (let l = 0; l < layers; l += 1) this.#layer(l, bounds, n);
    const last = layers % 2 === 0 ? this.#x : this.#next;
    linear(this.#matrices, last, this.#get("out"), this.#get("outBias"), this.#out, n, width, out);
    for (let p = 0; p + 1 < bounds.length; p += 1) this.#attach(bounds[p]!, bounds[p + 1]!, from, head);
    this.#relate(n, from, head, label);
    const first = 2 * arc + 2 * relation;
    for (let i = 0; i < n; i += 1)
      tags[from + i] = highest(this.#out, i * out + first, this.#places.tags, -1);
  }

  /** One layer, from `x` to `next` or, each second one, back. */
  #layer(l: number, bounds: readonly number[], n: number): void {
    const { width, memory } = this.#shape;
    const [x, next] = l % 2 === 0 ? [this.#x, this.#next] : [this.#next, this.#x];
    const w = (name: string): Float32Array => this.#get(`${name}${l}`);
    linear(this.#matrices, x, w("gates"), w("gatesBias"), this.#gates, n, width, 4 * memory);
    for (let p = 0; p + 1 < bounds.length; p += 1) {
      this.#matrices.remember(this.#gates, this.#memory, bounds[p]!, bounds[p + 1]!, memory);
    }
    linear(this.#matrices, this.#memory, w("mix"), w("mixBias"), this.#sum, n, 2 * memory, width);
    normalise(x, this.#sum, w("norm"), next, this.#norms, n, width);
  }

  #embed(rows: Int32Array, from: number, n: number, width: number): void {
    const x = this.#x.subarray(0, n * width);
    const embeddings = this.#embeddings;
    x.fill(0);
    for (let i = 0; i < n; i += 1) {
      for (let a = 0; a < ATOMS; a += 1) {
        const row = rows[(from + i) * ATOMS + a]!;
        if (row < 0) continue;
        const scale = this.#scales[row]!;
        for (let to = i * width, at = row * width; to < (i + 1) * width; to += 1, at += 1)
          x[to] = x[to]! + scale * embeddings[at]!;
      }
    }
  }

  #attach(first: number, last: number, from: number, head: Int32Array): void {
    const { arc } = this.#shape;
    const out = outWidth(this.#shape);
    const size = last - first;
    const room = this.#match;
    const wide = match(this.#matrices, this.#out, out, first, size, arc, this.#get("distance"), room);
    const root = this.#get("rootArc");
    for (let i = 0; i < size; i += 1) {
      let score = 0;
      for (let k = 0; k < arc; k += 1) score += room.dependents[i * arc + k]! * root[k]!;
      this.#roots[i] = score;
    }
    bestTree(room.scores, wide, this.#roots, size, this.#heads);
    for (let i = 0; i < size; i += 1) {
      head[from + first + i] = this.#heads[i] === size ? -1 : from + first + this.#heads[i]!;
    }
  }

  #relate(n: number, from: number, head: Int32Array, label: Uint8Array): void {
    const { arc, relation, labels } = this.#shape;
    const wide = outWidth(this.#shape);
    const [out, pair, root] = [this.#out, this.#pair, this.#get("rootRelation")];
    for (let i = 0; i < n; i += 1) {
      const own = i * wide + 2 * arc;
      const h = head[from + i]!;
      const above = h < 0 ? root : out;
      const other = h < 0 ? 0 : (h - from) * wide + 2 * arc + relation;
      for (let k = 0; k < relation; k += 1)
        pair[i * relation + k] = rectify(out[own + k]! + above[other + k]!);
    }
    const [w, bias] = [this.#get("label"), this.#get("labelBias")];
    linear(this.#matrices, this.#pair, w, bias, this.#logits, n, relation, labels);
    for (let i = 0; i < n; i += 1) {
      const { root: none, labels: count } = this.#places;
      label[from + i] = head[from + i] === -1 ? none : highest(this.#logits, i * labels, count, none);
    }
  }
}

/** Place of the highest of `count` numbers, not `except`; the first on a tie. */
function highest(of: Float32Array, at: number, count: number, except: number): number {
  let top = except === 0 ? 1 : 0;
  for (let place = top + 1; place < count; place += 1) {
    if (place !== except && of[at + place]! > of[at + top]!) top = place;
  }
  return top;
}

/** Hangs the roots of a long sentence's pieces on the first one. */
function join(first: number, last: number, head: Int32Array, label: Uint8Array, relation: number): void {
  let root = -1;
  for (let i = first; i < last; i += 1) {
    if (head[i] !== -1) continue;
    if (root < 0) {
      root = i;
      continue;
    }
    head[i] = root;
    label[i] = relation;
  }
}

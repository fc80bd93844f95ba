/** What is learnt: matrices and vectors of words, with their gradients, updated by Adam (Kingma and Ba 2015). */
import type { Matrices } from "../../src/language/syntax/kernel.ts";
import { matricesOf, type Shape } from "../../src/language/syntax/layers.ts";
import type { Weights } from "../../src/language/syntax/network.ts";
import type { Generator } from "../generator.ts";

export interface Parameter {
  readonly w: Float32Array;
  /** Gradient of the step that is being made. */
  readonly g: Float32Array;
  /** Running means of the gradient and of its square. */
  readonly m: Float32Array;
  readonly v: Float32Array;
  /** Sum over snapshots, for the average. */
  readonly sum: Float64Array;
}

function parameter(w: Float32Array, g: Float32Array): Parameter {
  const size = w.length;
  return { w, g, m: new Float32Array(size), v: new Float32Array(size), sum: new Float64Array(size) };
}

/** A number in [-1, 1). */
function uniform(generator: Generator): number {
  return (generator.next(1 << 24) / (1 << 24)) * 2 - 1;
}

const DECAY = 0.1;
const SQUARE_DECAY = 0.01;

export class Parameters {
  readonly vectors: Parameter;
  readonly #width: number;
  readonly #matrices = new Map<string, Parameter>();
  readonly #touched: number[] = [];
  readonly #isTouched: Uint8Array;
  #steps = 0;
  #bias = 1;
  #squareBias = 1;
  #snapshots = 0;

  /** @param rows how many vectors of words there are */
  constructor(shape: Shape, rows: number, matrices: Matrices, generator: Generator) {
    this.#width = shape.width;
    for (const [name, n, m] of matricesOf(shape)) {
      const own = parameter(matrices.room(n * m), matrices.room(n * m));
      const range = Math.sqrt(6 / (n + m));
      if (name.startsWith("norm")) own.w.fill(1);
      else if (n > 1) for (let i = 0; i < own.w.length; i += 1) own.w[i] = uniform(generator) * range;
      else if (name.startsWith("root"))
        for (let i = 0; i < own.w.length; i += 1) own.w[i] = uniform(generator) * 0.3;
      this.#matrices.set(name, own);
    }
    const size = rows * shape.width;
    this.vectors = parameter(new Float32Array(size), new Float32Array(size));
    for (let i = 0; i < size; i += 1) this.vectors.w[i] = uniform(generator) * 0.25;
    this.#isTouched = new Uint8Array(rows);
  }

  get(name: string): Parameter {
    return this.#matrices.get(name)!;
  }

  /** Adds to the gradient of one word vector. */
  addToRow(row: number, from: Float32Array, at: number): void {
    if (this.#isTouched[row] === 0) {
      this.#isTouched[row] = 1;
      this.#touched.push(row);
    }
    const to = row * this.#width;
    const { g } = this.vectors;
    for (let k = 0; k < this.#width; k += 1) g[to + k] = g[to + k]! + from[at + k]!;
  }

  /** Makes one step down the gradients and clears them; vectors of words that had none stay. */
  update(rate: number): void {
    this.#steps += 1;
    this.#bias *= 1 - DECAY;
    this.#squareBias *= 1 - SQUARE_DECAY;
    const step = (rate * Math.sqrt(1 - this.#squareBias)) / (1 - this.#bias);
    for (const own of this.#matrices.values()) descend(own, step, 0, own.w.length);
    for (const row of this.#touched) {
      descend(this.vectors, step, row * this.#width, (row + 1) * this.#width);
      this.#isTouched[row] = 0;
    }
    this.#touched.length = 0;
  }

  /** Adds the weights as they are to the average. */
  snapshot(): void {
    this.#snapshots += 1;
    for (const { w, sum } of [...this.#matrices.values(), this.vectors]) {
      for (let i = 0; i < w.length; i += 1) sum[i] = sum[i]! + w[i]!;
    }
  }

  /** The mean of all snapshots. */
  averaged(): Weights {
    const mean = ({ sum }: Parameter): Float32Array =>
      Float32Array.from(sum, (value) => value / this.#snapshots);
    return {
      matrices: new Map([...this.#matrices].map(([name, own]) => [name, mean(own)])),
      vectors: mean(this.vectors),
    };
  }
}

function descend({ w, g, m, v }: Parameter, step: number, from: number, to: number): void {
  for (let i = from; i < to; i += 1) {
    const slope = g[i]!;
    const mean = m[i]! + DECAY * (slope - m[i]!);
    const square = v[i]! + SQUARE_DECAY * (slope * slope - v[i]!);
    m[i] = mean;
    v[i] = square;
    w[i] = w[i]! - (step * mean) / (Math.sqrt(square) + 1e-8);
    g[i] = 0;
  }
}

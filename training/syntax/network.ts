/** Trains the network that reads sentences: forward, back, one step of Adam a batch, the end averaged. */
import { ATOMS, rowCount } from "../../src/language/syntax/atoms.ts";
import { Matrices } from "../../src/language/syntax/kernel.ts";
import { linear, normalise, outWidth, type Shape } from "../../src/language/syntax/layers.ts";
import type { Weights } from "../../src/language/syntax/network.ts";
import { Generator, shuffled } from "../generator.ts";
import { rememberBack } from "./back.ts";
import { clear, inputBack, memoryBack, normaliseBack, type Rooms, weightsBack } from "./gradients.ts";
import { Losses, type Tree } from "./losses.ts";
import { Parameters } from "./parameters.ts";

/** Words of a batch, unless one sentence has more. */
const BATCH = 480;
/** Longer sentences are not learnt from. */
const LONGEST = 400;
const ROOM = 1280;
/** Share of what is kept of the vectors of words and of the memories at each step (Srivastava and others 2014). */
const KEEP = 0.75;
const RATE = 0.0025;
/** Steps until the full rate, and the share of it that is left at the end. */
const WARM_UP = 200;
const LAST_RATE = 0.03;
/** From this share of the steps on, every hundredth step of a round is averaged. */
const AVERAGED = 0.7;

/** What is kept of one layer for the way back. */
interface Trace {
  readonly gates: Float32Array;
  readonly memory: Float32Array;
  readonly mask: Float32Array;
  readonly sum: Float32Array;
  readonly scales: Float32Array;
}

class NetworkTrainer {
  readonly parameters: Parameters;
  readonly #shape: Shape;
  readonly #rooms: Rooms;
  readonly #losses: Losses;
  readonly #generator = new Generator(29);
  /** What each layer is given, and what the last one gives. */
  readonly #x: Float32Array[] = [];
  readonly #traces: Trace[] = [];
  readonly #inMask: Float32Array;
  readonly #out: Float32Array;
  readonly #dOut: Float32Array;
  readonly #dx: Float32Array;
  readonly #masked: Float32Array;
  readonly #dGates: Float32Array;

  constructor(shape: Shape, rows: number) {
    const { width, memory, layers } = shape;
    const out = outWidth(shape);
    const floats = ROOM * (layers * (2 * width + 14 * memory) + 4 * out + 20 * memory + 1000);
    const matrices = new Matrices(6_000_000 + floats, [rememberBack()]);
    const room = (size: number): Float32Array => matrices.room(size);
    this.#shape = shape;
    this.parameters = new Parameters(shape, rows, matrices, this.#generator);
    this.#rooms = { matrices, flip: room(ROOM * Math.max(out, 4 * memory)), zero: room(memory) };
    this.#losses = new Losses(shape, this.#rooms, this.parameters, ROOM, LONGEST);
    for (let l = 0; l <= layers; l += 1) this.#x.push(room(ROOM * width));
    for (let l = 0; l < layers; l += 1) {
      this.#traces.push({
        gates: room(ROOM * 4 * memory),
        memory: room(ROOM * 2 * memory),
        mask: room(ROOM * 2 * memory),
        sum: room(ROOM * width),
        scales: room(ROOM),
      });
    }
    this.#inMask = room(ROOM * width);
    this.#out = room(ROOM * out);
    this.#dOut = room(ROOM * out);
    this.#dx = room(ROOM * width);
    this.#masked = room(ROOM * 2 * memory);
    this.#dGates = room(ROOM * 4 * memory);
  }

  /** One step on some sentences; returns the mean losses of heads, relations and tags. */
  step(batch: readonly Tree[], rate: number, dropRate: (row: number) => number): number[] {
    const { width, layers } = this.#shape;
    const out = outWidth(this.#shape);
    const bounds = [0];
    for (const tree of batch) bounds.push(bounds.at(-1)! + tree.size);
    const n = bounds.at(-1)!;
    const rows = batch.map((tree) => tree.rows.slice());
    const weights = this.parameters.get("out");
    const bias = this.parameters.get("outBias");

    this.#embed(rows, bounds, dropRate);
    for (let l = 0; l < layers; l += 1) this.#layer(l, bounds);
    linear(this.#rooms.matrices, this.#x[layers]!, weights.w, bias.w, this.#out, n, width, out);

    clear(this.#dOut, n, out);
    const losses = this.#losses.back(batch, bounds, this.#out, this.#dOut);

    clear(this.#dx, n, width);
    weightsBack(this.#rooms, this.#x[layers]!, weights, bias, this.#dOut, n, width, out);
    inputBack(this.#rooms, weights, this.#dOut, this.#dx, n, width, out);
    for (let l = layers - 1; l >= 0; l -= 1) this.#layerBack(l, bounds);
    this.#embedBack(rows, bounds);
    this.parameters.update(rate);
    return losses;
  }

  /** Ones and zeros by chance, the ones scaled so that the mean stays. */
  #fillMask(mask: Float32Array, count: number): void {
    const bar = Math.floor(KEEP * 65536);
    for (let i = 0; i < count; i += 2) {
      const bits = this.#generator.next(0x100000000);
      mask[i] = (bits & 0xffff) < bar ? 1 / KEEP : 0;
      mask[i + 1] = bits >>> 16 < bar ? 1 / KEEP : 0;
    }
  }

  /** Sums of the words' vectors; rows that are dropped by chance are marked in `rows`. */
  #embed(rows: readonly Int32Array[], bounds: readonly number[], dropRate: (row: number) => number): void {
    const { width } = this.#shape;
    const n = bounds.at(-1)!;
    const x = this.#x[0]!;
    const { w } = this.parameters.vectors;
    clear(x, n, width);
    rows.forEach((own, b) => {
      for (let i = 0; i < own.length; i += 1) {
        const row = own[i]!;
        if (row >= 0 && this.#generator.next(1 << 24) / (1 << 24) < dropRate(row)) own[i] = -1;
        if (own[i]! < 0) continue;
        const to = (bounds[b]! + Math.floor(i / ATOMS)) * width;
        for (let k = 0; k < width; k += 1) x[to + k] = x[to + k]! + w[row * width + k]!;
      }
    });
    this.#fillMask(this.#inMask, n * width);
    for (let i = 0; i < n * width; i += 1) x[i] = x[i]! * this.#inMask[i]!;
  }

  #embedBack(rows: readonly Int32Array[], bounds: readonly number[]): void {
    const { width } = this.#shape;
    for (let i = 0; i < bounds.at(-1)! * width; i += 1) this.#dx[i] = this.#dx[i]! * this.#inMask[i]!;
    rows.forEach((own, b) => {
      for (let i = 0; i < own.length; i += 1) {
        if (own[i]! >= 0)
          this.parameters.addToRow(own[i]!, this.#dx, (bounds[b]! + Math.floor(i / ATOMS)) * width);
      }
    });
  }

  /** The memories of layer `l` with their mask; made again on the way back to save room. */
  #mask(l: number, n: number): Float32Array {
    const { memory, mask } = this.#traces[l]!;
    const size = n * 2 * this.#shape.memory;
    for (let i = 0; i < size; i += 1) this.#masked[i] = memory[i]! * mask[i]!;
    return this.#masked;
  }

  #layer(l: number, bounds: readonly number[]): void {
    const { width, memory } = this.#shape;
    const { matrices } = this.#rooms;
    const trace = this.#traces[l]!;
    const n = bounds.at(-1)!;
    const w = (name: string): Float32Array => this.parameters.get(`${name}${l}`).w;
    linear(matrices, this.#x[l]!, w("gates"), w("gatesBias"), trace.gates, n, width, 4 * memory);
    for (let s = 0; s + 1 < bounds.length; s += 1) {
      matrices.remember(trace.gates, trace.memory, bounds[s]!, bounds[s + 1]!, memory);
    }
    this.#fillMask(trace.mask, n * 2 * memory);
    linear(matrices, this.#mask(l, n), w("mix"), w("mixBias"), trace.sum, n, 2 * memory, width);
    normalise(this.#x[l]!, trace.sum, w("norm"), this.#x[l + 1]!, trace.scales, n, width);
  }

  #layerBack(l: number, bounds: readonly number[]): void {
    const { width, memory } = this.#shape;
    const trace = this.#traces[l]!;
    const dx = this.#dx;
    const n = bounds.at(-1)!;
    const get = (name: string) => this.parameters.get(`${name}${l}`);
    normaliseBack(dx, trace.sum, get("norm"), trace.scales, n, width);
    weightsBack(this.#rooms, this.#mask(l, n), get("mix"), get("mixBias"), dx, n, 2 * memory, width);
    const dMemory = this.#masked;
    clear(dMemory, n, 2 * memory);
    inputBack(this.#rooms, get("mix"), dx, dMemory, n, 2 * memory, width);
    for (let i = 0; i < n * 2 * memory; i += 1) dMemory[i] = dMemory[i]! * trace.mask[i]!;
    memoryBack(this.#rooms, trace.gates, trace.memory, dMemory, this.#dGates, bounds, memory);
    // The gradient of the way around the layer is in `dx` already.
    weightsBack(this.#rooms, this.#x[l]!, get("gates"), get("gatesBias"), this.#dGates, n, width, 4 * memory);
    inputBack(this.#rooms, get("gates"), this.#dGates, dx, n, width, 4 * memory);
  }
}

/** How often each row stands in the trees. */
function countRows(trees: readonly Tree[], rows: number): Int32Array {
  const counts = new Int32Array(rows);
  for (const tree of trees) for (const row of tree.rows) if (row >= 0) counts[row] = counts[row]! + 1;
  return counts;
}

/** Sentences in batches of up to `BATCH` words. */
function* batches(trees: readonly Tree[]): IterableIterator<Tree[]> {
  let batch: Tree[] = [];
  let size = 0;
  for (const tree of trees) {
    if (tree.size > LONGEST) continue;
    if (size + tree.size > BATCH && size > 0) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(tree);
    size += tree.size;
  }
  if (batch.length > 0) yield batch;
}

/**
 * Trains for `rounds` passes over the trees. Rare rows are dropped more often, so that unknown words are no surprise.
 * @param forms number of known forms
 */
export function trainNetwork(
  trees: readonly Tree[],
  shape: Shape,
  forms: number,
  rounds: number,
  log: (line: string) => void,
): Weights {
  const counts = countRows(trees, rowCount(forms));
  const trainer = new NetworkTrainer(shape, counts.length);
  const generator = new Generator(31);
  const dropRate = (row: number): number => 0.02 + 0.25 / (0.5 + counts[row]!);
  const perRound = Math.ceil(trees.reduce((sum, tree) => sum + tree.size, 0) / BATCH);
  let step = 0;
  for (let round = 0; round < rounds; round += 1) {
    const losses = [0, 0, 0];
    let steps = 0;
    for (const batch of batches(shuffled(trees, generator))) {
      const progress = Math.min(1, step / (perRound * rounds));
      const rate = RATE * Math.min(1, (step + 1) / WARM_UP) * (1 - (1 - LAST_RATE) * progress);
      trainer.step(batch, rate, dropRate).forEach((loss, i) => {
        losses[i] = losses[i]! + loss;
      });
      step += 1;
      steps += 1;
      if (progress > AVERAGED && steps % 100 === 0) trainer.parameters.snapshot();
    }
    if (round === rounds - 1) trainer.parameters.snapshot();
    log(`network round ${round + 1}: losses ${losses.map((loss) => (loss / steps).toFixed(4)).join(" ")}`);
  }
  return trainer.parameters.averaged();
}

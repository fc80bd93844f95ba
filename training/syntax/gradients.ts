/** The way back through each layer: gradients of what went in, from those of what came out. */
import type { Matrices } from "../../src/language/syntax/kernel.ts";
import type { Parameter } from "./parameters.ts";

/** Parts of a memory that the ways back share. */
export interface Rooms {
  readonly matrices: Matrices;
  /** Room for one transposed matrix. */
  readonly flip: Float32Array;
  /** As many zeros as a layer remembers. */
  readonly zero: Float32Array;
}

/** Clears the rows of a matrix and the ones behind it that the kernel computes too. */
export function clear(x: Float32Array, n: number, wide: number): void {
  x.fill(0, 0, ((n + 3) & ~3) * wide);
}

/** The transpose of an n×m matrix, in shared room. */
function flipped({ flip }: Rooms, x: Float32Array, n: number, m: number): Float32Array {
  for (let j = 0; j < m; j += 1) for (let i = 0; i < n; i += 1) flip[j * n + i] = x[i * m + j]!;
  return flip;
}

/** Gradients of w and bias in `y = x · w + bias`. */
export function weightsBack(
  rooms: Rooms,
  x: Float32Array,
  w: Parameter,
  bias: Parameter,
  dy: Float32Array,
  n: number,
  k: number,
  m: number,
): void {
  rooms.matrices.addProduct(flipped(rooms, x, n, k), dy, w.g, k, n, m);
  for (let i = 0; i < n; i += 1) for (let j = 0; j < m; j += 1) bias.g[j] = bias.g[j]! + dy[i * m + j]!;
}

/** Adds the gradient of x in `y = x · w` to `dx`. */
export function inputBack(
  rooms: Rooms,
  w: Parameter,
  dy: Float32Array,
  dx: Float32Array,
  n: number,
  k: number,
  m: number,
): void {
  rooms.matrices.addProduct(dy, flipped(rooms, w.w, k, m), dx, n, m, k);
}

/** Turns the gradient of what `normalise` gave into that of the sum it was given, in place. */
export function normaliseBack(
  d: Float32Array,
  sum: Float32Array,
  gain: Parameter,
  scales: Float32Array,
  n: number,
  width: number,
): void {
  for (let i = 0; i < n; i += 1) {
    const at = i * width;
    const scale = scales[i]!;
    let dot = 0;
    for (let k = 0; k < width; k += 1) {
      const slope = d[at + k]!;
      gain.g[k] = gain.g[k]! + slope * sum[at + k]! * scale;
      const through = slope * gain.w[k]!;
      d[at + k] = through;
      dot += through * sum[at + k]!;
    }
    const pull = (dot * scale * scale) / width;
    for (let k = at; k < at + width; k += 1) d[k] = scale * (d[k]! - sum[k]! * pull);
  }
}

/** Gradients of the gates from those of the memory, for sentences with the given bounds. */
export function memoryBack(
  { matrices, zero }: Rooms,
  gates: Float32Array,
  h: Float32Array,
  dh: Float32Array,
  dGates: Float32Array,
  bounds: readonly number[],
  memory: number,
): void {
  const n = bounds.at(-1)!;
  const [gateStep, step] = [16 * memory, 8 * memory];
  dGates.fill(0, n * 4 * memory, ((n + 3) & ~3) * 4 * memory);
  const back = matrices.calls.rememberBack!;
  const call = (row: number, side: number, size: number, sign: number): void => {
    const gate = row * gateStep + side * 8 * memory;
    const at = row * step + side * 4 * memory;
    const [from, to] = [gates.byteOffset + gate, dGates.byteOffset + gate];
    back(
      from,
      h.byteOffset + at,
      dh.byteOffset + at,
      to,
      size,
      memory,
      sign * gateStep,
      sign * step,
      zero.byteOffset,
    );
  };
  for (let s = 0; s + 1 < bounds.length; s += 1) {
    const size = bounds[s + 1]! - bounds[s]!;
    call(bounds[s + 1]! - 1, 0, size, -1);
    call(bounds[s]!, 1, size, 1);
  }
}

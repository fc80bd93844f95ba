/** The network on disk: matrices of single-precision numbers, vectors of words as signed bytes, known forms. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readManifest } from "../../assets/files.ts";
import { rowCount, WORD_ROWS } from "./atoms.ts";
import { matricesOf, type Shape } from "./layers.ts";
import { Reader } from "./reader.ts";

export const SYNTAX_FEATURES = `network-1 ${WORD_ROWS}`;

export interface Network {
  readonly reader: Reader;
  /** Row of each known form, by its hash. */
  readonly forms: ReadonlyMap<number, number>;
  /** Names of the relations, by label. */
  readonly labels: readonly string[];
}

/** What training gives. */
export interface Weights {
  readonly matrices: ReadonlyMap<string, Float32Array>;
  /** Vectors of all rows, one after the other. */
  readonly vectors: Float32Array;
}

/** What `network.bin` holds: matrices in the order of `matricesOf`, a scale for each row, known forms, then the rows. */
export function encodeNetwork(shape: Shape, weights: Weights, forms: readonly number[]): Uint8Array {
  const { width } = shape;
  const rows = rowCount(forms.length);
  const names = matricesOf(shape);
  const floats = names.reduce((sum, [, n, m]) => sum + n * m, rows);
  const bytes = new Uint8Array((floats + forms.length) * 4 + rows * width);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const put = (value: number): void => {
    view.setFloat32(at, value, true);
    at += 4;
  };
  for (const [name] of names) for (const value of weights.matrices.get(name)!) put(value);
  const packed = new Int8Array(rows * width);
  for (let row = 0; row < rows; row += 1) put(packRow(weights.vectors, row * width, width, packed));
  for (const form of forms) {
    view.setInt32(at, form, true);
    at += 4;
  }
  bytes.set(new Uint8Array(packed.buffer), at);
  return bytes;
}

/** Rounds one row to signed bytes; returns what one unit counts. */
function packRow(from: Float32Array, at: number, width: number, to: Int8Array): number {
  let most = 0;
  for (let k = at; k < at + width; k += 1) most = Math.max(most, Math.abs(from[k]!));
  const unit = Math.fround(most / 127) || 1;
  for (let k = at; k < at + width; k += 1) to[k] = Math.round(from[k]! / unit);
  return unit;
}

/**
 * Reads a network from its folder.
 * @param tagger digest of the tagger whose tags it is given · @param tags how many tags there are
 * @throws Error where it was trained for another program or tagger, or is cut short
 */
export function loadNetwork(folder: string, tagger: string, tags: number): Network {
  const manifest = readManifest(folder, SYNTAX_FEATURES);
  if (manifest.tagger !== tagger) {
    throw new Error(`${folder} was trained on the tags of another tagger: run \`npm run train\``);
  }
  const bytes = readFileSync(join(folder, "network.bin"));
  const labels = manifest.labels as string[];
  return decodeNetwork(bytes, manifest.shape as Shape, manifest.forms as number, labels, tags);
}

export function decodeNetwork(
  bytes: Uint8Array,
  shape: Shape,
  known: number,
  labels: readonly string[],
  tags: number,
): Network {
  const rows = rowCount(known);
  const names = matricesOf(shape);
  const floats = names.reduce((sum, [, n, m]) => sum + n * m, rows);
  if (bytes.length !== (floats + known) * 4 + rows * shape.width)
    throw new Error("network file is cut short");
  // A copy starts at a multiple of four, which typed arrays ask for.
  const own = bytes.slice();
  let at = 0;
  const take = (count: number): Float32Array => {
    const part = new Float32Array(own.buffer, at, count);
    at += count * 4;
    return part;
  };
  const matrices = new Map(names.map(([name, n, m]) => [name, take(n * m)]));
  const scales = take(rows);
  const hashes = new Int32Array(own.buffer, at, known);
  at += known * 4;
  const vectors = new Int8Array(own.buffer, at);
  const places = {
    labels: labels.length,
    tags,
    root: labels.indexOf("root"),
    piece: labels.indexOf("parataxis"),
  };
  return {
    reader: new Reader(shape, places, matrices, vectors, scales),
    forms: new Map(Array.from(hashes, (hash, row) => [hash, row])),
    labels,
  };
}

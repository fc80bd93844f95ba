/**
 * The two inner loops of the network in vector instructions: single precision, + − × ÷ in a fixed order, so that every
 * machine gives the same bits.
 */
import {
  ADD,
  AGAIN,
  AND,
  type Call,
  CONST,
  constant,
  END,
  GET,
  IF,
  LESS,
  LOOP,
  link,
  load,
  type Program,
  SET,
  SHL,
  splat,
  store,
  TEE,
  VABS,
  VADD,
  VDIV,
  VMUL,
  VSUB,
} from "./assembler.ts";

const ROWS = [0, 1, 2, 3] as const;

/** The longest sum of products. */
const LONGEST = 2048;

/**
 * `product(a, b, c, n, k, m, strip)`: c += a · b for row-major matrices of n×k and k×m; n a multiple of 4, m of 8.
 * Eight columns of b are first copied to `strip`, room for k×8 numbers, to lie close together for all rows of a.
 * Each sum adds its terms in their order.
 */
function product(): Program {
  const [A, B, C, N, K, M, STRIP] = [0, 1, 2, 3, 4, 5, 6];
  const [I, J, P, WIDE_A, WIDE_B, FOURS, AT_B, AT_STRIP, ROW_C, ROW_A] = [
    7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
  ];
  const [SUM, RIGHT0, RIGHT1, LEFT] = [20, 28, 29, 30];
  const eachRow = (code: (row: number) => number[]): number[] => ROWS.flatMap(code);
  const inC = (row: number): number[] => [GET, ROW_C, ...eachRow((r) => (r < row ? [GET, WIDE_B, ADD] : []))];
  const advance = (pointer: number, ...by: number[]): number[] => [GET, pointer, ...by, ADD, SET, pointer];
  const copy = (offset: number): number[] => [
    ...[GET, AT_STRIP, GET, AT_B, ...load(offset), ...store(offset)],
  ];
  const add = (sum: number, right: number): number[] => [
    ...[GET, sum, GET, LEFT, GET, right, ...VMUL, ...VADD, SET, sum],
  ];
  const step = (p: number): number[] => [
    ...[GET, AT_STRIP, ...load(32 * p), SET, RIGHT0, GET, AT_STRIP, ...load(32 * p + 16), SET, RIGHT1],
    ...eachRow((row) => [
      ...[GET, ROW_A + row, ...splat(4 * p), SET, LEFT],
      ...[...add(SUM + 2 * row, RIGHT0), ...add(SUM + 2 * row + 1, RIGHT1)],
    ]),
  ];
  const steps = (count: 1 | 4, until: number): number[] => [
    ...[GET, P, GET, until, LESS, ...IF, ...LOOP],
    ...[0, 1, 2, 3].slice(0, count).flatMap(step),
    ...eachRow((row) => advance(ROW_A + row, CONST, 4 * count)),
    ...advance(AT_STRIP, CONST, count, CONST, 5, SHL),
    ...[GET, P, CONST, count, ADD, TEE, P, GET, until, LESS, ...AGAIN, END],
  ];
  const code = [
    ...[GET, K, CONST, 2, SHL, SET, WIDE_A, GET, M, CONST, 2, SHL, SET, WIDE_B],
    ...[GET, K, CONST, -4 & 127, AND, SET, FOURS],
    ...LOOP, // eight columns at a time
    ...[GET, B, SET, AT_B, GET, STRIP, SET, AT_STRIP, CONST, 0, SET, P],
    ...LOOP,
    ...[...copy(0), ...copy(16)],
    ...[...advance(AT_B, GET, WIDE_B), ...advance(AT_STRIP, CONST, 32)],
    ...[GET, P, CONST, 1, ADD, TEE, P, GET, K, LESS, ...AGAIN],
    ...[GET, A, SET, ROW_A, GET, C, SET, ROW_C, CONST, 0, SET, I],
    ...LOOP, // four rows at a time
    ...eachRow((row) => (row > 0 ? [GET, ROW_A + row - 1, GET, WIDE_A, ADD, SET, ROW_A + row] : [])),
    ...eachRow((row) => [
      ...[...inC(row), ...load(0), SET, SUM + 2 * row, ...inC(row), ...load(16), SET, SUM + 2 * row + 1],
    ]),
    ...[GET, STRIP, SET, AT_STRIP, CONST, 0, SET, P],
    ...[...steps(4, FOURS), ...steps(1, K)],
    ...eachRow((row) => [
      ...[...inC(row), GET, SUM + 2 * row, ...store(0), ...inC(row), GET, SUM + 2 * row + 1, ...store(16)],
    ]),
    ...[GET, ROW_A + 3, SET, ROW_A, ...advance(ROW_C, GET, WIDE_B, CONST, 2, SHL)],
    ...[GET, I, CONST, 4, ADD, TEE, I, GET, N, LESS, ...AGAIN],
    ...[...advance(B, CONST, 32), ...advance(C, CONST, 32)],
    ...[GET, J, CONST, 8, ADD, TEE, J, GET, M, LESS, ...AGAIN, END],
  ];
  return { name: "product", parameters: 7, integers: 13, vectors: 11, code };
}

/**
 * `remember(gates, out, gateStep, outStep, rows, memory)`: h = h + z (c − h) over rows that lie `gateStep` and `outStep`
 * bytes apart, z in the first `memory` numbers of a row of gates and c in the next, squashed by x / (1 + |x|), z to 0..1.
 */
function remember(): Program {
  const [GATES, OUT, GATE_STEP, OUT_STEP, ROW_COUNT, MEMORY] = [0, 1, 2, 3, 4, 5];
  const [K, R, AT_Z, AT_C, AT_OUT] = [6, 7, 8, 9, 10];
  const [H, Z, C] = [11, 13, 14];
  const squash = (local: number): number[] => [
    ...[GET, local, ...constant(1), GET, local, ...VABS, ...VADD, ...VDIV, SET, local],
  ];
  const step = (offset: number, h: number): number[] => [
    ...[GET, AT_Z, ...load(offset), SET, Z, GET, AT_C, ...load(offset), SET, C],
    ...[...squash(Z), ...squash(C)],
    ...[GET, Z, ...constant(0.5), ...VMUL, ...constant(0.5), ...VADD, SET, Z],
    ...[GET, h, GET, Z, GET, C, GET, h, ...VSUB, ...VMUL, ...VADD, SET, h],
    ...[GET, AT_OUT, GET, h, ...store(offset)],
  ];
  const code = [
    ...LOOP, // eight places at a time
    ...[...constant(0), SET, H, ...constant(0), SET, H + 1],
    ...[GET, GATES, GET, K, CONST, 2, SHL, ADD, TEE, AT_Z, GET, MEMORY, CONST, 2, SHL, ADD, SET, AT_C],
    ...[GET, OUT, GET, K, CONST, 2, SHL, ADD, SET, AT_OUT, CONST, 0, SET, R],
    ...LOOP,
    ...[...step(0, H), ...step(16, H + 1)],
    ...[GET, AT_Z, GET, GATE_STEP, ADD, SET, AT_Z, GET, AT_C, GET, GATE_STEP, ADD, SET, AT_C],
    ...[GET, AT_OUT, GET, OUT_STEP, ADD, SET, AT_OUT],
    ...[GET, R, CONST, 1, ADD, TEE, R, GET, ROW_COUNT, LESS, ...AGAIN],
    ...[GET, K, CONST, 8, ADD, TEE, K, GET, MEMORY, LESS, ...AGAIN, END],
  ];
  return { name: "remember", parameters: 6, integers: 5, vectors: 4, code };
}

/** Single-precision matrices in one memory, and the loops over them. */
export class Matrices {
  readonly calls: Readonly<Record<string, Call>>;
  readonly #buffer: ArrayBuffer;
  readonly #product: Call;
  readonly #remember: Call;
  readonly #strip: Float32Array;
  #top = 16;

  /** @param floats room for so many numbers · @param programs more loops to call over it */
  constructor(floats: number, programs: readonly Program[] = []) {
    const { buffer, calls } = link([product(), remember(), ...programs], (floats + 8 * LONGEST) * 4 + 65536);
    this.#buffer = buffer;
    this.calls = calls;
    this.#product = calls.product!;
    this.#remember = calls.remember!;
    this.#strip = this.room(8 * LONGEST);
  }

  /** A new matrix of zeros. @throws RangeError where the memory is full */
  room(floats: number): Float32Array {
    const at = this.#top;
    this.#top += Math.ceil(floats / 4) * 16;
    return new Float32Array(this.#buffer, at, floats);
  }

  /**
   * `c += a · b` for matrices of n×k and k×m, m a multiple of 8; rows up to the next multiple of 4 are computed too.
   * @throws RangeError where k is larger than any sentence or layer
   */
  addProduct(a: Float32Array, b: Float32Array, c: Float32Array, n: number, k: number, m: number): void {
    if (k > LONGEST) throw new RangeError(`sums of ${k} products are too long`);
    const rows = (n + 3) & ~3;
    this.#product(a.byteOffset, b.byteOffset, c.byteOffset, rows, k, m, this.#strip.byteOffset);
  }

  /**
   * A gated memory run over rows [first, last) in both directions. Rows of `gates` hold z and c forward, z and c
   * backward, `memory` numbers each (a multiple of 8); rows of `out` get the memory of both directions.
   */
  remember(gates: Float32Array, out: Float32Array, first: number, last: number, memory: number): void {
    const gateStep = 16 * memory;
    const outStep = 8 * memory;
    const gate = gates.byteOffset;
    const to = out.byteOffset;
    this.#remember(gate + first * gateStep, to + first * outStep, gateStep, outStep, last - first, memory);
    const lastGate = gate + (last - 1) * gateStep + 8 * memory;
    const lastOut = to + (last - 1) * outStep + 4 * memory;
    this.#remember(lastGate, lastOut, -gateStep, -outStep, last - first, memory);
  }
}

/**
 * The two inner loops of the network in vector instructions: single precision, + − × ÷ in a fixed order, so that every
 * machine gives the same bits.
 */
import {
  ADD,
  AGAIN,
  type Call,
  CONST,
  constant,
  END,
  GET,
  LESS,
  LOOP,
  link,
  load,
  MUL,
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

const ROWS = 4;

/** `product(a, b, c, n, k, m)`: c += a · b for row-major matrices of n×k and k×m; n a multiple of 4, m of 8. */
function product(): Program {
  const [A, B, C, N, K, M] = [0, 1, 2, 3, 4, 5];
  const [I, J, P, ROW_A, ROW_C, AT_A, AT_B, AT_C, WIDE_A, WIDE_B] = [6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
  const SUM = 16;
  const [RIGHT0, RIGHT1, LEFT] = [24, 25, 26];
  const inRow = (base: number, wide: number, row: number): number[] => {
    const code = [GET, base];
    for (let r = 0; r < row; r += 1) code.push(GET, wide, ADD);
    return code;
  };
  const eachRow = (code: (row: number) => number[]): number[] => [0, 1, 2, 3].slice(0, ROWS).flatMap(code);
  const add = (sum: number, right: number): number[] => [
    GET,
    sum,
    GET,
    LEFT,
    GET,
    right,
    ...VMUL,
    ...VADD,
    SET,
    sum,
  ];
  const code = [
    ...[GET, K, CONST, 2, SHL, SET, WIDE_A, GET, M, CONST, 2, SHL, SET, WIDE_B],
    ...[GET, A, SET, ROW_A, GET, C, SET, ROW_C],
    ...LOOP, // four rows at a time
    ...[CONST, 0, SET, J],
    ...LOOP, // eight columns at a time
    ...[GET, ROW_C, GET, J, CONST, 2, SHL, ADD, SET, AT_C, GET, B, GET, J, CONST, 2, SHL, ADD, SET, AT_B],
    ...[GET, ROW_A, SET, AT_A, CONST, 0, SET, P],
    ...eachRow((row) => [
      ...[...inRow(AT_C, WIDE_B, row), ...load(0), SET, SUM + 2 * row],
      ...[...inRow(AT_C, WIDE_B, row), ...load(16), SET, SUM + 2 * row + 1],
    ]),
    ...LOOP,
    ...[GET, AT_B, ...load(0), SET, RIGHT0, GET, AT_B, ...load(16), SET, RIGHT1],
    ...eachRow((row) => [
      ...[...inRow(AT_A, WIDE_A, row), ...splat, SET, LEFT],
      ...[...add(SUM + 2 * row, RIGHT0), ...add(SUM + 2 * row + 1, RIGHT1)],
    ]),
    ...[GET, AT_A, CONST, 4, ADD, SET, AT_A, GET, AT_B, GET, WIDE_B, ADD, SET, AT_B],
    ...[GET, P, CONST, 1, ADD, TEE, P, GET, K, LESS, ...AGAIN],
    ...eachRow((row) => [
      ...[...inRow(AT_C, WIDE_B, row), GET, SUM + 2 * row, ...store(0)],
      ...[...inRow(AT_C, WIDE_B, row), GET, SUM + 2 * row + 1, ...store(16)],
    ]),
    ...[GET, J, CONST, 8, ADD, TEE, J, GET, M, LESS, ...AGAIN],
    ...[GET, ROW_A, GET, WIDE_A, CONST, 4, MUL, ADD, SET, ROW_A],
    ...[GET, ROW_C, GET, WIDE_B, CONST, 4, MUL, ADD, SET, ROW_C],
    ...[GET, I, CONST, ROWS, ADD, TEE, I, GET, N, LESS, ...AGAIN, END],
  ];
  return { name: "product", parameters: 6, integers: 10, vectors: 11, code };
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
  #top = 16;

  /** @param floats room for so many numbers · @param programs more loops to call over it */
  constructor(floats: number, programs: readonly Program[] = []) {
    const { buffer, calls } = link([product(), remember(), ...programs], floats * 4 + 65536);
    this.#buffer = buffer;
    this.calls = calls;
    this.#product = calls.product!;
    this.#remember = calls.remember!;
  }

  /** A new matrix of zeros. @throws RangeError where the memory is full */
  room(floats: number): Float32Array {
    const at = this.#top;
    this.#top += Math.ceil(floats / 4) * 16;
    return new Float32Array(this.#buffer, at, floats);
  }

  /** `c += a · b` for matrices of n×k and k×m, m a multiple of 8; rows up to the next multiple of 4 are computed too. */
  addProduct(a: Float32Array, b: Float32Array, c: Float32Array, n: number, k: number, m: number): void {
    this.#product(a.byteOffset, b.byteOffset, c.byteOffset, (n + 3) & ~3, k, m);
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

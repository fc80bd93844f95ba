/** The way back through the gated memory in vector instructions, for training alone. */
import {
  ADD,
  AGAIN,
  CONST,
  constant,
  END,
  GET,
  LESS,
  LOOP,
  load,
  type Program,
  SET,
  SHL,
  store,
  TEE,
  VABS,
  VADD,
  VDIV,
  VMUL,
  VSUB,
} from "../../src/language/syntax/assembler.ts";

const SELECT = 0x1b;

/**
 * `rememberBack(gates, h, dh, dGates, rows, memory, gateStep, hStep, zero)`: gradients of the gates from those of h, over
 * rows from the last read to the first, `gateStep` and `hStep` bytes apart; `zero` is a place with zeros, the memory
 * before the first row.
 */
export function rememberBack(): Program {
  const [GATES, H, DH, D_GATES, ROWS, MEMORY, GATE_STEP, H_STEP, ZERO] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const [K, R, AT_GATE, AT_H, AT_DH, AT_D, OVER] = [9, 10, 11, 12, 13, 14, 15];
  const [CARRY, RZ, RC, AZ, AC, PAST, D] = [16, 17, 18, 19, 20, 21, 22];
  const place = (base: number, to: number): number[] => [GET, base, GET, K, CONST, 2, SHL, ADD, SET, to];
  const next = (local: number, step: number): number[] => [GET, local, GET, step, ADD, SET, local];
  const slope = (raw: number, to: number): number[] => [
    ...[...constant(1), GET, raw, ...VABS, ...VADD, SET, to],
    ...[GET, raw, GET, to, ...VDIV, SET, raw],
  ];
  const code = [
    ...[GET, MEMORY, CONST, 2, SHL, SET, OVER],
    ...LOOP, // four places at a time
    ...[...constant(0), SET, CARRY],
    ...[
      ...place(GATES, AT_GATE),
      ...place(H, AT_H),
      ...place(DH, AT_DH),
      ...place(D_GATES, AT_D),
      CONST,
      0,
      SET,
      R,
    ],
    ...LOOP,
    ...[GET, AT_GATE, ...load(0), SET, RZ, GET, AT_GATE, GET, OVER, ADD, ...load(0), SET, RC],
    ...[...slope(RZ, AZ), ...slope(RC, AC)],
    ...[GET, RZ, ...constant(0.5), ...VMUL, ...constant(0.5), ...VADD, SET, RZ],
    // The memory of the row read before, or zeros.
    ...[
      GET,
      AT_H,
      GET,
      H_STEP,
      ADD,
      GET,
      ZERO,
      GET,
      R,
      CONST,
      1,
      ADD,
      GET,
      ROWS,
      LESS,
      SELECT,
      ...load(0),
      SET,
      PAST,
    ],
    ...[GET, AT_DH, ...load(0), GET, CARRY, ...VADD, SET, D],
    ...[GET, AT_D, GET, D, GET, RC, GET, PAST, ...VSUB, ...VMUL, ...constant(0.5), ...VMUL],
    ...[GET, AZ, GET, AZ, ...VMUL, ...VDIV, ...store(0)],
    ...[GET, AT_D, GET, OVER, ADD, GET, D, GET, RZ, ...VMUL, GET, AC, GET, AC, ...VMUL, ...VDIV, ...store(0)],
    ...[GET, D, ...constant(1), GET, RZ, ...VSUB, ...VMUL, SET, CARRY],
    ...[...next(AT_GATE, GATE_STEP), ...next(AT_H, H_STEP), ...next(AT_DH, H_STEP), ...next(AT_D, GATE_STEP)],
    ...[GET, R, CONST, 1, ADD, TEE, R, GET, ROWS, LESS, ...AGAIN],
    ...[GET, K, CONST, 4, ADD, TEE, K, GET, MEMORY, LESS, ...AGAIN, END],
  ];
  return { name: "rememberBack", parameters: 9, integers: 7, vectors: 7, code };
}

/** Writes small WebAssembly modules of vector instructions byte by byte. */

// Opcodes of the WebAssembly core specification, section 5.4.
export const GET = 0x20;
export const SET = 0x21;
export const TEE = 0x22;
export const CONST = 0x41;
export const ADD = 0x6a;
export const AND = 0x71;
export const SHL = 0x74;
export const LESS = 0x49;
export const IF = [0x04, 0x40];
export const LOOP = [0x03, 0x40];
/** Back to the start of the innermost loop where the top of the stack is not 0, then its end. */
export const AGAIN = [0x0d, 0, 0x0b];
export const END = 0x0b;
export const VECTOR = 0xfd;
export const VABS = [VECTOR, 0xe0, 0x01];
export const VADD = [VECTOR, 0xe4, 0x01];
export const VSUB = [VECTOR, 0xe5, 0x01];
export const VMUL = [VECTOR, 0xe6, 0x01];
export const VDIV = [VECTOR, 0xe7, 0x01];
export const load = (offset: number): number[] => [VECTOR, 0x00, 2, offset];
export const splat = (offset: number): number[] => [VECTOR, 0x09, 2, offset];
export const store = (offset: number): number[] => [VECTOR, 0x0b, 2, offset];
/** A vector of four times the same number. */
export const constant = (value: number): number[] => {
  const bytes = [...new Uint8Array(Float32Array.of(value).buffer)];
  return [VECTOR, 0x0c, ...bytes, ...bytes, ...bytes, ...bytes];
};

export interface Program {
  readonly name: string;
  /** Number of integers that go in; nothing comes out. */
  readonly parameters: number;
  /** Locals beyond the parameters. */
  readonly integers: number;
  readonly vectors: number;
  readonly code: readonly number[];
}

function size(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...size(value >> 7)];
}

const section = (id: number, body: readonly number[]): number[] => [id, ...size(body.length), ...body];
const name = (text: string): number[] => [text.length, ...Buffer.from(text)];

const typeOf = ({ parameters }: Program): number[] => [0x60, parameters, ...Array(parameters).fill(0x7f), 0];

/** A module with one memory from outside and the given programs. */
function assemble(programs: readonly Program[]): Uint8Array<ArrayBuffer> {
  const bodies = programs.map(({ integers, vectors, code }) => [2, integers, 0x7f, vectors, 0x7b, ...code]);
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [programs.length, ...programs.flatMap(typeOf)]),
    ...section(2, [1, ...name("env"), ...name("memory"), 2, 0, 1]),
    ...section(3, [programs.length, ...programs.map((_, i) => i)]),
    ...section(7, [programs.length, ...programs.flatMap((program, i) => [...name(program.name), 0, i])]),
    ...section(10, [programs.length, ...bodies.flatMap((body) => [...size(body.length), ...body])]),
  ]);
}

export type Call = (...integers: number[]) => void;

/** What is used of WebAssembly, which the compiler's library leaves out without a browser. */
interface Engine {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: object,
  ) => { readonly exports: Readonly<Record<string, Call>> };
}

/** Makes the programs callable over a new memory of at least `bytes` bytes. */
export function link(
  programs: readonly Program[],
  bytes: number,
): { buffer: ArrayBuffer; calls: Readonly<Record<string, Call>> } {
  const engine = (globalThis as unknown as { WebAssembly: Engine }).WebAssembly;
  const memory = new engine.Memory({ initial: Math.ceil(bytes / 65536) });
  const { exports } = new engine.Instance(new engine.Module(assemble(programs)), { env: { memory } });
  return { buffer: memory.buffer, calls: exports };
}

/** Hashes of features: 32 bits, never 0, the same on every machine. */

function finish(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  hash ^= hash >>> 16;
  return hash === 0 ? 1 : hash;
}

export function mix1(template: number, a: number): number {
  return finish(Math.imul(a + 0x9e3779b9, 0x85ebca6b) + Math.imul(template + 1, 0x27d4eb2f));
}

export function mix2(template: number, a: number, b: number): number {
  const hash = Math.imul(a + 0x9e3779b9, 0x85ebca6b) ^ (b + 0x165667b1);
  return finish(Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) + Math.imul(template + 1, 0x27d4eb2f));
}

export function mix3(template: number, a: number, b: number, c: number): number {
  let hash = Math.imul(a + 0x9e3779b9, 0x85ebca6b) ^ (b + 0x165667b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) ^ (c + 0x52dce729);
  return finish(Math.imul(hash ^ (hash >>> 13), 0x38495ab5) + Math.imul(template + 1, 0x27d4eb2f));
}

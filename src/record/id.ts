import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** Sixteen hex digits (64 bits) of the SHA-256 of the bytes: the id of a report. */
export function idOfBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes).subarray(0, 8));
}

/**
 * The id of anything made from others: a kind, and what identifies it, in order.
 * The same parts give the same id on every machine; parts cannot run into each other.
 */
export function idOf(kind: string, ...parts: readonly (string | number)[]): string {
  return `${kind}-${idOfBytes(utf8ToBytes(JSON.stringify(parts)))}`;
}

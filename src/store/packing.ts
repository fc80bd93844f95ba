/** Things as they lie in the store. */
import { createHash } from "node:crypto";
import { deflateSync, inflateSync } from "node:zlib";
import type { Reading } from "../record/reading.ts";

export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export function packed(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes);
}

export function unpacked(body: Uint8Array): Uint8Array {
  return new Uint8Array(inflateSync(body));
}

/** A reading as bytes, and a stamp that changes when it does. */
export function packedReading(reading: Reading): { body: Uint8Array; stamp: string } {
  const json = Buffer.from(JSON.stringify(reading));
  return { body: deflateSync(json), stamp: hashOf(json).slice(0, 16) };
}

export function unpackedReading(body: Uint8Array): Reading {
  return JSON.parse(inflateSync(body).toString("utf8")) as Reading;
}

/** The body of a request, within limits. */

import type { z } from "zod";
import { checked, Refusal } from "./refusal.ts";

/** The whole body. @throws Refusal where it is longer than `most` bytes */
export async function bytesOf(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLong = () => new Refusal(413, `the body is longer than ${most} bytes`);
  if (Number(request.headers.get("content-length") ?? 0) > most) throw tooLong();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > most) throw tooLong();
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

/** The media type of a request without its parameters, lower case; empty where none is said. */
export function typeOf(request: Request): string {
  return (request.headers.get("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
}

/** True where a text could still become JSON if more of it followed. */
function couldGoOn(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const what = error instanceof Error ? error.message : "";
    const position = Number(/at position (\d+)/.exec(what)?.[1] ?? -1);
    return what.includes("end of JSON") || what.includes("Unterminated") || position >= text.length;
  }
}

/** Line and column where a text stops being JSON; the parser itself tells the place of some faults only. */
function placeOfFault(text: string): string {
  let [good, bad] = [0, text.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (couldGoOn(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  const lines = text.slice(0, good).split("\n");
  return `line ${lines.length}, column ${lines.at(-1)!.length + 1}`;
}

/** A JSON body of a schema. @throws Refusal that names the place where it is none */
export async function jsonOf<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  most: number,
): Promise<z.output<Schema>> {
  if (typeOf(request) !== "application/json") throw new Refusal(415, "this takes application/json");
  const bytes = await bytesOf(request, most);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(400, "the body is no UTF-8", [{ where: "body", what: "is no UTF-8" }]);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    const where = placeOfFault(text);
    throw new Refusal(400, `the body is no JSON: ${where}: ${what}`, [{ where, what }]);
  }
  return checked(schema, value, 422);
}

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

/** Line and column, as the parser of JSON tells them. */
const PLACE = /\(?line (\d+) column (\d+)\)?/;

/** A JSON body of a schema. @throws Refusal that names the place where it is none */
export async function jsonOf<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  most: number,
): Promise<z.output<Schema>> {
  if (typeOf(request) !== "application/json") throw new Refusal(415, "this takes application/json");
  const bytes = await bytesOf(request, most);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    const place = PLACE.exec(what);
    const where = place ? `line ${place[1]}, column ${place[2]}` : "body";
    throw new Refusal(400, `the body is no JSON: ${what}`, [{ where, what }]);
  }
  return checked(schema, value, 422);
}

/** What can be done over the API beyond asking the story: described for OpenAPI, and carried out. */
import type { z } from "zod";
import type { Live } from "./live.ts";
import type { Press } from "./press.ts";
import type { Shelf } from "./shelf.ts";
import type { Tokens } from "./tokens.ts";

export interface Desk {
  readonly press: Press;
  readonly shelf: Shelf;
  readonly live: Live;
  readonly tokens: Tokens;
}

export interface Act {
  readonly name: string;
  readonly method: "get" | "post" | "delete";
  readonly path: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  /** Media types of the body, each with its schema; absent schema: bytes. */
  readonly takes?: Readonly<Record<string, z.ZodType | undefined>>;
  readonly gives: {
    readonly status: 200 | 201 | 204;
    readonly type?: string;
    readonly value?: z.ZodType;
  };
  /** It changes the record, and needs a token. */
  readonly writes: boolean;
  readonly run: (desk: Desk, request: Request, id: string) => Promise<Response>;
}

/** The query of a request as plain data; of a name that comes twice, the last. */
export function queryOf(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams);
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store", ...headers },
  });
}

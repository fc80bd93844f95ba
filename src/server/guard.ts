/** Who is let in: hosts and origins, and what every answer tells the browser. */
import { isIP } from "node:net";
import type { MiddlewareHandler } from "hono";
import { Refusal } from "./refusal.ts";
import type { Tokens } from "./tokens.ts";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** True for names and addresses that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host) || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

/** Host and port of a Host header; undefined where it is none. */
function hostIn(header: string | undefined): { readonly name: string; readonly whole: string } | undefined {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/.exec(header?.toLowerCase() ?? "");
  return match ? { name: match[1]!, whole: match[0] } : undefined;
}

export interface Doors {
  /** The name or address that the server listens on. */
  readonly host: string;
  /** Further names under which it may be asked, as behind a proxy. */
  readonly names: readonly string[];
}

/**
 * Refuses hosts that are not this server's and origins that are not this host. A page elsewhere whose name is made to
 * point here (DNS rebinding) comes with its own name and stays outside; a bare address cannot be made to point anywhere.
 */
export function guard({ host, names }: Doors): MiddlewareHandler {
  const known = new Set([host, ...names].map((name) => name.toLowerCase()));
  const isOpen = !isLoopback(host);
  return async (context, next) => {
    const asked = hostIn(context.req.header("host"));
    const bare = asked?.name.replace(/^\[|\]$/g, "") ?? "";
    const isKnown =
      asked !== undefined && (LOOPBACK.has(asked.name) || known.has(bare) || (isOpen && isIP(bare) !== 0));
    if (!isKnown) throw new Refusal(421, "this server is not known under that host name");
    const origin = context.req.header("origin");
    if (origin !== undefined && !/^https?:\/\//.test(origin)) {
      throw new Refusal(403, "pages of other origins may not ask here");
    }
    if (origin !== undefined && origin.replace(/^https?:\/\//, "").toLowerCase() !== asked.whole) {
      throw new Refusal(403, "pages of other origins may not ask here");
    }
    const isData = /^\/(?:api|mcp)(?:\/|$)/.test(context.req.path);
    if (isData && context.req.header("sec-fetch-site") === "cross-site") {
      throw new Refusal(403, "pages of other origins may not ask here");
    }
    await next();
  };
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  // Plots carry their own style elements; scripts stay where they are.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** What every answer carries, refusals too. */
export const SECURITY: Readonly<Record<string, string>> = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

/** Whose token a request carries. @throws Refusal where it carries none, or one that is nobody's */
export function writerOf(authorization: string | undefined, tokens: Tokens): string {
  const token = /^Bearer +(\S{1,200})$/i.exec(authorization ?? "")?.[1];
  const owner = token === undefined ? undefined : tokens.ownerOf(token);
  if (owner === undefined) {
    throw new Refusal(401, "writing needs a token: Authorization: Bearer …, as `parley token` makes it");
  }
  return owner;
}

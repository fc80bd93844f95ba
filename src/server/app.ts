/** The API and the page as one application: who is let in, what is asked, how the answer is sent. */
import { type Context, Hono } from "hono";
import { toMarkdown } from "../share/markdown.ts";
import { VERSION } from "../version.ts";
import { type Desk, json, queryOf } from "./act.ts";
import { acts } from "./acts.ts";
import { type Doors, guard, SECURITY } from "./guard.ts";
import { answerMcp } from "./mcp/http.ts";
import { Library } from "./mcp/library.ts";
import { openapiText } from "./openapi.ts";
import { Refusal } from "./refusal.ts";
import type { Question } from "./route.ts";
import { questions } from "./routes.ts";
import type { Shelved } from "./shelf.ts";
import type { Page } from "./static.ts";

const LONGEST_ADDRESS = 4096;

/** True where the client has this content already. */
function isKnown(context: Context, etag: string): boolean {
  const known = context.req.header("if-none-match");
  if (known === undefined) return false;
  return known
    .split(",")
    .map((one) => one.trim().replace(/^W\//, ""))
    .some((one) => one === "*" || one === etag);
}

function linkTo(context: Context, cursor: string): string {
  const url = new URL(context.req.url);
  url.searchParams.set("cursor", cursor);
  return `<${url.pathname}${url.search}>; rel="next"`;
}

function wantsMarkdown(context: Context): boolean {
  return (context.req.header("accept") ?? "").trim().toLowerCase().startsWith("text/markdown");
}

function sent(context: Context, question: Question, answer: Shelved): Response {
  const asMarkdown = question.name === "brief" && wantsMarkdown(context);
  const etag = `"${answer.etag}${asMarkdown ? ".md" : ""}"`;
  const headers: Record<string, string> = {
    etag,
    "cache-control": "no-cache",
    ...(question.name === "brief" ? { vary: "accept" } : {}),
    ...(answer.next === undefined ? {} : { link: linkTo(context, answer.next) }),
  };
  if (isKnown(context, etag)) return new Response(null, { status: 304, headers });
  if (asMarkdown) {
    const text = toMarkdown(JSON.parse(new TextDecoder().decode(answer.body)));
    return new Response(`${text}\n`, {
      headers: { ...headers, "content-type": "text/markdown; charset=utf-8" },
    });
  }
  return new Response(answer.body as Uint8Array<ArrayBuffer>, {
    headers: { ...headers, "content-type": "application/json" },
  });
}

/** The refusal as it is sent; what is no refusal is a bug, and is told to the operator, not to the visitor. */
function refused(error: unknown): Response {
  const isOurs = error instanceof Refusal;
  if (!isOurs) console.error(error);
  const refusal = isOurs ? error : new Refusal(500, "something went wrong here; it has been noted");
  return new Response(JSON.stringify(refusal), {
    status: refusal.status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(refusal.status === 401 ? { "www-authenticate": 'Bearer realm="parley"' } : {}),
      ...(refusal.status === 503 ? { "retry-after": "2" } : {}),
      // The rest of a body that is too long is not waited for.
      ...(refusal.status === 413 ? { connection: "close" } : {}),
    },
  });
}

export interface AppOptions extends Doors {
  readonly page: Page;
}

export function app(desk: Desk, { page, ...doors }: AppOptions): Hono {
  const hono = new Hono();
  hono.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY)) context.res.headers.set(name, value);
  });
  hono.onError(refused);
  hono.use(guard(doors));
  hono.use(async (context, next) => {
    if (context.req.url.length > LONGEST_ADDRESS) throw new Refusal(400, "the address is too long");
    await next();
  });

  hono.get("/api", () => json({ name: "parley", version: VERSION, ...desk.shelf.mark }));
  hono.get("/api/openapi.json", () => {
    return new Response(openapiText(), {
      headers: { "content-type": "application/json", "cache-control": "no-cache" },
    });
  });
  const methods = new Map<string, string[]>();
  const on = (method: string, path: string, run: (context: Context) => Promise<Response>) => {
    const known = `/api${path.replace(/\{(\w+)\}/g, ":$1")}`;
    methods.set(known, [
      ...(methods.get(known) ?? []),
      ...(method === "get" ? ["GET", "HEAD"] : [method.toUpperCase()]),
    ]);
    hono.on(method.toUpperCase(), known, run);
  };
  for (const question of questions) {
    on("get", question.path, async (context) => {
      const id = context.req.param("id");
      const query = queryOf(context.req.raw);
      const ask = { route: question.name, query, ...(id === undefined ? {} : { id }) };
      return sent(context, question, await desk.shelf.answer(ask));
    });
  }
  for (const act of acts) {
    on(act.method, act.path, (context) => act.run(desk, context.req.raw, context.req.param("id") ?? ""));
  }
  for (const [path, allowed] of methods) {
    hono.all(path, (context) => {
      const response = refused(
        new Refusal(405, `${context.req.method} is not for this; it takes ${allowed.join(", ")}`),
      );
      response.headers.set("allow", allowed.join(", "));
      return response;
    });
  }
  const library = new Library(desk.press, desk.shelf);
  hono.all("/mcp", (context) => answerMcp(library, context.req.raw));
  hono.get("*", (context) => {
    const path = context.req.path;
    const file = path.startsWith("/api/")
      ? undefined
      : page.answer(path, context.req.header("if-none-match"));
    if (!file) throw new Refusal(404, `nothing is at ${path}; /api/openapi.json says what there is`);
    return file;
  });
  hono.notFound((context) => refused(new Refusal(404, `nothing is at ${context.req.path}`)));
  return hono;
}

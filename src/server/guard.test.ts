/** Who is kept out, what is said to them, and how much anybody may send. */
import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Stand, stand } from "../../test/server/stand.ts";

let server: Stand;
beforeAll(async () => {
  server = await stand();
}, 60_000);
afterAll(() => server.close());

interface Raw {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** A request with headers that fetch would set by itself. */
function raw(path: string, headers: Record<string, string>, method = "GET", body?: string): Promise<Raw> {
  return new Promise((done, fail) => {
    const asked = request(`${server.address}${path}`, { method, headers }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => done({ status: response.statusCode!, headers: response.headers, body: text }));
    });
    asked.on("error", fail);
    asked.end(body);
  });
}

function port(): string {
  return new URL(server.address).port;
}

test.each([
  "attacker.example",
  "attacker.example:8797",
  "127.0.0.1.attacker.example",
  "localhost.attacker.example",
  "10.0.0.7",
  "a b",
])("the host '%s' is refused", async (host) => {
  const { status, headers } = await raw("/api/brief", { host });
  // An empty or broken header is turned away by Node itself.
  expect([400, 421]).toContain(status);
  if (status === 421) expect(headers["content-type"]).toBe("application/problem+json");
});

test.each(["localhost", "127.0.0.1", "[::1]"])("the host %s is this machine", async (host) => {
  expect((await raw("/api", { host: `${host}:${port()}` })).status).toBe(200);
});

test.each([
  "http://attacker.example",
  "null",
  "http://127.0.0.1:1",
  "https://localhost.attacker.example",
  "file://",
])("the origin %s is refused, for reading, auditing and writing", async (origin) => {
  const authorization = `Bearer ${server.token}`;
  expect((await raw("/api/brief", { origin })).status).toBe(403);
  expect((await raw("/api/audit", { origin, "content-type": "text/plain" }, "POST", "x")).status).toBe(403);
  expect((await raw("/api/reports", { origin, authorization }, "POST", "x")).status).toBe(403);
  expect((await raw("/mcp", { origin }, "POST", "{}")).status).toBe(403);
});

test("the page's own origin may ask; a page elsewhere may not make the browser ask", async () => {
  expect((await raw("/api", { origin: server.address })).status).toBe(200);
  expect((await raw("/api", { "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await raw("/", { "sec-fetch-site": "cross-site" })).status).toBe(200);
});

test("answers, refusals and the page carry what keeps a browser safe", async () => {
  for (const path of ["/", "/api", "/api/nothing", "/api/brief?x=1"]) {
    const { headers } = await server.ask(path);
    const policy = headers.get("content-security-policy")!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy.match(/script-src ([^;]*)/)?.[1]).toBe("'self'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("access-control-allow-origin")).toBeNull();
  }
});

test.each([
  ["POST", "/api/reports"],
  ["POST", "/api/judgements"],
  ["DELETE", "/api/judgements/j"],
])("%s %s needs a token", async (method, path) => {
  for (const authorization of [undefined, "Bearer parley_no", "Basic eDp4", `Bearer ${server.token}x`]) {
    const response = await server.ask(path, {
      method,
      ...(authorization ? { headers: { authorization } } : {}),
    });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toBe('Bearer realm="parley"');
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  }
  expect(server.mark().reports).toBe(0);
});

test("a body that is too long is refused, whether it says its length or not", async () => {
  const headers = { "content-type": "text/plain" };
  const long = "x".repeat((1 << 20) + 1);
  expect((await server.ask("/api/audit", { method: "POST", headers, body: long })).status).toBe(413);
  const body = new ReadableStream({
    start(controller) {
      for (let i = 0; i < 20; i++) controller.enqueue(new TextEncoder().encode("x".repeat(1 << 16)));
      controller.close();
    },
  });
  const streamed = await server.ask("/api/audit", { method: "POST", headers, body, duplex: "half" });
  expect(streamed.status).toBe(413);
  expect((await server.ask("/api")).status).toBe(200);
});

test("headers and addresses that are too long are refused", async () => {
  expect((await raw("/api", { "x-long": "x".repeat(20_000) })).status).toBe(431);
  expect((await server.ask(`/api/brief?as-of=${"2".repeat(5000)}`)).status).toBe(400);
});

test("malformed JSON is refused at its place, a wrong shape at its field", async () => {
  const headers = { authorization: `Bearer ${server.token}`, "content-type": "application/json" };
  const post = async (body: string) => {
    const response = await server.ask("/api/judgements", { method: "POST", headers, body });
    return { status: response.status, told: (await response.json()) as { errors: { where: string }[] } };
  };
  const broken = await post('{"verdict": "accept",\n "on": [}');
  expect(broken.status).toBe(400);
  expect(broken.told.errors[0]!.where).toBe("line 2, column 9");
  const wrong = await post('{"verdict": "perhaps", "on": [], "more": 1}');
  expect(wrong.status).toBe(422);
  expect(wrong.told.errors.map(({ where }) => where).sort()).toEqual(["more", "on", "verdict"]);
  const plain = await server.ask("/api/judgements", {
    method: "POST",
    headers: { authorization: headers.authorization, "content-type": "text/plain" },
    body: "{}",
  });
  expect(plain.status).toBe(415);
});

test.each(["reports", "readings", "findings", "events", "identities", "conflicts"])(
  "an id that is not there in %s is told as a problem",
  async (noun) => {
    const response = await server.ask(`/api/${noun}/0123456789abcdef`);
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const told = (await response.json()) as Record<string, unknown>;
    expect(told).toMatchObject({ type: "about:blank", title: "Not Found", status: 404 });
    expect(told.detail).toContain("0123456789abcdef");
  },
);

test("parameters are held to what is described", async () => {
  for (const [query, where] of [
    ["asof=2031-01-01", "asof"],
    ["as-of=yesterday", "as-of"],
    ["limit=0", "limit"],
    ["limit=many", "limit"],
    ["cursor=x", "cursor"],
  ]) {
    const response = await server.ask(`/api/events?${query}`);
    expect(response.status, query).toBe(400);
    const { errors } = (await response.json()) as { errors: { where: string }[] };
    expect(errors.map((error) => error.where)).toEqual([where]);
  }
  const stale = Buffer.from(JSON.stringify(["other.1", 7])).toString("base64url");
  expect((await server.ask(`/api/events?cursor=${stale}`)).status).toBe(410);
});

test("other methods are told which there are", async () => {
  const response = await server.ask("/api/brief", { method: "PUT", body: "x" });
  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toBe("GET, HEAD");
  const head = await server.ask("/api/brief", { method: "HEAD" });
  expect(head.status).toBe(200);
  expect(await head.text()).toBe("");
});

test("no path leads out of the page's folder; without a page, the root says how to build it", async () => {
  for (const path of [
    "/../package.json",
    "/%2e%2e/package.json",
    "/..%2fpackage.json",
    "//etc/passwd",
    "/api/../../x.js",
  ]) {
    const { status } = await raw(path, {});
    expect([400, 404], path).toContain(status);
  }
  expect(await (await server.ask("/")).text()).toContain("npm run build");
});

/** The page: the files that were built for it, read once, so that no path of a request ever meets the disk. */
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
};

/** Names that carry a hash of their content never change. */
const HASHED = /[.-][A-Za-z0-9_-]{8,}\.(?:js|css|woff2|svg|png|wasm|json)$/;

const ABSENT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Parley</title>
<h1>Parley is running</h1>
<p>The page is not built. <code>npm run build</code> builds it; start <code>parley serve</code> again afterwards.</p>
<p>The record is served all the same: <a href="/api/openapi.json">the description of the API</a>,
<a href="/api/brief">the brief</a>, <a href="/api/timeline">the timeline</a>,
<a href="/api/positions">the positions</a>, <a href="/api/conflicts">the contradictions</a>.</p>
</html>
`;

interface Served {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
  readonly lasting: boolean;
}

function served(bytes: Uint8Array, name: string): Served {
  const body = new Uint8Array(bytes);
  return {
    body,
    type: TYPES[extname(name)] ?? "application/octet-stream",
    etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
    lasting: HASHED.test(name),
  };
}

export class Page {
  readonly #files: ReadonlyMap<string, Served>;

  /** @param folder where the page was built; it may be absent */
  constructor(folder: string) {
    const names = globSync("**/*", { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
    this.#files = new Map(
      names.map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return [file.slice(folder.length).replaceAll("\\", "/"), served(readFileSync(file), entry.name)];
      }),
    );
  }

  get isBuilt(): boolean {
    return this.#files.has("/index.html");
  }

  /** The file at a path, the page for the paths that it knows itself; undefined where there is neither. */
  answer(path: string, ifNoneMatch: string | undefined): Response | undefined {
    const isView = extname(path) === "";
    const file = this.#files.get(path) ?? (isView ? this.#files.get("/index.html") : undefined);
    if (!file) {
      if (path !== "/") return undefined;
      return new Response(ABSENT, {
        headers: { "content-type": TYPES[".html"]!, "cache-control": "no-cache" },
      });
    }
    const headers = {
      "content-type": file.type,
      etag: file.etag,
      "cache-control": file.lasting ? "public, max-age=31536000, immutable" : "no-cache",
    };
    if (ifNoneMatch === file.etag) return new Response(null, { status: 304, headers });
    return new Response(file.body, { headers });
  }
}

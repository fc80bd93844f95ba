/** A server over the example, for tests: on loopback, on any free port, with a token to write. */
import { globSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { readMeta } from "../../src/report/meta.ts";
import type { Handed } from "../../src/server/house.ts";
import { type ServeOptions, type Serving, serve } from "../../src/server/listen.ts";
import { Tokens } from "../../src/server/tokens.ts";

const FOLDER = resolve(import.meta.dirname, "../../examples/halvern");

/** The reports of the example with what is known of them. */
export function exampleReports(): Handed[] {
  const meta = readMeta(readFileSync(`${FOLDER}/meta.csv`, "utf8"), "meta.csv");
  return globSync(`${FOLDER}/reports/*`)
    .sort()
    .map((file) => ({
      bytes: readFileSync(file),
      options: { file: basename(file), given: meta.get(basename(file)) ?? {} },
    }));
}

export interface Stand extends Serving {
  /** Asks the server; the path begins with a slash. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  readonly token: string;
}

export async function stand(options: Omit<ServeOptions, "tokens"> = {}): Promise<Stand> {
  const tokens = new Tokens();
  const token = tokens.make("mira", new Date(0));
  const serving = await serve({ page: "/nowhere", ...options, tokens });
  return { ...serving, token, ask: (path, init) => fetch(`${serving.address}${path}`, init) };
}

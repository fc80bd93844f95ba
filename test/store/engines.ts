/** The engines that the tests of the store run on: a folder for SQLite, a server for PostgreSQL where there is one. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Server, startPostgres } from "./postgres.ts";

export interface TestEngine {
  readonly name: "sqlite" | "postgres";
  /** The address of a new, empty database. */
  readonly fresh: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

function sqlite(): TestEngine {
  const folder = mkdtempSync(join(tmpdir(), "parley-sqlite-"));
  let count = 0;
  return {
    name: "sqlite",
    fresh: async () => join(folder, `${++count}.db`),
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

function postgres(server: Server): TestEngine {
  let count = 0;
  return { name: "postgres", fresh: () => server.database(`test_${++count}`), stop: server.stop };
}

/** Starts what is there and says so in one line. */
export async function testEngines(): Promise<TestEngine[]> {
  const server = await startPostgres();
  console.info(
    server
      ? `store tests on SQLite ${process.versions.sqlite} and ${server.name}`
      : "store tests on SQLite alone: no PostgreSQL server is installed (Debian: apt-get install postgresql)",
  );
  return server ? [sqlite(), postgres(server)] : [sqlite()];
}

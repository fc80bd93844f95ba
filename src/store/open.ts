import { existsSync } from "node:fs";
import { UserError } from "../record/diagnostic.ts";
import type { Database } from "./database.ts";
import { migrate } from "./migrate.ts";
import { openPostgres } from "./postgres/open.ts";
import { RelationalStore } from "./relational.ts";
import { openSqlite } from "./sqlite/open.ts";
import type { Store } from "./store.ts";

export function isPostgres(address: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(address);
}

function openFile(file: string, create: boolean): Database {
  if (!create && !existsSync(file)) {
    throw new UserError(`there is no workspace at ${file}; make one with: parley init --db ${file}`);
  }
  try {
    return openSqlite(file);
  } catch (error) {
    throw new UserError(`${file} cannot be opened: ${error instanceof Error ? error.message : error}`);
  }
}

/**
 * Opens the store at a file's path or a PostgreSQL address, brought up to date.
 * @throws UserError where it cannot be opened, or is not there and is not to be made
 */
export async function openStore(address: string, program: string, create = false): Promise<Store> {
  const database = isPostgres(address) ? await openPostgres(address) : openFile(address, create);
  try {
    await migrate(database, program);
  } catch (error) {
    await database.close();
    throw error;
  }
  return new RelationalStore(database);
}

/** SQLite as Node brings it, behind the small face that Kysely's own SQLite dialect asks for. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from "kysely";
import type { Tables } from "../tables.ts";

/** Statements that are kept prepared. */
const KEPT = 200;

function statementOf(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}

function faceOf(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => {
      prepared.clear();
      database.close();
    },
    prepare: (sql) => {
      const known = prepared.get(sql) ?? statementOf(database.prepare(sql));
      prepared.delete(sql);
      prepared.set(sql, known);
      if (prepared.size > KEPT) prepared.delete(prepared.keys().next().value!);
      return known;
    },
  };
}

/** A connection of its own to a database file. */
export function connect(file: string, readOnly: boolean): Kysely<Tables> {
  const database = new DatabaseSync(file, { readOnly, timeout: 20 });
  // A commit outlives the death of the process at NORMAL; only the machine's own may take the last ones back.
  if (!readOnly) database.exec("pragma journal_mode = wal; pragma synchronous = normal");
  database.exec("pragma foreign_keys = on; pragma cache_size = -65536; pragma mmap_size = 1073741824");
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: faceOf(database) }) });
}

/** Whether SQLite says that somebody else holds the lock. */
export function isBusy(error: unknown): boolean {
  const code = error instanceof Error && "errcode" in error ? Number(error.errcode) : 0;
  return (code & 0xff) === 5 || (code & 0xff) === 6;
}

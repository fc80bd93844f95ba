/** A PostgreSQL server; Parley's tables stand in a schema of their own. */
import { CompiledQuery, Kysely, PostgresDialect, sql } from "kysely";
import { DatabaseError, Pool } from "pg";
import { UserError } from "../../record/diagnostic.ts";
import { BUSY, type Database, PATIENCE } from "../database.ts";
import type { Tables } from "../tables.ts";
import { textIndex } from "./text-index.ts";

/** Any number that others on the server are unlikely to lock; the same for every Parley. */
const LOCK = 7_236_419;
const LOCK_NOT_AVAILABLE = "55P03";
const CONNECTIONS = 8;

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

/**
 * @param address `postgres://user@host:port/database`
 * @throws UserError where the server cannot be reached
 */
export async function openPostgres(address: string): Promise<Database> {
  const pool = new Pool({ connectionString: address, max: CONNECTIONS, allowExitOnIdle: true });
  pool.on("error", () => undefined); // an idle connection that drops is opened again when it is needed
  const read = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool,
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw("set search_path to parley"));
      },
    }),
  });
  try {
    await read.transaction().execute(async (db) => {
      // Of two that make it at the same moment the server would turn one away.
      await sql`select pg_advisory_xact_lock(${LOCK})`.execute(db);
      await sql`create schema if not exists parley`.execute(db);
    });
  } catch (error) {
    await read.destroy();
    throw new UserError(`cannot open the workspace on PostgreSQL: ${reasonOf(error)}`);
  }
  const write: Database["write"] = async (work) => {
    try {
      return await read.transaction().execute(async (db) => {
        await sql`select set_config('lock_timeout', ${String(PATIENCE)}, true), pg_advisory_xact_lock(${LOCK})`.execute(
          db,
        );
        return await work(db);
      });
    } catch (error) {
      if (error instanceof DatabaseError && error.code === LOCK_NOT_AVAILABLE) throw new UserError(BUSY);
      throw error;
    }
  };
  const moment: Database["moment"] = (work) =>
    read.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(work);
  return { engine: "postgres", texts: textIndex, read, write, moment, close: () => read.destroy() };
}

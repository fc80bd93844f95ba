/** One file, write-ahead log: readers never wait, writers wait for each other. */
import { setTimeout as pause } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import { UserError } from "../../record/diagnostic.ts";
import { BUSY, type Database, PATIENCE } from "../database.ts";
import type { Tables } from "../tables.ts";
import { connect, isBusy } from "./connect.ts";
import { textIndex } from "./text-index.ts";

const FIRST_PAUSE = 2;
const LONGEST_PAUSE = 100;

/** Takes the write lock; waits without holding up anything else that this process does. */
async function begin(db: Kysely<Tables>): Promise<void> {
  const limit = performance.now() + PATIENCE;
  for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    try {
      await sql`begin immediate`.execute(db);
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > limit) throw new UserError(BUSY);
      await pause(wait);
    }
  }
}

/** @param file path of the database; made where it is not there */
export function openSqlite(file: string): Database {
  const writer = connect(file, false);
  const read = connect(file, true);
  let last: Promise<unknown> = Promise.resolve();
  const write: Database["write"] = (work) => {
    const run = async () => {
      await begin(writer);
      try {
        const value = await work(writer);
        await sql`commit`.execute(writer);
        return value;
      } catch (error) {
        await sql`rollback`.execute(writer);
        throw error;
      }
    };
    const next = last.then(run, run);
    last = next;
    return next;
  };
  const moment: Database["moment"] = async (work) => {
    const own = connect(file, true);
    try {
      await sql`begin`.execute(own);
      return await work(own);
    } finally {
      await own.destroy();
    }
  };
  const close = async () => {
    await last.catch(() => undefined);
    await read.destroy();
    await writer.destroy();
  };
  return { engine: "sqlite", texts: textIndex, read, write, moment, close };
}

import { type Kysely, sql } from "kysely";
import { UserError } from "../record/diagnostic.ts";
import type { Database } from "./database.ts";
import { migrations } from "./migrations.ts";
import type { Tables } from "./tables.ts";

async function lastOf(db: Kysely<Tables>): Promise<number> {
  const row = await db
    .selectFrom("migrations")
    .select(({ fn }) => fn.max("number").as("last"))
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}

/**
 * Brings a database to the shape that this program knows, each step once, whoever comes first.
 * @param until stops after this step; for tests
 * @throws UserError where a later program has been here
 */
export async function migrate(database: Database, program: string, until = migrations.length): Promise<void> {
  const done = await database.write(async (db) => {
    await sql`create table if not exists migrations (number integer primary key, program text not null)`.execute(
      db,
    );
    const last = await lastOf(db);
    for (const [i, step] of migrations.entries()) {
      if (i < last || i >= until) continue;
      for (const statement of step(database.engine)) await sql.raw(statement).execute(db);
      await db
        .insertInto("migrations")
        .values({ number: i + 1, program })
        .execute();
    }
    return last;
  });
  if (done > migrations.length) {
    throw new UserError("this workspace was written by a later version of Parley; use that one");
  }
}

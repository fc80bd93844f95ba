/** A workspace of every earlier shape is brought to today's, with what it holds. */
import { sql } from "kysely";
import { afterAll, describe, expect, test } from "vitest";
import { entries } from "../../bench/store/generate.ts";
import type { Database } from "../../src/store/database.ts";
import { migrate } from "../../src/store/migrate.ts";
import { migrations } from "../../src/store/migrations.ts";
import { openStore } from "../../src/store/open.ts";
import { packed, packedReading } from "../../src/store/packing.ts";
import { openPostgres } from "../../src/store/postgres/open.ts";
import { openSqlite } from "../../src/store/sqlite/open.ts";
import { openWorkspace } from "../../src/workspace/workspace.ts";
import { testEngines } from "./engines.ts";

const engines = await testEngines();
afterAll(async () => {
  for (const engine of engines) await engine.stop();
});

const open = (name: string, where: string) => (name === "sqlite" ? openSqlite(where) : openPostgres(where));
const [report] = entries(0, 1);

/** Fills a workspace of the first shape in its own words; later shapes have the same columns and more. */
async function fill(database: Database): Promise<void> {
  const { id, text } = report!.reading.report;
  const { body, stamp } = packedReading(report!.reading);
  await database.write(async (db) => {
    await sql`insert into originals (hash, size, body) values ('h', ${text.length}, ${packed(report!.bytes)})`.execute(
      db,
    );
    await sql`insert into reports (id, hash, current, added, given)
      values (${id}, 'h', 1, '2031-04-02T10:00:00Z', '{}')`.execute(db);
    await sql`insert into versions (address, version, report, added) values ('a', 1, ${id}, '2031-04-02')`.execute(
      db,
    );
    await sql`insert into readings (report, schema_version, program, stamp, body)
      values (${id}, '1', 'old', ${stamp}, ${body})`.execute(db);
    await sql`insert into log (at, who, what, subject, detail) values ('2031', 'ana', 'add', ${id}, '')`.execute(
      db,
    );
  });
}

describe.each(engines)("$name", ({ name, fresh }) => {
  test.each(migrations.map((_, i) => i + 1))("from version %i", async (version) => {
    const where = await fresh();
    const database = await open(name, where);
    await migrate(database, "old", version);
    await fill(database);
    await database.close();
    const workspace = await openWorkspace(where);
    expect(await workspace.readings()).toEqual([report!.reading]);
    expect((await workspace.search({ text: "prisoners" })).hits).toHaveLength(1);
    expect(await workspace.log()).toHaveLength(1);
    await workspace.close();
  });

  test("lines of the log cannot be changed or taken away", async () => {
    const where = await fresh();
    const database = await open(name, where);
    await migrate(database, "test");
    await fill(database);
    const change = (statement: string) => database.write((db) => sql.raw(statement).execute(db));
    await expect(change("update log set who = 'eve'")).rejects.toThrow("only added to");
    await expect(change("delete from log")).rejects.toThrow("only added to");
    await database.close();
  });

  test("two that open a new workspace at once make it once", async () => {
    const where = await fresh();
    const stores = await Promise.all([1, 2, 3].map(() => openStore(where, "test", true)));
    for (const store of stores) expect(await store.revision()).toBe(0);
    for (const store of stores) await store.close();
  });

  test("a workspace of a later program is left alone", async () => {
    const where = await fresh();
    const database = await open(name, where);
    await migrate(database, "test");
    await database.write((db) => db.insertInto("migrations").values({ number: 999, program: "9" }).execute());
    await database.close();
    await expect(openStore(where, "test")).rejects.toThrow("later version");
  });
});

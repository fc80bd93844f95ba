/** The store over either engine: what is the same for both. */
import { type Kysely, sql } from "kysely";
import type { HumanJudgement } from "../record/human-judgement.ts";
import type { Reading } from "../record/reading.ts";
import type { LogEntry, ReportEntry } from "../record/workspace.ts";
import type { Database } from "./database.ts";
import { hashOf, packed, packedReading, unpacked, unpackedReading } from "./packing.ts";
import { entryOf, factsOf, reportRow } from "./rows.ts";
import type {
  Act,
  Entry,
  IndexEntry,
  Page,
  Placed,
  ReportsPage,
  Snapshot,
  Standing,
  Store,
  TextQuery,
} from "./store.ts";
import type { Tables } from "./tables.ts";

type Db = Kysely<Tables>;

/** Values in one `in (…)`: engines have a limit. */
const AT_ONCE = 500;

function chunks<Value>(values: readonly Value[]): Value[][] {
  return Array.from({ length: Math.ceil(values.length / AT_ONCE) }, (_, i) =>
    values.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  );
}

export class RelationalStore implements Store {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  get engine() {
    return this.#database.engine;
  }

  get #read(): Db {
    return this.#database.read;
  }

  revision = () => revisionOf(this.#read);

  standing = async (address: string, report: string): Promise<Standing> => {
    const latest = await latestAt(this.#read, address);
    const row = await this.#read
      .selectFrom("reports")
      .select("given")
      .where("id", "=", report)
      .executeTakeFirst();
    return { ...(latest && { latest: latest.report }), ...(row && { given: row.given }) };
  };

  put = (entry: Entry, act: Act): Promise<Placed> =>
    this.#database.write((db) => place(this.#database, db, entry, act));

  remove = (report: string, act: Act) =>
    this.#database.write(async (db) => {
      const row = await db.selectFrom("reports").selectAll().where("id", "=", report).executeTakeFirst();
      if (!row) return false;
      const held = await db
        .selectFrom("versions")
        .select("address")
        .distinct()
        .where("report", "=", report)
        .execute();
      await db.deleteFrom("versions").where("report", "=", report).execute();
      await db.deleteFrom("readings").where("report", "=", report).execute();
      await this.#database.texts.remove(db, row.seq);
      await db.deleteFrom("reports").where("id", "=", report).execute();
      await db.deleteFrom("originals").where("hash", "=", row.hash).execute();
      for (const { address } of held) {
        const left = await latestAt(db, address);
        if (left) await markCurrent(db, left.report);
      }
      await note(db, act, "remove", report, row.file ?? row.url ?? "");
      return true;
    });

  reports = async ({ after, limit, backwards, all }: ReportsPage = {}): Promise<ReportEntry[]> => {
    let query = this.#read
      .selectFrom("reports")
      .innerJoin("originals", "originals.hash", "reports.hash")
      .selectAll("reports")
      .select("originals.size")
      .orderBy("seq", backwards ? "desc" : "asc");
    if (!all) query = query.where("current", "=", 1);
    if (after !== undefined) query = query.where("seq", backwards ? "<" : ">", after);
    if (limit !== undefined) query = query.limit(limit);
    return this.#entries(await query.execute());
  };

  report = async (id: string) => {
    const row = await this.#read
      .selectFrom("reports")
      .innerJoin("originals", "originals.hash", "reports.hash")
      .selectAll("reports")
      .select("originals.size")
      .where("id", "=", id)
      .executeTakeFirst();
    return row && (await this.#entries([row]))[0];
  };

  async #entries(rows: readonly Parameters<typeof entryOf>[0][]): Promise<ReportEntry[]> {
    const versions = [];
    for (const ids of chunks(rows.map(({ id }) => id))) {
      versions.push(
        ...(await this.#read.selectFrom("versions").selectAll().where("report", "in", ids).execute()),
      );
    }
    const byReport = Map.groupBy(versions, ({ report }) => report);
    return rows.map((row) => entryOf(row, byReport.get(row.id) ?? []));
  }

  versions = (address: string) =>
    this.#read
      .selectFrom("versions")
      .select(["version", "report", "added"])
      .where("address", "=", address)
      .orderBy("version", "desc")
      .execute();

  arrivals = () =>
    this.#read
      .selectFrom("versions")
      .innerJoin("reports", "reports.id", "versions.report")
      .select(["address", "version", "report"])
      .orderBy("versions.added")
      .orderBy("seq")
      .orderBy("address")
      .orderBy("version")
      .execute();

  original = async (id: string) => {
    const row = await this.#read
      .selectFrom("originals")
      .innerJoin("reports", "reports.hash", "originals.hash")
      .select("body")
      .where("reports.id", "=", id)
      .executeTakeFirst();
    return row && unpacked(row.body);
  };

  given = async (id: string) =>
    (await this.#read.selectFrom("reports").select("given").where("id", "=", id).executeTakeFirst())?.given;

  reading = async (id: string) => {
    const row = await this.#read
      .selectFrom("readings")
      .select("body")
      .where("report", "=", id)
      .executeTakeFirst();
    return row && unpackedReading(row.body);
  };

  readings = async (ids: readonly string[]) => {
    const found = new Map<string, Reading>();
    for (const some of chunks(ids)) {
      const rows = await this.#read
        .selectFrom("readings")
        .select(["report", "body"])
        .where("report", "in", some)
        .execute();
      for (const row of rows) found.set(row.report, unpackedReading(row.body));
    }
    return ids.flatMap((id) => found.get(id) ?? []);
  };

  replaceReading = (reading: Reading, index: IndexEntry, act: Act) =>
    this.#database.write(async (db) => {
      await keepReading(this.#database, db, reading, index);
      await note(db, act, "reread", reading.report.id, `by ${reading.program}`);
    });

  search = (query: TextQuery) => this.#database.texts.search(this.#read, query);

  unindexed = async (version: string) => {
    const rows = await this.#read
      .selectFrom("reports")
      .select("id")
      .where("indexed", "!=", version)
      .execute();
    return rows.map(({ id }) => id);
  };

  index = (entries: ReadonlyMap<string, IndexEntry>) =>
    this.#database.write(async (db) => {
      for (const [id, entry] of entries) await indexReport(this.#database, db, id, entry);
    });

  snapshot = (): Promise<Snapshot> =>
    this.#database.moment(async (db) => {
      const rows = await db
        .selectFrom("reports")
        .innerJoin("readings", "readings.report", "reports.id")
        .select(["reports.id", "readings.stamp"])
        .where("current", "=", 1)
        .orderBy("seq")
        .execute();
      return {
        revision: await revisionOf(db),
        reports: rows.map(({ id }) => id),
        stamps: new Map(rows.map(({ id, stamp }) => [id, stamp])),
        judgements: await judgementsOf(db),
      };
    });

  judge = (judgement: HumanJudgement) =>
    this.#database.write(async (db) => {
      const known = await db
        .selectFrom("judgements")
        .select("id")
        .where("id", "=", judgement.id)
        .executeTakeFirst();
      if (known) return false;
      await db
        .insertInto("judgements")
        .values({ id: judgement.id, body: JSON.stringify(judgement), undone: null })
        .execute();
      const named = judgement.on.map(({ name }) => `“${name}”`).join(", ");
      await note(db, judgement, "judge", judgement.id, `${judgement.verdict}: ${named}`);
      return true;
    });

  undo = (judgement: string, act: Act) =>
    this.#database.write(async (db) => {
      const { numUpdatedRows } = await db
        .updateTable("judgements")
        .set({ undone: act.when })
        .where("id", "=", judgement)
        .where("undone", "is", null)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      await note(db, act, "undo", judgement, "");
      return true;
    });

  judgements = () => judgementsOf(this.#read);

  log = async ({ after, limit, backwards }: Page = {}): Promise<LogEntry[]> => {
    let query = this.#read
      .selectFrom("log")
      .selectAll()
      .orderBy("seq", backwards ? "desc" : "asc");
    if (after !== undefined) query = query.where("seq", backwards ? "<" : ">", after);
    if (limit !== undefined) query = query.limit(limit);
    const rows = await query.execute();
    return rows.map(({ seq, at, who, what, subject, detail }) => ({
      seq,
      when: at,
      who,
      what,
      subject,
      detail,
    }));
  };

  setting = async (name: string) =>
    (await this.#read.selectFrom("settings").select("value").where("name", "=", name).executeTakeFirst())
      ?.value;

  set = (name: string, value: string, act: Act) =>
    this.#database.write(async (db) => {
      await db
        .insertInto("settings")
        .values({ name, value })
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
        .execute();
      await note(db, act, "settings", "", name);
    });

  close = () => this.#database.close();
}

async function revisionOf(db: Db): Promise<number> {
  const row = await db
    .selectFrom("log")
    .select(({ fn }) => fn.max("seq").as("last"))
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}

async function judgementsOf(db: Db): Promise<HumanJudgement[]> {
  const rows = await db
    .selectFrom("judgements")
    .select("body")
    .where("undone", "is", null)
    .orderBy("seq")
    .execute();
  return rows.map(({ body }) => JSON.parse(body) as HumanJudgement);
}

function latestAt(db: Db, address: string) {
  return db
    .selectFrom("versions")
    .select(["version", "report"])
    .where("address", "=", address)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
}

async function note(
  db: Db,
  { who, when }: Act,
  what: LogEntry["what"],
  subject: string,
  detail: string,
): Promise<void> {
  await db.insertInto("log").values({ at: when, who, what, subject, detail }).execute();
}

/** A report is current while it is the latest version at some address. */
async function markCurrent(db: Db, report: string): Promise<void> {
  const latest = sql<number>`case when exists (
    select 1 from versions as own where own.report = ${report} and not exists (
      select 1 from versions as later where later.address = own.address and later.version > own.version
    )
  ) then 1 else 0 end`;
  await db.updateTable("reports").set({ current: latest }).where("id", "=", report).execute();
}

async function indexReport({ texts }: Database, db: Db, id: string, entry: IndexEntry): Promise<void> {
  const row = await db.selectFrom("reports").select("seq").where("id", "=", id).executeTakeFirst();
  if (!row) return;
  await texts.put(db, row.seq, entry);
  await db.updateTable("reports").set({ indexed: entry.version }).where("seq", "=", row.seq).execute();
}

function readingRow(reading: Reading) {
  const { body, stamp } = packedReading(reading);
  return { schema_version: reading.schema, program: reading.program, stamp, body };
}

/** Puts a reading in the place of the one that is there. */
async function keepReading(database: Database, db: Db, reading: Reading, index: IndexEntry): Promise<void> {
  const id = reading.report.id;
  await db.updateTable("readings").set(readingRow(reading)).where("report", "=", id).execute();
  await db.updateTable("reports").set(factsOf(reading)).where("id", "=", id).execute();
  await indexReport(database, db, id, index);
}

async function keepReport({ texts }: Database, db: Db, entry: Entry, when: string): Promise<void> {
  const hash = hashOf(entry.bytes);
  await db
    .insertInto("originals")
    .values({ hash, size: entry.bytes.length, body: packed(entry.bytes) })
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .execute();
  const { seq } = await db
    .insertInto("reports")
    .values(reportRow(entry, hash, when))
    .returning("seq")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("readings")
    .values({ report: entry.reading.report.id, ...readingRow(entry.reading) })
    .execute();
  await texts.add(db, seq, entry.index);
}

async function place(database: Database, db: Db, entry: Entry, act: Act): Promise<Placed> {
  const id = entry.reading.report.id;
  const known = await db.selectFrom("reports").select("given").where("id", "=", id).executeTakeFirst();
  const latest = await latestAt(db, entry.address);
  const named = entry.reading.report.file ?? entry.address;
  if (!known) await keepReport(database, db, entry, act.when);
  const isAmended = known !== undefined && known.given !== entry.given;
  if (isAmended) {
    await db.updateTable("reports").set({ given: entry.given }).where("id", "=", id).execute();
    await keepReading(database, db, entry.reading, entry.index);
    await note(db, act, "amend", id, named);
  }
  if (latest?.report === id) return isAmended ? "amended" : "known";
  await db
    .insertInto("versions")
    .values({ address: entry.address, version: (latest?.version ?? 0) + 1, report: id, added: act.when })
    .execute();
  if (known) await markCurrent(db, id);
  if (latest) await markCurrent(db, latest.report);
  await note(db, act, latest ? "change" : "add", id, named);
  if (latest) return "changed";
  return known ? (isAmended ? "amended" : "known") : "new";
}

/** The steps by which a workspace came to its shape. A step that has been published is never changed. */
import type { Engine } from "./store.ts";

type Step = (engine: Engine) => readonly string[];

const whole = (engine: Engine) =>
  engine === "sqlite"
    ? "integer primary key autoincrement"
    : "integer generated always as identity primary key";
const bytes = (engine: Engine) => (engine === "sqlite" ? "blob" : "bytea");

/** Triggers that turn away every change of a line that has been written. */
function appendOnly(engine: Engine, table: string): string[] {
  const said = `${table} is only added to`;
  if (engine === "sqlite") {
    return ["update", "delete"].map(
      (act) =>
        `create trigger ${table}_no_${act} before ${act} on ${table} begin select raise(abort, '${said}'); end`,
    );
  }
  return [
    `create function ${table}_is_kept() returns trigger language plpgsql as $$ begin raise exception '${said}'; end $$`,
    `create trigger ${table}_kept before update or delete or truncate on ${table} for each statement execute function ${table}_is_kept()`,
  ];
}

const first: Step = (engine) => [
  `create table originals (hash text primary key, size integer not null, body ${bytes(engine)} not null)`,
  `create table reports (
    seq ${whole(engine)},
    id text not null unique,
    hash text not null references originals (hash),
    current integer not null,
    file text, url text, title text, outlet text, published text, from_day integer, to_day integer,
    added text not null,
    given text not null
  )`,
  "create index reports_by_hash on reports (hash)",
  `create table versions (
    address text not null,
    version integer not null,
    report text not null references reports (id),
    added text not null,
    primary key (address, version)
  )`,
  "create index versions_by_report on versions (report)",
  `create table readings (
    report text primary key references reports (id),
    schema_version text not null,
    program text not null,
    stamp text not null,
    body ${bytes(engine)} not null
  )`,
  `create table judgements (seq ${whole(engine)}, id text not null unique, body text not null, undone text)`,
  "create table settings (name text primary key, value text not null)",
  `create table log (
    seq ${whole(engine)},
    at text not null, who text not null, what text not null, subject text not null, detail text not null
  )`,
  "create index log_by_subject on log (subject)",
  ...appendOnly(engine, "log"),
];

/** What a search looks through. The texts themselves are not kept a second time. */
const search: Step = (engine) => [
  "alter table reports add column indexed text not null default ''",
  "create index reports_unindexed on reports (indexed, seq)",
  ...(engine === "sqlite"
    ? [
        `create virtual table texts using fts5 (
          title, text, record, facets, content = '', contentless_delete = 1, tokenize = 'unicode61'
        )`,
      ]
    : [
        "create table texts (seq integer primary key references reports (seq) on delete cascade, doc tsvector not null)",
        "create index texts_doc on texts using gin (doc) with (fastupdate = off)",
      ]),
];

/** In order; the first has the number 1. */
export const migrations: readonly Step[] = [first, search];

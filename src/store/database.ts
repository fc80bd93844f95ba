/** What an engine gives: queries, one writer at a time, and reads of one moment. */
import type { Kysely } from "kysely";
import type { Engine } from "./store.ts";
import type { Tables } from "./tables.ts";
import type { TextIndex } from "./text-index.ts";

export interface Database {
  readonly engine: Engine;
  /** For single reads; sees only what has been committed. */
  readonly read: Kysely<Tables>;
  /**
   * One transaction; all of it is kept or nothing.
   * @throws UserError where another process writes for longer than one should wait
   */
  readonly write: <Value>(work: (db: Kysely<Tables>) => Promise<Value>) => Promise<Value>;
  /** Several reads of one moment. */
  readonly moment: <Value>(work: (db: Kysely<Tables>) => Promise<Value>) => Promise<Value>;
  readonly texts: TextIndex;
  readonly close: () => Promise<void>;
}

/** How long a writer waits for another, in milliseconds, before it gives up. */
export const PATIENCE = 30_000;
export const BUSY = "another process is writing to this workspace; try again when it is done";

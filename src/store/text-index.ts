/** The part of an engine that is not the same in both: how texts are indexed and found. */
import type { Kysely } from "kysely";
import type { IndexEntry, TextQuery } from "./store.ts";
import type { Tables } from "./tables.ts";

export interface TextIndex {
  /** Of a report that is new. */
  readonly add: (db: Kysely<Tables>, seq: number, entry: IndexEntry) => Promise<void>;
  /** In the place of what is there, if anything. */
  readonly put: (db: Kysely<Tables>, seq: number, entry: IndexEntry) => Promise<void>;
  readonly remove: (db: Kysely<Tables>, seq: number) => Promise<void>;
  readonly search: (db: Kysely<Tables>, query: TextQuery) => Promise<{ report: string; score: number }[]>;
}

/** Of more matches than these the ones that were added last are ranked, so that a common word costs no more than a rare one. */
export const MOST_RANKED = 2000;

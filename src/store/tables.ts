/** The tables, as both engines have them. */
import type { Generated } from "kysely";
import type { LogEntry } from "../record/workspace.ts";

/** Bytes as they came, by the SHA-256 of them; deflated. */
interface OriginalTable {
  hash: string;
  size: number;
  body: Uint8Array;
}

interface ReportTable {
  seq: Generated<number>;
  id: string;
  hash: string;
  /** 1: some address holds it as its latest version. */
  current: number;
  file: string | null;
  url: string | null;
  title: string | null;
  outlet: string | null;
  published: string | null;
  /** First day of publication and the day after the last, in days since 1970-01-01; null where unknown or open. */
  from_day: number | null;
  to_day: number | null;
  added: string;
  given: string;
  /** Version of the index that it can be found by; empty: none. */
  indexed: string;
}

interface VersionTable {
  address: string;
  version: number;
  report: string;
  added: string;
}

/** The reading of a report as JSON, deflated; the stamp is a hash of it. */
interface ReadingTable {
  report: string;
  schema_version: string;
  program: string;
  stamp: string;
  body: Uint8Array;
}

interface JudgementTable {
  seq: Generated<number>;
  id: string;
  body: string;
  undone: string | null;
}

interface LogTable {
  seq: Generated<number>;
  at: string;
  who: string;
  what: LogEntry["what"];
  subject: string;
  detail: string;
}

interface SettingTable {
  name: string;
  value: string;
}

interface MigrationTable {
  number: number;
  program: string;
}

export interface Tables {
  originals: OriginalTable;
  reports: ReportTable;
  versions: VersionTable;
  readings: ReadingTable;
  judgements: JudgementTable;
  log: LogTable;
  settings: SettingTable;
  migrations: MigrationTable;
}

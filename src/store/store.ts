/** Where a workspace keeps its things. Two engines stand behind it; one suite of tests holds both to what is said here. */
import type { HumanJudgement } from "../record/human-judgement.ts";
import type { Reading } from "../record/reading.ts";
import type { LogEntry, ReportEntry } from "../record/workspace.ts";

export type Engine = "sqlite" | "postgres";

/** Who changes something, and when: an instant, RFC 3339. */
export interface Act {
  readonly who: string;
  readonly when: string;
}

/** What a report is found by: stems with spaces between them, and words for facets that are no words of a text. */
export interface IndexEntry {
  readonly title: string;
  readonly text: string;
  readonly record: string;
  readonly facets: readonly string[];
  /** Of the words and facets; reports that were indexed by another are indexed anew. */
  readonly version: string;
}

/** What is looked for: every phrase, of each list of facets one, and the days of publication. */
export interface TextQuery {
  readonly phrases: readonly (readonly string[])[];
  readonly facets: readonly (readonly string[])[];
  /** Half-open, days since 1970-01-01; of an interval the last day counts. */
  readonly from?: number;
  readonly to?: number;
  readonly limit: number;
  readonly offset: number;
}

/** A report to be kept: its bytes, where they were found, what they were read with, and what was read. */
export interface Entry {
  /** Web address, file name, or anything else under which a later version would be found again. */
  readonly address: string;
  readonly bytes: Uint8Array;
  /** The options of the reading as JSON, so that it can be made again. */
  readonly given: string;
  readonly reading: Reading;
  readonly index: IndexEntry;
}

/**
 * What became of an entry: `new`; `known`, the same bytes are here already; `changed`, its address held other bytes,
 * which are kept as an earlier version; `amended`, the same bytes read with other options.
 */
export type Placed = "new" | "known" | "changed" | "amended";

/** What is known of an address and of bytes before they are read. */
export interface Standing {
  /** The report that the address holds now. */
  readonly latest?: string;
  /** The options with which the report of these bytes was read; absent where it is not here. */
  readonly given?: string;
}

/** A page of a list: `after` is the `seq` of the last item of the page before; newest first where `backwards`. */
export interface Page {
  readonly after?: number;
  readonly limit?: number;
  readonly backwards?: boolean;
}

export interface ReportsPage extends Page {
  /** Superseded versions too. */
  readonly all?: boolean;
}

/** What everything else is made from, of one revision. */
export interface Snapshot {
  readonly revision: number;
  /** Ids of the reports that are current, in order of arrival. */
  readonly reports: readonly string[];
  /** Changes whenever a reading is made again: id of the report → stamp. */
  readonly stamps: ReadonlyMap<string, string>;
  readonly judgements: readonly HumanJudgement[];
}

/**
 * Every change is one transaction and one line of the log; a process that dies leaves all of a change or nothing.
 * One process writes at a time: another waits, and is told with a `UserError` when it has waited for long.
 */
export interface Store {
  readonly engine: Engine;
  /** Grows with every change; the number of the last line of the log. */
  readonly revision: () => Promise<number>;
  readonly standing: (address: string, report: string) => Promise<Standing>;
  readonly put: (entry: Entry, act: Act) => Promise<Placed>;
  /** Takes a report away with its bytes, its reading and its versions; false where there is none. */
  readonly remove: (report: string, act: Act) => Promise<boolean>;
  readonly reports: (page?: ReportsPage) => Promise<ReportEntry[]>;
  readonly report: (id: string) => Promise<ReportEntry | undefined>;
  /** Reports found at an address, the latest version first. */
  readonly versions: (address: string) => Promise<{ version: number; report: string; added: string }[]>;
  /** Every version of every address, in order of arrival. */
  readonly arrivals: () => Promise<{ address: string; version: number; report: string }[]>;
  readonly original: (id: string) => Promise<Uint8Array | undefined>;
  /** The options a report was read with, as JSON. */
  readonly given: (id: string) => Promise<string | undefined>;
  readonly reading: (id: string) => Promise<Reading | undefined>;
  readonly readings: (ids: readonly string[]) => Promise<Reading[]>;
  /** Puts a new reading in the place of a report's old one. */
  readonly replaceReading: (reading: Reading, index: IndexEntry, act: Act) => Promise<void>;
  /** Current reports that match, the best first; of very many matches those that were added last are ranked. */
  readonly search: (query: TextQuery) => Promise<{ report: string; score: number }[]>;
  /** Ids of reports that cannot be found by a search, because they were kept by an earlier program. */
  readonly unindexed: (version: string) => Promise<string[]>;
  readonly index: (entries: ReadonlyMap<string, IndexEntry>) => Promise<void>;
  readonly snapshot: () => Promise<Snapshot>;
  /** False where it is known already. */
  readonly judge: (judgement: HumanJudgement) => Promise<boolean>;
  /** Takes a judgement back; false where there is none, or it was taken back before. */
  readonly undo: (judgement: string, act: Act) => Promise<boolean>;
  /** Judgements that stand, oldest first. */
  readonly judgements: () => Promise<HumanJudgement[]>;
  readonly log: (page?: Page) => Promise<LogEntry[]>;
  readonly setting: (name: string) => Promise<string | undefined>;
  readonly set: (name: string, value: string, act: Act) => Promise<void>;
  readonly close: () => Promise<void>;
}

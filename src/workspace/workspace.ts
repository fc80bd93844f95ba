/** A workspace: reports that are kept, the record read from them, what people say of it, and the story of it all. */
import type { Aliases } from "../findings/extractor.ts";
import type { Agenda } from "../record/agenda.ts";
import type { Diagnostic } from "../record/diagnostic.ts";
import type { HumanJudgement, HumanVerdict, StandingJudgement } from "../record/human-judgement.ts";
import type { Kind, Reading } from "../record/reading.ts";
import type { Hit, LogEntry, ReportEntry } from "../record/workspace.ts";
import { openStore } from "../store/open.ts";
import type { Act, Engine, Page, Placed, ReportsPage, Store } from "../store/store.ts";
import type { Story } from "../story/story.ts";
import type { ToldStory } from "../story/told-stories.ts";
import { VERSION } from "../version.ts";
import { type ExportOptions, exported, type Imported, imported } from "./carry.ts";
import { INDEX_VERSION, indexEntry } from "./index-entry.ts";
import { ingest, ingestMany, type ReadWith, type Settings } from "./ingest.ts";
import { judgementFrom } from "./judging.ts";
import { differences, reread } from "./reread.ts";
import { searched } from "./search.ts";
import { Shelf } from "./shelf.ts";

export type { Engine, Page, ReportsPage } from "../store/store.ts";

/** How a report is read, kept with it; and under what a later version of it will be known. */
export interface AddOptions extends ReadWith {
  /** The web address where absent, else the file's name, else nothing. */
  readonly address?: string;
  readonly who?: string;
}

/** One of many reports to add. */
export interface AddTask {
  readonly bytes: Uint8Array;
  readonly options?: AddOptions;
}

export interface Added {
  readonly id: string;
  /** `unreadable`: nothing could be read, nothing was kept. */
  readonly state: Placed | "unreadable";
  readonly reading: Reading;
}

/** What a search asks for: words, and filters that all must hold; of a finding, `actor`, `issue`, `stance` and `kind` together. */
export interface SearchQuery {
  /** Words, all of which must be there; "in quotation marks" next to each other. May be empty where a filter is given. */
  readonly text: string;
  readonly actor?: string;
  readonly issue?: string;
  readonly stance?: string;
  readonly kind?: Kind;
  readonly outlet?: string;
  /** First day of publication, `2031-04-02`. */
  readonly from?: string;
  /** Last day of publication. */
  readonly to?: string;
  readonly limit?: number;
  readonly offset?: number;
}

export interface SearchAnswer {
  readonly hits: readonly Hit[];
  /** More reports match than are shown from `offset` on. */
  readonly more: boolean;
}

/** What a person wants to say: of findings or conflicts, by their ids. */
export interface JudgementDraft {
  readonly verdict: HumanVerdict;
  /** Ids of findings or conflicts; ids of identities or histories, or names of actors and places, for all their findings. */
  readonly on: readonly string[];
  readonly field?: string;
  readonly value?: unknown;
  readonly note?: string;
  readonly who: string;
}

/** The stories of one revision, each worked out when it is first asked for. */
export interface Told {
  readonly revision: number;
  /** What the reports tell, one story a matter, the one with the most reports first. */
  readonly stories: () => readonly ToldStory[];
  /** What they say all together, whatever they tell of. */
  readonly whole: () => Story;
  readonly judgements: () => readonly StandingJudgement[];
}

/** What a new reading of one report would change: findings by kind, and one line for each. */
export interface ReadingDifference {
  readonly report: string;
  readonly file?: string;
  readonly added: readonly { readonly kind: Kind; readonly line: string }[];
  readonly removed: readonly { readonly kind: Kind; readonly line: string }[];
  readonly altered: readonly { readonly kind: Kind; readonly line: string }[];
  readonly versions: readonly string[];
}

export type Progress = (done: number, total: number) => void;

export interface Workspace {
  readonly engine: Engine;
  /** Grows with every change of the workspace, by whatever process. */
  readonly revision: () => Promise<number>;
  readonly add: (bytes: Uint8Array, options?: AddOptions) => Promise<Added>;
  /** Adds reports in their order, reading them on all cores; where a reading failed, what to say of it. */
  readonly addMany: (
    tasks: AsyncIterable<AddTask>,
    who?: string,
  ) => AsyncIterable<Added | { readonly failure: Diagnostic }>;
  /** Takes away the reports that an id, the start of an id, a file name or an address means; their entries. */
  readonly remove: (what: string, who?: string) => Promise<readonly ReportEntry[]>;
  readonly reports: (page?: ReportsPage) => Promise<readonly ReportEntry[]>;
  readonly report: (id: string) => Promise<ReportEntry | undefined>;
  readonly original: (id: string) => Promise<Uint8Array | undefined>;
  readonly reading: (id: string) => Promise<Reading | undefined>;
  /** Readings of the current reports, in order of arrival, as the program made them. */
  readonly readings: () => Promise<readonly Reading[]>;
  /** What the current reports say together, whatever they tell of, with people's judgements in it. Kept until the revision moves. */
  readonly story: () => Promise<Story>;
  /** The same story by story, with the revision and with where each judgement holds; all of one moment. */
  readonly told: () => Promise<Told>;
  readonly search: (query: SearchQuery) => Promise<SearchAnswer>;
  readonly judge: (draft: JudgementDraft) => Promise<HumanJudgement>;
  /** Takes in judgements from elsewhere as they are; how many were new here. */
  readonly adopt: (judgements: readonly HumanJudgement[]) => Promise<number>;
  readonly undo: (judgement: string, who: string) => Promise<boolean>;
  readonly judgements: () => Promise<readonly StandingJudgement[]>;
  readonly log: (page?: Page) => Promise<readonly LogEntry[]>;
  /** Reads every original again and keeps what has changed; how many were read and how many differ. */
  readonly rebuild: (
    progress?: Progress,
    who?: string,
  ) => Promise<{ readonly read: number; readonly changed: number }>;
  /** What `rebuild` would change; nothing is written. */
  readonly diff: (progress?: Progress) => Promise<readonly ReadingDifference[]>;
  /** The lines of an export; see `import`. */
  readonly export: (options?: ExportOptions) => AsyncIterable<string>;
  /** Takes in the lines of an export: reports where it holds their texts, and judgements. */
  readonly import: (lines: AsyncIterable<string>, who?: string) => Promise<Imported>;
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  /** Kept with the workspace, so that a rebuild reads as the first reading did. */
  readonly agenda?: Agenda;
  readonly aliases?: Aliases;
  /** Makes the workspace where there is none. */
  readonly create?: boolean;
  /** The clock; the only one in the program. An instant, RFC 3339. */
  readonly now?: () => string;
}

/** How reports are read here: as is said now, else as was said before. */
async function settingsOf(store: Store, options: Settings, act: Act): Promise<Settings> {
  const kept: Record<string, unknown> = {};
  for (const name of ["agenda", "aliases"] as const) {
    const before = await store.setting(name);
    const now = options[name] === undefined ? before : JSON.stringify(options[name]);
    if (now !== undefined && now !== before) await store.set(name, now, act);
    if (now !== undefined) kept[name] = JSON.parse(now);
  }
  return kept as Settings;
}

/** Reports that are indexed in one change. */
const AT_ONCE = 100;

/** Makes reports that an earlier program has kept findable. */
async function indexLeftovers(store: Store): Promise<void> {
  const ids = await store.unindexed(INDEX_VERSION);
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    const readings = await store.readings(ids.slice(i, i + AT_ONCE));
    await store.index(new Map(readings.map((reading) => [reading.report.id, indexEntry(reading)])));
  }
}

/** Reports that an id, the start of one, a file name or an address means. */
async function meant(store: Store, what: string): Promise<ReportEntry[]> {
  const isStart = /^[0-9a-f]{4,16}$/.test(what);
  const at = new Set((await store.versions(what)).map(({ report }) => report));
  const entries = await store.reports({ all: true });
  return entries.filter(({ id, file }) => file === what || at.has(id) || (isStart && id.startsWith(what)));
}

/**
 * Opens a workspace.
 * @param db path of a file, or `postgres://…`
 * @throws UserError where it cannot be opened, or is not there and is not to be made
 */
export async function openWorkspace(db: string, options: OpenOptions = {}): Promise<Workspace> {
  const now = options.now ?? (() => new Date().toISOString());
  const act = (who = "unknown"): Act => ({ who, when: now() });
  const store = await openStore(db, VERSION, options.create);
  let settings = await settingsOf(store, options, act());
  await indexLeftovers(store);
  const shelf = new Shelf(store);
  return {
    engine: store.engine,
    revision: store.revision,
    add: (bytes, options = {}) => ingest(store, settings, bytes, options, act(options.who)),
    addMany: (tasks, who) => ingestMany(store, settings, tasks, () => act(who)),
    remove: async (what, who) => {
      const entries = await meant(store, what);
      for (const { id } of entries) await store.remove(id, act(who));
      return entries;
    },
    reports: store.reports,
    report: store.report,
    original: store.original,
    reading: store.reading,
    readings: () => shelf.readings(),
    story: async () => (await shelf.told()).whole(),
    told: () => shelf.told(),
    search: (query) => searched(store, query),
    judge: async (draft) => {
      const stories = (await shelf.told()).stories().map(({ story }) => story);
      const judgement = judgementFrom({ readings: await shelf.readings(), stories }, draft, now());
      await store.judge(judgement);
      return judgement;
    },
    adopt: async (judgements) => {
      let taken = 0;
      for (const judgement of judgements) if (await store.judge(judgement)) taken++;
      return taken;
    },
    undo: (judgement, who) => store.undo(judgement, act(who)),
    judgements: async () => (await shelf.told()).judgements(),
    log: store.log,
    rebuild: (progress, who) => reread(store, settings, act(who), progress),
    diff: (progress) => differences(store, settings, progress),
    export: (options = {}) => exported(store, options),
    import: (lines, who) =>
      imported(lines, {
        add: (bytes, options) => ingest(store, settings, bytes, options, act(who)),
        adopt: store.judge,
        configure: async (theirs) => {
          settings = await settingsOf(store, { ...theirs, ...settings }, act(who));
        },
      }),
    close: store.close,
  };
}

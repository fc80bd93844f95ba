/** Rows of the tables and what they are in the record. */
import type { Selectable } from "kysely";
import { extent } from "../record/edtf.ts";
import type { Reading } from "../record/reading.ts";
import type { ReportEntry } from "../record/workspace.ts";
import type { Entry } from "./store.ts";
import type { Tables } from "./tables.ts";

type ReportRow = Selectable<Tables["reports"]>;
type VersionRow = Selectable<Tables["versions"]>;

/** What is known of a report from its reading, as columns. */
export function factsOf({ report }: Reading) {
  const published = report.published.value;
  const stretch = published === undefined ? undefined : extent(published);
  const day = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : null);
  return {
    file: report.file ?? null,
    url: report.url?.value ?? null,
    title: report.title?.value ?? null,
    outlet: report.outlet?.value ?? null,
    published: published ?? null,
    from_day: day(stretch?.from),
    to_day: day(stretch?.to),
  };
}

export function reportRow(entry: Entry, hash: string, added: string) {
  const facts = factsOf(entry.reading);
  return {
    id: entry.reading.report.id,
    hash,
    current: 1,
    indexed: entry.index.version,
    added,
    given: entry.given,
    ...facts,
  };
}

function present<T extends object>(values: T): { [K in keyof T]: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as {
    [K in keyof T]: NonNullable<T[K]>;
  };
}

function isWeb(address: string): boolean {
  return /^https?:/.test(address);
}

/** @param versions all versions that point to the report, in any order */
export function entryOf(row: ReportRow & { size: number }, versions: readonly VersionRow[]): ReportEntry {
  const latest = [...versions].sort((a, b) => (a.added < b.added ? 1 : a.added > b.added ? -1 : 0));
  const { file, url, title, outlet, published } = row;
  return {
    id: row.id,
    seq: row.seq,
    addresses: [...new Set(latest.map(({ address }) => address))].filter(isWeb).sort(),
    state: row.current === 1 ? "current" : "superseded",
    version: latest[0]?.version ?? 1,
    ...present({ file, url, title, outlet, published }),
    added: row.added,
    size: row.size,
  };
}

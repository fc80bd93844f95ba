/** Bytes into the workspace: known or not, read where they must be, placed in one change. */
import type { Aliases } from "../findings/extractor.ts";
import { type ReadOptions, read } from "../read.ts";
import type { Agenda } from "../record/agenda.ts";
import { idOfBytes } from "../record/id.ts";
import type { Reading } from "../record/reading.ts";
import type { Given } from "../report/given.ts";
import type { Act, Store } from "../store/store.ts";
import { indexEntry } from "./index-entry.ts";
import type { Added, AddOptions } from "./workspace.ts";

/** How all reports of a workspace are read. */
export interface Settings {
  readonly agenda?: Agenda;
  readonly aliases?: Aliases;
}

/** What one report is read with besides: kept with it, so that it can be read again. */
export type ReadWith = Omit<ReadOptions, keyof Settings>;

/** The same facts are the same JSON, whoever put them down; what is empty says nothing. */
function readWith(options: ReadWith): ReadWith {
  const isSaid = (value: unknown) =>
    value !== undefined && (typeof value !== "object" || value === null || Object.keys(value).length > 0);
  const inOrder = (value: object): object =>
    Object.fromEntries(
      Object.entries(value)
        .filter(([, one]) => isSaid(one))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, one]) => [name, typeof one === "object" && !Array.isArray(one) ? inOrder(one) : one]),
    );
  return inOrder(options);
}

function pick(options: ReadWith, name: "file" | "fetched"): ReadWith {
  return options[name] === undefined ? {} : { [name]: options[name] };
}

/** What was known before stays known; the name and the day that it was first read under stay. */
function together(before: ReadWith, now: ReadWith): ReadWith {
  const given: Given = { ...before.given, ...now.given };
  return readWith({ ...before, ...now, ...pick(before, "file"), ...pick(before, "fetched"), given });
}

export function readAgain(bytes: Uint8Array, kept: ReadWith, settings: Settings): Promise<Reading> {
  return read(bytes, { ...settings, ...kept });
}

export function isUnreadable(reading: Reading): boolean {
  return reading.diagnostics.some(({ severity }) => severity === "error");
}

/** Adds one report. Nothing is read that is known already; nothing is kept that cannot be read. */
export async function ingest(
  store: Store,
  settings: Settings,
  bytes: Uint8Array,
  options: AddOptions,
  act: Act,
): Promise<Added> {
  const id = idOfBytes(bytes);
  const { address: named, who: _, ...how } = options;
  const address = named ?? options.url ?? options.file ?? `report:${id}`;
  const standing = await store.standing(address, id);
  const before = standing.given === undefined ? undefined : (JSON.parse(standing.given) as ReadWith);
  const now = readWith(how);
  const kept = before ? together(before, now) : now;
  const given = JSON.stringify(kept);
  const known = given === standing.given ? await store.reading(id) : undefined;
  if (known && standing.latest === id) return { id, state: "known", reading: known };
  const reading = known ?? (await readAgain(bytes, kept, settings));
  if (isUnreadable(reading)) return { id, state: "unreadable", reading };
  return {
    id,
    state: await store.put({ address, bytes, given, reading, index: indexEntry(reading) }, act),
    reading,
  };
}

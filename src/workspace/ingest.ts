/** Bytes into the workspace: known or not, read where they must be, placed in one change. */
import type { Aliases } from "../findings/extractor.ts";
import { type ReadOptions, read } from "../read.ts";
import { readMany, type Task } from "../read-many.ts";
import type { Agenda } from "../record/agenda.ts";
import type { Diagnostic } from "../record/diagnostic.ts";
import { idOfBytes } from "../record/id.ts";
import type { Reading } from "../record/reading.ts";
import type { Given } from "../report/given.ts";
import type { Act, Store } from "../store/store.ts";
import { indexEntry } from "./index-entry.ts";
import type { Added, AddOptions, AddTask } from "./workspace.ts";

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

/** A report on its way in: what it will be known by and read with; its reading where that is known already. */
interface Arrival {
  readonly id: string;
  readonly address: string;
  readonly kept: ReadWith;
  readonly bytes: Uint8Array;
  readonly reading?: Reading;
  /** Nothing is left to do. */
  readonly isThere: boolean;
}

async function arrivalOf(store: Store, bytes: Uint8Array, options: AddOptions): Promise<Arrival> {
  const id = idOfBytes(bytes);
  const { address: named, who: _, ...how } = options;
  const address = named ?? options.url ?? options.file ?? `report:${id}`;
  const standing = await store.standing(address, id);
  const before = standing.given === undefined ? undefined : (JSON.parse(standing.given) as ReadWith);
  const now = readWith(how);
  const kept = before ? together(before, now) : now;
  const reading = JSON.stringify(kept) === standing.given ? await store.reading(id) : undefined;
  const isThere = reading !== undefined && standing.latest === id;
  return { id, address, kept, bytes, isThere, ...(reading && { reading }) };
}

async function placed(
  store: Store,
  { id, address, kept, bytes, isThere }: Arrival,
  reading: Reading,
  act: Act,
): Promise<Added> {
  if (isThere) return { id, state: "known", reading };
  if (isUnreadable(reading)) return { id, state: "unreadable", reading };
  const entry = { address, bytes, given: JSON.stringify(kept), reading, index: indexEntry(reading) };
  return { id, state: await store.put(entry, act), reading };
}

/** Adds one report. Nothing is read that is known already; nothing is kept that cannot be read. */
export async function ingest(
  store: Store,
  settings: Settings,
  bytes: Uint8Array,
  options: AddOptions,
  act: Act,
): Promise<Added> {
  const arrival = await arrivalOf(store, bytes, options);
  return placed(store, arrival, arrival.reading ?? (await readAgain(bytes, arrival.kept, settings)), act);
}

/** Adds many reports, in their order, and reads those that are not known on all cores; each is a change of its own. */
export async function* ingestMany(
  store: Store,
  settings: Settings,
  tasks: AsyncIterable<AddTask>,
  act: () => Act,
): AsyncGenerator<Added | { readonly failure: Diagnostic }> {
  const waiting: Arrival[] = [];
  async function* unread(): AsyncGenerator<Task> {
    for await (const { bytes, options = {} } of tasks) {
      const arrival = await arrivalOf(store, bytes, options);
      waiting.push(arrival);
      if (!arrival.reading) yield { bytes, options: arrival.kept };
    }
  }
  async function* known(): AsyncGenerator<Added> {
    while (waiting[0]?.reading) {
      const arrival = waiting.shift()!;
      yield await placed(store, arrival, arrival.reading!, act());
    }
  }
  for await (const outcome of readMany(unread(), settings)) {
    yield* known();
    const arrival = waiting.shift()!;
    yield "failure" in outcome ? outcome : await placed(store, arrival, outcome.reading, act());
  }
  yield* known();
}

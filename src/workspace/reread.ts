/** Reading what is kept again: what would change, and the change itself. */
import { isDeepStrictEqual } from "node:util";
import { type Finding, KINDS, type Kind, type Reading } from "../record/reading.ts";
import { findingLine } from "../share/finding-line.ts";
import type { Act, Store } from "../store/store.ts";
import { indexEntry } from "./index-entry.ts";
import { type ReadWith, readAgain, type Settings } from "./ingest.ts";
import type { Progress, ReadingDifference } from "./workspace.ts";

interface Pair {
  readonly before: Reading;
  readonly after: Reading;
}

/** Every report of the workspace, superseded ones too, as it was read and as it would be read now. */
async function* again(store: Store, settings: Settings, progress?: Progress): AsyncGenerator<Pair> {
  const entries = await store.reports({ all: true });
  for (const [done, { id }] of entries.entries()) {
    const [bytes, kept, before] = [await store.original(id), await store.given(id), await store.reading(id)];
    // Somebody else may have taken it away meanwhile.
    if (bytes && kept && before) {
      yield { before, after: await readAgain(bytes, JSON.parse(kept) as ReadWith, settings) };
    }
    progress?.(done + 1, entries.length);
  }
}

function lineOf(kind: Kind, finding: Finding): string {
  return `${kind.replace(/s$/, "")} ${findingLine(kind, finding)} — “${finding.at[0].text}”`;
}

function versionsOf({ before, after }: Pair): string[] {
  const of = (reading: Reading): Record<string, string> => ({
    schema: reading.schema,
    program: reading.program,
    ...reading.models,
  });
  const [old, now] = [of(before), of(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((name) => old[name] !== now[name])
    .map((name) => `${name} ${old[name] ?? "none"} → ${now[name] ?? "none"}`);
}

function differenceOf(pair: Pair): ReadingDifference {
  const { before, after } = pair;
  const all = (reading: Reading) =>
    new Map(
      KINDS.flatMap((kind) => reading[kind].map((finding) => [finding.id, { kind, finding }] as const)),
    );
  const [old, now] = [all(before), all(after)];
  const lines = (entries: Iterable<{ kind: Kind; finding: Finding }>) =>
    [...entries].map(({ kind, finding }) => ({ kind, line: lineOf(kind, finding) }));
  return {
    report: after.report.id,
    ...(after.report.file !== undefined && { file: after.report.file }),
    added: lines([...now].filter(([id]) => !old.has(id)).map(([, one]) => one)),
    removed: lines([...old].filter(([id]) => !now.has(id)).map(([, one]) => one)),
    altered: lines(
      [...now]
        .filter(([id, { finding }]) => old.has(id) && !isDeepStrictEqual(old.get(id)!.finding, finding))
        .map(([, one]) => one),
    ),
    versions: versionsOf(pair),
  };
}

/** What reading everything again would change, report by report; those that stay as they are are left out. */
export async function differences(
  store: Store,
  settings: Settings,
  progress?: Progress,
): Promise<ReadingDifference[]> {
  const found: ReadingDifference[] = [];
  for await (const pair of again(store, settings, progress)) {
    if (!isDeepStrictEqual(pair.before, pair.after)) found.push(differenceOf(pair));
  }
  return found;
}

/** Reads everything again and keeps what differs. */
export async function reread(store: Store, settings: Settings, act: Act, progress?: Progress) {
  let [read, changed] = [0, 0];
  for await (const { before, after } of again(store, settings, progress)) {
    read++;
    if (isDeepStrictEqual(before, after)) continue;
    changed++;
    await store.replaceReading(after, indexEntry(after), act);
  }
  return { read, changed };
}

/** Takes reports in one after the other, and tells those who listen how far it is. */
import { randomUUID } from "node:crypto";
import type { Diagnostic } from "../record/diagnostic.ts";
import { idOfBytes } from "../record/id.ts";
import type { Item } from "../report/open/item.ts";
import { open } from "../report/open/open.ts";
import type { AddOptions } from "../workspace/workspace.ts";
import type { Desk } from "./act.ts";
import type { TakenIn } from "./press.ts";

/** A file as it was handed in: a report, or an archive or collection of them. */
export interface HandedIn {
  readonly bytes: Uint8Array;
  /** Media type; empty where none was said. */
  readonly type: string;
  readonly file: string | undefined;
  readonly given: NonNullable<AddOptions["given"]>;
}

/** What became of all of them. */
interface Taken {
  /** Of the record that is shown, which has the reports. */
  readonly revision: number;
  readonly reports: readonly TakenIn[];
  /** What was passed over, or could not be opened. */
  readonly diagnostics: readonly Diagnostic[];
}

interface Batch {
  readonly work: { readonly work: string; readonly of: number };
  readonly over: Promise<Taken>;
}

/** Stands for the name of a file that came without one. */
const NAMELESS = "report";

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function optionsOf({ file, type, given }: HandedIn, item: Item, who: string): AddOptions {
  const isItself = item.file === (file ?? NAMELESS);
  const url = item.url ?? (isItself ? given.url : undefined);
  const named = item.type ?? (isItself && type !== "" ? type : undefined);
  return {
    who,
    given,
    ...(isItself && file === undefined ? {} : { file: item.file }),
    // A bare file name says nothing of where a report is from: other bytes under it are another report.
    address: url ?? `report:${idOfBytes(item.bytes)}`,
    ...(url === undefined ? {} : { url }),
    ...(named === undefined ? {} : { type: named }),
    ...(item.fetched === undefined ? {} : { fetched: item.fetched }),
  };
}

/** @returns the batch's name at once; its end when the record that is shown has the reports */
export function takeIn({ press, shelf, live }: Desk, files: readonly HandedIn[], who: string): Batch {
  const id = randomUUID();
  const of = files.length;
  async function all(): Promise<Taken> {
    const reports: TakenIn[] = [];
    const diagnostics: Diagnostic[] = [];
    const say = (diagnostic: Diagnostic) => diagnostics.push(diagnostic);
    for (const [done, handed] of files.entries()) {
      const { bytes, file = NAMELESS } = handed;
      for await (const item of open({ file, chunks: () => chunksOf(bytes) }, { say })) {
        const one = await press.add(item.bytes, optionsOf(handed, item, who));
        reports.push(one);
        live.work({ id, done, of, isOver: false, file: item.file, state: one.state });
      }
    }
    await shelf.turn();
    return { revision: shelf.mark.revision, reports, diagnostics };
  }
  const over = all().finally(() => live.work({ id, done: of, of, isOver: true }));
  return { work: { work: id, of }, over };
}

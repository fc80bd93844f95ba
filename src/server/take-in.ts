/** Takes reports in one after the other, and tells those who listen how far it is. */
import { randomUUID } from "node:crypto";
import { idOfBytes } from "../record/id.ts";
import type { AddOptions } from "../workspace/workspace.ts";
import type { Desk } from "./act.ts";
import type { TakenIn } from "./press.ts";

export interface HandedIn {
  readonly bytes: Uint8Array;
  /** Media type; empty where none was said. */
  readonly type: string;
  readonly file: string | undefined;
  readonly given: NonNullable<AddOptions["given"]>;
}

interface Batch {
  readonly work: { readonly work: string; readonly of: number };
  readonly over: Promise<{ readonly revision: number; readonly reports: readonly TakenIn[] }>;
}

/** @returns the batch's name at once; its end when the record that is shown has the reports */
export function takeIn({ press, shelf, live }: Desk, reports: readonly HandedIn[], who: string): Batch {
  const id = randomUUID();
  const of = reports.length;
  async function all() {
    const taken: TakenIn[] = [];
    for (const { bytes, type, file, given } of reports) {
      const options: AddOptions = {
        who,
        given,
        ...(file === undefined ? {} : { file }),
        // A bare file name says nothing of where a report is from: other bytes under it are another report.
        address: given.url ?? `report:${idOfBytes(bytes)}`,
        ...(given.url === undefined ? {} : { url: given.url }),
        ...(type === "" ? {} : { type }),
      };
      const one = await press.add(bytes, options);
      taken.push(one);
      const { state } = one;
      live.work({
        id,
        done: taken.length,
        of,
        isOver: false,
        state,
        ...(file === undefined ? {} : { file }),
      });
    }
    await shelf.turn();
    return { revision: shelf.mark.revision, reports: taken };
  }
  const over = all().finally(() => live.work({ id, done: of, of, isOver: true }));
  return { work: { work: id, of }, over };
}

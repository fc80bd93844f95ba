/** A workspace that is open for questions: its press and its shelf. Without a workspace of the user's, one that ends with the program. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AddOptions } from "../workspace/workspace.ts";
import type { Press, TakenIn } from "./press.ts";
import { Shelf } from "./shelf.ts";
import { startPress } from "./threaded-press.ts";
import type { Opening } from "./threads.ts";

export interface Handed {
  readonly bytes: Uint8Array;
  readonly options: AddOptions;
}

export interface House {
  readonly press: Press;
  readonly shelf: Shelf;
  readonly close: () => Promise<void>;
}

export interface HouseOptions {
  /** Path of a workspace, or `postgres://…`; absent: one that is made for the occasion. */
  readonly db?: string;
  /** Kept with a workspace that is made for the occasion. */
  readonly settings?: Pick<Opening, "agenda" | "aliases">;
  /** Reports that are taken in before anything is answered. */
  readonly reports?: Iterable<Handed> | AsyncIterable<Handed>;
  /** Called with what became of each of them. */
  readonly taken?: (one: TakenIn) => void;
}

/** @throws UserError where the workspace cannot be opened */
export async function openHouse({ db, settings = {}, reports = [], taken }: HouseOptions): Promise<House> {
  const folder = db === undefined ? mkdtempSync(join(tmpdir(), "parley-")) : undefined;
  const sweep = () => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  };
  try {
    const press = await startPress(
      folder === undefined
        ? { db: db!, create: false }
        : { ...settings, db: join(folder, "story.db"), create: true },
    );
    const close = async () => {
      await press.close();
      sweep();
    };
    try {
      for await (const { bytes, options } of reports) {
        const one = await press.add(bytes, options);
        taken?.(one);
      }
      return { press, shelf: await Shelf.over(press), close };
    } catch (error) {
      await press.close();
      throw error;
    }
  } catch (error) {
    sweep();
    throw error;
  }
}

/** Long lists in pages. A cursor names the edition that it counts in, so that a walk loses nothing while reports come in. */
import { Refusal } from "./refusal.ts";

export const PAGE = 500;
export const LONGEST_PAGE = 1000;

export interface Cursor {
  readonly tag: string;
  readonly from: number;
}

export function cursorText({ tag, from }: Cursor): string {
  return Buffer.from(JSON.stringify([tag, from])).toString("base64url");
}

/** @throws Refusal where no cursor was given out like this */
export function readCursor(text: string): Cursor {
  try {
    const [tag, from] = JSON.parse(Buffer.from(text, "base64url").toString()) as unknown[];
    if (typeof tag === "string" && Number.isSafeInteger(from) && (from as number) >= 0) {
      return { tag, from: from as number };
    }
  } catch {
    // Told below: whatever cannot be read is no cursor of ours.
  }
  throw new Refusal(400, "this is no cursor that was given out here", [
    { where: "cursor", what: "cannot be read" },
  ]);
}

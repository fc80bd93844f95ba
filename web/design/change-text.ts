/** What a change says beside its name: from what to what, in words. */
import type { Change } from "../../src/record/changes.ts";
import type { EventStatus } from "../../src/record/event.ts";
import { dateText } from "./dates.ts";
import { STATUS_WORDS } from "./stance.ts";

function standing(word: string): string {
  return STATUS_WORDS[word as EventStatus] ?? word;
}

export function changeText({ kind, before, after = "" }: Change): string {
  switch (kind) {
    case "new event": {
      const [status = "", when] = after.split(" ");
      return when === undefined ? standing(status) : `${standing(status)}, ${dateText(when)}`;
    }
    case "status":
      return `${standing(before ?? "")} → ${standing(after)}`;
    case "moved":
      return `${dateText(before)} → ${dateText(after)}`;
    case "more origins":
      return `${before ?? 0} → ${after} independent origins`;
    default:
      return before === undefined ? after : `${before} → ${after}`;
  }
}

/** What a change says beside its name: from what to what, in words. */
import type { Change } from "../../src/record/changes.ts";
import { dateText } from "./dates.ts";
import { standingText } from "./stance.ts";

export function changeText({ kind, before, after = "" }: Change): string {
  switch (kind) {
    case "new event": {
      const [status = "", when] = after.split(" ");
      return when === undefined ? standingText(status) : `${standingText(status)}, ${dateText(when)}`;
    }
    case "status":
      return `${standingText(before ?? "")} → ${standingText(after)}`;
    case "moved":
      return `${dateText(before)} → ${dateText(after)}`;
    case "more origins":
      return `${before ?? 0} → ${after} independent origins`;
    default:
      return before === undefined ? after : `${before} → ${after}`;
  }
}

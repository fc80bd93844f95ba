/** What a change says beside its name: from what to what, in words. */
import type { Change } from "../record/changes.ts";
import { datesSpoken, dateText } from "../record/date-text.ts";
import type { EventStatus } from "../record/event.ts";

/** The standing of an event as people say it. */
export const STATUS_WORDS: Readonly<Record<EventStatus, string>> = {
  possible: "talked of",
  planned: "planned",
  ongoing: "under way",
  held: "took place",
  cancelled: "called off",
  refused: "refused",
};

/** The standing of an event in words; any other word stays. */
export function standingText(word: string): string {
  return STATUS_WORDS[word as EventStatus] ?? word;
}

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
    case "new contradiction":
      return datesSpoken(after);
    default:
      return before === undefined ? after : `${before} → ${after}`;
  }
}

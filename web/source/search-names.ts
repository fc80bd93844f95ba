/** Search in the names of people, places and events: every word of the query must occur, whatever its case. */

import { dateText } from "../../src/record/date-text.ts";
import type { History } from "../../src/record/history.ts";
import type { Identity } from "../../src/record/judgement.ts";
import { STATUS_WORDS } from "../../src/story/change-text.ts";
import type { Hit } from "./story-source.ts";

/** Hits of one kind. */
export const MOST_OF_A_KIND = 12;

/** The words of a query, at most eight. */
export function wordsOf(query: string): string[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return words.slice(0, 8);
}

export function hasAll(text: string, words: readonly string[]): boolean {
  const low = text.toLowerCase();
  return words.every((word) => low.includes(word));
}

export function namesFound(
  words: readonly string[],
  histories: readonly History[],
  identities: readonly Identity[],
): Hit[] {
  const named = identities
    .filter(({ names }) => names.some((name) => hasAll(name, words)))
    .map(
      (identity): Hit => ({
        kind: identity.of === "place" ? "place" : "actor",
        title: identity.name,
        detail: [identity.kind, ...identity.names.filter((name) => name !== identity.name).slice(0, 4)].join(
          " · ",
        ),
        view: identity.of === "place" ? "map" : "people",
        id: identity.id,
      }),
    );
  const events = histories
    .filter(({ name, outcome }) => hasAll(`${name} ${outcome ?? ""}`, words))
    .map(
      (history): Hit => ({
        kind: "event",
        title: history.name,
        detail: [STATUS_WORDS[history.status], history.when ? dateText(history.when) : ""]
          .filter(Boolean)
          .join(" · "),
        view: "timeline",
        select: history.id,
      }),
    );
  return [...named.slice(0, MOST_OF_A_KIND), ...events.slice(0, MOST_OF_A_KIND)];
}

import type { Kind } from "../../src/record/reading.ts";

/** The kinds of finding in the order in which the page lists them, with the words for one and for many. */
export const KIND_NAMES: Readonly<Record<Kind, readonly [one: string, many: string]>> = {
  events: ["event", "events"],
  positions: ["position", "positions"],
  proposals: ["proposal", "proposals"],
  statements: ["statement", "statements"],
  claims: ["figure", "figures"],
  actors: ["actor", "actors"],
  places: ["place", "places"],
  times: ["time", "times"],
  citations: ["citation", "citations"],
  problems: ["problem", "problems"],
};

export const KINDS = Object.keys(KIND_NAMES) as readonly Kind[];

import { expect, test } from "vitest";
import type { History } from "../../src/record/history.ts";
import { meetingsOf, pairKey } from "./meetings.ts";

const event = (id: string, who: readonly string[], more: Partial<History> = {}): History => ({
  id,
  type: "CONSULT",
  subtype: "meeting",
  name: id,
  participants: who.map((name) => ({ id: name.toLowerCase(), name })),
  recipients: [],
  status: "held",
  steps: [],
  corroboration: { reports: [], origins: [] },
  ...more,
});

test("every pair of those who take part is counted once an event; acts of speech and of force are no meetings", () => {
  const { actors, between, hidden } = meetingsOf(
    [
      event("one", ["Ana", "Bero", "Cela"]),
      event("two", ["Bero", "Ana", "Ana"]),
      event("three", ["Ana", "Dario"], { verbal: true }),
      event("four", ["Ana", "Elin"], { type: "ASSAULT" }),
    ],
    2,
  );
  expect(actors.map(({ name }) => name)).toEqual(["Ana", "Bero"]);
  expect(between.get(pairKey("bero", "ana"))?.events.map(({ id }) => id)).toEqual(["one", "two"]);
  expect(between.has(pairKey("ana", "elin"))).toBe(false);
  expect(hidden).toBe(1);
});

import { expect, test } from "vitest";
import type { Reading } from "../record/reading.ts";
import { offAgenda } from "./off-agenda.ts";

function told(report: string, ...contents: readonly (readonly [issue: string, content: string])[]): Reading {
  const positions = contents.map(([issue, content], i) => ({
    issue,
    content,
    id: `${report}-${i}`,
    at: [{ start: 0, end: content.length, text: content }],
  }));
  return { report: { id: report }, positions } as unknown as Reading;
}

test("names what several reports speak of and no issue holds, in their words", () => {
  const matters = offAgenda([
    told("a", ["other", "a grain corridor through the straits"], ["ceasefire", "a grain truce"]),
    told("b", ["other", "the reopening of the grain corridor"], ["other", "a new anthem"]),
    told("c", ["other", "the grain corridor"]),
  ]);
  expect(matters.map(({ name, reports, evidence }) => [name, reports, evidence.length])).toEqual([
    ["grain corridor", 3, 3],
  ]);
});

test("proposes nothing that one report alone repeats, and nothing of the agenda", () => {
  const fish = ["other", "the fishing quota"] as const;
  expect(offAgenda([told("a", fish, fish, fish)])).toEqual([]);
  const truce = ["ceasefire", "the truce"] as const;
  expect(offAgenda([told("a", truce, truce), told("b", truce, truce)])).toEqual([]);
});

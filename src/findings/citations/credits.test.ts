import { expect, test } from "vitest";
import type { Actor } from "../../record/actor.ts";
import { spanAt } from "../../record/span.ts";
import { looseCredits } from "./credits.ts";

function courierIn(text: string): Actor[] {
  const start = text.indexOf("Courier");
  if (start < 0) return [];
  const at = [spanAt(text, start, start + 7)] as const;
  return [
    {
      id: "c",
      at,
      according: [],
      modality: "asserted",
      by: "test",
      score: 1,
      name: "Courier",
      kind: "outlet",
      mentions: at,
      references: [],
      roles: [],
    },
  ];
}

test.each([
  ["The draft, seen by the Courier, is short.", [["Courier", "seen by the Courier"]]],
  ["The ministers will meet on Friday, Courier reported.", [["Courier", "Courier reported"]]],
  ["VELDEN (Courier) — It snowed.", [["Courier", "Courier"]]],
  [
    "Agronese state media have given the toll as nine.",
    [["Agronese state media", "Agronese state media have given"]],
  ],
  ["Local media were barred from the hall.", []],
  ["The Courier was shut in May.", []],
])("%s", (text, expected) =>
  expect(
    looseCredits(text, courierIn(text)).map(({ outlet, start, end }) => [outlet, text.slice(start, end)]),
  ).toEqual(expected),
);

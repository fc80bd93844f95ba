import { describe, expect, test } from "vitest";
import type { Actor } from "../record/actor.ts";
import { tell } from "./tell.ts";
import { Teller } from "./teller.ts";

const premier = (of: string): Actor["roles"] => [{ title: "premier", of }];

function people(...names: readonly [string, Actor["roles"]?][]) {
  const readings = names.map(([name, roles], i) =>
    new Teller(`Outlet ${i}`, `2031-04-0${i + 1}`, `${name} spoke.`)
      .actor(name, "person", roles ? { roles } : {})
      .reading(),
  );
  return tell(readings)
    .identities()
    .map((identity) => identity.names.toSorted());
}

describe("one person under several spellings", () => {
  test.each([
    ["Ilya Brenskiy", "Iliya Brensky"],
    ["Oleh Kharchuk", "Олег Харчук"],
    ["Mirad Araqi", "Mirad Araghi"],
    ["Tessa Rowanhill", "Rowanhill"],
  ])("%s and %s", (a, b) => {
    expect(people([a], [b])).toHaveLength(1);
  });

  test("letters swapped beside one office", () => {
    expect(people(["Joren Halder", premier("Lorvia")], ["Joren Hadler", premier("Lorvia")])).toHaveLength(1);
  });
});

describe("two persons", () => {
  test.each([
    ["Dalen", "Valen"],
    ["Larnov", "Larvov"],
    ["Anna Brensky", "Boris Brensky"],
  ])("%s and %s", (a, b) => {
    expect(people([a], [b])).toHaveLength(2);
  });
});

test("a person's judgement wins over the names", () => {
  const readings = ["Tessa Rowanhill", "T. Rowanhill"].map((name, i) =>
    new Teller(`Outlet ${i}`, "2031-04-01", `${name} spoke.`).actor(name, "person").reading(),
  );
  const pair = readings.map(({ actors }) => actors[0]!.id).sort() as [string, string];
  const apart = {
    pair,
    verdict: "not the same" as const,
    score: 1,
    judge: { kind: "person" as const, name: "reader" },
    why: "two sisters",
  };
  expect(tell(readings).identities()).toHaveLength(1);
  expect(tell(readings, { judgements: [apart] }).identities()).toHaveLength(2);
});

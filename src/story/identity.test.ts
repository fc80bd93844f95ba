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
  const on = readings.map(({ report, actors: [actor] }) => ({
    kind: "actors" as const,
    id: actor!.id,
    report: report.id,
    quote: actor!.at[0],
    name: actor!.name,
  }));
  const apart = {
    id: "judgement-1",
    verdict: "not the same" as const,
    on,
    note: "two sisters",
    who: "reader",
    when: "2031-04-02T10:00:00Z",
  };
  expect(tell(readings).identities()).toHaveLength(1);
  expect(tell(readings, { judgements: [apart] }).identities()).toHaveLength(2);
});

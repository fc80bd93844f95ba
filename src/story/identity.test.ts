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

describe("a side under another name", () => {
  const state = (text: string, name: string, kind: Actor["kind"], day: string) =>
    new Teller("North", day, text).actor(name, kind).reading();

  test("the adjective that a report has instead of a state is the state", () => {
    const story = tell([
      state("Lorvia signed.", "Lorvia", "state", "2031-04-01"),
      state("Lorvian guns fell silent.", "Lorvian", "person", "2031-04-02"),
    ]);
    expect(story.identities().map(({ kind, name }) => [kind, name])).toEqual([["state", "Lorvia"]]);
  });

  test("two states whose names begin alike are two", () => {
    const story = tell([
      state("Lorvia signed.", "Lorvia", "state", "2031-04-01"),
      state("Lorvestan signed.", "Lorvestan", "state", "2031-04-02"),
    ]);
    expect(story.identities()).toHaveLength(2);
  });

  test("an office speaks for a state that only another report names", () => {
    const story = tell([
      state("Lorvia signed.", "Lorvia", "state", "2031-04-01"),
      new Teller("South", "2031-04-02", "Lorvian Foreign Minister Ral Tenn spoke.")
        .actor("Ral Tenn", "person", { roles: [{ title: "Foreign Minister" }] })
        .reading(),
    ]);
    const [minister, lorvia] = ["Ral Tenn", "Lorvia"].map((name) =>
      story.identities().find((identity) => identity.name === name),
    );
    expect(minister?.represents).toBe(lorvia?.id);
  });

  test("who is called upon by somebody holds no office of theirs", () => {
    const story = tell([
      new Teller("South", "2031-04-02", "The Lorvian Union called on Premier Ral Tenn to go.")
        .actor("Lorvian Union", "organisation")
        .actor("Ral Tenn", "person", { roles: [{ title: "Premier" }] })
        .reading(),
    ]);
    expect(story.identities().find(({ name }) => name === "Ral Tenn")?.represents).toBeUndefined();
  });
});

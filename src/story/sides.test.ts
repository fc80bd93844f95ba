import { expect, test } from "vitest";
import type { Identity } from "../record/judgement.ts";
import { rankIn, Sides } from "./sides.ts";

function identity(name: string, kind: string, more: Partial<Identity> = {}): Identity {
  return {
    id: name,
    of: "actor",
    kind,
    name,
    names: [name],
    roles: [],
    members: [name],
    reports: [],
    ...more,
  };
}

const sides = new Sides([
  identity("Lorvia", "state"),
  identity("Ostmark", "state"),
  identity("Tamor", "state"),
  identity("Niger", "state"),
  identity("Nigeria", "state"),
  identity("Lake League", "organisation"),
  identity("Ral Tenn", "person", { roles: [{ title: "envoy", of: "Lorvia" }] }),
  identity("foreign ministers of Lorvia and Ostmark", "group"),
  identity("the two presidents", "group"),
  identity("Tamori army", "body"),
]);

test.each([
  ["Lorvian troops", ["Lorvia"]],
  ["the Tamori side", ["Tamor"]],
  ["ministers of Lorvia and Ostmark", ["Lorvia", "Ostmark"]],
  ["the Lake League's council", ["Lake League"]],
  ["Nigeria and Niger", ["Nigeria", "Niger"]],
  ["Lorvinson, a trader", []],
])("%s names %j", (phrase, named) => {
  expect(sides.namedIn(phrase)).toEqual(named);
});

test("people, offices and groups speak for the sides in their office or name", () => {
  expect(sides.of("Ral Tenn")).toEqual(["Lorvia"]);
  expect(sides.of("Tamori army")).toEqual(["Tamor"]);
  expect(sides.of("foreign ministers of Lorvia and Ostmark")).toEqual(["Lorvia", "Ostmark"]);
  expect(sides.of("the two presidents")).toEqual([]);
});

test.each([
  ["Minister of Foreign Affairs", "foreign"],
  ["foreign ministers", "foreign"],
  ["prime minister", "head"],
  ["chiefs of staff of the two armies", "military"],
])("%s meets as %s", (title, rank) => {
  expect(rankIn(title)).toBe(rank);
});

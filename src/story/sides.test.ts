import { expect, test } from "vitest";
import type { Actor } from "../record/actor.ts";
import { Identities } from "./identity.ts";
import { rankIn, Sides } from "./sides.ts";
import { Teller } from "./teller.ts";

const actors: readonly [string, Actor["kind"], Actor["roles"]?][] = [
  ["Lorvia", "state"],
  ["Ostmark", "state"],
  ["Tamor", "state"],
  ["Niger", "state"],
  ["Nigeria", "state"],
  ["Lake League", "organisation"],
  ["Ral Tenn", "person", [{ title: "envoy", of: "Lorvia" }]],
  ["foreign ministers of Lorvia and Ostmark", "group"],
  ["the two presidents", "group"],
  ["Tamori army", "body"],
];

const reading = actors
  .reduce(
    (teller, [name, kind, roles]) => teller.actor(name, kind, roles ? { roles } : {}),
    new Teller("North", "2031-04-01", actors.map(([name]) => name).join(". ")),
  )
  .reading();
const identities = new Identities();
identities.add(reading);
identities.settle();
const sides = new Sides(identities);
const idOf = (name: string) =>
  identities.identityOf(reading.actors.find((actor) => actor.name === name)!.id)!.id;

test.each([
  ["Lorvian troops", ["Lorvia"]],
  ["the Tamori side", ["Tamor"]],
  ["ministers of Lorvia and Ostmark", ["Lorvia", "Ostmark"]],
  ["the Lake League's council", ["Lake League"]],
  ["Nigeria and Niger", ["Nigeria", "Niger"]],
  ["Lorvinson, a trader", []],
])("%s names %j", (phrase, named) => {
  expect(sides.namedIn(reading, phrase)).toEqual(named.map(idOf));
});

test("people, offices and groups speak for the sides in their office or name", () => {
  expect(sides.of(idOf("Ral Tenn"))).toEqual([idOf("Lorvia")]);
  expect(sides.of(idOf("Tamori army"))).toEqual([idOf("Tamor")]);
  expect(sides.of(idOf("foreign ministers of Lorvia and Ostmark")).toSorted()).toEqual(
    [idOf("Lorvia"), idOf("Ostmark")].toSorted(),
  );
  expect(sides.of(idOf("the two presidents"))).toEqual([]);
});

test.each([
  ["Minister of Foreign Affairs", "foreign"],
  ["foreign ministers", "foreign"],
  ["prime minister", "head"],
  ["chiefs of staff of the two armies", "military"],
])("%s meets as %s", (title, rank) => {
  expect(rankIn(title)).toBe(rank);
});

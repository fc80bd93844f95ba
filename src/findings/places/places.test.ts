import { expect, test } from "vitest";
import { contextOf } from "../context.fixture.ts";
import { places } from "./places.ts";

function found(text: string) {
  return [...places.extract(contextOf(text), {})];
}

test("a city has country and point", () => {
  const [oslo] = found("The envoys met in Oslo on Monday.");
  expect(oslo).toMatchObject({ kind: "city", name: "Oslo", country: "NOR" });
  expect(oslo?.point?.latitude).toBeCloseTo(59.9, 0);
});

test("a state is a place only where something is located in it", () => {
  expect(found("Norway signed the treaty.").map(({ name }) => name)).toEqual([]);
  expect(found("The envoys met in Norway.").map(({ kind, name }) => `${kind}:${name}`)).toEqual([
    "country:Norway",
  ]);
});

test("a capital that acts is no place", () => {
  expect(found("Oslo rejected the offer.")).toEqual([]);
});

test("a class word after two names makes both regions", () => {
  const two = found("Troops left Kharkiv and Poltava oblasts.");
  expect(two.map(({ kind, name }) => `${kind}:${name}`)).toEqual([
    "region:Kharkiv oblast",
    "region:Poltava oblast",
  ]);
  expect(two.map(({ admin1 }) => admin1)).toEqual(["UA-63", "UA-53"]);
});

test("a site keeps its class word", () => {
  const [dam] = found("Shells fell near the Orlo dam in the night.");
  expect(dam).toMatchObject({ kind: "site", name: "Orlo dam" });
});

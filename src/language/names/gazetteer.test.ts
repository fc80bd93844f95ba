import { expect, test } from "vitest";
import { gazetteer } from "./gazetteer.ts";
import { withoutAccents } from "./spelling.ts";

const lists = gazetteer();

test("states are found by their common, official and short names", () => {
  for (const name of ["United Kingdom", "UK", "U.K.", "Britain"])
    expect(lists.named(name)[0]?.key).toBe("state:GBR");
  expect(lists.named("DRC")[0]?.key).toBe("state:COD");
  expect(lists.named("Türkiye")[0]?.key).toBe(lists.named("Turkey")[0]?.key);
});

test("adjectives and words for a people lead to the state", () => {
  expect(lists.adjective("Dutch")?.of).toBe("NLD");
  expect(lists.people("Norwegians")?.of).toBe("NOR");
  expect(lists.people("Danes")?.of).toBe("DNK");
  expect(lists.adjective("Norwegians")).toBeUndefined();
});

test("a capital says whose capital it is and comes before a province of its name", () => {
  const [capital] = lists.named("Oslo");
  expect(capital).toMatchObject({ kind: "place", place: "city", of: "NOR", capitalOf: "NOR" });
  expect(capital?.latitude).toBeCloseTo(59.9, 0);
});

test("other spellings lead to the name to show", () => {
  expect(lists.named("Lodz")).toContainEqual(expect.objectContaining({ place: "city", of: "POL" }));
  expect(lists.named("Genève")[0]?.name).toBe("Geneva");
  expect(lists.namedInCapitals("OSLO")[0]?.of).toBe("NOR");
  expect(withoutAccents("Łódź")).toBe("Lodz");
});

test("an outlet is found by its host, subdomains included", () => {
  expect(lists.outletOfHost("www.reuters.com")?.name).toBe("Reuters");
  expect(lists.outletOfHost("reuters.com.example.org")).toBeUndefined();
});

test("given names carry a gender", () => {
  expect(lists.givenName("Ingrid")).toBe("feminine");
  expect(lists.givenName("Sergei")).toBe("masculine");
  expect(lists.givenName("Zzyx")).toBeUndefined();
});

test("every key is unique to its kind and every state has a name", () => {
  for (const key of ["state:FRA", "organisation:NATO", "body:kremlin", "outlet:reuters", "region:sahel"])
    expect(lists.entry(key)?.key).toBe(key);
});

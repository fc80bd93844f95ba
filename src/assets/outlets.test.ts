import { expect, test } from "vitest";
import { familyOf, outletOfUrl } from "./outlets.ts";

test("outlets of one newsroom have one family, whatever they are called", () => {
  expect(familyOf("RIA Novosti")).toBe(familyOf("sputnik"));
  expect(familyOf("BBC News")).toBe("BBC");
  expect(familyOf("The Aldersund Courier")).toBeUndefined();
});

test("an outlet is known by its address", () => {
  expect(outletOfUrl("https://www.reuters.com/world/a-1")).toBe("Reuters");
  expect(outletOfUrl("https://courier.example/a")).toBeUndefined();
});

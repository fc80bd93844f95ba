import { describe, expect, test } from "vitest";
import { compareOrganisations, comparePersons, nameWords, spellingLikeness } from "./names.ts";

test("words in plain letters, without titles, articles and possessives", () => {
  expect(nameWords("the Hon. Józef Ławicki's")).toEqual(["jozef", "lawicki"]);
});

describe("persons", () => {
  test.each([
    ["Oleksiy Marchenko", "Олексій Марченко"],
    ["Mahmoud al-Tareq", "Mahmud Al Tarek"],
    ["Ral Tenn of Lorvia", "Ral Tenn"],
    ["R. Halvorsen", "Ragna Halvorsen"],
  ])("%s is %s", (a, b) => {
    expect(comparePersons(a, b, false).score).toBeGreaterThanOrEqual(0.8);
  });

  test.each([
    ["Dalen", "Valen"],
    ["Ana Halvorsen", "Berit Halvorsen"],
    ["Ral Tenn of Lorvia", "Berit Moe of Lorvia"],
  ])("%s is not %s", (a, b) => {
    expect(comparePersons(a, b, false).score).toBeLessThan(0.5);
  });

  test("one letter apart is a slip beside one office, and a question without", () => {
    expect(comparePersons("Ragna Halder", "Ragna Hadler", true).score).toBeGreaterThanOrEqual(0.8);
    expect(comparePersons("Halder", "Hadler", true).score).toBeLessThan(0.8);
  });
});

describe("organisations", () => {
  test.each([
    ["Lake Towns League", "LTL"],
    ["Brell Water Company Ltd.", "Brell Water Co. Limited"],
    ["the River Board", "River Board"],
  ])("%s is %s", (a, b) => {
    expect(compareOrganisations(a, b).score).toBeGreaterThanOrEqual(0.8);
  });

  test("by spelling alone: a legal form tells little, a place tells much", () => {
    expect(spellingLikeness("organisation", "Brell Water Inc.", "Brell Water Incorporated")).toBeGreaterThan(
      0.5,
    );
    expect(spellingLikeness("organisation", "Bank of Brell", "Bank of Varn")).toBeLessThan(0.5);
  });
});

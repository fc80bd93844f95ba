import { expect, test } from "vitest";
import { contextOf } from "../context.fixture.ts";
import { actors } from "./actors.ts";

/** State actors of a text, each with what it is named by. */
function states(text: string): Record<string, string[]> {
  const cast = [...actors.extract(contextOf(text), {})];
  return Object.fromEntries(
    cast
      .filter(({ kind }) => kind === "state")
      .map(({ name, mentions }) => [name, mentions.map((one) => one.text)]),
  );
}

const LAND = "Belmark's army moved north on Monday. Sorland's parliament voted for talks. ";

test("a town that acts is the state that the sentences around it speak of", () => {
  const text = `${LAND}The foreign minister of Belmark spoke to reporters in Kessar. He said Kessar would not discuss borders. Belmark's coalition backed him.`;
  expect(states(text).Belmark).toContain("Kessar");
  expect(Object.keys(states(text))).not.toContain("Kessar");
});

test("of two that act in one sentence neither is the other's seat", () => {
  const text = `${LAND}Belmark's envoy left. Its spokesman said that Tarvad expected Sorland to drop its case.`;
  expect(states(text).Belmark).toContain("Tarvad");
});

test("a town that lies at a road takes no part", () => {
  const text = `${LAND}Shops are shut in Dumbo. The road between Dumbo and the coast is closed.`;
  expect(Object.keys(states(text))).not.toContain("Dumbo");
});

test("what a people is called after is no town", () => {
  const text = `${LAND}Tamork has rejected the offer of Belmark. Two Tamorki soldiers were hurt.`;
  expect(Object.keys(states(text))).toContain("Tamork");
});

test("of a bare neighbour in the text nothing says that it is a state's seat", () => {
  const text = `${LAND}Belmark's coalition welcomed the paper. Tarvad said nothing at all.`;
  expect(Object.keys(states(text))).toContain("Tarvad");
});

test("whoever speaks for a state tells what its capital would do", () => {
  const text = `${LAND}Shops are shut in Kessar. A Belmarkian official said Kessar was studying the idea. Sorland's parliament met.`;
  expect(states(text).Belmark).toContain("Kessar");
});

test("what is done to a state is not done by it", () => {
  const text = `${LAND}Kessar answered the Belmarkian tariff with a ban. Ships lie at anchor in Kessar.`;
  expect(states(text).Sorland).toContain("Kessar");
});

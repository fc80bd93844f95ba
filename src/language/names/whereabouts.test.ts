import { expect, test } from "vitest";
import { parse } from "../parse.ts";
import { findNames } from "./find-names.ts";
import { gazetteer } from "./gazetteer.ts";

/** Country, and division where it is known, of each city that is found; "?" where no list knows it. */
function whereabouts(text: string): string[] {
  return findNames(parse(text))
    .filter(({ kind }) => kind === "place")
    .map(({ start, end, entry }) => {
      const listed = entry === undefined ? undefined : gazetteer().entry(entry);
      return `${text.slice(start, end)}: ${listed ? [listed.of, listed.admin1].filter(Boolean).join(" ") : "?"}`;
    });
}

test("a city lies in the state that stands behind its name", () => {
  expect(whereabouts("The envoys met in Tripoli, Lebanon, on Monday.")).toContain("Tripoli: LBN");
  expect(whereabouts("The envoys met in Tripoli, Libya, on Monday.")).toContain("Tripoli: LBY LY-TB");
});

test("a division may stand abbreviated, and holds for the whole text", () => {
  const found = whereabouts(
    "The delegates met in Columbus, Ga. on Monday. The talks in Columbus ended late.",
  );
  expect(found.filter((line) => line.startsWith("Columbus"))).toEqual([
    "Columbus: USA US-GA",
    "Columbus: USA US-GA",
  ]);
});

test("without a word on where it lies, the states of the text decide, then size", () => {
  expect(whereabouts("Lebanese officials said the shipment had reached Tripoli.")).toContain("Tripoli: LBN");
  expect(whereabouts("Officials said the shipment had reached Tripoli.")).toContain("Tripoli: LBY LY-TB");
});

test("a city that no list knows in the place that is stated is not taken for a larger namesake", () => {
  expect(whereabouts("The delegates met in Berlin, Wyoming, on Monday.")).toContain("Berlin: ?");
});

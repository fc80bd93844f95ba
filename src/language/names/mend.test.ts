import { expect, test } from "vitest";
import { parse } from "../parse.ts";
import { findNames } from "./find-names.ts";

const namesOf = (text: string) =>
  findNames(parse(text)).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);

test.each([
  [
    "Council chief Ursa von der Lindt welcomed the plan. Aides to von der Lindt said so.",
    "person: Ursa von der Lindt",
  ],
  ["The envoy will fly to Washington on Monday for talks.", "place: Washington"],
])("%s", (text, name) => {
  expect(namesOf(text)).toContain(name);
});

import { expect, test } from "vitest";
import { withAppositions } from "./appositions.ts";
import { wordOf } from "./doc.ts";
import { findNames } from "./names/find-names.ts";
import { parse } from "./parse.ts";

/** What the name's last word hangs on. */
function officeOf(text: string, surname: string): string | undefined {
  const parsed = parse(text);
  const names = findNames(parsed);
  const doc = withAppositions(parsed, names);
  const name = names.find(({ start, end }) => text.slice(start, end).endsWith(surname))!;
  for (let token = name.first; token < name.last; token += 1) {
    const above = doc.head[token]!;
    if (above >= 0 && (above < name.first || above >= name.last)) return wordOf(doc, above);
  }
  return undefined;
}

test.each([
  ["The head of the Inner Lakes Grain Board, Vera Lindqvist, was not asked.", "Lindqvist", "head"],
  ["The round, chaired by Oskelia's foreign minister, Brita Haugen, took four hours.", "Haugen", "minister"],
  ["The Archbishop of Varn, Emil Tosk, crossed the lines on Friday.", "Tosk", "Archbishop"],
])("%s", (text, surname, office) => {
  expect(officeOf(text, surname)).toBe(office);
});

test("a name that does not stand after an office keeps its place", () => {
  expect(officeOf("The board met in Varn, Emil Tosk said.", "Tosk")).toBe("said");
});

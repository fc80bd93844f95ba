import { expect, test } from "vitest";
import { parse } from "../parse.ts";
import { findNames } from "./find-names.ts";

/** "kind:text" of each name. */
function found(text: string): string[] {
  return findNames(parse(text)).map(({ kind, start, end }) => `${kind}:${text.slice(start, end)}`);
}

function titleIn(text: string, name: string): string | undefined {
  const one = findNames(parse(text)).find(({ start, end }) => text.slice(start, end) === name);
  return one?.title && text.slice(one.title.start, one.title.end);
}

test("a person is named without the title, which stands beside", () => {
  const text = "Norwegian Foreign Minister Vera Lindqvist said on Monday that the talks would resume.";
  expect(found(text)).toContain("person:Vera Lindqvist");
  expect(titleIn(text, "Vera Lindqvist")).toBe("Norwegian Foreign Minister");
});

test("a title in apposition is found before and after the name", () => {
  expect(titleIn("Odo Lund, the country's chief negotiator, declined to comment.", "Odo Lund")).toBe(
    "the country's chief negotiator",
  );
  expect(titleIn("The Danish prime minister, Odo Lund, declined to comment.", "Odo Lund")).toContain(
    "prime minister",
  );
});

test("a spokeswoman's title is not that of the person she speaks for", () => {
  expect(
    titleIn("A spokeswoman for Prime Minister Vera Lindqvist declined to comment.", "Vera Lindqvist"),
  ).toBe("Prime Minister");
});

test("last names take the kind of the full name", () => {
  const text = "President Odo Marsh met envoys in Oslo. Marsh left early. Nobody asked Marsh why.";
  expect(found(text).filter((name) => name === "person:Marsh")).toHaveLength(2);
});

test("kinds follow the lists: state, body, organisation, outlet, place", () => {
  const names = found("Norway told the European Union that the Kremlin had sent Reuters a letter from Oslo.");
  expect(names).toEqual([
    "state:Norway",
    "organisation:European Union",
    "body:Kremlin",
    "outlet:Reuters",
    "place:Oslo",
  ]);
});

test("a hyphen between two states parts two names", () => {
  expect(found("The Norway-Sweden talks resumed.")).toEqual(["state:Norway", "state:Sweden"]);
});

test("months and words for peoples are no names", () => {
  expect(found("In March the Kurds and the Danes agreed.")).toEqual([]);
});

test("an acronym in brackets is of the kind of the name before it", () => {
  const names = found("The Union of Free Ports (UFP) met on Monday. The UFP gave no reason.");
  expect(names.filter((name) => name.endsWith(":UFP")).map((name) => name.split(":")[0])).toEqual([
    "organisation",
    "organisation",
  ]);
});

test("a dateline in capitals is a place", () => {
  expect(found("VELDEN, June 3 (Northern News) - The talks resumed on Monday.")[0]).toBe("place:VELDEN");
});

test("a state that no list holds is known by its government and its adjective", () => {
  const text =
    "Belmark's foreign minister refused. Belmarkian troops stayed in the valley, and Belmark signed nothing. Critics blamed Belmark.";
  expect(found(text)).toEqual(["state:Belmark", "state:Belmark", "state:Belmark"]);
});

test("a heading in title case gives only names that the rest of the text knows", () => {
  const text = "Lund Set To Open Landmark Talks Today\n\nPresident Odo Lund will open the talks.";
  const names = found(text);
  expect(names).toContain("person:Lund");
  expect(names.join(" ")).not.toContain("Landmark");
});

test("spans are half-open and hold the text of their tokens", () => {
  const text = "  Vera Lindqvist’s plan, Oslo said.  ";
  const doc = parse(text);
  for (const { start, end, first, last } of findNames(doc)) {
    expect(doc.start[first]).toBe(start);
    expect(doc.end[last - 1]).toBe(end);
  }
});

test.each([
  "",
  " ",
  "\u0000",
  "A",
  "THE END OF ALL",
  "((((((((",
  "Ω 你好 مرحبا 🙂 Z",
  "Mr. ".repeat(500),
  "-".repeat(3000),
])("odd input %# gives names inside the text", (text) => {
  for (const { start, end } of findNames(parse(text))) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
});

test("a church title before “of” is no part of the place", () => {
  expect(found("The Bishop of Santorel asked for one day without a shot.")).toContain("place:Santorel");
});

test("a state is known by being a neighbour, a company not by having a president", () => {
  expect(found("Neighbouring Tarmond has offered to host the talks.")).toContain("state:Tarmond");
  expect(found("Vexium's vice president said that Vexium held the record.")).not.toContain("state:Vexium");
});

test("whoever reports in an aside is a medium, and no person of that family name", () => {
  expect(found("The ministers will meet in Velden on Friday, Northwire reported.")).toContain(
    "outlet:Northwire",
  );
  expect(
    found("Vera Lindqvist was at the talks. The ministers will meet on Friday, Lindqvist reported."),
  ).not.toContain("outlet:Lindqvist");
});

test("an unlisted name before a verb of reporting is a person's", () => {
  expect(found("In an interview, academician Bela Sorok recalled that the year was dry.")).toContain(
    "person:Bela Sorok",
  );
});

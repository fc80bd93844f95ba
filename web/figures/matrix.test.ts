import { expect, test } from "vitest";
import type { Cell } from "../../src/record/shift.ts";
import { inTwoLines, matrixOf } from "./matrix.ts";

function cell(holder: string, issue: string, reports: number): Cell {
  return {
    holder: [{ id: `identity-${holder}`, name: holder }],
    issue,
    stance: "demands",
    stands: [],
    corroboration: { reports, origins: 1 },
  };
}

test("the issue with the most reports and the holder with the most issues come first", () => {
  const { issues, rows } = matrixOf([
    cell("Orlo", "ceasefire", 1),
    cell("Belmark", "ceasefire", 1),
    cell("Belmark", "territory", 5),
  ]);
  expect(issues).toEqual(["territory", "ceasefire"]);
  expect(rows.map(({ name }) => name)).toEqual(["Belmark", "Orlo"]);
  expect(rows[1]!.cells.has("territory")).toBe(false);
});

test.each([
  ["prisoners and hostages", 13, ["prisoners and", "hostages"]],
  ["ceasefire", 13, ["ceasefire"]],
  ["alliance membership and neutrality", 13, ["alliance", "membership a…"]],
  ["incomprehensibilities", 13, ["incomprehens…"]],
])("%s in two lines", (text, most, lines) => expect(inTwoLines(text, most)).toEqual(lines));

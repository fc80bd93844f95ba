import { expect, test } from "vitest";
import { toCsv } from "./table.ts";

test("quotes, commas and line breaks are kept apart; formulas are text", () => {
  const csv = toCsv({
    columns: ["name", "n"],
    rows: [
      ['says "no", twice', 2],
      ["a\nb", -1],
      ["=SUM(A1)", 0],
    ],
  });
  expect(csv).toBe('\ufeffname,n\r\n"says ""no"", twice",2\r\n"a\nb",-1\r\n\'=SUM(A1),0\r\n');
});

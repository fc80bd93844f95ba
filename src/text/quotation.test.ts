import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { linesOf, quotationsIn } from "./quotation.ts";

/** One screen of cases: see the first line of the file. */
const lines = readFileSync(new URL("./quotation.cases.txt", import.meta.url), "utf8")
  .split("\n")
  .slice(1);

function readCases(): [string, string][] {
  const cases: [string, string][] = [];
  let text = "";
  for (const line of lines) {
    if (line === "") continue;
    const [head = "", expected] = line.split(" => ");
    text += text === "" ? head : `\n${head.replace(/^\//, "")}`;
    if (expected === undefined) continue;
    cases.push([text, expected]);
    text = "";
  }
  return cases;
}

function show(text: string): string {
  const found = quotationsIn(text, linesOf(text)).map(({ start, end, paired, goesOn }) => {
    return text.slice(start, end) + (goesOn ? "»" : paired ? "" : "…");
  });
  return found.length === 0 ? "-" : found.join(" | ");
}

describe("quotations", () => {
  const cases = readCases();
  test("there are cases", () => expect(cases.length).toBeGreaterThan(18));
  for (const [text, expected] of cases) test(text, () => expect(show(text)).toBe(expected));

  test("what stands inside is without the marks", () => {
    const text = "He said “no”.";
    const [quotation] = quotationsIn(text, linesOf(text));
    expect(text.slice(quotation!.inside.start, quotation!.inside.end)).toBe("no");
  });

  test.each(["“", '"', "' a", "‘a ", "“‘", 'a" "b ', "''"])("time is linear for many %s", (mark) => {
    const time = (times: number) => {
      const text = mark.repeat(times);
      const start = performance.now();
      quotationsIn(text, linesOf(text));
      return performance.now() - start;
    };
    time(1000);
    expect(time(50_000)).toBeLessThan(1500);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "../language/parse.ts";
import { isOffTopic } from "./genre.ts";

const examples = join(import.meta.dirname, "../../examples");

function read(folder: string): (readonly [string, boolean])[] {
  return readdirSync(join(examples, folder))
    .filter((name) => name.endsWith(".txt"))
    .map((name) => [name, isOffTopic(parse(readFileSync(join(examples, folder, name), "utf8")))] as const);
}

test("reports of a negotiation are news of public affairs, whatever trade or ministers stand in them", () => {
  for (const folder of ["halvern/reports", "elsewhere/reports"]) {
    const off = read(folder).filter(([, isOff]) => isOff);
    expect(off).toEqual([]);
  }
});

test("most texts of other genres show it by their words or layout", () => {
  const silent = read("silent");
  expect(silent.filter(([, isOff]) => isOff).length).toBeGreaterThan(silent.length / 2);
});

test("a year of an earlier century alone makes no history of a report", () => {
  expect(
    isOffTopic(parse("The border of 1812 was drawn again in 1848, and Norvia wants it back by 2032.")),
  ).toBe(false);
  expect(isOffTopic(parse("In 1671 the duke lost a bridge. In 1673 he lost the war."))).toBe(true);
});

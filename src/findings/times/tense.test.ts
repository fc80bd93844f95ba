import { describe, expect, it } from "vitest";
import { readClauses } from "../../language/clauses/read-clauses.ts";
import { parse } from "../../language/parse.ts";
import { extent } from "../../record/edtf.ts";
import { findTimes } from "./find.ts";
import { tenseOf } from "./tense.ts";

const published = extent("2025-08-10");

/** Values of the expressions of a text that was written on Sunday, 10 August 2025. */
function values(text: string): string {
  const tenseAt = tenseOf(readClauses(parse(text)), text);
  const found = findTimes(text, { tenseAt, ...(published !== undefined && { published }) });
  return found.map(({ resolution }) => resolution.value).join(" | ");
}

describe("the clause decides whether a day is behind or ahead", () => {
  it.each([
    ["The envoys met in Velden on Friday.", "2025-08-08"],
    ["The envoys will meet in Velden on Friday.", "2025-08-15"],
    ["The first observers arrive on Tuesday.", "2025-08-12"],
    ["The minister said on Thursday that the envoys would meet on Monday.", "2025-08-07 | 2025-08-11"],
    ["The meeting follows the summit in Velden on Wednesday, which failed.", "2025-08-06"],
    ["The president will speak with the envoy on Thursday, the ministry announced.", "2025-08-14"],
    ["The pact could be signed on Wednesday.", "2025-08-13"],
    ["If the council accepts the plan on Tuesday, buses could roll within 72 hours.", "2025-08-12 | PT72H"],
    ["The president invited the envoy to Velden for direct talks on 18 August.", "2025-08-18"],
    ["Both ministers have accepted its invitation to meet in Velden on Friday.", "2025-08-15"],
    ["The law was passed in October.", "2024-10"],
    ["The law will be passed in October.", "2025-10"],
  ])("%s", (text, expected) => {
    expect(values(text)).toBe(expected);
  });
});

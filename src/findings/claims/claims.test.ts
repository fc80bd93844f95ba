import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCases, readSentence, showClaim } from "../events/sentence.fixture.ts";

/** One screen of cases: a sentence, and the claims that it makes. */
const cases = readCases(readFileSync(new URL("./claims.cases.txt", import.meta.url), "utf8"));

describe("claims", () => {
  test("there are cases and near misses", () => {
    expect(cases.length).toBeGreaterThan(20);
    expect(cases.filter(([, expected]) => expected === "-").length).toBeGreaterThan(5);
  });
  for (const [sentence, expected] of cases) {
    test(sentence, () => {
      const claims = readSentence(sentence).claims.map(showClaim);
      expect(claims.join("; ") || "-").toBe(expected);
    });
  }

  for (const [text, subject] of [
    ["The war, which has persisted for over two years, goes on.", "The war"],
    ["The Orsk plant, which is the largest in the north, is held by Belmark.", "The Orsk plant"],
    ["You are standing on land that's been fought over for three and a half years.", "land"],
    ["That has lasted for two years.", "That"],
  ] as const) {
    test(`${text} speaks of: ${subject}`, () => {
      expect(readSentence(text).claims.map((claim) => claim.subject)).toEqual([subject]);
    });
  }

  test("the quote is the short clause, or the noun with its figure", () => {
    const quote = (text: string) => readSentence(text).claims[0]?.at[0].text;
    expect(quote("Belmark holds 340 soldiers.")).toBe("Belmark holds 340 soldiers");
    expect(
      quote("In the morning, 340 soldiers, who had come over the pass, were counted by Belmark."),
    ).toContain("340 soldiers");
  });
});

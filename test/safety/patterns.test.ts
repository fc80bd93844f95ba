/**
 * The time of every regular expression of the sources on hostile text, judged by recheck. Verdicts are kept beside
 * (`node tools/patterns.ts` writes them); what has none is judged here.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { keyOf, patternsIn, type Verdict, verdictOn } from "./patterns.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const KEPT = JSON.parse(readFileSync(new URL("verdicts.json", import.meta.url), "utf8")) as Record<
  string,
  Verdict
>;

/** Where texts come in whole, no pattern may take more than linear time; elsewhere they see a sentence or a name. */
const WHOLE_TEXTS = /^src\/(?:report|text)\//;

/** Patterns that the checker calls polynomial because it does not reach the bound of a repetition, or sees whole texts. */
const BOUNDED: readonly string[] = [
  String.raw`<meta[^>]{0,200}charset\s{0,3}=\s{0,3}["']?([\w:.-]{2,40})`,
  String.raw`https?:\/\/|www\.|\b(?:19|20)\d\d\b|[“"][^”"]{8,300}[”"]`,
  String.raw`\s[—–|·»-]\s([^—–|·»]{2,40})$`,
  String.raw`T(\d\d).{0,40}Z$`,
  String.raw`\p{L}{1,40}(?:-\p{L}{1,40}){1,5}`,
  String.raw`(\p{L}{1,40})-$`,
  // Titles under 1,000 characters.
  String.raw`\s+(?:[|–—·»-]|::)\s+([^|–—·»]{2,40})$`,
];

test("the checker knows a dangerous pattern", async () => {
  expect(await verdictOn({ source: "^(?:a+)+$", flags: "", where: "" })).toBe("exponential");
  expect(await verdictOn({ source: "^a+$", flags: "", where: "" })).toBe("linear");
}, 60_000);

test("no pattern is exponential, and none that sees whole texts is more than linear", async () => {
  const patterns = patternsIn(ROOT);
  expect(patterns.length).toBeGreaterThan(500);
  const bad: string[] = [];
  for (const pattern of patterns) {
    const verdict = KEPT[keyOf(pattern)] ?? (await verdictOn(pattern));
    const isBad =
      verdict === "exponential" ||
      (verdict === "polynomial" && WHOLE_TEXTS.test(pattern.where) && !BOUNDED.includes(pattern.source));
    if (isBad) bad.push(`${pattern.where}: ${verdict}: ${pattern.source}`);
  }
  expect(bad).toEqual([]);
}, 600_000);

test("no exception is kept for a pattern that is gone", () => {
  const sources = new Set(patternsIn(ROOT).map(({ source }) => source));
  expect(BOUNDED.filter((source) => !sources.has(source))).toEqual([]);
});

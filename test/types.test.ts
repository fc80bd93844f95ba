/** What must not type-check: the compiler is asked, so that the promise cannot go stale. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** What the compiler says of a file that stands in the repository. */
function complaints(source: string): string {
  const folder = mkdtempSync(join(root, "test/types-"));
  try {
    writeFileSync(join(folder, "case.ts"), source);
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ extends: "../../tsconfig.json", include: ["case.ts"] }),
    );
    execFileSync(join(root, "node_modules/.bin/tsc"), ["-p", folder], { encoding: "utf8" });
    return "";
  } catch (error) {
    return String((error as { stdout?: string }).stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const claim = (at: string) => `
import type { Claim } from "../../src/record/claim.ts";
const span = { start: 0, end: 3, text: "ten" };
export const claim: Claim = {
  id: "x", at: ${at}, according: [], modality: "asserted", by: "rule", score: 1,
  subject: "boats", attribute: "number", value: 10,
};
void span;
`;

test("a finding with a span is well-typed", () => {
  expect(complaints(claim("[span]"))).toBe("");
});

test("a finding without a span is a type error", () => {
  expect(complaints(claim("[]"))).toMatch(/TS2322/);
});

test("a reading cannot be changed", () => {
  const source = `
import type { Reading } from "../../src/record/reading.ts";
export function spoil(reading: Reading): void { reading.claims[0]!.value = 11; }
`;
  expect(complaints(source)).toMatch(/TS2540/);
});

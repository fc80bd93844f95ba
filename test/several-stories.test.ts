/** Reports of several matters in one folder: found, said, and picked by `--story`. */
import { cpSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { parley } from "./run.ts";

const EXAMPLES = resolve(import.meta.dirname, "../examples");
const halvern = join(EXAMPLES, "halvern/reports");
const elsewhere = join(EXAMPLES, "elsewhere/reports");
const dates = ["--meta", join(EXAMPLES, "halvern/meta.csv")];

let strayed: string;
let two: string;

beforeAll(() => {
  strayed = mkdtempSync(join(tmpdir(), "parley-"));
  two = mkdtempSync(join(tmpdir(), "parley-"));
  for (const file of readdirSync(halvern).slice(0, 5)) {
    cpSync(join(halvern, file), join(strayed, file));
    cpSync(join(halvern, file), join(two, file));
  }
  const [, other = ""] = readdirSync(elsewhere);
  cpSync(join(elsewhere, other), join(strayed, other));
  for (const copy of ["x-first.txt", "x-second.txt"]) cpSync(join(elsewhere, other), join(two, copy));
});

test("a report about another matter is kept out of the story, and that is said", async () => {
  const { code, stdout, stderr } = await parley(["brief", "--json", ...dates, strayed]);
  expect(code).toBe(0);
  expect(stderr).toMatch(/02-evening-intelligencer\.txt: left out, .*Kessara.*--story 2/);
  expect(stdout).not.toContain("Kessara");
  expect(stdout).toContain("Karvelia");
  const { leftOut } = JSON.parse(stdout) as { leftOut: { count: number; why: string }[] };
  expect(leftOut).toContainEqual({ what: "reports", count: 1, why: "about another matter" });
});

test("what was kept out can be asked for by its number or its name", async () => {
  for (const asked of ["2", "kessara"]) {
    const { code, stdout } = await parley(["timeline", "--story", asked, "--quiet", strayed]);
    expect(code).toBe(0);
    expect(stdout).toContain("Kessara");
    expect(stdout).not.toContain("Karvelia");
  }
  const { code, stderr } = await parley(["timeline", "--story", "Atlantis", "--quiet", strayed]);
  expect(code).not.toBe(0);
  expect(stderr).toMatch(/no story is named Atlantis; there are: 1 Karvelia/);
});

test("two stories in one folder are printed as two", async () => {
  const { stdout } = await parley(["timeline", "--quiet", two]);
  const [first, second] = stdout.split("Story 2 of 2: ");
  expect(first).toMatch(/^Story 1 of 2: .*Karvelia.*, 5 reports/);
  expect(second).toMatch(/^.*Kessara.*, \d reports?\n/);
  expect(first).not.toContain("Kessara");
  expect(second).not.toContain("Karvelia");
  const { stdout: json } = await parley(["timeline", "--quiet", "--json", two]);
  expect(JSON.parse(json)).toMatchObject([
    { story: 1, reports: { length: 5 } },
    { story: 2, reports: { length: expect.any(Number) } },
  ]);
});

test("what is one story is told as one", async () => {
  const { stdout, stderr } = await parley(["timeline", ...dates, halvern]);
  expect(stdout).not.toMatch(/^Story /m);
  expect(stderr).not.toMatch(/another matter/);
});

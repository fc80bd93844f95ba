import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { crossings } from "./layers.ts";

const table = { rooms: { low: [], high: ["low"] }, browser: ["low"] };

function tree(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "layers-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

test("imports may go down and stay in their room", () => {
  const folder = tree({
    "low/a.ts": 'import { b } from "./b.ts";',
    "low/b.ts": "export const b = 1;",
    "high/c.ts": 'export { b } from "../low/b.ts";\nimport { readFileSync } from "node:fs";',
  });
  expect(crossings(folder, table)).toEqual([]);
});

test("imports upward are named, type imports and dynamic ones too", () => {
  const folder = tree({
    "low/a.ts": 'import type { C } from "../high/c.ts";',
    "low/b.ts": 'const c = await import("../high/c.ts");',
    "high/c.ts": "export type C = 1;",
  });
  expect(crossings(folder, table)).toHaveLength(2);
});

test("a room for the browser may not import from Node, and every folder must have a room", () => {
  const folder = tree({ "low/a.ts": 'import { readFileSync } from "node:fs";', "attic/b.ts": "" });
  expect(crossings(folder, table)).toHaveLength(2);
});

/** The publishable package: it builds, its entry points resolve, and what it holds runs. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { publint } from "publint";
import { beforeAll, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

beforeAll(() => {
  execFileSync(process.execPath, ["tools/build.ts"], {
    cwd: root,
    stdio: "pipe",
    env: { ...process.env, PATH: `${root}/node_modules/.bin:${process.env.PATH}` },
  });
}, 120_000);

test("publint has nothing to say", async () => {
  const { messages } = await publint({ pkgDir: root, strict: true });
  expect(messages).toEqual([]);
});

test("types resolve for those who import it", () => {
  const attw = resolve(root, "node_modules/.bin/attw");
  const output = execFileSync(attw, ["--pack", root, "--profile", "esm-only", "--format", "json"], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
    cwd: root,
  });
  const { problems } = JSON.parse(output) as { problems?: Record<string, { resolutionKind: string }[]> };
  // Node 10 and CommonJS without import() are not served: an ESM package for Node 24 is what this is.
  const served = Object.values(problems ?? {})
    .flat()
    .filter(({ resolutionKind }) => resolutionKind !== "node10" && resolutionKind !== "node16-cjs");
  expect(served).toEqual([]);
}, 120_000);

test("the built program reads a report", async () => {
  expect(existsSync(resolve(root, "dist/index.js"))).toBe(true);
  const { read, tell, toMarkdown } = (await import(
    resolve(root, "dist/index.js")
  )) as typeof import("../src/index.ts");
  const reading = await read(
    new TextEncoder().encode("Belmark's president, Ilir Kastro, rejected the truce on 4 March 2031.\n"),
  );
  expect(reading.times[0]?.value).toBe("2031-03-04");
  expect(toMarkdown(tell([reading]).brief())).toMatch(/^# /);
});

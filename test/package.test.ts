/** The publishable package: it builds, its entry points resolve, and what it holds runs. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
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

test("the README's code type-checks against the package", () => {
  const blocks = [...readFileSync(resolve(root, "README.md"), "utf8").matchAll(/```ts\n([\s\S]*?)```/g)];
  expect(blocks.length).toBeGreaterThan(1);
  const given = `import type { Reading } from "parley-record";\ndeclare const bytes: Uint8Array;\ndeclare const readings: Reading[];\n`;
  const folder = mkdtempSync(join(root, "test/readme-"));
  try {
    for (const [i, block] of blocks.entries())
      writeFileSync(join(folder, `block-${i}.ts`), `${given}${block[1]}\nvoid [bytes, readings];\n`);
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ extends: "../../tsconfig.json", include: ["*.ts"] }),
    );
    const { stdout } = spawnSync(resolve(root, "node_modules/.bin/tsc"), ["-p", folder], {
      encoding: "utf8",
    });
    expect(stdout).toBe("");
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

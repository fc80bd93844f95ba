import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { modelFolder } from "../assets/files.ts";
import { loadModels } from "./load.ts";

const folders: string[] = [];

/** A copy of a model whose manifest says something else. */
function changed(name: string, change: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), "model-"));
  folders.push(folder);
  cpSync(modelFolder(name), folder, { recursive: true });
  const path = join(folder, "manifest.json");
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, "utf8")), ...change }));
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe("loadModels", () => {
  it.each([
    ["tagger", "weights.bin"],
    ["parser", "network.bin"],
  ])("ships a %s whose bytes its manifest names", (name, file) => {
    const manifest = JSON.parse(readFileSync(join(modelFolder(name), "manifest.json"), "utf8"));
    const bytes = readFileSync(join(modelFolder(name), file));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(manifest.sha256);
  });

  it("needs no more than 15 MB", () => {
    const sizes = ["tagger", "parser"].flatMap((name) =>
      readdirSync(modelFolder(name)).map((file) => statSync(join(modelFolder(name), file)).size),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(15_000_000);
  });

  it("refuses models that were trained for other features", () => {
    expect(() => loadModels(changed("tagger", { features: "tags-0" }))).toThrow(
      /trained for the features "tags-0"/,
    );
    expect(() => loadModels(modelFolder("tagger"), changed("parser", { features: "other" }))).toThrow(
      /"other"/,
    );
  });

  it("refuses a parser that learnt from another tagger", () => {
    const parser = changed("parser", { tagger: "0" });
    expect(() => loadModels(modelFolder("tagger"), parser)).toThrow(/another tagger/);
  });

  it("refuses a network cut short", () => {
    const parser = changed("parser", {});
    const bytes = readFileSync(join(parser, "network.bin"));
    writeFileSync(join(parser, "network.bin"), bytes.subarray(0, bytes.length - 1));
    expect(() => loadModels(modelFolder("tagger"), parser)).toThrow("cut short");
  });
});

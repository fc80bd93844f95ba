import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { modelFolder } from "../../assets/files.ts";
import { decodeSparse, encodeSparse, loadRanker, sureness } from "./ranker.ts";

describe("weights", () => {
  it("come back as they were written", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: -32768, max: 32767 })), { maxLength: 600 }),
        (values) => {
          const weights = Int16Array.from(values);
          expect(decodeSparse(encodeSparse(weights))).toEqual(weights);
        },
      ),
      { seed: 3 },
    );
  });
});

describe("a model that does not fit", () => {
  const changed = (change: (folder: string) => void): (() => unknown) => {
    const folder = mkdtempSync(join(tmpdir(), "ranker-"));
    try {
      cpSync(modelFolder("references"), folder, { recursive: true });
      change(folder);
      try {
        loadRanker(folder);
      } catch (error) {
        return () => {
          throw error;
        };
      }
      return () => undefined;
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  it("is refused where its weights are not those of its manifest", () => {
    const spoil = (folder: string) => writeFileSync(join(folder, "weights.bin"), new Uint8Array([1, 2, 3]));
    expect(changed(spoil)).toThrow(/does not match its manifest/u);
  });
  it("is refused where it was made for other features", () => {
    const rename = (folder: string) => {
      const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Record<
        string,
        unknown
      >;
      writeFileSync(join(folder, "manifest.json"), JSON.stringify({ ...manifest, features: "references-0" }));
    };
    expect(changed(rename)).toThrow(/was trained for the features "references-0"/u);
  });
  it("is read where nothing was changed", () => {
    expect(changed(() => {})).not.toThrow();
  });
});

describe("how sure a link is", () => {
  it("rises with how clearly it won", () => {
    const model = loadRanker();
    const shares = [0, 100, 200, 400, 800, 1600].map((margin) => sureness(model, margin));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });
});

/** A process that is killed in the midst of its work loses nothing that it has acknowledged, and leaves nothing half done. */
import { afterAll, describe, expect, test } from "vitest";
import { testEngines } from "./engines.ts";
import { killed } from "./kill.ts";

const engines = await testEngines();
afterAll(async () => {
  for (const engine of engines) await engine.stop();
});

describe.each(engines)("$name", ({ fresh }) => {
  test("ten kills: nothing lost, nothing twice, nothing half", { timeout: 120_000 }, async () => {
    const { faults, acknowledged } = await killed(await fresh(), 10, 20_310_402);
    expect(faults).toEqual([]);
    expect(acknowledged).toBeGreaterThanOrEqual(10);
  });
});

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{src,web,bench,tools,test,training,examples}/**/*.test.ts"],
    // A machine with much else to do is slow, not wrong.
    testTimeout: 60_000,
    expect: { poll: { timeout: 50_000 } },
    maxWorkers: 2,
  },
});

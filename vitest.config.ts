import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{src,web,bench,tools,test,training,examples}/**/*.test.ts"],
    testTimeout: 30_000,
    // A machine with much else to do is slow, not wrong: each test has a limit of its own.
    expect: { poll: { timeout: 50_000 } },
    maxWorkers: 2,
  },
});

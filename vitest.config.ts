import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{src,web,bench,tools,test,training,examples}/**/*.test.ts"],
    testTimeout: 30_000,
    maxWorkers: 2,
  },
});

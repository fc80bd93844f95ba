import type { Run } from "./bench.ts";

/** Every bench: its name, what it measures, and whether it is quick enough to run unasked. */
export const benches: readonly { name: string; what: string; quick: boolean; load: () => Promise<Run> }[] = [
  {
    name: "record",
    what: "findings against the gold of the example, or of another folder",
    quick: true,
    load: async () => (await import("./accuracy/record/index.ts")).run,
  },
];

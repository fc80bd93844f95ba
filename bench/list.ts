import type { Run } from "./bench.ts";

/** Every bench: its name, what it measures, and whether it is quick enough to run unasked. */
export const benches: readonly { name: string; what: string; quick: boolean; load: () => Promise<Run> }[] = [
  {
    name: "record",
    what: "findings against the gold of the example, or of another folder",
    quick: true,
    load: async () => (await import("./accuracy/record/index.ts")).run,
  },
  {
    name: "story",
    what: "identities, histories, origins, conflicts and shifts of the example; names; events across articles; audit",
    quick: false,
    load: async () => (await import("./accuracy/story/index.ts")).run,
  },
  {
    name: "dates",
    what: "temporal expressions, scored as TempEval-3 does",
    quick: true,
    load: async () => (await import("./accuracy/dates/index.ts")).run,
  },
  {
    name: "events",
    what: "PLOVER roots of coded sentences, actors found by ourselves; events read into texts that hold none",
    quick: true,
    load: async () => (await import("./accuracy/events/index.ts")).run,
  },
  {
    name: "speed",
    what: "text to readings in words a second; time, start-up and memory of the main job",
    quick: true,
    load: async () => (await import("./speed/index.ts")).run,
  },
  {
    name: "statements",
    what: "who said what: source, cue and content against attributions",
    quick: false,
    load: async () => (await import("./accuracy/statements/index.ts")).run,
  },
  {
    name: "language",
    what: "tokens, sentences, tags, syntax, names and references; words a second",
    quick: false,
    load: async () => (await import("./accuracy/language/index.ts")).run,
  },
  {
    name: "pages",
    what: "body and date of web pages beside Readability and Defuddle",
    quick: false,
    load: async () => (await import("./accuracy/pages/index.ts")).run,
  },
  {
    name: "archive",
    what: "memory over a large web archive; reading on two threads beside one",
    quick: false,
    load: async () => (await import("./speed/archive/index.ts")).run,
  },
  {
    name: "fuzz",
    what: "damaged inputs of every format: none may throw, hang or cost what stands beside it",
    quick: false,
    load: async () => (await import("./fuzz/index.ts")).run,
  },
  {
    name: "scale",
    what: "adding a report to a generated story of many: time, memory, and whether the story is the true one",
    quick: false,
    load: async () => (await import("./scale/index.ts")).run,
  },
  {
    name: "server",
    what: "answers of the server over the example to 200 readers at once, while a writer adds reports",
    quick: false,
    load: async () => (await import("./speed/server/index.ts")).run,
  },
  {
    name: "store",
    what: "reports kept a second, searches, views and room on disk, on both engines",
    quick: false,
    load: async () => (await import("./store/index.ts")).run,
  },
  {
    name: "store-kill",
    what: "ingest killed a hundred times, and what is left of it",
    quick: false,
    load: async () => (await import("./store/kill.ts")).run,
  },
  {
    name: "page",
    what: "bytes of the page, first paint of the example, interaction at 1,000 to 100,000 findings",
    quick: false,
    load: async () => (await import("./page/index.ts")).run,
  },
];

import type { Extractor } from "./extractor.ts";

/** Every extractor, in the order in which they run. A new one is one folder and one line here. */
export const extractors: readonly Extractor[] = [];

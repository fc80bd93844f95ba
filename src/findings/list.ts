import type { Kind } from "../record/reading.ts";
import type { Extractor } from "./extractor.ts";

/** Every extractor, in the order in which they run. A new one is one folder and one line here. */
export const extractors: readonly Extractor[] = [];

/**
 * The extractors as they run.
 * @throws Error where one needs what no earlier one makes: a mistake in the list, found at start-up
 */
export function orderOf(list: readonly Extractor[]): readonly Extractor[] {
  const made = new Set<Kind>();
  for (const { name, needs, makes } of list) {
    const missing = needs.find((need) => !made.has(need));
    if (missing) throw new Error(`extractor '${name}' needs ${missing}, which nothing before it makes`);
    made.add(makes);
  }
  return list;
}

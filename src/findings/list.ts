import type { Kind } from "../record/reading.ts";
import { actors } from "./actors/actors.ts";
import { citations } from "./citations/citations.ts";
import { claims } from "./claims/claims.ts";
import { events } from "./events/events.ts";
import type { Extractor } from "./extractor.ts";
import { places } from "./places/places.ts";
import { positions } from "./positions/positions.ts";
import { problems } from "./problems/problems.ts";
import { proposals } from "./proposals/proposals.ts";
import { statements } from "./statements/statements.ts";
import { times } from "./times/times.ts";

/** Every extractor, in the order in which they run. A new one is one folder and one line here. */
export const extractors: readonly Extractor[] = [
  times,
  actors,
  places,
  statements,
  events,
  claims,
  citations,
  proposals,
  positions,
  problems,
];

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

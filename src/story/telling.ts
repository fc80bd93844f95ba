/** What every part of the story is made from: readings in order, their identities, and on whom they rest. */
import type { Reference } from "../record/finding.ts";
import type { Reading } from "../record/reading.ts";
import type { Face } from "./identity.ts";
import type { Verdicts } from "./judged.ts";
import type { Origins } from "./origins.ts";
import type { Known, Sides } from "./sides.ts";

export interface Telling {
  /** In order of publication. */
  readonly readings: readonly Reading[];
  /** The same by the id of their report. */
  readonly readingOf: Pick<ReadonlyMap<string, Reading>, "get">;
  readonly identities: Known;
  readonly origins: Origins;
  readonly sides: Sides;
  /** What people say of pairs of events and of positions. */
  readonly verdicts: Verdicts;
  /** The day of the view, ISO 8601. */
  readonly asOf?: string;
}

export function identityOf(telling: Telling, reference: Reference): Face | undefined {
  return telling.identities.identityOf(reference.id);
}

/** References to findings as references to their identities, each once. */
export function toIdentities(telling: Telling, references: readonly Reference[]): Reference[] {
  const found = references.map((reference) => {
    const identity = identityOf(telling, reference);
    return identity ? { id: identity.id, name: identity.name } : { id: reference.id, name: reference.name };
  });
  return [...new Map(found.map((reference) => [reference.id, reference])).values()];
}

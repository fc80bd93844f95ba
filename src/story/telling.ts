/** The readings of a view with their identities and origins: what every part of the story is made from. */
import type { Reference } from "../record/finding.ts";
import type { Identity } from "../record/judgement.ts";
import type { Reading } from "../record/reading.ts";
import type { Identities } from "./identity.ts";
import type { Verdicts } from "./judged.ts";
import type { Origins } from "./origins.ts";
import type { Sides } from "./sides.ts";

export interface Telling {
  /** In order of publication. */
  readonly readings: readonly Reading[];
  /** The same by the id of their report. */
  readonly readingOf: ReadonlyMap<string, Reading>;
  readonly identities: Identities;
  readonly origins: Origins;
  readonly sides: Sides;
  /** What people say of pairs of events and of positions. */
  readonly verdicts: Verdicts;
  /** The day of the view, ISO 8601. */
  readonly asOf?: string;
}

export function identityOf(telling: Telling, reference: Reference): Identity | undefined {
  return telling.identities.identityOf.get(reference.id);
}

/** References to findings as references to their identities, each once. */
export function toIdentities(telling: Telling, references: readonly Reference[]): Reference[] {
  const found = references.map((reference) => {
    const identity = identityOf(telling, reference);
    return identity ? { id: identity.id, name: identity.name } : { id: reference.id, name: reference.name };
  });
  return [...new Map(found.map((reference) => [reference.id, reference])).values()];
}

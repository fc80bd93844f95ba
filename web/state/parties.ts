/** The sides of a negotiation: whoever somebody speaks for stands for them. */
import type { Identity } from "../../src/record/judgement.ts";

export interface Parties {
  /** The party that an identity belongs to: itself where it speaks for nobody. */
  readonly of: (id: string) => Identity | undefined;
}

/** How far a chain of "speaks for" is followed. */
const LONGEST_CHAIN = 6;

export function partiesOf(identities: readonly Identity[]): Parties {
  const byId = new Map(identities.map((identity) => [identity.id, identity]));
  return {
    of: (id) => {
      let one = byId.get(id);
      for (let i = 0; i < LONGEST_CHAIN && one?.represents !== undefined; i += 1) {
        const next = byId.get(one.represents);
        if (next === undefined || next === one) break;
        one = next;
      }
      return one;
    },
  };
}

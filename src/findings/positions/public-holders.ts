/** Who is heard in public affairs: states, their offices, and, where they talk, those beside them. */
import type { Actor } from "../../record/actor.ts";
import { isPublicAffair } from "../events/worth.ts";
import type { Candidate } from "./candidate.ts";

/** Tells whether one of those who hold a position is a state, speaks for one or is known in public affairs. */
export function publicHolders(actors: readonly Actor[]): (candidate: Candidate) => boolean {
  const isCompany = ({ kind, entry, represents }: Actor) =>
    kind === "organisation" && entry === undefined && represents === undefined;
  // Where states talk, those beside them are public too: armed groups, blocs, persons who speak for them.
  const isAmongStates = isPublicAffair(actors);
  const isBeside = ({ kind, name, by }: Actor) =>
    kind === "group" ||
    kind === "person" ||
    (kind === "organisation" && by === "description" && !COMPANY.test(name)) ||
    ((kind === "organisation" || kind === "body") && PUBLIC_BODY.test(name));
  const known = new Set(
    actors
      .filter((actor) => (isPublicAffair([actor]) && !isCompany(actor)) || (isAmongStates && isBeside(actor)))
      .map(({ id }) => id),
  );
  return ({ holder }) => holder.some(({ id }) => known.has(id));
}

/** Described houses that trade: "the ferry company". */
const COMPANY =
  /(?:compan(?:y|ies)|firms?|corporation|banks?|airline|operator|utility|publisher|team|club)$/iu;

/** Last words of the names of what states are members of, and of what fights them. */
const PUBLIC_BODY =
  /(?:union|league|compact|alliance|bloc|council|federation|confederation|community|commission|association|commonwealth|pact|entente|front|movement|army|brigades?|forum|assembly|conference|government|ministry|parliament|senate|cabinet|delegation|presidency|court|tribunal|authority|administration|coalition|parties|party|council|office|agency|state department|ministry of [\p{L}\s]{3,40})$/iu;

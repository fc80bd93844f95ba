/**
 * The two sides of the conflict that a report is about, for what they can only do to or with each other: "the war",
 * "a truce", "a swap of prisoners" that names nobody is theirs.
 */
import { childrenOf, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Actor } from "../../record/actor.ts";
import type { Reference } from "../../record/finding.ts";
import type { Range } from "../../record/span.ts";
import { hull, verbCore } from "./quote.ts";
import type { Telling } from "./telling.ts";

/** Events that take two sides at war. */
const TWO_SIDED: ReadonlySet<string> = new Set([
  "war",
  "fighting",
  "ceasefire",
  "prisoner exchange",
  "breach of a ceasefire",
  "territory swap",
]);
/** Types in which the sides of a conflict show themselves. */
const HOSTILE: ReadonlySet<string> = new Set([
  "ASSAULT",
  "RETREAT",
  "CONCEDE",
  "COERCE",
  "MOBILIZE",
  "ACCUSE",
  "THREATEN",
  "SANCTION",
]);

/** Tellings in which the two sides stand in where the text names nobody. */
export function withParties(tellings: readonly Telling[], actors: readonly Actor[], doc: Doc): Telling[] {
  const sides = sidesOf(tellings, actors);
  const talking = tellings.find(
    ({ entry, participants }) => entry.subtype === "round of talks" && participants.length > 1,
  )?.participants;
  if (sides.length < 2 && talking === undefined) return [...tellings];
  return tellings.map((telling) => {
    const { noun, participants, recipients, entry, standing } = telling;
    const paired = !noun && !standing.negated && sides.length === 2 && isPaired(telling.clause, doc);
    if (paired && participants.length === 0) return { ...telling, participants: sides, implied: true };
    const isBreach = entry.subtype === "breach of a ceasefire";
    const nobody = participants.length === 0 && (recipients.length === 0 || isBreach);
    // "Seventy prisoners were swapped": by whom goes without saying.
    const isSwap = entry.subtype === "prisoner exchange" && telling.clause?.passive === true;
    if (!(noun || isSwap) || !nobody || standing.negated) return telling;
    // Who met for one round meets for the next; where no round names anybody, it is the sides of the conflict that talk.
    if (entry.subtype === "round of talks" && standing.certain) {
      const who = talking ?? sides;
      return who.length < 2 ? telling : { ...telling, participants: who, implied: true };
    }
    if (!TWO_SIDED.has(entry.subtype) || sides.length < 2) return telling;
    // "A holy war", "wars of nerves": some war or other.
    if (entry.subtype === "war" && isSome(telling, doc)) return telling;
    // A truce that is only wished for may be anybody's wish; a war, or a truce that has come or is set, is theirs.
    const wished =
      (!standing.certain && entry.subtype !== "prisoner exchange") ||
      standing.conditional ||
      (entry.subtype === "ceasefire" && telling.status === "possible");
    if (entry.subtype !== "war" && wished) return telling;
    return {
      ...telling,
      quote: withSentence(telling, doc),
      participants: sides,
      recipients: recipients.filter(({ id }) => !sides.some((side) => side.id === id)),
      implied: true,
    };
  });
}

/** A noun with "a", or a bare plural, of which the text tells no more: "a war that has dragged on" is one that is known. */
function isSome({ token, definite }: Telling, doc: Doc): boolean {
  if (definite) return false;
  const children = childrenOf(treeOf(doc), token);
  if (children.some((child) => child > token && /^acl/.test(deprelOf(doc, child)))) return false;
  const isPlural = xposOf(doc, token) === "NNS";
  return isPlural || children.some((child) => /^(?:an?|any|another|some)$/i.test(wordOf(doc, child)));
}

/** "Both sides", "the two parties" at the head of a clause. */
function isPaired(clause: Telling["clause"], doc: Doc): boolean {
  const [agent, second] = clause?.agents ?? [];
  if (agent === undefined || second !== undefined) return false;
  return /^(?:both|the two) (?:warring )?(?:sides|parties|governments|countries|neighbours|neighbors)$/i.test(
    doc.text.slice(agent.start, doc.end[agent.head]!),
  );
}

/** "The war is in its third year": the noun alone tells too little. */
function withSentence({ quote, token, clause }: Telling, doc: Doc): Range {
  const subject = clause?.agents.some(({ head }) => head === token);
  if (!clause || !subject) return quote;
  const whole = hull([quote, verbCore(doc, clause.predicate)]);
  return whole.end - whole.start < 90 ? whole : quote;
}

/** The two states or organisations that hostile events name most; none where a third is named as often. */
function sidesOf(tellings: readonly Telling[], actors: readonly Actor[]): Reference[] {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const counts = new Map<string, { side: Reference; count: number }>();
  for (const { entry, participants, recipients } of tellings) {
    if (!HOSTILE.has(entry.type)) continue;
    // What one does alone says less of a quarrel than what he does to another.
    const weight = participants.length > 0 && recipients.length > 0 ? 2 : 1;
    const sides = new Map(
      [...participants, ...recipients].flatMap((one) => sideOf(one, byId)).map((one) => [one.id, one]),
    );
    for (const side of sides.values()) {
      counts.set(side.id, { side, count: (counts.get(side.id)?.count ?? 0) + weight });
    }
  }
  const [first, second, third] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (first === undefined || second === undefined || second.count <= (third?.count ?? 0)) return [];
  return [first.side, second.side];
}

/** The state that an actor is or speaks for. */
function sideOf({ id, name }: Reference, actors: ReadonlyMap<string, Actor>): Reference[] {
  const actor = actors.get(id);
  if (actor?.kind === "state" || actor?.kind === "organisation") return [{ id, name }];
  const state = actor?.represents === undefined ? undefined : actors.get(actor.represents.id);
  return state?.kind === "state" ? [{ id: state.id, name: state.name }] : [];
}

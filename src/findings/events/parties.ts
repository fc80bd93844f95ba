/**
 * The two sides of the conflict that a report is about, for what they can only do to or with each other: "the war",
 * "a truce", "a swap of prisoners", "the talks" that name nobody are theirs.
 */
import { caseOf } from "../../language/clauses/phrase.ts";
import { childrenOf, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Actor } from "../../record/actor.ts";
import type { Reference } from "../../record/finding.ts";
import type { Range } from "../../record/span.ts";
import { unique } from "./cast.ts";
import { isOfKind } from "./lexicon.ts";
import { kindOf } from "./locate.ts";
import { isPaired } from "./paired.ts";
import { hull, measureOf, verbCore } from "./quote.ts";
import { type Sides, sidesOf } from "./sides.ts";
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
/** Meetings that the two sides of a negotiation hold. */
const TALKS: ReadonlySet<string> = new Set(["talks", "round of talks"]);
/** Agreements that end a negotiation. */
const DEALS: ReadonlySet<string> = new Set(["agreement", "deal", "settlement", "compromise"]);

/** Tellings in which the two sides stand in where the text names nobody. */
export function withParties(tellings: readonly Telling[], actors: readonly Actor[], doc: Doc): Telling[] {
  const sides = sidesOf(tellings, actors, doc);
  return tellings.map((telling) => {
    if (telling.standing.negated) return telling;
    const paired = telling.noun ? undefined : ofBoth(telling, sides.ofTalks, doc);
    return (
      paired ??
      ofDelegates(telling, sides.ofTalks, doc) ??
      ofTalks(telling, tellings, sides, doc) ??
      ofTruce(telling, sides.ofConflict, actors, doc) ??
      ofConflict(telling, sides.ofConflict, doc)
    );
  });
}

/** "Both sides agreed": the two sides, whomever a pronoun may have been taken for. */
function ofBoth(telling: Telling, sides: readonly Reference[], doc: Doc): Telling | undefined {
  const [agent, second] = telling.clause?.agents ?? [];
  if (sides.length !== 2 || agent === undefined || second !== undefined || !isPaired(agent, doc))
    return undefined;
  return { ...telling, participants: sides, implied: true };
}

/** "The talks resumed", "an agreement in principle": of the sides, or of those who met for the last round. */
function ofTalks(
  telling: Telling,
  tellings: readonly Telling[],
  { ofTalks: sides, ofConflict }: Sides,
  doc: Doc,
): Telling | undefined {
  const { noun, entry, participants, recipients, standing, place, time, token } = telling;
  if (!noun || recipients.length > 0) return undefined;
  if (DEALS.has(entry.subtype) && entry.type === "AGREE" && participants.length === 0) {
    // Where others talk than those who fight, an agreement may be anybody's.
    const plain = sides.length === 2 && sides.every(({ id }) => ofConflict.some((side) => side.id === id));
    // "A settlement": which, nobody says.
    const isBare =
      telling.status === "possible" &&
      !/\S\s+\S+\s+\S/.test(doc.text.slice(telling.quote.start, telling.quote.end));
    return plain && !isBare ? { ...telling, participants: sides, implied: true } : undefined;
  }
  if (!TALKS.has(entry.subtype) || !(standing.certain || place || time)) return undefined;
  if (participants.length > 1 || participants.some(({ id }) => sides.some((side) => side.id === id)))
    return undefined;
  const isRound = entry.subtype === "round of talks";
  const isKnown = telling.definite || isRound || isSubject(telling, doc) || isBetween(telling, doc);
  if (telling.status === "refused" || !isKnown) return undefined;
  const others = tellings.filter(
    (other) =>
      other.noun &&
      (isRound ? other.entry.subtype === entry.subtype : TALKS.has(other.entry.subtype)) &&
      other.participants.length > 1,
  );
  const last = others.findLast((other) => other.token < token) ?? others[0];
  const who = last?.participants ?? (isRound ? ofConflict : sides);
  if (who.length < 2) return undefined;
  return { ...telling, participants: unique([...participants, ...who]), implied: true };
}

/** "Talks resumed", "the round was prolonged". */
function isSubject({ clause, token }: Telling, doc: Doc): boolean {
  if (clause === undefined) return false;
  const measure = measureOf(doc, token);
  return (clause.passive ? clause.patients : clause.agents).some(({ head }) => head === measure);
}

/** "Talks between senior officials". */
function isBetween({ token }: Telling, doc: Doc): boolean {
  const tree = treeOf(doc);
  return childrenOf(tree, token).some((child) => child > token && caseOf(doc, tree, child) === "between");
}

/** "Senior officials are to meet again", "the negotiators met": those who talk for the two sides. */
function ofDelegates(telling: Telling, sides: readonly Reference[], doc: Doc): Telling | undefined {
  const { entry, clause, noun, participants } = telling;
  if (noun || entry.type !== "CONSULT" || entry.frame !== "together" || sides.length !== 2) return undefined;
  const [agent, second] = clause?.agents ?? [];
  if (participants.length > 0 || agent === undefined || second !== undefined || clause?.passive)
    return undefined;
  if (telling.status === "cancelled" || !DELEGATES.test(wordOf(doc, agent.head))) return undefined;
  return { ...telling, participants: sides, implied: true };
}

const DELEGATES =
  /^(?:officials|negotiators|envoys|delegates|delegations|ministers|leaders|diplomats|emissaries)$/i;

/** "Diplomats say they may extend the truce", "mediators say it will hold": those at war keep a truce, not those who tell of it. */
function ofTruce(
  telling: Telling,
  sides: readonly Reference[],
  actors: readonly Actor[],
  doc: Doc,
): Telling | undefined {
  const { entry, noun, clause, participants } = telling;
  if (noun || entry.kind !== "truce" || entry.type !== "RETREAT" || sides.length !== 2) return undefined;
  const [agent, second] = clause?.agents ?? [];
  if (agent === undefined || second !== undefined || !/^they$/i.test(wordOf(doc, agent.head)))
    return undefined;
  const isAside = participants.every(({ id }) => /^(?:unnamed|group)$/.test(kindOf(id, actors) ?? ""));
  return isAside ? { ...telling, participants: sides, recipients: [], implied: true } : undefined;
}

/** "Agria began preparing a swap": whoever does, known or not, is named. */
function isDoneBySomebody({ noun, clause, token }: Telling, doc: Doc): boolean {
  if (!noun || clause === undefined || clause.passive) return false;
  const isObject = clause.patients.some(({ head }) => head === measureOf(doc, token));
  return isObject && clause.agents.some((phrase) => uposOf(doc, phrase.head) === "PROPN");
}

/** "The war", "a truce": of the two sides. */
function ofConflict(telling: Telling, sides: readonly Reference[], doc: Doc): Telling {
  const { noun, participants, recipients, entry, standing, clause } = telling;
  if (
    !noun &&
    isFought(clause, doc) &&
    entry.type === "ASSAULT" &&
    participants.length === 0 &&
    sides.length === 2
  )
    return { ...telling, participants: sides, implied: true };
  const isBreach = entry.subtype === "breach of a ceasefire";
  const nobody = participants.length === 0 && (recipients.length === 0 || isBreach);
  // "Seventy prisoners were swapped": by whom goes without saying.
  const isSwap = entry.subtype === "prisoner exchange" && clause?.passive === true;
  if (entry.subtype === "prisoner exchange" && isDoneBySomebody(telling, doc)) return telling;
  if (!(noun || isSwap) || !nobody || !TWO_SIDED.has(entry.subtype) || sides.length < 2) return telling;
  // A truce that is only wished for may be anybody's wish; a war, or a truce that has come or is set, is theirs.
  // "A holy war", "wars of nerves": some war or other.
  if (entry.subtype === "war" && isSome(telling, doc)) return telling;
  const isProviso =
    clause?.role === "condition" || /^(?:provided|as long as|so long as)/.test(clause?.marker ?? "");
  if (entry.subtype === "ceasefire" && isProviso) return telling;
  const wished = (!standing.certain && entry.subtype !== "prisoner exchange") || standing.conditional;
  if (entry.subtype !== "war" && wished) return telling;
  return {
    ...telling,
    quote: withSentence(telling, doc),
    participants: sides,
    recipients: recipients.filter(({ id }) => !sides.some((side) => side.id === id)),
    implied: true,
  };
}

/** "Fighting in the north has killed nine". */
function isFought(clause: Telling["clause"], doc: Doc): boolean {
  if (clause === undefined || clause.passive) return false;
  return childrenOf(treeOf(doc), clause.predicate).some(
    (child) =>
      /^[nc]subj/.test(deprelOf(doc, child)) &&
      (wordOf(doc, child).toLowerCase() === "fighting" ||
        isOfKind(lemmaOf(doc, child).toLowerCase(), "fighting")),
  );
}

/** A noun with "a", or a bare plural, of which the text tells no more: "a war that has dragged on" is one that is known. */
function isSome({ token, definite }: Telling, doc: Doc): boolean {
  if (definite) return false;
  const children = childrenOf(treeOf(doc), token);
  if (children.some((child) => child > token && /^acl/.test(deprelOf(doc, child)))) return false;
  const isPlural = xposOf(doc, token) === "NNS";
  return isPlural || children.some((child) => /^(?:an?|any|another|some)$/i.test(wordOf(doc, child)));
}

/** "The war is in its third year": the noun alone tells too little. */
function withSentence({ quote, token, clause }: Telling, doc: Doc): Range {
  const subject = clause?.agents.some(({ head }) => head === token);
  if (!clause || !subject) return quote;
  const whole = hull([quote, verbCore(doc, clause.predicate)]);
  return whole.end - whole.start < 90 ? whole : quote;
}

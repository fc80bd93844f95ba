/** How far an event has come, as the clause that tells it and those above it put it. */
import type { Clause } from "../../language/clause.ts";
import type { EventStatus } from "../../record/event.ts";
import type { Outlook, OutlookWord } from "./lexicon.ts";

export interface Standing {
  readonly status: EventStatus;
  /** The text denies it. */
  readonly negated: boolean;
  /** Somebody denies what somebody else says: told, as what is said not to be so. */
  readonly denied?: true;
  /** It hangs on a condition. */
  readonly conditional: boolean;
  /** False where nothing but the kind of event suggests the status, so that a better telling may overrule it. */
  readonly certain: boolean;
}

/** What this part needs to know about the clauses of a text. */
export interface ClauseTree {
  readonly parent: (clause: Clause) => Clause | undefined;
  readonly below: (clause: Clause) => readonly Clause[];
  readonly isReporting: (clause: Clause) => boolean;
  /** An -ing form, unlike a past form that was taken for a participle. */
  readonly isGerund: (clause: Clause) => boolean;

  /** What the clause's verb says of an event beside it. */
  readonly outlook: (clause: Clause) => OutlookWord | undefined;
}

const CONDITIONS = new Set(["if", "unless", "only if", "should"]);
/** Verbs whose infinitive or gerund does not come about: "failed to agree", "stopped shelling". */
const ENDING = new Set(["fail", "cease", "stop", "refrain", "forget", "neglect"]);
/** What stands below these is said not to be so. */
const DENYING = new Set(["deny", "refute", "disprove"]);
const DEPTH = 10;
/** Roles in which a clause without tense shares that of the one above. */
const SHARING = new Set(["conjunct", "participle", "time", "concession", "cause"]);
/** Words before what is awaited: of these, the present tense tells no present. */
const AHEAD: ReadonlySet<string> = new Set(["until", "till", "before", "once", "as soon as", "by the time"]);
/** Words before what something else waits for. */
const AWAITED: ReadonlySet<string> = new Set([
  "once",
  "until",
  "till",
  "unless and until",
  "before",
  "only after",
  "not until",
]);
/** "Come close to", "edge nearer to". */
const NEARING: ReadonlySet<string> = new Set(["come", "get", "be", "move", "edge", "inch"]);
const NEAR: ReadonlySet<string> = new Set(["close", "closer", "near", "nearer"]);
/** Verbs that with "of" keep something from coming about. */
const SHORT: ReadonlySet<string> = new Set(["stop", "stop short", "fall", "fall short"]);
const POSSIBLE_MODALS = new Set([
  "may",
  "might",
  "could",
  "can",
  "must",
  "should",
  "need to",
  "have to",
  "ought to",
  "ought",
  "be supposed to",
  "be required to",
  "be able to",
  "be likely to",
  "be unlikely to",
]);

/** The same with other fields. */
export function change(standing: Standing, fields: Partial<Standing>): Standing {
  return { ...standing, ...fields };
}

export const UNSURE: Standing = { status: "held", negated: false, conditional: false, certain: false };

/** How far the event of a verb has come. */
export function standingOf(clause: Clause, tree: ClauseTree, depth = 0): Standing {
  const own = ownStanding(clause, tree);
  const above = tree.parent(clause);
  if (above === undefined || depth >= DEPTH) return own;
  // "Stopped short of promising a truce".
  if (clause.marker === "of" && SHORT.has(above.lemma) && tree.isGerund(clause))
    return change(own, { status: "refused", negated: false, certain: true });
  // "Would not talk until the fighters had withdrawn", "before any embargo is lifted": not yet.
  if (clause.role !== "content" && AWAITED.has(clause.marker) && clause.modal === "") {
    const ahead = standingOf(above, tree, depth + 1).status !== "held";
    if (clause.tense === "past" ? ahead : clause.passive) return change(own, { status: "possible" });
  }
  if (clause.role === "condition" || CONDITIONS.has(clause.marker))
    return change(own, { status: "possible", conditional: true, certain: true });
  if (clause.role === "content" || isObject(clause, above, tree))
    return underGovernor(clause, own, above, tree, depth);
  if (isDecided(clause, above, tree)) return underGovernor(clause, own, above, tree, depth);
  if (clause.role === "purpose") return asMeant(own, above, tree, depth);
  const bare = clause.tense === "none" && clause.modal === "";
  const prepared =
    bare && clause.role === "participle" && !clause.passive
      ? underPreposition(clause.marker, own)
      : undefined;
  if (prepared) return prepared;
  if (bare && SHARING.has(clause.role) && !clause.passive) {
    // "offered to open the gates and hold fire": the second infinitive belongs with the first.
    const first =
      clause.role === "conjunct" && clause.tense === "none"
        ? infinitiveBelow(above, clause, tree)
        : undefined;
    const upper = standingOf(first ?? above, tree, depth + 1);
    return change(upper, { negated: clause.negated || (clause.role === "conjunct" && upper.negated) });
  }
  return own;
}

/** "Is to travel there to meet him": a purpose is as far off as the way to it. "Came close to leaving": not quite. */
function asMeant(own: Standing, above: Clause, tree: ClauseTree, depth: number): Standing {
  const isNear = NEARING.has(above.lemma) && tree.below(above).some(({ lemma }) => NEAR.has(lemma));
  if (isNear) return change(own, { status: "possible", certain: true });
  const { status, certain } = standingOf(above, tree, depth + 1);
  return change(own, { status: "planned", certain: certain && status === "planned" });
}

/** "ruled out leaving the heights": a gerund right after a verb that decides on it. */
export function isObject(clause: Clause, above: Clause, tree: ClauseTree): boolean {
  const gap = clause.predicate - above.predicate;
  return (
    clause.role === "participle" && !clause.passive && gap > 0 && gap < 4 && tree.outlook(above) !== undefined
  );
}

/** "offered on Monday to open the gates": no purpose, but what was offered. */
export function isDecided(clause: Clause, above: Clause | undefined, tree: ClauseTree): boolean {
  return (
    clause.role === "purpose" &&
    above !== undefined &&
    clause.mood === "infinitive" &&
    tree.outlook(above)?.actor === true &&
    // "Shunned work to protest": what is shunned is the work.
    !(tree.outlook(above)?.outlook === "refused" && above.patients.length > 0)
  );
}

function infinitiveBelow(above: Clause, before: Clause, tree: ClauseTree): Clause | undefined {
  if (above.mood === "infinitive" || before.mood === "participle") return undefined;
  return tree
    .below(above)
    .find(
      ({ role, mood, predicate }) =>
        role === "content" && mood === "infinitive" && predicate < before.predicate,
    );
}

/** "Against ceding", "without attacking", "accused of bombing": what the word before a gerund says of it. */
function underPreposition(marker: string, own: Standing): Standing | undefined {
  if (marker === "against") return change(own, { status: "refused", negated: false, certain: true });
  if (marker === "without") return change(own, { negated: true });
  if (marker === "instead of" || marker === "rather than") return change(own, { negated: !own.negated });
  return undefined;
}

/** What the verb group alone says. */
function ownStanding(clause: Clause, tree: ClauseTree): Standing {
  const { modal, negated } = clause;
  const conditional = tree.below(clause).some(({ role }) => role === "condition");
  const standing = { negated, conditional, certain: true };
  if (modal !== "") {
    // "Has yet to answer", "is yet to be ratified".
    if (modal.includes("yet")) return { ...standing, status: "possible", negated: false };
    if (negated && (modal === "will" || modal === "would") && !clause.passive)
      return { ...standing, status: "refused", negated: false };
    if (POSSIBLE_MODALS.has(modal)) return { ...standing, status: "possible" };
    if (modal === "would") {
      const told = !conditional && isTold(clause, tree);
      return { ...standing, status: told ? "planned" : "possible" };
    }
    // "They had been due to meet": by now they have not.
    if (clause.tense === "past" && clause.aspect === "perfect") return { ...standing, status: "cancelled" };
    return { ...standing, status: conditional ? "possible" : "planned" };
  }
  if (clause.mood === "imperative" || clause.mood === "question") return { ...standing, status: "possible" };
  if (clause.mood === "infinitive") {
    // "The truce is to begin on Monday".
    if (clause.copular && clause.role === "root") return { ...standing, status: "planned" };
    if (clause.aspect.startsWith("perfect")) return { ...standing, status: "held" };
    return { ...standing, status: "planned", certain: clause.role === "root" };
  }
  if (clause.tense === "past" || clause.aspect === "perfect") return { ...standing, status: "held" };
  if (clause.tense === "none" && !clause.inherited && clause.agents.length > 0 && !tree.isGerund(clause))
    return { ...standing, status: "held" };
  if (clause.tense === "none") return { ...standing, status: "held", certain: clause.passive };
  // "Until the envoy visits Agria": the present tense of a date to come.
  const isAhead = AHEAD.has(clause.marker) || (clause.marker === "when" && isOpen(tree.parent(clause)));
  if (clause.role === "time" && isAhead && clause.aspect !== "progressive")
    return { ...standing, status: "planned", certain: false };
  return { ...standing, status: "ongoing" };
}

/** "Will ask for it", "what should she ask for": not yet done. */
function isOpen(clause: Clause | undefined): boolean {
  return (
    clause !== undefined && (clause.tense === "future" || (clause.modal !== "" && clause.tense !== "past"))
  );
}

/** "said that it would meet": what is to come, seen from the past. */
function isTold(clause: Clause, tree: ClauseTree): boolean {
  const above = tree.parent(clause);
  // "Said that it would wait and that the envoy would call her".
  if (clause.role === "conjunct" && above?.role === "content") return isTold(above, tree);
  return (
    clause.role === "content" && above !== undefined && (tree.isReporting(above) || TELLING.has(above.lemma))
  );
}

/** Verbs besides those of saying whose content is told. */
const TELLING: ReadonlySet<string> = new Set(
  "announce tell inform assure decide agree learn brief notify promise pledge".split(" "),
);

function underGovernor(
  clause: Clause,
  own: Standing,
  above: Clause,
  tree: ClauseTree,
  depth: number,
): Standing {
  const upper = standingOf(above, tree, depth + 1);
  if (DENYING.has(above.lemma) && clause.mood !== "infinitive") {
    const negated = own.negated === upper.negated;
    return change(own, { negated, ...(negated ? { denied: true as const } : {}) });
  }

  // "Expected Belmark to leave": what one expects of others is his wish.
  const others =
    clause.agents.length > 0 &&
    !clause.agents.some(({ head }) => above.agents.some((one) => one.head === head));
  if (above.lemma === "expect" && !above.passive && clause.mood === "infinitive" && others)
    return change(own, { status: "possible", certain: true });
  // "ruled out leaving" is as open as "refused to leave".
  const open =
    (clause.mood === "infinitive" || (clause.mood === "participle" && tree.isGerund(clause))) &&
    !clause.aspect.startsWith("perfect");
  const outlook = tree.outlook(above)?.outlook;
  if (!open) {
    const wished = outlook === "possible" && !tree.isReporting(above);
    const asked = outlook === "possible" && clause.tense !== "past" && clause.modal === "";
    return wished || asked ? change(own, { status: "possible" }) : own;
  }
  if (ENDING.has(above.lemma)) return change(upper, { negated: !upper.negated });
  const standing = lowered(outlook, upper, own);
  // "Belmark will not let Agria annex it": what one side refuses, the other has not refused.
  return standing.status === "refused" && others ? change(standing, { status: "possible" }) : standing;
}

/** What becomes of an event under a word with an outlook whose own standing is given. */
export function lowered(outlook: Outlook | undefined, upper: Standing, own: Standing): Standing {
  const negated = upper.negated !== own.negated;
  const conditional = upper.conditional || own.conditional;
  if (outlook === undefined) return change(own, { status: "possible", negated, conditional, certain: false });
  if (outlook === "begin" || outlook === "light" || outlook === "held")
    return change(upper, { negated, conditional });
  if (outlook === "try") return change(upper, { negated, conditional, certain: false });
  if (outlook === "ongoing") {
    const status = upper.status === "held" ? "ongoing" : upper.status;
    return change(upper, { status, negated, conditional });
  }
  const standing = { negated: false, conditional, certain: true };
  if (outlook === "refused") {
    // "Did not rule out a meeting": as open as before.
    if (negated) return { ...standing, status: "possible", negated: upper.status !== "held" };
    return { ...standing, status: upper.status === "possible" ? "possible" : "refused" };
  }
  if (upper.status === "refused" || negated) {
    return outlook === "cancelled" ? { ...standing, status: "planned" } : { ...standing, status: "refused" };
  }
  if (upper.status === "possible" && outlook !== "cancelled") return { ...standing, status: "possible" };
  return { ...standing, status: outlook };
}

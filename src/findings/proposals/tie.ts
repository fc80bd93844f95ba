/** What is made to hang on something else: "tied any relief to a withdrawal", "made aid contingent on an agreement". */
import type { Clause } from "../../language/clause.ts";
import { childClauses } from "../../language/clauses/query.ts";
import type { Reference } from "../../record/finding.ts";
import type { Range } from "../../record/span.ts";
import { core, trimmed } from "../positions/extent.ts";
import { holderOf, parties } from "../positions/holders.ts";
import { lemmaAt, type Scene, statementTelling } from "../positions/scene.ts";
import { stanceLexicon } from "../positions/stances.ts";
import { isOnlooker } from "./exchange.ts";

/** Something that is made to hang on something else: "tied any relief to a withdrawal", "relief depends on a withdrawal". */
export interface Tie {
  readonly holder: readonly Reference[];
  readonly offered: Range;
  readonly asked: Range;
}

const HANGING = new Set(["depend", "hinge", "rest", "conditional", "contingent", "dependent"]);

const CONDITIONS = new Set(["condition", "precondition", "prerequisite", "requirement"]);

export function tieIn(scene: Scene, clause: Clause): Tie | undefined {
  if (clause.nominal || clause.negated || clause.mood === "question") return undefined;
  return tiedIn(scene, clause) ?? hangingIn(scene, clause) ?? madeCondition(scene, clause);
}

/** "Belmark tied any relief to a withdrawal" */
function tiedIn(scene: Scene, clause: Clause): Tie | undefined {
  if (!stanceLexicon().tying.has(clause.lemma)) return undefined;
  // "Tying relief to the case is wrong": the doing is what is spoken of.
  if (clause.mood === "participle" && (clause.inherited || clause.role === "content")) return undefined;
  const holder = holderOf(scene, clause);
  const [offered] = clause.patients;
  const inside = childClauses(scene.clauses, clause).find(
    ({ nominal, marker }) => nominal && (marker === "to" || marker === "on"),
  );
  const asked =
    clause.obliques.find(({ preposition }) => preposition === "to" || preposition === "on")?.phrase ?? inside;
  if (holder.length === 0 || offered === undefined || asked === undefined) return undefined;
  const end = Math.max(offered.start + 1, Math.min(offered.end, asked.start));
  return { holder, offered: trimmed(scene.doc.text, { start: offered.start, end }), asked };
}

/** "Any relief depends on a withdrawal, Kastro said": only of who says so. */
function hangingIn(scene: Scene, clause: Clause): Tie | undefined {
  if (!HANGING.has(clause.lemma) || isOnlooker(scene, clause)) return undefined;
  const statement = statementTelling(scene, clause);
  const holder = statement ? parties(scene, statement.speaker) : [];
  const [offered] = clause.agents;
  const asked = clause.obliques.find(
    ({ preposition }) => preposition === "on" || preposition === "upon",
  )?.phrase;
  if (holder.length === 0 || offered === undefined || asked === undefined) return undefined;
  return {
    holder,
    offered,
    asked: { start: asked.start, end: Math.max(asked.end, core(scene, clause).end) },
  };
}

const MADE_CONTINGENT = /\s(?:contingent|conditional|dependent)\s+(?:up)?on\s+/iu;

/** "has made the release of aid contingent on an agreement" */
function madeContingent(scene: Scene, clause: Clause): Tie | undefined {
  const [object] = clause.patients;
  if (clause.lemma !== "make" || object === undefined) return undefined;
  const { text } = scene.doc;
  const joint = MADE_CONTINGENT.exec(text.slice(object.start, clause.end));
  const holder = joint ? holderOf(scene, clause) : [];
  if (joint === null || holder.length === 0) return undefined;
  const offered = { start: object.start, end: object.start + joint.index };
  const asked = core(scene, { start: offered.end + joint[0].length, end: clause.end });
  return { holder, offered, asked };
}

/** "Belmark has made a withdrawal a condition for any talks" */
function madeCondition(scene: Scene, clause: Clause): Tie | undefined {
  if (clause.lemma !== "make" && clause.lemma !== "set") return undefined;
  const contingent = madeContingent(scene, clause);
  if (contingent) return contingent;
  const [asked, condition] = clause.patients;
  const holder = holderOf(scene, clause);
  if (asked === undefined || condition === undefined || holder.length === 0) return undefined;
  if (!CONDITIONS.has(lemmaAt(scene, condition.head))) return undefined;
  const after = scene.doc.end[condition.head]!;
  const behind = /^\s+(?:for|of|to)\s+/iu.exec(scene.doc.text.slice(after, clause.end));
  return behind
    ? { holder, offered: core(scene, { start: after + behind[0].length, end: clause.end }), asked }
    : undefined;
}

/** Positions shown by what a party says must be, must not be, or will not do. */
import type { Clause } from "../../../language/clause.ts";
import { core, holderOf, holdersOf, parties, type Scene, sameSide, statementTelling } from "../scene.ts";
import { stanceIn, stanceLexicon } from "../stances.ts";
import { conditionRange, isAsked, type Rule } from "./frame.ts";

/** "Should Belmark withdraw, …" is a condition: the verb stands before who acts. */
function isInverted(scene: Scene, clause: Clause): boolean {
  const opens = /^(?:should|were|had)\s/i.test(scene.doc.text.slice(clause.start, clause.end));
  return opens && clause.agents.some(({ start }) => start > clause.start);
}

/** What a speaker says must or must not be: "the border must not be moved by force", "Agron should release the crew". */
export const byModal: Rule = (scene, clause) => {
  if (clause.nominal || clause.role === "condition" || isAsked(scene, clause)) return [];
  if (isInverted(scene, clause)) return [];
  const { demandModals, refusalModals } = stanceLexicon();
  const statement = statementTelling(scene, clause);
  if (statement === undefined || statement.negated) return [];
  const holder = parties(scene, statement.speaker);
  if (holder.length === 0) return [];
  const own = (): boolean => {
    const agents = holderOf(scene, clause);
    return agents.length > 0 && sameSide(scene, agents, holder);
  };
  const isDemand = demandModals.has(clause.modal);
  const isRefusal = clause.negated && refusalModals.has(clause.modal) && own();
  if (!isDemand && !isRefusal) return [];
  const range = core(scene, clause);
  const whole = {
    start: Math.min(statement.at[0].start, range.start),
    end: Math.max(range.end, Math.min(statement.at[0].end, range.end)),
  };
  const stance = isRefusal ? "rejects" : clause.negated ? "opposes" : "demands";
  const condition = conditionRange(scene, clause);
  const opens = Math.abs(statement.content.start - clause.start) < 8 || clause.parent < 0;
  return [
    {
      holder,
      stance,
      clause,
      at: opens ? [whole, range] : [range],
      content: range,
      ...(condition ? { condition } : {}),
      past: false,
      rule: isRefusal ? "own-refusal" : "modal-demand",
      score: isRefusal ? 0.75 : 0.7,
    },
  ];
};

/** What a speaker says of a thing shows what they want: "that would be unacceptable", "a deal is feasible". */
export const byEvaluation: Rule = (scene, clause) => {
  if (!clause.copular || isAsked(scene, clause)) return [];
  const stance = stanceLexicon().evaluations.get(clause.lemma);
  const statement = statementTelling(scene, clause);
  const [subject] = clause.agents;
  const holder = statement ? parties(scene, statement.speaker) : [];
  if (
    stance === undefined ||
    statement === undefined ||
    statement.negated ||
    subject === undefined ||
    holder.length === 0
  )
    return [];
  const shown = stanceIn(stance === "demands" && clause.negated ? "opposes" : stance, {
    ...clause,
    negated: clause.negated && stance !== "demands",
  });
  if (shown === undefined || holdersOf(scene, [subject]).length > 0) return [];
  const range = core(scene, clause);
  return [
    {
      holder,
      stance: shown,
      clause,
      at: [range],
      content: range,
      past: false,
      rule: "evaluation",
      score: 0.65,
    },
  ];
};

const IMPOSSIBLE = new Set(["can", "cannot", "could", "will", "would", "must", "should", "may"]);

/** "No deal can be made without the fishermen": what a speaker will not do without is asked for. */
export const byWithout: Rule = (scene, clause) => {
  if (!clause.negated || clause.nominal || !IMPOSSIBLE.has(clause.modal)) return [];
  const statement = statementTelling(scene, clause);
  const needed = clause.obliques.find(({ preposition }) => preposition === "without")?.phrase;
  const holder = statement ? parties(scene, statement.speaker) : [];
  if (statement === undefined || statement.negated || needed === undefined || holder.length === 0) return [];
  const range = core(scene, clause);
  const whole = { start: Math.min(statement.at[0].start, range.start), end: range.end };
  return [
    {
      holder,
      stance: "demands",
      clause,
      at: [range, whole],
      content: range,
      past: false,
      rule: "not-without",
      score: 0.75,
    },
  ];
};

/** "Belmark will not open the gates until the siege ends": a party's own doing, refused. */
export const byRefusal: Rule = (scene, clause) => {
  const lexicon = stanceLexicon();
  if (clause.nominal || clause.copular || !clause.negated || !lexicon.yielding.has(clause.lemma)) return [];
  if (clause.modal !== "will" && clause.modal !== "would" && clause.modal !== "shall") return [];
  const holder = holderOf(scene, clause);
  if (
    holder.length === 0 ||
    isAsked(scene, clause) ||
    clause.role === "condition" ||
    lexicon.verbs.has(clause.lemma)
  )
    return [];
  const range = core(scene, clause);
  const condition = conditionRange(scene, clause);
  return [
    {
      holder,
      stance: "rejects",
      clause,
      at: [range],
      content: range,
      ...(condition ? { condition } : {}),
      past: false,
      rule: "will-not",
      score: 0.65,
    },
  ];
};

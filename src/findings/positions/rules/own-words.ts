/** Positions shown by what a party says must be, must not be, or will not do. */
import type { Clause } from "../../../language/clause.ts";
import { tokenAt } from "../../../language/doc.ts";
import type { Statement } from "../../../record/statement.ts";
import { core, quoteOf, trimmed } from "../extent.ts";
import { holderOf, holdersOf, parties, sameSide } from "../holders.ts";
import { isVerb, lemmaAt, type Scene, statementTelling } from "../scene.ts";
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
  const whole = { start: Math.min(tellingStart(scene, statement), range.start), end: range.end };
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

/** Where a statement begins to be told: at its source, or at its cue where another verb stands between the two. */
function tellingStart(scene: Scene, { at: [quote], source, cue }: Statement): number {
  const isApart =
    source !== undefined &&
    source.end < cue.start &&
    scene.doc.text.slice(source.end, cue.start).includes(",");
  return isApart ? cue.start : quote.start;
}

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

const VIEWING = new Set([
  "view",
  "see",
  "regard",
  "consider",
  "describe",
  "call",
  "brand",
  "deem",
  "label",
  "denounce as",
  "term",
]);

/** "Agron views the demands as undermining its sovereignty": what somebody takes a thing for shows what they want. */
export const byView: Rule = (scene, clause) => {
  if (!isVerb(scene, clause) || clause.passive || clause.negated || !VIEWING.has(clause.lemma)) return [];
  if (isAsked(scene, clause)) return [];
  const [object] = clause.patients;
  const holder = holderOf(scene, clause);
  if (object === undefined || holder.length === 0 || object.start < scene.doc.start[clause.predicate]!)
    return [];
  const range = core(scene, { start: object.end, end: clause.end });
  const { evaluations } = stanceLexicon();
  const first = tokenAt(scene.doc, range.start);
  const limit = Math.min(scene.doc.size, first + LONGEST_VIEW);
  for (let token = first; token < limit && scene.doc.start[token]! < range.end; token++) {
    const stance = evaluations.get(lemmaAt(scene, token));
    if (stance === undefined) continue;
    const whole = quoteOf(scene, clause, { start: object.start, end: range.end });
    const shared = { holder, stance, clause, past: false, rule: "view", score: 0.65 } as const;
    return [
      { ...shared, at: [whole], content: trimmed(scene.doc.text, { start: object.start, end: range.end }) },
    ];
  }
  return [];
};

/** Tokens behind the object in which the word stands that says what it is taken for. */
const LONGEST_VIEW = 8;

const CHANCES = new Set(["possibility", "chance", "option", "prospect", "way", "room"]);

/** "There may be a possibility for Agron to take part": what a speaker holds possible, they consider. */
export const byChance: Rule = (scene, clause) => {
  if (clause.nominal || clause.lemma !== "be" || isAsked(scene, clause)) return [];
  const noun = [...clause.agents, ...clause.patients].find(({ head }) => CHANCES.has(lemmaAt(scene, head)));
  const statement = statementTelling(scene, clause);
  const holder = statement ? parties(scene, statement.speaker) : [];
  if (noun === undefined || statement?.negated !== undefined || holder.length === 0) return [];
  const after = scene.doc.end[noun.head]!;
  const behind = /^\s+(?:for|of|to|that)\s/iu.exec(scene.doc.text.slice(after, clause.end));
  if (behind === null) return [];
  const content = core(scene, { start: after + behind[0].length, end: clause.end });
  const stance = clause.negated ? "rejects" : "considers";
  return [
    { holder, stance, clause, at: [core(scene, clause)], content, past: false, rule: "chance", score: 0.65 },
  ];
};

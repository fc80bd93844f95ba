/** Positions shown by what a party says must be, must not be, or will not do. */
import type { Clause, Phrase } from "../../../language/clause.ts";
import { contentOf } from "../../../language/clauses/query.ts";
import { tokenAt } from "../../../language/doc.ts";
import type { Stance } from "../../../record/position.ts";
import type { Range } from "../../../record/span.ts";
import type { Statement } from "../../../record/statement.ts";
import { core, quoteOf, trimmed } from "../extent.ts";
import { holderOf, holdersOf, parties, sameSide } from "../holders.ts";
import { isVerb, lemmaAt, type Scene, statementTelling } from "../scene.ts";
import { stanceIn, stanceLexicon } from "../stances.ts";
import { conditionRange, demandInPrice, isAsked, type Rule } from "./frame.ts";

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
  const isRefusal = clause.negated && refusalModals.has(clause.modal) && !SAYING.has(clause.lemma) && own();
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

/** Verbs of telling and knowing: whoever cannot tell refuses nothing. */
const SAYING = new Set([
  "say",
  "tell",
  "know",
  "comment",
  "confirm",
  "predict",
  "speculate",
  "understand",
  "see",
  "rule",
]);

/** What a speaker says of a thing shows what they want: "that would be unacceptable", "a deal is feasible". */
export const byEvaluation: Rule = (scene, clause) => {
  if (!clause.copular || isAsked(scene, clause)) return [];
  const stance = evaluationIn(scene, clause);
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
  if (shown === undefined || isSomebody(scene, subject)) return [];
  const told = core(scene, clause);
  // "That" opens the clause as its subject here.
  const isBack = /^(?:that|this)$/iu.test(scene.doc.text.slice(subject.start, subject.end));
  const range = isBack && subject.start < told.start ? { start: subject.start, end: told.end } : told;
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

/** "acceptable", "a hard sell", "under review": what is said of the subject, by its last word, two words or three. */
function evaluationIn(scene: Scene, { lemma, predicate, modal }: Clause): Stance | undefined {
  const { evaluations } = stanceLexicon();
  const place = TABLE.exec(
    scene.doc.text.slice(Math.max(0, scene.doc.start[predicate]! - 30), scene.doc.end[predicate]),
  );
  // "has to be on the table": asked for, and read as such.
  if (place !== null && (place[1] !== undefined || stanceLexicon().demandModals.has(modal))) return undefined;
  if (place !== null) return place[2] === "off" ? "rejects" : "considers";
  const words = (count: number) =>
    [...Array(count).keys()].map((back) => lemmaAt(scene, Math.max(0, predicate - count + back)));
  const found = [2, 1].map((count) => evaluations.get([...words(count), lemma].join(" ")));
  return found.find((stance) => stance !== undefined) ?? evaluations.get(lemma);
}

/** "on the table": still to be had; "off the table": not any more. */
const TABLE =
  /(?:\b(have to|has to|must|need to|should) be )?\b(on|off)\s+the\s+(?:negotiating\s+|bargaining\s+)?table$/u;

const FINE_IF =
  /\b(?:acceptable|possible|conceivable|negotiable|fine|all right|imaginable)\s+(?:only\s+)?$/iu;

/** "A pause is acceptable provided that the patrols stay away", which the tree reads as a passive of "provide". */
export const byProviso: Rule = (scene, clause) => {
  const verb = scene.doc.start[clause.predicate]!;
  if (clause.lemma !== "provide" || clause.nominal || clause.patients.length === 0) return [];
  if (!FINE_IF.test(scene.doc.text.slice(clause.start, verb))) return [];
  const statement = statementTelling(scene, clause);
  const holder = statement ? parties(scene, statement.speaker) : [];
  const [thing] = clause.patients;
  const asked = contentOf(scene.clauses, clause)[0];
  if (holder.length === 0 || thing === undefined || asked === undefined) return [];
  const price = { outer: { start: verb, end: asked.end }, range: core(scene, asked), clause: asked };
  const whole = trimmed(scene.doc.text, { start: Math.min(clause.start, thing.start), end: asked.end });
  const told = trimmed(scene.doc.text, { start: whole.start, end: verb });
  const shared = { holder, clause, past: false, rule: "proviso", score: 0.7 } as const;
  return [
    { ...shared, stance: "accepts", at: [whole, told], content: thing, condition: price.range },
    ...demandInPrice(scene, holder, price),
  ];
};

/** Whether a phrase is somebody's name; "observers from Agron" are a thing to be had. */
function isSomebody(scene: Scene, subject: Phrase): boolean {
  return holdersOf(scene, [subject]).some(({ id }) =>
    scene.actors.some((actor) => actor.id === id && actor.kind !== "group" && actor.kind !== "unnamed"),
  );
}

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
  "accuse",
  "treat",
  "portray",
  "characterise",
  "characterize",
  "deride",
  "ridicule",
  "slam",
  "blast",
  "mock",
  "judge",
  "find",
]);

/** "Agron views the demands as undermining its sovereignty": what somebody takes a thing for shows what they want. */
export const byView: Rule = (scene, clause) => {
  if (!isVerb(scene, clause) || clause.passive || !VIEWING.has(clause.lemma)) return [];
  if (isAsked(scene, clause)) return [];
  const [object] = clause.patients;
  const holder = holderOf(scene, clause);
  if (object === undefined || holder.length === 0 || object.start < scene.doc.start[clause.predicate]!)
    return [];
  const range = core(scene, { start: object.end, end: clause.end });
  const shown = viewIn(scene, range);
  // "no longer regards a truce as necessary": what is not taken for good any more.
  const stance = clause.negated ? shown && UNTAKEN[shown] : shown;
  if (stance === undefined) return [];
  const whole = quoteOf(scene, clause, { start: object.start, end: range.end });
  const isBack = /^(?:it|that|this|them|these|those)$/iu.test(scene.doc.text.slice(object.start, object.end));
  const content = isBack ? object : trimmed(scene.doc.text, { start: object.start, end: range.end });
  return [{ holder, stance, clause, past: false, rule: "view", score: 0.65, at: [whole], content }];
};

/** What is left of a stance that somebody does not take. */
const UNTAKEN: Partial<Record<Stance, Stance>> = {
  demands: "opposes",
  supports: "opposes",
  opposes: "considers",
};

const TOO_MUCH =
  /^[^,.;]{0,12}\btoo\s+(?:early|late|little|soon|slow|fast|risky|vague|weak|short|long|costly|dangerous)\b/u;

/** The stance that the words behind the object show. */
function viewIn(scene: Scene, range: Range): Stance | undefined {
  if (TOO_MUCH.test(scene.doc.text.slice(range.start, range.end))) return "opposes";
  const { evaluations } = stanceLexicon();
  const first = tokenAt(scene.doc, range.start);
  const limit = Math.min(scene.doc.size, first + LONGEST_VIEW);
  for (let token = first; token < limit && scene.doc.start[token]! < range.end; token++) {
    const stance = evaluations.get(lemmaAt(scene, token));
    if (stance !== undefined) return stance;
  }
  return undefined;
}

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

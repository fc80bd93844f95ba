/** Positions shown by what nobody may do, by a threat, and by what is to go on as it was set. */
import { childClauses, clausesIn } from "../../../language/clauses/query.ts";
import type { Range } from "../../../record/span.ts";
import type { Candidate } from "../candidate.ts";
import { core, quoteOf, trimmed } from "../extent.ts";
import { holderOf, holdersOf, parties, sameSide } from "../holders.ts";
import { isEarlier, lemmaAt, statementTelling } from "../scene.ts";
import { isAsked, type Rule } from "./frame.ts";

const WARRANTS = new Set(["mandate", "right", "authority", "power", "licence", "license", "business"]);

const NO_ONE = /^(?:nobody|no one|no-one|none of (?:us|them)|no\s+\p{L}+)\b/iu;

/** "Nobody has a mandate to give the valley away": what a speaker grants to no one, they reject. */
export const byNoWarrant: Rule = (scene, clause) => {
  if (clause.nominal || clause.lemma !== "have" || isAsked(scene, clause)) return [];
  const [own] = clause.agents;
  const warrant = clause.patients.find(({ head }) => WARRANTS.has(lemmaAt(scene, head)));
  const statement = statementTelling(scene, clause);
  const holder = statement && !statement.negated ? parties(scene, statement.speaker) : [];
  if (own === undefined || warrant === undefined || holder.length === 0) return [];
  const { text } = scene.doc;
  if (!NO_ONE.test(text.slice(own.start, own.end))) return [];
  const after = scene.doc.end[warrant.head]!;
  const doing = clausesIn(scene.clauses, scene.doc, { start: after, end: after + REACH }).find(
    ({ mood, start }) => mood === "infinitive" && start >= after && start - after <= 2,
  );
  if (doing === undefined) return [];
  const content = core(scene, doing);
  const at = trimmed(text, { start: own.start, end: content.end });
  return [
    { holder, stance: "rejects", clause, at: [at], content, past: false, rule: "no-warrant", score: 0.75 },
  ];
};

/** Characters behind a noun in which the verb of its infinitive stands. */
const REACH = 60;

/** "threatened to leave if it agreed to a pause": what a threat is to keep from coming is opposed, what it is to bring asked for. */
export const byThreat: Rule = (scene, clause) => {
  if (clause.nominal || clause.lemma !== "threaten" || clause.negated || clause.passive) return [];
  const children = childClauses(scene.clauses, clause);
  const supposed = [clause, ...children]
    .flatMap((each) => childClauses(scene.clauses, each))
    .find(
      ({ role, marker, nominal }) =>
        role === "condition" && !nominal && (marker === "if" || marker === "unless"),
    );
  const holder = holderOf(scene, clause);
  if (supposed === undefined || holder.length === 0 || isAsked(scene, clause)) return [];
  const { text } = scene.doc;
  const told = core(scene, supposed);
  const lacking = /^(?:if\s+)?(?:there\s+(?:is|was|were)\s+no|no)\s+/u.exec(text.slice(told.start, told.end));
  const content: Range = lacking ? { start: told.start + lacking[0].length, end: told.end } : told;
  const isUndone =
    lacking !== null || supposed.negated || supposed.marker === "unless" || FAILING.has(supposed.lemma);
  const shown: Candidate = {
    holder,
    stance: isUndone ? "demands" : "opposes",
    clause,
    at: [quoteOf(scene, clause, content), told],
    content,
    past: isEarlier(scene, clause, content.start),
    rule: "threat",
    score: 0.7,
  };
  return [shown];
};

const FAILING = new Set(["fail", "refuse"]);

const FORCES = new Set(
  "army troop soldier force fighter tank unit garrison navy fleet guard gun brigade".split(" "),
);

/** "the army will remain along the road", "the crossing will stay shut": what is kept as it is, is kept from the other side. */
export const byStaying: Rule = (scene, clause) => {
  const isKept = (clause.modal === "will" || clause.modal === "would") && !clause.negated && !clause.nominal;
  if (!isKept || isAsked(scene, clause)) return [];
  const [own] = clause.agents;
  const statement = statementTelling(scene, clause);
  const holder = statement && !statement.negated ? parties(scene, statement.speaker) : [];
  if (own === undefined || holder.length === 0) return [];
  const { text } = scene.doc;
  const head = lemmaAt(scene, own.head);
  const words = text.slice(own.end, clause.end);
  const isForce = FORCES.has(head) || FORCES.has(head.replace(/s$/u, ""));
  const stays =
    isForce &&
    /^\s(?:will|would)\s(?:\p{Ll}+ly\s)?(?:remain|stay)\s(?:along|in|on|at|where|near|inside|there)\b/u.test(
      words,
    );
  const stuck =
    /^\s(?:will|would)\s(?:remain|stay)\s(?:shut|closed|sealed|blocked|in\sforce|in\splace)\b/u.test(words);
  if (!stays && !stuck) return [];
  const doers = holdersOf(scene, [own]);
  if (doers.length > 0 && !sameSide(scene, doers, holder)) return [];
  const range = core(scene, clause);
  return [
    {
      holder,
      stance: "rejects",
      clause,
      at: [range],
      content: range,
      past: false,
      rule: "staying",
      score: 0.65,
    },
  ];
};

const AS_SET = /\s(?:as\s(?:scheduled|planned|foreseen|announced)|on\s(?:time|schedule))\b/u;

/** "elections would be held in May as scheduled": what a speaker says will come as it was set, they stand by. */
export const byAsSet: Rule = (scene, clause) => {
  if (clause.nominal || clause.negated || isAsked(scene, clause)) return [];
  if (clause.modal !== "will" && clause.modal !== "would") return [];
  const statement = statementTelling(scene, clause);
  const holder = statement && !statement.negated ? parties(scene, statement.speaker) : [];
  if (holder.length === 0) return [];
  const range = core(scene, clause);
  if (!AS_SET.test(scene.doc.text.slice(range.start, range.end))) return [];
  return [
    {
      holder,
      stance: "supports",
      clause,
      at: [range],
      content: range,
      past: false,
      rule: "as-set",
      score: 0.65,
    },
  ];
};

/** Whoever intends to meet or travel has a date, no stance. */
const VISITING = new Set([
  "meet",
  "travel",
  "visit",
  "attend",
  "arrive",
  "talk",
  "speak",
  "fly",
  "host",
  "return",
]);

/** "intends to go to the polls in May": what a party is set on doing. */
export const byIntent: Rule = (scene, clause) => {
  if (clause.nominal || clause.negated || clause.modal !== "intend to" || isAsked(scene, clause)) return [];
  const holder = holderOf(scene, clause);
  if (holder.length === 0 || VISITING.has(clause.lemma)) return [];
  const content = core(scene, clause);
  const above = clause.parent >= 0 ? scene.clauses[clause.parent]! : clause;
  const past = isEarlier(scene, clause, content.start);
  const at = quoteOf(scene, above, content);
  return [
    { holder, stance: "supports", clause, at: [at, content], content, past, rule: "intent", score: 0.62 },
  ];
};

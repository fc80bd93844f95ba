/** Terms on a condition: "Agron would lift the blockade if Belmark pulled back". */
import type { Clause } from "../../language/clause.ts";
import { childClauses } from "../../language/clauses/query.ts";
import { wordOf } from "../../language/doc.ts";
import type { Agenda } from "../../record/agenda.ts";
import type { Range } from "../../record/span.ts";
import { contentsOf, doingsOf } from "../positions/contents.ts";
import { core, quoteOf, trimmed } from "../positions/extent.ts";
import { holderOf, holdersOf, parties, sameSide } from "../positions/holders.ts";
import { type Scene, statementTelling } from "../positions/scene.ts";
import { type StanceWord, stanceLexicon } from "../positions/stances.ts";
import type { Draft } from "./draft.ts";
import { type Exchange, exchangeIn, isOnlooker } from "./exchange.ts";
import { type Price, priceFor, priceInWords, withoutMarker } from "./price.ts";
import { nominalTerm, type Term, termOf, termsOf } from "./terms.ts";
import { tieIn } from "./tie.ts";

/** What a price asks for, as terms. */
export function priceTerms(scene: Scene, price: Price, agenda: Agenda): Term[] {
  return price.clause ? termsOf(scene, price.clause, agenda) : [nominalTerm(scene, price.range, agenda)];
}

/** From the first of the clauses to where the condition begins, or behind it. */
function consequenceOf(scene: Scene, { given, price, start }: Exchange): Range {
  const end = Math.max(...given.map((clause) => clause.end));
  const { outer } = price;
  if (start < outer.start)
    return trimmed(scene.doc.text, { start, end: Math.min(end, beforeSaying(scene, given[0], outer.start)) });
  return trimmed(scene.doc.text, { start: Math.max(start, outer.end), end: Math.max(end, outer.end + 1) });
}

/** Where what is given ends: at its condition, or at the words between the two that say who said it. */
function beforeSaying(scene: Scene, clause: Clause, end: number): number {
  const between = /,\s+(?:\p{L}+\s+){1,4}(?:said|says|added|noted|told|declared|stated|insisted)(?:,|\s)/iu;
  const at = between.exec(scene.doc.text.slice(clause.start, end));
  return at ? clause.start + at.index : end;
}

function wholeOf(scene: Scene, consequence: Range, price: Price): Range {
  return trimmed(scene.doc.text, {
    start: Math.min(consequence.start, price.outer.start),
    end: Math.max(consequence.end, price.outer.end),
  });
}

/** The terms of an exchange: what is asked, then what is given, each with its party. */
export function exchangeTerms(scene: Scene, { given, price }: Exchange, agenda: Agenda): Term[] {
  const members = given.map((member, i) => {
    const next = given[i + 1];
    const limits = [next?.start, price.outer.start].filter(
      (limit): limit is number => limit !== undefined && limit > member.start,
    );
    const start = price.outer.start <= member.start ? Math.max(member.start, price.outer.end) : member.start;
    const range = trimmed(scene.doc.text, { start, end: Math.min(member.end, ...limits) });
    return termOf(scene, member, range, agenda);
  });
  return [...priceTerms(scene, price, agenda), ...members];
}

/** "would discuss nothing until": no thing is named that would be given. */
function givesNothing({ doc }: Scene, { given: [first] }: Exchange): boolean {
  return first.patients.some(({ start, end }) =>
    /^(?:nothing|nobody|no\s+one)$/iu.test(doc.text.slice(start, end)),
  );
}

export function conditional(scene: Scene, clause: Clause, agenda: Agenda): Draft | undefined {
  const exchange = exchangeIn(scene, clause);
  if (exchange === undefined || givesNothing(scene, exchange)) return undefined;
  const terms = exchangeTerms(scene, exchange, agenda);
  const statement = statementTelling(scene, clause);
  const consequence = consequenceOf(scene, exchange);
  const isOfAgenda = terms.some(({ issue }) => issue !== "other");
  return {
    proposer: exchange.holder,
    to: statement ? parties(scene, statement.addressee) : [],
    terms,
    at: [wholeOf(scene, consequence, exchange.price)],
    condition: exchange.price.range,
    consequence,
    status: "offered",
    rule: "conditional-terms",
    score: isOfAgenda ? 0.75 : 0.55,
  };
}

/** "Take your soldiers home, and the water will flow": an order with what follows from it. */
export function ordered(scene: Scene, clause: Clause, agenda: Agenda): Draft | undefined {
  const isOrder =
    !clause.nominal && clause.agents.length === 0 && (clause.mood === "imperative" || isBare(scene, clause));
  const statement = isOrder ? statementTelling(scene, clause) : undefined;
  if (statement === undefined) return undefined;
  const follows = childClauses(scene.clauses, clause).filter(
    ({ role, marker, modal, start, negated }) =>
      role === "conjunct" && marker === "and" && modal === "will" && start > clause.start && !negated,
  );
  const [first] = follows;
  const proposer = parties(scene, statement.speaker);
  if (first === undefined || proposer.length === 0) return undefined;
  const { text } = scene.doc;
  const condition = trimmed(text, { start: clause.start, end: first.start });
  const consequence = trimmed(text, { start: first.start, end: clause.end });
  const given = follows.map((each, i) => {
    const end = follows[i + 1]?.start ?? each.end;
    return termOf(scene, each, trimmed(text, { start: each.start, end: Math.min(end, each.end) }), agenda);
  });
  const terms = [termOf(scene, clause, condition, agenda), ...given];
  if (terms.every(({ issue }) => issue === "other")) return undefined;
  return {
    proposer,
    to: parties(scene, statement.addressee),
    terms,
    at: [{ start: condition.start, end: consequence.end }],
    condition,
    consequence,
    status: "offered",
    rule: "order-and-promise",
    score: 0.65,
  };
}

/** A bare verb at the very beginning of what is said. */
function isBare(scene: Scene, clause: Clause): boolean {
  if (clause.mood !== "infinitive" || clause.marker !== "" || clause.modal !== "") return false;
  const before = scene.doc.text.slice(Math.max(0, clause.start - 3), clause.start);
  return scene.doc.start[clause.predicate] === clause.start && /["“‘:]\s*$|^$/u.test(before);
}

const THEN = /[,;:]\s+(?:and\s+)?(?:only\s+)?then\s/iu;

function sentenceEnd({ doc }: Scene, { sentence }: Clause): number {
  return doc.end[(doc.sentences[sentence + 1] ?? doc.size) - 1]!;
}

/** "First the troops leave, then we talk": what comes first is asked for what comes then. */
export function sequence(scene: Scene, clause: Clause, agenda: Agenda): Draft | undefined {
  const { text } = scene.doc;
  if (clause.nominal || !/^first\b/iu.test(text.slice(clause.start, clause.start + 6))) return undefined;
  const joint = THEN.exec(text.slice(clause.start, sentenceEnd(scene, clause)));
  const turn = joint ? clause.start + joint.index : Number.POSITIVE_INFINITY;
  const then = scene.clauses
    .slice(clause.id + 1, clause.id + 6)
    .find(
      ({ nominal, sentence, predicate }) =>
        !nominal && sentence === clause.sentence && scene.doc.start[predicate]! > turn,
    );
  const statement = statementTelling(scene, clause);
  const proposer = statement ? parties(scene, statement.speaker) : [];
  if (then === undefined || statement === undefined || proposer.length === 0) return undefined;
  if (isOnlooker(scene, clause)) return undefined;
  const condition = trimmed(text, { start: clause.start, end: turn });
  const consequence = trimmed(text, { start: turn, end: then.end });
  const terms = [termOf(scene, clause, condition, agenda), termOf(scene, then, consequence, agenda)];
  if (terms.every(({ issue }) => issue === "other")) return undefined;
  return {
    proposer,
    to: [],
    terms,
    at: [{ start: condition.start, end: consequence.end }],
    condition: withoutMarker(text, condition),
    consequence,
    status: "offered",
    rule: "first-then",
    score: 0.65,
  };
}

/** "is leaning towards a pause, on condition that": how the verb stands to the thing behind its preposition. */
function leaning({ lemma, modal, obliques }: Clause): readonly StanceWord[] {
  const words = modal === "" ? (stanceLexicon().verbs.get(lemma) ?? []) : [];
  return words.filter((word) => obliques.some(({ preposition }) => preposition === word.preposition));
}

/** "is prepared to hand over the captives in return for prisoners": what somebody is ready to give, and its price. */
export function readied(scene: Scene, clause: Clause, agenda: Agenda): Draft | undefined {
  const { adjectives } = stanceLexicon();
  if (clause.nominal || clause.negated || clause.mood === "question") return undefined;
  const form = wordOf(scene.doc, clause.predicate).toLowerCase();
  const isFor = ({ stance }: { stance: string }) => stance === "accepts" || stance === "considers";
  const word =
    (adjectives.get(clause.lemma) ?? adjectives.get(form))?.find(isFor) ?? leaning(clause).find(isFor);
  const gerunds = childClauses(scene.clauses, clause).filter(
    ({ role, marker, inherited }) =>
      role === "purpose" && inherited && marker === "to" && word?.preposition === "to",
  );
  const price = word
    ? (priceFor(scene, [clause, ...doingsOf(scene, clause), ...gerunds], false) ??
      priceInWords(scene, clause))
    : undefined;
  if (word === undefined || price === undefined) return undefined;
  const subject =
    clause.passive && clause.agents.length === 0 ? { ...clause, agents: clause.patients } : clause;
  const proposer = holderOf(scene, subject);
  const [content = gerunds[0]] = contentsOf(scene, clause, word.preposition);
  if (proposer.length === 0 || content === undefined || content.start > price.outer.start) return undefined;
  const consequence = trimmed(scene.doc.text, {
    start: content.start,
    end: Math.min(content.end, price.outer.start),
  });
  const terms = [...priceTerms(scene, price, agenda), nominalTerm(scene, consequence, agenda)];
  const isOfAgenda = terms.some(({ issue }) => issue !== "other");
  return {
    proposer,
    to: [],
    terms,
    at: [quoteOf(scene, subject, { start: consequence.start, end: price.outer.end })],
    condition: price.range,
    consequence,
    status: word.stance === "considers" ? "floated" : "offered",
    rule: "conditional-terms",
    score: isOfAgenda ? 0.7 : 0.55,
  };
}

/** "tied any relief to a withdrawal": relief for a withdrawal. */
export function tied(scene: Scene, clause: Clause, agenda: Agenda): Draft | undefined {
  // What somebody had tied once, they no longer put forward.
  const isPast = clause.tense === "past" && clause.aspect.startsWith("perfect");
  const tie = isPast ? undefined : tieIn(scene, clause);
  if (tie === undefined) return undefined;
  const { holder, offered, asked } = tie;
  const terms = [nominalTerm(scene, asked, agenda), nominalTerm(scene, offered, agenda)];
  if (terms.every(({ issue }) => issue === "other")) return undefined;
  const range = { start: Math.min(offered.start, asked.start), end: Math.max(offered.end, asked.end) };
  return {
    proposer: holder,
    to: [],
    terms,
    at: [quoteOf(scene, clause, range)],
    condition: asked,
    consequence: offered,
    status: "offered",
    rule: "tied-terms",
    score: 0.6,
  };
}

/** "wants the duties scrapped before it lets the ships return": what is wanted first, and what follows from it. */
export function beforehand(scene: Scene, clause: Clause, agenda: Agenda): Draft | undefined {
  const [word] = stanceLexicon().verbs.get(clause.lemma) ?? [];
  if (word?.stance !== "demands" || clause.nominal || clause.negated || clause.mood === "question")
    return undefined;
  const proposer = holderOf(scene, clause);
  const then = [clause, ...doingsOf(scene, clause)]
    .flatMap((each) => childClauses(scene.clauses, each))
    .find(({ marker, nominal, role }) => !nominal && role === "time" && marker === "before");
  const [content] = contentsOf(scene, clause, word.preposition);
  if (then === undefined || content === undefined || proposer.length === 0) return undefined;
  const isUntold = then.passive && then.agents.length === 0;
  const isOwn = then.inherited || isUntold || sameSide(scene, proposer, holdersOf(scene, then.agents));
  if (!isOwn || content.start > then.start) return undefined;
  const condition = trimmed(scene.doc.text, { start: content.start, end: Math.min(content.end, then.start) });
  const consequence = withoutMarker(scene.doc.text, core(scene, then));
  const terms = [nominalTerm(scene, condition, agenda), termOf(scene, then, consequence, agenda)];
  if (terms.every(({ issue }) => issue === "other")) return undefined;
  return {
    proposer,
    to: [],
    terms,
    at: [quoteOf(scene, clause, { start: condition.start, end: consequence.end })],
    condition,
    consequence,
    status: "offered",
    rule: "first-then",
    score: 0.65,
  };
}

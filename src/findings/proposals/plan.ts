/** Terms told of a plan: "a plan that would see troops leave", "under the draft, Belmark would reopen the road". */
import type { Clause, Phrase } from "../../language/clause.ts";
import { childClauses } from "../../language/clauses/query.ts";
import { tokenAt } from "../../language/doc.ts";
import type { Agenda } from "../../record/agenda.ts";
import type { Reference } from "../../record/finding.ts";
import type { Range } from "../../record/span.ts";
import { contentsOf } from "../positions/contents.ts";
import { trimmed } from "../positions/extent.ts";
import { holderOf, holdersOf } from "../positions/holders.ts";
import { lemmaAt, type Scene } from "../positions/scene.ts";
import { stanceLexicon } from "../positions/stances.ts";
import { exchangeTerms } from "./conditional.ts";
import type { Draft } from "./draft.ts";
import { exchangeIn } from "./exchange.ts";
import { proposalLexicon } from "./lexicon.ts";
import { ownerOf, type Plan } from "./owner.ts";
import { type Price, priceFor } from "./price.ts";
import { beforeSayer, nominalTerm, type Term, termOf, termsOf } from "./terms.ts";

const TELLING = new Set([
  "would",
  "may",
  "could",
  "might",
  "will",
  "must",
  "have to",
  "be to",
  "should",
  "shall",
]);
/** Modals of what binds: terms told so are agreed. */
const BINDING = new Set(["must", "will", "have to", "be to", "shall"]);

/** Prepositions before a plan by which what follows is one of its terms. */
const UNDER = new Set(["under", "as part of", "according to", "in"]);

/** The plan whose term a clause tells: its subject, or what stands behind "under". */
function planOf(scene: Scene, clause: Clause): Plan | undefined {
  const { plans, agreements } = proposalLexicon();
  const nameOf = (phrase: Phrase) => lemmaAt(scene, phrase.head);
  const isPlan = (phrase: Phrase) =>
    (plans.has(nameOf(phrase)) || agreements.has(nameOf(phrase))) && !isAny(scene, phrase);
  const subject = clause.agents.find(isPlan);
  if (subject) return { phrase: subject, noun: nameOf(subject), isSubject: true };
  const under = clause.obliques.find(
    ({ preposition, phrase }) =>
      UNDER.has(preposition) && isPlan(phrase) && (preposition !== "in" || plans.has(nameOf(phrase))),
  );
  if (under) return { phrase: under.phrase, noun: nameOf(under.phrase), isSubject: false };
  const isRelative = clause.obliques.some(
    ({ preposition, phrase }) =>
      UNDER.has(preposition) && /^which$/iu.test(scene.doc.text.slice(phrase.start, phrase.end)),
  );
  return isRelative ? planBefore(scene, clause) : agreedAbove(scene, clause);
}

/** "Under the accord, concluded at noon, Agron will …": where the tree made a verb of the participle behind it. */
function agreedAbove(scene: Scene, clause: Clause): Plan | undefined {
  const above = clause.parent >= 0 ? scene.clauses[clause.parent] : undefined;
  const beside = childClauses(scene.clauses, clause).filter(({ role }) => role === "participle");
  const tops = above && clause.role === "content" && clause.marker === "" ? [above, ...beside] : beside;
  for (const { agents, obliques, nominal, predicate } of tops) {
    const isOpening = !nominal && agents.length === 0 && predicate < clause.predicate;
    const under = isOpening ? obliques.find(({ preposition }) => preposition === "under") : undefined;
    const noun = under ? lemmaAt(scene, under.phrase.head) : "";
    if (under && proposalLexicon().agreements.has(noun))
      return { phrase: under.phrase, noun, isSubject: false };
  }
  return undefined;
}

/** Tokens before "under which" among which its plan stands. */
const REACH = 12;

/** "the offer of June 2, under which …": the nearest plan before the pronoun. */
function planBefore(scene: Scene, clause: Clause): Plan | undefined {
  const { doc } = scene;
  const { plans, agreements } = proposalLexicon();
  const which = tokenAt(doc, clause.start);
  for (let token = which - 1; token >= Math.max(0, which - REACH); token--) {
    const noun = lemmaAt(scene, token);
    if (doc.sentence[token] !== doc.sentence[which]) break;
    if (!plans.has(noun) && !agreements.has(noun)) continue;
    const named = scene.clauses.find(({ predicate, nominal }) => nominal && predicate === token);
    const start = Math.min(
      named?.start ?? doc.start[token]!,
      ...(named?.agents ?? []).map((agent) => agent.start),
    );
    return { phrase: { start, end: doc.end[token]!, head: token }, noun, isSubject: false };
  }
  return undefined;
}

/** "Any agreement would have to …" is no plan that is told, but what its speaker asks of one. */
function isAny(scene: Scene, { start, end }: Range): boolean {
  return /^(?:any|no|some|every|each|such|what|which|a possible|an eventual)\b/iu.test(
    scene.doc.text.slice(start, end),
  );
}

/** The clauses and things that a plan is said to contain. */
function contained(scene: Scene, clause: Clause, agenda: Agenda): Term[] {
  const inner = childClauses(scene.clauses, clause).filter(
    ({ role, nominal }) => role === "content" && !nominal,
  );
  if (inner.length > 0) return inner.flatMap((each) => termsOf(scene, each, agenda));
  const behind = ["for", "on"].map((preposition) => contentsOf(scene, clause, preposition));
  const things = [contentsOf(scene, clause, ""), ...behind].find((found) => found.length > 0) ?? [];
  return things.flatMap((range) => listed(scene, range)).map((range) => nominalTerm(scene, range, agenda));
}

const NEXT_ITEM = /(?:,\s+(?:and\s+)?|;\s+(?:and\s+)?|\s+and\s+)(?=(?:an?|the|all|full)\s)/giu;

/** "a pause, an exchange of captives and the opening of the road": the things of a list, each with its article. */
function listed(scene: Scene, { start, end }: Range): readonly Range[] {
  const words = scene.doc.text.slice(start, end);
  const joints = [...words.matchAll(NEXT_ITEM)];
  if (joints.length === 0) return [{ start, end }];
  const starts = [0, ...joints.map(({ index, 0: joint }) => index + joint.length)];
  const ends = [...joints.map(({ index }) => index), words.length];
  return starts.map((from, i) => ({ start: start + from, end: start + ends[i]! }));
}

/** "includes", "calls for": verbs by which a plan holds its terms. */
function isContaining({ lemma, obliques }: Clause): boolean {
  const { containing } = proposalLexicon();
  return (
    containing.has(lemma) || obliques.some(({ preposition }) => containing.has(`${lemma} ${preposition}`))
  );
}

/** What a clause tells of a plan, as terms. */
function termsTold(scene: Scene, clause: Clause, plan: Plan, agenda: Agenda): Term[] {
  if (!plan.isSubject) {
    const exchange = exchangeIn(scene, clause);
    if (exchange) return exchangeTerms(scene, exchange, agenda);
    return [
      ...doersTerms(scene, behindPlan(scene, clause, plan), agenda),
      ...meanwhile(scene, clause, agenda),
    ];
  }
  const joined = childClauses(scene.clauses, clause).filter(
    ({ role, inherited, nominal }) => role === "conjunct" && inherited && !nominal,
  );
  return [clause, ...joined].flatMap((each) =>
    isContaining(each)
      ? contained(scene, each, agenda)
      : TELLING.has(each.modal)
        ? termsOf(scene, each, agenda)
        : [],
  );
}

/** "Under the draft, seen by us, the crew would be freed": the clause from who acts in it. */
function behindPlan(scene: Scene, clause: Clause, { phrase }: Plan): Clause {
  const starts = [...clause.agents, ...clause.patients].map(({ start }) => start);
  const subject = Math.min(
    ...starts.filter((start) => start > phrase.start && start < scene.doc.start[clause.predicate]!),
  );
  return phrase.start < scene.doc.start[clause.predicate]! && Number.isFinite(subject)
    ? { ...clause, start: subject }
    : clause;
}

/** Terms of a clause and what is joined to it; a party that the tree took for an object of the clause before does its own. */
function doersTerms(scene: Scene, clause: Clause, agenda: Agenda): Term[] {
  const joined = childClauses(scene.clauses, clause).filter(
    ({ role, modal, nominal, start }) =>
      role === "conjunct" && !nominal && start > clause.start && modal !== "",
  );
  return [clause, ...joined, ...strayTerms(scene, clause)].map((each, i, all) => {
    const next = all[i + 1];
    const stray = next && straySubject(scene, each, next);
    const limit = stray?.start ?? next?.start ?? each.end;
    const range = trimmed(scene.doc.text, {
      start: each.start,
      end: Math.min(each.end, Math.max(limit, each.start + 1)),
    });
    const previous = all[i - 1];
    const own = previous && straySubject(scene, previous, each);
    const term = termOf(scene, own ? { ...each, agents: [own], inherited: false } : each, range, agenda);
    return term;
  });
}

/** "a deal in which Agron would … and Belmark would …": what the tree has joined to the verb above. */
function strayTerms(scene: Scene, clause: Clause): readonly Clause[] {
  const above = clause.role === "relative" ? scene.clauses[clause.parent] : undefined;
  if (above === undefined) return [];
  return childClauses(scene.clauses, above).filter(
    ({ id, role, modal, nominal, inherited }) =>
      id > clause.id &&
      role === "conjunct" &&
      modal === "would" &&
      modal === clause.modal &&
      !nominal &&
      !inherited,
  );
}

/** "… lift the blockade and Belmark would release": the last object right before a verb with an own modal is its subject. */
function straySubject(scene: Scene, clause: Clause, next: Clause): Phrase | undefined {
  if (!next.inherited || clause.patients.length < 2) return undefined;
  const last = clause.patients.at(-1)!;
  const gap = scene.doc.text.slice(last.end, next.start);
  return /^\s*$/.test(gap) && holdersOf(scene, [last]).length > 0 ? last : undefined;
}

/** "while Belmark halts its strikes", "in exchange for a quota": told beside the term. */
function meanwhile(scene: Scene, clause: Clause, agenda: Agenda): Term[] {
  const beside = childClauses(scene.clauses, clause).filter(
    ({ marker, nominal, start }) =>
      !nominal && (marker === "while" || marker === "whereas") && start > clause.start,
  );
  return beside.flatMap((each) => termsOf(scene, each, agenda));
}

/** "favours a phased deal: quotas would rise": a plan that somebody wants, told behind a colon. */
export function colonPlan(scene: Scene, clause: Clause, agenda: Agenda): Draft | undefined {
  const [word] = stanceLexicon().verbs.get(clause.lemma) ?? [];
  const isFor = word?.stance === "offers" || word?.stance === "supports" || word?.stance === "demands";
  if (clause.nominal || clause.negated || !isFor) return undefined;
  const noun = clause.patients.find(({ head }) => proposalLexicon().plans.has(lemmaAt(scene, head)));
  const told = childClauses(scene.clauses, clause).find(
    ({ role, modal, nominal, start }) =>
      role === "parenthesis" && !nominal && modal === "would" && start > clause.start,
  );
  if (noun === undefined || told === undefined) return undefined;
  if (!/:\s*$/u.test(scene.doc.text.slice(noun.end, told.start))) return undefined;
  const proposer = holderOf(scene, clause);
  if (proposer.length === 0) return undefined;
  const at = trimmed(scene.doc.text, { start: told.start, end: told.end });
  return {
    proposer,
    to: [],
    terms: termsOf(scene, told, agenda),
    at: [at],
    status: "offered",
    rule: "terms-of-plan",
    score: 0.6,
    noun: lemmaAt(scene, noun.head),
  };
}

const DISCUSSED = /\b(?:discuss|negotiat|talk|debat|consider|hammer|mull|weigh)/iu;

function statusOf(scene: Scene, clause: Clause, plan: Plan, isOwned: boolean): Draft["status"] {
  const isAgreed =
    proposalLexicon().agreements.has(plan.noun) && (BINDING.has(clause.modal) || clause.modal === "");
  if (isAgreed) return "accepted";
  const told = scene.doc.text.slice(
    Math.max(0, plan.phrase.start - 20),
    Math.max(plan.phrase.end, clause.start) + 20,
  );
  return isOwned && !DISCUSSED.test(told) ? "offered" : "under discussion";
}

/** The terms that one clause tells of a plan. */
export function ofPlan(
  scene: Scene,
  clause: Clause,
  agenda: Agenda,
  known: readonly Draft[],
): Draft | undefined {
  if (clause.nominal || clause.copular || clause.negated || clause.mood === "question") return undefined;
  const plan = planOf(scene, clause);
  if (plan === undefined) return undefined;
  const isTold = plan.isSubject
    ? isContaining(clause) && (clause.modal === "" || TELLING.has(clause.modal))
    : TELLING.has(clause.modal);
  if (!isTold || (clause.tense === "past" && clause.modal === "")) return undefined;
  const terms = termsTold(scene, clause, plan, agenda);
  const owner = plan.noun === "one" ? [] : ownerOf(scene, plan, clause, known);
  const isOfAgenda = terms.some(({ issue }) => issue !== "other");
  if (!isOfAgenda && (owner.length === 0 || plan.isSubject)) return undefined;
  const status = statusOf(scene, clause, plan, owner.length > 0);
  // What is agreed is of those who have to keep it.
  const isUnowned = owner.length === 0 || owner.every(({ id }) => isGroup(scene, id));
  const doers = isUnowned ? partiesOf(terms) : [];
  // "a deal in which Agron would … and Belmark would …": of nobody else, it is of the two that would have to keep it.
  const isMutual = owner.length === 0 && doers.length === 2;
  const proposer = doers.length > 0 && (status === "accepted" || isMutual) ? doers : owner;
  const exchange = plan.isSubject ? undefined : priceFor(scene, [clause], false);
  return {
    proposer,
    to: [],
    terms,
    at: [
      wholeOf(scene, plan, {
        ...clause,
        end: Math.max(clause.end, ...strayTerms(scene, clause).map(({ end }) => end)),
      }),
    ],
    ...(exchange ? conditionOf(scene, clause, exchange) : {}),
    status,
    rule: "terms-of-plan",
    score: proposer.length === 0 ? 0.5 : isOfAgenda ? 0.65 : 0.55,
    noun: plan.noun,
  };
}

/** "the parties" */
function isGroup(scene: Scene, id: string): boolean {
  return scene.actors.some((actor) => actor.id === id && actor.kind === "group");
}

function partiesOf(terms: readonly Term[]): readonly Reference[] {
  const parties = terms.flatMap(({ party }) => party ?? []);
  return [...new Map(parties.map((party) => [party.id, party])).values()];
}

function conditionOf(scene: Scene, clause: Clause, price: Price): Pick<Draft, "condition" | "consequence"> {
  const end = clause.start < price.outer.start ? Math.min(clause.end, price.outer.start) : clause.end;
  return { condition: price.range, consequence: trimmed(scene.doc.text, { start: clause.start, end }) };
}

function wholeOf(scene: Scene, { phrase, isSubject }: Plan, clause: Clause): Range {
  // "a proposal under which …": the relative clause stands behind its plan.
  const start = Math.min(phrase.start, clause.start);
  const isFar = !isSubject && clause.start - phrase.end > 80;
  const whole = { start: isFar ? clause.start : start, end: clause.end };
  const { end } = beforeSayer(scene.doc.text, { start: Math.max(phrase.end, whole.start), end: whole.end });
  return trimmed(scene.doc.text, { start: whole.start, end });
}

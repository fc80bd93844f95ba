/** Terms put forward: "Agron proposed a pause of ten days", "Kastro's plan to exchange all prisoners". */
import type { Clause } from "../../language/clause.ts";
import { childClauses, clausesIn } from "../../language/clauses/query.ts";
import { wordOf } from "../../language/doc.ts";
import type { Agenda } from "../../record/agenda.ts";
import type { Reference } from "../../record/finding.ts";
import type { Range } from "../../record/span.ts";
import { contentsOf, doingsOf } from "../positions/contents.ts";
import { core, quoteOf, trimmed } from "../positions/extent.ts";
import { holderOf, holdersOf, parties } from "../positions/holders.ts";
import { type Scene, statementTelling } from "../positions/scene.ts";
import { stanceLexicon } from "../positions/stances.ts";
import { priceTerms } from "./conditional.ts";
import type { Draft } from "./draft.ts";
import { isOnlooker } from "./exchange.ts";
import { floated } from "./floated.ts";
import { proposalLexicon } from "./lexicon.ts";
import { type Price, priceFor, priceInWords } from "./price.ts";
import { nominalTerm, type Term, termsOf } from "./terms.ts";

/** The condition of an offer: its own, that of what is offered, or a clause that stands inside it. */
function priceOf(scene: Scene, clause: Clause, doings: readonly Clause[]): Price | undefined {
  return (
    priceFor(scene, [...doings.filter(({ negated }) => !negated), clause], false) ??
    priceInWords(scene, clause)
  );
}

/** "submitted the revised document", "a package that it put forward": names a plan and tells none of its terms. */
function isBarePlan(does: string): boolean {
  const words = does.toLowerCase().split(/\s+/u);
  const { plans, agreements } = proposalLexicon();
  const last = words.at(-1)!.replace(/s$/u, "");
  return words.length <= 3 && (plans.has(last) || agreements.has(last) || /court|tribunal/u.test(last));
}

/** "denied that Belmark had offered" */
function isDenied(scene: Scene, { role, parent }: Clause): boolean {
  return role === "content" && scene.clauses[parent]?.lemma === "deny";
}

/** Whether a state, a bloc or an armed group puts something forward, or somebody who speaks for one. */
function isSide(scene: Scene, proposer: readonly { id: string }[]): boolean {
  return proposer.some(({ id }) =>
    scene.actors.some(
      (actor) =>
        actor.id === id &&
        (actor.represents !== undefined || actor.kind === "state" || actor.kind === "group"),
    ),
  );
}

/** "will likely propose", "may offer": what others expect somebody to put forward. */
function isGuessed({ doc }: Scene, { modal, start, predicate }: Clause): boolean {
  const before = doc.text.slice(start, doc.start[predicate]);
  return modal === "may" || modal === "might" || (modal !== "" && /\b(?:likely|probably)\s/iu.test(before));
}

/** "volunteered 80 clerks": so many of something. */
function isCounted({ doc }: Scene, { start, end }: Range): boolean {
  return /^(?:(?:up\s+to|some|about|another)\s+)?\d[\d,.]*\s+\p{L}/u.test(doc.text.slice(start, end));
}

/** "promised an inquiry", "offered its good offices": what is put forward, and is no term of a deal. */
function isTermless({ doc }: Scene, { start, end }: Range): boolean {
  const words = doc.text.slice(start, end).toLowerCase();
  const [, noun = ""] =
    /^(?:(?:an?|the|its|his|her|their|any|new|full|early|good|free|fair|swift)\s+)*([\p{L}-]+)/u.exec(
      words,
    ) ?? [];
  return proposalLexicon().termless.has(noun);
}

/** Who puts forward; "has turned the pause down, offering to …": who acts above, where the tree lost it. */
function proposerOf(scene: Scene, clause: Clause): readonly Reference[] {
  const own = holderOf(scene, clause);
  const isDoing = wordOf(scene.doc, clause.predicate).toLowerCase().endsWith("ing");
  const isBeside = isDoing && clause.role === "participle" && clause.inherited;
  const above = isBeside ? scene.clauses[clause.parent] : undefined;
  return own.length > 0 || above === undefined || above.nominal ? own : holderOf(scene, above);
}

/** "Agron proposed a pause of ten days", "the envoy suggested that the crew be freed first". */
export function proposed(scene: Scene, clause: Clause, agenda: Agenda): Draft | undefined {
  const verb = proposalLexicon().proposing.get(clause.lemma);
  if (verb === undefined || clause.nominal || clause.negated || clause.mood === "question") return undefined;
  if (isGuessed(scene, clause)) return undefined;
  const proposer = proposerOf(scene, clause);
  const behind = childClauses(scene.clauses, clause).filter(
    ({ marker, nominal }) => !nominal && verb.preposition !== "" && marker === verb.preposition,
  );
  const contents: readonly Range[] =
    behind.length > 0
      ? behind.map((each) =>
          trimmed(scene.doc.text, { start: scene.doc.start[each.predicate]!, end: each.end }),
        )
      : contentsOf(scene, clause, verb.preposition);
  const [first] = contents;
  if (proposer.length === 0 || first === undefined || isUnnamed(scene, proposer)) return undefined;
  const doings = behind.length > 0 ? behind : doingsOf(scene, clause);
  const tops = doings.filter(({ parent, nominal }) => !nominal && !doings.some(({ id }) => id === parent));
  const price = priceOf(scene, clause, doings);
  if (price === undefined && contents.every((range) => isTermless(scene, range))) return undefined;
  // "suggests two years, with the militia being disbanded"
  const along = childClauses(scene.clauses, clause).filter(
    ({ role, marker, nominal, patients }) =>
      !nominal && role === "participle" && marker === "with" && patients.length > 0,
  );
  const own: Term[] =
    tops.length > 0
      ? tops.flatMap((each) => termsOf(scene, each, agenda))
      : contents.map((range) => nominalTerm(scene, before(scene, range, price), agenda));
  const terms = [...own, ...along.flatMap((each) => termsOf(scene, each, agenda))];
  const asked = price ? priceTerms(scene, price, agenda) : [];
  // Offering talk, thanks or comment is no set of terms: something on the agenda must be in them.
  const isOfAgenda = [...asked, ...terms].some(({ issue }) => issue !== "other");
  const isTold = doings.length > 0 || isCounted(scene, first);
  if (!isOfAgenda && !(isTold && isSide(scene, proposer))) return undefined;
  if (isDenied(scene, clause) || (price === undefined && terms.every(({ does }) => isBarePlan(does))))
    return undefined;
  const last = Math.max(...[...contents, ...along].map(({ end }) => end));
  const end = core(scene, { start: first.start, end: Math.max(last, price?.outer.end ?? 0) }).end;
  // A content that the core leaves out altogether is told to its end.
  const isLong = [...contents, ...along].some(({ start }) => start >= end);
  const told = trimmed(scene.doc.text, {
    start: first.start,
    end: Math.max(end, isLong ? last : 0, price?.outer.end ?? 0),
  });
  return {
    proposer,
    to: parties(scene, holdersOf(scene, clause.recipients)),
    terms: [...asked, ...terms],
    at: [quoteOf(scene, clause, told), told],
    ...(price
      ? { condition: price.range, consequence: before(scene, { start: first.start, end: last }, price) }
      : {}),
    status: verb.status,
    rule: "proposing-verb",
    score: isOfAgenda ? 0.65 : 0.55,
  };
}

/** A range up to where its condition begins. */
function before(scene: Scene, range: Range, price: Price | undefined): Range {
  if (price === undefined || price.outer.start <= range.start) return range;
  return trimmed(scene.doc.text, { start: range.start, end: Math.min(range.end, price.outer.start) });
}

function isUnnamed(scene: Scene, references: readonly { id: string }[]): boolean {
  return references.every(({ id }) =>
    scene.actors.some(
      (actor) => actor.id === id && actor.kind === "unnamed" && actor.represents === undefined,
    ),
  );
}

/** Nouns for what is only put about. */
const FLOATED = new Set(["suggestion", "idea", "notion", "concept"]);

/** "Kastro's plan to exchange all prisoners": a plan with its owner and what it is to do. */
export function ownedPlan(scene: Scene, clause: Clause, agenda: Agenda): Draft | undefined {
  if (!clause.nominal || clause.negated || !proposalLexicon().plans.has(clause.lemma)) return undefined;
  const proposer = holdersOf(scene, clause.agents);
  const noun = scene.doc.end[clause.predicate]!;
  // "a proposal by the Union to place": behind whose it is, too.
  const after = Math.max(
    noun,
    ...clause.agents.filter(({ start }) => start - noun <= 8).map(({ end }) => end),
  );
  // "a proposal to phase disarmament", where the tree took the verb for a noun.
  const isBehind = ({ start }: Clause) =>
    start >= after &&
    (start - after <= 4 || /^\s+to\s+\p{Ll}{2,15}\s+$/u.test(scene.doc.text.slice(after, start)));
  const content =
    clausesIn(scene.clauses, scene.doc, { start: after, end: after + 40 }).find(
      (each) => !each.nominal && (each.mood === "infinitive" || each.mood === "participle") && isBehind(each),
    ) ??
    clausesIn(scene.clauses, scene.doc, { start: after, end: after + 120 }).find(
      (each) => !each.nominal && each.marker === "that" && each.role === "content" && isBehind(each),
    );
  if (proposer.length === 0 || content === undefined) return undefined;
  // "Belmark's proposal to hold talks was backed by": a plan that somebody else's verb turns is still the owner's.
  const terms =
    content.start - after <= 4
      ? termsOf(scene, content, agenda)
      : [nominalTerm(scene, { start: after, end: content.end }, agenda)];
  if (terms.every(({ issue }) => issue === "other")) return undefined;
  const own = core(scene, content);
  return {
    proposer,
    to: [],
    terms,
    at: [trimmed(scene.doc.text, { start: Math.min(clause.start, own.start), end: own.end })],
    status: FLOATED.has(clause.lemma) ? "floated" : "offered",
    rule: "owned-plan",
    score: 0.65,
    noun: clause.lemma,
  };
}

/** "He said some land would be returned": a trade told without a doer is what the speaker has in mind. */
export function toldTrade(scene: Scene, clause: Clause, agenda: Agenda): Draft | undefined {
  if (clause.nominal || !clause.passive || clause.modal !== "would" || clause.negated) return undefined;
  if (clause.agents.length > 0 || clause.patients.length === 0) return undefined;
  if (!proposalLexicon().traded.has(clause.lemma)) return undefined;
  const statement = statementTelling(scene, clause);
  const proposer = statement ? parties(scene, statement.speaker) : [];
  if (proposer.length === 0 || isUnnamed(scene, proposer) || isOnlooker(scene, clause)) return undefined;
  return floated(scene, clause, proposer, termsOf(scene, clause, agenda), "told-trade");
}

const FIRST_STEP =
  /\s+(?:as\s+(?:a|the)\s+(?:first|initial|opening|preliminary)\s+(?:step|stage|phase|move)\s+(?:to|towards?|in|on\s+the\s+way\s+to)|followed\s+by|and\s+only\s+then|to\s+be\s+followed\s+by)\s+/iu;

/** "pushing for a truce as a first step towards a treaty": an order of steps that somebody wants. */
export function steps(scene: Scene, clause: Clause, agenda: Agenda): Draft | undefined {
  const [word] = stanceLexicon().verbs.get(clause.lemma) ?? [];
  if (word === undefined || clause.nominal || clause.negated || clause.mood === "question") return undefined;
  if (word.stance !== "demands" && word.stance !== "offers" && word.stance !== "supports") return undefined;
  const [content] = contentsOf(scene, clause, word.preposition);
  const proposer = holderOf(scene, clause);
  if (content === undefined || proposer.length === 0) return undefined;
  const { text } = scene.doc;
  const whole = trimmed(text, { start: content.start, end: Math.max(content.end, clause.end) });
  const joint = FIRST_STEP.exec(text.slice(whole.start, whole.end));
  if (joint === null) return undefined;
  const condition = trimmed(text, { start: whole.start, end: whole.start + joint.index });
  const rest = core(scene, { start: whole.start + joint.index + joint[0].length, end: whole.end });
  const cut = /,\s/u.exec(text.slice(rest.start, rest.end));
  const consequence = cut ? { start: rest.start, end: rest.start + cut.index } : rest;
  const beside = cut ? [trimmed(text, { start: consequence.end, end: whole.end })] : [];
  const terms = [condition, consequence, ...beside].map((range) => nominalTerm(scene, range, agenda));
  if (terms.every(({ issue }) => issue === "other")) return undefined;
  return {
    proposer,
    to: [],
    terms,
    at: [{ start: quoteOf(scene, clause, content).start, end: consequence.end }, whole],
    condition,
    consequence,
    status: "offered",
    rule: "steps",
    score: 0.6,
  };
}

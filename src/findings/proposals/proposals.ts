import type { Clause } from "../../language/clause.ts";
import { ancestorsOf, childClauses, clausesIn, conditionsOf } from "../../language/clauses/query.ts";
import { treeOf } from "../../language/clauses/tree.ts";
import type { Reference } from "../../record/finding.ts";
import type { Proposal } from "../../record/proposal.ts";
import { overlap, type Range, spanAt } from "../../record/span.ts";
import { type Context, extractor, finding } from "../extractor.ts";
import { WILLING } from "../positions/rules/exchange.ts";
import {
  conditionWithin,
  contentsOf,
  doingsOf,
  holderOf,
  holdersOf,
  lemmaAt,
  parties,
  quoteOf,
  type Scene,
  statementTelling,
  trimmed,
} from "../positions/scene.ts";
import { stanceLexicon } from "../positions/stances.ts";
import { nominalTerm, type Term, termsOf } from "./terms.ts";

interface Draft {
  readonly proposer: readonly Reference[];
  readonly to: readonly Reference[];
  readonly terms: readonly Term[];
  readonly at: Range;
  readonly condition?: Range;
  readonly consequence?: Range;
  readonly status: Proposal["status"];
  readonly rule: string;
  readonly score: number;
}

type Rule = (scene: Scene, clause: Clause, context: Context) => Draft | undefined;

/** Verbs that put terms forward, and how firmly. */
const PROPOSING: ReadonlyMap<string, Proposal["status"]> = new Map([
  ["propose", "offered"],
  ["offer", "offered"],
  ["put forward", "offered"],
  ["table", "offered"],
  ["suggest", "floated"],
  ["float", "floated"],
  ["moot", "floated"],
  ["hint at", "floated"],
  ["volunteer", "offered"],
  ["pledge", "offered"],
]);

/** Nouns that stand for a set of terms. */
const PLANS = new Set([
  "plan",
  "proposal",
  "deal",
  "offer",
  "agreement",
  "package",
  "draft",
  "scheme",
  "arrangement",
  "formula",
  "blueprint",
  "framework",
  "idea",
  "accord",
  "swap",
  "term",
  "text",
  "document",
  "compromise",
]);

const CONDITIONAL_VERBS = new Set([
  "agree",
  "accept",
  "withdraw",
  "stop",
  "halt",
  "end",
  "release",
  "lift",
  "ease",
  "open",
  "reopen",
  "return",
  "allow",
  "sign",
  "pull back",
  "suspend",
  "join",
  "resume",
  "grant",
  "recognise",
  "recognize",
  "drop",
  "free",
  "hand over",
  "give",
  "consider",
  "cease",
  "restore",
  "let",
  "support",
  "back",
  "start",
  "begin",
  "attend",
  "hold",
  "permit",
  "provide",
  "guarantee",
  "meet",
]);

/** "Agron would lift the blockade if Belmark pulled back": condition and consequence, each with its party. */
const conditional: Rule = (scene, clause, context) => {
  const [condition] = conditionsOf(scene.clauses, clause).clauses;
  if (condition === undefined || condition.nominal || clause.nominal) return undefined;
  // "Will not sign unless": the negation is part of the condition.
  if (clause.negated && condition.marker !== "unless") return undefined;
  if (!WILLING.has(clause.modal) || !CONDITIONAL_VERBS.has(clause.lemma)) return undefined;
  const statement = statementTelling(scene, clause);
  const proposer = holderOf(scene, clause);
  if (proposer.length === 0) return undefined;
  const at = { start: Math.min(clause.start, condition.start), end: Math.max(clause.end, condition.end) };
  const consequence = trimmed(
    scene.doc.text,
    condition.start > clause.start ? { start: clause.start, end: condition.start } : clause,
  );
  return {
    proposer,
    to: statement ? parties(scene, statement.addressee) : [],
    terms: [...termsOf(scene, condition, context.agenda), ...termsOf(scene, clause, context.agenda)],
    at: trimmed(scene.doc.text, at),
    condition: trimmed(scene.doc.text, condition),
    consequence,
    status: "offered",
    rule: "conditional-terms",
    score: 0.75,
  };
};

function whose(scene: Scene, phrase: Range, clause: Clause): readonly Reference[] {
  const inside = scene.actors.filter(({ mentions, references }) =>
    [...mentions, ...references].some((span) => phrase.start <= span.start && span.end <= phrase.end),
  );
  if (inside.length > 0)
    return parties(
      scene,
      inside.map(({ id, name }) => ({ id, name })),
    ).slice(0, 2);
  const above = ancestorsOf(scene.clauses, clause);
  // "is working to persuade the envoys to accept a plan": the plan is the persuader's.
  const seller = above.find(({ lemma }) => stanceLexicon().influencing.has(lemma));
  return (
    (seller ? [seller] : above)
      .map((each) => holdersOf(scene, each.agents))
      .find((found) => found.length > 0) ?? []
  );
}

/** "a plan that would see troops leave", "the deal would have Belmark reopen the road": terms told of a plan. */
const ofPlan: Rule = (scene, clause, context) => {
  if (
    clause.nominal ||
    clause.copular ||
    clause.negated ||
    !["would", "may", "could", "might", "will"].includes(clause.modal)
  )
    return undefined;
  const plan = clause.agents.find((phrase) => PLANS.has(lemmaAt(scene, phrase.head)));
  // "Any agreement would have to …" is no plan that is told, but what its speaker asks of one.
  if (
    plan === undefined ||
    /^(?:any|no|some|every|each|such)\b/i.test(scene.doc.text.slice(plan.start, plan.end))
  )
    return undefined;
  const inner = childClauses(scene.clauses, clause).filter(
    ({ role, nominal }) => role === "content" && !nominal,
  );
  const seen =
    clause.lemma === "see" ||
    clause.lemma === "have" ||
    clause.lemma === "require" ||
    clause.lemma === "allow" ||
    clause.lemma === "involve" ||
    clause.lemma === "mean";
  const told = seen && inner.length > 0 ? inner : [clause];
  const proposer = whose(scene, plan, clause);
  if (proposer.length === 0) return undefined;
  return {
    proposer,
    to: [],
    terms: told.flatMap((each) => termsOf(scene, each, context.agenda)),
    at: trimmed(scene.doc.text, { start: Math.min(plan.start, clause.start), end: clause.end }),
    status: "under discussion",
    rule: "terms-of-plan",
    score: 0.65,
  };
};

/** "Agron proposed a pause of ten days", "the envoy suggested that the crew be freed first". */
const proposed: Rule = (scene, clause, context) => {
  const status = PROPOSING.get(clause.lemma);
  if (status === undefined || clause.nominal || clause.negated) return undefined;
  const proposer = holdersOf(scene, clause.agents);
  const contents = contentsOf(scene, clause, "");
  const [first] = contents;
  if (proposer.length === 0 || first === undefined) return undefined;
  const doings = doingsOf(scene, clause);
  const clauses = doings.filter(({ parent }) => !doings.some(({ id }) => id === parent));
  const terms =
    clauses.length > 0
      ? clauses.flatMap((each) => termsOf(scene, each, context.agenda))
      : contents.map((range) => nominalTerm(scene, range, context.agenda));
  // Offering talk, thanks or comment is no set of terms: something on the agenda must be in them.
  if (terms.every(({ issue }) => issue === "other")) return undefined;
  if (proposer.every(({ id }) => scene.actors.some((actor) => actor.id === id && actor.kind === "unnamed")))
    return undefined;
  const condition = conditionWithin(scene, clause);
  const asked = condition ? termsOf(scene, condition, context.agenda) : [];
  const last = contents.at(-1)!.end;
  return {
    proposer,
    to: parties(scene, holdersOf(scene, clause.recipients)),
    terms: [...asked, ...terms],
    at: quoteOf(scene, clause, { start: first.start, end: Math.max(last, condition?.end ?? 0) }),
    ...(condition
      ? {
          condition: trimmed(scene.doc.text, condition),
          consequence: trimmed(scene.doc.text, {
            start: first.start,
            end: Math.max(
              first.start + 1,
              Math.min(last, condition.start > first.start ? condition.start : last),
            ),
          }),
        }
      : {}),
    status,
    rule: "proposing-verb",
    score: 0.65,
  };
};

/** "Kourrin's plan to exchange all prisoners": a plan with its owner and what it is to do. */
const ownedPlan: Rule = (scene, clause, context) => {
  if (!clause.nominal || clause.negated || !PLANS.has(clause.lemma)) return undefined;
  const proposer = holdersOf(scene, clause.agents);
  const after = scene.doc.end[clause.predicate]!;
  const content = clausesIn(scene.clauses, scene.doc, { start: after, end: after + 40 }).find(
    ({ mood, start, nominal }) =>
      !nominal && (mood === "infinitive" || mood === "participle") && start >= after && start - after <= 4,
  );
  if (proposer.length === 0 || content === undefined) return undefined;
  const terms = termsOf(scene, content, context.agenda);
  if (terms.every(({ issue }) => issue === "other")) return undefined;
  return {
    proposer,
    to: [],
    terms,
    at: trimmed(scene.doc.text, { start: Math.min(clause.start, content.start), end: content.end }),
    status: "offered",
    rule: "owned-plan",
    score: 0.65,
  };
};

const rules: readonly Rule[] = [conditional, ofPlan, proposed, ownedPlan];

/** One proposal where two rules read the same words; the surer first. */
function distinct(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const draft of [...drafts].sort((a, b) => b.score - a.score || a.at.start - b.at.start)) {
    if (!kept.some((other) => overlap(other.at, draft.at))) kept.push(draft);
  }
  return kept.sort((a, b) => a.at.start - b.at.start);
}

export const proposals = extractor({
  name: "proposals",
  needs: ["actors", "statements"],
  makes: "proposals",
  *extract(context, { actors, statements }): Iterable<Proposal> {
    const { doc, clauses } = context.language;
    const scene: Scene = { doc, tree: treeOf(doc), clauses, actors, statements };
    const drafts = clauses.flatMap((clause) => rules.flatMap((rule) => rule(scene, clause, context) ?? []));
    const quote = (range: Range) => doc.text.slice(range.start, range.end);
    for (const { proposer, to, terms, at, condition, consequence, status, rule, score } of distinct(drafts)) {
      yield finding(context, "proposals", [spanAt(doc.text, at.start, at.end)], rule, {
        proposer,
        to,
        terms,
        ...(condition ? { condition: quote(condition) } : {}),
        ...(consequence ? { consequence: quote(consequence) } : {}),
        status,
        modality: condition ? "conditional" : "possible",
        by: rule,
        score,
      });
    }
  },
});

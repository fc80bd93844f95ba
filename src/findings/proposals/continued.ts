/** A plan told over several sentences: what the sentences behind it add to its terms. */
import type { Clause } from "../../language/clause.ts";
import type { Agenda } from "../../record/agenda.ts";
import { overlap } from "../../record/span.ts";
import { trimmed } from "../positions/extent.ts";
import { holderOf, sameSide } from "../positions/holders.ts";
import { lemmaAt, type Scene, statementTelling } from "../positions/scene.ts";
import type { Draft } from "./draft.ts";
import { proposalLexicon } from "./lexicon.ts";
import { termsOf } from "./terms.ts";

const PLAN_RULE = "terms-of-plan";
/** How many sentences a plan may go on for. */
const LONGEST = 6;
const IN_RETURN =
  /^(?:in\s+(?:return|exchange)|in\s+turn|for\s+(?:its|their|his|her)\s+part|at\s+the\s+same\s+time)\b/iu;

/** Drafts with what the next sentences say of the same plan; those that were told of it apart are taken in. */
export function continued(scene: Scene, drafts: readonly Draft[], agenda: Agenda): Draft[] {
  const result: Draft[] = [];
  for (const draft of drafts) {
    const last = result.at(-1);
    if (last && last.rule === PLAN_RULE && goesOn(scene, last, draft))
      result[result.length - 1] = joined(last, draft);
    else result.push(draft);
    const own = result.at(-1)!;
    if (SEEDS.has(own.rule)) result[result.length - 1] = withFollowing(scene, own, drafts, agenda);
  }
  return result;
}

/** Rules whose proposals may go on in the next sentences. */
const SEEDS = new Set([PLAN_RULE, "proposing-verb", "owned-plan"]);

/** Plans that one sentence names and the next ones tell: "a proposal that Agron put forward. Belmark would …". */
export function introduced(scene: Scene, drafts: readonly Draft[], agenda: Agenda): Draft[] {
  const { authoring, plans } = proposalLexicon();
  return scene.clauses.flatMap((clause): Draft[] => {
    if (clause.nominal || !authoring.has(clause.lemma)) return [];
    const noun = clause.patients.map(({ head }) => lemmaAt(scene, head)).find((lemma) => plans.has(lemma));
    const proposer = holderOf(scene, clause);
    if (noun === undefined || proposer.length === 0) return [];
    const next = scene.clauses.find(
      ({ sentence, role, nominal }) => sentence === clause.sentence + 1 && role === "root" && !nominal,
    );
    if (next === undefined || next.modal !== "would" || next.negated || statementTelling(scene, next))
      return [];
    if (drafts.some(({ at }) => overlap(at[0], next))) return [];
    const terms = termsOf(scene, next, agenda);
    if (terms.every(({ issue }) => issue === "other")) return [];
    const at = [trimmed(scene.doc.text, next)] as const;
    return [{ proposer, to: [], terms, at, status: "offered", rule: PLAN_RULE, score: 0.65, noun }];
  });
}

function sentenceOf(scene: Scene, offset: number): number {
  const clause = scene.clauses.find(({ start, end }) => start <= offset && offset < end);
  return clause?.sentence ?? -1;
}

/** Whether a second draft tells more of the plan of the first: the next sentence, the same noun, nobody else's. */
function goesOn(scene: Scene, first: Draft, second: Draft): boolean {
  const lastAt = first.at.at(-1)!;
  const gap = sentenceOf(scene, second.at[0].start) - sentenceOf(scene, lastAt.start);
  if (gap > 1 || gap < 0 || first.at.length >= LONGEST) return false;
  if (second.rule === PLAN_RULE) {
    const isSame = second.noun === first.noun || second.proposer.length === 0;
    return (
      isSame &&
      (second.proposer.length === 0 ||
        first.proposer.length === 0 ||
        sameSide(scene, first.proposer, second.proposer))
    );
  }
  const clause = scene.clauses.find(
    ({ start, end }) => start <= second.at[0].start && second.at[0].start < end,
  );
  return second.rule === "conditional-terms" && clause !== undefined && isFreeTelling(scene, clause, first);
}

function joined(first: Draft, second: Draft): Draft {
  return {
    ...first,
    proposer: first.proposer.length > 0 ? first.proposer : second.proposer,
    terms: [...first.terms, ...second.terms],
    at: [...first.at, ...second.at],
    ...(first.condition || !second.condition
      ? {}
      : { condition: second.condition, ...(second.consequence ? { consequence: second.consequence } : {}) }),
    score: Math.max(first.score, second.score),
  };
}

/** "must hand over the hostages first" */
function isFirst({ doc }: Scene, { start, end }: Clause): boolean {
  return /\b(?:first|in return|in exchange)\b/iu.test(doc.text.slice(start, end));
}

/** "Belmark would also …" with no other teller than the plan's. */
function isFreeTelling(scene: Scene, clause: Clause, draft: Draft): boolean {
  const isTerm = clause.modal === "would" || (clause.modal === "must" && isFirst(scene, clause));
  if (!isTerm || clause.nominal || clause.negated) return false;
  const teller = statementTelling(scene, clause);
  const planTeller = scene.clauses.find(({ start, nominal }) => !nominal && start >= draft.at[0].start);
  const before = planTeller && statementTelling(scene, planTeller);
  return teller === undefined || teller === before;
}

/** The plan with the terms that the sentences right behind it tell with "would". */
function withFollowing(scene: Scene, draft: Draft, all: readonly Draft[], agenda: Agenda): Draft {
  let plan = draft;
  let last = sentenceOf(scene, draft.at.at(-1)!.start);
  for (const clause of scene.clauses) {
    if (clause.sentence <= last || clause.nominal || clause.role !== "root") continue;
    if (clause.sentence > last + 1 || plan.at.length >= LONGEST) break;
    const opening = scene.doc.text.slice(clause.start, clause.end);
    const isMore = isFreeTelling(scene, clause, draft) || (IN_RETURN.test(opening) && clause.modal !== "");
    // What another rule reads there is joined or left apart where it stands.
    if (!isMore || all.some(({ at }) => overlap(at[0], clause))) break;
    const terms = termsOf(scene, clause, agenda);
    if (terms.every(({ issue }) => issue === "other") && !IN_RETURN.test(opening)) break;
    plan = { ...plan, terms: [...plan.terms, ...terms], at: [...plan.at, trimmed(scene.doc.text, clause)] };
    last = clause.sentence;
  }
  return plan;
}

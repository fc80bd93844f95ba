/**
 * Proposals: terms that hang together, whose they are, on what condition, and how they were answered. A plan that is
 * told over several sentences is one proposal.
 */
import type { Clause } from "../../language/clause.ts";
import { treeOf } from "../../language/clauses/tree.ts";
import type { Proposal } from "../../record/proposal.ts";
import { type Range, spanAt } from "../../record/span.ts";
import type { Time } from "../../record/time.ts";
import { type Context, extractor, finding } from "../extractor.ts";
import { isOffTopic } from "../genre.ts";
import { Overlapping } from "../overlapping.ts";
import { sameSide } from "../positions/holders.ts";
import type { Scene } from "../positions/scene.ts";
import { isShown } from "../thresholds.ts";
import { type Answered, answersTo } from "./answers.ts";
import { beforehand, conditional, ordered, readied, sequence, tied } from "./conditional.ts";
import { continued, introduced } from "./continued.ts";
import { deadlineIn } from "./deadline.ts";
import type { Draft } from "./draft.ts";
import { envisioned, wouldHave } from "./envisioned.ts";
import { colonPlan, ofPlan } from "./plan.ts";
import { ownedPlan, proposed, steps, toldTrade } from "./proposing.ts";

type Rule = (
  scene: Scene,
  clause: Clause,
  agenda: Context["agenda"],
  known: readonly Draft[],
) => Draft | undefined;

const rules: readonly Rule[] = [
  conditional,
  readied,
  tied,
  beforehand,
  ordered,
  sequence,
  ofPlan,
  colonPlan,
  proposed,
  ownedPlan,
  toldTrade,
  steps,
  envisioned,
  wouldHave,
];

/** A plan whose owner is known: who acts in it is not who proposes it. */
function isOwnedPlan({ rule, proposer }: Draft): boolean {
  return rule === "terms-of-plan" && proposer.length > 0;
}

/** One proposal where two rules read the same words: the one with more terms, then the surer. */
function distinct(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  const order = [...drafts].sort(
    (a, b) =>
      Number(isOwnedPlan(b)) - Number(isOwnedPlan(a)) ||
      Number(b.condition !== undefined) - Number(a.condition !== undefined) ||
      b.terms.length - a.terms.length ||
      b.score - a.score ||
      a.at[0].start - b.at[0].start,
  );
  const seen = new Overlapping<Draft>();
  for (const draft of order) {
    if (seen.some(draft.at[0], () => true)) continue;
    seen.add(draft.at[0], draft);
    kept.push(draft);
  }
  return kept.sort((a, b) => a.at[0].start - b.at[0].start);
}

/** Where the answers leave a proposal: the last word of another side. */
function statusOf(draft: Draft, answers: readonly Answered[]): Proposal["status"] {
  const last = answers.findLast(({ how }) => how === "accepted" || how === "rejected");
  return last?.how === "accepted" ? "accepted" : last?.how === "rejected" ? "rejected" : draft.status;
}

function proposalOf(
  context: Context,
  draft: Draft,
  answers: readonly Answered[],
  times: readonly Time[],
): Proposal {
  const { text } = context.report;
  const quote = (range: Range) => text.slice(range.start, range.end);
  const { proposer, to, terms, at, condition, consequence, rule, score } = draft;
  const [first, ...others] = at.map(({ start, end }) => spanAt(text, start, end));
  const deadline = deadlineIn(text, at, times);
  return finding(context, "proposals", [first!, ...others], rule, {
    proposer,
    to,
    terms,
    ...(condition ? { condition: quote(condition) } : {}),
    ...(consequence ? { consequence: quote(consequence) } : {}),
    ...(deadline === undefined ? {} : { deadline }),
    status: statusOf(draft, answers),
    ...(answers.length === 0
      ? {}
      : {
          answers: answers.map(({ by, how, at: { start, end } }) => ({
            by,
            how,
            at: spanAt(text, start, end),
          })),
        }),
    modality: condition ? "conditional" : "possible",
    by: rule,
    score,
  });
}

export const proposals = extractor({
  name: "proposals",
  needs: ["actors", "statements", "times"],
  makes: "proposals",
  *extract(context, { actors, statements, times }): Iterable<Proposal> {
    const { doc, clauses } = context.language;
    if (isOffTopic(doc)) return;
    const scene: Scene = { doc, tree: treeOf(doc), clauses, actors, statements };
    const found: Draft[] = [];
    for (const clause of clauses) {
      for (const rule of rules) {
        const draft = rule(scene, clause, context.agenda, found);
        if (draft) found.push(draft);
      }
    }
    const told = [...found, ...introduced(scene, found, context.agenda)];
    const drafts = continued(scene, distinct(told), context.agenda).filter((draft) =>
      isShown("proposals", draft.score),
    );
    const answers = answersTo(scene, drafts);
    for (const draft of drafts) {
      const own = answers.filter(
        (answer) =>
          answer.draft === draft &&
          !(draft.proposer.length > 0 && sameSide(scene, draft.proposer, answer.by)),
      );
      yield proposalOf(context, draft, own, times);
    }
  },
});

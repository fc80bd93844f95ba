import { treeOf } from "../../language/clauses/tree.ts";
import type { Position } from "../../record/position.ts";
import { contains, overlap, type Range, spanAt } from "../../record/span.ts";
import { type Context, extractor, finding } from "../extractor.ts";
import { isShown } from "../thresholds.ts";
import type { Candidate } from "./candidate.ts";
import { fromProposals } from "./from-proposals.ts";
import { issueOf } from "./issue-of.ts";
import { rules } from "./rules.ts";
import { type Scene, sameSide, statementAround } from "./scene.ts";

interface Sorted {
  readonly candidate: Candidate;
  readonly issue: string;
  readonly score: number;
}

/** Contents that only point back: "the offer", "these conditions", "it". */
const POINTING =
  /^(?:to |of )?(?:accept(?:ing)? )?(?:(?:the|this|that|these|those|such|any such|his|her|its|their|both)\s+)?(?:\p{L}+\s+)?(?:offer|proposal|plan|idea|initiative|proposition|terms?|conditions?|demands?|measures?|call|suggestion|deal|move|request|it|this|that|them|formula|notion)$/iu;

/** The issue of the content; where it has no term of the agenda, of the quote around it. */
function sorted(context: Context, candidate: Candidate, before: readonly Sorted[]): Sorted {
  const { doc } = context.language;
  const of = (range: Range, penalty: number): Sorted & { weight: number } => {
    const { issue, weight } = issueOf(range, doc, context.agenda);
    return { candidate, issue, weight, score: candidate.score - penalty - (weight < 1 ? 0.1 : 0) };
  };
  const own = of(candidate.content, 0);
  if (own.weight > 0) return own;
  if (POINTING.test(doc.text.slice(candidate.content.start, candidate.content.end))) {
    const meant = before.findLast((other) => answerable(other) && !shareHolder(other, { candidate }));
    if (meant) return { candidate, issue: meant.issue, score: candidate.score - 0.1 };
  }
  // The words around may be about anything: they lend an issue only to what is sure otherwise.
  const [{ start, end }] = candidate.at;
  const around = of(
    { start, end: Math.max(start + 1, Math.min(end, candidate.condition?.start ?? end)) },
    0.25,
  );
  return around.weight > 0 ? around : { candidate, issue: "other", score: candidate.score - 0.35 };
}

/** An item of a list of aims is what the list's owner wants, whoever would have to do it. */
function isListed({ candidate }: Sorted): boolean {
  return candidate.rule === "list-of-aims";
}

/** What somebody else put forward, so that "the offer" may mean it. */
function answerable({ candidate, issue }: Sorted): boolean {
  return issue !== "other" && (candidate.stance === "offers" || candidate.stance === "demands");
}

function shareHolder(a: Pick<Sorted, "candidate">, b: Pick<Sorted, "candidate">): boolean {
  return a.candidate.holder.some(({ id }) => b.candidate.holder.some((holder) => holder.id === id));
}

/** One position where several rules read the same: the surer, then the longer. */
function distinct(all: readonly Sorted[]): readonly Sorted[] {
  const kept: Sorted[] = [];
  const order = [...all].sort(
    (a, b) =>
      Number(isListed(b)) - Number(isListed(a)) ||
      b.score - a.score ||
      a.candidate.at[0].start - b.candidate.at[0].start,
  );
  for (const one of order) {
    const twin = kept.some(
      (other) =>
        other.issue === one.issue &&
        other.candidate.past === one.candidate.past &&
        (isListed(other) || shareHolder(other, one)) &&
        overlap(other.candidate.content, one.candidate.content),
    );
    if (!twin) kept.push(one);
  }
  return kept.sort((a, b) => a.candidate.at[0].start - b.candidate.at[0].start);
}

function idsIn(range: Range, findings: readonly { id: string; at: readonly Range[] }[]): string[] {
  return findings
    .filter(({ at }) => at.some((span) => contains(span, range) || contains(range, span)))
    .map(({ id }) => id);
}

export const positions = extractor({
  name: "positions",
  needs: ["actors", "statements", "events", "proposals"],
  makes: "positions",
  *extract(context, { actors, statements, events, proposals }): Iterable<Position> {
    const { doc, clauses } = context.language;
    const scene: Scene = { doc, tree: treeOf(doc), clauses, actors, statements };
    const candidates = [
      ...clauses.flatMap((clause) => rules.flatMap((rule) => rule(scene, clause))),
      ...fromProposals(scene, proposals),
    ].sort((a, b) => a.at[0].start - b.at[0].start);
    const shown: Sorted[] = [];
    for (const candidate of candidates) {
      const one = sorted(context, candidate, shown);
      if (isShown("positions", one.score)) shown.push(one);
    }
    for (const { candidate, issue, score } of distinct(shown)) {
      const { holder, stance, at, content, condition, past, rule, clause } = candidate;
      const [first, ...others] = at.map(({ start, end }) => spanAt(doc.text, start, end));
      const teller = statementAround(scene, at[0])?.speaker[0];
      const attributedBy = teller && !sameSide(scene, [teller], holder) ? teller : undefined;
      yield finding(
        context,
        "positions",
        [first!, ...others],
        [issue, stance, past, ...holder.map(({ id }) => id)].join(" "),
        {
          holder,
          issue,
          stance,
          content: doc.text.slice(content.start, content.end),
          ...(condition ? { condition: doc.text.slice(condition.start, condition.end) } : {}),
          ...(attributedBy ? { attributedBy } : {}),
          ...(past ? { past: true as const } : {}),
          statements: idsIn(at[0], statements),
          events: idsIn(at[0], events),
          modality: candidate.condition
            ? "conditional"
            : clause.modal === "may" || clause.modal === "might"
              ? "possible"
              : "asserted",
          by: rule,
          score,
        },
      );
    }
  },
});

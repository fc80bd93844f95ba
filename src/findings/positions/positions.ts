import { treeOf } from "../../language/clauses/tree.ts";
import type { Position } from "../../record/position.ts";
import { contains, type Range, spanAt } from "../../record/span.ts";
import { isPublicAffair } from "../events/worth.ts";
import { extractor, finding } from "../extractor.ts";
import { isOffTopic } from "../genre.ts";
import { isShown } from "../thresholds.ts";
import type { Candidate } from "./candidate.ts";
import { distinct } from "./distinct.ts";
import { fromProposals, isTermOfOthers } from "./from-proposals.ts";
import { acting, holdersOf, sameSide } from "./holders.ts";
import { byPlace } from "./learnt/by-place.ts";
import { issueScores } from "./learnt/issue-model.ts";
import { publicHolders } from "./public-holders.ts";
import { Surroundings } from "./ranking/surroundings.ts";
import { rules } from "./rules.ts";
import { isUnnamed, type Scene, statementAround } from "./scene.ts";
import type { Sorted } from "./sorted.ts";
import { type Holders, sorted } from "./sorting.ts";

/** Rules that read terms: inside a plan of others they are that plan's. */
const TERMS = new Set(["conditional-offer", "kept-back", "condition-demand", "condition-result", "learnt"]);

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
    if (isOffTopic(doc)) return;
    const scene: Scene = { doc, tree: treeOf(doc), clauses, actors, statements };
    const isOwn = ({ rule, at, holder }: Candidate): boolean =>
      !TERMS.has(rule) || !isTermOfOthers(scene, at[0], holder, proposals);
    const ruled = [
      ...clauses
        .map((clause) => acting(scene, clause))
        .flatMap((clause) => rules.flatMap((rule) => rule(scene, clause)))
        .filter(isOwn),
      ...fromProposals(scene, proposals),
    ];
    const learnt = byPlace(scene, ruled).filter(isOwn);
    const candidates = [...ruled, ...learnt].sort((a, b) => a.at[0].start - b.at[0].start);
    const headings = context.report.blocks.filter(({ kind }) => kind === "title" || kind === "heading");
    const { agenda } = context;
    const surroundings = new Surroundings(doc, agenda, headings, (range) => issueScores(range, doc, agenda));
    const holders: Holders = {
      isPublic: publicHolders(actors),
      isNameless: (id) => isUnnamed(scene, id),
      isOfSomebody: ({ clause }) => holdersOf(scene, [...clause.agents, ...clause.patients]).length > 0,
    };
    // In a text of no state and no known office, crowds want what they like: geese, fans, villagers.
    const crowds = new Set(
      isPublicAffair(actors)
        ? []
        : actors.filter(({ kind }) => kind === "group" || kind === "unnamed").map(({ id }) => id),
    );
    const shown: Sorted[] = [];
    for (const candidate of candidates) {
      if (candidate.holder.every(({ id }) => crowds.has(id))) continue;
      const one = sorted(context, surroundings, candidate, shown, proposals, holders);
      if (isShown("positions", one.score)) shown.push(one);
    }
    for (const { candidate, issue, score } of distinct(shown, doc, headings)) {
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

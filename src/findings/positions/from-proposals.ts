/** What a proposal asks for is what its proposer wants: a position for each of its terms. */
import type { Proposal } from "../../record/proposal.ts";
import type { Range } from "../../record/span.ts";
import type { Candidate } from "./candidate.ts";
import { core, type Scene } from "./scene.ts";

const STANCE: Readonly<Record<Proposal["status"], Candidate["stance"]>> = {
  floated: "considers",
  "under discussion": "considers",
  offered: "offers",
  accepted: "accepts",
  rejected: "offers",
  withdrawn: "offers",
};

/** Candidates from proposals that are told as plans; conditional and proposing verbs are read where they stand. */
export function fromProposals(scene: Scene, proposals: readonly Proposal[]): Candidate[] {
  return proposals
    .filter(({ by, proposer }) => by === "terms-of-plan" && proposer.length > 0)
    .flatMap((proposal) => {
      const [quote] = proposal.at;
      const clause = scene.clauses.find(
        ({ start, end, nominal }) => !nominal && quote.start <= start && end <= quote.end,
      );
      if (clause === undefined) return [];
      return proposal.terms.flatMap(({ does }, item): Candidate[] => {
        const at = scene.doc.text.indexOf(does, quote.start);
        if (at < 0 || at + does.length > quote.end) return [];
        const content = core(scene, { start: at, end: at + does.length });
        const whole: Range = { start: item === 0 ? quote.start : content.start, end: content.end };
        return [
          {
            holder: proposal.proposer,
            stance: STANCE[proposal.status],
            clause,
            at: [whole],
            content,
            past: false,
            rule: "term-of-plan",
            score: 0.65,
          },
        ];
      });
    });
}

/** What a proposal asks for is what its proposer wants: a position for each of its terms. */
import type { Clause } from "../../language/clause.ts";
import type { Reference } from "../../record/finding.ts";
import type { Proposal } from "../../record/proposal.ts";
import type { Range } from "../../record/span.ts";
import type { Candidate } from "./candidate.ts";
import { core } from "./extent.ts";
import { sameSide } from "./holders.ts";
import type { Scene } from "./scene.ts";

const STANCE: Readonly<Record<Proposal["status"], Candidate["stance"]>> = {
  floated: "considers",
  "under discussion": "considers",
  offered: "offers",
  accepted: "accepts",
  rejected: "offers",
  withdrawn: "offers",
};

/** The rules whose proposals tell positions; conditional and proposing verbs are read where they stand. */
const TOLD = new Set(["terms-of-plan", "told-trade", "steps", "order-and-promise", "first-then"]);

/** Rules whose terms are one matter, told in one breath. */
const WHOLE = new Set(["told-trade"]);
/** Rules whose first term alone is wanted: what follows it is only talked of. */
const FIRST = new Set(["first-then"]);

/** Candidates from proposals that are told as plans. */
export function fromProposals(scene: Scene, proposals: readonly Proposal[]): Candidate[] {
  return proposals
    .filter(({ by, proposer }) => TOLD.has(by) && proposer.length > 0)
    .flatMap((proposal) => {
      const items =
        proposal.by === "steps"
          ? [1]
          : WHOLE.has(proposal.by) || FIRST.has(proposal.by)
            ? [0]
            : [...proposal.terms.keys()];
      return items.flatMap((item) => ofTerm(scene, proposal, item) ?? []);
    });
}

/** Whether a range is told as a plan of another: who acts in it is not who wants it. */
export function isTermOfOthers(
  scene: Scene,
  range: Range,
  holder: readonly Reference[],
  proposals: readonly Proposal[],
): boolean {
  return proposals.some(
    ({ by, proposer, at }) =>
      by === "terms-of-plan" &&
      proposer.length > 0 &&
      at.some((quote) => quote.start <= range.start && range.end <= quote.end) &&
      !sameSide(scene, proposer, holder),
  );
}

/** Who vouches for a plan is told with its terms, and is none of what is wanted. */
const GUARANTEEING = /^(?:acting|serving|standing)\s+as\s/iu;

function ofTerm(scene: Scene, proposal: Proposal, item: number): Candidate | undefined {
  const { does, party } = proposal.terms[item]!;
  if (GUARANTEEING.test(does)) return undefined;
  for (const quote of proposal.at) {
    const at = scene.doc.text.indexOf(does, quote.start);
    if (at < 0 || at + does.length > quote.end) continue;
    const clause = clauseIn(scene, { start: at, end: at + does.length }) ?? clauseIn(scene, quote);
    if (clause === undefined) return undefined;
    const content = WHOLE.has(proposal.by)
      ? core(scene, quote)
      : core(scene, { start: at, end: at + does.length });
    const isFromStart = item === 0 || proposal.by === "steps";
    const whole: Range = {
      start: isFromStart ? Math.min(quote.start, content.start) : content.start,
      end: content.end,
    };
    return {
      holder: proposal.proposer,
      // What an offer hangs on is asked of the other side.
      stance: clause.role === "condition" ? "demands" : stanceOf(scene, proposal, party, item),
      clause,
      at: [whole, content],
      content,
      past: false,
      rule: "term-of-plan",
      score: 0.65,
    };
  }
  return undefined;
}

/** What the other side would have to do is demanded, where the proposer's own side has a part; else all of it is offered. */
function stanceOf(
  scene: Scene,
  proposal: Proposal,
  party: Reference | undefined,
  item: number,
): Candidate["stance"] {
  const { proposer, terms, status, by, answers } = proposal;
  // That another accepted or rejected it leaves what its proposer wants.
  const stance = answers ? "offers" : STANCE[status];
  if (by === "steps") return "supports";
  if (by === "order-and-promise" || by === "first-then") return item === 0 ? "demands" : "offers";
  if (stance !== "offers") return stance;
  const isPartTaker = terms.some((term) => term.party && sameSide(scene, proposer, [term.party]));
  return party && isPartTaker && !sameSide(scene, proposer, [party]) ? "demands" : stance;
}

function clauseIn(scene: Scene, range: Range): Clause | undefined {
  return scene.clauses.find(
    ({ start, end, nominal }) => !nominal && range.start <= start && end <= range.end,
  );
}

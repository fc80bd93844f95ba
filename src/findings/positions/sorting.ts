/** Under which issue a position stands, and how sure it is of one. */
import { clausesIn } from "../../language/clauses/query.ts";
import type { Proposal } from "../../record/proposal.ts";
import type { Context } from "../extractor.ts";
import type { Candidate } from "./candidate.ts";
import { BARE, pointedAtBy } from "./pointed-at.ts";
import { type Ranked, rank } from "./ranking/rank.ts";
import type { Surroundings } from "./ranking/surroundings.ts";
import { type Sorted, shareHolder } from "./sorted.ts";

/** What is known of the holders of positions. */
export interface Holders {
  readonly isPublic: (candidate: Candidate) => boolean;
  readonly isNameless: (id: string) => boolean;
  /** Whether somebody known acts in the clause of a position or is acted on. */
  readonly isOfSomebody: (candidate: Candidate) => boolean;
}

/** "offers peace": what is no matter of talks yet. */
const FRIENDLY = /^(?:peace|dialogue|diplomacy|friendship|co-?operation)$/iu;

/** The issue of a position, by all that speaks for one; a vague content without one is not to be shown. */
export function sorted(
  context: Context,
  surroundings: Surroundings,
  candidate: Candidate,
  before: readonly Sorted[],
  proposals: readonly Proposal[],
  { isPublic, isNameless, isOfSomebody }: Holders,
): Sorted {
  const words = context.language.doc.text.slice(candidate.content.start, candidate.content.end);
  const hidden = { candidate, issue: "other", score: 0 };
  if (candidate.stance === "offers" && FRIENDLY.test(words)) return hidden;
  const back = pointedAtBy(context, candidate, before, proposals);
  if (back) return { candidate, issue: back.issue, score: candidate.score - back.doubt };
  const ranked = rank(surroundings, {
    content: candidate.content,
    ...(candidate.condition ? { condition: candidate.condition } : {}),
    isPointing: candidate.rule === "evaluation" && /^(?:this|that|it)\b/iu.test(words),
    earlier: before.map((other) => ({
      content: other.candidate.content,
      issue: other.issue === "other" ? -1 : surroundings.numberOf(other.issue),
      isOwn: shareHolder(other, { candidate }),
    })),
  });
  const isTold = ranked.kind === "sure" || ranked.kind === "manifold" || ranked.kind === "weak";
  const issue = ranked.issue < 0 ? "other" : surroundings.agenda[ranked.issue]!.name;
  const isHeard = isPublic(candidate);
  const isFound = ranked.issue >= 0 && ranked.kind === "pointing";
  // "put forward a package": that there is one says nothing of what is offered, whatever it may point at.
  if (!isTold && candidate.stance === "offers" && EMPTY.test(words)) return hidden;
  if (!isTold && !isFound) {
    const isUnheld =
      (candidate.rule === "modal-demand" && !isOfSomebody(candidate)) || isOpinion(context, candidate);
    if (isUnheld || candidate.holder.every(({ id }) => isNameless(id))) return hidden;
    if (isVague(words) && !BARE.has(candidate.rule))
      return isHeard && POINTED.test(words) ? { candidate, issue, score: candidate.score - 0.2 } : hidden;
  }
  return {
    candidate,
    issue,
    score: candidate.score - doubt(context, candidate, ranked, isHeard),
  };
}

/** Score that a position loses where its issue is not told by its own words; more where nobody of public affairs holds it. */
function doubt(
  context: Context,
  candidate: Candidate,
  { issue, kind, lead }: Ranked,
  isPublic: boolean,
): number {
  const hasIssue = issue >= 0;
  if (kind === "sure" || kind === "manifold") return 0;
  if (kind === "weak") return isPublic ? 0.1 : 0.35;
  if (hasIssue && kind === "pointing") return 0.1;
  if (hasIssue) return (lead >= SURE ? 0.05 : 0.12) + (isPublic ? 0 : 0.2);
  if (isPublic && BARE.has(candidate.rule)) return 0.14;
  // A doing that no term of the agenda names is about something else, whatever stands around it.
  return isPublic ? (isDoing(context, candidate) ? 0.15 : 0.2) : 0.35;
}

/** Lead from which on an issue is sure. */
const SURE = 1000;

/** Whether what is wanted is told by a verb. */
function isDoing(context: Context, { content, rule }: Candidate): boolean {
  if (rule === "conditional-offer" || rule === "kept-back") return true;
  const { doc, clauses } = context.language;
  return clausesIn(clauses, doc, content).some(
    ({ nominal, start, predicate }) =>
      !nominal && (start - content.start <= 4 || doc.start[predicate]! - content.start <= 4),
  );
}

/** "agreed that the meeting would be useful": who agrees with a sentence shares a view. */
function isOpinion(context: Context, { clause, stance, content }: Candidate): boolean {
  if (stance !== "accepts" || !/^(?:agree|admit|concur|allow)$/u.test(clause.lemma)) return false;
  const { doc, clauses } = context.language;
  return clausesIn(clauses, doc, content).some(
    ({ nominal, mood, start, agents }) =>
      !nominal && mood === "statement" && start - content.start <= 5 && agents.length > 0,
  );
}

/** "him", "return", "anything", "not to be named": what says nothing of a matter. */
function isVague(words: string): boolean {
  return /^(?:\p{L}+|(?:the|its|a|an)\s\p{L}+|nothing\b.*|\p{L}+\s(?:any|some)thing|(?:that|this|it)\s.*|not\s+(?:to\s+)?be\s+(?:named|identified|quoted))$/iu.test(
    words,
  );
}

/** What is pointed at, or one thing wanted: of a public holder it is shown as something else. */
const POINTED =
  /^(?:(?:the|its|this|that|an?)\s(?:moves?|steps?|decision|deal|agreement|plan|proposal|offer|initiative|idea|draft|text|document|package|accord|announcement|gesture|compromise|measures?|bill|motion|resolution|vote|ruling|verdict|apology|inquiry|investigation|demand|request|terms?|conditions?|amendment|clause|report|result|outcome|talks|meeting|summit|visit|invitation|sale|project|treaty|pact|statement|formula|timetable|schedule|extension|delay|postponement|inventory))$/iu;

/** "put forward a package" */
const EMPTY =
  /^(?:(?:an?|its|the|his|her|their)\s)?(?:\p{L}+-)?(?:\p{L}+\s)?(?:counter-?)?(?:package|framework|plan|proposal|draft|text|document|paper|offer|initiative)s?$/iu;

/** The issue of what only points back: "the offer", "these conditions", "it", "to postpone them". */
import { tokenAt } from "../../language/doc.ts";
import type { Proposal } from "../../record/proposal.ts";
import { overlap } from "../../record/span.ts";
import type { Context } from "../extractor.ts";
import type { Candidate } from "./candidate.ts";
import { issueOf } from "./issue-of.ts";
import { type Sorted, shareHolder } from "./sorted.ts";

/** Contents that only point back: "the offer", "these conditions", "it". */
const PRONOUN = /^(?:it|them|this|that|these|those)$/iu;

const POINTING =
  /^(?:to |of )?(?:accept(?:ing)? )?(?:(?:an?|the|this|that|these|those|such|any such|his|her|its|their|both|similar|the same|[\p{L}.-]+(?: [\p{L}.-]+)?['’]s?)\s+)?(?:\p{L}+\s+)?(?:offers?|proposals?|plans?|ideas?|initiative|proposition|terms?|conditions?|demands?|measures?|call|suggestion|deal|moves?|steps?|request|points?|paper|text|draft|package|clause|it|this|that|them|these|those|formula|notion)(?:\s+of\s+\p{L}+\s+\d+)?$/iu;

/** "to postpone them", "any increase": what says its matter only by the words before. */
const BACK =
  /^(?:to\s)?\p{L}+\s(?:them|it)$|^(?:them|that|it)$|^(?:any|such\san|an|the)\s(?:further\s)?(?:increase|extension|postponement|delay|reduction|change|expansion|exception|merger|enlargement)$/iu;

/** Rules whose content may be silent on the matter: "has not replied", "until Friday to accept". */
export const BARE: ReadonlySet<string> = new Set(["undecided", "ultimatum", "dropped"]);

/** The issue that a content points back to, and what its score loses by that; nothing where it says its matter itself. */
export function pointedAtBy(
  context: Context,
  candidate: Candidate,
  before: readonly Sorted[],
  proposals: readonly Proposal[],
): { readonly issue: string; readonly doubt: number } | undefined {
  const { doc } = context.language;
  const { content, rule } = candidate;
  const words = doc.text.slice(content.start, content.end);
  const isOfIt = rule === "evaluation" && /^(?:this|that|it)\b/iu.test(words);
  const { weight } = issueOf(content, doc, context.agenda);
  if ((isOfIt && /\btable\b/iu.test(words)) || (weight < 1 && BACK.test(words))) {
    const issue = meantBefore(context, candidate);
    if (issue) return { issue, doubt: 0.05 };
  }
  if (weight > 0 || !(isOfIt || POINTING.test(words) || BARE.has(rule))) return undefined;
  const issue = pointedAt(context, candidate, isOfIt ? "it" : words, before, proposals);
  return issue === undefined ? undefined : { issue, doubt: 0.1 };
}

/** The issue that the same sentence names before; for a pronoun else the sentence before it. */
function meantBefore(context: Context, { content, at }: Candidate): string | undefined {
  const { doc } = context.language;
  const sentence = doc.sentence[tokenAt(doc, content.start)]!;
  const start = doc.start[doc.sentences[sentence]!]!;
  const end = Math.min(content.start, at[0].start);
  const before = sentence > 0 ? doc.start[doc.sentences[sentence - 1]!]! : start;
  const words = doc.text.slice(content.start, content.end);
  const isFar = before < start && /(?:^|\s)(?:them|that|it)$|^(?:that|this|it)\s/iu.test(words);
  const ranges = [{ start, end }, ...(isFar ? [{ start: before, end: start }] : [])];
  const found = ranges
    .filter((range) => range.end > range.start)
    .map((range) => issueOf(range, doc, context.agenda))
    .find(({ weight }, i) => weight >= (i === 0 ? 0.5 : 1));
  return found?.issue;
}

/** Characters back to what a pronoun means. */
const NEAR = 240;

/** The issue of what is pointed at: of the proposal that is answered, of the matter just spoken of, of what another put forward. */
function pointedAt(
  context: Context,
  candidate: Candidate,
  words: string,
  before: readonly Sorted[],
  proposals: readonly Proposal[],
): string | undefined {
  if (candidate.rule === "ultimatum") {
    const put = proposals.findLast(({ at }) => at[0].end <= candidate.at[0].start);
    const own = put?.terms.find(({ issue }) => issue !== "other");
    if (own) return own.issue;
  }
  const answered = proposals.find(({ answers }) => answers?.some(({ at }) => overlap(at, candidate.at[0])));
  const term = answered?.terms.find(({ issue }) => issue !== "other");
  if (term) return term.issue;
  const told = apposed(context, candidate);
  if (told !== undefined && told !== "other") return told;
  if (candidate.rule === "dropped") {
    const own = before.filter((other) => shareHolder(other, { candidate }) && other.issue !== "other");
    const isCondition = /\bcondition/iu.test(words);
    return (own.findLast((other) => isCondition && other.candidate.condition) ?? own.at(-1))?.issue;
  }
  const isNear = (other: Sorted) => candidate.content.start - other.candidate.content.end <= NEAR;
  const meant = before.findLast(
    (other) =>
      other.candidate !== candidate &&
      other.candidate.rule !== "learnt" &&
      other.issue !== "other" &&
      ((PRONOUN.test(words) && isNear(other)) ||
        (answerable(other, words) && !shareHolder(other, { candidate }))),
  );
  return meant?.issue;
}

/** What somebody else put forward, so that "the offer" may mean it; an offer is no demand. */
function answerable({ candidate, issue }: Sorted, words: string): boolean {
  if (issue === "other") return false;
  if (/\b(?:offer|proposal|suggestion|idea|plan)s?\b/iu.test(words))
    return candidate.stance === "offers" || candidate.stance === "considers";
  return candidate.stance === "offers" || candidate.stance === "demands";
}

/** "…, a step that it had resisted": the issue of what stands before the apposition in its sentence. */
function apposed(context: Context, { content }: Candidate): string | undefined {
  const { doc } = context.language;
  const first = doc.sentences[doc.sentence[tokenAt(doc, content.start)]!]!;
  const start = doc.start[first]!;
  const before = doc.text.slice(start, content.start);
  if (!/,\s+$/u.test(before)) return undefined;
  return issueOf({ start, end: start + before.trimEnd().length - 1 }, doc, context.agenda).issue;
}

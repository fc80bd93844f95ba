import { clausesIn } from "../../language/clauses/query.ts";
import { treeOf } from "../../language/clauses/tree.ts";
import { tokenAt } from "../../language/doc.ts";
import type { Actor } from "../../record/actor.ts";
import type { Position } from "../../record/position.ts";
import type { Proposal } from "../../record/proposal.ts";
import { contains, overlap, type Range, spanAt } from "../../record/span.ts";
import { isPublicAffair } from "../events/worth.ts";
import { type Context, extractor, finding } from "../extractor.ts";
import { isOffTopic } from "../genre.ts";
import { Overlapping } from "../overlapping.ts";
import { isShown } from "../thresholds.ts";
import type { Candidate } from "./candidate.ts";
import { fromProposals, isTermOfOthers } from "./from-proposals.ts";
import { acting, holdersOf, sameSide } from "./holders.ts";
import { issueOf } from "./issue-of.ts";
import { rules } from "./rules.ts";
import { type Scene, statementAround } from "./scene.ts";

interface Sorted {
  readonly candidate: Candidate;
  readonly issue: string;
  readonly score: number;
}

/** Rules that read terms: inside a plan of others they are that plan's. */
const TERMS = new Set(["conditional-offer", "kept-back", "condition-demand", "condition-result"]);

/** Contents that only point back: "the offer", "these conditions", "it". */
const PRONOUN = /^(?:it|them|this|that|these|those)$/iu;

const POINTING =
  /^(?:to |of )?(?:accept(?:ing)? )?(?:(?:an?|the|this|that|these|those|such|any such|his|her|its|their|both|similar|the same|[\p{L}.-]+(?: [\p{L}.-]+)?['’]s?)\s+)?(?:\p{L}+\s+)?(?:offers?|proposals?|plans?|ideas?|initiative|proposition|terms?|conditions?|demands?|measures?|call|suggestion|deal|moves?|steps?|request|points?|paper|text|draft|package|clause|it|this|that|them|these|those|formula|notion)(?:\s+of\s+\p{L}+\s+\d+)?$/iu;

/** The issue of the content; where it has no term of the agenda, of the quote around it. */
function sorted(
  context: Context,
  candidate: Candidate,
  before: readonly Sorted[],
  proposals: readonly Proposal[],
  isPublic: boolean,
  isNameless: (id: string) => boolean,
  isOfSomebody: (candidate: Candidate) => boolean,
): Sorted {
  const { doc } = context.language;
  const of = (range: Range, penalty: number): Sorted & { weight: number } => {
    const { issue, weight } = issueOf(range, doc, context.agenda);
    // Of clubs and characters a weak word of the agenda says nothing.
    const doubt = weight >= 1 ? 0 : isPublic ? 0.1 : 0.35;
    return { candidate, issue, weight, score: candidate.score - penalty - doubt };
  };
  const own = of(candidate.content, 0);
  if (own.weight > 0) return own;
  const words = doc.text.slice(candidate.content.start, candidate.content.end);
  const isOfIt = candidate.rule === "evaluation" && /^(?:this|that|it)\b/iu.test(words);
  if (isOfIt) {
    const issue = pointedAt(context, candidate, "it", before, proposals);
    if (issue) return { candidate, issue, score: candidate.score - 0.1 };
  }
  if (POINTING.test(words) || BARE.has(candidate.rule)) {
    const issue = pointedAt(context, candidate, words, before, proposals);
    if (issue) return { candidate, issue, score: candidate.score - 0.1 };
    if (isPublic && BARE.has(candidate.rule))
      return { candidate, issue: "other", score: candidate.score - 0.14 };
  }
  const other = { candidate, issue: "other" };
  const isUnheld =
    (candidate.rule === "modal-demand" && !isOfSomebody(candidate)) || isOpinion(context, candidate);
  if (isUnheld || isVague(words) || candidate.holder.every(({ id }) => isNameless(id)))
    return { ...other, score: 0 };
  // A doing that no term of the agenda names is about something else, whatever stands around it.
  if (isDoing(context, candidate)) return { ...other, score: candidate.score - (isPublic ? 0.15 : 0.35) };
  // The words around may be about anything: they lend an issue only to what is sure otherwise.
  const [{ start, end }] = candidate.at;
  const around = of(
    { start, end: Math.max(start + 1, Math.min(end, candidate.condition?.start ?? end)) },
    0.25,
  );
  return around.weight > 0 ? around : { ...other, score: candidate.score - (isPublic ? 0.2 : 0.35) };
}

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

/** Rules whose content may be silent on the matter: "has not replied", "until Friday to accept". */
const BARE = new Set(["undecided", "ultimatum", "dropped"]);

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
      other.issue !== "other" &&
      ((PRONOUN.test(words) && isNear(other)) ||
        (answerable(other, words) && !shareHolder(other, { candidate }))),
  );
  return meant?.issue;
}

/** An item of a list of aims is what the list's owner wants, whoever would have to do it. */
function isListed({ candidate }: Sorted): boolean {
  return candidate.rule === "list-of-aims";
}

/** Tells whether one of those who hold a position is a state, speaks for one or is known in public affairs. */
function publicHolders(actors: readonly Actor[]): (candidate: Candidate) => boolean {
  const isCompany = ({ kind, entry, represents }: Actor) =>
    kind === "organisation" && entry === undefined && represents === undefined;
  // Where states talk, those beside them are public too: armed groups, blocs, persons who speak for them.
  const isAmongStates = isPublicAffair(actors);
  const isBeside = ({ kind, name }: Actor) =>
    kind === "group" || kind === "person" || (kind === "organisation" && PUBLIC_BODY.test(name));
  const known = new Set(
    actors
      .filter((actor) => (isPublicAffair([actor]) && !isCompany(actor)) || (isAmongStates && isBeside(actor)))
      .map(({ id }) => id),
  );
  return ({ holder }) => holder.some(({ id }) => known.has(id));
}

/** Last words of the names of what states are members of, and of what fights them. */
const PUBLIC_BODY =
  /(?:union|league|compact|alliance|bloc|council|federation|confederation|community|commission|association|commonwealth|pact|entente|front|movement|army|brigades?|forum|assembly|conference)$/iu;

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

function shareHolder(a: Pick<Sorted, "candidate">, b: Pick<Sorted, "candidate">): boolean {
  return a.candidate.holder.some(({ id }) => b.candidate.holder.some((holder) => holder.id === id));
}

/** One position where several rules read the same: the surer, then the longer. */
function distinct(all: readonly Sorted[]): readonly Sorted[] {
  const kept: Sorted[] = [];
  const seen = new Overlapping<Sorted>();
  const order = [...all].sort(
    (a, b) =>
      Number(isListed(b)) - Number(isListed(a)) ||
      b.score - a.score ||
      a.candidate.at[0].start - b.candidate.at[0].start,
  );
  for (const one of order) {
    const { content, past, stance } = one.candidate;
    const isTwin = (other: Sorted): boolean =>
      (other.candidate.past === past || other.candidate.stance === stance) &&
      (isListed(other) || shareHolder(other, one));
    if (seen.some(content, isTwin, one.issue)) continue;
    seen.add(content, one, one.issue);
    kept.push(one);
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
    if (isOffTopic(doc)) return;
    const scene: Scene = { doc, tree: treeOf(doc), clauses, actors, statements };
    const candidates = [
      ...clauses
        .flatMap((clause) => rules.flatMap((rule) => rule(scene, acting(scene, clause))))
        .filter(
          ({ rule, at, holder }) => !TERMS.has(rule) || !isTermOfOthers(scene, at[0], holder, proposals),
        ),
      ...fromProposals(scene, proposals),
    ].sort((a, b) => a.at[0].start - b.at[0].start);
    const isPublic = publicHolders(actors);
    // In a text of no state and no known office, crowds want what they like: geese, fans, villagers.
    const crowds = new Set(
      isPublicAffair(actors)
        ? []
        : actors.filter(({ kind }) => kind === "group" || kind === "unnamed").map(({ id }) => id),
    );
    const nameless = new Set(
      actors.filter((actor) => actor.kind === "unnamed" && !actor.represents).map(({ id }) => id),
    );
    const shown: Sorted[] = [];
    for (const candidate of candidates) {
      if (candidate.holder.every(({ id }) => crowds.has(id))) continue;
      const one = sorted(
        context,
        candidate,
        shown,
        proposals,
        isPublic(candidate),
        (id) => nameless.has(id),
        ({ clause }) => holdersOf(scene, [...clause.agents, ...clause.patients]).length > 0,
      );
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

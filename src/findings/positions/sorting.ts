/** Under which issue a position stands, and how sure it is of one: by its own words, what it points at, or the words around. */
import { clausesIn } from "../../language/clauses/query.ts";
import { type Doc, tokenAt } from "../../language/doc.ts";
import type { Actor } from "../../record/actor.ts";
import type { Proposal } from "../../record/proposal.ts";
import { overlap, type Range } from "../../record/span.ts";
import { isPublicAffair } from "../events/worth.ts";
import type { Context } from "../extractor.ts";
import type { Candidate } from "./candidate.ts";
import { issueOf } from "./issue-of.ts";
import { guessedIssue } from "./learnt/issue-model.ts";

export interface Sorted {
  readonly candidate: Candidate;
  readonly issue: string;
  readonly score: number;
}

/** Contents that only point back: "the offer", "these conditions", "it". */
const PRONOUN = /^(?:it|them|this|that|these|those)$/iu;

const POINTING =
  /^(?:to |of )?(?:accept(?:ing)? )?(?:(?:an?|the|this|that|these|those|such|any such|his|her|its|their|both|similar|the same|[\p{L}.-]+(?: [\p{L}.-]+)?['’]s?)\s+)?(?:\p{L}+\s+)?(?:offers?|proposals?|plans?|ideas?|initiative|proposition|terms?|conditions?|demands?|measures?|call|suggestion|deal|moves?|steps?|request|points?|paper|text|draft|package|clause|it|this|that|them|these|those|formula|notion)(?:\s+of\s+\p{L}+\s+\d+)?$/iu;

/** Where a relative clause begins. */
const ASIDE = /\s(?:in|of|on|by|for|from|with|under|to)\s(?:which|whom)\s/iu;

function beforeAside(doc: Context["language"]["doc"], { start, end }: Range): Range {
  const cut = ASIDE.exec(doc.text.slice(start, end))?.index;
  return { start, end: cut === undefined || cut < 3 ? end : start + cut };
}

/** The issue of the content; where it has no term of the agenda, of the quote around it. */
export function sorted(
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
  // "discuss self-rule until the fighters leave": the matter first, then what bounds it.
  if (
    candidate.stance === "offers" &&
    /^(?:peace|dialogue|diplomacy|friendship|co-?operation)$/iu.test(
      doc.text.slice(candidate.content.start, candidate.content.end),
    )
  )
    return { candidate, issue: "other", score: 0 };
  const matter = of(beforeBounds(doc, candidate.content), 0);
  // "pardon members who lay down arms": the matter first, then whom it concerns.
  const named = of(beforeRelative(doc, beforeBounds(doc, candidate.content)), 0);
  const whole = matter.weight > 0 ? (named.weight >= 1 ? named : matter) : of(candidate.content, 0);
  // "To publish the letter in which she had taken up the invitation": a weak word of the aside does not make the issue.
  const isAside =
    whole.weight > 0 &&
    whole.weight < 1 &&
    ASIDE.test(doc.text.slice(candidate.content.start, candidate.content.end));
  if (isAside && of(beforeAside(doc, candidate.content), 0).weight === 0)
    return { candidate, issue: "other", score: candidate.score - 0.1 };
  const words = doc.text.slice(candidate.content.start, candidate.content.end);
  const isTabled = candidate.rule === "evaluation" && /^(?:that|this|it)\s.*\btable\b/iu.test(words);
  if (isTabled || (whole.weight < 1 && BACK.test(words))) {
    const back = meantBefore(context, candidate);
    if (back) return { candidate, issue: back, score: candidate.score - 0.05 };
  }
  if (whole.weight > 0) return whole;
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
  // "put forward a package": that there is one says nothing of what is offered.
  if (candidate.stance === "offers" && EMPTY.test(words)) return { ...other, score: 0 };
  if (isUnheld || candidate.holder.every(({ id }) => isNameless(id))) return { ...other, score: 0 };
  if (isVague(words)) return { ...other, score: isPublic && POINTED.test(words) ? candidate.score - 0.2 : 0 };
  const [first] = [
    isDoing(context, candidate) ? restOf(context, candidate) : undefined,
    topicOf(context, candidate),
  ]
    .filter((range) => range !== undefined)
    .map((range) => of(range, 0.1))
    .filter(({ weight }) => weight >= 1);
  if (first) return first;
  const guess = guessedIssue(candidate.content, doc, context.agenda);
  if (guess.weight > 0) {
    const doubt = (guess.weight >= 1 ? 0.05 : 0.12) + (isPublic ? 0 : 0.2);
    return { candidate, issue: guess.issue, score: candidate.score - doubt };
  }
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

const BOUND =
  /\s(?:until|till|unless|before|provided|if|as\slong\sas|so\slong\sas|once|only\sonce|only\safter|in\s(?:exchange|return)\sfor|on\scondition)\s/u;

/** A content up to where it is bounded by a time or a condition. */
function beforeBounds(doc: Doc, { start, end }: Range): Range {
  const bound = BOUND.exec(doc.text.slice(start, end));
  return bound && bound.index > 4 ? { start, end: start + bound.index } : { start, end };
}

/** "to postpone them", "any increase": what says its matter only by the words before. */
const BACK =
  /^(?:to\s)?\p{L}+\s(?:them|it)$|^(?:them|that|it)$|^(?:any|such\san|an|the)\s(?:further\s)?(?:increase|extension|postponement|delay|reduction|change|expansion|exception|merger|enlargement)$/iu;

/** "put forward a package" */
const EMPTY =
  /^(?:an?|its|the|his|her|their)\s(?:\p{L}+-)?(?:\p{L}+\s)?(?:counter-?)?(?:package|framework|plan|proposal|draft|text|document|paper|offer|initiative)$/iu;

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

/** A content up to the relative clause that says which persons are meant. */
function beforeRelative(doc: Doc, { start, end }: Range): Range {
  const at = doc.text.slice(start, end).search(/\swho\s/u);
  return at > 4 ? { start, end: start + at } : { start, end };
}

/** "to open the road" with "to aid convoys": what goes on behind a content, up to the next comma or clause. */
function restOf(context: Context, { content, clause }: Candidate): Range | undefined {
  const { doc } = context.language;
  const last = doc.end[(doc.sentences[clause.sentence + 1] ?? doc.size) - 1]!;
  const rest =
    /^[^,;:.–—"“”]*/u.exec(doc.text.slice(content.end, Math.min(last, content.end + REST)))?.[0] ?? "";
  const stop =
    /\s(?:and|but|or|as|if|unless|until|while|when|who|which|that|because|after|before|since|provided|in\s(?:exchange|return)|on\scondition|subject\sto)\s/u.exec(
      rest,
    );
  const end = content.end + (stop?.index ?? rest.length);
  return /^\s(?:to|for|into|in|at|from|of|on)\s/u.test(rest) && end > content.end + 3
    ? { start: content.end, end }
    : undefined;
}

/** Characters behind a content in which its rest stands. */
const REST = 80;

const TOPIC =
  /^(?:["“]?(?:on|as\s+for|as\s+to|as\s+regards|regarding|concerning|turning\s+to|with\s+(?:regard|respect)\s+to|in\s+regard\s+to|when\s+it\s+comes\s+to|asked\s+about|questioned\s+about)\s)[^,.;:]{3,80},/iu;

/** "On the question of observers, the minister said that …": what a sentence names as its matter before its comma. */
function topicOf(context: Context, { clause }: Candidate): Range | undefined {
  const { doc } = context.language;
  const start = doc.start[doc.sentences[clause.sentence]!]!;
  const topic = TOPIC.exec(doc.text.slice(start, start + 120))?.[0];
  return topic === undefined ? undefined : { start, end: start + topic.length };
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
      other.candidate.rule !== "learnt" &&
      other.issue !== "other" &&
      ((PRONOUN.test(words) && isNear(other)) ||
        (answerable(other, words) && !shareHolder(other, { candidate }))),
  );
  return meant?.issue;
}

/** An item of a list of aims is what the list's owner wants, whoever would have to do it. */
export function isListed({ candidate }: Sorted): boolean {
  return candidate.rule === "list-of-aims";
}

/** Tells whether one of those who hold a position is a state, speaks for one or is known in public affairs. */
export function publicHolders(actors: readonly Actor[]): (candidate: Candidate) => boolean {
  const isCompany = ({ kind, entry, represents }: Actor) =>
    kind === "organisation" && entry === undefined && represents === undefined;
  // Where states talk, those beside them are public too: armed groups, blocs, persons who speak for them.
  const isAmongStates = isPublicAffair(actors);
  const isBeside = ({ kind, name, by }: Actor) =>
    kind === "group" ||
    kind === "person" ||
    (kind === "organisation" && by === "description" && !COMPANY.test(name)) ||
    ((kind === "organisation" || kind === "body") && PUBLIC_BODY.test(name));
  const known = new Set(
    actors
      .filter((actor) => (isPublicAffair([actor]) && !isCompany(actor)) || (isAmongStates && isBeside(actor)))
      .map(({ id }) => id),
  );
  return ({ holder }) => holder.some(({ id }) => known.has(id));
}

/** Described houses that trade: "the ferry company". */
const COMPANY =
  /(?:compan(?:y|ies)|firms?|corporation|banks?|airline|operator|utility|publisher|team|club)$/iu;

/** Last words of the names of what states are members of, and of what fights them. */
const PUBLIC_BODY =
  /(?:union|league|compact|alliance|bloc|council|federation|confederation|community|commission|association|commonwealth|pact|entente|front|movement|army|brigades?|forum|assembly|conference|government|ministry|parliament|senate|cabinet|delegation|presidency|court|tribunal|authority|administration|coalition|parties|party|council|office|agency|state department|ministry of [\p{L}\s]{3,40})$/iu;

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

export function shareHolder(a: Pick<Sorted, "candidate">, b: Pick<Sorted, "candidate">): boolean {
  return a.candidate.holder.some(({ id }) => b.candidate.holder.some((holder) => holder.id === id));
}

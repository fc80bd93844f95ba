/** What speaks for each issue of an agenda as that of something wanted: numbers, one row an issue. */
import { type Doc, deprelOf, lemmaOf, tokenAt, uposOf } from "../../../language/doc.ts";
import type { Range } from "../../../record/span.ts";
import { type Hit, type IssueMatch, issueOf, termsWithin } from "../issue-of.ts";
import { isNoun, type Surroundings, sentenceAt } from "./surroundings.ts";

/** Every clue, in the order of its column. */
export const CLUES = [
  // the content itself
  "matter, sure",
  "matter, weak",
  "first sure term",
  "first weak term",
  "size of sure terms",
  "weak term",
  "sure term at its core",
  "weak term at its core",
  "sure term before its bounds",
  "sure term behind its bounds alone",
  "place of the first term",
  "learnt score",
  "learnt best",
  // the sentence
  "sure before",
  "weak before",
  "sure behind",
  "weak behind",
  "sure in the condition",
  "nearest sure term before",
  // the sentences around
  "sentence before",
  "sentence before, weak",
  "sentence before, other paragraph",
  "second sentence before",
  "sentence behind",
  "lead",
  "lead, weak",
  "heading",
  "whole",
  "whole, most",
  // the same words elsewhere
  "first place of its core",
  "places of its core",
  "first places of its nouns",
  "places of its nouns",
  // what a model holds the sentences to be about
  "topic of the sentence",
  "topic of the sentence before",
  "topic of the sentence behind",
  "topic of its core's place",
  "topics of the whole",
  // other positions
  "same words before",
  "holder's last",
  "other's last",
  "in the same sentence",
  "earlier ones",
  "answered",
  // for none of the issues
  "none",
  "none: best learnt score",
  "none: no term in the sentence",
  "none: no term in the sentence before",
  "none: spread of the whole",
] as const;

export const WIDTH = CLUES.length;
const COLUMN = new Map<string, number>(CLUES.map((clue, i) => [clue, i]));

/** How much a content says by itself. */
export const KINDS = ["pointing", "silent", "doing", "weak", "sure", "manifold"] as const;

/** A position read before. */
export interface Earlier {
  readonly content: Range;
  /** Number of its issue in the agenda; -1 for none. */
  readonly issue: number;
  readonly isOwn: boolean;
}

/** Something wanted, and what is known of it. */
export interface Wanted {
  readonly content: Range;
  readonly condition?: Range;
  readonly earlier: readonly Earlier[];
  /** Whether it only points at something, whatever its words. */
  readonly isPointing?: boolean;
  /** Number of the issue of the proposal that it answers. */
  readonly answered?: number;
}

/** Rows of numbers: one an issue of the agenda, and a last one for none of them. */
export interface Clues {
  /** Number of the kind of content in `KINDS`. */
  readonly kind: number;
  /** One row after the other, each of `WIDTH` numbers. */
  readonly rows: Float64Array;
}

const BOUND =
  /\s(?:until|till|unless|before|provided|if|as\slong\sas|so\slong\sas|once|only\sonce|only\safter|after|in\s(?:exchange|return)\sfor|on\scondition|(?:in|of|on|by|for|from|with|under|to)\swhich|who|which|that)\s/u;

/** What only points back. */
const POINTING =
  /^(?:(?:to|of)\s)?(?:(?:accept|discuss|consider|reject|sign|drop|do|postpone|delay|extend|make|give|grant|hold)(?:ing)?\s)?(?:(?:an?|any|the|this|that|these|those|such(?:\san)?|his|her|its|their|both|similar|the\ssame|[\p{L}.-]+(?:\s[\p{L}.-]+)?['’]s?)\s+)?(?:\p{L}+\s+)?(?:offers?|proposals?|plans?|ideas?|initiatives?|proposition|terms?|conditions?|demands?|measures?|call|suggestions?|deal|moves?|steps?|requests?|points?|paper|text|draft|package|clause|it|this|that|them|these|those|one|so|formula|notion|such|instruments?|promises?|extension|arrangement|exemption|compromise|concession)(?:\s+of\s+\p{L}+\s+\d+)?$/iu;

/** What speaks for each issue. Linear in the length of the content and the number of issues. */
export function cluesOf(surroundings: Surroundings, wanted: Wanted): Clues {
  const { doc, agenda } = surroundings;
  const { content, condition } = wanted;
  const count = agenda.length;
  const rows = new Float64Array((count + 1) * WIDTH);
  const put = (clue: (typeof CLUES)[number], issue: number, value: number) => {
    const at = issue * WIDTH + COLUMN.get(clue)!;
    rows[at] = rows[at]! + value;
  };
  const putAll = (clue: (typeof CLUES)[number], values: Float64Array, scale = 1) => {
    for (let issue = 0; issue < count; issue++)
      if (values[issue]! !== 0) put(clue, issue, values[issue]! * scale);
  };

  const within = termsWithin(content, doc, agenda);
  sayContent(surroundings, content, within, put);
  const learnt = surroundings.learnt(content);
  if (learnt) sayLearnt(learnt, count, put);

  const sentence = sentenceAt(doc, content.start);
  const { start, end } = surroundings.sentenceRange(sentence);
  const before = surroundings.leaning({ start, end: content.start });
  const stop = condition && condition.start >= content.end ? condition.start : end;
  const behind = surroundings.leaning({
    start: content.end,
    end: Math.max(content.end, Math.min(stop, end)),
  });
  putAll("sure before", before.sure);
  putAll("weak before", before.weak);
  putAll("sure behind", behind.sure);
  putAll("weak behind", behind.weak);
  if (condition) putAll("sure in the condition", surroundings.leaning(condition).sure);
  sayNearest(surroundings, content, sentence, put);

  const previous = surroundings.sentence(sentence - 1);
  const isSplit = doc.text.slice(surroundings.sentenceRange(sentence - 1).end, start).includes("\n");
  putAll(isSplit ? "sentence before, other paragraph" : "sentence before", previous.sure);
  if (!isSplit) putAll("sentence before, weak", previous.weak);
  putAll("second sentence before", surroundings.sentence(sentence - 2).sure);
  putAll("sentence behind", surroundings.sentence(sentence + 1).sure);
  const lead = surroundings.lead();
  putAll("lead", lead.sure);
  putAll("lead, weak", lead.weak);
  const heading = surroundings.heading(content.start);
  if (heading) putAll("heading", heading.sure);
  const whole = surroundings.whole().sure;
  putAll("whole", whole);
  const most = Math.max(...whole);
  if (most > 0) put("whole, most", whole.indexOf(most), 1);
  putAll("topic of the sentence", surroundings.topic(sentence));
  putAll("topic of the sentence before", surroundings.topic(sentence - 1));
  putAll("topic of the sentence behind", surroundings.topic(sentence + 1));
  putAll("topics of the whole", surroundings.topics());
  sayWords(surroundings, content, putAll);
  sayEarlier(doc, wanted, sentence, count, put);

  put("none", count, 1);
  if (within.length === 0 && !some(before.sure) && !some(behind.sure))
    put("none: no term in the sentence", count, 1);
  if (!some(previous.sure)) put("none: no term in the sentence before", count, 1);
  put("none: spread of the whole", count, most);
  return { kind: kindOf(surroundings, content, within, wanted.isPointing), rows };
}

type Put = (clue: (typeof CLUES)[number], issue: number, value: number) => void;

function some(values: Float64Array): boolean {
  return values.some((value) => value > 0);
}

function kindOf(
  surroundings: Surroundings,
  content: Range,
  within: readonly Hit[],
  isPointing = false,
): number {
  const { doc, agenda } = surroundings;
  const matter = termsWithin(limitedTo(doc, content), doc, agenda);
  const told = matter.some(({ role }) => role === "strong") ? matter : within;
  const issues = new Set(told.filter(({ role }) => role === "strong").map(({ issue }) => issue));
  if (issues.size > 1) return KINDS.indexOf("manifold");
  if (issues.size === 1) return KINDS.indexOf("sure");
  if (isPointing || POINTING.test(doc.text.slice(content.start, content.end)))
    return KINDS.indexOf("pointing");
  if (within.length > 0) return KINDS.indexOf("weak");
  const [root] = coreOf(doc, content);
  return KINDS.indexOf(root !== undefined && uposOf(doc, root) === "VERB" ? "doing" : "silent");
}

function sayContent(surroundings: Surroundings, content: Range, within: readonly Hit[], put: Put): void {
  const { doc, agenda } = surroundings;
  const numberOf = (issue: string) => surroundings.numberOf(issue);
  const { issue, weight } = issueOf(content, doc, agenda);
  if (weight > 0) put(weight >= 1 ? "first sure term" : "first weak term", numberOf(issue), 1);
  const matter = matterOf(surroundings, content);
  if (matter.weight > 0) put(matter.weight >= 1 ? "matter, sure" : "matter, weak", numberOf(matter.issue), 1);
  const words = doc.text.slice(content.start, content.end);
  const bound = BOUND.exec(words)?.index ?? -1;
  const limit = bound > 4 ? content.start + bound : content.end;
  const core = coreOf(doc, content);
  const size = new Map<number, number>();
  const early = new Set<number>();
  for (const match of within) {
    const isSure = match.role === "strong";
    if (isSure) size.set(match.issue, Math.max(size.get(match.issue) ?? 0, Math.min(3, match.words.length)));
    if (isSure && doc.start[match.first]! < limit) early.add(match.issue);
  }
  for (const [each, most] of size) {
    put("size of sure terms", each, most / 2);
    if (limit < content.end)
      put(early.has(each) ? "sure term before its bounds" : "sure term behind its bounds alone", each, 1);
  }
  for (const each of new Set(within.filter(({ role }) => role === "weak").map((match) => match.issue)))
    put("weak term", each, 1);
  const atCore = (role: Hit["role"]) =>
    new Set(
      within
        .filter(
          (match) => match.role === role && core.some((token) => match.first <= token && token < match.end),
        )
        .map((match) => match.issue),
    );
  for (const each of atCore("strong")) put("sure term at its core", each, 1);
  for (const each of atCore("weak")) put("weak term at its core", each, 1);
  const [foremost] = within;
  if (foremost) put("place of the first term", foremost.issue, 1);
}

/** Where a content is bounded by a time or a condition. */
const LIMIT =
  /\s(?:until|till|unless|before|provided|if|as\slong\sas|so\slong\sas|once|only\sonce|only\safter|in\s(?:exchange|return)\sfor|on\scondition|who)\s/u;

/** A content up to what bounds it and to what says which persons it concerns, where a sure term stands before that. */
function limitedTo(doc: Doc, { start, end }: Range): Range {
  const at = doc.text.slice(start, end).search(LIMIT);
  return at > 4 ? { start, end: start + at } : { start, end };
}

/** The issue of a content by its terms alone: the matter first, then what bounds it and whom it concerns. */
export function matterOf({ doc, agenda }: Surroundings, content: Range): IssueMatch {
  const matter = issueOf(limitedTo(doc, content), doc, agenda);
  return matter.weight > 0 ? matter : issueOf(content, doc, agenda);
}

/** The word that a content hangs on, and the objects of a verb. */
function coreOf(doc: Doc, { start, end }: Range): readonly number[] {
  const first = tokenAt(doc, start);
  const last = Math.min(doc.size - 1, tokenAt(doc, end - 1));
  let root = -1;
  for (let token = first; token <= last && root < 0; token++) {
    const above = doc.head[token]!;
    if ((above < first || above > last) && /^(?:NOUN|PROPN|VERB|ADJ|NUM|PRON)$/u.test(uposOf(doc, token)))
      root = token;
  }
  if (root < 0) return [];
  const core = [root];
  for (let token = first; token <= last; token++) {
    const above = doc.head[token]!;
    if (
      core.includes(above) &&
      above !== token &&
      /^(?:obj|nsubj:pass|xcomp|ccomp|conj)/u.test(deprelOf(doc, token)) &&
      !core.includes(token)
    )
      core.push(token);
  }
  return core;
}

function sayLearnt(learnt: Int32Array, count: number, put: Put): void {
  let best = 0;
  for (let issue = 0; issue < count; issue++) {
    const score = Math.max(-3, Math.min(4, learnt[issue]! / 1000));
    put("learnt score", issue, score);
    if (learnt[issue]! > learnt[best]!) best = issue;
  }
  if (learnt[best]! > 0) put("learnt best", best, 1);
  put("none: best learnt score", count, Math.max(-3, Math.min(4, learnt[best]! / 1000)));
}

/** The nearest sure term before: in its sentence, or one of the two before it. */
function sayNearest({ doc, agenda }: Surroundings, content: Range, sentence: number, put: Put): void {
  const from = doc.start[doc.sentences[Math.max(0, sentence - 2)]!]!;
  const last = termsWithin({ start: from, end: Math.max(from, content.start) }, doc, agenda).findLast(
    ({ role }) => role === "strong",
  );
  if (last) put("nearest sure term before", last.issue, 1 / (1 + sentence - doc.sentence[last.first]!));
}

/** What is said where the words of the content stand elsewhere. */
function sayWords(
  surroundings: Surroundings,
  content: Range,
  putAll: (clue: (typeof CLUES)[number], values: Float64Array, scale?: number) => void,
): void {
  const { doc } = surroundings;
  const core = coreOf(doc, content).filter((token) => isNoun(doc, token));
  for (const token of core) {
    const { first, all, topic } = surroundings.around(token, content);
    putAll("first place of its core", first, 1 / core.length);
    putAll("places of its core", all, 1 / core.length);
    putAll("topic of its core's place", topic, 1 / core.length);
  }
  const nouns: number[] = [];
  for (let token = tokenAt(doc, content.start); token < doc.size && doc.start[token]! < content.end; token++)
    if (isNoun(doc, token)) nouns.push(token);
  for (const token of nouns) {
    const { first, all } = surroundings.around(token, content);
    putAll("first places of its nouns", first, 1 / nouns.length);
    putAll("places of its nouns", all, 1 / nouns.length);
  }
}

function sayEarlier(
  doc: Doc,
  { content, earlier, answered }: Wanted,
  sentence: number,
  count: number,
  put: Put,
): void {
  const told = earlier.map((one) => (one.issue < 0 ? { ...one, issue: count } : one));
  const near = (one: Earlier) => 1 / (1 + Math.max(0, content.start - one.content.end) / 300);
  const nouns = nounsOf(doc, content);
  const echo = told.findLast(({ content: before }) =>
    nounsOf(doc, before).some((noun) => nouns.includes(noun)),
  );
  if (echo) put("same words before", echo.issue, 1);
  const own = told.findLast(({ isOwn }) => isOwn);
  const other = told.findLast(({ isOwn }) => !isOwn);
  if (own) put("holder's last", own.issue, near(own));
  if (other) put("other's last", other.issue, near(other));
  for (const { issue, content: before } of told) {
    if (sentenceAt(doc, before.start) === sentence) put("in the same sentence", issue, 1);
    put("earlier ones", issue, 1 / told.length);
  }
  if (answered !== undefined && answered >= 0) put("answered", answered, 1);
}

function nounsOf(doc: Doc, { start, end }: Range): readonly string[] {
  const nouns: string[] = [];
  for (let token = tokenAt(doc, start); token < doc.size && doc.start[token]! < end; token++)
    if (uposOf(doc, token) === "NOUN") nouns.push(lemmaOf(doc, token).toLowerCase());
  return nouns;
}

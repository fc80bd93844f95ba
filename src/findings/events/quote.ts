/** The words that tell an event: verb or noun with who, whom, where and when, without what else the sentence says. */
import type { Clause, Phrase } from "../../language/clause.ts";
import { caseOf, isTimeNoun } from "../../language/clauses/phrase.ts";
import { childrenOf, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, uposOf, wordOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import { type Entry, isOfKind } from "./lexicon.ts";
import { isObject } from "./standing.ts";
import type { TextIndex } from "./text-index.ts";

/** An actor farther from the verb than this is told elsewhere and stays out of the quote. */
const NEAR = 70;
/** So near stands the subject of a verb that governs another ("offers to free"). */
const BESIDE = 30;
/** A complement or condition longer than this stays out of the quote. */
const LONG = 160;
/** A condition farther off than this belongs to another verb as well. */
const APART = 20;
const DEPTH = 12;
/** "21 months of war", "a weekend of talks", "the prospects of a swap": the measure belongs to the words. */
const MEASURES: ReadonlySet<string> = new Set([
  "hour",
  "day",
  "week",
  "weekend",
  "month",
  "year",
  "decade",
  "round",
  "series",
  "wave",
  "outbreak",
  "prospect",
]);
/** Prepositions before a gerund that the verb asks for. */
const GOVERNED = new Set(["of", "for", "from", "against", "over"]);
const MARKS = new Set(["that", "to", "whether"]);

/** Relations that say more about a word than belongs to the telling. */
const ASIDE = new Set([
  "acl:relcl",
  "appos",
  "parataxis",
  "ccomp",
  "csubj",
  "advcl",
  "advcl:relcl",
  "discourse",
  "dislocated",
  "vocative",
  "punct",
  "mark",
  "dep",
  "list",
  "orphan",
  "reparandum",
]);

/** First token and one past the last of the words around a head that belong to the telling. */
function coreOf(doc: Doc, head: number, depth = 0, without?: ReadonlySet<number>): [number, number] {
  let first = head;
  let last = head + 1;
  if (depth > DEPTH) return [first, last];
  const verb = uposOf(doc, head) === "VERB";
  const children = childrenOf(treeOf(doc), head);
  const subject = verb ? children.find((child) => deprelOf(doc, child).startsWith("nsubj")) : undefined;
  for (const child of children) {
    const relation = deprelOf(doc, child);
    if (ASIDE.has(relation) && !isBareName(doc, child, relation)) continue;
    if (!verb && /^(?:nsubj|csubj|cop|aux)/.test(relation)) continue;
    if (verb && (relation === "conj" || relation === "cc")) continue;
    if (verb && relation.startsWith("nsubj") && depth > 0) continue;
    if (subject !== undefined && child < subject) continue;
    if ((depth === 0 && relation === "case") || without?.has(child)) continue;
    if (relation === "acl" && !isShortParticiple(doc, child)) continue;
    if (child > head && isAfterthought(doc, child, relation)) continue;
    if (
      relation === "cc" &&
      !children.some((other) => other > child && deprelOf(doc, other) === "conj" && !without?.has(other))
    )
      continue;
    const [from, to] = coreOf(doc, child, depth + 1);
    if (from < first) first = from;
    if (to > last) last = to;
  }
  return [first, last];
}

/** "scheduled for Friday", "beginning in Velden": not "to end the war", "that Agria would come". */
function isShortParticiple(doc: Doc, token: number): boolean {
  const tree = treeOf(doc);
  if (tree.right[token]! - tree.left[token]! > 14) return false;
  return !childrenOf(tree, token).some(
    (child) => deprelOf(doc, child).startsWith("nsubj") || MARKS.has(wordOf(doc, child).toLowerCase()),
  );
}

/** "the ministers Vera Oss and Ilan Tree": a name beside a title without a comma. */
function isBareName(doc: Doc, token: number, relation: string): boolean {
  const left = treeOf(doc).left[token]!;
  return relation === "appos" && uposOf(doc, token) === "PROPN" && left > 0 && wordOf(doc, left - 1) !== ",";
}

/** ", with talks going on": set off by a comma, and no item of a list. */
function isAfterthought(doc: Doc, child: number, relation: string): boolean {
  if (relation === "flat" || uposOf(doc, child) === "NUM") return false;
  const tree = treeOf(doc);
  if (relation === "conj" && caseOf(doc, tree, child) === "") return false;
  const left = tree.left[child]!;
  return wordOf(doc, left) === "," || (left > 0 && wordOf(doc, left - 1) === ",");
}

function rangeOf(doc: Doc, [first, last]: readonly [number, number]): Range {
  return { start: doc.start[first]!, end: doc.end[last - 1]! };
}

/** Words around a noun. */
export function nounQuote(doc: Doc, token: number): Range {
  const head = measureOf(doc, token);
  return rangeOf(doc, coreOf(doc, head, 0, otherThings(doc, head)));
}

/** "An exchange of prisoners and the opening of the road": what has an article of its own is another thing. */
function otherThings(doc: Doc, head: number): ReadonlySet<number> | undefined {
  const tree = treeOf(doc);
  const others = childrenOf(tree, head).filter(
    (child) =>
      child > head &&
      deprelOf(doc, child) === "conj" &&
      childrenOf(tree, child).some((det) => deprelOf(doc, det) === "det" || deprelOf(doc, det) === "nmod"),
  );
  return others.length > 0 ? new Set(others) : undefined;
}

/** The measure that an event is counted in ("hours" of "five hours of talks"), else the token itself. */
export function measureOf(doc: Doc, token: number): number {
  const above = doc.head[token]!;
  if (above < 0 || deprelOf(doc, token) !== "nmod" || !MEASURES.has(lemmaOf(doc, above))) return token;
  return caseOf(doc, treeOf(doc), token) === "of" ? above : token;
}

/** Words around a verb, without its subject where that stands far. */
export function verbCore(doc: Doc, token: number): Range {
  return rangeOf(doc, coreOf(doc, token, 1));
}

/** Words around a verb, with those who act where they stand near it. */
export function verbQuote(
  entry: Pick<Entry, "verbal" | "type" | "kind"> & Partial<Pick<Entry, "words">>,
  clause: Clause,
  index: TextIndex,
): Range {
  const { doc } = index;
  const head = clause.predicate;
  // "make concessions to reach a deal": after an object, an infinitive tells what for.
  const below = index.below(clause);
  const aims =
    entry.verbal || clause.patients.length === 0
      ? []
      : below.filter(({ role, mood }) => role === "content" && mood === "infinitive");
  const left = [...aims.map(({ predicate }) => predicate), ...occasionsOf(head, doc)];
  const own = rangeOf(doc, coreOf(doc, head, 0, new Set(left)));
  const parts: Range[] = [own];
  for (const phrase of actingNear(clause, own, index)) parts.push(core(doc, phrase));
  for (const phrase of clause.passive ? clause.patients : [])
    if (isNear(phrase, own)) parts.push(core(doc, phrase));
  // "The embargo that it imposed": what the relative clause is about is what was imposed.
  const antecedent = clause.role === "relative" ? doc.head[head]! : -1;
  if (antecedent >= 0 && entry.kind !== undefined && isOfKind(lemmaOf(doc, antecedent), entry.kind))
    parts.push(nounQuote(doc, antecedent));
  if (clause.role === "relative" || clause.role === "participle") {
    for (const phrase of clause.patients) if (isNear(phrase, own)) parts.push(core(doc, phrase));
  }
  for (const child of below.filter((one) => !aims.includes(one)))
    if (belongs(child, entry, own) && !isParted(child, own))
      parts.push({
        start: child.start,
        end: entry.words?.[1] === "if" ? child.end : complementEnd(child, doc),
      });
  return hull(parts);
}

/** "Switched off the cameras in response to a vote of the board": why and upon what, told at length, is another matter. */
function occasionsOf(head: number, doc: Doc): readonly number[] {
  const tree = treeOf(doc);
  return childrenOf(tree, head).filter((child) => {
    if (child < head || !deprelOf(doc, child).startsWith("obl")) return false;
    const [from, to] = [tree.left[child]!, tree.right[child]!];
    if (to - from < AT_LENGTH || isTimeNoun(doc, child) || uposOf(doc, child) === "NUM") return false;
    return OCCASIONS.test(doc.text.slice(doc.start[from], doc.end[from + 2]));
  });
}

/** So many words of an occasion are more than a date: "after the discovery of undeclared shafts". */
const AT_LENGTH = 6;
const OCCASIONS =
  /^(?:after|following|before|amid|despite|because of|due to|owing to|thanks to|in response|in retaliation|in protest|as a|as part|on the grounds)\b/i;

/** Those who act, where they stand near: with the verb itself, or with the verb above that shares its subject. */
export function actingNear(clause: Clause, quote: Range, index: TextIndex): readonly Phrase[] {
  const above = index.parent(clause);
  const shared =
    clause.role === "content" ||
    clause.role === "purpose" ||
    clause.role === "relative" ||
    (clause.mood === "infinitive" && clause.role !== "conjunct") ||
    (above !== undefined && isObject(clause, above, index));
  if (clause.inherited && !shared) return [];
  // "Proposed last week to open the gates": whoever proposed it stands apart from what was proposed.
  const proposed = clause.inherited && above !== undefined && index.outlook(above)?.outlook === "possible";
  return clause.agents.filter((phrase) => isNear(phrase, quote, proposed ? BESIDE : NEAR));
}

/** "To open the gates and hold fire should Agria leave": another verb's words stand between. */
function isParted({ role, start }: Clause, own: Range): boolean {
  return role === "condition" && start - own.end > APART;
}

function belongs(child: Clause, entry: Pick<Entry, "verbal" | "type">, own: Range): boolean {
  if (child.role === "condition") return child.end - child.start < LONG && !isLong(own);
  // "Accused Agria of shelling the port", "pledged money for rebuilding it".
  if (child.role === "participle" && child.mood === "participle" && GOVERNED.has(child.marker))
    return (entry.verbal || entry.type === "AID" || entry.type === "AGREE") && child.end - child.start < LONG;
  if (child.role === "content")
    return (entry.verbal || child.mood === "infinitive") && child.end - child.start < LONG * 2;
  return (
    child.role === "purpose" &&
    child.mood === "infinitive" &&
    (entry.verbal || entry.type === "CONSULT" || entry.type === "AGREE") &&
    child.end - child.start < LONG
  );
}

/** Without what hangs on the complement after a comma. */
function complementEnd(child: Clause, doc: Doc): number {
  const [, last] = coreOf(doc, child.predicate);
  const end = doc.end[last - 1]!;
  return Math.max(end, Math.min(child.end, child.start + 1));
}

/** What is told at such a length can do without its condition. */
function isLong({ start, end }: Range): boolean {
  return end - start > 60;
}

function core(doc: Doc, phrase: Phrase): Range {
  const { start, end } = rangeOf(doc, coreOf(doc, phrase.head));
  return { start: Math.max(start, phrase.start), end: Math.min(end, phrase.end) };
}

function isNear(phrase: Range, quote: Range, near = NEAR): boolean {
  const gap = phrase.end <= quote.start ? quote.start - phrase.end : phrase.start - quote.end;
  return gap < near;
}

export function hull(ranges: readonly Range[]): Range {
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  };
}

/** A clause longer than this tells more than its event. */
const LONGEST = 400;

/**
 * Beside its core, the words of a telling as readers cut them: the predicate with its complements alone, and the clause
 * that carries it to its end.
 */
export function widerQuotes(
  quote: Range,
  noun: boolean,
  clause: Clause | undefined,
  doc: Doc,
): readonly Range[] {
  if (clause === undefined || clause.nominal || clause.end - clause.start > LONGEST) return [];
  const end = Math.max(quote.end, clause.end);
  if (noun) return [{ start: Math.min(quote.start, clause.start), end }];
  const start = verbStart(clause.predicate, doc);
  return [
    { start: Math.max(start, quote.start), end: quote.end },
    { start, end },
  ];
}

/** Where a verb's group begins: its auxiliaries and the adverbs among them. */
function verbStart(predicate: number, doc: Doc): number {
  let first = predicate;
  while (
    first > 0 &&
    doc.head[first - 1] === predicate &&
    /^(?:aux|advmod|cop|mark)/.test(deprelOf(doc, first - 1))
  )
    first -= 1;
  return doc.start[first]!;
}

/** What came of an event, in the report's words: "ended without an agreement", "failed to yield progress". */
import type { Clause } from "../../language/clause.ts";
import { childrenOf, treeOf } from "../../language/clauses/tree.ts";
import { type Doc, deprelOf, lemmaOf, wordOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import { isOfKind } from "./lexicon.ts";
import type { Telling } from "./telling.ts";
import type { TextIndex } from "./text-index.ts";

const ENDS: ReadonlySet<string> = new Set(
  "end fail produce yield conclude collapse stall bring result achieve succeed lead adjourn founder falter"
    .split(" ")
    .concat("break down", "break up", "break off", "fall apart"),
);
/** What those who met do with each other in the next sentence: "They agreed to meet again". */
const PARTING: ReadonlySet<string> = new Set(["agree", "fail", "part", "sign", "settle"]);
const MEETING: ReadonlySet<string> = new Set(
  "side party leader minister delegation negotiator envoy delegate president government".split(" "),
);
/** What may come of talks. */
const YIELD: ReadonlySet<string> = new Set(
  "agreement deal breakthrough progress statement result date compromise accord settlement headway communique".split(
    " ",
  ),
);
const REACHED: ReadonlySet<string> = new Set(
  "reach make achieve issue announce set sign emerge strike publish adopt find".split(" "),
);
const LONG = 160;
/** How many sentences after a meeting may still tell how it ended. */
const NEAR = 2;

/** The outcome that the verb of the event's sentence, a relative clause beside it, or the next sentences tell. */
export function outcomeOf(group: readonly Telling[], index: TextIndex): string | undefined {
  const { doc } = index;
  const told = ({ start, end }: Range) => (end - start < LONG ? doc.text.slice(start, end) : undefined);
  for (const { token } of group) {
    for (const clause of outcomeClauses(token, index)) {
      const found = told(outcomeRange(clause, doc));
      if (found) return found;
    }
  }
  if (group[0]?.entry.type !== "CONSULT") return undefined;
  for (const { clause, noun } of group) {
    const without = clause === undefined ? undefined : withoutResult(clause, noun, index);
    const found = without && told(without);
    if (found) return found;
  }
  const last = Math.max(...group.map(({ sentence }) => sentence));
  for (let after = 1; after <= NEAR; after++) {
    // Another meeting has begun: what follows is told of that.
    for (const clause of index.in(last + after)) {
      const range = outcomeAfter(clause, after, index);
      const found = range && told(range);
      if (found) return found;
    }
  }
  return undefined;
}

/** "Spoke for an hour without making headway", "emerged from talks with a pause". */
function withoutResult(clause: Clause, noun: boolean, index: TextIndex): Range | undefined {
  const { doc } = index;
  for (const { preposition, phrase } of clause.obliques) {
    const word = lemmaOf(doc, phrase.head);
    if (preposition === "without" && YIELD.has(word)) return withPreposition(phrase.start, phrase.end, doc);
    if (noun && clause.lemma.startsWith("emerge") && preposition === "with")
      return { start: phrase.start, end: phrase.end };
  }
  for (const below of index.below(clause)) {
    if (below.marker !== "without") continue;
    const start = doc.text.lastIndexOf("without", doc.start[below.predicate]!);
    if (start >= 0) return { start, end: Math.max(below.end, doc.end[below.predicate]!) };
  }
  return undefined;
}

function withPreposition(start: number, end: number, doc: Doc): Range {
  const word = "without ";
  return doc.text.slice(start - word.length, start) === word
    ? { start: start - word.length, end }
    : { start, end };
}

/** "The talks ended without agreement", "No deal was reached", "The two sides agreed to meet again". */
function outcomeAfter(clause: Clause, after: number, { doc }: TextIndex): Range | undefined {
  if (clause.nominal || (clause.tense !== "past" && clause.aspect !== "perfect")) return undefined;
  if (clause.role !== "root" && clause.role !== "conjunct") return undefined;
  const verb = clause.lemma.split(" ")[0]!;
  const subjects = clause.passive ? clause.patients : clause.agents;
  const [subject] = subjects;
  if (subject === undefined) return undefined;
  const noun = lemmaOf(doc, subject.head).toLowerCase();
  if (
    isOfKind(noun, "session") &&
    isDefinite(subject.head, doc) &&
    (ENDS.has(clause.lemma) || ENDS.has(verb))
  )
    return outcomeRange(clause, doc);
  if (YIELD.has(noun) && REACHED.has(verb) && (clause.negated || isNone(subject.head, doc)))
    return { start: subject.start, end: outcomeRange(clause, doc).end };
  const isThey = wordOf(doc, subject.head).toLowerCase() === "they";
  if (after === 1 && PARTING.has(verb) && (isThey || (MEETING.has(noun) && isPair(subject.head, doc))))
    return outcomeRange(clause, doc);
  return undefined;
}

function determinerOf(head: number, doc: Doc): string {
  const child = childrenOf(treeOf(doc), head).find(
    (one) => deprelOf(doc, one) === "det" || deprelOf(doc, one) === "nmod:poss",
  );
  return child === undefined ? "" : wordOf(doc, child).toLowerCase();
}

function isDefinite(head: number, doc: Doc): boolean {
  return /^(?:the|this|that|these|those|their|its)$/.test(determinerOf(head, doc));
}

function isNone(head: number, doc: Doc): boolean {
  return /^(?:no|neither)$/.test(determinerOf(head, doc));
}

/** "Both sides", "the two ministers". */
function isPair(head: number, doc: Doc): boolean {
  return childrenOf(treeOf(doc), head).some((child) => /^(?:both|two)$/i.test(wordOf(doc, child)));
}

/** From the verb to the end of its clause, or to where another clause begins. */
export function outcomeRange({ predicate, end, negated }: Clause, doc: Doc): Range {
  const start = doc.start[negated ? firstOfGroup(predicate, doc) : predicate]!;
  const comma = doc.text.slice(start, end).search(/[,;]\s|\s(?:because|while|although|when|after)\s/);
  return { start, end: comma < 0 ? end : start + comma };
}

/** "Have not succeeded": what denies it belongs to the words. */
function firstOfGroup(predicate: number, doc: Doc): number {
  let first = predicate;
  while (first > 0 && doc.head[first - 1] === predicate && /^(?:aux|advmod)/.test(deprelOf(doc, first - 1)))
    first--;
  return first;
}

/** Clauses of how an event ended, by its noun. */
export function outcomeClauses(token: number, index: TextIndex): readonly Clause[] {
  return index.actingBy(token).filter(({ lemma }) => ENDS.has(lemma) || ENDS.has(lemma.split(" ")[0]!));
}

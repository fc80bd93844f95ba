/** What is asked in return, or has to come first: "if Belmark pulled back", "in return for a quota", "only after a truce". */
import type { Clause, Phrase } from "../../language/clause.ts";
import {
  childClauses,
  clausesIn,
  conditionsOf,
  contentOf,
  isReporting,
} from "../../language/clauses/query.ts";
import type { Range } from "../../record/span.ts";
import { core, trimmed } from "../positions/extent.ts";
import type { Scene } from "../positions/scene.ts";

/** What is asked in return. */
export interface Price {
  /** The words of the condition, without the word that introduces it. */
  readonly range: Range;
  /** From the word that introduces it. */
  readonly outer: Range;
  /** The clause that tells it, where a verb does. */
  readonly clause?: Clause;
}

/** Conditions that ask what is the case and not for anything. */
const NO_PRICE = new Set([
  "whether",
  "in case",
  "in case of",
  "lest",
  "depending on",
  "pending",
  "should",
  "had",
]);

const AFTERWARDS = new Set(["once", "as soon as"]);

const UNTIL = new Set(["until", "till", "not until", "before"]);

const INTRODUCING =
  /^(?:and\s+|but\s+)?(?:only\s+)?(?:if|unless|provided(?:\s+that)?|providing(?:\s+that)?|as\s+long\s+as|so\s+long\s+as|once|as\s+soon\s+as|after|until|till|before|when|assuming(?:\s+that)?|on\s+(?:the\s+)?condition\s+(?:that|of)|on\s+the\s+understanding\s+that|in\s+(?:exchange|return)\s+for|with|without|about|as|should|subject\s+to|contingent\s+(?:up)?on|conditional\s+on|dependent\s+on|in\s+the\s+event\s+(?:that|of))\s+/iu;

/** A range without the word that makes it a condition. */
export function withoutMarker(text: string, range: Range): Range {
  const marker = INTRODUCING.exec(text.slice(range.start, range.end))?.[0].length ?? 0;
  return marker < range.end - range.start ? { start: range.start + marker, end: range.end } : range;
}

function priceOfClause(scene: Scene, clause: Clause): Price {
  const { text } = scene.doc;
  const inverted = invertedFrom(scene, clause);
  const from = inverted ?? markerInside(scene, clause) ?? markerStart(text, clause);
  const outer = core(scene, { start: from, end: beforeSaying(scene, clause, from) });
  const whole = { start: Math.min(from, outer.start), end: outer.end };
  const told =
    inverted === undefined ? clause : { ...clause, agents: behindShould(clause, inverted + SHOULD) };
  return { outer: whole, range: withoutMarker(text, whole), clause: told };
}

const SHOULD = "should ".length;

/** "honour a truce should the troops retire": where "should" stands before its subject. */
function invertedFrom(scene: Scene, clause: Clause): number | undefined {
  if (clause.marker !== "should" && !/^should\s/iu.test(scene.doc.text.slice(clause.start, clause.end)))
    return undefined;
  const at = scene.doc.text.slice(clause.start, scene.doc.start[clause.predicate]).search(/\bshould\s/iu);
  return at < 0 ? undefined : clause.start + at;
}

function behindShould({ agents }: Clause, start: number): readonly Phrase[] {
  return agents
    .filter(({ end }) => end > start)
    .map((phrase) => ({ ...phrase, start: Math.max(phrase.start, start) }));
}

/** "to 60 if Agron": what the tree has hung on the condition, though it stands before its marker. */
function markerInside({ doc }: Scene, { start, marker, predicate }: Clause): number | undefined {
  if (marker === "" || start >= doc.start[predicate]!) return undefined;
  const words = ` ${doc.text.slice(start, doc.start[predicate]).toLowerCase()}`;
  const at = words.indexOf(` ${marker} `);
  return at > 0 ? start + at : undefined;
}

/** "as soon as": the first words of a marker may stand before what the tree counts to the clause. */
function markerStart(text: string, { start, marker }: Clause): number {
  const words = marker.split(" ");
  for (let from = 0; from < words.length; from++) {
    const missing = `${words.slice(0, words.length - from).join(" ")} `;
    const before = text.slice(Math.max(0, start - missing.length), start);
    if (before.toLowerCase() === missing) return start - missing.length;
  }
  return start;
}

/** "Unless they leave, he said, …": what says so is no part of the condition. */
function beforeSaying(scene: Scene, clause: Clause, from: number): number {
  const saying = clause.parent >= 0 ? [scene.clauses[clause.parent]!] : [];
  const others = [...saying, ...childClauses(scene.clauses, clause)].filter(
    (each) => isReporting(each) && each.agents.length > 0,
  );
  const starts = others.map((each) =>
    Math.min(scene.doc.start[each.predicate]!, ...each.agents.map(({ start }) => start)),
  );
  return Math.min(clause.end, ...starts.filter((start) => start > from + 4));
}

function priceOfPhrase(scene: Scene, phrase: Phrase, preposition: string): Price {
  const before = scene.doc.text.slice(Math.max(0, phrase.start - 40), phrase.start);
  const marker = new RegExp(`(?:\\bonly\\s+)?\\b${preposition.replaceAll(" ", "\\s+")}\\s+$`, "i").exec(
    before,
  );
  const start = phrase.start - (marker?.[0].length ?? 0);
  return { outer: { start, end: phrase.end }, range: { start: phrase.start, end: phrase.end } };
}

/** What has to come first for one of the clauses; the first found. */
export function priceFor(scene: Scene, clauses: readonly Clause[], negated: boolean): Price | undefined {
  const readiness = clauses.slice(0, 1).flatMap((clause) => readinessAbove(scene, clause));
  for (const clause of [...clauses, ...readiness]) {
    const told = conditionBelow(scene, clause, negated);
    if (told) return priceOfClause(scene, told);
    const [oblique] = conditionsOf(scene.clauses, clause).obliques.filter(
      ({ preposition }) => !NO_PRICE.has(preposition),
    );
    if (oblique) return priceOfPhrase(scene, oblique.phrase, oblique.preposition);
    const after = clause.obliques.find(
      ({ preposition, phrase }) =>
        (preposition === "after" && /\bonly\s/iu.test(scene.doc.text.slice(clause.start, phrase.start))) ||
        (negated && (preposition === "without" || preposition === "before" || preposition === "until")),
    );
    if (after && !isDate(scene, after.phrase)) return priceOfPhrase(scene, after.phrase, after.preposition);
  }
  return undefined;
}

/** The clause that tells the condition: below the clause, or below the words that say who said it ("…, he said, provided …"). */
function conditionBelow(scene: Scene, clause: Clause, negated: boolean): Clause | undefined {
  const own = childClauses(scene.clauses, clause);
  const asides = own.filter(({ role }) => role === "parenthesis");
  const above = clause.parent >= 0 ? scene.clauses[clause.parent] : undefined;
  const said =
    above && clause.role === "content" && clause.marker === "" && isReporting(above) ? [above] : [];
  // "could live with the line, if the river flows as the treaty says": what hangs on a saying beside the clause.
  const sayings =
    above && clause.role === "content"
      ? childClauses(scene.clauses, above).filter(
          (each) => each.role === "parenthesis" && each.id > clause.id && isReporting(each),
        )
      : [];
  const beside = [...asides, ...said, ...sayings]
    .flatMap((each) => childClauses(scene.clauses, each))
    .filter(({ id, sentence }) => id !== clause.id && sentence === clause.sentence);
  for (const below of [own, beside]) {
    const found =
      below.find((each) => isCondition(scene, each)) ??
      below.find(
        ({ role, marker, nominal, tense }) =>
          !nominal &&
          role === "time" &&
          (AFTERWARDS.has(marker) || (negated && UNTIL.has(marker) && isToCome(clause, tense))),
      ) ??
      providedThat(scene, below);
    if (found) return found;
  }
  return undefined;
}

/** "will not sign, he said before he left": what is past is no price for what is to come. */
function isToCome({ modal }: Clause, tense: Clause["tense"]): boolean {
  return tense !== "past" || modal === "would" || modal === "could";
}

function isCondition(scene: Scene, clause: Clause): boolean {
  if (clause.nominal) return false;
  if (clause.modal === "should" && (clause.role === "parenthesis" || clause.marker === "should"))
    return invertedFrom(scene, clause) !== undefined;
  const isIf = clause.role === "condition" || (clause.role === "participle" && clause.marker === "if");
  return isIf && !NO_PRICE.has(clause.marker);
}

const READINESS = new Set(["ready", "willing", "prepared", "stand", "remain", "happy"]);

/** "stands ready to provide": the clauses above an infinitive that say that somebody would. */
export function readinessAbove(scene: Scene, clause: Clause): Clause[] {
  const above: Clause[] = [];
  let at = clause;
  while (
    at.role === "content" &&
    at.parent >= 0 &&
    READINESS.has(scene.clauses[at.parent]!.lemma) &&
    above.length < 3
  ) {
    at = scene.clauses[at.parent]!;
    above.push(at);
  }
  return above;
}

/** "until Friday" is a date and no price. */
function isDate(scene: Scene, { start, end }: Phrase): boolean {
  return /\b(?:\d|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?|\b(?:week|month|year|day|today|tomorrow|noon|midnight|spring|summer|autumn|winter)s?\b/iu.test(
    scene.doc.text.slice(start, end),
  );
}

/** ", provided they are unarmed": read by the tree as a second verb. */
function providedThat(scene: Scene, below: readonly Clause[]): Clause | undefined {
  const provided = below.find(
    ({ lemma, start }) =>
      lemma === "provide" && /^(?:only\s+)?provided\b/iu.test(scene.doc.text.slice(start, start + 20)),
  );
  return provided && contentOf(scene.clauses, provided)[0];
}

const PRICE_WORDS =
  /\s(?:in\s+(?:return|exchange)\s+for|on\s+(?:the\s+)?condition\s+that|provided(?:\s+that)?|on\s+the\s+understanding\s+that|(?:but\s+)?only\s+(?:once|if|after|when)|but\s+only\s+(?:under|with)|so\s+long\s+as)\s+/iu;

/** Characters behind a verb in which its price stands. */
const LONGEST = 600;

/** What stands in the rest of the sentence behind "in return for", "on condition that", where the tree has lost it. */
export function priceInWords(scene: Scene, clause: Clause): Price | undefined {
  const { doc } = scene;
  const from = doc.end[clause.predicate]!;
  const next = doc.sentences[clause.sentence + 1] ?? doc.size;
  const last = Math.min(doc.end[next - 1]!, from + LONGEST);
  const match = PRICE_WORDS.exec(doc.text.slice(from, last));
  const told = match
    ? { at: from + match.index + 1, words: match[0].trimStart() }
    : lostIf(doc.text, from, Math.min(last, clause.end));
  if (told === undefined) return undefined;
  const start = told.at + told.words.length;
  const outer = { start: told.at, end: beforeFrame(doc.text, start, last) };
  const asked = clausesIn(scene.clauses, doc, { start: start - "that ".length, end: outer.end }).find(
    (each) => !each.nominal && (each.role !== "relative" || each.start <= start),
  );
  const isVerbal = !/for\s$/iu.test(told.words);
  let end = outer.end;
  while (end > start + 1 && ENDING.has(doc.text[end - 1]!)) end--;
  // "but only under guard and only once the road is clear": each is a price of its own.
  const second = doc.text.slice(start, end).search(/\s(?:and|or)\sonly\s/u);
  if (second > 4) end = start + second;
  const range = trimmed(doc.text, { start, end });
  return {
    outer: { start: outer.start, end: range.end },
    range,
    ...(asked && isVerbal ? { clause: asked } : {}),
  };
}

const ENDING = new Set([...' .!?\n"”’']);

/** "a quota of 900 if the loans stop": a condition that the tree counts to the object. */
function lostIf(text: string, from: number, last: number): { at: number; words: string } | undefined {
  const at = text.indexOf(" if ", from);
  if (at < 0 || at >= last || at - from > LONGEST_GIFT) return undefined;
  const before = text.slice(from, at);
  if (before.length < 4 || /[,;:]|\b(?:even|as|what)$/u.test(before)) return undefined;
  return { at: at + 1, words: "if " };
}

/** Characters of what is given before a price that the tree has lost. */
const LONGEST_GIFT = 120;

/** ", one of the officials said.": the words at the end of a sentence that say who says so. */
function beforeFrame(text: string, start: number, end: number): number {
  const comma = text.slice(start, end).lastIndexOf(",");
  const frame = /^,\s(?:[\p{L}'’-]{1,30}\s){1,6}(?:said|says|added|told|reported)\b/u;
  return comma > 0 && frame.test(text.slice(start + comma, end)) ? start + comma : end;
}

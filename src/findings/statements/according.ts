import type { Phrase } from "../../language/clause.ts";
import { type Doc, deprelOf, lowerOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import type { Quotation } from "../../text/quotation.ts";
import { clauseAbove } from "./aside.ts";
import type { Draft } from "./draft.ts";
import { sourcePrepositions } from "./lexicon.ts";
import { partsIn, tidied } from "./span.ts";
import { dependent, isReadable, plainPhrase, rangeOf, type Syntax } from "./syntax.ts";

/** "According to X, …", "…, according to X", "…, according to X, …": one statement each, in text order. */
export function* accordingTo(syntax: Syntax, quotations: readonly Quotation[]): Iterable<Draft> {
  const { doc, tree } = syntax;
  for (let token = 0; token < doc.size; token++) {
    const counted = countAfter(syntax, token);
    const length = counted === undefined ? prepositionAt(doc, token) : 1;
    if (length === 0 || !isReadable(doc, token)) continue;
    const head = counted ?? nounAfter(syntax, token, length);
    if (head === undefined) continue;
    const sentence = {
      first: doc.sentences[doc.sentence[token]!]!,
      last: doc.sentences[doc.sentence[token]! + 1]!,
    };
    const source = plainPhrase(syntax, counted === undefined ? head : (possessorOf(syntax, head) ?? head));
    // Everything that hangs on the source goes with it: "a report by the agency citing officials".
    const last = Math.max(tree.right[head]!, token + length + 1);
    const content = contentAround(syntax, sentence, token, last, head);
    const tidy = content && tidied(syntax, content, token, quotations);
    if (!tidy) continue;
    yield {
      head: token,
      lemma: "according to",
      speech: "say",
      cue: counted === undefined ? rangeOf(doc, token, token + length) : rangeOf(doc, token, head + 1),
      sources: [withoutPreposition(syntax, source, token + length)],
      content: tidy,
      parts: partsIn(tidy, quotations),
      free: false,
      recipients: [],
      cited: [],
      negated: false,
      rule: "according to",
      score: 0.92,
    };
  }
}

/** "by the committee's count": the noun, where what somebody reckons stands behind "by". */
function countAfter(syntax: Syntax, token: number): number | undefined {
  const { doc } = syntax;
  if (lowerOf(doc, token) !== "by" || deprelOf(doc, token) !== "case") return undefined;
  const noun = doc.head[token]!;
  const isReckoning = /^(?:count|tally|reckoning|estimate|account)$/u.test(wordOf(doc, noun));
  return isReckoning && noun > token && possessorOf(syntax, noun) !== undefined ? noun : undefined;
}

function possessorOf(syntax: Syntax, noun: number): number | undefined {
  return dependent(syntax, noun, "nmod:poss");
}

/** Number of tokens of a source preposition that begins here, 0 where none does. */
function prepositionAt(doc: Doc, token: number): number {
  const first = lowerOf(doc, token);
  if (first === "per" && uposOf(doc, token + 1) !== "PROPN") return 0;
  let words = "";
  for (let length = 1; length <= 4 && token + length <= doc.size; length++) {
    words = length === 1 ? first : `${words} ${lowerOf(doc, token + length - 1)}`;
    if (sourcePrepositions.has(words)) return length;
  }
  return 0;
}

/** The noun that a preposition stands before: its head where the parser saw it so, else the next noun. */
function nounAfter({ doc }: Syntax, token: number, length: number): number | undefined {
  const head = doc.head[token]!;
  if (head > token && deprelOf(doc, token) === "case") return head;
  for (let i = token + length; i < doc.size && i < token + length + 12; i++) {
    const tag = uposOf(doc, i);
    if ((tag === "NOUN" || tag === "PROPN" || tag === "PRON") && doc.head[i] !== i + 1) {
      const above = doc.head[i]!;
      return above > i && above < i + 6 && deprelOf(doc, i) === "compound" ? above : i;
    }
    if (tag === "PUNCT" || tag === "VERB") return undefined;
  }
  return undefined;
}

function withoutPreposition({ doc }: Syntax, source: Phrase, from: number): Phrase {
  const start = Math.max(source.start, doc.start[from]!);
  const comma = doc.text.slice(doc.end[source.head]!, source.end).indexOf(",");
  return { ...source, start, end: comma < 0 ? source.end : doc.end[source.head]! + comma };
}

/** What is said: the rest of the sentence before or after, or the clause around. */
function contentAround(
  syntax: Syntax,
  sentence: { first: number; last: number },
  from: number,
  last: number,
  head: number,
): Range | undefined {
  const { doc, tree } = syntax;
  const above = doc.head[head]! < 0 ? -1 : clauseAbove(syntax, doc.head[head]!);
  const clause = above >= sentence.first && above < from ? tree.left[above]! : sentence.first;
  const left = isFinal(doc, last, sentence.last) ? afterTurn(doc, sentence.first, clause) : clause;
  const leads = onlyMarks(doc, sentence.first, from);
  if (leads) {
    const begin = nextMark(doc, Math.min(last, sentence.last), sentence.last);
    return begin < sentence.last ? rangeOf(doc, begin, sentence.last) : undefined;
  }
  if (!hasFiniteVerb(doc, left, from)) {
    // "At that meeting, according to an envoy, the terms were new": what is said follows.
    const begin = nextMark(doc, Math.min(last, sentence.last), sentence.last);
    if (begin < sentence.last && hasFiniteVerb(doc, begin, sentence.last))
      return rangeOf(doc, begin, sentence.last);
  }
  const trails = onlyMarks(doc, last, sentence.last) || uposOf(doc, last) === "PUNCT";
  const rest = restAfter(syntax, above, last, sentence.last);
  if (trails && rest === undefined) return rangeOf(doc, Math.min(left, from - 1), from);
  return rest === undefined
    ? rangeOf(doc, Math.min(left, from - 1), from)
    : rangeOf(doc, Math.min(left, from - 1), rest);
}

function isFinal(doc: Doc, from: number, last: number): boolean {
  return onlyMarks(doc, from, last);
}

/** A source at the end stands for the whole sentence, but for what comes before ", but" or ", while". */
function afterTurn(doc: Doc, first: number, clause: number): number {
  for (let token = clause; token > first; token--) {
    const isTurn = /^(?:but|while|though|although|whereas)$/iu.test(wordOf(doc, token));
    if (wordOf(doc, token) === ";" || (isTurn && wordOf(doc, token - 1) === ",")) return token + 1;
  }
  return first;
}

/** One past the last token that the governor still holds after the parenthesis, where it holds any. */
function restAfter({ doc, tree }: Syntax, above: number, last: number, end: number): number | undefined {
  if (above < 0) return undefined;
  const right = Math.min(tree.right[above]!, end);
  return right > last && !onlyMarks(doc, last, right) && wordOf(doc, last) === "," && above >= last
    ? right
    : undefined;
}

function hasFiniteVerb(doc: Doc, first: number, last: number): boolean {
  for (let token = first; token < last; token++) if (/^VB[DPZ]$|^MD$/u.test(xposOf(doc, token))) return true;
  return false;
}

function onlyMarks(doc: Doc, first: number, last: number): boolean {
  for (let token = first; token < last; token++) if (uposOf(doc, token) !== "PUNCT") return false;
  return true;
}

/** First token after the next comma, which ends the phrase that leads; the phrase's own end where there is none. */
function nextMark(doc: Doc, from: number, last: number): number {
  for (let token = Math.max(from - 1, 0); token < last; token++)
    if (wordOf(doc, token) === "," && token >= from - 1) return token + 1;
  return from;
}

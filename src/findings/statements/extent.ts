import { type Doc, deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import type { Quotation } from "../../text/quotation.ts";
import { quotationAround } from "./quoted.ts";
import { isReporting } from "./source.ts";
import { dependent, type Syntax, tokenFrom } from "./syntax.ts";

/** Words that begin the reporter's own remark on what was said. */
const REMARK = new Set(["though", "although", "without", "despite", "which"]);

/** Prepositions that carry on a noun phrase. */
const CARRY_ON = new Set([
  "of",
  "for",
  "to",
  "with",
  "between",
  "about",
  "against",
  "over",
  "among",
  "toward",
  "towards",
]);

/**
 * Where reported speech ends that begins after its cue. It runs on to the end of the sentence, but for a comma or
 * dash after which the syntax hangs the rest on the cue or above it.
 */
export function clauseExtent(
  syntax: Syntax,
  range: Range,
  cue: number,
  quotations: readonly Quotation[],
): Range {
  const { doc } = syntax;
  const first = tokenFrom(doc, range.start);
  if (first <= cue) return range;
  const around = quotationAround({ start: doc.start[cue]!, end: doc.end[cue]! }, quotations);
  const sentenceEnd = doc.sentences[doc.sentence[cue]! + 1]!;
  const last = around ? Math.min(sentenceEnd, tokenFrom(doc, around.inside.end)) : sentenceEnd;
  const held = tokenFrom(doc, range.end);
  let inDashes = false;
  const subject = dependent(syntax, cue, "nsubj");
  const isRelative = subject !== undefined && /^W/u.test(xposOf(doc, subject));
  for (let token = Math.max(first, cue) + 1; token < last; token++) {
    const word = wordOf(doc, token);
    if (!/^(?:,|;|—|–|--|-)$/u.test(word)) continue;
    const within = quotationAround({ start: doc.start[token]!, end: doc.end[token]! }, quotations);
    if (within && within !== around) continue;
    if (/^[—–]|^--$/u.test(word)) {
      if (!inDashes && !hasDash(syntax, token + 1, last))
        return { start: range.start, end: doc.start[token]! };
      inDashes = !inDashes;
      continue;
    }
    if (inDashes) continue;
    const next = wordOf(doc, token + 1).toLowerCase();
    if (goesOn(doc, token + 1)) continue;
    const remark = (REMARK.has(next) && next !== "which") || isVerdict(doc, token + 1, last);
    if (speaksAnew(syntax, token + 1, last)) return { start: range.start, end: doc.start[token]! };
    const leaves =
      (token >= held || isOwnVoice(syntax, token + 1, last, cue)) &&
      linksOutside(syntax, token + 1, last, first) &&
      (isOwnVoice(syntax, token + 1, last, cue) || !addsClause(syntax, token + 1, last));
    // "Moll, who said that it held, went home": the sentence goes on with its own verb.
    const resumes = isRelative && /^VB[DPZ]$|^MD$/u.test(xposOf(doc, token + 1));
    if (leaves || remark || resumes) {
      return { start: range.start, end: doc.start[token]! };
    }
  }
  const before = uposOf(doc, last - 1) === "PUNCT" ? last - 1 : last;
  return { start: range.start, end: Math.max(range.end, doc.end[Math.max(before - 1, first)]!) };
}

/** ", and that …", ", provided that …", ", under which …", ", though not …": no other voice than the one before. */
function goesOn(doc: Doc, from: number): boolean {
  const [first, second] = [wordOf(doc, from).toLowerCase(), wordOf(doc, from + 1).toLowerCase()];
  if (/^(?:and|but|or)$/u.test(first)) return second === "that" && uposOf(doc, from + 1) === "SCONJ";
  if (/^(?:provided|providing)$/u.test(first)) return true;
  if (/^(?:though|although)$/u.test(first)) return second === "not";
  return /^(?:under|by|in|with|for|from)$/u.test(first) && /^(?:which|whom)$/u.test(second);
}

/** What a report makes of what it tells: ", in a move that …", ", a step that was welcomed …". */
const VERDICTS = new Set(
  "accusation allegation assertion attempt bid blow boost breach breakthrough climbdown charge claim concession condition departure description effort escalation gesture indication move rebuff rebuke remark response reversal setback shift show sign signal snub step stance turn u-turn view warning".split(
    " ",
  ),
);

/** ", in the first firm step to …", ", a move that …": the report's own words on what was said. */
function isVerdict(doc: Doc, from: number, last: number): boolean {
  const isIn = wordOf(doc, from).toLowerCase() === "in";
  const first = isIn ? from + 1 : from;
  if (!/^(?:an?|the|another|what)$/iu.test(wordOf(doc, first))) return false;
  for (let token = first + 1; token < last && token < first + 7; token++) {
    if (/^(?:PUNCT|VERB)$/u.test(uposOf(doc, token))) return false;
    if (!VERDICTS.has(lemmaOf(doc, token).toLowerCase())) continue;
    return isIn || /^(?:that|which|to|seen|aimed|welcomed|likely)$/u.test(wordOf(doc, token + 1));
  }
  return false;
}

/** From where a range starts to the next comma, dash or full stop. */
export function toComma(syntax: Syntax, cue: number, range: Range, quotations: readonly Quotation[]): Range {
  const { doc } = syntax;
  const last = doc.sentences[doc.sentence[cue]! + 1]!;
  const end = segmentEnd(syntax, tokenFrom(doc, range.start), last, quotations);
  return { start: range.start, end: Math.max(range.start + 1, doc.end[end - 1]!) };
}

/** "described the offer | as “historic”", "urged them | “to wait”": the end of a quotation right behind the phrase. */
function quotedName(
  { doc }: Syntax,
  from: number,
  last: number,
  quotations: readonly Quotation[],
): number | undefined {
  for (let token = from; token < last && token < from + 4; token++) {
    const around = quotationAround({ start: doc.start[token]!, end: doc.end[token]! }, quotations);
    if (around) return around.start >= doc.start[from]! - 1 ? around.end : undefined;
    if (!/^(?:as|an?|the)$/iu.test(wordOf(doc, token))) return undefined;
  }
  return undefined;
}

/** The next comma, dash or full stop outside quotation marks. */
function segmentEnd({ doc }: Syntax, from: number, last: number, quotations: readonly Quotation[]): number {
  for (let token = from; token < last; token++) {
    if (!/^(?:,|;|—|–|--|\.)$/u.test(wordOf(doc, token))) continue;
    if (!quotationAround({ start: doc.start[token]!, end: doc.end[token]! }, quotations)) return token;
  }
  return last;
}

/** ", and the terms would be “fair”": one more clause of what is said. */
function addsClause(syntax: Syntax, from: number, last: number): boolean {
  const { doc } = syntax;
  if (!/^(?:and|or)$/iu.test(wordOf(doc, from))) return false;
  let hasSubject = false;
  for (let token = from + 1; token < last && !/^[,;]$/u.test(wordOf(doc, token)); token++) {
    if (/^nsubj|^expl/u.test(deprelOf(doc, token))) hasSubject = true;
    if (uposOf(doc, token) !== "VERB" && uposOf(doc, token) !== "AUX") continue;
    return hasSubject && !isReporting(syntax, token);
  }
  return false;
}

/** "said that it would wait, and its envoy sees …": told in the past, what is said cannot go on in the plain present. */
function isOwnVoice({ doc }: Syntax, from: number, last: number, cue: number): boolean {
  if (!/^(?:and|but)$/iu.test(wordOf(doc, from)) || !/^VB[DN]$/u.test(xposOf(doc, cue))) return false;
  let hasSubject = false;
  for (let token = from + 1; token < last && !/^[,;]$/u.test(wordOf(doc, token)); token++) {
    if (/^nsubj|^expl/u.test(deprelOf(doc, token))) hasSubject = true;
    const tag = xposOf(doc, token);
    if (/^(?:VBD|MD)$/u.test(tag)) return false;
    if (/^VB[PZ]$/u.test(tag)) return hasSubject && isBackshifted(doc, cue, from);
  }
  return false;
}

/** Whether what follows a cue in the past is told in the past too. */
function isBackshifted(doc: Doc, cue: number, end: number): boolean {
  for (let token = cue + 1; token < end; token++) {
    if (/^VB[PZ]$/u.test(xposOf(doc, token))) return false;
    if (/^(?:VBD|MD)$/u.test(xposOf(doc, token)))
      return !/^(?:will|can|may|must|shall)$/u.test(wordOf(doc, token));
  }
  return false;
}

/** ", but the other minister said …": somebody else speaks. */
function speaksAnew(syntax: Syntax, from: number, last: number): boolean {
  const { doc } = syntax;
  const isJoined = /^(?:but|and|while|though|although|whereas)$/iu.test(wordOf(doc, from));
  let hasSubject = false;
  for (
    let token = from + 1;
    token < last && token < from + 12 && !/^[,;]$/u.test(wordOf(doc, token));
    token++
  ) {
    if (/^nsubj/u.test(deprelOf(doc, token))) hasSubject = true;
    if (uposOf(doc, token) !== "VERB") continue;
    const quotes = /^(?::|["“„«]|``|'')$/u.test(wordOf(doc, token + 1));
    return hasSubject && isReporting(syntax, token) && (isJoined || quotes);
  }
  return false;
}

function hasDash({ doc }: Syntax, from: number, last: number): boolean {
  for (let token = from; token < last; token++) if (/^(?:—|–|--)$/u.test(wordOf(doc, token))) return true;
  return false;
}

/** Whether the words from here to the next comma hang on something before the content. */
function linksOutside({ doc }: Syntax, from: number, last: number, content: number): boolean {
  let to = from;
  while (to < last && !/^(?:,|;|—|–)$/u.test(wordOf(doc, to))) to++;
  for (let token = from; token < to; token++) {
    if (deprelOf(doc, token) === "punct") continue;
    const above = doc.head[token]!;
    if (above < 0) return true;
    if (above < from || above >= to) return above < content || above >= to;
  }
  return false;
}

/**
 * Where a noun phrase ends that is what was said: with the prepositional phrases behind it that the syntax hung on
 * the verb ("rejecting pressure | for concessions"), without what a comma sets apart ("the plan, with talks …").
 */
export function phraseExtent(
  syntax: Syntax,
  range: Range,
  cue: number,
  quotations: readonly Quotation[],
): Range {
  const { doc } = syntax;
  const first = tokenFrom(doc, range.start);
  const last = doc.sentences[doc.sentence[cue]! + 1]!;
  let end = range.end;
  for (let token = first + 1; token < last && doc.start[token]! < end; token++) {
    if (
      wordOf(doc, token) !== "," ||
      quotationAround({ start: doc.start[token]!, end: doc.end[token]! }, quotations)
    )
      continue;
    const next = uposOf(doc, token + 1);
    if (next === "ADP" && /^W/u.test(xposOf(doc, token + 2))) continue;
    const opensOther =
      next === "ADP" ||
      opensClause(doc, token + 1, last) ||
      isVerdict(doc, token + 1, last) ||
      next === "SCONJ" ||
      /^(?:which|who|whom|where|when|but)$/iu.test(wordOf(doc, token + 1));
    if (opensOther) {
      end = doc.start[token]!;
      return { start: range.start, end };
    }
  }
  let token = tokenFrom(doc, end);
  const named = quotedName(syntax, token, last, quotations);
  if (named !== undefined) return { start: range.start, end: named };
  while (
    token < last &&
    CARRY_ON.has(wordOf(doc, token).toLowerCase()) &&
    (wordOf(doc, token) === "of" || uposOf(doc, token + 1) !== "PROPN")
  ) {
    if (lemmaOf(doc, token) === "to" && uposOf(doc, token + 1) === "VERB") {
      return { start: range.start, end: doc.end[segmentEnd(syntax, token, last, quotations) - 1]! };
    }
    // "criticised the minister for talking to them"
    if (xposOf(doc, token + 1) === "VBG")
      return { start: range.start, end: doc.end[segmentEnd(syntax, token, last, quotations) - 1]! };
    const preposition = token;
    do token++;
    while (token < last && /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON)$/u.test(uposOf(doc, token)));
    if (token === preposition + 1) break;
    end = doc.end[token - 1]!;
  }
  return { start: range.start, end: withCondition(syntax, end, last, quotations) };
}

/** "promised vouchers, and the mayor, Vera Moll, is due to come": a clause of its own, whatever the syntax joined. */
function opensClause(doc: Doc, from: number, last: number): boolean {
  if (!/^(?:and|but|while)$/iu.test(wordOf(doc, from))) return false;
  for (let token = from + 1; token < last && token < from + 14; token++) {
    if (/^W|^(?:SCONJ|ADP)$/u.test(xposOf(doc, token)) || wordOf(doc, token) === "that") return false;
    if (/^VB[DPZ]$|^MD$/u.test(xposOf(doc, token))) return token > from + 1;
  }
  return false;
}

/** "ruled out a truce | as long as …", "rejected an offer | , under which …": what narrows down what was rejected. */
function withCondition(syntax: Syntax, end: number, last: number, quotations: readonly Quotation[]): number {
  const { doc } = syntax;
  const from = tokenFrom(doc, end);
  const words = [0, 1, 2].map((i) => (from + i < last ? wordOf(doc, from + i).toLowerCase() : "")).join(" ");
  if (/^(?:as|so) long as$|^(?:unless|until|if|provided|providing)\s/u.test(words))
    return doc.end[segmentEnd(syntax, from, last, quotations) - 1]!;
  if (/^, (?:provided|providing) |^, on condition|^, on the$/u.test(words))
    return doc.end[segmentEnd(syntax, from + 1, last, quotations) - 1]!;
  if (!/^, (?:under|by|in) which$/u.test(words)) return end;
  return doc.end[segmentEnd(syntax, from + 1, last, quotations) - 1]!;
}

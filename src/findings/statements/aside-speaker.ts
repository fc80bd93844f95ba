/** The speakers that stand between commas, whatever the syntax made of them. */
import type { Phrase } from "../../language/clause.ts";
import { deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import { isTellingVerb, speechNoun } from "./lexicon.ts";
import type { Syntax } from "./syntax.ts";

/**
 * "…; Agron's envoy, Vera Moll, said": the noun phrase and the name between commas right before a finite verb, whatever
 * the syntax made of them. The name is its head.
 */
export function apposedBefore(syntax: Syntax, verb: number): Phrase | undefined {
  const phrase = namedBefore(syntax, verb);
  const { doc } = syntax;
  return phrase && /,\s*$/u.test(doc.text.slice(Math.max(0, phrase.start - 2), phrase.start))
    ? undefined
    : phrase;
}

function namedBefore({ doc }: Syntax, verb: number): Phrase | undefined {
  const first = doc.sentences[doc.sentence[verb]!]!;
  if (!/^VB[DNPZ]$/u.test(xposOf(doc, verb)) || verb - 4 < first || wordOf(doc, verb - 1) !== ",")
    return undefined;
  let name = verb - 1;
  while (name > first && verb - name < 6 && uposOf(doc, name - 1) === "PROPN") name--;
  if (name === verb - 1 || wordOf(doc, name - 1) !== ",") return undefined;
  let left = name - 1;
  while (
    left > first &&
    name - left < 14 &&
    (NOMINAL.test(uposOf(doc, left - 1)) ||
      (wordOf(doc, left - 1) === "and" && uposOf(doc, left) === "PROPN"))
  )
    left--;
  const isPhrase =
    left < name - 1 && uposOf(doc, name - 2) !== "PRON" && !/^(?:ADP|PART)$/u.test(uposOf(doc, left));
  const opens = left === first || /^(?:PUNCT|CCONJ|SCONJ)$/u.test(uposOf(doc, left - 1));
  const hasNoun = /^(?:NOUN|PROPN)$/u.test(uposOf(doc, name - 2));
  if (!isPhrase || !opens || !hasNoun) return undefined;
  return { start: doc.start[left]!, end: doc.end[verb - 2]!, head: name };
}

const NOMINAL = /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM|ADP|PART)$/u;

/**
 * The speaker of an aside: the words between a comma and the verb, where a sentence stands before the comma and the
 * verb has nothing more to say behind it. "The gates are open, the energy ministry in Velden said on Friday."
 */
export function asideSpeaker(syntax: Syntax, verb: number): Phrase | undefined {
  const { doc } = syntax;
  const sentence = doc.sentence[verb]!;
  const first = doc.sentences[sentence]!;
  const last = doc.sentences[sentence + 1]!;
  if (!/^VB[DNPZ]$/u.test(xposOf(doc, verb)) || !NOMINAL.test(uposOf(doc, verb - 1))) return undefined;
  let left = verb;
  while (
    left > first &&
    verb - left < 12 &&
    (NOMINAL.test(uposOf(doc, left - 1)) || isReduced(doc, left - 1))
  )
    left--;
  if (left - 2 < first || wordOf(doc, left - 1) !== "," || /^(?:ADP|PART)$/u.test(uposOf(doc, left)))
    return undefined;
  // "…, a charge the ministry denied": the second of two noun phrases speaks.
  for (let token = verb - 1; token > left; token--)
    if (uposOf(doc, token - 1) === "NOUN" && opensPhrase(doc, token)) left = token;
  if (
    !endsThere(syntax, verb + 1, last) ||
    !(isBetweenCommas(doc, verb, left) || isSentence(doc, first, left - 1))
  ) {
    return undefined;
  }
  // "…, officials in two states disclosed on Friday": a past tense that was taken for a participle.
  if (xposOf(doc, verb) === "VBN" && !(isTellingVerb(lemmaOf(doc, verb)) && wordOf(doc, verb + 1) !== "by"))
    return undefined;
  let head = left;
  for (let token = left; token < verb && uposOf(doc, token) !== "ADP"; token++) {
    if (/^(?:NOUN|PROPN|PRON)$/u.test(uposOf(doc, token))) head = token;
  }
  return /^(?:NOUN|PROPN|PRON)$/u.test(uposOf(doc, head))
    ? { start: doc.start[left]!, end: doc.end[verb - 1]!, head }
    : undefined;
}

/** "The gates are open, the minister of energy, Vera Moll, said on Friday": two commas around the name of the speaker. */
export function apposedSpeaker(syntax: Syntax, verb: number): Phrase | undefined {
  const { doc } = syntax;
  const phrase = namedBefore(syntax, verb);
  if (!phrase || !isTellingVerb(lemmaOf(doc, verb))) return undefined;
  const first = doc.sentences[doc.sentence[verb]!]!;
  const last = doc.sentences[doc.sentence[verb]! + 1]!;
  let left = phrase.head;
  while (left > first && doc.start[left]! > phrase.start) left--;
  const isAside = left - 2 >= first && wordOf(doc, left - 1) === "," && endsThere(syntax, verb + 1, last);
  return isAside && isSentence(doc, first, left - 1) ? phrase : undefined;
}

/** An article; a name behind a noun of speech ("a charge Agron denied"), which is nobody's title. */
function opensPhrase(doc: Syntax["doc"], token: number): boolean {
  const isNameAfterSpeech =
    uposOf(doc, token) === "PROPN" && speechNoun(lemmaOf(doc, token - 1)) !== undefined;
  return uposOf(doc, token) === "DET" || isNameAfterSpeech;
}

/** "persons briefed on the matter": a participle between the noun that it tells more of and a preposition. */
function isReduced(doc: Syntax["doc"], token: number): boolean {
  return (
    xposOf(doc, token) === "VBN" && uposOf(doc, token - 1) === "NOUN" && uposOf(doc, token + 1) === "ADP"
  );
}

/** No verb between here and the next comma. */
function endsThere({ doc }: Syntax, from: number, last: number): boolean {
  for (let token = from; token < last && !/^[,:;—–]$/u.test(wordOf(doc, token)); token++) {
    if (/^(?:VERB|AUX|SCONJ)$/u.test(uposOf(doc, token))) return false;
    if (deprelOf(doc, token) === "obj" && uposOf(doc, token) === "NOUN") return false;
  }
  return true;
}

function isBetweenCommas(doc: Syntax["doc"], verb: number, left: number): boolean {
  return wordOf(doc, left - 1) === "," && verb + 1 < doc.size && wordOf(doc, verb + 1) === ",";
}

/** A finite verb, and no conjunction at its start that makes it depend on what follows. */
function isSentence(doc: Syntax["doc"], first: number, last: number): boolean {
  if (uposOf(doc, first) === "SCONJ") return false;
  for (let token = first; token < last; token++) if (/^VB[DPZ]$|^MD$/u.test(xposOf(doc, token))) return true;
  return false;
}

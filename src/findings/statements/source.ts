import type { Phrase } from "../../language/clause.ts";
import { childrenOf } from "../../language/clauses/tree.ts";
import { deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import { framesOf, isTellingVerb, speechNoun } from "./lexicon.ts";
import { nameBehind, openingBeforeAside, speakerAfterWith } from "./opening.ts";
import { dependent, plainPhrase, prepositionOf, type Syntax, verbLemma } from "./syntax.ts";

/** Words that stand for no speaker of their own. */
const NOBODY = new Set([
  "anyone",
  "anybody",
  "nobody",
  "everyone",
  "everybody",
  "whoever",
  "there",
  "this",
  "that",
  "which",
  "what",
  "these",
  "those",
]);

/** Who says what a verb reports, as phrases of the text; empty where the text names nobody. */
export function sourcesOf(syntax: Syntax, verb: number): readonly Phrase[] {
  const clause = syntax.clauseOf.get(verb);
  const quoted = quotedAsSaying(syntax, verb);
  if (quoted.length > 0) return quoted;
  const beside = speakerAfterWith(syntax, verb);
  if (beside) return [beside];
  if (isReportingParticiple(syntax, verb)) {
    const above = governingCue(syntax, verb);
    if (above !== undefined) return sourcesOf(syntax, above);
  }
  const between = asideSpeaker(syntax, verb) ?? apposedSpeaker(syntax, verb) ?? apposedBefore(syntax, verb);
  if (between) return [between];
  const joined = joinedTo(syntax, verb);
  if (joined !== undefined) return sourcesOf(syntax, joined);
  const agents = (clause?.agents ?? []).filter((phrase) => !isTemporal(syntax, phrase));
  const nearest = ownSubject(syntax, verb);
  // "a truce which the minister says …": of two subjects the nearer one speaks.
  const [first] = agents;
  const isNearer =
    first &&
    nearest &&
    nearest.start > first.end &&
    nearest.end <= syntax.doc.start[verb]! &&
    // "Agron, the largest of them, said": one speaker, told twice.
    !/^,\s*(?:an?|the|its|his|her|their)?\s*$/u.test(syntax.doc.text.slice(first.end, nearest.start));
  if (isNearer && !agents.some(({ head }) => head === nearest.head)) return [nearest];
  if (first && isNobody(syntax, first) && nearest) return [nearest];
  if (agents.length > 0) return agents.map((phrase) => completed(syntax, phrase, verb));
  if (nearest) return [nearest];
  const introduced =
    introducedBefore(syntax, verb) ??
    opening(syntax, verb) ??
    openingBeforeAside(syntax, verb) ??
    nameBehind(syntax, verb);
  if (introduced) return [introduced];
  const above = syntax.doc.head[verb]!;
  // "…, and farmers have been advised to wait": who is advised says nothing.
  const isOwn = dependent(syntax, verb, "nsubj:pass") !== undefined;
  return deprelOf(syntax.doc, verb) === "conj" && above >= 0 && !isOwn
    ? (syntax.clauseOf.get(above)?.agents ?? [])
    : [];
}

/** The one or two words before a verb at the start of a sentence, where the syntax saw no subject in them. */
function opening({ doc }: Syntax, verb: number): Phrase | undefined {
  const first = doc.sentences[doc.sentence[verb]!]!;
  if (verb === first) return undefined;
  if (verb - first > 2) return openingPhrase(doc, first, verb);
  for (let token = first; token < verb; token++) {
    if (!/^\p{Lu}/u.test(wordOf(doc, token)) || /^(?:ADP|SCONJ|VERB|AUX|DET)$/u.test(uposOf(doc, token)))
      return undefined;
  }
  return { start: doc.start[first]!, end: doc.end[verb - 1]!, head: verb - 1 };
}

/** "The Agronese side alleges": a noun phrase at the start of a sentence, right before a finite verb. */
function openingPhrase(doc: Syntax["doc"], first: number, verb: number): Phrase | undefined {
  if (verb - first > 5 || !/^VB[DPZ]$/u.test(xposOf(doc, verb))) return undefined;
  for (let token = first; token < verb; token++)
    if (!/^(?:DET|ADJ|NOUN|PROPN|PART)$/u.test(uposOf(doc, token))) return undefined;
  const isNominal = uposOf(doc, first) === "DET" && /^(?:NOUN|PROPN)$/u.test(uposOf(doc, verb - 1));
  return isNominal ? { start: doc.start[first]!, end: doc.end[verb - 1]!, head: verb - 1 } : undefined;
}

/** "The envoy, Vera Moll, warned of …" where the syntax saw no more than a noun phrase: the noun at its root speaks. */
export function introducedBefore(syntax: Syntax, verb: number): Phrase | undefined {
  const { doc } = syntax;
  const above = doc.head[verb]!;
  if (above < 0 || above > verb || doc.head[above]! >= 0 || !/^VB[DN]$/u.test(xposOf(doc, verb)))
    return undefined;
  if (!/^(?:NOUN|PROPN)$/u.test(uposOf(doc, above))) return undefined;
  if (wordOf(doc, verb - 1) === ",") return plainPhrase(syntax, above);
  const stands = deprelOf(doc, verb) === "acl" && isVerbless(syntax, verb) && above < verb;
  return stands ? { ...rangeUpTo(syntax, above, verb), head: above } : undefined;
}

/** True for a sentence without any finite verb but what hangs on this one. */
function isVerbless({ doc, tree }: Syntax, verb: number): boolean {
  const last = doc.sentences[doc.sentence[verb]! + 1]!;
  for (let token = doc.sentences[doc.sentence[verb]!]!; token < last; token++) {
    const isInside = token >= tree.left[verb]! && token < tree.right[verb]!;
    if (!isInside && /^VB[DPZ]$|^MD$/u.test(xposOf(doc, token))) return false;
  }
  return true;
}

/** From the first word of a noun's phrase up to a verb behind it. */
function rangeUpTo({ doc, tree }: Syntax, noun: number, verb: number): { start: number; end: number } {
  return { start: doc.start[tree.left[noun]!]!, end: doc.end[verb - 1]! };
}

/**
 * "She denied that … and said …": the reporting verb before it whose subject a finite verb shares, where "and" or
 * "but" leads to it without a subject of its own.
 */
export function joinedTo(syntax: Syntax, verb: number): number | undefined {
  const { doc } = syntax;
  if (!hasTense(syntax, verb)) return undefined;
  let before = verb - 1;
  while (before > 0 && /^(?:AUX|ADV|PART)$/u.test(uposOf(doc, before))) before--;
  if (uposOf(doc, before) !== "CCONJ") return undefined;
  const above = doc.head[verb]!;
  // "He noted that they go on, and added …": what is noted speaks too, but the syntax joined the outer verb.
  const isJoined = deprelOf(doc, verb) === "conj" && above >= 0 && above < before;
  if (isJoined && uposOf(doc, above) === "VERB" && isReporting(syntax, above) && hasTense(syntax, above))
    return (syntax.clauseOf.get(above)?.passive ?? false) ? undefined : above;
  const first = doc.sentences[doc.sentence[verb]!]!;
  for (let token = before - 1; token >= first; token--) {
    if (uposOf(doc, token) !== "VERB" || !hasTense(syntax, token) || !isReporting(syntax, token)) continue;
    return (syntax.clauseOf.get(token)?.passive ?? false) ? undefined : token;
  }
  return undefined;
}

/** "appealed to both sides and hinted that …": a past tense behind "and" that was taken for a participle. */
export function isPastBehindAnd({ doc }: Syntax, verb: number): boolean {
  if (xposOf(doc, verb) !== "VBN" || !/^(?:and|but)$/u.test(wordOf(doc, verb - 1))) return false;
  if (wordOf(doc, verb + 1) === "by") return false;
  const first = doc.sentences[doc.sentence[verb]!]!;
  for (let token = verb - 2; token > first; token--) {
    if (/^(?:be|have|get)$/u.test(lemmaOf(doc, token))) return false;
    if (uposOf(doc, token) === "VERB" && xposOf(doc, token) === "VBD") return true;
  }
  return false;
}

/** "said", "says", "has said", "had said". */
function hasTense(syntax: Syntax, verb: number): boolean {
  const { doc } = syntax;
  if (/^VB[DPZ]$/u.test(xposOf(doc, verb))) return true;
  let before = verb - 1;
  while (before > 0 && uposOf(doc, before) === "ADV") before--;
  return xposOf(doc, verb) === "VBN" && (lemmaOf(doc, before) === "have" || isPastBehindAnd(syntax, verb));
}

export function isReporting(syntax: Syntax, verb: number): boolean {
  const frames = framesOf(verbLemma(syntax, verb));
  return frames !== undefined && [...frames.values()].some((speech) => speech !== "think");
}

/** Between "quoted" and "as saying" stands no more than who quotes. */
const QUOTING_REACH = 12;

/** "was quoted (by the radio) as saying": whoever is quoted says it. */
export function quotedAsSaying(syntax: Syntax, verb: number): readonly Phrase[] {
  const { doc, clauseOf } = syntax;
  if (xposOf(doc, verb) !== "VBG" || wordOf(doc, verb - 1).toLowerCase() !== "as") return [];
  const first = Math.max(doc.sentences[doc.sentence[verb]!]!, verb - QUOTING_REACH);
  for (let token = verb - 2; token >= first && uposOf(doc, token) !== "PUNCT"; token--) {
    const quoted = clauseOf.get(token);
    if (!quoted) continue;
    if (!quoted.passive || !/^(?:quote|cite|report)$/u.test(quoted.lemma)) return [];
    const subject = dependent(syntax, token, "nsubj:pass");
    return quoted.patients.length > 0 || subject === undefined
      ? quoted.patients
      : [plainPhrase(syntax, subject)];
  }
  return [];
}

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
    // "… said in a note that did not assign blame": the note goes on.
    const isOfNote = uposOf(doc, from) === "ADP" && uposOf(doc, token - 1) === "NOUN";
    if (isOfNote && /^(?:that|which)$/u.test(wordOf(doc, token))) return true;
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

function ownSubject(syntax: Syntax, verb: number): Phrase | undefined {
  const subjects = childrenOf(syntax.tree, verb)
    .filter((child) => deprelOf(syntax.doc, child) === "nsubj")
    .map((child) => plainPhrase(syntax, child))
    .filter((phrase) => !isTemporal(syntax, phrase) && !isNobody(syntax, phrase));
  return subjects.at(-1);
}

/** A phrase behind a preposition, or a day, taken for a subject: "and on Friday insisted". */
export function isTemporal(syntax: Syntax, { head }: Phrase): boolean {
  return /^(?:on|in|at|during)$/u.test(prepositionOf(syntax, head)) || DAY.test(wordOf(syntax.doc, head));
}

const DAY =
  /^(?:week|weekend|month|year|day|morning|evening|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow)$/iu;

/** "An official close to the palace", where the syntax cut the noun off: the phrase from its article on. */
function withNoun({ doc, tree }: Syntax, phrase: Phrase): Phrase | undefined {
  const noun = phrase.head - 1;
  if (uposOf(doc, phrase.head) !== "ADJ" || tree.left[phrase.head] === undefined || noun < 1)
    return undefined;
  const first = tree.left[noun]!;
  const isCut = doc.end[noun]! + 1 === phrase.start || doc.start[noun]! === phrase.start;
  if (!isCut || first === noun || !/^(?:an?|one|another|the)$/iu.test(wordOf(doc, first))) return undefined;
  return { start: doc.start[first]!, end: doc.end[tree.right[phrase.head]! - 1]!, head: noun };
}

/** "the palace official" where the last word was not seen as a noun: the phrase up to the verb. */
function completed(syntax: Syntax, phrase: Phrase, verb: number): Phrase {
  const { doc } = syntax;
  const whole = withNoun(syntax, phrase);
  if (whole) return whole;
  let last = verb - 1;
  while (
    last > phrase.head &&
    /^(?:AUX|ADV|PART)$/u.test(uposOf(doc, last)) &&
    deprelOf(doc, last) !== "nsubj"
  )
    last--;
  const isNext = last > phrase.head && doc.end[last - 1]! === phrase.end && uposOf(doc, last) === "ADJ";
  return isNext ? { start: phrase.start, end: doc.end[last]!, head: last } : phrase;
}

/** "…, adding that …": said by whoever said what stands before. */
export function isReportingParticiple({ doc, clauseOf }: Syntax, verb: number): boolean {
  if (xposOf(doc, verb) !== "VBG" || clauseOf.get(verb)?.mood !== "participle") return false;
  const relation = deprelOf(doc, verb);
  return relation === "advcl" || relation === "conj" || /^[,—–]$/u.test(wordOf(doc, verb - 1));
}

/** The nearest reporting verb above that has a subject, within the sentence. */
export function governingCue(syntax: Syntax, verb: number): number | undefined {
  const { doc } = syntax;
  for (let above = doc.head[verb]!, steps = 0; above >= 0 && steps < 16; above = doc.head[above]!, steps++) {
    if (isReportingParticiple(syntax, above)) continue;
    const speaks =
      (syntax.clauseOf.get(above)?.agents.length ?? 0) > 0 || introducedBefore(syntax, above) !== undefined;
    if (isReporting(syntax, above) && speaks) return above;
  }
  return undefined;
}

/** True where the phrase can only stand for a thing or for what was said before. */
export function isNobody({ doc }: Syntax, phrase: Phrase): boolean {
  return NOBODY.has(wordOf(doc, phrase.head).toLowerCase());
}

export function isFirstOrSecondPerson({ doc }: Syntax, phrase: Phrase): boolean {
  return /^(?:i|we|you|us|me)$/iu.test(wordOf(doc, phrase.head));
}

/** True for names and personal pronouns, which speak; a common noun may be a thing. */
export function isNamed({ doc }: Syntax, phrase: Phrase): boolean {
  const tag = uposOf(doc, phrase.head);
  return tag === "PROPN" || (tag === "PRON" && !NOBODY.has(lemmaOf(doc, phrase.head)));
}

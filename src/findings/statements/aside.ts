import { childrenOf } from "../../language/clauses/tree.ts";
import { deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Range } from "../../record/span.ts";
import type { Option } from "./content.ts";
import { framesOf } from "./lexicon.ts";
import { apposedSpeaker, asideSpeaker, isTemporal } from "./source.ts";
import { dependent, plainPhrase, rangeOf, type Syntax, tokenFrom } from "./syntax.ts";

/** "The plan, the minister said, is dead": the verb hangs on what it reports. Also "…, as the minister said". */
export function* governing(syntax: Syntax, verb: number): Iterable<Option> {
  const { doc, tree } = syntax;
  const above = doc.head[verb]!;
  if (above < 0) return;
  const relation = deprelOf(doc, verb);
  const opening = asBefore(syntax, verb);
  if (relation !== "parataxis" && opening === undefined) return;
  const left = opening ?? tree.left[verb]!;
  const right = tree.right[verb]!;
  const top = clauseAbove(syntax, above);
  const outerLeft = tree.left[top]!;
  const outerRight = tree.right[top]!;
  const beyond = (token: number) => token >= outerRight || onlyMarks(syntax, token, outerRight);
  if (beyond(right) && outerLeft < left) {
    yield { ...rangeOf(doc, outerLeft, left), frame: "that", head: above };
  } else if (onlyMarks(syntax, outerLeft, left) && right < outerRight) {
    yield { ...rangeOf(doc, right, outerRight), frame: "that", head: above };
  } else if (outerLeft < left && right < outerRight) {
    yield { ...rangeOf(doc, outerLeft, outerRight), frame: "that", head: above };
  }
}

/** The "as" of "as the minister said", "as stated by the minister". */
export function asBefore(syntax: Syntax, verb: number): number | undefined {
  const { doc, tree } = syntax;
  if (xposOf(doc, verb) === "VBN" && dependent(syntax, verb, "obl:agent", "nsubj") === undefined)
    return undefined;
  for (const token of [tree.left[verb]!, verb - 1]) {
    if (token >= 0 && wordOf(doc, token).toLowerCase() === "as" && xposOf(doc, verb) !== "VBG") return token;
  }
  return undefined;
}

/**
 * "…, the minister said on Friday", "…, said the minister, …": the cue stands alone behind a comma, whatever the
 * syntax made of it. What is said runs from the start of the sentence, and on behind the cue where the part before
 * it is no sentence yet.
 */
export function* aside(syntax: Syntax, verb: number): Iterable<Option> {
  const { doc, tree } = syntax;
  const sentence = doc.sentence[verb]!;
  const first = doc.sentences[sentence]!;
  const end = doc.sentences[sentence + 1]!;
  const subject = dependent(syntax, verb, "nsubj");
  const speaker = asideSpeaker(syntax, verb) ?? apposedSpeaker(syntax, verb);
  // "A war has been claiming soldiers' lives": a verb with a subject before it and a thing behind it is no aside.
  const object = dependent(syntax, verb, "obj");
  const hasThing = object !== undefined && object > verb && uposOf(doc, object) === "NOUN";
  if (hasThing && subject !== undefined && subject < verb && speaker === undefined) return;
  const named = speaker && nounBefore(syntax, speaker);
  if (named) return yield named;
  if (speaker && isObjectRelative(syntax, verb, speaker)) return;
  let left = subject === undefined ? verb : Math.min(tree.left[subject]!, verb);
  if (speaker) left = tokenFrom(doc, speaker.start);
  while (left - 1 > first && /^(?:ADV|AUX)$/u.test(uposOf(doc, left - 1))) left--;
  if (left - 2 < first || wordOf(doc, left - 1) !== ",") return;
  const hasSpeaker =
    subject !== undefined ||
    speaker !== undefined ||
    /^(?:DET|PROPN|NOUN|PRON|ADJ)$/u.test(uposOf(doc, verb + 1));
  if (!hasSpeaker || (subject !== undefined && subject < verb && hasObject(syntax, verb))) return;
  let right = verb + 1;
  while (right < end && !/^[,:;—–]$/u.test(wordOf(doc, right))) {
    // "… said in a note that did not assign blame": the rest tells more of the note.
    const isOfNote = uposOf(doc, verb + 1) === "ADP" && uposOf(doc, right - 1) === "NOUN";
    if (isOfNote && /^(?:that|which)$/u.test(wordOf(doc, right))) break;
    if (/^(?:VERB|AUX|SCONJ)$/u.test(uposOf(doc, right))) return;
    right++;
  }
  const lead = /^(?:but|and|so|yet|still|however)$/iu.test(wordOf(doc, first)) ? first + 1 : first;
  const isWhole =
    (hasMainVerb(syntax, lead, left - 1) && !isInverted(syntax, lead)) ||
    (speaker !== undefined && wordOf(doc, verb + 1) !== ",");
  const goesOn = right < end - 2 && wordOf(doc, right) === "," && carriesOn(syntax, right + 1, isWhole);
  if (goesOn) yield { ...rangeOf(doc, lead, end), frame: "that", head: doc.head[verb]! };
  else if (isWhole) yield { ...rangeOf(doc, lead, left - 1), frame: "that", head: doc.head[verb]! };
}

/** "Should they leave, …", "Had they waited, …": a condition without "if". */
function isInverted({ doc }: Syntax, first: number): boolean {
  return (
    /^(?:should|had|were)$/iu.test(wordOf(doc, first)) && /^(?:PRON|DET|PROPN)$/u.test(uposOf(doc, first + 1))
  );
}

/** "…, a charge the ministry denied": the noun between the comma and the speaker is what is said. */
function nounBefore({ doc }: Syntax, speaker: Range): Option | undefined {
  const first = tokenFrom(doc, speaker.start);
  let left = first;
  while (/^(?:DET|ADJ|NOUN)$/u.test(uposOf(doc, left - 1))) left--;
  if (left === first || uposOf(doc, first - 1) !== "NOUN" || wordOf(doc, left - 1) !== ",") return undefined;
  return { ...rangeOf(doc, left, first), frame: "np", head: first - 1 };
}

/** "…, which it submitted in May": told of is a thing; "…, which it denies": what was said before. */
function isObjectRelative({ doc }: Syntax, verb: number, speaker: Range): boolean {
  if (!/^which$/iu.test(wordOf(doc, tokenFrom(doc, speaker.start)))) return false;
  const speech = framesOf(lemmaOf(doc, verb))?.get("that");
  return speech !== "deny" && speech !== "confirm";
}

/** "In May, Agron announced a pause, …": what is said stands right behind the cue. */
function hasObject(syntax: Syntax, verb: number): boolean {
  const object = dependent(syntax, verb, "obj");
  return (
    object !== undefined &&
    object > verb &&
    syntax.tree.left[object] === verb + 1 &&
    uposOf(syntax.doc, object) === "NOUN" &&
    !isTemporal(syntax, plainPhrase(syntax, object))
  );
}

/** Whether what stands behind an aside still belongs to what is said: its verb, or the main clause after "If …, she said,". */
function carriesOn({ doc }: Syntax, token: number, isWhole: boolean): boolean {
  if (uposOf(doc, token) === "AUX" || /^VB[DPZ]$|^MD$/u.test(xposOf(doc, token))) return true;
  // "The committee was ready, he said, to send them." "She had waited, she said, for an hour."
  if (
    isBareInfinitive(doc, token) ||
    /^(?:for|of|with|until|between|because|from|into)$/u.test(wordOf(doc, token))
  )
    return true;
  return !isWhole && !addsToCue(doc, token);
}

function isBareInfinitive(doc: Syntax["doc"], token: number): boolean {
  return xposOf(doc, token) === "TO" && xposOf(doc, token + 1) === "VB";
}

function addsToCue(doc: Syntax["doc"], token: number): boolean {
  return (
    /^(?:VERB|SCONJ|CCONJ)$/u.test(uposOf(doc, token)) ||
    /^(?:who|which|where|when|as|according)$/iu.test(wordOf(doc, token))
  );
}

/** Whether a stretch holds a finite verb of its own, not only inside "if …" or "when …". */
function hasMainVerb({ doc, tree }: Syntax, first: number, last: number): boolean {
  for (let token = first; token < last; token++) {
    if (!/^(?:VERB|AUX|ADJ|NOUN)$/u.test(uposOf(doc, token))) continue;
    const children = childrenOf(tree, token);
    const isClause = children.some(
      (child) => /^nsubj|^expl|^csubj/u.test(deprelOf(doc, child)) && child >= first,
    );
    const isMarked = children.some((child) => deprelOf(doc, child) === "mark" && child >= first);
    const isRelative = /^acl/u.test(deprelOf(doc, token));
    if (isClause && !isMarked && !isRelative) return true;
  }
  return false;
}

/** The predicate of the whole clause around a token: up to a conjunct or the root. */
export function clauseAbove({ doc }: Syntax, token: number): number {
  let at = token;
  while (doc.head[at]! >= 0 && deprelOf(doc, at) !== "parataxis" && !isConjunctClause(doc, at))
    at = doc.head[at]!;
  return at;
}

function isConjunctClause(doc: Syntax["doc"], token: number): boolean {
  return (
    deprelOf(doc, token) === "conj" &&
    uposOf(doc, token) === "VERB" &&
    uposOf(doc, doc.head[token]!) === "VERB"
  );
}

function onlyMarks({ doc }: Syntax, first: number, last: number): boolean {
  for (let token = first; token < last; token++) if (uposOf(doc, token) !== "PUNCT") return false;
  return true;
}

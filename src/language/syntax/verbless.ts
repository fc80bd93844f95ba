/**
 * Sentences that lost their verb: "Norvia donated tents." with the verb taken for a participle before its object. A
 * whole sentence has a finite verb; where the tree has none and a participle stands between two nouns, that is it.
 */
import { type Doc, deprelOf, UPOS, uposOf, wordOf, xposOf } from "../doc.ts";

const VERB = UPOS.indexOf("VERB");
/** The object's head is no farther from the verb than this. */
const REACH = 10;

/** Mends the columns of a text in place; linear in its tokens. */
export function mendVerbless(doc: Doc): void {
  const past = doc.xposNames.indexOf("VBD");
  for (let s = 0; s + 1 < doc.sentences.length; s += 1) {
    const [first, last] = [doc.sentences[s]!, doc.sentences[s + 1]!];
    const verb = lostVerb(doc, first, last);
    if (verb < 0) continue;
    doc.xpos[verb] = past;
    doc.upos[verb] = VERB;
    hang(doc, first, last, verb);
  }
}

/** The participle of a sentence that has no other verb to be its root, or -1. */
function lostVerb(doc: Doc, first: number, last: number): number {
  if (last - first < 4 || !/^[.!?]$/.test(wordOf(doc, last - 1))) return -1;
  let found = -1;
  for (let i = first; i < last; i += 1) {
    const relation = deprelOf(doc, i);
    const upos = uposOf(doc, i);
    if (doc.head[i] === -1 && upos !== "NOUN" && upos !== "PROPN" && upos !== "NUM") return -1;
    if (/^(?:cop|aux|expl)/.test(relation)) return -1;
    const finite = /^(?:VBD|VBZ|VBP|MD)$/.test(xposOf(doc, i));
    if (finite && !/^(?:acl:relcl|advcl|amod)$/.test(relation)) return -1;
    if (found < 0 && isBetweenNouns(doc, first, i)) found = i;
  }
  return found;
}

function isBetweenNouns(doc: Doc, first: number, i: number): boolean {
  if (deprelOf(doc, i) !== "amod" || !/^(?:VBN|VBD)$/.test(xposOf(doc, i)) || i === first) return false;
  const object = doc.head[i]!;
  if (object <= i || object - i > REACH) return false;
  const before = uposOf(doc, i - 1);
  return (before === "NOUN" || before === "PROPN") && uposOf(doc, i + 1) !== "ADP";
}

/** Makes the verb the root, and hangs on it what stood beside the nouns. */
function hang(doc: Doc, first: number, last: number, verb: number): void {
  const label = (name: string) => Math.max(0, doc.deprelNames.indexOf(name));
  let object = doc.head[verb]!;
  while (doc.head[object]! > verb) object = doc.head[object]!;
  const tops: number[] = [];
  for (let i = first; i < last; i += 1) {
    const above = doc.head[i]!;
    if (i === verb || i === object) continue;
    if (i < verb ? above === -1 || above >= verb : above < verb) tops.push(i);
  }
  doc.head[verb] = -1;
  doc.deprel[verb] = label("root");
  doc.head[object] = verb;
  doc.deprel[object] = label("obj");
  let subject = -1;
  for (const top of tops) {
    const cased = hasCase(doc, top, first);
    const nominal = /^(?:NOUN|PROPN|PRON|NUM)$/.test(uposOf(doc, top));
    if (top < verb && deprelOf(doc, top) === "case") {
      // "on Saturday": the preposition of the noun after it, wherever the tree had it.
      const noun = tops.find((other) => other > top && other < verb && deprelOf(doc, other) !== "case");
      doc.head[top] = noun ?? verb;
      if (noun !== undefined) doc.deprel[noun] = label("obl");
      continue;
    }
    doc.head[top] = verb;
    if (top > verb)
      doc.deprel[top] = label(nominal ? "obl" : uposOf(doc, top) === "VERB" ? "advcl" : deprelOf(doc, top));
    else if (nominal && !cased && subject < 0 && deprelOf(doc, top) !== "obl") {
      subject = top;
      doc.deprel[top] = label("nsubj");
      freeOpening(doc, first, top, verb, label("obl"));
    } else if (nominal) doc.deprel[top] = label("obl");
  }
}

/** "In a rare move, police …": what stands before a comma belongs to the verb, not to its subject. */
function freeOpening(doc: Doc, first: number, subject: number, verb: number, oblique: number): void {
  for (let i = first; i < subject; i += 1) {
    if (doc.head[i] !== subject || !/^(?:NOUN|PROPN)$/.test(uposOf(doc, i)) || !hasCase(doc, i, first))
      continue;
    if (wordOf(doc, i + 1) !== ",") continue;
    doc.head[i] = verb;
    doc.deprel[i] = oblique;
  }
}

function hasCase(doc: Doc, token: number, first: number): boolean {
  for (let i = token - 1; i >= first && token - i < 6; i -= 1)
    if (doc.head[i] === token && deprelOf(doc, i) === "case" && wordOf(doc, i) !== "'s") return true;
  return false;
}

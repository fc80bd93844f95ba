/**
 * Days between subject and verb, as American news sets them: "The government Friday condemned it", "Odo Lund Monday said".
 * The parser takes such a day for the subject, or for a part of the name.
 */
import { type Doc, deprelOf, uposOf, wordOf, xposOf } from "../doc.ts";

const DAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;
/** Words that make a day a name, or have it after them. */
const BEFORE =
  /^(?:on|last|next|this|every|each|by|until|since|of|for|and|or|good|black|super|bloody|ash|holy|easter|palm|maundy)$/i;
const ADVERBS = 2;
const REACH = 12;

/** Mends the columns of a text in place; linear in its tokens. */
export function mendDays(doc: Doc): void {
  const found: [day: number, verb: number][] = [];
  for (let i = 1; i + 1 < doc.size; i += 1) {
    if (!DAY.test(wordOf(doc, i))) continue;
    if (isBeforeObject(doc, i)) doc.deprel[i] = Math.max(0, doc.deprelNames.indexOf("obl:unmarked"));
    if (!isAfterNoun(doc, i)) continue;
    const verb = verbAfter(doc, i);
    if (verb >= 0) found.push([i, verb]);
  }
  // The tree is read before anything is changed.
  const moves = found.flatMap(([day, verb]) => movesFor(doc, day, verb));
  for (const [token, head, relation] of moves) {
    doc.head[token] = head;
    doc.deprel[token] = Math.max(0, doc.deprelNames.indexOf(relation));
  }
}

/** "Deplored Friday the attacks": taken for an object, with the object right behind it. */
function isBeforeObject(doc: Doc, day: number): boolean {
  if (deprelOf(doc, day) !== "obj" || doc.head[day] !== day - 1 || uposOf(doc, day - 1) !== "VERB")
    return false;
  return (
    doc.sentence[day + 1] === doc.sentence[day] &&
    /^(?:DET|ADJ|NUM|PRON|SCONJ|PROPN|NOUN)$/.test(uposOf(doc, day + 1))
  );
}

function isAfterNoun(doc: Doc, day: number): boolean {
  if (doc.sentence[day - 1] !== doc.sentence[day] || BEFORE.test(wordOf(doc, day - 1))) return false;
  const tag = uposOf(doc, day - 1);
  return tag === "NOUN" || tag === "PROPN";
}

/** The finite verb that follows a day, adverbs and auxiliaries between them, or -1. */
function verbAfter(doc: Doc, day: number): number {
  let at = day + 1;
  while (at < doc.size && at <= day + ADVERBS && uposOf(doc, at) === "ADV") at += 1;
  if (at >= doc.size || doc.sentence[at] !== doc.sentence[day]) return -1;
  if (/^VB[DZP]$/.test(xposOf(doc, at)) && uposOf(doc, at) === "VERB") return at;
  if (uposOf(doc, at) !== "AUX") return -1;
  const verb = doc.head[at]!;
  return verb > at && verb - at < REACH ? verb : -1;
}

/** What hangs where once the day is a time of the verb: [token, head, relation]. */
function movesFor(doc: Doc, day: number, verb: number): [number, number, string][] {
  const relation = deprelOf(doc, day);
  const above = doc.head[day]!;
  const time: [number, number, string] = [day, verb, "obl:unmarked"];
  const children = childrenOf(doc, day);
  if (relation.startsWith("nsubj")) {
    const owned = children.filter((child) => child < day);
    const isTwice = childrenOf(doc, above).some(
      (child) => child < day && deprelOf(doc, child).startsWith("nsubj"),
    );
    if (isTwice) return [time];
    // "Belmark's forces Friday": the noun before it is the subject, and has what hung on the day.
    const subject = owned.at(-1) ?? -1;
    if (subject !== day - 1) return [];
    const rest = owned
      .filter((child) => child !== subject)
      .map((child): [number, number, string] => [child, subject, deprelOf(doc, child)]);
    return [time, [subject, above, relation], ...rest];
  }
  const isInName = /^(?:flat|appos|compound|nmod|conj|dep)/.test(relation) && above >= 0 && above < day;
  return isInName && children.length === 0 ? [time] : [];
}

/** What hangs on a token of the same sentence; the tree of a text is made only once its columns are mended. */
function childrenOf(doc: Doc, token: number): number[] {
  const found: number[] = [];
  const last = doc.sentences[doc.sentence[token]! + 1]!;
  for (let i = doc.sentences[doc.sentence[token]!]!; i < last; i += 1)
    if (doc.head[i] === token) found.push(i);
  return found;
}

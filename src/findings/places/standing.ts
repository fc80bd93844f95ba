/** How a name stands in its sentence: as somewhere that things are or go, or as somebody who acts. */
import { type Doc, deprelOf, lemmaOf, uposOf, wordOf, xposOf } from "../../language/doc.ts";
import type { Name } from "../../language/name.ts";

/**
 * `located`: "in Velden", "flew to Velden", a dateline.
 * `acting`: "Agron agreed", "with Agron", "Agron's offer".
 * `titling`: inside somebody's title, "Agron President Odo Lund".
 * `modifying`: before a noun, "the Agron talks".
 */
export type Standing = "located" | "acting" | "titling" | "modifying";

const WHERE = new Set(
  "in at near outside inside within across throughout around into toward towards through beyond along off over onto via above below beneath".split(
    " ",
  ),
);
const MOTION = new Set(
  "travel go fly come return arrive head move drive sail trip visit journey flight deploy carry bring take send transfer deliver ship evacuate deport withdraw flee invite route way road back advance trek tour dispatch summon pull retreat".split(
    " ",
  ),
);
const FROM = new Set(
  "withdraw withdrawal retreat flee travel come return arrive fly pull evacuate leave report move drive depart deport expel release transfer exit broadcast speak pullout kilometre kilometer mile km".split(
    " ",
  ),
);
/** Verbs whose object is a place that is gone to. */
const GOES = new Set(
  "visit reach leave enter tour quit depart host approach besiege shell bomb capture".split(" "),
);

/** Token of the name that the rest hang on. */
export function headOf(doc: Doc, first: number, last: number): number {
  for (let i = first; i < last; i += 1) {
    const head = doc.head[i]!;
    if (head < first || head >= last) return i;
  }
  return last - 1;
}

/** The preposition that stands before a token's phrase, in small letters, or "". */
export function prepositionOf(doc: Doc, head: number): string {
  const floor = doc.sentences[doc.sentence[head]!]!;
  for (let i = head - 1; i >= floor && head - i < 12; i -= 1)
    if (doc.head[i] === head && deprelOf(doc, i) === "case" && xposOf(doc, i) !== "POS")
      return wordOf(doc, i).toLowerCase();
  return "";
}

/** A conjunct stands as the first of its list does. */
function firstOfList(doc: Doc, head: number): number {
  let at = head;
  for (let step = 0; step < 8 && deprelOf(doc, at) === "conj" && doc.head[at]! >= 0; step += 1) {
    if (uposOf(doc, doc.head[at]!) === "VERB" || prepositionOf(doc, at) !== "") return at;
    at = doc.head[at]!;
  }
  return at;
}

/** 1 for the tokens that stand in somebody's title. */
export function titleTokens(doc: Doc, names: readonly Name[]): Uint8Array {
  const titled = new Uint8Array(doc.size);
  for (const { title, first, last } of names) {
    if (title === undefined) continue;
    const step = title.start < doc.start[first]! ? -1 : 1;
    for (let i = step < 0 ? first - 1 : last; i >= 0 && i < doc.size; i += step) {
      if (step < 0 ? doc.end[i]! <= title.start : doc.start[i]! >= title.end) break;
      if (doc.start[i]! >= title.start && doc.end[i]! <= title.end) titled[i] = 1;
    }
  }
  return titled;
}

export function standingOf(doc: Doc, name: Name, titled: Uint8Array): Standing {
  if (titled[name.first] === 1) return "titling";
  if (isDateline(doc, name)) return "located";
  const own = headOf(doc, name.first, name.last);
  const head = firstOfList(doc, own);
  const relation = deprelOf(doc, head);
  const above = doc.head[head]!;
  if (hasPossessive(doc, name)) return "acting";
  if (relation === "appos" || relation === "nmod:unmarked") {
    if (wordOf(doc, name.first - 1) === ",")
      return above >= 0 && /^\p{Lu}/u.test(wordOf(doc, above)) ? "located" : "acting";
  }
  if (relation === "compound" || relation === "amod" || relation === "nmod:desc") return "modifying";
  const preposition = prepositionOf(doc, head);
  const lemma = above >= 0 ? lemmaOf(doc, above) : "";
  if (WHERE.has(preposition)) return "located";
  if (preposition === "to" && MOTION.has(lemma)) return "located";
  if (preposition === "from" && FROM.has(lemma)) return "located";
  if (
    preposition === "of" &&
    /^(?:city|town|capital|village|port|region|province|district|south|north|east|west|outskirts|suburb|centre|center)$/.test(
      lemma,
    )
  )
    return "located";
  if (relation === "obj" && GOES.has(lemma)) return "located";
  return "acting";
}

function hasPossessive(doc: Doc, name: Name): boolean {
  return (
    name.last < doc.size &&
    xposOf(doc, name.last) === "POS" &&
    doc.sentence[name.last] === doc.sentence[name.first]
  );
}

/** At the start of a line, in capitals or before a comma and a date, with a dash not far behind. */
export function isDateline(doc: Doc, name: Name): boolean {
  const { first } = name;
  let start = first;
  const floor = doc.sentences[doc.sentence[first]!]!;
  while (
    start > floor &&
    first - start < 10 &&
    !doc.text.slice(doc.end[start - 1], doc.start[start]).includes("\n")
  )
    start -= 1;
  if (start > 0 && !doc.text.slice(doc.end[start - 1], doc.start[start]).includes("\n")) return false;
  if (start === first && isDateAfter(doc, name.last)) return true;
  if (!/^[\p{Lu}\p{M}.'’-]{3,}$/u.test(wordOf(doc, start))) return false;
  for (let i = name.last; i < Math.min(doc.size, start + 16); i += 1)
    if (
      /^(?:-|--|—|–)$/.test(wordOf(doc, i)) &&
      doc.text.charAt(doc.start[i]! - 1) !== doc.text.charAt(doc.start[i]!)
    )
      return true;
  return false;
}

/** ", 5 June" or ", June 5", and the line ends or a dash or colon follows. */
function isDateAfter(doc: Doc, i: number): boolean {
  return /^,\s+(?:\d{1,2}\s+\p{Lu}\p{L}+|\p{Lu}\p{L}+\.?\s+\d{1,2})(?:,?\s+\d{4})?\s*(?:[—–:.-]|\n|$)/u.test(
    doc.text.slice(doc.end[i - 1], doc.end[i - 1]! + 40),
  );
}

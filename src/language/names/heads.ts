/** Organisations by the word that heads their names: "the Joint Ports Commission", and "the Commission" after it. */
import { type Doc, wordOf } from "../doc.ts";
import { NAME_CLASSES } from "./classes.ts";
import type { Cues } from "./cues.ts";
import type { Span } from "./recognise.ts";

const HEADS = ["organisation", "body", "party", "group"].reduce(
  (bits, name) => bits | (1 << (NAME_CLASSES as readonly string[]).indexOf(name)),
  0,
);
const WATERS = 1 << NAME_CLASSES.indexOf("sea");
const SITES = 1 << NAME_CLASSES.indexOf("site");
const LONGEST = 6;

/**
 * Spans with the head that the recogniser cut off, with organisations that it passed over inside a sentence, and with
 * the heads that stand alone for a longer name of the text.
 * @param titled 1 for the tokens of headings, where capitals say little
 */
export function withHeads(doc: Doc, cues: Cues, found: readonly Span[], titled: Uint8Array): Span[] {
  const covered = new Uint8Array(doc.size);
  const spans = withPossessed(doc, cues, found);
  const kept = spans.map((span): Span => {
    covered.fill(1, span.first, span.last);
    return span;
  });
  for (const [index, raw] of kept.entries()) {
    const span = withOf(doc, cues, covered, raw);
    if (span !== raw) covered.fill(1, span.first, span.last);
    kept[index] = span;
    const { last } = span;
    const isCut = span.kind === "organisation" && isFreeHead(doc, cues, covered, last, span.first);
    if (!isCut) continue;
    covered[last] = 1;
    kept[index] = { ...span, last: last + 1 };
  }
  const added: Span[] = [];
  const heads = new Set(
    kept.flatMap(({ first, last, kind }) =>
      kind === "organisation" && last - first > 1 && (cues.classes[last - 1]! & HEADS) !== 0
        ? [wordOf(doc, last - 1)]
        : [],
    ),
  );
  for (let i = 1; i < doc.size; i += 1) {
    if (titled[i] === 1 || cues.shouted[i] === 1 || !isFreeHead(doc, cues, covered, i, i - 1)) continue;
    if (/^the$/i.test(wordOf(doc, i - 1))) {
      if (heads.has(wordOf(doc, i)) && !isFollowedByName(doc, cues, i))
        added.push({ first: i, last: i + 1, kind: "organisation", score: 0.6 });
      continue;
    }
    const first = runBefore(doc, cues, covered, i);
    if (first < i && /^the$/i.test(articleBefore(doc, first)))
      added.push({ first, last: i + 1, kind: "organisation", score: 0.5 });
  }
  return added.length === 0 ? kept : [...kept, ...added].sort((a, b) => a.first - b.first);
}

/** Whose fronts, parties and unions are named after them. */
const OWNERS = /^(?:People|Women|Men|Children)$/u;

/** Where a head of a name stands behind "People's" or "Workers'": one past it; -1 where none does. */
function possessedEnd(doc: Doc, cues: Cues, owner: number): number {
  const mark = wordOf(doc, owner + 1);
  const isOwner = /^['’]s$/u.test(mark)
    ? OWNERS.test(wordOf(doc, owner))
    : /^['’]$/u.test(mark) && wordOf(doc, owner).endsWith("s");
  if (!isOwner || cues.capital[owner] === 0) return -1;
  let end = -1;
  for (let i = owner + 2; i < doc.size && i < owner + 2 + LONGEST && cues.capital[i] === 1; i += 1)
    if ((cues.classes[i]! & HEADS) !== 0) end = i + 1;
  return end;
}

/** "The Ostrel People's Front", "the Farmers' Union": one name, though an owner's mark stands in it. */
function withPossessed(doc: Doc, cues: Cues, spans: readonly Span[]): readonly Span[] {
  const whole: Span[] = [];
  for (let owner = 0; owner + 2 < doc.size; owner += 1) {
    if (cues.capital[owner] === 0) continue;
    const last = possessedEnd(doc, cues, owner);
    if (last < 0) continue;
    const before = spans.find((span) => span.first <= owner && owner < span.last);
    const floor = doc.sentences[doc.sentence[owner]!]!;
    let first = before?.first ?? owner;
    while (first > floor && cues.capital[first - 1] === 1 && owner - first < LONGEST && first - 1 > floor)
      first -= 1;
    whole.push({ first, last, kind: "organisation", score: 0.8 });
  }
  if (whole.length === 0) return spans;
  const isFree = (span: Span) => whole.every(({ first, last }) => span.last <= first || last <= span.first);
  return [...spans.filter(isFree), ...whole].sort((a, b) => a.first - b.first);
}

/** "The Bay of Velden", "the Palace of Justice": the word before or after "of" belongs to the name of the place. */
function withOf(doc: Doc, cues: Cues, covered: Uint8Array, span: Span): Span {
  const { first, last } = span;
  const isFree = (i: number) =>
    i >= 0 &&
    i < doc.size &&
    covered[i] === 0 &&
    cues.capital[i] === 1 &&
    doc.sentence[i] === doc.sentence[first];
  if (span.kind === "person" || span.kind === "work") return span;
  const head = first - 2;
  if (wordOf(doc, first - 1) === "of" && isFree(head) && (cues.classes[head]! & WATERS) !== 0)
    return { ...span, first: head, kind: "place", sure: true };
  const isBuilding = last - first === 1 && (cues.classes[first]! & SITES) !== 0;
  if (isBuilding && last + 1 < doc.size && wordOf(doc, last) === "of" && isFree(last + 1))
    return { ...span, last: last + 2, kind: "place", sure: true };
  return span;
}

/** A capitalised word that heads names of organisations, in no name yet and in the sentence of another token. */
function isFreeHead(doc: Doc, cues: Cues, covered: Uint8Array, i: number, beside: number): boolean {
  return (
    i < doc.size &&
    covered[i] === 0 &&
    cues.capital[i] === 1 &&
    (cues.classes[i]! & HEADS) !== 0 &&
    doc.sentence[i] === doc.sentence[beside]
  );
}

function isFollowedByName(doc: Doc, cues: Cues, i: number): boolean {
  const next = i + 1;
  if (next >= doc.size || doc.sentence[next] !== doc.sentence[i]) return false;
  return cues.capital[next] === 1 || /^(?:of|for)$/.test(wordOf(doc, next));
}

/** First token of the capitalised words before a head; adjectives of states and titles are no part of it. */
function runBefore(doc: Doc, cues: Cues, covered: Uint8Array, head: number): number {
  let first = head;
  const floor = doc.sentences[doc.sentence[head]!]!;
  while (
    first - 1 > floor &&
    head - first < LONGEST &&
    covered[first - 1] === 0 &&
    cues.capital[first - 1] === 1 &&
    cues.people[first - 1] === 0 &&
    (cues.title[first - 1]! & 7) === 0
  )
    first -= 1;
  return first;
}

/** The article before a name, one adjective between them allowed: "the eleven-nation Northern Compact". */
function articleBefore(doc: Doc, first: number): string {
  for (let i = first - 1, steps = 0; i >= 0 && steps < 4; i -= 1, steps += 1) {
    if (doc.sentence[i] !== doc.sentence[first]) return "";
    const word = wordOf(doc, i);
    if (/^the$/i.test(word)) return word;
    if (!/^(?:\p{Ll}+|-|\d+)$/u.test(word)) return "";
  }
  return "";
}

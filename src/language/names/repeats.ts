/** A name is one thing throughout a text: last names and other repeats take the kind of the surest mention. */
import { type Doc, wordOf, xposOf } from "../doc.ts";
import { type Cues, STATE } from "./cues.ts";
import type { CoarseKind, Span } from "./recognise.ts";
import { normalise } from "./spelling.ts";

/** First and last words of the full names of persons. */
export function calledOf(doc: Doc, spans: readonly Span[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { kind, first, last } of spans)
    if (kind === "person" && last - first > 1) found.add(wordOf(doc, first)).add(wordOf(doc, last - 1));
  return found;
}

/** Last names and other repeats take the kind of the full name. */
export function withRepeats(doc: Doc, cues: Cues, spans: readonly Span[]): Span[] {
  const votes = new Map<string, Map<CoarseKind, number>>();
  const vote = (key: string, kind: CoarseKind, weight: number) => {
    const own = votes.get(key) ?? new Map<CoarseKind, number>();
    own.set(kind, (own.get(kind) ?? 0) + weight);
    votes.set(key, own);
  };
  const phrase = (first: number, last: number) =>
    normalise(doc.text.slice(doc.start[first], doc.end[last - 1]));
  for (const span of spans) {
    if (cues.shouted[span.first] === 1) continue;
    vote(phrase(span.first, span.last), span.kind, span.sure ? 4 : 1 + span.score);
    if (span.kind === "person" && span.last - span.first > 1) {
      const particle =
        span.last - span.first > 2 &&
        cues.capital[span.last - 2] === 0 &&
        /^\p{Ll}+$/u.test(wordOf(doc, span.last - 2));
      const family = particle ? phrase(span.last - 2, span.last) : wordOf(doc, span.last - 1);
      if (family.length > 1 && (cues.listed[span.last - 1]! & STATE) === 0) vote(family, "person", 4);
    }
  }
  const best = (key: string): CoarseKind | undefined => {
    let top: CoarseKind | undefined;
    let most = 0;
    for (const [kind, weight] of votes.get(key) ?? [])
      if (weight > most) {
        most = weight;
        top = kind;
      }
    return top;
  };
  const covered = new Uint8Array(doc.size);
  const kept = spans.map((span): Span => {
    covered.fill(1, span.first, span.last);
    const kind = best(phrase(span.first, span.last));
    return kind === undefined || kind === span.kind ? span : { ...span, kind };
  });
  for (let i = 0; i < doc.size; i += 1) {
    if (covered[i] === 1 || cues.shouted[i] === 1) continue;
    if (cues.capital[i] !== 1 && (cues.begins[i] !== 1 || i + 1 >= doc.size || cues.capital[i + 1] !== 1))
      continue;
    for (let end = Math.min(doc.size, i + 6); end > i; end -= 1) {
      if (covered.subarray(i, end).includes(1) || doc.sentence[end - 1] !== doc.sentence[i]) continue;
      const kind = best(phrase(i, end));
      if (kind === undefined || (end === i + 1 && isWord(doc, cues, i))) continue;
      kept.push({ first: i, last: end, kind, score: 0.6 });
      covered.fill(1, i, end);
      break;
    }
  }
  return kept.sort((a, b) => a.first - b.first);
}

/** A capitalised word that the text also has in small letters, or that is short, may be no name here. */
function isWord(doc: Doc, cues: Cues, i: number): boolean {
  const tag = xposOf(doc, i);
  return (
    (cues.seen[i]! & 64) !== 0 ||
    doc.end[i]! - doc.start[i]! < 3 ||
    !(tag.startsWith("NN") || tag === "FW" || tag === "JJ")
  );
}

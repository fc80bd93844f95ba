/** "the League" after "the Northern Customs League": the last word of a long name stands for the whole. */
import { type Doc, wordOf } from "../doc.ts";
import type { Cues } from "./cues.ts";
import type { Span } from "./recognise.ts";

/** Last words of the organisations that are named in several words. */
export function shortNamesOf(doc: Doc, cues: Cues, spans: readonly Span[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { kind, first, last } of spans) {
    const word = wordOf(doc, last - 1);
    const isLong = last - first > 1 && cues.capital[first] === 1 && cues.capital[last - 1] === 1;
    if (kind === "organisation" && isLong && /^\p{Lu}\p{Ll}{3,}$/u.test(word)) found.add(word);
  }
  return found;
}

/** Spans with every short name that "the" stands before, each an organisation whatever it was taken for. */
export function withShortNames(
  doc: Doc,
  cues: Cues,
  spans: readonly Span[],
  short: ReadonlySet<string>,
): Span[] {
  if (short.size === 0) return [...spans];
  const covered = new Uint8Array(doc.size);
  const kept = spans.map((span): Span => {
    covered.fill(1, span.first, span.last);
    const isShort = span.last - span.first === 1 && short.has(wordOf(doc, span.first));
    return isShort && followsArticle(doc, span.first) ? { ...span, kind: "organisation" } : span;
  });
  for (let i = 0; i < doc.size; i += 1) {
    const isFree = covered[i] === 0 && cues.capital[i] === 1 && cues.capital[i + 1] !== 1;
    if (isFree && short.has(wordOf(doc, i)) && followsArticle(doc, i))
      kept.push({ first: i, last: i + 1, kind: "organisation", score: 0.7 });
  }
  return kept.sort((a, b) => a.first - b.first);
}

function followsArticle(doc: Doc, token: number): boolean {
  return token > 0 && wordOf(doc, token - 1).toLowerCase() === "the";
}

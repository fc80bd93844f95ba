import type { Doc } from "../language/doc.ts";
import type { Findings, Reading } from "../record/reading.ts";
import { overlap, type Range, spanAt } from "../record/span.ts";

/** Kinds that say something; that a sentence names an actor, a place or a date is not yet a finding about it. */
const TELLING = [
  "events",
  "statements",
  "positions",
  "proposals",
  "claims",
  "citations",
  "problems",
] as const;

/** How many sentences of prose there are, and those from which nothing was taken. */
export function coverageOf(text: string, doc: Doc, found: Findings): Reading["coverage"] {
  const taken: Range[] = TELLING.flatMap((kind) => found[kind].flatMap((finding) => [...finding.at])).sort(
    (a, b) => a.start - b.start,
  );
  const silent = [];
  const sentences = doc.sentences.length - 1;
  let from = 0;
  for (let s = 0; s < sentences; s++) {
    const first = doc.sentences[s]!;
    const last = doc.sentences[s + 1]! - 1;
    if (last < first) continue;
    const range = { start: doc.start[first]!, end: doc.end[last]! };
    // Spans nest but seldom reach far back, so the pointer only moves past those that end before this sentence.
    while (from < taken.length && taken[from]!.end <= range.start) from++;
    let isTaken = false;
    for (let i = from; i < taken.length && taken[i]!.start < range.end && !isTaken; i++) {
      isTaken = overlap(taken[i]!, range);
    }
    if (!isTaken) silent.push(spanAt(text, range.start, range.end));
  }
  return { sentences: Math.max(0, sentences), silent };
}

import { type Doc, lowerOf, uposOf } from "../../language/doc.ts";
import { isProse, type Report } from "../../record/report.ts";
import type { Range } from "../../record/span.ts";
import { quotationsIn } from "../../text/quotation.ts";
import type { Trouble } from "./trouble.ts";

/** Words in a row that count as the same wording. */
const RUN = 5;
/** Shortest sentence, in words, that is looked at. */
const SHORTEST = 10;
/** Share of a sentence's runs that an earlier one must hold. */
const SAME = 0.5;

/** A title that stands twice, and sentences that say again what an earlier one said in the same words. */
export function* repetitions(report: Report, doc: Doc): Iterable<Trouble> {
  yield* headings(report);
  yield* sentences(report, doc);
}

/** Repeats of one block that are shown; the rest are counted. */
const MOST_SHOWN = 20;

function* headings({ text, blocks }: Report): Iterable<Trouble> {
  const told = blocks.filter(({ kind }) => kind !== "furniture");
  const byWords = Map.groupBy(told, (block) => fold(text.slice(block.start, block.end)));
  for (const [words, [first, second, ...more]] of byWords) {
    if (words.length < 12 || first === undefined || second === undefined) continue;
    const isTitle = [first, second].some(({ kind }) => kind === "title" || kind === "heading");
    const times = more.length === 0 ? "twice" : `${more.length + 2} times`;
    yield {
      kind: "repetition",
      severity: "minor",
      at: { start: second.start, end: second.end },
      also: [first, ...more.slice(0, MOST_SHOWN)].map(({ start, end }) => ({ start, end })),
      description: `${isTitle ? "The title" : "This paragraph"} stands ${times}.`,
      by: "repetition: block",
      score: 0.9,
    };
  }
}

function fold(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function* sentences(report: Report, doc: Doc): Iterable<Trouble> {
  const { text, blocks } = report;
  const paragraphs = blocks.filter((block) => isProse(block) && block.kind !== "title");
  const quotations = quotationsIn(text, paragraphs);
  const seen = new Map<string, number>();
  let run: { first: Range; last: Range; of: Range; from: number } | undefined;
  for (let s = 0; s + 1 < doc.sentences.length; s++) {
    const range = { start: doc.start[doc.sentences[s]!]!, end: doc.end[doc.sentences[s + 1]! - 1]! };
    const quoted = quotations.some(({ start, end }) => start <= range.start && range.end <= end);
    const runs = quoted ? [] : runsOf(doc, doc.sentences[s]!, doc.sentences[s + 1]!);
    const before = runs.map((one) => seen.get(one)).filter((one) => one !== undefined);
    const repeats = runs.length >= SHORTEST - RUN && before.length >= runs.length * SAME;
    for (const one of runs) if (!seen.has(one)) seen.set(one, s);
    if (!repeats) {
      if (run) yield troubleOf(run);
      run = undefined;
      continue;
    }
    const first = before[0]!;
    // What is taken from another place is another repetition.
    if (run && first !== run.from + 1) {
      yield troubleOf(run);
      run = undefined;
    }
    const of = { start: doc.start[doc.sentences[first]!]!, end: doc.end[doc.sentences[first + 1]! - 1]! };
    run = run ? { ...run, last: range, from: first } : { first: range, last: range, of, from: first };
  }
  if (run) yield troubleOf(run);
}

function troubleOf({ first, last, of }: { first: Range; last: Range; of: Range }): Trouble {
  return {
    kind: "repetition",
    severity: "minor",
    at: { start: first.start, end: last.end },
    also: [of],
    description: "Says again, in much the same words, what stands earlier in the report.",
    by: "repetition: sentence",
    score: 0.7,
  };
}

/** The runs of words of a sentence, punctuation left out. */
function runsOf(doc: Doc, first: number, last: number): readonly string[] {
  const words: string[] = [];
  for (let token = first; token < last; token++) {
    if (uposOf(doc, token) !== "PUNCT") words.push(lowerOf(doc, token));
  }
  return words.slice(RUN - 1).map((_, i) => words.slice(i, i + RUN).join(" "));
}

import type { Citation } from "../../record/citation.ts";
import { isProse, type Report } from "../../record/report.ts";
import { contains, overlap, type Range, spanAt } from "../../record/span.ts";
import { type Context, extractor, finding } from "../extractor.ts";
import { type Credit, creditsOf, looseCredits } from "./credits.ts";
import { type Entry, readEntry } from "./entry.ts";
import { markersIn } from "./markers.ts";

const ADDRESS = /https?:\/\/[^\s<>"“”]+/gu;

/** Footnotes with what they name and where the text refers to them, addresses in the text, and credits to other media. */
export const citations = extractor({
  name: "citations",
  needs: ["actors", "statements"],
  makes: "citations",
  extract(context, { actors, statements }) {
    const { report } = context;
    const entries = [...footnotes(report), ...addresses(report)];
    const made = fromEntries(context, entries);
    const credits = withoutOverlap([
      ...creditsOf(report.text, statements, actors),
      ...looseCredits(report.text, actors),
    ]);
    for (const credit of credits) {
      const inProse = report.blocks.some((block) => isProse(block) && contains(block, credit));
      if (inProse && !isPublisher(report, credit.outlet)) made.push(fromCredit(context, credit));
    }
    return made.sort((a, b) => a.at[0].start - b.at[0].start);
  },
});

function footnotes({ text, blocks }: Report): readonly Entry[] {
  return blocks
    .filter(({ kind }) => kind === "footnote")
    .map(({ start, end }) => readEntry(text, { start, end }));
}

/** Addresses in the running text. */
function addresses({ text, blocks }: Report): readonly Entry[] {
  return blocks.filter(isProse).flatMap((block) =>
    [...text.slice(block.start, block.end).matchAll(ADDRESS)].map(({ 0: found, index }) => {
      const start = block.start + index;
      const url = found.replace(/[.,;:)\]]+$/u, "");
      const range = { start, end: start + url.length };
      return { ...range, url, urlAt: range };
    }),
  );
}

function fromEntries(context: Context, entries: readonly Entry[]): Citation[] {
  const { text, blocks } = context.report;
  const markers = markersIn(text, blocks);
  return entries.map((entry) => {
    const { start, end, marker, label, outlet, title, date, url } = entry;
    const marked = label === undefined ? [] : (markers.get(label) ?? []);
    return finding(context, "citations", [spanAt(text, start, end)], marker ?? url ?? "", {
      ...(outlet !== undefined && { outlet }),
      ...(title !== undefined && { title, for: title }),
      ...(date !== undefined && { date }),
      ...(url !== undefined && { url }),
      ...(marker !== undefined && { marker }),
      markedAt: marked.map((range) => spanAt(text, range.start, range.end)),
      modality: "asserted",
      by: marker === undefined ? "address in the text" : "footnote",
      score: 0.95,
    });
  });
}

function fromCredit(context: Context, credit: Credit): Citation {
  const { text } = context.report;
  return finding(context, "citations", [spanAt(text, credit.start, credit.end)], credit.outlet, {
    outlet: credit.outlet,
    ...(credit.for !== undefined && { for: credit.for }),
    ...(credit.date !== undefined && { date: credit.date }),
    markedAt: [],
    modality: "asserted",
    by: "credit in the text",
    score: 0.85,
  });
}

/** The first of credits that overlap. */
function withoutOverlap<T extends Range>(credits: readonly T[]): readonly T[] {
  const kept: T[] = [];
  for (const credit of credits) if (!kept.some((one) => overlap(one, credit))) kept.push(credit);
  return kept;
}

/** The publishing outlet does not cite itself. */
function isPublisher({ outlet }: Report, name: string): boolean {
  const plain = (words: string) => words.toLowerCase().replace(/^the\s+/u, "");
  return outlet !== undefined && plain(outlet.value) === plain(name);
}

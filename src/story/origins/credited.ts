/** To which outlets a report owes one of its findings. */
import type { Finding, Reading } from "../../record/reading.ts";
import { isProse } from "../../record/report.ts";
import { contains, type Range } from "../../record/span.ts";
import { namesIn, outletKey } from "./dependence.ts";

/** The first paragraph of a report is one that ends like a sentence; a line above it does not. */
const SENTENCE = /[.!?…]["”’)\]]*\s*$/;

const scopes = new WeakMap<
  Reading,
  { readonly lead: Range | undefined; readonly paragraphs: readonly Range[] }
>();

function scopeOf(reading: Reading): {
  readonly lead: Range | undefined;
  readonly paragraphs: readonly Range[];
} {
  const known = scopes.get(reading);
  if (known) return known;
  const paragraphs = reading.report.blocks.filter(
    (block) => isProse(block) && block.kind !== "title" && block.kind !== "heading" && block.kind !== "deck",
  );
  const made = {
    lead: paragraphs.find(({ start, end }) => SENTENCE.test(reading.report.text.slice(start, end))),
    paragraphs,
  };
  scopes.set(reading, made);
  return made;
}

/** Where a credit counts for a finding: the first paragraph, which speaks for the whole report, and its own. */
function placesFor(reading: Reading, { at: [quote] }: Finding): readonly Range[] {
  const { lead, paragraphs } = scopeOf(reading);
  const home = paragraphs.find((block) => block.start <= quote.start && quote.start < block.end);
  return [...new Set([...(lead ? [lead] : []), ...(home ? [home] : [])])];
}

/** Outlets that are cited for a finding, by key: a footnote counts where its mark stands. */
export function citedFor(reading: Reading, finding: Finding): ReadonlyMap<string, string> {
  const places = placesFor(reading, finding);
  const isHere = (spans: readonly Range[]) =>
    spans.some((span) => places.some((place) => contains(place, span)));
  const outlets = new Map(
    reading.actors.filter(({ kind }) => kind === "outlet").map(({ id, name }) => [id, name]),
  );
  const own = outletKey(reading.report.outlet?.value ?? "");
  const named = [
    ...reading.citations.flatMap(({ outlet, marker, markedAt, at }) =>
      outlet && isHere(marker === undefined ? at : markedAt) ? [outlet] : [],
    ),
    ...reading.statements.flatMap(({ speaker, via, at }) =>
      isHere(at) ? [...speaker, ...via].flatMap(({ id }) => outlets.get(id) ?? []) : [],
    ),
  ];
  const found = named.filter((name) => /\p{Lu}/u.test(name)).map((name) => [outletKey(name), name] as const);
  return new Map(found.filter(([key]) => key !== own));
}

/** Every name that stands where a credit would count, as names of outlets are compared. */
export function namedFor(reading: Reading, finding: Finding): ReadonlySet<string> {
  const keys = placesFor(reading, finding).flatMap(({ start, end }) => [
    ...namesIn(reading.report.text.slice(start, end)),
  ]);
  return new Set(keys.filter((key) => key !== outletKey(reading.report.outlet?.value ?? "")));
}

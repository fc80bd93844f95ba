/** Where a judged finding is now: under its id, else under its quote. */
import type { Anchor } from "../../record/human-judgement.ts";
import type { Finding, Kind, Reading } from "../../record/reading.ts";
import { overlap, type Span } from "../../record/span.ts";

export interface Place {
  readonly reading: Reading;
  readonly kind: Kind;
  readonly finding: Finding;
}

function shared(a: Span, b: Span): number {
  return overlap(a, b) ? Math.min(a.end, b.end) - Math.max(a.start, b.start) : 0;
}

function inReading(reading: Reading, kind: Kind, { id, quote, name }: Anchor): Place | undefined {
  const findings: readonly Finding[] = reading[kind];
  const same = findings.find((finding) => finding.id === id);
  if (same) return { reading, kind, finding: same };
  // Of several over the same words, the one with the name that was judged, then the one that shares most with the quote.
  const near = findings
    .map((finding) => ({
      finding,
      named: Number("name" in finding && finding.name === name),
      common: shared(finding.at[0], quote),
    }))
    .filter(({ common }) => common > 0)
    .sort(
      (a, b) => b.named - a.named || b.common - a.common || length(a.finding.at[0]) - length(b.finding.at[0]),
    );
  return near[0] && { reading, kind, finding: near[0].finding };
}

function length({ start, end }: Span): number {
  return end - start;
}

/** In a report that has gone, as a page does that was published anew, the same words elsewhere: if one text has them. */
function elsewhere(readings: readonly Reading[], kind: Kind, { quote, name }: Anchor): Place | undefined {
  const found = readings.flatMap((reading) => {
    const findings: readonly Finding[] = reading[kind];
    const finding = findings.find(
      (one) => one.at[0].text === quote.text && (!("name" in one) || one.name === name),
    );
    return finding ? [{ reading, kind, finding }] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** The finding that an anchor means, if it is still there. */
export function findAnchor(
  readings: readonly Reading[],
  readingOf: ReadonlyMap<string, Reading>,
  anchor: Anchor,
): Place | undefined {
  if (anchor.kind === "conflicts") return undefined;
  const reading = readingOf.get(anchor.report);
  return reading ? inReading(reading, anchor.kind, anchor) : elsewhere(readings, anchor.kind, anchor);
}

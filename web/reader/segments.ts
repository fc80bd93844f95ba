/** The text of a report cut wherever a finding begins or ends, so that each piece has one set of findings. */
import type { Finding, Kind, Reading } from "../../src/record/reading.ts";
import type { Range, Span } from "../../src/record/span.ts";

export interface Segment extends Range {
  readonly text: string;
  readonly kinds: readonly Kind[];
  /** Of the finding that ends the soonest: what a click means. */
  readonly finding?: string;
  readonly isSelected: boolean;
  readonly isSilent: boolean;
}

interface Painted extends Range {
  readonly kind?: Kind;
  readonly finding?: string;
  readonly isSelected: boolean;
  readonly isSilent: boolean;
}

/** Spans of a finding in the text: where it stands, and for names everywhere they are mentioned. */
export function spansOf(finding: Finding): readonly Span[] {
  return "mentions" in finding ? finding.mentions : finding.at;
}

/** What is to be painted, in order of its start. */
export function paintOf(
  reading: Reading,
  kinds: ReadonlySet<Kind>,
  selected: string | undefined,
  showSilent: boolean,
): Painted[] {
  const painted: Painted[] = [];
  for (const kind of Object.keys(reading) as (keyof Reading)[]) {
    const isShown = kinds.has(kind as Kind);
    const list = reading[kind as Kind];
    if (!Array.isArray(list)) continue;
    for (const finding of list as readonly Finding[]) {
      const isSelected = finding.id !== undefined && finding.id === selected;
      if (!isShown && !isSelected) continue;
      for (const { start, end } of spansOf(finding)) {
        painted.push({ start, end, kind: kind as Kind, finding: finding.id, isSelected, isSilent: false });
      }
    }
  }
  const place = /^at:(\d+)-(\d+)$/.exec(selected ?? "");
  if (place)
    painted.push({ start: Number(place[1]), end: Number(place[2]), isSelected: true, isSilent: false });
  if (showSilent) {
    for (const { start, end } of reading.coverage.silent)
      painted.push({ start, end, isSelected: false, isSilent: true });
  }
  return painted.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Segments of `[start, end)` of the text; `painted` in order of start. */
export function segmentsOf(text: string, { start, end }: Range, painted: readonly Painted[]): Segment[] {
  const own = painted.filter((one) => one.start < end && start < one.end);
  const cuts = new Set([start, end]);
  for (const one of own) {
    cuts.add(Math.max(start, one.start));
    cuts.add(Math.min(end, one.end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let open: Painted[] = [];
  let next = 0;
  for (let i = 0; i + 1 < places.length; i += 1) {
    const [from, to] = [places[i]!, places[i + 1]!];
    open = open.filter((one) => one.end > from);
    while (next < own.length && own[next]!.start <= from) {
      if (own[next]!.end > from) open.push(own[next]!);
      next += 1;
    }
    const found = open
      .filter((one) => one.finding !== undefined)
      .sort((a, b) => a.end - a.start - (b.end - b.start));
    const finding = found[0]?.finding;
    segments.push({
      start: from,
      end: to,
      text: text.slice(from, to),
      kinds: [...new Set(open.flatMap(({ kind }) => kind ?? []))],
      ...(finding === undefined ? {} : { finding }),
      isSelected: open.some((one) => one.isSelected),
      isSilent: open.some((one) => one.isSilent),
    });
  }
  return segments;
}

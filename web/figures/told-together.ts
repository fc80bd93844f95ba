/** Lines that one passage of a report gave: a reader sees the passage once, with all that was taken from it. */
import type { ToldOfPlace } from "../../src/record/place-history.ts";

export interface Passage {
  /** The line with the longest quote. */
  readonly longest: ToldOfPlace;
  /** Who does or says what, each once, in the order told. */
  readonly lines: readonly { readonly who: string; readonly what: string }[];
}

function overlap(one: ToldOfPlace, other: ToldOfPlace): boolean {
  return (
    one.report === other.report && one.quote.start < other.quote.end && other.quote.start < one.quote.end
  );
}

function length({ quote }: ToldOfPlace): number {
  return quote.end - quote.start;
}

/** Neighbours that overlap are put together; the order stays. */
export function toldTogether(told: readonly ToldOfPlace[]): Passage[] {
  const passages: { longest: ToldOfPlace; lines: { who: string; what: string }[] }[] = [];
  for (const one of told) {
    const line = { who: one.who.join(" and "), what: one.what };
    const last = passages.at(-1);
    if (last === undefined || !overlap(last.longest, one)) {
      passages.push({ longest: one, lines: [line] });
      continue;
    }
    if (length(one) > length(last.longest)) last.longest = one;
    if (!last.lines.some(({ who, what }) => who === line.who && what === line.what)) last.lines.push(line);
  }
  return passages;
}

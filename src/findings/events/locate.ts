/** What lies at a stretch of text, found by halving: for findings whose spans are many. */
import type { Actor } from "../../record/actor.ts";
import type { Range } from "../../record/span.ts";

/** Asks for the items that overlap a range, in text order. */
export type Locator<T> = (range: Range) => readonly T[];

interface Entry<T> {
  readonly start: number;
  readonly end: number;
  readonly item: T;
}

/** Sorts the spans of items once; a question then costs the logarithm of their number and what it finds. */
export function locator<T>(items: readonly T[], spansOf: (item: T) => readonly Range[]): Locator<T> {
  const entries: Entry<T>[] = items.flatMap((item) =>
    spansOf(item).map(({ start, end }) => ({ start, end, item })),
  );
  entries.sort((a, b) => a.start - b.start || b.end - a.end);
  // The farthest end so far tells when to stop looking back.
  const reach: number[] = [];
  for (const { end } of entries) reach.push(Math.max(end, reach.at(-1) ?? 0));
  return (range) => {
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (entries[middle]!.start < range.end) low = middle + 1;
      else high = middle;
    }
    const found: T[] = [];
    for (let i = low - 1; i >= 0 && reach[i]! > range.start; i--) {
      if (entries[i]!.end > range.start) found.push(entries[i]!.item);
    }
    return found.reverse();
  };
}

const kinds = new WeakMap<readonly Actor[], ReadonlyMap<string, Actor["kind"]>>();

/** The kind of an actor of a list, by its id. */
export function kindOf(id: string, actors: readonly Actor[]): Actor["kind"] | undefined {
  let known = kinds.get(actors);
  if (known === undefined) {
    known = new Map(actors.map((actor) => [actor.id, actor.kind]));
    kinds.set(actors, known);
  }
  return known.get(id);
}

/** Who meets whom: the events that two actors take part in together. */
import type { History } from "../../src/record/history.ts";

export interface Meeting {
  readonly a: string;
  readonly b: string;
  readonly events: readonly History[];
}

export interface Meetings {
  /** Ids of the actors, those with the most meetings first. */
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  readonly between: ReadonlyMap<string, Meeting>;
  readonly hidden: number;
}

export function pairKey(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}

export function isMeeting({ type, verbal }: History): boolean {
  return type === "CONSULT" && verbal !== true;
}

/**
 * @param most actors that are shown
 * @param isShown which actors are looked at
 */
export function meetingsOf(
  histories: readonly History[],
  most: number,
  isShown: (actor: string) => boolean = () => true,
): Meetings {
  const between = new Map<string, { a: string; b: string; events: History[] }>();
  const counts = new Map<string, { name: string; count: number }>();
  for (const history of histories) {
    if (!isMeeting(history)) continue;
    const all = [...history.participants, ...history.recipients].filter(({ id }) => isShown(id));
    const there = [...new Map(all.map((one) => [one.id, one])).values()];
    for (const [i, one] of there.entries()) {
      for (const other of there.slice(i + 1)) {
        const key = pairKey(one.id, other.id);
        const [a = "", b = ""] = key.split("|");
        const pair = between.get(key) ?? { a, b, events: [] };
        pair.events.push(history);
        between.set(key, pair);
        for (const { id, name } of [one, other]) {
          const known = counts.get(id) ?? { name, count: 0 };
          known.count += 1;
          counts.set(id, known);
        }
      }
    }
  }
  const ranked = [...counts].sort(([, a], [, b]) => b.count - a.count || (a.name < b.name ? -1 : 1));
  return {
    actors: ranked.slice(0, most).map(([id, { name }]) => ({ id, name })),
    between,
    hidden: Math.max(0, ranked.length - most),
  };
}

import { overlapOf } from "../../../training/statements/examples.ts";

/** An attribution as sets of tokens. */
export interface Tokens {
  readonly source: ReadonlySet<number>;
  readonly cue: ReadonlySet<number>;
  readonly content: ReadonlySet<number>;
}

export const ROLES = ["source", "cue", "content"] as const;
export type Role = (typeof ROLES)[number];

export interface Counts {
  right: number;
  gold: number;
  found: number;
}

/** Two spans match when they share at least this part of their tokens. */
const SHARE = 0.5;

/** Counts the spans of one role that match one to one. Roles that an attribution lacks count on neither side. */
export function countRole(
  gold: readonly Tokens[],
  found: readonly Tokens[],
  role: Role,
  share = SHARE,
): Counts {
  const wanted = gold.map((one) => one[role]).filter((one) => one.size > 0);
  const given = found.map((one) => one[role]).filter((one) => one.size > 0);
  const right = assign(wanted, given, (a, b) => overlapOf(a, b) >= share);
  return { right, gold: wanted.length, found: given.length };
}

/** Counts attributions of which all three roles match; a role that both lack matches. */
export function countTriples(gold: readonly Tokens[], found: readonly Tokens[]): Counts {
  const fits = (a: ReadonlySet<number>, b: ReadonlySet<number>) =>
    a.size === 0 ? b.size === 0 : overlapOf(a, b) >= SHARE;
  const right = assign(gold, found, (a, b) => ROLES.every((role) => fits(a[role], b[role])));
  return { right, gold: gold.length, found: found.length };
}

/** The largest number of pairs in which each is used once (Kuhn's augmenting paths). */
export function assign<T>(wanted: readonly T[], given: readonly T[], fits: (a: T, b: T) => boolean): number {
  const edges = wanted.map((a) => given.flatMap((b, j) => (fits(a, b) ? [j] : [])));
  const holder = new Int32Array(given.length).fill(-1);
  const visited = new Int32Array(given.length).fill(-1);
  const place = (i: number, round: number): boolean => {
    for (const j of edges[i]!) {
      if (visited[j] === round) continue;
      visited[j] = round;
      if (holder[j]! < 0 || place(holder[j]!, round)) {
        holder[j] = i;
        return true;
      }
    }
    return false;
  };
  return wanted.reduce((count, _, i) => count + (place(i, i) ? 1 : 0), 0);
}

/** F1 of one text; 1 where there is nothing to find and nothing was found. */
export function f1({ right, gold, found }: Counts): number {
  return gold + found === 0 ? 1 : (2 * right) / (gold + found);
}

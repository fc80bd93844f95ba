/** A position with its issue. */
import type { Candidate } from "./candidate.ts";

export interface Sorted {
  readonly candidate: Candidate;
  readonly issue: string;
  readonly score: number;
}

/** An item of a list of aims is what the list's owner wants, whoever would have to do it. */
export function isListed({ candidate }: Sorted): boolean {
  return candidate.rule === "list-of-aims";
}

export function shareHolder(a: Pick<Sorted, "candidate">, b: Pick<Sorted, "candidate">): boolean {
  return a.candidate.holder.some(({ id }) => b.candidate.holder.some((holder) => holder.id === id));
}

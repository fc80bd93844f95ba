/** From which score on a finding is shown, kind by kind: the one place where this is decided. */

/** Least score by kind. */
const LEAST: Readonly<Record<"positions" | "proposals" | "claims", number>> = {
  positions: 0.5,
  proposals: 0.55,
  claims: 0.5,
};

/** Whether a finding of a kind is sure enough to be shown. */
export function isShown(kind: keyof typeof LEAST, score: number): boolean {
  return score >= LEAST[kind];
}

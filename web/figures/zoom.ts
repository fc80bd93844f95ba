/** Moving about in a stretch of days. */
import type { Stretch } from "./timeline-layout.ts";

const HOUR = 1 / 24;
const LONGEST = 366 * 400;

/** Closer (`factor` below 1) or further, around a day that stays where it is. */
export function zoomed({ from, to }: Stretch, factor: number, around = (from + to) / 2): Stretch {
  const span = Math.min(LONGEST, Math.max(6 * HOUR, (to - from) * factor));
  const share = (around - from) / (to - from);
  return { from: around - span * share, to: around + span * (1 - share) };
}

/** Along by a share of what is shown. */
export function panned({ from, to }: Stretch, share: number): Stretch {
  const by = (to - from) * share;
  return { from: from + by, to: to + by };
}

export function stretchText({ from, to }: Stretch): string {
  return `${from.toFixed(3)}~${to.toFixed(3)}`;
}

/** The stretch that an address keeps; `undefined` where it keeps none. */
export function readStretch(text: string | undefined): Stretch | undefined {
  const [from, to] = (text ?? "").split("~").map(Number);
  return from !== undefined && to !== undefined && Number.isFinite(from) && Number.isFinite(to) && from < to
    ? { from, to }
    : undefined;
}

/** Matters that positions speak of and that no issue of the agenda holds: proposals for the agenda. */
import type { Evidence } from "../record/evidence.ts";
import type { Reading } from "../record/reading.ts";
import { matterOf } from "./matter.ts";

export interface OffAgenda {
  /** The words that most of the positions have for it: "grain corridor". */
  readonly name: string;
  /** Positions that speak of it, in the order of the reports. */
  readonly evidence: readonly Evidence[];
  readonly reports: number;
}

/** A matter is proposed from so many positions in so many reports on. */
const LEAST = { positions: 3, reports: 2 } as const;

interface Sighting {
  readonly evidence: Evidence;
  readonly content: string;
}

/** Matters that fit no issue, those most spoken of first. Linear in the words of the positions. */
export function offAgenda(readings: readonly Reading[]): OffAgenda[] {
  const byStem = new Map<string, Sighting[]>();
  for (const { report, positions } of readings) {
    for (const { issue, id, at, content } of positions) {
      if (issue !== "other") continue;
      const sighting = { evidence: { report: report.id, finding: id, quote: at[0] }, content };
      for (const stem of matterOf(content)) {
        if (/^\d/u.test(stem)) continue;
        const known = byStem.get(stem);
        if (known) known.push(sighting);
        else byStem.set(stem, [sighting]);
      }
    }
  }
  const matters = [...byStem]
    .map(([stem, seen]) => ({
      stem,
      seen,
      reports: new Set(seen.map(({ evidence }) => evidence.report)).size,
    }))
    .filter(({ seen, reports }) => seen.length >= LEAST.positions && reports >= LEAST.reports)
    .sort((a, b) => b.seen.length - a.seen.length || (a.stem < b.stem ? -1 : 1));
  const told = new Set<string>();
  const result: OffAgenda[] = [];
  for (const { stem, seen, reports } of matters) {
    // "grain" and "corridor" of the same positions are one matter.
    const isNew = seen.filter(({ evidence }) => !told.has(evidence.finding)).length * 2 > seen.length;
    if (!isNew) continue;
    for (const { evidence } of seen) told.add(evidence.finding);
    result.push({ name: nameOf(stem, seen), evidence: seen.map(({ evidence }) => evidence), reports });
  }
  return result;
}

/** The word in its commonest form, with the telling word that stands beside it in most of the positions. */
function nameOf(stem: string, seen: readonly Sighting[]): string {
  const counts = new Map<string, number>();
  for (const { content } of seen) {
    const words = content.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];
    const at = words.findIndex((word) => matterOf(word).has(stem));
    if (at < 0) continue;
    const isTelling = (word: string | undefined): word is string =>
      word !== undefined && !/^\d/u.test(word) && matterOf(word).size > 0;
    const [before, word, after] = [words[at - 1], words[at]!, words[at + 1]];
    const pairs = [isTelling(before) ? [before, word] : [], isTelling(after) ? [word, after] : []];
    for (const name of [word, ...pairs.filter((pair) => pair.length > 0).map((pair) => pair.join(" "))])
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const isPair = (name: string) => name.includes(" ");
  const best = [...counts].sort(
    ([a, m], [b, n]) => n - m || Number(isPair(b)) - Number(isPair(a)) || (a < b ? -1 : 1),
  );
  const pair = best.find(([name, count]) => isPair(name) && count * 2 > seen.length);
  return (pair ?? best[0])?.[0] ?? stem;
}

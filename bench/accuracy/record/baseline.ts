/**
 * The trivial base line: every run of capitalised words is an actor, every sentence one finding of each other kind,
 * with the gold folder's most frequent answers and the nearest name.
 */
import type { Finding, Findings, Kind } from "../../../src/record/reading.ts";
import type { Found } from "./fits.ts";
import type { GoldReport } from "./gold.ts";

function majority(gold: readonly GoldReport[], kind: Kind, field: string): string {
  const counts = new Map<string, number>();
  for (const report of gold) {
    for (const item of report.items[kind] ?? []) {
      const value = String(item[field] ?? "open");
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "";
}

/** What a reader without any understanding would find. */
export function trivialFindings(text: string, gold: readonly GoldReport[]): Findings {
  const span = (start: number, quote: string) => ({ start, end: start + quote.length, text: quote });
  const names = [...text.matchAll(/\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+)*/gu)].map((match) => ({
    id: `name-${match.index}`,
    name: match[0],
    mentions: [span(match.index, match[0])],
    at: [span(match.index, match[0])],
  }));
  const dates = [...text.matchAll(/\d{4}(?:-\d\d-\d\d)?/g)].map((match) => ({
    at: [span(match.index, match[0])],
    value: match[0],
  }));
  const sentences = [...text.matchAll(/[^.!?\n]+[.!?]?/g)].map((match) => {
    const at = span(match.index, match[0]);
    const nearest = names.find((name) => name.mentions[0]!.start >= at.start) ?? names.at(-1);
    return { at: [at], content: at, nearest: nearest ? [{ id: nearest.id, name: nearest.name }] : [] };
  });
  const each = (fields: (sentence: (typeof sentences)[number]) => object): Found[] =>
    sentences.map((sentence) => ({ at: sentence.at, ...fields(sentence) }) as unknown as Finding);
  return {
    actors: names,
    places: names,
    times: dates,
    events: each((s) => ({
      type: majority(gold, "events", "type"),
      status: majority(gold, "events", "status"),
      participants: s.nearest,
    })),
    statements: each((s) => ({ speaker: s.nearest, content: s.content })),
    positions: each((s) => ({
      holder: s.nearest,
      issue: majority(gold, "positions", "issue"),
      stance: majority(gold, "positions", "stance"),
    })),
    proposals: each((s) => ({ proposer: s.nearest, terms: [{ does: s.content.text }] })),
    claims: each(() => ({ value: majority(gold, "claims", "value") })),
    citations: each((s) => ({ outlet: s.nearest[0]?.name ?? "" })),
    problems: each(() => ({ kind: majority(gold, "problems", "kind") })),
  } as unknown as Findings;
}

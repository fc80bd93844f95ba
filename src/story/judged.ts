/** What people say of the record, put where it belongs: into the readings, between findings, onto conflicts. */
import type { Conflict } from "../record/conflict.ts";
import type { Anchor, HumanJudgement, HumanVerdict, StandingJudgement } from "../record/human-judgement.ts";
import type { Judgement } from "../record/judgement.ts";
import type { Reading } from "../record/reading.ts";
import { overlap } from "../record/span.ts";
import { corrected, markOf } from "./judged/corrected.ts";
import { findAnchor, type Place } from "./judged/find-anchor.ts";

/** Whether two findings tell one thing, where a person has said. */
export type Verdicts = ReadonlyMap<string, ReadonlyMap<string, PairVerdict>>;

export interface JudgedReadings {
  readonly readings: readonly Reading[];
  /** Of actors and places, as identity wants them. */
  readonly pairs: readonly Judgement[];
  /** Of events and positions, both ways. */
  readonly verdicts: Verdicts;
  /** What has found its findings, and what has not; of conflicts nothing is known before the story is told. */
  readonly standings: readonly StandingJudgement[];
}

function anchorAt({ reading, kind, finding }: Place, before: Anchor): Anchor {
  return { ...before, kind, id: finding.id, report: reading.report.id, quote: finding.at[0] };
}

type PairVerdict = "same" | "not the same";

function isOfPairs(verdict: HumanVerdict): verdict is PairVerdict {
  return verdict === "same" || verdict === "not the same";
}

function pairOf(judgement: HumanJudgement, verdict: PairVerdict, a: string, b: string): Judgement {
  const { who, when, note } = judgement;
  const judge = { kind: "person" as const, name: who };
  return { pair: a < b ? [a, b] : [b, a], verdict, score: 1, judge, when, why: note ?? "" };
}

/** Readings with people's judgements in them, oldest first, so that the last word counts. */
export function judgedReadings(
  readings: readonly Reading[],
  judgements: readonly HumanJudgement[],
): JudgedReadings {
  const readingOf = new Map(readings.map((reading) => [reading.report.id, reading]));
  const opinions = new Map<string, HumanJudgement[]>();
  const touched = new Set<string>();
  const pairs = new Map<string, Judgement>();
  const verdicts = new Map<string, Map<string, PairVerdict>>();
  const say = (a: string, b: string, verdict: PairVerdict) =>
    verdicts.set(a, (verdicts.get(a) ?? new Map()).set(b, verdict));
  const standings = judgements.map((judgement): StandingJudgement => {
    const places = judgement.on.map((anchor) => ({ anchor, place: findAnchor(readings, readingOf, anchor) }));
    const found = places.flatMap(({ anchor, place }) => (place ? [{ anchor, place }] : []));
    const [a, b] = found.map(({ place }) => place.finding.id);
    const { verdict } = judgement;
    if (isOfPairs(verdict)) {
      if (a !== undefined && b !== undefined && a !== b) {
        const pair = pairOf(judgement, verdict, a, b);
        pairs.set(pair.pair.join(" "), pair);
        say(a, b, verdict);
        say(b, a, verdict);
      }
    } else {
      for (const { place } of found) {
        opinions.set(place.finding.id, [...(opinions.get(place.finding.id) ?? []), judgement]);
        touched.add(place.reading.report.id);
      }
    }
    return {
      judgement,
      attached: found.map(({ anchor, place }) => anchorAt(place, anchor)),
      detached: places.flatMap(({ anchor, place }) => (place ? [] : [anchor])),
    };
  });
  return {
    readings: readings.map((reading) =>
      touched.has(reading.report.id) ? corrected(reading, opinions) : reading,
    ),
    pairs: [...pairs.values()],
    verdicts,
    standings,
  };
}

/** The conflict that an anchor means: by its id, else by a quote of one of its sides. */
export function conflictAt(conflicts: readonly Conflict[], anchor: Anchor): Conflict | undefined {
  const same = conflicts.find(({ id }) => id === anchor.id);
  if (same) return same;
  const near = conflicts.filter(({ sides }) =>
    sides.some(({ evidence }) =>
      evidence.some(({ report, quote }) => report === anchor.report && overlap(quote, anchor.quote)),
    ),
  );
  const named = near.find(({ about }) => about === anchor.name);
  return named ?? (near.length === 1 ? near[0] : undefined);
}

/** A field of a conflict that a person may set right. */
function withStrength(conflict: Conflict, { verdict, field, value }: HumanJudgement): Conflict {
  const isStrength = verdict === "correct" && field === "strength" && (value === "firm" || value === "soft");
  return isStrength ? { ...conflict, strength: value } : conflict;
}

function markedConflict(conflict: Conflict, judgement: HumanJudgement): Conflict {
  const machine = judgement.verdict === "correct" ? conflict.strength : undefined;
  const judged = [...(conflict.judged ?? []), markOf(judgement, machine)];
  return { ...withStrength(conflict, judgement), judged };
}

/** Conflicts as people leave them: rejected ones are gone, of two that are the same the first stays. */
export function judgedConflicts(
  found: readonly Conflict[],
  judgements: readonly HumanJudgement[],
): readonly Conflict[] {
  const now = new Map(found.map((conflict) => [conflict.id, conflict]));
  for (const judgement of judgements) {
    const places = judgement.on.flatMap((anchor) =>
      anchor.kind === "conflicts" ? (conflictAt([...now.values()], anchor) ?? []) : [],
    );
    for (const [i, conflict] of places.entries()) {
      const isGone = judgement.verdict === "reject" || (judgement.verdict === "same" && i > 0);
      if (isGone) now.delete(conflict.id);
      else now.set(conflict.id, markedConflict(conflict, judgement));
    }
  }
  return [...now.values()];
}

/** The standing of judgements on conflicts, once the conflicts are known; they are worked out only where a judgement is on one. */
export function withConflicts(
  standings: readonly StandingJudgement[],
  conflicts: () => readonly Conflict[],
): StandingJudgement[] {
  return standings.map((standing) => {
    const { attached, detached, judgement } = standing;
    const [back, gone] = [[...attached], [] as Anchor[]];
    for (const anchor of detached) {
      const conflict = anchor.kind === "conflicts" ? conflictAt(conflicts(), anchor) : undefined;
      if (conflict) back.push({ ...anchor, id: conflict.id });
      else gone.push(anchor);
    }
    return back.length === attached.length ? standing : { judgement, attached: back, detached: gone };
  });
}

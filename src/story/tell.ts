/**
 * Readings in, story out. Pure: the same readings in any order give the same story; each part is worked out when it is
 * first asked for and kept for its day.
 */
import type { Judgement } from "../record/judgement.ts";
import type { Reading } from "../record/reading.ts";
import { compose, type Length } from "./brief/compose.ts";
import { changesBetween } from "./changes.ts";
import { conflictsOf } from "./conflicts.ts";
import { datedByOthers } from "./dating.ts";
import { historiesOf, timelineOf, upcomingOn } from "./histories.ts";
import { identify } from "./identity.ts";
import { originsOf } from "./origins.ts";
import { cellsOf } from "./positions.ts";
import { problemsOf } from "./problems.ts";
import { questionsOf } from "./questions.ts";
import { turnsOf } from "./shifts.ts";
import { Sides } from "./sides.ts";
import { standsOf } from "./stand.ts";
import type { Story, View } from "./story.ts";
import type { Telling } from "./telling.ts";
import { inOrder, seenBy } from "./view.ts";

export interface TellOptions {
  /** Judgements of persons on which findings mean the same. */
  readonly judgements?: readonly Judgement[];
}

/** A value worked out when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function chapter(readings: readonly Reading[], view: View, options: TellOptions) {
  const seen = seenBy(readings, view);
  const telling = once((): Telling => {
    const identities = identify(seen.readings, options.judgements);
    return {
      readings: seen.readings,
      readingOf: new Map(seen.readings.map((reading) => [reading.report.id, reading])),
      identities,
      origins: originsOf(seen.readings),
      sides: new Sides(identities.identities),
      ...(seen.asOf ? { asOf: seen.asOf } : {}),
    };
  });
  const histories = once(() => historiesOf(telling()));
  const timeline = once(() => timelineOf(histories()));
  const upcoming = once(() => upcomingOn(histories(), seen.asOf));
  const stands = once(() => standsOf(telling()));
  const cells = once(() => cellsOf(telling(), stands()));
  const turns = once(() => turnsOf(telling(), stands()));
  const conflicts = once(() => conflictsOf(telling(), histories(), turns().conflicts));
  const shifts = once(() => turns().shifts);
  const problems = once(() => problemsOf(telling(), conflicts()));
  const briefOf = (length: Length) =>
    compose(
      telling(),
      {
        timeline: timeline(),
        upcoming: upcoming(),
        cells: cells(),
        conflicts: conflicts(),
        shifts: shifts(),
        problems: problems(),
        undated: seen.undated,
      },
      length,
    );
  const parts = () => ({
    readings: seen.readings,
    histories: histories(),
    cells: cells(),
    shifts: shifts(),
    conflicts: conflicts(),
  });
  return { seen, parts, telling, histories, timeline, upcoming, cells, conflicts, shifts, problems, briefOf };
}

/** The story that readings tell together. */
export function tell(readings: readonly Reading[], options: TellOptions = {}): Story {
  const sorted = inOrder(datedByOthers(readings));
  const chapters = new Map<string, ReturnType<typeof chapter>>();
  const at = (view: View = {}) => {
    const key = view.asOf ?? "";
    const known = chapters.get(key) ?? chapter(sorted, view, options);
    chapters.set(key, known);
    return known;
  };
  return {
    readings: sorted,
    seen: (view) => at(view).seen,
    judgements: (view) => at(view).telling().identities.judgements,
    identities: (view) => at(view).telling().identities.identities,
    histories: (view) => at(view).histories(),
    timeline: (view) => at(view).timeline(),
    upcoming: (view) => at(view).upcoming(),
    positions: (view) => at(view).cells(),
    conflicts: (view) => at(view).conflicts(),
    shifts: (view) => at(view).shifts(),
    sources: (view) => at(view).telling().origins.dependences,
    problems: (view) => at(view).problems(),
    changes: (view) =>
      changesBetween(at({ asOf: view.since }).parts(), at(view).parts(), view.since, at(view).seen.asOf),
    questions: (view) => questionsOf(at(view).telling()),
    brief: (view) => at(view).briefOf(view?.length ?? "full"),
  };
}

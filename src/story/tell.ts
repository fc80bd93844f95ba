/**
 * Readings in, story out. Pure: the same readings in any order give the same story; each part is worked out when it is
 * first asked for and kept for its day.
 */
import type { HumanJudgement } from "../record/human-judgement.ts";
import type { Reading } from "../record/reading.ts";
import { compose, type Length } from "./brief/compose.ts";
import { changesBetween } from "./changes.ts";
import { conflictsOf } from "./conflicts.ts";
import { datedByOthers } from "./dating.ts";
import { historiesOf, timelineOf, upcomingOn } from "./histories.ts";
import { identify } from "./identity.ts";
import { type JudgedReadings, judgedConflicts, judgedReadings, withConflicts } from "./judged.ts";
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
  /** What people say of the record, oldest first. It wins over what is computed. */
  readonly judgements?: readonly HumanJudgement[];
}

/** Days whose views are kept: whoever asks for every day of a century does not fill the memory. */
const DAYS_KEPT = 64;

/** A value worked out when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function chapter(
  readings: readonly Reading[],
  view: View,
  judged: JudgedReadings,
  given: readonly HumanJudgement[],
) {
  const seen = seenBy(readings, view);
  const telling = once((): Telling => {
    const identities = identify(seen.readings, judged.pairs);
    return {
      readings: seen.readings,
      readingOf: new Map(seen.readings.map((reading) => [reading.report.id, reading])),
      identities,
      origins: originsOf(seen.readings),
      sides: new Sides(identities.identities),
      verdicts: judged.verdicts,
      ...(seen.asOf ? { asOf: seen.asOf } : {}),
    };
  });
  const histories = once(() => historiesOf(telling()));
  const timeline = once(() => timelineOf(histories()));
  const upcoming = once(() => upcomingOn(histories(), seen.asOf));
  const stands = once(() => standsOf(telling()));
  const cells = once(() => cellsOf(telling(), stands()));
  const turns = once(() => turnsOf(telling(), stands()));
  const unjudged = once(() => conflictsOf(telling(), histories(), turns().conflicts));
  const conflicts = once(() => judgedConflicts(unjudged(), given));
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
  return {
    seen,
    parts,
    telling,
    histories,
    timeline,
    upcoming,
    cells,
    unjudged,
    conflicts,
    shifts,
    problems,
    briefOf,
  };
}

/** The story that readings tell together. */
export function tell(readings: readonly Reading[], options: TellOptions = {}): Story {
  const given = options.judgements ?? [];
  const judged = judgedReadings(readings, given);
  const sorted = inOrder(datedByOthers(judged.readings));
  const chapters = new Map<string, ReturnType<typeof chapter>>();
  const at = (view: View = {}) => {
    const key = view.asOf ?? "";
    const known = chapters.get(key) ?? chapter(sorted, view, judged, given);
    chapters.delete(key);
    chapters.set(key, known);
    const [oldest] = chapters.keys();
    if (chapters.size > DAYS_KEPT && oldest !== undefined) chapters.delete(oldest);
    return known;
  };
  return {
    readings: sorted,
    seen: (view) => at(view).seen,
    judgements: (view) => at(view).telling().identities.judgements,
    humanJudgements: once(() => withConflicts(judged.standings, () => at().unjudged())),
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

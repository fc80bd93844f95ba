/** What has changed since a day: two views of one story held against each other. */
import type { Change, Changes } from "../record/changes.ts";
import type { Conflict } from "../record/conflict.ts";
import { extent } from "../record/edtf.ts";
import { overlaps } from "../record/edtf-order.ts";
import type { History } from "../record/history.ts";
import type { Reading } from "../record/reading.ts";
import type { Cell, Shift } from "../record/shift.ts";
import { doing } from "./brief/wanting.ts";
import { matterOf, matterShared } from "./matter.ts";
import { isAdrift, isPointing } from "./stand.ts";
import type { Telling } from "./telling.ts";

/** The parts of a view that are compared. */
export interface Parts {
  readonly readings: readonly Reading[];
  readonly histories: readonly History[];
  readonly cells: readonly Cell[];
  readonly shifts: readonly Shift[];
  readonly conflicts: readonly Conflict[];
}

type ReadingOf = Telling["readingOf"];
type Step = History["steps"][number];

function told(steps: readonly Step[], isNew: (report: string) => boolean): Step[] {
  return steps.filter(({ evidence }) => isNew(evidence.report));
}

/** Days before the day asked about from which on an event is background, and no news however new its telling. */
const BACKGROUND = 180;

function isLongPast({ when }: History, since: string): boolean {
  const [took, day] = [when === undefined ? undefined : extent(when), extent(since)];
  return took !== undefined && day !== undefined && took.to < day.from - BACKGROUND;
}

function eventChanges(
  now: Parts,
  before: Parts,
  since: string,
  isNew: (report: string) => boolean,
): Change[] {
  const known = new Map(
    before.histories.flatMap((history) =>
      history.steps.map(({ evidence }) => [evidence.finding, history] as const),
    ),
  );
  return now.histories.flatMap((history): Change[] => {
    if (history.verbal) return [];
    const fresh = told(history.steps, isNew);
    const evidence = fresh.map((step) => step.evidence);
    if (fresh.length === 0) return [];
    const old = history.steps.flatMap((step) => known.get(step.evidence.finding) ?? [])[0];
    const what = history.name;
    if (!old && isLongPast(history, since)) return [];
    if (!old)
      return [
        {
          kind: "new event",
          what,
          after: [history.status, history.when].filter(Boolean).join(" "),
          evidence,
        },
      ];
    const changes: Change[] = [];
    // "The war broke out", "the war goes on": two words for one state.
    const hasMoved =
      old.status !== history.status && !(old.status === "held" && history.status === "ongoing");
    if (hasMoved) changes.push({ kind: "status", what, before: old.status, after: history.status, evidence });
    if (old.when && history.when && !overlaps(old.when, history.when))
      changes.push({
        kind: "moved",
        what,
        before: old.when,
        after: history.when,
        evidence,
      });
    const [had, has] = [old.corroboration.origins.length, history.corroboration.origins.length];
    if (changes.length === 0 && has > had)
      changes.push({ kind: "more origins", what, before: `${had}`, after: `${has}`, evidence });
    return changes;
  });
}

/** Stands told since that say something on a matter on which the party had said nothing. */
function positionChanges(now: Parts, readingOf: ReadingOf, isNew: (report: string) => boolean): Change[] {
  return now.cells.flatMap((cell) =>
    cell.stands.flatMap((stand): Change[] => {
      if (
        stand.past ||
        isAdrift(stand.content) ||
        isPointing(stand.content) ||
        !stand.evidence.some(({ report }) => isNew(report))
      )
        return [];
      const matter = matterOf(stand.content);
      const old = cell.stands.some(
        (other) =>
          !other.evidence.some(({ report }) => isNew(report)) &&
          other.stance === stand.stance &&
          matterShared(matter, matterOf(other.content)) >= 0.25,
      );
      if (old) return [];
      const who = cell.holder.map(({ name }) => name).join(" and ");
      return [
        {
          kind: "new position",
          what: `${who} on ${cell.issue}`,
          after: doing({ readingOf }, { ...stand, stance: stand.stance }),
          evidence: stand.evidence,
        },
      ];
    }),
  );
}

function shiftChanges(now: Parts, readingOf: ReadingOf, isNew: (report: string) => boolean): Change[] {
  return now.shifts.flatMap(({ holder, issue, before, after }): Change[] => {
    if (
      !after.evidence.some(({ report }) => isNew(report)) ||
      after.evidence.some(({ report }) => !isNew(report))
    )
      return [];
    return [
      {
        kind: "shift",
        what: `${holder.map(({ name }) => name).join(" and ")} on ${issue}`,
        before: doing({ readingOf }, before),
        after: doing({ readingOf }, after),
        evidence: [...before.evidence.slice(-1), ...after.evidence],
      },
    ];
  });
}

function conflictChanges(now: Parts, before: Parts): Change[] {
  const sidesOf = ({ sides }: Conflict) =>
    sides.map(({ evidence }) => new Set(evidence.map(({ finding }) => finding)));
  const old = before.conflicts.map(sidesOf);
  return now.conflicts.flatMap((conflict): Change[] => {
    const own = sidesOf(conflict);
    const isKnown = old.some(
      (sides) => sides.filter((side) => own.some((mine) => [...mine].some((id) => side.has(id)))).length >= 2,
    );
    if (isKnown) return [];
    return [
      {
        kind: "new contradiction",
        what: conflict.about,
        after: conflict.sides.map(({ says }) => says).join(" against "),
        evidence: conflict.sides.flatMap(({ evidence }) => evidence.slice(0, 2)),
      },
    ];
  });
}

/** Everything in `now` that `before`, the view as of `since`, does not have. */
export function changesBetween(before: Parts, now: Parts, since: string, asOf: string | undefined): Changes {
  const seen = new Set(before.readings.map(({ report }) => report.id));
  const isNew = (report: string) => !seen.has(report);
  const readingOf = new Map(now.readings.map((reading) => [reading.report.id, reading]));
  return {
    since,
    ...(asOf ? { asOf } : {}),
    reports: now.readings.flatMap(({ report }) => (isNew(report.id) ? [report.id] : [])),
    items: [
      ...eventChanges(now, before, since, isNew),
      ...shiftChanges(now, readingOf, isNew),
      ...positionChanges(now, readingOf, isNew),
      ...conflictChanges(now, before),
    ],
  };
}

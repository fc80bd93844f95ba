/**
 * The brief: sentences composed from findings. Whatever a sentence says of names, dates and figures stands in the
 * findings of its footnotes; what rests on one origin says so; what is left out is counted.
 */

import type { Brief } from "../../record/brief.ts";
import type { Conflict } from "../../record/conflict.ts";
import { spokenDate } from "../../record/date-text.ts";
import { formatDay } from "../../record/day.ts";
import { extent } from "../../record/edtf.ts";
import type { History } from "../../record/history.ts";
import type { Quotation } from "../../record/quotation.ts";
import type { Cell, Shift } from "../../record/shift.ts";
import type { ReportProblem } from "../story.ts";
import type { Telling } from "../telling.ts";
import { conflictSentence, problemSentence, shiftSentence } from "./doubts.ts";
import { agreedSentence, eventSentence, isSaid } from "./events.ts";
import { Footnotes } from "./footnotes.ts";
import { isReworded, quotationSentence } from "./quotes.ts";
import { cellSentences } from "./stances.ts";

export interface Parts {
  readonly timeline: readonly History[];
  readonly upcoming: readonly History[];
  readonly cells: readonly Cell[];
  readonly conflicts: readonly Conflict[];
  readonly shifts: readonly Shift[];
  readonly problems: readonly ReportProblem[];
  readonly quotations: readonly Quotation[];
  readonly missing: Missing;
}

/** How many of the reports that were given the story does not take in, and why. */
export interface Missing {
  readonly undated: number;
  readonly elsewhere: number;
}

export type Length = "short" | "full";

type Section = Brief["sections"][number];

/** Most entries of each section. */
const MOST: Readonly<
  Record<Length, Readonly<Record<"events" | "earlier" | "cells" | "doubts" | "problems", number>>>
> = {
  short: { events: 6, earlier: 3, cells: 8, doubts: 4, problems: 4 },
  full: { events: 14, earlier: 10, cells: 32, doubts: 16, problems: 14 },
};

/** Days that are new on the day of the brief. */
const NEW = 10;

/** The last day of a date. */
function dayOf(value: string | undefined): number | undefined {
  const stretch = value === undefined ? undefined : extent(value);
  return stretch && Number.isFinite(stretch.to) ? stretch.to - 1 : undefined;
}

/** Whether an event came to where it stands within the last days. */
function isNew(history: History, today: number | undefined): boolean {
  const day = dayOf(history.when);
  return today === undefined || (day !== undefined && day > today - NEW);
}

function isPast({ status }: History): boolean {
  return status !== "planned" && status !== "possible";
}

const DOUBTFUL_HOLDERS = new Set(["unnamed", "outlet"]);

/** "Observers" at the head of a sentence is no name where the same report writes "observers". */
function isCommonNoun(telling: Telling, name: string, { stands }: Cell): boolean {
  if (!/^\p{Lu}\p{Ll}+$/u.test(name)) return false;
  const word = new RegExp(`(?<![-/.\\w])${name.toLowerCase()}s?(?![-/.\\w])`);
  const reports = new Set(stands.flatMap(({ evidence }) => evidence.map(({ report }) => report)));
  return [...reports].some((id) => word.test(telling.readingOf.get(id)?.report.text ?? ""));
}

function isParty(telling: Telling, cell: Cell): boolean {
  return (
    cell.issue !== "other" &&
    cell.holder.every(({ id, name }) => {
      const kind = telling.sides.identity(id)?.kind ?? "unnamed";
      const isNamed = kind === "state" || kind === "person";
      return !DOUBTFUL_HOLDERS.has(kind) && (isNamed || !isCommonNoun(telling, name, cell));
    })
  );
}

/** Whether a stand says before a turn what the side has turned from, or on what terms it would have turned. */
function isTurnedFrom({ before, when }: Shift, { stance, condition, told }: Cell["stands"][number]): boolean {
  const [turned, day] = [dayOf(when), dayOf(told)];
  return (
    (stance === before.stance || condition !== undefined) &&
    turned !== undefined &&
    day !== undefined &&
    day < turned
  );
}

/** Findings that tell a stance which has given way since, or a turn that is none. */
function leftBehind(cells: readonly Cell[], shifts: readonly Shift[]): ReadonlySet<string> {
  const findings = ({ evidence }: Shift["before"]) => evidence.map(({ finding }) => finding);
  const [doubtful, turns] = [
    shifts.filter(({ strength }) => strength === "artefact"),
    shifts.filter(({ strength }) => strength !== "artefact"),
  ];
  const older = turns.flatMap((shift) =>
    cells
      .filter(
        ({ holder, issue }) => issue === shift.issue && holder.every(({ id }) => id === shift.holder[0]?.id),
      )
      .flatMap(({ stands }) => stands.filter((stand) => isTurnedFrom(shift, stand)).flatMap(findings)),
  );
  const kept = new Set([
    ...doubtful.flatMap(({ before }) => findings(before)),
    ...turns.flatMap(({ after }) => findings(after)),
  ]);
  const left = [
    ...doubtful.flatMap(({ after }) => findings(after)),
    ...turns.flatMap(({ before }) => findings(before)),
    ...older,
  ];
  return new Set(left.filter((finding) => !kept.has(finding)));
}

/** One section an issue, those that most parties speak to first. */
function standsSections(
  telling: Telling,
  cells: readonly Cell[],
  left: ReadonlySet<string>,
  notes: Footnotes,
): Section[] {
  return [...Map.groupBy(cells, ({ issue }) => issue)]
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .map(([issue, own]) => ({
      heading: `Where things stand: ${issue}`,
      sentences: own.flatMap((cell) => cellSentences(telling, cell, left, notes)),
    }));
}

/** Grave problems first; those of one kind in one report together. */
function problemGroups(problems: readonly ReportProblem[]): ReportProblem[][] {
  const groups = [...Map.groupBy(problems, ({ report, problem }) => `${report} ${problem.kind}`).values()];
  const grave = (group: readonly ReportProblem[]) =>
    group.some(({ problem }) => problem.severity === "major");
  return groups.sort((a, b) => Number(grave(b)) - Number(grave(a)));
}

function dropped(all: number, most: number, what: string): Brief["leftOut"] {
  return all > most ? [{ what, count: all - most, why: "beyond the length of the brief" }] : [];
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function titleOf({ readings }: Telling): string {
  const days = readings.flatMap(({ report }) => {
    const stretch = report.published.value ? extent(report.published.value) : undefined;
    return stretch && Number.isFinite(stretch.from) && Number.isFinite(stretch.to) ? [stretch] : [];
  });
  const title = `Brief of ${counted(readings.length, "report")}`;
  if (days.length === 0) return title;
  const [first, last] = [
    Math.min(...days.map(({ from }) => from)),
    Math.max(...days.map(({ to }) => to - 1)),
  ];
  return `${title}, ${spokenDate(formatDay(first))}${first === last ? "" : ` to ${spokenDate(formatDay(last))}`}`;
}

/** Origins from which on a telling is worth calling agreed. */
const AGREED = 2;

/** Events that independent origins tell alike, the best told first. */
function agreed(telling: Telling, { timeline, upcoming }: Parts, most: number, notes: Footnotes) {
  const events = new Set([...timeline, ...upcoming].filter((history) => !isSaid(history)));
  return [...events]
    .map((history) => agreedSentence(telling, history, notes))
    .filter(({ origins }) => origins >= AGREED)
    .sort((a, b) => b.origins - a.origins)
    .slice(0, Math.ceil(most / 2))
    .map(({ sentence }) => sentence());
}

/** Composes the brief of a telling from its parts. */
export function compose(telling: Telling, parts: Parts, length: Length = "full"): Brief {
  const most = MOST[length];
  const { undated, elsewhere } = parts.missing;
  const notes = new Footnotes(telling);
  const today = dayOf(telling.asOf);
  const over = parts.timeline.filter(isPast);
  const past = over.filter((history) => !isSaid(history));
  const fresh = past.filter((history) => isNew(history, today)).slice(-most.events);
  const earlier = past.filter((history) => !fresh.includes(history)).slice(-most.earlier);
  const cells = parts.cells.filter((cell) => isParty(telling, cell));
  const groups = problemGroups(parts.problems);
  const events = (list: readonly History[]) => list.map((one) => eventSentence(telling, one, notes));
  const sections: Section[] = [
    { heading: "What is new", sentences: events(fresh) },
    { heading: "What is coming", sentences: events(parts.upcoming.slice(0, most.events)) },
    { heading: "What several origins agree on", sentences: agreed(telling, parts, most.doubts, notes) },
    ...standsSections(telling, cells.slice(0, most.cells), leftBehind(cells, parts.shifts), notes),
    {
      heading: "What has changed",
      sentences: parts.shifts.slice(-most.doubts).map((one) => shiftSentence(telling, one, notes)),
    },
    {
      heading: "What is disputed",
      sentences: parts.conflicts.slice(0, most.doubts).map((one) => conflictSentence(telling, one, notes)),
    },
    {
      heading: "What was quoted in several wordings",
      sentences: parts.quotations
        .filter(isReworded)
        .slice(0, Math.ceil(most.doubts / 2))
        .map((one) => quotationSentence(telling, one, notes)),
    },
    { heading: "What went before", sentences: events(earlier) },
    {
      heading: "What to distrust",
      sentences: groups.slice(0, most.problems).map((group) => problemSentence(telling, group, notes)),
    },
  ];
  const silent = telling.readings.reduce((sum, { coverage }) => sum + coverage.silent.length, 0);
  return {
    title: titleOf(telling),
    ...(telling.asOf ? { asOf: telling.asOf } : {}),
    sections: sections.filter(({ sentences }) => sentences.length > 0),
    leftOut: [
      ...(undated > 0 ? [{ what: "reports", count: undated, why: "no publication date is known" }] : []),
      ...(elsewhere > 0 ? [{ what: "reports", count: elsewhere, why: "about another matter" }] : []),
      ...dropped(past.length, fresh.length + earlier.length, "earlier events"),
      ...(over.length > past.length
        ? [{ what: "spoken acts", count: over.length - past.length, why: "told as positions" }]
        : []),
      ...dropped(parts.cells.length, Math.min(most.cells, cells.length), "positions"),
      ...dropped(parts.shifts.length, most.doubts, "changes"),
      ...dropped(parts.conflicts.length, most.doubts, "contradictions"),
      ...dropped(groups.length, most.problems, "kinds of problems of sources"),
      ...(silent > 0 ? [{ what: "sentences", count: silent, why: "nothing was taken from them" }] : []),
    ],
    footnotes: notes.all,
  };
}

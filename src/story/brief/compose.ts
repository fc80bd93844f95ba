/**
 * The brief: sentences composed from findings. Whatever a sentence says of names, dates and figures stands in the
 * quotes of its footnotes or follows from them; what rests on one origin says so.
 */
import type { Brief } from "../../record/brief.ts";
import type { Conflict } from "../../record/conflict.ts";
import type { History } from "../../record/history.ts";
import type { Cell, Shift } from "../../record/shift.ts";
import type { ReportProblem } from "../story.ts";
import type { Telling } from "../telling.ts";
import { Footnotes } from "./footnotes.ts";

export interface Parts {
  readonly timeline: readonly History[];
  readonly upcoming: readonly History[];
  readonly cells: readonly Cell[];
  readonly conflicts: readonly Conflict[];
  readonly shifts: readonly Shift[];
  readonly problems: readonly ReportProblem[];
  readonly undated: number;
}

type Section = Brief["sections"][number];
type Sentence = Section["sentences"][number];

const AND = new Intl.ListFormat("en", { type: "conjunction" });
const MOST = { events: 12, upcoming: 8, cells: 24, conflicts: 10, shifts: 8, problems: 12 };

function names(references: readonly { name: string }[]): string {
  return AND.format(references.map(({ name }) => name));
}

function originsPhrase(reports: number, origins: number): string {
  if (reports === 1) return "told by one report";
  return origins === 1 ? `${reports} reports, one origin` : `${reports} reports, ${origins} origins`;
}

const STATUS: Readonly<Record<History["status"], string>> = {
  possible: "is talked of",
  planned: "is planned",
  ongoing: "is under way",
  held: "took place",
  cancelled: "was called off",
  refused: "was refused",
};

function eventSentence(history: History, notes: Footnotes): Sentence {
  const date = history.when ? ` (${history.when})` : "";
  const moved = history.steps.some((step) => step.moved) ? ", after its date had moved" : "";
  const outcome = history.outcome ? `; outcome: “${history.outcome}”` : "";
  const { reports, origins } = history.corroboration;
  const evidence = [...history.steps].reverse().map((step) => step.evidence);
  return {
    text: `${history.name} ${STATUS[history.status]}${date}${moved}${outcome} — ${originsPhrase(reports.length, origins.length)}.`,
    footnotes: notes.numbersOf(evidence),
  };
}

const STANCE: Readonly<Record<Cell["stance"], string>> = {
  demands: "demands",
  offers: "offers",
  accepts: "accepts",
  rejects: "rejects",
  supports: "supports",
  opposes: "opposes",
  considers: "considers",
  open: "leaves open",
};

function cellSentence(cell: Cell, notes: Footnotes): Sentence {
  const latest = cell.stands.findLast((stand) => !stand.past) ?? cell.stands.at(-1)!;
  const told = latest.told ? `, ${latest.told}` : "";
  const { reports, origins } = cell.corroboration;
  const verb = cell.holder.length > 1 ? STANCE[cell.stance].replace(/s$/, "") : STANCE[cell.stance];
  const head =
    cell.stance === "open" ? `What ${names(cell.holder)} would do is open` : `${names(cell.holder)} ${verb}`;
  return {
    text: `${head}: “${latest.content}” (${originsPhrase(reports, origins)}${told}).`,
    footnotes: notes.numbersOf([
      ...latest.evidence,
      ...cell.stands.filter((stand) => stand !== latest).flatMap((stand) => stand.evidence),
    ]),
  };
}

function standsSection(cells: readonly Cell[], notes: Footnotes): Section[] {
  const parties = cells.filter((cell) => cell.issue !== "other").slice(0, MOST.cells);
  const issues = [...Map.groupBy(parties, (cell) => cell.issue)];
  return issues.map(([issue, own]) => ({
    heading: `Where things stand: ${issue}`,
    sentences: own.map((cell) => cellSentence(cell, notes)),
  }));
}

function shiftSentence(shift: Shift, notes: Footnotes): Sentence {
  const kind =
    shift.strength === "artefact"
      ? "This looks like a shift but may be bad reporting"
      : shift.strength === "soft"
        ? "Possibly a shift"
        : "A shift";
  return {
    text: `${kind}: on ${shift.issue}, ${names(shift.holder)} went from ${shift.before.stance} “${shift.before.content}” to ${shift.after.stance} “${shift.after.content}” (${shift.why}).`,
    footnotes: notes.numbersOf([...shift.before.evidence, ...shift.after.evidence]),
  };
}

function conflictSentence(conflict: Conflict, notes: Footnotes): Sentence {
  const sides = conflict.sides.map(
    ({ says, corroboration }) =>
      `“${says}” (${originsPhrase(corroboration.reports.length, corroboration.origins.length)})`,
  );
  const lead = conflict.strength === "firm" ? "Disputed" : "Possibly disputed";
  return {
    text: `${lead} — ${conflict.about}: ${sides.join(" against ")}; ${conflict.why}.`,
    footnotes: conflict.sides.flatMap(({ evidence }) => notes.numbersOf(evidence, 2)),
  };
}

function problemSentence(entry: ReportProblem, telling: Telling, notes: Footnotes): Sentence {
  const report = telling.readings.find((reading) => reading.report.id === entry.report)?.report;
  const source = report?.outlet?.value ?? report?.file?.split("/").at(-1) ?? "a report";
  const [quote] = entry.problem.at;
  return {
    text: `${source}: ${entry.problem.kind} — ${entry.problem.description}.`.replace(/\.\.$/, "."),
    footnotes: [notes.numberOf({ report: entry.report, finding: entry.problem.id, quote })],
  };
}

function dropped(all: number, shown: number, what: string): Brief["leftOut"] {
  return all > shown ? [{ what, count: all - shown, why: "beyond the length of the brief" }] : [];
}

/** Composes the brief of a telling from its parts. */
export function compose(telling: Telling, parts: Parts): Brief {
  const notes = new Footnotes(telling);
  const coming = new Set(parts.upcoming);
  const past = parts.timeline.filter(
    (history) => !coming.has(history) && history.status !== "planned" && history.status !== "possible",
  );
  const recent = past.slice(-MOST.events);
  const major = [...parts.problems].sort(
    (a, b) => Number(b.problem.severity === "major") - Number(a.problem.severity === "major"),
  );
  const sections: Section[] = [
    {
      heading: "What is coming",
      sentences: parts.upcoming.slice(0, MOST.upcoming).map((one) => eventSentence(one, notes)),
    },
    { heading: "What took place", sentences: recent.map((one) => eventSentence(one, notes)) },
    ...standsSection(parts.cells, notes),
    {
      heading: "What has changed",
      sentences: parts.shifts.slice(0, MOST.shifts).map((one) => shiftSentence(one, notes)),
    },
    {
      heading: "What is disputed",
      sentences: parts.conflicts.slice(0, MOST.conflicts).map((one) => conflictSentence(one, notes)),
    },
    {
      heading: "What to distrust",
      sentences: major.slice(0, MOST.problems).map((one) => problemSentence(one, telling, notes)),
    },
  ];
  const silent = telling.readings.reduce((sum, { coverage }) => sum + coverage.silent.length, 0);
  return {
    title: `Brief of ${telling.readings.length} ${telling.readings.length === 1 ? "report" : "reports"}`,
    ...(telling.asOf ? { asOf: telling.asOf } : {}),
    sections: sections.filter(({ sentences }) => sentences.length > 0),
    leftOut: [
      ...(parts.undated > 0
        ? [{ what: "reports", count: parts.undated, why: "no publication date is known" }]
        : []),
      ...dropped(past.length, recent.length, "earlier events"),
      ...dropped(parts.cells.length, Math.min(MOST.cells, parts.cells.length), "positions"),
      ...dropped(parts.conflicts.length, MOST.conflicts, "contradictions"),
      ...dropped(parts.problems.length, MOST.problems, "problems of sources"),
      ...(silent > 0 ? [{ what: "sentences", count: silent, why: "nothing was taken from them" }] : []),
    ],
    footnotes: notes.all,
  };
}

/** What the evidence panel shows of a thing that was selected, in whatever view. */
import type { Corroboration } from "../../src/record/corroboration.ts";
import { datesSpoken, dateText } from "../../src/record/date-text.ts";
import type { History } from "../../src/record/history.ts";
import type { Finding, Kind, Reading } from "../../src/record/reading.ts";
import type { Cell, Shift } from "../../src/record/shift.ts";
import type { Span } from "../../src/record/span.ts";
import { STATUS_WORDS, standingText } from "../../src/story/change-text.ts";
import { counted } from "../design/dates.ts";
import { shiftsOf } from "../figures/matrix.ts";
import { meetingsOf } from "../figures/meetings.ts";
import { KIND_NAMES, KINDS } from "../source/kinds.ts";
import type { Asked, Look } from "../source/story-source.ts";

/** A quote to be shown in its context. */
export interface Piece {
  readonly report: string;
  readonly finding?: string;
  readonly quote: Span;
  /** What this quote adds: "planned for 14 June 2031". */
  readonly note?: string;
}

export interface Subject {
  readonly kicker: string;
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly why?: string;
  readonly groups: readonly { readonly heading?: string; readonly pieces: readonly Piece[] }[];
  readonly corroboration?: Corroboration;
  /** A pair that a person can settle. */
  readonly pair?: readonly [Piece, Piece];
}

/** What is asked of a story, each question once. */
export type Ask = <N extends keyof Asked>(noun: N, ...args: Parameters<Asked[N]>) => ReturnType<Asked[N]>;

export function cellId(cell: Pick<Cell, "holder" | "issue">): string {
  return `cell:${cell.holder.map(({ id }) => id).join("+")}:${cell.issue}`;
}

export function quoteId(report: string, finding: string, quote?: Span): string {
  return `quote:${report}:${finding}${quote ? `:${quote.start}-${quote.end}` : ""}`;
}

export function linkId(from: string, on: string, kind: string): string {
  return `link:${JSON.stringify([from, on, kind])}`;
}

const LIST = new Intl.ListFormat("en");

export function namesOf(references: readonly { readonly name: string }[]): string {
  return LIST.format(references.map(({ name }) => name));
}

function facts(pairs: Readonly<Record<string, string | undefined>>): Subject["facts"] {
  return Object.entries(pairs).flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function ofHistory(history: History): Subject {
  const { subtype, name, participants, recipients, place, when, status, outcome, steps } = history;
  return {
    kicker: `Event · ${subtype}`,
    title: name,
    facts: facts({
      Standing: STATUS_WORDS[status],
      When: when && dateText(when),
      Where: place?.name,
      "Taking part": namesOf(participants),
      "Done to": namesOf(recipients),
      Outcome: outcome,
    }),
    corroboration: history.corroboration,
    groups: [
      {
        heading: "Step by step",
        pieces: steps.map(({ status, when, moved, evidence }) => ({
          ...evidence,
          note: `${moved ? "moved: " : ""}${STATUS_WORDS[status]}${when ? `, ${dateText(when, true)}` : ""}`,
        })),
      },
    ],
  };
}

function carriedBy({ corroboration: { reports, origins } }: Cell): string {
  return `${counted(reports, "report")} of ${counted(origins, "origin")}`;
}

function ofCell(cell: Cell, shifts: readonly Shift[]): Subject {
  const changes = shiftsOf(cell, shifts).map(
    ({ before, after, strength, why }) =>
      `Changed from ${before.stance} to ${after.stance} (${strength}): ${why}.`,
  );
  // The stance that the cell shows comes first, what was told as an earlier stance last; of each the latest first.
  const place = ({ stance, past }: Cell["stands"][number]) => (past ? 2 : stance === cell.stance ? 0 : 1);
  const stands = [...cell.stands].reverse().toSorted((a, b) => place(a) - place(b));
  return {
    kicker: `Position · ${cell.issue}`,
    title: `${namesOf(cell.holder)}: ${cell.stance}`,
    facts: facts({
      "Carried by": carriedBy(cell),
    }),
    ...(changes.length > 0 ? { why: changes.join(" ") } : {}),
    groups: stands.map((stand) => ({
      heading: [
        dateText(stand.told),
        `${stand.past ? "earlier, " : ""}${stand.stance}`,
        stand.by && `as ${namesOf(stand.by)} says`,
        stand.condition && `on the condition: ${stand.condition}`,
      ]
        .filter(Boolean)
        .join(" · "),
      pieces: stand.evidence,
    })),
  };
}

function ofShift(shift: Shift): Subject {
  const side = (stand: Shift["before"]) => ({
    heading: `${dateText(stand.told)} · ${stand.stance}`,
    pieces: stand.evidence,
  });
  return {
    kicker: `Change of stance · ${shift.strength}`,
    title: `${namesOf(shift.holder)} on ${shift.issue}: from ${shift.before.stance} to ${shift.after.stance}`,
    facts: facts({ When: shift.when && dateText(shift.when) }),
    why: shift.why,
    groups: [side(shift.before), side(shift.after)],
  };
}

/** The kind and the finding with an id. */
export function findingIn(reading: Reading, id: string): { kind: Kind; finding: Finding } | undefined {
  for (const kind of KINDS) {
    const finding = (reading[kind] as readonly Finding[]).find((one) => one.id === id);
    if (finding) return { kind, finding };
  }
  return undefined;
}

/** What the story makes of a finding: the event or the position that it is a part of, and how many carry that. */
async function partOf(
  kind: Kind,
  finding: string,
  ask: Ask,
  view: Look,
): Promise<Pick<Subject, "facts" | "corroboration">> {
  if (kind === "events") {
    const history = (await ask("histories", view)).find(({ steps }) =>
      steps.some(({ evidence }) => evidence.finding === finding),
    );
    if (history) return { facts: facts({ "Part of": history.name }), corroboration: history.corroboration };
  }
  if (kind === "positions") {
    const cell = (await ask("positions", view)).find(({ stands }) =>
      stands.some(({ evidence }) => evidence.some((one) => one.finding === finding)),
    );
    if (cell)
      return {
        facts: facts({
          "Part of": `${namesOf(cell.holder)} on ${cell.issue}`,
          "Carried by": carriedBy(cell),
        }),
      };
  }
  return { facts: [] };
}

async function ofQuote(id: string, ask: Ask, view: Look): Promise<Subject | undefined> {
  const [, report = "", finding = "", range] = id.split(":");
  const reading = await ask("report", report);
  const found = findingIn(reading, finding);
  const [start, end] = (range ?? "").split("-").map(Number);
  const text = reading.report.text;
  const quote =
    start !== undefined && end !== undefined && start < end && end <= text.length
      ? { start, end, text: text.slice(start, end) }
      : found?.finding.at[0];
  if (!quote) return undefined;
  const whole = found ? await partOf(found.kind, finding, ask, view) : { facts: [] };
  return {
    ...whole,
    kicker: found ? KIND_NAMES[found.kind][0] : "Quote",
    title: found ? lineOf(found.kind, found.finding) : "A quote",
    facts: [...facts({ When: found?.finding.when && dateText(found.finding.when) }), ...whole.facts],
    groups: [{ pieces: [{ report, finding, quote }] }],
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A finding in one line. */
export function lineOf(kind: Kind, finding: Finding): string {
  const one = finding as unknown as Readonly<Record<string, unknown>>;
  const names = (value: unknown) => (Array.isArray(value) ? namesOf(value as { name: string }[]) : "");
  switch (kind) {
    case "events":
      return [names(one.participants), `${String(one.subtype)}, ${standingText(String(one.status))}`]
        .filter(Boolean)
        .join(": ");
    case "positions":
      return `${names(one.holder)} ${String(one.stance)}: ${String(one.issue)}`;
    case "statements":
      return `${capital(names(one.speaker)) || "Somebody"} said`;
    case "claims":
      return `${String(one.subject)}: ${[one.qualifier, one.value, one.unit].filter((part) => part !== undefined).join(" ")}`;
    case "proposals":
      return `${names(one.proposer) || "A proposal"}: ${String(one.status)}`;
    case "times":
      return `${finding.at[0].text}: ${one.value === undefined ? "unresolved" : dateText(String(one.value))}`;
    case "problems":
      return `${String(one.kind)}: ${datesSpoken(String(one.description))}`;
    case "citations":
      return [one.outlet, one.title].filter(Boolean).join(", ") || finding.at[0].text;
    default:
      return String(one.name ?? finding.at[0].text);
  }
}

async function ofLink(id: string, ask: Ask, view: Look): Promise<Subject | undefined> {
  const link = (await ask("sources", view)).find(({ from, on, kind }) => linkId(from, on, kind) === id);
  if (!link) return undefined;
  const { reports } = await ask("overview", view);
  const called = (report: string) => {
    const card = reports.find((one) => one.id === report);
    return card ? (card.outlet ?? card.name) : report;
  };
  return {
    kicker: `Source · ${link.kind}`,
    title: `${called(link.from)} rests on ${called(link.on)}`,
    facts: [],
    groups: [
      {
        heading: link.passages.length > 1 ? "The passages" : "The passage",
        pieces: link.passages.map(({ report, start, end, text }) => ({
          report,
          quote: { start, end, text },
        })),
      },
    ],
  };
}

async function ofProblem(id: string, ask: Ask, view: Look): Promise<Subject | undefined> {
  const finding = id.slice("problem:".length);
  const found = (await ask("problems", view)).find(({ problem }) => problem.id === finding);
  if (!found) return undefined;
  const { report, problem } = found;
  return {
    kicker: `Problem · ${problem.severity}`,
    title: problem.kind,
    facts: [],
    why: datesSpoken(problem.description),
    groups: [{ pieces: problem.at.map((quote) => ({ report, finding, quote })) }],
  };
}

/** What stands behind a selection; `undefined` where the story of that day does not have it. */
export async function subjectOf(id: string, ask: Ask, view: Look): Promise<Subject | undefined> {
  const kind = /^[a-z]+/.exec(id)?.[0];
  switch (kind) {
    case "history": {
      const found = (await ask("histories", view)).find((history) => history.id === id);
      return found && ofHistory(found);
    }
    case "cell": {
      const found = (await ask("positions", view)).find((cell) => cellId(cell) === id);
      return found && ofCell(found, await ask("shifts", view));
    }
    case "shift": {
      const found = (await ask("shifts", view)).find((shift) => shift.id === id);
      return found && ofShift(found);
    }
    case "conflict": {
      const found = (await ask("conflicts", view)).find((conflict) => conflict.id === id);
      return (
        found && {
          kicker: `Disagreement · ${found.kind} · ${found.strength}`,
          title: found.about,
          facts: [],
          why: found.why,
          groups: found.sides.map(({ says, evidence }) => ({ heading: datesSpoken(says), pieces: evidence })),
        }
      );
    }
    case "meet": {
      const key = id.slice("meet:".length);
      const pair = meetingsOf(await ask("histories", view), 0).between.get(key);
      const first = pair?.events[0];
      const nameOf = (actor: string) =>
        [...(first?.participants ?? []), ...(first?.recipients ?? [])].find((one) => one.id === actor)
          ?.name ?? actor;
      return (
        pair && {
          kicker: "Who meets whom",
          title: `${nameOf(pair.a)} and ${nameOf(pair.b)}`,
          facts: facts({ Together: counted(pair.events.length, "event") }),
          groups: pair.events.map(({ name, when, status, steps }) => ({
            heading: `${dateText(when)} · ${name}, ${STATUS_WORDS[status]}`,
            pieces: steps.map(({ evidence }) => evidence),
          })),
        }
      );
    }
    case "question": {
      const found = (await ask("questions", view)).find((question) => question.id === id);
      const [a, b] = found?.evidence ?? [];
      return (
        found && {
          kicker: "Question",
          title: found.text,
          facts: facts({ "Hangs on it": counted(Math.round(found.weight), "finding") }),
          groups: [{ pieces: found.evidence }],
          ...(found.pair && a && b ? { pair: [a, b] as const } : {}),
        }
      );
    }
    case "problem":
      return ofProblem(id, ask, view);
    case "link":
      return ofLink(id, ask, view);
    case "quote":
      return ofQuote(id, ask, view);
    default:
      return undefined;
  }
}

/** The selection of a stretch of a report's text that no finding stands for. */
export function quoteText({ start, end }: Span): string {
  return `at:${start}-${end}`;
}

/** What reports tell differently of one event: its day, whether it took place, who was there. */
import type { Conflict } from "../../record/conflict.ts";
import { extent } from "../../record/edtf.ts";
import { overlaps } from "../../record/edtf-order.ts";
import type { Event } from "../../record/event.ts";
import type { History } from "../../record/history.ts";
import type { Carrier } from "../origins.ts";
import { type Telling, toIdentities } from "../telling.ts";
import { conflictOf, sideOf } from "./side.ts";

type Step = History["steps"][number];

function carriersOf(telling: Telling, steps: readonly Step[]): Carrier[] {
  return steps.flatMap(({ evidence }) => {
    const reading = telling.readingOf.get(evidence.report);
    const finding = reading?.events.find(({ id }) => id === evidence.finding);
    return reading && finding ? [{ reading, finding }] : [];
  });
}

function isDay(value: string): boolean {
  const stretch = extent(value);
  return stretch !== undefined && stretch.to - stretch.from <= 3;
}

type Dated = Step & { readonly when: string };

function onADay(steps: readonly Step[]): Dated[] {
  return steps.filter((step): step is Dated => step.when !== undefined && isDay(step.when));
}

/** Steps by the day that they give, in the order in which the days were first told. */
function byDay(steps: readonly Dated[]): Dated[][] {
  const days: Dated[][] = [];
  for (const step of steps) {
    const same = days.find((day) => overlaps(day[0]!.when, step.when));
    if (same) same.push(step);
    else days.push([step]);
  }
  return days;
}

function isApart(a: readonly Step[], b: readonly Step[]): boolean {
  const reports = new Set(a.map(({ evidence }) => evidence.report));
  return b.some(({ evidence }) => !reports.has(evidence.report));
}

/** A plan that goes from one day to another and never back was moved; told to and fro, it is disputed. */
function isToAndFro(steps: readonly Dated[], a: readonly Dated[], b: readonly Dated[]): boolean {
  const places = (side: readonly Dated[]) => side.map((step) => steps.indexOf(step));
  const told = (side: readonly Dated[]) => new Set(side.map((step) => step.told));
  const [left, right] = [places(a), places(b)];
  const sameDay = [...told(a)].some((day) => day !== undefined && told(b).has(day));
  const interleaved = Math.min(...left) < Math.max(...right) && Math.min(...right) < Math.max(...left);
  return sameDay || interleaved;
}

/** A plan for a day before its report was published is a slip of that report, or of its reader. */
function isBehind({ status, told, when }: Dated): boolean {
  const [published, day] = [told && extent(told), extent(when)];
  return (
    status === "planned" && published !== undefined && published !== "" && !!day && day.to <= published.from
  );
}

function dayConflict(telling: Telling, history: History, status: "held" | "planned"): Conflict | undefined {
  const steps = onADay(history.steps).filter((step) => step.status === status && !isBehind(step));
  const days = byDay(steps).sort((a, b) => b.length - a.length);
  const [most, other] = days;
  if (!most || !other || !isApart(most, other)) return undefined;
  if (status === "planned" && !isToAndFro(steps, most, other)) return undefined;
  const apart = Math.abs((extent(most[0]!.when)?.from ?? 0) - (extent(other[0]!.when)?.from ?? 0));
  const near = apart <= 1 && status === "held";
  return conflictOf({
    kind: "date",
    about: history.name,
    sides: days.map((day) => sideOf(telling, day[0]!.when, carriersOf(telling, day))),
    strength: near || status === "planned" ? "soft" : "firm",
    why:
      status === "planned"
        ? "the reports name different days, and the later ones do not settle on one"
        : near
          ? "a day apart, which a late hour or a time zone may explain"
          : "it took place once",
  });
}

/** What was refused before it was done is history. */
function isAfter(told: string | undefined, day: string): boolean {
  const [published, held] = [told && extent(told), extent(day)];
  return !published || !held || published.to > held.from;
}

/** Tellings of a plan that was moved from a day to another one. */
function movedAway(steps: readonly Step[], day: string): Step[] {
  const first = steps.findIndex(({ status, when }) => status === "planned" && when === day);
  return steps.filter(
    ({ status, moved, when }, i) =>
      first >= 0 && i > first && status === "planned" && moved && when !== undefined && !overlaps(when, day),
  );
}

/** Told as held on a day on which others tell that it was called off or put off. */
function statusConflict(telling: Telling, history: History): Conflict | undefined {
  const held = onADay(history.steps.filter(({ status }) => status === "held"));
  for (const day of byDay(held)) {
    const off = history.steps.filter(
      ({ status, when, told }) =>
        (status === "cancelled" || (status === "refused" && isAfter(told, day[0]!.when))) &&
        (when === undefined || overlaps(when, day[0]!.when)),
    );
    const others = held.filter((step) => !day.includes(step));
    const moved = others.length > 0 ? movedAway(history.steps, day[0]!.when) : [];
    if ((off.length === 0 && moved.length === 0) || !isApart(day, [...off, ...moved])) continue;
    const later = onADay(history.steps).filter(
      (step) => step.status === "planned" && others.some((other) => overlaps(other.when, step.when)),
    );
    const against = [...new Set([...off, ...moved, ...others, ...later])];
    const elsewhere = others[0] ? `, and held on ${others[0].when}` : "";
    return conflictOf({
      kind: "status",
      about: history.name,
      sides: [
        sideOf(telling, `held on ${day[0]!.when}`, carriersOf(telling, day)),
        sideOf(
          telling,
          `${off[0]?.status === "refused" ? "refused" : off[0] ? "called off or put off" : "put off"}${elsewhere}`,
          carriersOf(telling, against),
        ),
      ],
      strength: others.length > 0 ? "firm" : "soft",
      why:
        others.length > 0
          ? "the day was given up before it came"
          : "the reports may speak of different stages",
    });
  }
  return undefined;
}

function isGathering(history: History): boolean {
  return (
    history.type === "CONSULT" &&
    history.steps.some(({ status }) => status === "held" || status === "ongoing")
  );
}

/** Who was not there: said outright by an event, or told as something that did not happen. */
function absences(
  telling: Telling,
  history: History,
): { readonly id: string; readonly name: string; readonly carrier: Carrier }[] {
  const reports = new Set(history.steps.map(({ evidence }) => evidence.report));
  return [...reports].flatMap((report) => {
    const reading = telling.readingOf.get(report);
    const own = new Set(
      history.steps.flatMap(({ evidence }) => (evidence.report === report ? [evidence.finding] : [])),
    );
    return (reading?.events ?? []).flatMap((event) => {
      const said = own.has(event.id) ? (event.absent ?? []) : [];
      const denied = event.negated && event.type === "CONSULT" && !event.verbal ? event.participants : [];
      return toIdentities(telling, [...said, ...denied]).map(({ id, name }) => ({
        id,
        name,
        carrier: { reading: reading!, finding: event },
      }));
    });
  });
}

/** One report names a participant whom another says was absent. */
function participantsConflicts(telling: Telling, history: History): Conflict[] {
  if (!isGathering(history)) return [];
  const over = history.steps.filter(({ status }) => status === "held" || status === "ongoing");
  const present = carriersOf(telling, over);
  return [...Map.groupBy(absences(telling, history), ({ id }) => id).values()].flatMap((absent) => {
    const { id, name } = absent[0]!;
    const absentees = absent.map(({ carrier }) => carrier);
    const reports = new Set(absentees.map(({ reading }) => reading));
    const with_ = present.filter(
      ({ reading, finding }) =>
        !reports.has(reading) &&
        toIdentities(telling, (finding as Event).participants).some((one) => one.id === id),
    );
    if (with_.length === 0) return [];
    return [
      conflictOf({
        kind: "participants",
        about: `the presence of ${name} (${history.name})`,
        sides: [
          sideOf(telling, `${name} took part`, with_),
          sideOf(telling, `${name} was absent`, absentees),
        ],
        strength: "firm",
        why: "one cannot be both there and absent",
      }),
    ];
  });
}

const known = new WeakMap<History, readonly Conflict[]>();

function conflictsAbout(telling: Telling, history: History): readonly Conflict[] {
  if (history.verbal || history.steps.length < 2) return [];
  const before = known.get(history);
  if (before) return before;
  const status = statusConflict(telling, history);
  const day = status ?? dayConflict(telling, history, "held") ?? dayConflict(telling, history, "planned");
  const found = [...(day ? [day] : []), ...participantsConflicts(telling, history)];
  known.set(history, found);
  return found;
}

/** Contradictions about the events of a story; of an event that is as it was they are as they were. */
export function happeningConflicts(telling: Telling, histories: readonly History[]): Conflict[] {
  return histories.flatMap((history) => conflictsAbout(telling, history));
}

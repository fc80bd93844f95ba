/** Findings that cannot both hold: comparable first, contradictory second. */
import { compareQuantities } from "../compare/quantity.ts";
import type { Claim } from "../record/claim.ts";
import type { Conflict } from "../record/conflict.ts";
import { extent } from "../record/edtf.ts";
import { overlaps } from "../record/edtf-order.ts";
import type { Evidence } from "../record/evidence.ts";
import type { History } from "../record/history.ts";
import { idOf } from "../record/id.ts";
import type { Finding, Reading } from "../record/reading.ts";
import { sameMatter } from "./matter.ts";
import type { Carrier } from "./origins.ts";
import type { Telling } from "./telling.ts";

interface Figure {
  readonly reading: Reading;
  readonly claim: Claim;
}

function evidenceOf({ reading, finding }: Carrier): Evidence {
  return { report: reading.report.id, finding: finding.id, quote: finding.at[0] };
}

function side(telling: Telling, says: string, carriers: readonly Carrier[]): Conflict["sides"][number] {
  return { says, evidence: carriers.map(evidenceOf), corroboration: telling.origins.corroborate(carriers) };
}

function spoken({ qualifier, value, upTo, unit }: Claim): string {
  return [qualifier, value, upTo === undefined ? undefined : `to ${upTo}`, unit]
    .filter((part) => part !== undefined)
    .join(" ");
}

function daysOfDuration(value: string): number | undefined {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(value);
  if (!match) return undefined;
  const [years, months, weeks, days] = match.slice(1).map((part) => Number(part ?? 0));
  return years! * 365 + months! * 30 + weeks! * 7 + days!;
}

/** The figure of a claim in comparable form: durations in days. */
function measured(
  claim: Claim,
): { value: number; upTo?: number; qualifier?: string; unit?: string } | undefined {
  const qualifier = claim.qualifier ? { qualifier: claim.qualifier } : {};
  if (typeof claim.value === "string") {
    const days = daysOfDuration(claim.value);
    return days === undefined ? undefined : { value: days, unit: "days", ...qualifier };
  }
  const { value, upTo, unit } = claim;
  return { value, ...(upTo === undefined ? {} : { upTo }), ...(unit ? { unit } : {}), ...qualifier };
}

function comparable(a: Figure, b: Figure): boolean {
  if (a.claim.attribute !== b.claim.attribute || !sameMatter(a.claim.subject, b.claim.subject)) return false;
  return a.claim.asOf === undefined || b.claim.asOf === undefined || overlaps(a.claim.asOf, b.claim.asOf);
}

/** Durations in words differ by how exactly they are told: within a quarter of the longer they agree. */
function contradict(a: Figure, b: Figure): "firm" | "soft" | undefined {
  const [left, right] = [measured(a.claim), measured(b.claim)];
  if (!left || !right) return undefined;
  if (left.unit === "days" && Math.abs(left.value - right.value) <= 0.25 * Math.max(left.value, right.value))
    return undefined;
  const verdict = compareQuantities(left, right);
  return verdict === "conflict" ? "firm" : verdict === "soft" ? "soft" : undefined;
}

function figureConflicts(telling: Telling): Conflict[] {
  const figures: Figure[] = telling.readings.flatMap((reading) =>
    reading.claims.map((claim) => ({ reading, claim })),
  );
  const found: Conflict[] = [];
  const used = new Set<Figure>();
  for (const figure of figures) {
    if (used.has(figure)) continue;
    const others = figures.filter((other) => other !== figure && comparable(figure, other));
    const against = others.filter((other) => contradict(figure, other) !== undefined);
    if (against.length === 0) continue;
    const withIt = [figure, ...others.filter((other) => !against.includes(other))];
    for (const one of [...withIt, ...against]) used.add(one);
    const carriers = (list: readonly Figure[]) =>
      list.map(({ reading, claim }) => ({ reading, finding: claim as Finding }));
    const firm = against.every((other) => contradict(figure, other) === "firm");
    found.push({
      id: idOf("conflict", "figure", figure.claim.id),
      kind: "figure",
      about: `${figure.claim.subject}: ${figure.claim.attribute}`,
      sides: [
        side(telling, spoken(figure.claim), carriers(withIt)),
        side(telling, spoken(against[0]!.claim), carriers(against)),
      ],
      strength: firm ? "firm" : "soft",
      why: firm ? "the figures cannot both hold" : "only a loose reading lets both figures hold",
    });
  }
  return found;
}

type Step = History["steps"][number];

function carriersOf(telling: Telling, steps: readonly Step[]): Carrier[] {
  return steps.flatMap(({ evidence }) => {
    const reading = telling.readings.find(({ report }) => report.id === evidence.report);
    const finding = reading?.events.find(({ id }) => id === evidence.finding);
    return reading && finding ? [{ reading, finding }] : [];
  });
}

function isDay(value: string): boolean {
  const stretch = extent(value);
  return stretch !== undefined && stretch.to - stretch.from <= 3;
}

/** Held on two days, or planned for two days by reports of one day. */
function dateConflict(telling: Telling, history: History): Conflict | undefined {
  const dated = history.steps.filter((step) => step.when !== undefined && isDay(step.when));
  for (const step of dated) {
    const rival = dated.find(
      (other) =>
        !overlaps(other.when!, step.when!) &&
        (other.status === step.status || (other.status === "held") !== (step.status === "held")) &&
        other.evidence.report !== step.evidence.report &&
        (step.status === "held" || (other.told !== undefined && other.told === step.told)),
    );
    if (!rival) continue;
    const sideOf = (one: Step) => dated.filter((other) => overlaps(other.when!, one.when!));
    return {
      id: idOf("conflict", "date", history.id),
      kind: "date",
      about: history.name,
      sides: [
        side(telling, step.when!, carriersOf(telling, sideOf(step))),
        side(telling, rival.when!, carriersOf(telling, sideOf(rival))),
      ],
      strength: step.status === "held" && rival.status === "held" ? "firm" : "soft",
      why:
        step.status === "held" && rival.status === "held"
          ? "it took place once"
          : "one date may have been moved",
    };
  }
  return undefined;
}

/** Told as held by one report and as called off or refused by another. */
function statusConflict(telling: Telling, history: History): Conflict | undefined {
  const held = history.steps.filter((step) => step.status === "held");
  const off = history.steps.filter((step) => step.status === "cancelled" || step.status === "refused");
  const clash = held.find((one) => off.some((other) => other.evidence.report !== one.evidence.report));
  if (!clash) return undefined;
  return {
    id: idOf("conflict", "status", history.id),
    kind: "status",
    about: history.name,
    sides: [
      side(telling, "held", carriersOf(telling, held)),
      side(telling, off[0]!.status, carriersOf(telling, off)),
    ],
    strength: "soft",
    why: "the reports may speak of different stages, or of different meetings",
  };
}

/** One report names a participant that another says was absent. */
function participantsConflict(telling: Telling, history: History): Conflict | undefined {
  const carriers = carriersOf(telling, history.steps);
  for (const carrier of carriers) {
    const event = carrier.finding as Reading["events"][number];
    for (const absent of event.absent ?? []) {
      const identity = telling.identities.identityOf.get(absent.id)?.id;
      const others = carriers.filter((other) =>
        (other.finding as Reading["events"][number]).participants.some(
          (one) => telling.identities.identityOf.get(one.id)?.id === identity,
        ),
      );
      if (identity === undefined || others.length === 0) continue;
      return {
        id: idOf("conflict", "participants", history.id, identity),
        kind: "participants",
        about: history.name,
        sides: [
          side(telling, `with ${absent.name}`, others),
          side(telling, `without ${absent.name}`, [carrier]),
        ],
        strength: "soft",
        why: "the reports name different participants",
      };
    }
  }
  return undefined;
}

/** Every contradiction between reports, the firm ones first. */
export function conflictsOf(telling: Telling, histories: readonly History[]): Conflict[] {
  const ofEvents = histories.flatMap((history) =>
    [dateConflict, statusConflict, participantsConflict].flatMap((rule) => rule(telling, history) ?? []),
  );
  return [...figureConflicts(telling), ...ofEvents].sort(
    (a, b) => (a.strength === b.strength ? 0 : a.strength === "firm" ? -1 : 1) || (a.id < b.id ? -1 : 1),
  );
}

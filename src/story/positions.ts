/** The positions matrix, and the shifts in it. */

import { compareEdtf } from "../record/edtf-order.ts";
import type { Evidence } from "../record/evidence.ts";
import type { Reference } from "../record/finding.ts";
import { idOf } from "../record/id.ts";
import type { Position, Stance } from "../record/position.ts";
import type { Reading } from "../record/reading.ts";
import type { Cell, Shift } from "../record/shift.ts";
import { sameMatter } from "./matter.ts";
import { sourceName } from "./origins.ts";
import { type Telling, toIdentities } from "./telling.ts";

interface Stand {
  readonly reading: Reading;
  readonly position: Position;
  readonly holder: readonly Reference[];
}

function key(stand: Stand): string {
  return `${stand.holder
    .map(({ id }) => id)
    .sort()
    .join("+")} ${stand.position.issue}`;
}

function standsOf(telling: Telling): Stand[] {
  return telling.readings.flatMap((reading) =>
    reading.positions.map((position) => ({
      reading,
      position,
      holder: toIdentities(telling, position.holder),
    })),
  );
}

function evidenceOf({ reading, position }: Stand): Evidence {
  return { report: reading.report.id, finding: position.id, quote: position.at[0] };
}

function standOf(stand: Stand): Shift["before"] {
  const told = stand.reading.report.published.value;
  return {
    stance: stand.position.stance,
    content: stand.position.content,
    ...(told ? { told } : {}),
    evidence: [evidenceOf(stand)],
  };
}

/** Earlier stances first: what is told as past goes before what the same report tells as present. */
function inTime(stands: readonly Stand[]): Stand[] {
  return [...stands].sort(
    (a, b) =>
      compareEdtf(a.reading.report.published.value ?? "", b.reading.report.published.value ?? "") ||
      Number(b.position.past ?? false) - Number(a.position.past ?? false) ||
      a.position.at[0].start - b.position.at[0].start,
  );
}

/** Holder × issue, by the number of reports that speak of it. */
export function cellsOf(telling: Telling): Cell[] {
  const groups = Map.groupBy(standsOf(telling), key);
  const cells = [...groups.values()].map((group): Cell => {
    const stands = inTime(group);
    const now = stands.findLast(({ position }) => !position.past) ?? stands.at(-1)!;
    const { reports, origins } = telling.origins.corroborate(
      group.map(({ reading, position }) => ({ reading, finding: position })),
    );
    return {
      holder: stands[0]!.holder,
      issue: stands[0]!.position.issue,
      stance: now.position.stance,
      stands: stands.map((stand) => ({
        ...standOf(stand),
        ...(stand.position.past ? { past: true as const } : {}),
      })),
      corroboration: { reports: reports.length, origins: origins.length },
    };
  });
  return cells.sort(
    (a, b) =>
      b.corroboration.reports - a.corroboration.reports ||
      b.stands.length - a.stands.length ||
      name(a).localeCompare(name(b), "en"),
  );
}

function name(cell: Cell): string {
  return `${cell.holder.map((holder) => holder.name).join(" and ")} ${cell.issue}`;
}

const LEANING: Readonly<Record<Stance, number>> = {
  demands: 1,
  offers: 1,
  accepts: 1,
  supports: 1,
  rejects: -1,
  opposes: -1,
  considers: 0,
  open: 0,
};

function strengthOf(before: Stand, after: Stand): Pick<Shift, "strength" | "why"> {
  const sameReport = before.reading === after.reading;
  if (sameReport && before.position.past)
    return { strength: "firm", why: "one report tells both and calls the first one earlier" };
  const outlets = sourceName(before.reading) !== sourceName(after.reading);
  const wasTold = (stand: Stand) =>
    stand.position.attributedBy !== undefined || stand.position.according.length > 0;
  if (outlets && wasTold(before) !== wasTold(after)) {
    return { strength: "artefact", why: "the change goes with a change of outlet and of attribution" };
  }
  if (outlets && before.position.statements.length === 0 && after.position.statements.length === 0) {
    return { strength: "soft", why: "two outlets put it differently, neither with the holder's own words" };
  }
  return {
    strength: outlets ? "soft" : "firm",
    why: outlets ? "told by different outlets" : "told by one outlet at both times",
  };
}

function shiftBetween(before: Stand, after: Stand): Shift {
  const when = after.reading.report.published.value;
  return {
    id: idOf("shift", before.position.id, after.position.id),
    holder: [...after.holder],
    issue: after.position.issue,
    before: standOf(before),
    after: standOf(after),
    ...(when ? { when } : {}),
    ...strengthOf(before, after),
  };
}

function turns(before: Stand, after: Stand): boolean {
  const [from, to] = [LEANING[before.position.stance], LEANING[after.position.stance]];
  return from !== 0 && to !== 0 && from !== to && sameMatter(before.position.content, after.position.content);
}

/** A holder's stance on an issue that changes between two tellings, the same side's envoys and offices taken together. */
export function shiftsOf(telling: Telling): Shift[] {
  const bySide = Map.groupBy(
    standsOf(telling),
    (stand) =>
      `${stand.holder
        .flatMap((holder) => telling.sides.of(holder.id))
        .sort()
        .join("+")} ${stand.position.issue}`,
  );
  const found: Shift[] = [];
  for (const group of bySide.values()) {
    const stands = inTime(group);
    let before: Stand | undefined;
    for (const after of stands) {
      if (before !== undefined && turns(before, after)) found.push(shiftBetween(before, after));
      if (LEANING[after.position.stance] !== 0) before = after;
    }
  }
  return found.sort((a, b) => compareEdtf(a.when ?? "", b.when ?? "") || (a.id < b.id ? -1 : 1));
}

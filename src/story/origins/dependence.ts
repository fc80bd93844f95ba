/** Whom a report names as its source. */
import type { Dependence } from "../../record/corroboration.ts";
import type { Reading } from "../../record/reading.ts";

/** An outlet's name as it is compared: "The Courier" and "Courier" are one. */
export function outletKey(name: string): string {
  return name.toLowerCase().replace(/^the /, "").trim();
}

const known = new WeakMap<Reading, readonly string[]>();

/** Outlets that a report names as where it has things from. */
export function citedOutlets(reading: Reading): readonly string[] {
  const before = known.get(reading);
  if (before) return before;
  const found = outletsNamed(reading);
  known.set(reading, found);
  return found;
}

function outletsNamed({ report, citations, statements, actors }: Reading): string[] {
  const outlets = new Map(actors.filter(({ kind }) => kind === "outlet").map(({ id, name }) => [id, name]));
  const speakers = statements.flatMap(({ speaker, via }) =>
    [...speaker, ...via].flatMap(({ id }) => outlets.get(id) ?? []),
  );
  const own = outletKey(report.outlet?.value ?? "");
  const named = [...citations.flatMap(({ outlet }) => outlet ?? []), ...speakers];
  return [...new Map(named.map((name) => [outletKey(name), name])).values()].filter(
    (name) => outletKey(name) !== own,
  );
}

/** What a report says of its own sources. */
export function creditsOf(reading: Reading): Dependence[] {
  const { report } = reading;
  const agency = report.agency?.value;
  const isOwn = agency !== undefined && outletKey(agency) === outletKey(report.outlet?.value ?? "");
  const credit = agency !== undefined && !isOwn ? [agency] : [];
  return [
    ...credit.map((on) => ({ from: report.id, on, kind: "agency credit" as const, passages: [] })),
    ...citedOutlets(reading)
      .filter((outlet) => agency === undefined || outletKey(outlet) !== outletKey(agency))
      .map((on) => ({ from: report.id, on, kind: "cited outlet" as const, passages: [] })),
  ];
}

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
    (name) => outletKey(name) !== own && /\p{Lu}/u.test(name),
  );
}

/** Capitalised words in a row, as names of outlets are written. */
const NAME = /\p{Lu}[\p{L}\p{N}&'’-]*(?:\s(?:of\s(?:the\s)?)?\p{Lu}[\p{L}\p{N}&'’-]*)*/gu;
const namesKnown = new WeakMap<Reading, ReadonlySet<string>>();

/** Every name in a text as names of outlets are compared. */
export function namesIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(NAME)].map(([name]) => outletKey(name.replace(/['’]s?$/, ""))));
}

/** Every name in the text of a report as names of outlets are compared, its own outlet left out. */
export function namesOf(reading: Reading): ReadonlySet<string> {
  const before = namesKnown.get(reading);
  if (before) return before;
  const { text, outlet } = reading.report;
  const names = new Set(namesIn(text));
  if (outlet) names.delete(outletKey(outlet.value));
  namesKnown.set(reading, names);
  return names;
}

/**
 * What a report says of its own sources.
 * @param outlets those of the story, by their keys: a report that names one has it as a source
 */
export function creditsOf(reading: Reading, outlets: ReadonlyMap<string, string>): Dependence[] {
  const { report } = reading;
  const agency = report.agency?.value;
  const isOwn = agency !== undefined && outletKey(agency) === outletKey(report.outlet?.value ?? "");
  const names = namesOf(reading);
  const named = [...outlets].flatMap(([key, name]) => (names.has(key) ? [name] : []));
  const cited = new Map([...citedOutlets(reading), ...named].map((name) => [outletKey(name), name])).values();
  const credit = agency !== undefined && !isOwn ? [agency] : [];
  return [
    ...credit.map((on) => ({ from: report.id, on, kind: "agency credit" as const, passages: [] })),
    ...[...cited]
      .filter((outlet) => agency === undefined || outletKey(outlet) !== outletKey(agency))
      .map((on) => ({ from: report.id, on, kind: "cited outlet" as const, passages: [] })),
  ];
}

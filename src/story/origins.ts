/**
 * How many independent origins a set of reports comes down to. `corroborate` is the one place where independence is
 * decided; everything else asks it.
 */
import type { Corroboration, Dependence } from "../record/corroboration.ts";
import type { Finding, Reading } from "../record/reading.ts";
import type { Copies } from "./origins/copies.ts";
import { citedFor, namedFor } from "./origins/credited.ts";
import { citedOutlets, creditsOf, namesOf, outletKey } from "./origins/dependence.ts";
import { runsOf } from "./origins/wording.ts";
import { compareReadings } from "./view.ts";

/** A run of this many common words inside quotation marks shows one source of the quote. */
const QUOTED_RUN = 5;
/** The same outside of them. */
const PLAIN_RUN = 10;

/** A finding with the report that has it. */
export interface Carrier {
  readonly reading: Reading;
  readonly finding: Finding;
}

export interface Origins {
  readonly corroborate: (carriers: readonly Carrier[]) => Corroboration;
}

/** How a report is called where it stands for an origin. */
export function sourceName({ report }: Reading): string {
  const file = report.file
    ?.split("/")
    .at(-1)
    ?.replace(/\.\w+$/, "");
  return report.outlet?.value ?? file ?? report.title?.value ?? report.id;
}

/** Sets that are joined pair by pair. */
class Groups {
  readonly #parent = new Map<string, string>();

  root(key: string): string {
    let root = key;
    for (let next = this.#parent.get(root); next !== undefined; next = this.#parent.get(root)) root = next;
    if (root !== key) this.#parent.set(key, root);
    return root;
  }

  join(a: string, b: string): boolean {
    const [left, right] = [this.root(a), this.root(b)];
    if (left === right) return false;
    this.#parent.set(right, left);
    return true;
  }
}

/**
 * The source at the head of the chain: what the report says it has the finding from. Of a figure that may be anybody;
 * of what somebody said or did, only an outlet or a source that is described closely enough to be one.
 */
function citedSource({ reading, finding }: Carrier): string | undefined {
  const [first] = finding.according;
  if (first === undefined) return undefined;
  const kind = reading.actors.find((actor) => actor.id === first.id)?.kind;
  const isFigure = "attribute" in finding;
  const isClose = kind !== "unnamed" || first.name.split(" ").length >= 3;
  return isClose && (isFigure || kind === "outlet" || kind === "unnamed") ? outletKey(first.name) : undefined;
}

function quotedIn(text: string): string[] {
  return [...text.matchAll(/[“"]([^”"]+)[”"]/g)].map((match) => match[1]!);
}

const runs = new WeakMap<Finding, readonly string[]>();

/** Runs of words of a finding's quotes that show where it was taken from: shorter inside quotation marks. */
function tellingRuns(finding: Finding): readonly string[] {
  const known = runs.get(finding);
  if (known) return known;
  const made = finding.at.flatMap(({ text }) => [
    ...runsOf(text, PLAIN_RUN),
    ...quotedIn(text).flatMap((quote) => runsOf(quote, QUOTED_RUN)),
  ]);
  runs.set(finding, made);
  return made;
}

/** Outlets and agencies, as keys, on which a report says that it rests. */
function creditKeys(reading: Reading): string[] {
  const { agency, outlet } = reading.report;
  const own = outletKey(outlet?.value ?? "");
  return [...citedOutlets(reading), ...(agency ? [agency.value] : [])]
    .map(outletKey)
    .filter((key) => key !== own);
}

/** The report that others of its group cite and that cites none of them, else one that is cited, else the earliest. */
function headOf(readings: readonly Reading[]): Reading {
  const keyOf = ({ report }: Reading) => (report.outlet ? outletKey(report.outlet.value) : undefined);
  const keys = new Set(readings.flatMap((reading) => keyOf(reading) ?? []));
  const cited = new Set(readings.flatMap((reading) => [...creditKeys(reading), ...namesOf(reading)]));
  const isAgency = ({ report }: Reading) =>
    report.agency !== undefined &&
    report.outlet !== undefined &&
    outletKey(report.agency.value) === outletKey(report.outlet.value);
  // The text of an agency is what others print.
  const agencies = readings.filter(isAgency);
  const heads =
    agencies.length > 0 ? agencies : readings.filter((reading) => cited.has(keyOf(reading) ?? ""));
  return (
    heads.find((reading) => !creditKeys(reading).some((key) => keys.has(key))) ?? heads[0] ?? readings[0]!
  );
}

type Link = (a: string, b: string, why: string) => void;

/** Links every carrier to the first that has one of its keys. */
function linkBy(
  carriers: readonly Carrier[],
  keysOf: (carrier: Carrier) => Iterable<readonly [key: unknown, why: string]>,
  link: Link,
): void {
  const firstOf = new Map<unknown, string>();
  for (const carrier of carriers) {
    const { id } = carrier.reading.report;
    for (const [key, why] of keysOf(carrier)) {
      const first = firstOf.get(key);
      if (first === undefined) firstOf.set(key, id);
      else if (first !== id) link(first, id, why);
    }
  }
}

/** Outlets and agencies that stand behind a carrier, its own outlet among them. */
function sourceKeys(carrier: Carrier): [string, string][] {
  const { report } = carrier.reading;
  const cited = citedSource(carrier);
  const credited = [...citedFor(carrier.reading, carrier.finding)];
  return [
    ...credited.map(([key, name]) => [key, `both cite ${name}`] as const),
    ...(report.agency ? [[outletKey(report.agency.value), "one agency behind the reports"] as const] : []),
    ...(cited ? [[cited, `both rest on ${carrier.finding.according[0]!.name}`] as const] : []),
    ...(report.outlet ? [[outletKey(report.outlet.value), "one outlet"] as const] : []),
    ...(report.family
      ? [[`family ${report.family}`, `one family of outlets, ${report.family}`] as const]
      : []),
  ].map(([key, why]) => [`source ${key}`, why]);
}

/** An outlet that one carrier cites, where another carrier is of that outlet or rests on it. */
function linkCited(carriers: readonly Carrier[], link: Link): void {
  const firstOf = new Map<string, string>();
  for (const carrier of carriers)
    for (const [key] of sourceKeys(carrier))
      if (!firstOf.has(key)) firstOf.set(key, carrier.reading.report.id);
  for (const { reading, finding } of carriers) {
    for (const [key, outlet] of citedFor(reading, finding)) {
      const on = firstOf.get(`source ${key}`);
      if (on !== undefined) link(on, reading.report.id, `cites ${outlet}`);
    }
    for (const key of namedFor(reading, finding)) {
      const on = firstOf.get(`source ${key}`);
      if (on !== undefined) link(on, reading.report.id, "names the other's outlet");
    }
  }
}

/** An outlet that all of a group cite and that has no report among them. */
function creditShared(group: readonly Carrier[]): string | undefined {
  const own = new Set(group.map(({ reading }) => outletKey(reading.report.outlet?.value ?? "")));
  const [first, ...others] = group.map(({ reading, finding }) => citedFor(reading, finding));
  const shared = [...first!].find(([key]) => !own.has(key) && others.every((other) => other.has(key)));
  return shared?.[1];
}

/** Decides independence among reports of which `copies` knows the wording. */
export function originsBy(copies: Copies): Origins {
  const corroborate = (carriers: readonly Carrier[]): Corroboration => {
    const sorted = [...carriers].sort((a, b) => compareReadings(a.reading, b.reading));
    const groups = new Groups();
    const whys = new Map<string, string>();
    const link: Link = (a, b, why) => {
      if (groups.join(a, b)) whys.set(b, why);
    };
    linkBy(
      sorted,
      ({ reading }) => [[copies.textOf(reading) ?? reading, "one text behind the reports"]],
      link,
    );
    linkBy(sorted, sourceKeys, link);
    linkCited(sorted, link);
    linkBy(
      sorted,
      ({ finding }) => tellingRuns(finding).map((run) => [run, "the same quote, word for word"] as const),
      link,
    );
    const byRoot = Map.groupBy(sorted, ({ reading }) => groups.root(reading.report.id));
    const origins = [...byRoot.values()].map((group) => {
      const reports = [...new Set(group.map(({ reading }) => reading.report.id))];
      const citing = group.filter((carrier) => citedSource(carrier) !== undefined);
      // One report's source is not what the others rest on.
      const isShared = new Set(citing.map(({ reading }) => reading)).size * 2 > reports.length;
      const cited = isShared ? citing[0]?.finding.according[0]?.name : undefined;
      const joined = reports.flatMap((id) => whys.get(id) ?? []);
      const head = headOf(group.map(({ reading }) => reading));
      const why = joined[0] ?? (cited ? `rests on ${cited}` : "own report");
      const behind = reports.length > 1 ? creditShared(group) : undefined;
      return { name: cited ?? behind ?? sourceName(head), reports, why };
    });
    return { reports: [...new Set(sorted.map(({ reading }) => reading.report.id))], origins };
  };
  return { corroborate };
}

/** Who rests on whom, by reports in order. */
export function dependencesOf(readings: readonly Reading[], copies: Copies): Dependence[] {
  const outlets = new Map(
    readings.flatMap(({ report: { outlet } }) =>
      outlet ? [[outletKey(outlet.value), outlet.value] as const] : [],
    ),
  );
  return [
    ...readings.flatMap((reading) => copies.dependencesOf(reading)),
    ...readings.flatMap((reading) => creditsOf(reading, outlets)),
    ...kinOf(readings),
  ];
}

/** Reports of outlets that share copy, each with the name of their family. */
function kinOf(readings: readonly Reading[]): Dependence[] {
  const families = Map.groupBy(
    readings.filter(({ report }) => report.family !== undefined),
    ({ report }) => report.family!,
  );
  return [...families].flatMap(([on, members]) => {
    const outlets = new Set(members.map(sourceName));
    return outlets.size < 2
      ? []
      : members.map(({ report }) => ({ from: report.id, on, kind: "same family" as const, passages: [] }));
  });
}

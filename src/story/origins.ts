/**
 * How many independent origins a set of reports comes down to. `corroborate` is the one place where independence is
 * decided; everything else asks it.
 */
import type { Corroboration, Dependence } from "../record/corroboration.ts";
import type { Finding, Reading } from "../record/reading.ts";
import { citedOutlets, copies, credits, outletKey } from "./origins/dependence.ts";
import { longestSharedRun } from "./origins/wording.ts";

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
  readonly dependences: readonly Dependence[];
  readonly corroborate: (carriers: readonly Carrier[]) => Corroboration;
}

/** How a report is called where it stands for an origin. */
export function sourceName({ report }: Reading): string {
  return report.outlet?.value ?? report.title?.value ?? report.file?.split("/").at(-1) ?? report.id;
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

function shareQuote(a: Carrier, b: Carrier): boolean {
  return a.finding.at.some((left) =>
    b.finding.at.some((right) => {
      if (longestSharedRun(left.text, right.text) >= PLAIN_RUN) return true;
      return quotedIn(left.text).some((one) =>
        quotedIn(right.text).some((other) => longestSharedRun(one, other) >= QUOTED_RUN),
      );
    }),
  );
}

/** Outlets and agencies, as keys, on which a report says that it rests. */
function creditsOf(reading: Reading): string[] {
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
  const cited = new Set(readings.flatMap(creditsOf));
  const heads = readings.filter((reading) => cited.has(keyOf(reading) ?? ""));
  return (
    heads.find((reading) => !creditsOf(reading).some((key) => keys.has(key))) ?? heads[0] ?? readings[0]!
  );
}

type Link = (a: string, b: string, why: string) => void;

/** Carriers of which one has it from the other, or both from a third. */
function linkSources(sorted: readonly Carrier[], wholeOf: (id: string) => string, link: Link): void {
  const firstOf = new Map<string, string>();
  const by = (key: string, id: string, why: string) => {
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, id);
    else link(first, id, why);
  };
  for (const carrier of sorted) {
    const { report } = carrier.reading;
    by(`text ${wholeOf(report.id)}`, report.id, "one text or one agency behind the reports");
    const cited = citedSource(carrier);
    if (cited) by(`source ${cited}`, report.id, `both rest on ${carrier.finding.according[0]!.name}`);
    if (report.outlet) by(`source ${outletKey(report.outlet.value)}`, report.id, "one outlet");
  }
  for (const { reading } of sorted) {
    for (const outlet of citedOutlets(reading)) {
      const on = firstOf.get(`source ${outletKey(outlet)}`);
      if (on !== undefined) link(on, reading.report.id, `cites ${outlet}`);
    }
  }
}

/** Pairwise quotes are compared up to here; beyond, what is shared shows in the wording of the reports. */
const MOST_PAIRS = 60;

function linkQuotes(sorted: readonly Carrier[], groups: Groups, link: Link): void {
  for (const [i, carrier] of sorted.slice(0, MOST_PAIRS).entries()) {
    for (const earlier of sorted.slice(0, i)) {
      const [a, b] = [earlier.reading.report.id, carrier.reading.report.id];
      if (groups.root(a) === groups.root(b)) continue;
      if (shareQuote(earlier, carrier)) link(a, b, "the same quote, word for word");
    }
  }
}

/** Decides independence for a set of readings in order of publication. */
export function originsOf(readings: readonly Reading[]): Origins {
  const copied = copies(readings);
  const whole = new Groups();
  for (const { from, on } of copied) whole.join(on, from);
  for (const { report } of readings) {
    if (report.agency) whole.join(`agency ${outletKey(report.agency.value)}`, report.id);
    if (report.outlet) whole.join(`agency ${outletKey(report.outlet.value)}`, report.id);
  }
  const order = new Map(readings.map(({ report }, i) => [report.id, i]));

  const corroborate = (carriers: readonly Carrier[]): Corroboration => {
    const sorted = [...carriers].sort(
      (a, b) => (order.get(a.reading.report.id) ?? 0) - (order.get(b.reading.report.id) ?? 0),
    );
    const groups = new Groups();
    const whys = new Map<string, string>();
    const link: Link = (a, b, why) => {
      if (groups.join(a, b)) whys.set(b, why);
    };
    linkSources(sorted, (id) => whole.root(id), link);
    linkQuotes(sorted, groups, link);
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
      return { name: cited ?? sourceName(head), reports, why };
    });
    return { reports: [...new Set(sorted.map(({ reading }) => reading.report.id))], origins };
  };
  return { dependences: [...copied, ...credits(readings)], corroborate };
}

/** Who rests on whom as a tree: each report under the one thing that it rests on most. */
import type { Dependence } from "../record/corroboration.ts";
import type { Reading } from "../record/reading.ts";
import { outletKey } from "./origins/dependence.ts";
import { compareReadings } from "./view.ts";

/** A report, or a source that the story does not hold, with what rests on it. */
export interface OriginChain {
  /** Absent for a source that is only named. */
  readonly reading?: Reading;
  /** Id of the report, or the name of the source. */
  readonly name: string;
  /** Why it rests on what stands above it; empty at the head. */
  readonly because: readonly Dependence["kind"][];
  /** The longest stretch of wording that it shares with what stands above it. */
  readonly passage?: string;
  /** What else it rests on, by name. */
  readonly also: readonly string[];
  readonly resting: readonly OriginChain[];
}

/** What weighs more when a report rests on several. */
const WEIGHT: readonly Dependence["kind"][] = [
  "agency credit",
  "shared wording",
  "shared quote",
  "cited outlet",
  "same family",
  "unnamed source",
];

interface Rest {
  readonly on: string;
  readonly others: readonly string[];
  readonly links: readonly Dependence[];
}

/** The report of the story that a named source means: the first of that outlet published no later. */
function resolved(dependence: Dependence, readings: readonly Reading[], from: Reading): string {
  if (readings.some(({ report }) => report.id === dependence.on)) return dependence.on;
  const key = outletKey(dependence.on);
  const own = readings.filter(
    ({ report }) => report !== from.report && report.outlet && outletKey(report.outlet.value) === key,
  );
  return own.findLast((one) => compareReadings(one, from) < 0)?.report.id ?? dependence.on;
}

function weightOf({ links }: Rest): number {
  return Math.min(...links.map(({ kind }) => WEIGHT.indexOf(kind)));
}

/** Characters of wording that a report shares with what it rests on. */
function sharedBy({ links }: Rest, report: string): number {
  const own = links.flatMap(({ passages }) => passages.filter((one) => one.report === report));
  return own.reduce((sum, { text }) => sum + text.length, 0);
}

/** The one thing on which each report rests most, where that makes no circle. */
function restsOf(readings: readonly Reading[], dependences: readonly Dependence[]): Map<string, Rest> {
  const byFrom = Map.groupBy(dependences, ({ from }) => from);
  const parents = new Map<string, Rest>();
  for (const reading of readings) {
    const { id } = reading.report;
    const links = (byFrom.get(id) ?? []).map((link) => ({ link, on: resolved(link, readings, reading) }));
    const rests = [...Map.groupBy(links, ({ on }) => on)]
      .map(([on, group]): Rest => ({ on, others: [], links: group.map(({ link }) => link) }))
      .sort((a, b) => weightOf(a) - weightOf(b) || sharedBy(b, id) - sharedBy(a, id));
    const fits = rests.find(({ on }) => {
      for (let at: string | undefined = on; at !== undefined; at = parents.get(at)?.on)
        if (at === id) return false;
      return true;
    });
    const others = rests.filter((rest) => rest !== fits).map(({ on }) => on);
    if (fits) parents.set(id, { ...fits, others });
  }
  return parents;
}

function passageOf({ links }: Rest, report: string): string | undefined {
  const own = links.flatMap(({ passages }) => passages.filter((one) => one.report === report));
  return own.sort((a, b) => b.text.length - a.text.length)[0]?.text;
}

/** Every origin with what rests on it, by the first report under it. @param readings in order of publication */
export function originChains(
  readings: readonly Reading[],
  dependences: readonly Dependence[],
): OriginChain[] {
  const rests = restsOf(readings, dependences);
  const byId = new Map(readings.map((reading) => [reading.report.id, reading]));
  const under = Map.groupBy(rests.keys(), (id) => rests.get(id)!.on);
  const nameOf = (on: string) => byId.get(on)?.report.outlet?.value ?? on;
  const chain = (name: string): OriginChain => {
    const reading = byId.get(name);
    const rest = rests.get(name);
    const passage = rest && passageOf(rest, name);
    return {
      ...(reading && { reading }),
      name,
      because: rest ? [...new Set(rest.links.map(({ kind }) => kind))] : [],
      ...(passage && { passage }),
      also: [...new Set(rest?.others.map(nameOf))].filter((other) => other !== nameOf(rest!.on)),
      resting: (under.get(name) ?? []).map(chain),
    };
  };
  const heads = new Set(
    readings.map(({ report }) => {
      let at = report.id;
      for (let rest = rests.get(at); rest; rest = rests.get(at)) at = rest.on;
      return at;
    }),
  );
  return [...heads].map(chain);
}

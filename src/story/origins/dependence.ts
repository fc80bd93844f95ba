/** Who rests on whom: reports that share wording or quotes, credit an agency, or cite another outlet. */
import type { Dependence } from "../../record/corroboration.ts";
import type { Reading } from "../../record/reading.ts";
import { publishedBy } from "../view.ts";
import { sharedWording, type Wording, wordingOf } from "./wording.ts";

/** From this share of common wording on a report is taken to be made from the other. */
const COPIED = 0.18;
const MOST_PASSAGES = 5;
/** Reports remembered for a run of words: the first that had it. */
const REMEMBERED = 50;
/** From this share on the rest of a report's models are those of its model. */
const WHOLE = 0.9;
/** Days between a report and one that is made from it. */
const NEAR = 30;

/** An outlet's name as it is compared: "The Courier" and "Courier" are one. */
export function outletKey(name: string): string {
  return name.toLowerCase().replace(/^the /, "").trim();
}

function passagesBetween(
  later: Reading,
  earlier: Reading,
  shared: ReturnType<typeof sharedWording>,
): Dependence["passages"] {
  return shared.passages.slice(0, MOST_PASSAGES).flatMap(({ first, second }) => [
    { report: later.report.id, ...first, text: later.report.text.slice(first.start, first.end) },
    { report: earlier.report.id, ...second, text: earlier.report.text.slice(second.start, second.end) },
  ]);
}

/** Earlier texts that have runs of words in common with a text, by how many. */
function candidates(wording: Wording, index: ReadonlyMap<string, readonly number[]>): number[] {
  const hits = new Map<number, number>();
  for (const key of wording.shingles.keys()) {
    const holders = index.get(key) ?? [];
    for (const holder of holders) hits.set(holder, (hits.get(holder) ?? 0) + 1);
  }
  return [...hits]
    .filter(([, count]) => count >= COPIED * 0.5 * wording.shingles.size || count > 20)
    .map(([at]) => at);
}

function isNear(a: Reading, b: Reading): boolean {
  const [left, right] = [publishedBy(a), publishedBy(b)];
  return left === undefined || right === undefined || Math.abs(left - right) <= NEAR;
}

/** Whether a report names the outlet of another as its source. */
function cites(reading: Reading, other: Reading): boolean {
  const outlet = other.report.outlet && outletKey(other.report.outlet.value);
  const agency = reading.report.agency && outletKey(reading.report.agency.value);
  return (
    outlet !== undefined &&
    (agency === outlet || citedOutlets(reading).some((name) => outletKey(name) === outlet))
  );
}

/** Pairs of reports of which the later is made from the earlier, with the passages that show it. */
export function copies(readings: readonly Reading[]): Dependence[] {
  const wordings = readings.map(wordingOf);
  const index = new Map<string, number[]>();
  const found: Dependence[] = [];
  for (const [later, wording] of wordings.entries()) {
    for (const earlier of candidates(wording, index).sort((a, b) => a - b)) {
      if (!isNear(readings[later]!, readings[earlier]!)) continue;
      const isTurned = cites(readings[earlier]!, readings[later]!);
      const [copy, model] = isTurned ? [earlier, later] : [later, earlier];
      const shared = sharedWording(wordings[copy]!, wordings[model]!);
      if (shared.containment < COPIED) continue;
      const [from, on] = [readings[copy]!, readings[model]!];
      found.push({
        from: from.report.id,
        on: on.report.id,
        kind: "shared wording",
        passages: passagesBetween(from, on, shared),
      });
      if (shared.containment >= WHOLE) break;
    }
    for (const key of wording.shingles.keys()) {
      const holders = index.get(key);
      if (holders && holders.length < REMEMBERED) holders.push(later);
      else if (!holders) index.set(key, [later]);
    }
  }
  return found;
}

/** Outlets that a report names as where it has things from. */
export function citedOutlets({ report, citations, statements, actors }: Reading): string[] {
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

/** What reports say of their own sources. */
export function credits(readings: readonly Reading[]): Dependence[] {
  return readings.flatMap((reading) => {
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
  });
}

/**
 * Who rests on whom, and how many independent origins a set of reports comes down to.
 * `corroborate` is the one place where independence is decided; everything else asks it.
 */
import type { Corroboration, Dependence } from "../record/corroboration.ts";
import type { Finding, Reading } from "../record/reading.ts";
import { longestSharedRun, sharedWording, wordingOf } from "./wording.ts";

/** From this share of common wording on a report is taken to be made from the other. */
const COPIED = 0.18;
/** A run of this many common words in two quotes shows one source of the quote. */
const QUOTED_RUN = 8;
const MOST_PASSAGES = 5;

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
  return report.outlet?.value ?? report.file?.split("/").at(-1) ?? report.id;
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

function copies(readings: readonly Reading[]): Dependence[] {
  const wordings = readings.map(wordingOf);
  const found: Dependence[] = [];
  for (let later = 1; later < readings.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      const shared = sharedWording(wordings[later]!, wordings[earlier]!);
      if (shared.containment < COPIED) continue;
      const [from, on] = [readings[later]!, readings[earlier]!];
      found.push({
        from: from.report.id,
        on: on.report.id,
        kind: "shared wording",
        passages: passagesBetween(from, on, shared),
      });
    }
  }
  return found;
}

function credits(readings: readonly Reading[]): Dependence[] {
  return readings.flatMap(({ report, citations }) => {
    const agency = report.agency?.value;
    const cited = new Set(citations.flatMap((citation) => citation.outlet ?? []));
    const own = report.outlet?.value.toLowerCase();
    return [
      ...(agency && agency.toLowerCase() !== own
        ? [{ from: report.id, on: agency, kind: "agency credit" as const, passages: [] }]
        : []),
      ...[...cited]
        .filter((outlet) => outlet !== agency && outlet.toLowerCase() !== own)
        .map((outlet) => ({ from: report.id, on: outlet, kind: "cited outlet" as const, passages: [] })),
    ];
  });
}

class Groups {
  readonly #parent = new Map<string, string>();

  root(key: string): string {
    let root = key;
    for (
      let next = this.#parent.get(root);
      next !== undefined && next !== root;
      next = this.#parent.get(root)
    )
      root = next;
    return root;
  }

  join(a: string, b: string): void {
    const [left, right] = [this.root(a), this.root(b)];
    if (left !== right) this.#parent.set(right, left);
  }
}

/** Outlets and unnamed sources at the head of the chain: what the report says it has the finding from. */
function citedSource({ reading, finding }: Carrier): string | undefined {
  const [first] = finding.according;
  const kind = first && reading.actors.find((actor) => actor.id === first.id)?.kind;
  return first && (kind === "outlet" || kind === "unnamed") ? first.name.toLowerCase() : undefined;
}

function shareQuote(a: Carrier, b: Carrier): boolean {
  return a.finding.at.some((left) =>
    b.finding.at.some((right) => longestSharedRun(left.text, right.text) >= QUOTED_RUN),
  );
}

/** Decides independence for a set of readings in order of publication. */
export function originsOf(readings: readonly Reading[]): Origins {
  const copied = copies(readings);
  const whole = new Groups();
  for (const { from, on } of copied) whole.join(on, from);
  for (const { report } of readings)
    if (report.agency) whole.join(`agency ${report.agency.value.toLowerCase()}`, report.id);
  for (const { report } of readings)
    if (report.outlet) whole.join(`agency ${report.outlet.value.toLowerCase()}`, report.id);
  const order = new Map(readings.map(({ report }, i) => [report.id, i]));

  const corroborate = (carriers: readonly Carrier[]): Corroboration => {
    const sorted = [...carriers].sort(
      (a, b) => (order.get(a.reading.report.id) ?? 0) - (order.get(b.reading.report.id) ?? 0),
    );
    const groups = new Groups();
    const whys = new Map<string, string>();
    const link = (a: string, b: string, why: string) => {
      groups.join(a, b);
      whys.set(b, why);
    };
    for (const [i, carrier] of sorted.entries()) {
      const id = carrier.reading.report.id;
      link(`whole ${whole.root(id)}`, id, "one text or one agency behind the reports");
      const cited = citedSource(carrier);
      if (cited) link(`cited ${cited}`, id, `rests on ${cited}`);
      for (const earlier of sorted.slice(0, i)) {
        if (earlier.reading.report.id !== id && shareQuote(earlier, carrier)) {
          link(earlier.reading.report.id, id, "the same quote, word for word");
        }
      }
      const outlet = carrier.reading.report.outlet?.value.toLowerCase();
      if (outlet) groups.join(`cited ${outlet}`, id);
    }
    const byRoot = Map.groupBy(sorted, ({ reading }) => groups.root(reading.report.id));
    const origins = [...byRoot.values()].map((group) => {
      const reports = [...new Set(group.map(({ reading }) => reading.report.id))];
      const cited = group.map(citedSource).find((source) => source !== undefined);
      return {
        name: cited ?? sourceName(group[0]!.reading),
        reports,
        why:
          reports.length > 1
            ? (whys.get(reports.at(-1)!) ?? "one outlet")
            : cited
              ? `rests on ${cited}`
              : "own report",
      };
    });
    return { reports: [...new Set(sorted.map(({ reading }) => reading.report.id))], origins };
  };
  return { dependences: [...copied, ...credits(readings)], corroborate };
}

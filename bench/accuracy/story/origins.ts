/** How well the story counts independent origins, and who rests on whom. */
import type { Finding, Kind } from "../../../src/record/reading.ts";
import { Copies } from "../../../src/story/origins/copies.ts";
import { originsBy } from "../../../src/story/origins.ts";
import { score } from "../record/match.ts";
import type { Measure } from "./measures.ts";
import type { Sample } from "./sample.ts";
import type { StoryGold } from "./story-gold.ts";

/** Which findings of the single reports an entry of the gold's origins speaks of: a kind, and what their ids end with. */
const CARRIERS: readonly { readonly about: RegExp; readonly kind: Kind; readonly key: RegExp }[] = [
  { about: /^h\.ministers/, kind: "events", key: /\.e\.(ministers|meeting)$/ },
  { about: /offer of June 2/, kind: "proposals", key: /\.q\.velsik/ },
  { about: /^340/, kind: "claims", key: /\.c\.(k340|captives340)$/ },
  { about: /^304/, kind: "claims", key: /\.c\.(k304|captives)$/ },
  { about: /in the room/, kind: "events", key: /\.e\.(abalte|talks|meeting)$/ },
  { about: /first line of the first page/, kind: "statements", key: /hadry|first_line|line|minister/ },
  { about: /easing of the embargo/, kind: "positions", key: /(abalte|union|union_diesel|considers|easing)$/ },
];

function pairsWithin(groups: readonly (readonly string[])[]): Set<string> {
  return new Set(
    groups.flatMap((group) =>
      [...group].sort().flatMap((a, i, all) => all.slice(i + 1).map((b) => `${a} ${b}`)),
    ),
  );
}

/** Pairs of reports that come down to one origin, over the findings that the gold names. */
export function origins(sample: Sample, gold: StoryGold): Measure {
  const { readings } = sample.story;
  const copies = new Copies();
  for (const reading of readings) copies.add(reading);
  const { corroborate } = originsBy(copies);
  let [right, found, wanted, n] = [0, 0, 0, 0];
  const notes: string[] = [];
  for (const { about, reports, independent, independent_alt = [] } of gold.origins) {
    const rule = CARRIERS.find((candidate) => candidate.about.test(about));
    if (!rule) continue;
    const carriers = readings.flatMap((reading) => {
      if (!reports.includes(sample.reportOf.get(reading.report.id) ?? "")) return [];
      const list: readonly Finding[] = reading[rule.kind];
      const finding = list.find(({ id }) => rule.key.test(sample.goldOf.get(id) ?? ""));
      return finding ? [{ reading, finding }] : [];
    });
    const here = new Set(carriers.map(({ reading }) => sample.reportOf.get(reading.report.id) ?? ""));
    const got = pairsWithin(
      corroborate(carriers).origins.map((origin) =>
        origin.reports.map((id) => sample.reportOf.get(id) ?? ""),
      ),
    );
    const answers = [independent, ...independent_alt].map((groups) =>
      pairsWithin(groups.map((group) => group.filter((report) => here.has(report)))),
    );
    const hits = (answer: ReadonlySet<string>) => [...got].filter((pair) => answer.has(pair)).length;
    const best = answers.reduce((a, b) => (2 * hits(b) - b.size > 2 * hits(a) - a.size ? b : a));
    right += hits(best);
    found += got.size;
    wanted += best.size;
    n += here.size;
    notes.push(
      ...[...best].filter((pair) => !got.has(pair)).map((pair) => `origins missed ${about}: ${pair} are one`),
      ...[...got].filter((pair) => !best.has(pair)).map((pair) => `origins false  ${about}: ${pair} are two`),
    );
  }
  return { name: "origins", score: score(right, found, wanted), n, notes };
}

function plain(name: string): string {
  return name.toLowerCase().replace(/^the /, "");
}

/** Who rests on whom: an arrow counts where it goes from the report to the other, by number or by outlet. */
export function dependence(sample: Sample, gold: StoryGold): Measure {
  const outletOf = new Map(
    sample.story.readings.map(({ report }) => [
      sample.reportOf.get(report.id) ?? "",
      plain(report.outlet?.value ?? ""),
    ]),
  );
  const named = (id: string) => sample.reportOf.get(id) ?? plain(id);
  const found = new Set(sample.story.sources().map(({ from, on }) => `${named(from)} ${named(on)}`));
  const holds = ({ from, on }: { from: string; on: string }) =>
    found.has(`${from} ${plain(on)}`) || found.has(`${from} ${outletOf.get(on) ?? plain(on)}`);
  const right = gold.dependence.filter(holds).length;
  return {
    name: "dependence",
    score: score(right, right, gold.dependence.length),
    n: gold.dependence.length,
    notes: gold.dependence
      .filter((one) => !holds(one))
      .map(({ from, on, kind }) => `dependence missed ${from} on ${on} (${kind})`),
  };
}

/** Pairs of names that somebody judged to mean one bearer or two. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { edits } from "../../../src/compare/names/align.ts";
import { organisationFeatures, personFeatures } from "../../../src/compare/names/features.ts";
import { plainText } from "../../../src/compare/names/words.ts";
import type { Row } from "../../bench.ts";
import { score } from "../record/match.ts";
import { type Example, fit, sum } from "./logistic.ts";

export interface NamePair extends Example {
  readonly kind: "person" | "organisation";
  readonly names: readonly [string, string];
}

/** Reads the table of judged pairs: columns schema, name1, name2, is_match. */
export function namePairs(file: string): NamePair[] {
  const rows: Record<string, string>[] = parse(readFileSync(file, "utf8"), { columns: true });
  return rows.map((row) => {
    const kind = row.schema === "Person" ? "person" : "organisation";
    const [a, b] = [row.name1 ?? "", row.name2 ?? ""];
    const features = kind === "person" ? personFeatures(a, b) : organisationFeatures(a, b);
    return { kind, names: [a, b], features, label: row.is_match === "true" };
  });
}

const FOLDS = 5;

type Judge = (pair: NamePair) => boolean;

function scored(pairs: readonly NamePair[], judge: Judge) {
  const found = pairs.filter(judge);
  const right = found.filter(({ label }) => label).length;
  return score(right, found.length, pairs.filter(({ label }) => label).length);
}

/** Each pair judged by weights that were learnt without it. */
function crossJudge(pairs: readonly NamePair[]): Judge {
  const verdicts = new Map<NamePair, boolean>();
  for (const kind of ["person", "organisation"] as const) {
    const own = pairs.filter((pair) => pair.kind === kind);
    for (let fold = 0; fold < FOLDS; fold++) {
      const model = fit(own.filter((_, i) => i % FOLDS !== fold));
      for (const pair of own.filter((_, i) => i % FOLDS === fold))
        verdicts.set(pair, sum(model, pair.features) > 0);
    }
  }
  return (pair) => verdicts.get(pair) ?? false;
}

/** The trivial judge: four fifths of the letters alike. */
function byLetters({ names }: NamePair): boolean {
  const [a, b] = names.map((name) => plainText(name)) as [string, string];
  return edits(a, b) <= 0.2 * Math.max(a.length, b.length);
}

/** Pair F1 over five folds, persons and organisations apart, beside the trivial judge. */
export function nameRows(data: string): { rows: Row[]; notes: string[] } {
  const file = join(data, "names/cases-tune.csv");
  if (!existsSync(file)) return { rows: [], notes: [`${file} is not there: names are not measured`] };
  const pairs = namePairs(file);
  const judges: [Judge, string | undefined][] = [
    [crossJudge(pairs), undefined],
    [byLetters, "letters alike"],
  ];
  const rows = judges.flatMap(([judge, peer]) =>
    (["person", "organisation", "all"] as const).flatMap((kind) => {
      const own = kind === "all" ? pairs : pairs.filter((pair) => pair.kind === kind);
      const { precision, recall, f1 } = scored(own, judge);
      const common = { data: "names/cases-tune.csv", n: own.length, ...(peer ? { peer } : {}) };
      return [
        { metric: `names ${kind} precision`, value: precision, ...common },
        { metric: `names ${kind} recall`, value: recall, ...common },
        { metric: `names ${kind} f1`, value: f1, ...common },
      ];
    }),
  );
  return { rows, notes: [] };
}

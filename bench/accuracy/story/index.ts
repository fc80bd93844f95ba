/**
 * `npm run bench -- story`: the story of the example against its gold, once from perfect readings (what the story does)
 * and once from own readings (what a user gets).
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { read } from "../../../src/read.ts";
import { readMeta } from "../../../src/report/meta.ts";
import type { Options, Result, Row } from "../../bench.ts";
import { ecbRows } from "./ecb.ts";
import { goldReadings } from "./gold-readings.ts";
import * as measures from "./measures.ts";
import { nameRows } from "./name-pairs.ts";
import { dependence, origins } from "./origins.ts";
import { goldSample, ownSample, type Sample } from "./sample.ts";
import { readStoryGold, type StoryGold } from "./story-gold.ts";
import { wiceRows } from "./wice.ts";

function measured(sample: Sample, gold: StoryGold): measures.Measure[] {
  return [
    measures.identities(sample, gold),
    measures.histories(sample, gold),
    ...measures.endings(sample, gold),
    origins(sample, gold),
    dependence(sample, gold),
    measures.conflicts(sample, gold),
    ...measures.shifts(sample, gold),
    measures.timeline(sample, gold),
    measures.upcoming(sample, gold),
    measures.matrix(sample, gold),
    measures.problems(sample, gold),
  ];
}

function rowsOf(data: string, all: readonly measures.Measure[]): Row[] {
  return all.flatMap(({ name, score, n }) =>
    (["precision", "recall", "f1"] as const).map((field) => ({
      metric: `${name} ${field}`,
      data,
      value: score[field],
      n,
    })),
  );
}

const EXAMPLE = "examples/halvern";

async function ownReadings(folder: string, gold: ReturnType<typeof goldReadings>) {
  const meta = readMeta(readFileSync(join(folder, "../meta.csv"), "utf8"), "meta.csv");
  return Promise.all(
    gold.map(async ({ name, gold: item }) => ({
      name,
      gold: item,
      reading: await read(readFileSync(join(folder, item.file)), {
        file: item.file,
        given: meta.get(item.file) ?? {},
      }),
    })),
  );
}

/** Scores the story of a gold folder (`--data`) over its reports; the example's by default. */
export async function run(options: Options): Promise<Result> {
  const folder = options.data ?? `${EXAMPLE}/gold`;
  const reports = options.reports ?? join(folder, "../reports");
  if (!existsSync(join(folder, "story.json"))) {
    return { bench: "story", rows: [], notes: [`${folder} has no story.json: skipped`] };
  }
  const gold = readStoryGold(folder);
  const perfect = goldReadings(folder, reports);
  const samples = [
    goldSample(`${folder} (gold readings)`, perfect),
    ownSample(`${folder} (own readings)`, await ownReadings(reports, perfect)),
  ];
  const results = samples.map((sample) => ({ sample, all: measured(sample, gold) }));
  const DATA = "../shared/data";
  const outside = [nameRows(DATA), ecbRows(DATA), wiceRows(DATA)];
  return {
    bench: "story",
    rows: [
      ...results.flatMap(({ sample, all }) => rowsOf(sample.data, all)),
      ...outside.flatMap(({ rows }) => rows),
    ],
    notes: [
      ...outside.flatMap(({ notes }) => notes),
      ...results.flatMap(({ sample, all }) =>
        all
          .flatMap(({ notes }) => notes)
          .filter(
            (note) => options.show === "all" || (options.show !== undefined && note.startsWith(options.show)),
          )
          .map((note) => `${sample.data}: ${note}`),
      ),
    ],
  };
}

/**
 * `npm run bench -- record`: every kind of finding against a gold folder, a score for each report and the mean of them.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { read } from "../../../src/read.ts";
import { PROBLEM_KINDS } from "../../../src/record/problem.ts";
import { type Findings, KINDS, type Kind } from "../../../src/record/reading.ts";
import { type Given, readMeta } from "../../../src/report/meta.ts";
import type { Options, Result, Row } from "../../bench.ts";
import { trivialFindings } from "./baseline.ts";
import { type Found, fits, fitsExactly, type Side } from "./fits.ts";
import { type GoldItem, type GoldReport, readGold } from "./gold.ts";
import { assign, type Score, score } from "./match.ts";
import { type Judged, reliability } from "./reliability.ts";
import { type Spoken, speakerRows, spokenIn, wrongSpeakers } from "./speakers.ts";

interface Outcome {
  readonly report: string;
  readonly kind: Kind;
  readonly score: Score;
  readonly exact: Score;
  readonly gold: number;
  readonly missed: readonly GoldItem[];
  readonly false: readonly Found[];
  readonly judged: readonly Judged[];
}

const STORY_PROBLEMS = new Set(["misspelling", "lost attribution", "contradicts established fact"]);
const READING_PROBLEMS = new Set<string>(PROBLEM_KINDS.filter((kind) => !STORY_PROBLEMS.has(kind)));

/** Problems of a kind that the vocabulary lacks, or that only a story can show, count neither way. */
function isOptional(kind: Kind, item: GoldItem): boolean {
  return item.optional === true || (kind === "problems" && !READING_PROBLEMS.has(String(item.kind)));
}

function compare(kind: Kind, side: Side): Outcome {
  const items = side.gold.items[kind] ?? [];
  const required = items.filter((item) => !isOptional(kind, item));
  const optional = items.filter((item) => isOptional(kind, item));
  const found: readonly Found[] = side.found[kind];
  const match = assign(required.length, found.length, (g, f) => fits(kind, side, required[g]!, found[f]!));
  const used = new Set(match);
  const left = found.filter((_, f) => !used.has(f));
  const excused = new Set(
    assign(optional.length, left.length, (g, f) => fits(kind, side, optional[g]!, left[f]!)).map(
      (f) => left[f],
    ),
  );
  const wrong = side.gold.whole ? left.filter((finding) => !excused.has(finding)) : [];
  const right = match.filter((f) => f >= 0).length;
  const exact = match.filter((f, g) => f >= 0 && fitsExactly(kind, side, required[g]!, found[f]!)).length;
  return {
    report: side.gold.name,
    kind,
    score: score(right, right + wrong.length, required.length),
    exact: score(exact, right + wrong.length, required.length),
    gold: required.length,
    missed: required.filter((_, g) => match[g] === -1),
    false: wrong,
    judged: found
      .map((finding, f) => ({ finding, right: used.has(f) }))
      .filter(({ finding, right }) => required.length > 0 && (right || wrong.includes(finding)))
      .map(({ finding, right }) => ({ kind, score: finding.score, right })),
  };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rows(data: string, outcomes: readonly Outcome[], peer?: string): Row[] {
  const result: Row[] = [];
  for (const kind of KINDS) {
    const own = outcomes.filter((outcome) => outcome.kind === kind && outcome.gold > 0);
    const n = own.reduce((sum, outcome) => sum + outcome.gold, 0);
    if (own.length === 0) continue;
    for (const measure of ["precision", "recall", "f1"] as const) {
      const value = mean(own.map((outcome) => outcome.score[measure]));
      result.push({ metric: `${kind} ${measure}`, data, value, n, ...(peer ? { peer } : {}) });
    }
    if (!peer) result.push({ metric: `${kind} exact f1`, data, value: mean(own.map((o) => o.exact.f1)), n });
  }
  return result;
}

function listing(outcome: Outcome): string[] {
  const brief = (finding: Found): string => {
    const {
      id: _,
      according: __,
      by,
      score: ___,
      mentions: ____,
      references: _____,
      ...rest
    } = finding as Found & Record<string, unknown>;
    return `${by}: ${JSON.stringify(rest)}`;
  };
  return [
    ...outcome.missed.map((item) => `${outcome.report} ${outcome.kind} missed  ${JSON.stringify(item)}`),
    ...outcome.false.map((finding) => `${outcome.report} ${outcome.kind} false   ${brief(finding)}`),
  ];
}

function locate(folder: string, file: string): string {
  const name = readdirSync(folder, { recursive: true })
    .map(String)
    .find((path) => path.endsWith(file));
  if (name === undefined) throw new Error(`${file} is annotated but not in ${folder}`);
  return join(folder, name);
}

/** What `meta.csv` beside the reports' folder says of them, as a user would hand it in. */
function metaOf(reports: string): ReadonlyMap<string, Given> {
  const file = join(reports, "../meta.csv");
  return existsSync(file) ? readMeta(readFileSync(file, "utf8"), file) : new Map();
}

async function findingsOf(path: string, given: Given): Promise<{ text: string; found: Findings }> {
  const reading = await read(readFileSync(path), { file: path, given });
  return { text: reading.report.text, found: reading };
}

/** Gold folders with the reports beside them that are measured unasked. */
const EXAMPLES = [
  "examples/halvern",
  "examples/elsewhere",
  "examples/abroad",
  "examples/beyond",
  "examples/afield",
  "examples/highlands",
  "examples/summits",
  "examples/straits",
  "examples/harbours",
  "examples/reactors",
  "examples/provinces",
];

/** Scores a gold folder (`--data`) over its reports (`--reports`); the examples' by default. */
export async function run(options: Options): Promise<Result> {
  const folders = options.data
    ? [{ gold: options.data, reports: options.reports ?? join(options.data, "../reports") }]
    : EXAMPLES.map((example) => ({
        gold: `${example}/gold`,
        reports: options.reports ?? `${example}/reports`,
      }));
  const parts: { rows: Row[]; notes: string[]; judged: readonly Judged[] }[] = [];
  for (const { gold, reports } of folders) parts.push(await measure(gold, reports, options.show));
  const scale = reliability(parts.flatMap((part) => part.judged));
  return {
    bench: "record",
    rows: [...parts.flatMap((part) => part.rows), ...scale.rows],
    notes: [...parts.flatMap((part) => part.notes), ...scale.notes],
  };
}

async function measure(
  folder: string,
  reports: string,
  show: string | undefined,
): Promise<{ rows: Row[]; notes: string[]; judged: readonly Judged[] }> {
  const gold: GoldReport[] = readGold(folder);
  const meta = metaOf(reports);
  const own: Outcome[] = [];
  const trivial: Outcome[] = [];
  const spoken: Spoken[] = [];
  const notes: string[] = [];
  for (const report of gold) {
    const { text, found } = await findingsOf(locate(reports, report.file), meta.get(report.file) ?? {});
    const said = spokenIn({ text, gold: report, found });
    spoken.push(said);
    if (show === "speakers") notes.push(...wrongSpeakers(report.name, said));
    for (const kind of KINDS) {
      own.push(compare(kind, { text, gold: report, found }));
      trivial.push(compare(kind, { text, gold: report, found: trivialFindings(text, gold) }));
    }
  }
  const whole = new Set(gold.filter((report) => report.whole).map((report) => report.name));
  const inFull = (outcomes: readonly Outcome[]) => outcomes.filter((outcome) => whole.has(outcome.report));
  const planted = own.filter((outcome) => !whole.has(outcome.report) && outcome.gold > 0);
  const shown = own.filter((o) => show === "all" || o.kind === show || o.report === show);
  return {
    rows: [
      ...rows(folder, inFull(own)),
      ...rows(folder, inFull(trivial), "trivial"),
      ...rows(`${folder} (planted)`, planted).filter((row) => row.metric.endsWith("recall")),
      ...speakerRows(folder, spoken),
    ],
    notes: [...notes, ...shown.flatMap(listing)],
    judged: inFull(own).flatMap((outcome) => outcome.judged),
  };
}

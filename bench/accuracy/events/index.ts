/**
 * Events against coded sentences, actors found by ourselves.
 *
 * Each sentence is read as a report of its own, dated as the data say. The event with the longest primary quote is its
 * coding, what is told as a fact or a plan before what is only possible. Root: right where one of the sentence's codings has that PLOVER root. Triple: right where that coding's source
 * and target are also among participants and recipients (a word of the name in common; either order where the coding
 * has no target). Precision counts sentences with an event, recall all that have a coding. Nothing is learnt from the
 * sentences, but the lexicon's author read the tuning records: the five folds only show the spread.
 *
 * The unit tests of PETRARCH-2 try its mechanics with a small dictionary made for them, so that "restore diplomatic
 * ties" counts there as sharing intelligence; their figure shows how far such codes are from PLOVER's definitions.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { read } from "../../../src/read.ts";
import type { Event } from "../../../src/record/event.ts";
import type { Reading } from "../../../src/record/reading.ts";
import type { Options, Result, Row } from "../../bench.ts";
import { ploverRoot } from "./plover-root.ts";
import { type CodedSentence, type Coding, readPetrarch, readPlover } from "./records.ts";

const FOLDS = 5;

interface Outcome {
  readonly sentence: CodedSentence;
  readonly event: Event | undefined;
  readonly root: boolean;
  readonly triple: boolean;
}

/** @param options `data`: the folder that holds `plover/` and `petrarch2/`; `../shared/data` by default */
export async function run(options: Options): Promise<Result> {
  const folder = options.data ?? new URL("../../../../shared/data", import.meta.url).pathname;
  const rows: Row[] = [];
  const notes: string[] = [];
  const crosswalk = join(folder, "plover/CAMEO2PLOVER-2021.txt");
  const sets = [
    ["plover", readPlover(join(folder, "plover/records-tune.json"))],
    ["petrarch2", readPetrarch(join(folder, "petrarch2"), crosswalk)],
  ] as const;
  for (const [name, sentences] of sets) {
    if (sentences === undefined) {
      notes.push(`${name}: no data in ${folder}, skipped`);
      continue;
    }
    const outcomes: Outcome[] = [];
    for (const sentence of sentences) outcomes.push(await outcomeOf(sentence));
    rows.push(...rowsOf(name, outcomes));
    if (options.show === "all" || options.show === name) notes.push(...outcomes.flatMap(shown));
  }
  const silent = await silentRows(options, notes);
  return { bench: "events", rows: [...rows, ...silent], notes };
}

async function readingOf(text: string, date?: string): Promise<Reading> {
  return read(new TextEncoder().encode(text), {
    file: "sentence.txt",
    ...(date ? { given: { published: date } } : {}),
  });
}

async function outcomeOf(sentence: CodedSentence): Promise<Outcome> {
  const reading = await readingOf(sentence.text, sentence.date);
  const event = reading.events.toSorted(
    (a, b) => openness(a) - openness(b) || lengthOf(b) - lengthOf(a) || a.at[0].start - b.at[0].start,
  )[0];
  const root = event === undefined ? undefined : ploverRoot(event);
  const alike = sentence.codings.filter((coding) => coding.root === root);
  return {
    sentence,
    event,
    root: alike.length > 0,
    triple: event !== undefined && alike.some((coding) => hasActors(coding, event, reading)),
  };
}

/** What is only possible comes after what is told as a fact or a plan. */
function openness({ status }: Event): number {
  return status === "possible" ? 1 : 0;
}

function lengthOf({ at: [first] }: Event): number {
  return first.end - first.start;
}

function hasActors({ sources = [], targets = [] }: Coding, event: Event, reading: Reading): boolean {
  const named = (references: Event["participants"]) =>
    new Set(
      references.flatMap(({ id, name }) => {
        const actor = reading.actors.find((one) => one.id === id);
        return [name, ...(actor?.mentions.map(({ text }) => text) ?? [])].flatMap(wordsOf);
      }),
    );
  const has = (words: ReadonlySet<string>, names: readonly string[]) =>
    names.length === 0 || names.some((name) => wordsOf(name).some((word) => words.has(word)));
  const doers = named(event.participants);
  const all = new Set([...doers, ...named(event.recipients)]);
  return has(doers, sources) && has(all, targets);
}

function wordsOf(name: string): string[] {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => word !== "the" && word !== "of" && word !== "s");
}

interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function scoreOf(outcomes: readonly Outcome[], isRight: (outcome: Outcome) => boolean): Score {
  const coded = outcomes.filter(({ sentence }) => sentence.codings.length > 0).length;
  const found = outcomes.filter(({ event }) => event !== undefined).length;
  const right = outcomes.filter(isRight).length;
  const precision = found === 0 ? 1 : right / found;
  const recall = coded === 0 ? 1 : right / coded;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

function rowsOf(data: string, outcomes: readonly Outcome[]): Row[] {
  const n = outcomes.length;
  const row = (metric: string, value: number, peer?: string): Row => ({
    metric,
    data,
    value: 100 * value,
    n,
    unit: "%",
    ...(peer === undefined ? {} : { peer }),
  });
  const root = scoreOf(outcomes, (one) => one.root);
  const folds = Array.from(
    { length: FOLDS },
    (_, fold) =>
      scoreOf(
        outcomes.filter((_one, i) => i % FOLDS === fold),
        (one) => one.root,
      ).f1,
  );
  const rows = [
    row("root precision", root.precision),
    row("root recall", root.recall),
    row("root F1", root.f1),
    row("root F1, always the most frequent root", majority(outcomes), "trivial"),
    row("root F1, standard deviation of five folds", deviation(folds)),
  ];
  if (outcomes.some(({ sentence }) => sentence.codings.some(({ sources }) => sources !== undefined))) {
    rows.push(row("triple F1", scoreOf(outcomes, (one) => one.triple).f1));
  }
  return rows;
}

function majority(outcomes: readonly Outcome[]): number {
  const counts = new Map<string, number>();
  for (const { sentence } of outcomes) {
    for (const root of new Set(sentence.codings.map((coding) => coding.root)))
      counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  const right = Math.max(0, ...counts.values());
  const coded = outcomes.filter(({ sentence }) => sentence.codings.length > 0).length;
  return (2 * right) / (outcomes.length + coded);
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1),
  );
}

function shown({ sentence, event, root }: Outcome): string[] {
  if (root) return [];
  const gold = sentence.codings.map((coding) => coding.root).join("/") || "nothing";
  const found = event ? `${ploverRoot(event)} (${event.type} ${event.status}, ${event.by})` : "nothing";
  return [`  ${gold} ≠ ${found}: ${sentence.text}`];
}

/** Texts that are no news of a negotiation: every event found there that is not merely said is a false alarm. */
async function silentRows({ show }: Options, notes: string[]): Promise<Row[]> {
  const folder = new URL("../../../examples/silent/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  let events = 0;
  let meetings = 0;
  let claims = 0;
  let clean = 0;
  for (const file of files) {
    const reading = await readingOf(readFileSync(new URL(file, folder), "utf8"));
    const found = reading.events;
    events += found.length;
    meetings += found.filter(({ type }) => type === "CONSULT").length;
    claims += reading.claims.length;
    if (found.length === 0) clean++;
    if (show === "all" || show === "silent") {
      notes.push(...found.map(({ type, subtype, at }) => `  ${file}: ${type}/${subtype} ${at[0].text}`));
    }
  }
  const n = files.length;
  return [
    { metric: "false events", data: "silent texts", value: events, n },
    { metric: "false meetings", data: "silent texts", value: meetings, n },
    { metric: "claims", data: "silent texts", value: claims, n },
    { metric: "texts without a false event", data: "silent texts", value: clean, n },
  ];
}

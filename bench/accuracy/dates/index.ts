/** Dates against TempEval-3 documents: `npm run bench -- dates [--data FOLDER] [--show all]`. */
import { existsSync } from "node:fs";
import { findTimes } from "../../../src/findings/times/find.ts";
import { type TenseAt, tenseOf } from "../../../src/findings/times/tense.ts";
import { toTimex } from "../../../src/findings/times/timex.ts";
import { readClauses } from "../../../src/language/clauses/read-clauses.ts";
import { parse } from "../../../src/language/parse.ts";
import { extent } from "../../../src/record/edtf.ts";
import type { Options, Result, Row } from "../../bench.ts";
import { chronoAnswers } from "./chrono.ts";
import { add, align, count, f1, NOTHING, type Pair } from "./score.ts";
import { type Part, partOf } from "./split.ts";
import { readFolder, type Tagged, type TimeDocument } from "./timeml.ts";

const FOLDER = "../shared/data/tempeval3";

/** The expressions that the product finds in a document. */
export function answers(document: TimeDocument): readonly Tagged[] {
  return findWith(document, tenseOf(readClauses(parse(document.text)), document.text));
}

function findWith({ text, created }: TimeDocument, tenseAt: TenseAt): readonly Tagged[] {
  const published = created === undefined ? undefined : extent(created);
  return toTimex(text, findTimes(text, { tenseAt, ...(published !== undefined && { published }) }));
}

/** The trivial base line: every name of a weekday or month and every year, with the day of writing as its value. */
export function trivialAnswers({ text, created = "" }: TimeDocument): readonly Tagged[] {
  const pattern =
    /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:19|20)\d\d\b|\btoday\b|\byesterday\b|\bnow\b/g;
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    type: "DATE",
    value: /^\d/.test(match[0]) ? match[0] : created,
  }));
}

const SYSTEMS: readonly {
  readonly peer?: string;
  readonly answer: (document: TimeDocument) => readonly Tagged[];
}[] = [
  { answer: answers },
  { peer: "chrono-node", answer: chronoAnswers },
  { peer: "names of days, months, years", answer: trivialAnswers },
];

export async function run({ data = FOLDER, show }: Options): Promise<Result> {
  if (!existsSync(data))
    return { bench: "dates", rows: [], notes: [`${data} is absent: dates are not scored`] };
  const rows: Row[] = [];
  const notes: string[] = [];
  for (const part of ["tuning", "kept"] as const) {
    const documents = readFolder(data, (name) => partOf(name) === part);
    rows.push(...SYSTEMS.flatMap(({ peer, answer }) => rowsOf(documents, part, answer, peer)));
    if (show !== undefined && part === "tuning") notes.push(...documents.flatMap(misses));
    if (part === "tuning") rows.push(...speed(documents));
  }
  return { bench: "dates", rows, notes };
}

function rowsOf(
  documents: readonly TimeDocument[],
  part: Part,
  answer: (document: TimeDocument) => readonly Tagged[],
  peer?: string,
): Row[] {
  const total = documents
    .map((document) => count(align(document.timexes, answer(document))))
    .reduce(add, { ...NOTHING });
  const data = part === "kept" ? "the fifth that was kept unread" : "four fifths for tuning";
  const row = (metric: string, right: number): Row => ({
    metric,
    data,
    value: f1(right, total),
    n: total.gold,
    unit: "F1",
    ...(peer !== undefined && { peer }),
  });
  return [
    row("strict", total.strict),
    row("relaxed", total.relaxed),
    row("type", total.type),
    row("value", total.value),
  ];
}

/** Words a second of finding and resolving dates in text whose clauses are read, the best of three rounds. */
function speed(documents: readonly TimeDocument[]): Row[] {
  const words = documents.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
  const tenses = documents.map(({ text }) => tenseOf(readClauses(parse(text)), text));
  let best = Infinity;
  for (let round = 0; round < 3; round += 1) {
    const before = performance.now();
    for (const [index, document] of documents.entries())
      findWith(document, tenses[index] ?? (() => undefined));
    best = Math.min(best, performance.now() - before);
  }
  return words === 0
    ? []
    : [
        {
          metric: "speed",
          data: "four fifths for tuning",
          value: words / (best / 1000),
          n: words,
          unit: "words/s",
        },
      ];
}

function misses(document: TimeDocument): string[] {
  return align(document.timexes, answers(document)).flatMap((pair) => {
    const line = describe(pair, document);
    return line === undefined ? [] : [line];
  });
}

/** One line for a miss, a false alarm or a wrong value; `undefined` where all is right. */
function describe({ gold, given }: Pair, { name, created, text }: TimeDocument): string | undefined {
  const kind =
    gold === undefined
      ? "false alarm"
      : given === undefined
        ? "miss"
        : gold.value === given.value
          ? ""
          : "value";
  const span = gold ?? given;
  if (kind === "" || span === undefined) return undefined;
  const around = (from: number, to: number) => text.slice(Math.max(0, from), to).replace(/\s+/g, " ");
  const quote = `${around(span.start - 40, span.start)}[${around(span.start, span.end)}]${around(span.end, span.end + 25)}`;
  return [kind, created, gold?.value ?? "", given?.value ?? "", quote, name].join("\t");
}

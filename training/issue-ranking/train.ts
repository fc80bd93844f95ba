/**
 * `node training/issue-ranking/train.ts`: learns how much each clue to the issue of something wanted counts, and writes
 * `src/findings/positions/ranking/weights.ts`. It learns from the gold of `examples/` and the reports of
 * `training/stances/reports/`, all invented; the same texts give the same bytes. Run it after `training/stances/train.ts`.
 * `--check [--also FOLDER]…` leaves out one set of examples at a time, prints how often the issue is right there and on
 * the sets of the other folders, and writes nothing; `--show` prints what is wrong there.
 */
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { scoresBy } from "../../src/findings/positions/learnt/issue-model.ts";
import { CLUES, type Clues, cluesOf, KINDS, WIDTH } from "../../src/findings/positions/ranking/clues.ts";
import { rank, weighed } from "../../src/findings/positions/ranking/rank.ts";
import type { Learnt } from "../../src/findings/positions/ranking/surroundings.ts";
import { defaultAgenda } from "../../src/findings/settings.ts";
import type { Doc } from "../../src/language/doc.ts";
import { taught } from "../lesson.ts";
import { issueLesson } from "../stances/lessons.ts";
import { readFolder } from "../stances/marked.ts";
import { earlierOf, goldTexts, type Item, markedTexts, type Told } from "./examples.ts";
import { type Choice, type FitSettings, fit } from "./fit.ts";

const { values } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    also: { type: "string", multiple: true, default: [] },
    show: { type: "boolean", default: false },
  },
});

const root = resolve(import.meta.dirname, "../..");
const agenda = defaultAgenda();
const count = agenda.length;

/** What weights are expected to be where the texts say nothing. */
const EXPECTED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  all: { "matter, sure": 1 },
  weak: { "matter, weak": 1, "weak term at its core": 1 },
  pointing: { "nearest sure term before": 1.5, "other's last": 0.3, none: -0.5 },
};

function expected(): Float64Array {
  const weights = new Float64Array((1 + KINDS.length) * WIDTH);
  for (const [kind, clues] of Object.entries(EXPECTED))
    for (const [clue, weight] of Object.entries(clues))
      weights[
        (1 + (KINDS as readonly string[]).indexOf(kind)) * WIDTH + (CLUES as readonly string[]).indexOf(clue)
      ] = weight;
  return weights;
}

const SETTINGS: FitSettings = {
  width: WIDTH,
  kinds: KINDS.length,
  expected: expected(),
  hold: [0.002, 0.006],
  steps: 200,
  rate: 0.15,
};

/** Share of the first of several right issues. */
const FIRST = 0.65;

function targetOf({ issue, also }: Item): Float64Array {
  const target = new Float64Array(count + 1);
  for (const [i, { name }] of agenda.entries()) if (name === "other") target[i] = -1;
  const others = [...new Set(also)].filter((other) => other !== issue);
  const row = (number: number) => (number < 0 ? count : number);
  target[row(issue)] = others.length === 0 ? 1 : FIRST;
  for (const other of others) target[row(other)] = (1 - FIRST) / others.length;
  return target;
}

/** The choices of a text: what came before each item under its right issue, or under what weights take for it. */
function choicesOf({ surroundings, items }: Told, weights: Float64Array | undefined): Choice[] {
  const issues: number[] = [];
  return items.map((item, i) => {
    const clues: Clues = cluesOf(surroundings, {
      content: item.content,
      earlier: earlierOf(items, issues, i),
    });
    issues.push(weights ? bestOf(clues, weights) : item.issue);
    return { kind: clues.kind, rows: clues.rows, target: targetOf(item) };
  });
}

/** Number of the issue for which most speaks, or -1. */
function bestOf(clues: Clues, weights: ArrayLike<number>): number {
  const scores = weighed(clues, weights);
  let best = count;
  for (let i = 0; i < count; i++) if (agenda[i]!.name !== "other" && scores[i]! > scores[best]!) best = i;
  return best === count ? -1 : best;
}

/** The weights: first with the right issues of what came before, then with those that the first weights give. */
function learn(texts: readonly Told[]): Float64Array {
  const first = fit(
    texts.flatMap((text) => choicesOf(text, undefined)),
    SETTINGS,
  );
  return fit(
    texts.flatMap((text) => choicesOf(text, first)),
    SETTINGS,
  );
}

/** How many items of some texts stand under a right issue. */
function rightIn(texts: readonly Told[], weights: readonly number[]): number {
  let right = 0;
  for (const { surroundings, items } of texts) {
    const issues: number[] = [];
    for (const [i, item] of items.entries()) {
      const { issue, kind, lead } = rank(
        surroundings,
        { content: item.content, earlier: earlierOf(items, issues, i) },
        weights,
      );
      issues.push(issue);
      const isRight = issue === item.issue || item.also.includes(issue);
      if (isRight) right++;
      else if (values.show) {
        const words = surroundings.doc.text.slice(item.content.start, item.content.end);
        const name = (number: number) => agenda[number]?.name ?? "other";
        process.stdout.write(
          `  ${kind} ${lead.toFixed(2)} «${words}» ${[item.issue, ...item.also].map(name).join("|")} · ${name(issue)}\n`,
        );
      }
    }
  }
  return right;
}

/** A model of issues that has not seen the reports, so that its scores there are like those of unseen texts. */
const model = taught(issueLesson(readFolder(join(root, "training/stances/sentences")).flat()));
const issues = agenda.map(({ name }) => name).filter((name) => name !== "other");
const learnt =
  (doc: Doc): Learnt =>
  (range) =>
    scoresBy(model, issues, range, doc, agenda);
const unlearnt = (): Learnt => () => undefined;

/** Sets on which nothing may be learnt: they show what the program does on reports that it was not made for. */
const UNSEEN: ReadonlySet<string> = new Set(["provinces"]);

async function examples(of: (doc: Doc) => Learnt): Promise<ReadonlyMap<string, readonly Told[]>> {
  const sets = new Map<string, readonly Told[]>();
  for (const name of readdirSync(join(root, "examples")).sort()) {
    const folder = join(root, "examples", name);
    if (UNSEEN.has(name) || !existsSync(join(folder, "gold"))) continue;
    const texts = await goldTexts(folder, of);
    if (texts.some(({ items }) => items.length > 0)) sets.set(name, texts);
  }
  return sets;
}

function reports(of: (doc: Doc) => Learnt): Told[] {
  const folder = join(root, "training/stances/reports");
  return readdirSync(folder)
    .sort()
    .flatMap((file) => markedTexts(join(folder, file), of));
}

const rounded = (weights: Float64Array) => [...weights].map((weight) => Math.round(weight * 1000));

async function check(): Promise<void> {
  const sets = await examples(learnt);
  const marked = reports(learnt);
  const print = (name: string, texts: readonly Told[], right: number) => {
    const all = texts.reduce((sum, { items }) => sum + items.length, 0);
    process.stdout.write(`${name.padEnd(12)} ${String(all).padStart(5)}  ${(right / all).toFixed(3)}\n`);
  };
  let total = 0;
  for (const [name, texts] of sets) {
    const others = [...sets].filter(([other]) => other !== name).flatMap(([, each]) => each);
    const right = rightIn(texts, rounded(learn([...others, ...marked])));
    print(name, texts, right);
    total += right;
  }
  print("examples", [...sets.values()].flat(), total);
  const all = rounded(learn([...[...sets.values()].flat(), ...marked]));
  for (const folder of values.also) {
    const texts = await goldTexts(folder, learnt);
    print(basename(folder), texts, rightIn(texts, all));
  }
  print("reports", marked, rightIn(marked, rounded(learn([...sets.values()].flat()))));
}

async function write(): Promise<void> {
  const listing = async (of: (doc: Doc) => Learnt) => {
    const texts = [...[...(await examples(of)).values()].flat(), ...reports(of)];
    const weights = rounded(learn(texts));
    const lines = CLUES.map((clue, at) => {
      const row = [...Array(1 + KINDS.length).keys()].map((kind) => weights[kind * WIDTH + at]);
      return `  [${row.join(", ")}], // ${clue}`;
    });
    return `[\n${lines.join("\n")}\n]`;
  };
  writeFileSync(
    join(root, "src/findings/positions/ranking/weights.ts"),
    `/**
 * How much each clue to an issue counts, in thousandths: for contents of all kinds, and on top of that for those of each
 * kind (${KINDS.join(", ")}). Learnt by \`training/issue-ranking/train.ts\` from invented reports.
 */

/** Where a model has learnt the agenda. */
export const WITH_MODEL: readonly (readonly number[])[] = ${await listing(learnt)};

/** For an agenda that no model has learnt. */
export const WITHOUT_MODEL: readonly (readonly number[])[] = ${await listing(unlearnt)};
`,
  );
}

await (values.check ? check() : write());

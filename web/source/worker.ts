/** Tells the story away from the page, so that the page never waits: asks come in, answers go out. */

import type { HumanJudgement } from "../../src/record/human-judgement.ts";
import type { Reading } from "../../src/record/reading.ts";
import { answersOf, type Parted } from "./answers.ts";
import { useAscii } from "./ascii.ts";
import type { Answers } from "./story-source.ts";

/** What lies in the file, as JSON. */
export interface Held {
  readonly readings: string;
  /** Which of them tell which story, the one that is shown first in front. */
  readonly stories: string;
  /** Made before the file was written. */
  readonly judgements: string;
  /** See `ascii.ts`. */
  readonly ascii: string;
}

/** What the page sends: what the file holds once, judgements whenever they change, and questions. */
export type Letter =
  | { readonly type: "held"; readonly held: Held }
  | { readonly type: "made"; readonly made: readonly HumanJudgement[] }
  | {
      readonly type: "ask";
      readonly id: number;
      readonly noun: keyof Answers;
      readonly args: readonly unknown[];
    };

export type Reply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };

let parted: readonly Parted[] = [];
let earlier: readonly HumanJudgement[] = [];
let made: readonly HumanJudgement[] = [];
let answers: Answers | undefined;
/** Why what lies in the file cannot be read; every question is answered with it. */
let broken: string | undefined;

/** Readings by the stories that they tell. */
function partedBy(stories: string, readings: readonly Reading[]): Parted[] {
  const byReport = new Map(readings.map((reading) => [reading.report.id, reading]));
  const groups = JSON.parse(stories) as { readonly name: string; readonly reports: readonly string[] }[];
  return groups.map(({ name, reports }) => ({
    name,
    readings: reports.flatMap((id) => byReport.get(id) ?? []),
  }));
}

function take({ readings: texts, stories, judgements, ascii }: Held): void {
  try {
    parted = partedBy(stories, JSON.parse(texts) as Reading[]);
    earlier = JSON.parse(judgements) as HumanJudgement[];
    useAscii(JSON.parse(ascii) as Record<string, string>);
    answers = undefined;
  } catch {
    broken = "The file is not whole: what it holds of the reports cannot be read. Ask for it again.";
  }
}

function answer(noun: keyof Answers, args: readonly unknown[]): unknown {
  if (broken !== undefined) throw new Error(broken);
  answers ??= answersOf(parted, [...earlier, ...made]);
  return (answers[noun] as (...args: readonly unknown[]) => unknown)(...args);
}

addEventListener("message", ({ data }: MessageEvent<Letter>) => {
  if (data.type === "held") take(data.held);
  else if (data.type === "made") {
    made = data.made;
    answers = undefined;
  } else {
    const { id, noun, args } = data;
    try {
      postMessage({ id, value: answer(noun, args) } satisfies Reply);
    } catch (error) {
      postMessage({ id, error: error instanceof Error ? error.message : String(error) } satisfies Reply);
    }
  }
});

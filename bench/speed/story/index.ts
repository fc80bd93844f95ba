/** `npm run bench -- story-speed [--n REPORTS]`: how long a story of generated reports takes, every view of it told. */
import { tell } from "../../../src/story/tell.ts";
import type { Options, Result } from "../../bench.ts";
import { generated } from "./generate.ts";

const REPORTS = 1000;

/** Tells a story of `n` generated reports with all its views. */
export async function run(options: Options): Promise<Result> {
  const count = options.n ?? REPORTS;
  const readings = generated(count);
  const start = performance.now();
  const story = tell(readings);
  const views = [
    story.identities(),
    story.histories(),
    story.positions(),
    story.shifts(),
    story.conflicts(),
    story.problems(),
  ];
  story.brief();
  const spent = performance.now() - start;
  return {
    bench: "story-speed",
    rows: [
      { metric: "all views of a story", data: "generated", value: spent, n: count, unit: "ms" },
      { metric: "a report of it", data: "generated", value: spent / count, n: count, unit: "ms" },
    ],
    notes: [`${views[0]!.length} identities, ${views[1]!.length} events, ${views[4]!.length} contradictions`],
  };
}

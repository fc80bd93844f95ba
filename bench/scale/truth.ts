/** The story that grew, held against what the grammar knows. */
import type { Evidence } from "../../src/record/evidence.ts";
import type { Story } from "../../src/story/story.ts";
import { score } from "../accuracy/record/match.ts";
import type { Row } from "../bench.ts";
import { type Generated, roundAt } from "./generate.ts";

function f1Row(data: string, metric: string, right: number, found: number, wanted: number): Row {
  return { metric: `${metric} f1`, data, value: score(right, found, wanted).f1, n: wanted };
}

function pairs(size: number): number {
  return (size * (size - 1)) / 2;
}

/** Pairs of reports that tell one meeting. */
function eventRow(data: string, all: readonly Generated[], story: Story): Row {
  const roundOf = new Map(all.map(({ reading, round }) => [reading.report.id, round]));
  const sizes = (counts: ReadonlyMap<unknown, readonly unknown[]>) =>
    [...counts.values()].reduce((sum, list) => sum + pairs(list.length), 0);
  const wanted = sizes(Map.groupBy(all, ({ round }) => round));
  let [right, found] = [0, 0];
  for (const { steps } of story.histories()) {
    found += pairs(steps.length);
    right += sizes(Map.groupBy(steps, ({ evidence }) => roundOf.get(evidence.report)));
  }
  return f1Row(data, "meetings, pairs of reports", right, found, wanted);
}

/** Rounds of which reports on both sides of a planted difference are in the story. */
function planted(all: readonly Generated[], isOn: (one: Generated, both: readonly Generated[]) => boolean) {
  return new Set(
    [...Map.groupBy(all, ({ round }) => round)].flatMap(([round, list]) =>
      list.some((one) => isOn(one, list)) ? [round] : [],
    ),
  );
}

function setRow(data: string, metric: string, found: readonly number[], wanted: ReadonlySet<number>): Row {
  return f1Row(data, metric, new Set(found.filter((one) => wanted.has(one))).size, found.length, wanted.size);
}

export function truthRows(data: string, all: readonly Generated[], story: Story): Row[] {
  const roundOf = new Map(all.map(({ reading, round }) => [reading.report.id, round]));
  const roundIn = ([first]: readonly Evidence[]) => roundOf.get(first?.report ?? "") ?? -1;
  const figures = (one: Generated) => one.reading.claims[0]!.value;
  const stances = (one: Generated) => one.reading.positions[0]!.stance;
  const disputed = planted(all, (one, list) => list.some((other) => figures(other) !== figures(one)));
  const turned = planted(all, (one, list) => list.some((other) => stances(other) !== stances(one)));
  const names = new Set(all.flatMap(({ round }) => [...roundAt(round).states, roundAt(round).envoy]));
  const actors = story.identities().filter((identity) => identity.of === "actor");
  const isTrue = actors.filter(({ names: own }) => own.length === 1 && names.has(own[0]!)).length;
  return [
    f1Row(data, "actors", isTrue, actors.length, names.size),
    eventRow(data, all, story),
    setRow(
      data,
      "disputed figures",
      story
        .conflicts()
        .filter(({ kind }) => kind === "figure")
        .map(({ sides }) => roundIn(sides[0]!.evidence)),
      disputed,
    ),
    setRow(
      data,
      "turns of stance",
      story.shifts().map(({ after }) => roundIn(after.evidence)),
      turned,
    ),
  ];
}

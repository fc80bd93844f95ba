import fc from "fast-check";
import { expect, test } from "vitest";
import type { HumanJudgement } from "../record/human-judgement.ts";
import type { Reading } from "../record/reading.ts";
import { Teller } from "./teller.ts";
import { Stories, standingsIn, type ToldStory, tellStories } from "./told-stories.ts";

const PAIRS = [
  ["Lorvia", "Ostmark"],
  ["Agron", "Belmark"],
  ["Tamor", "Karvelia"],
] as const;

function report(matter: number, day: number): Reading {
  const [a, b] = PAIRS[matter]!;
  const met = `met in Brell on April ${day}`;
  return new Teller(`Outlet ${day % 3}`, `2031-04-0${day}`, `${a} and ${b} ${met}. ${a} demands a truce.`)
    .actor(a, "state")
    .actor(b, "state")
    .place("Brell")
    .event(met, "CONSULT", "meeting", "held", {
      participants: [a, b],
      place: "Brell",
      when: `2031-04-0${day}`,
    })
    .position(a, "demands", "ceasefire", "a truce")
    .reading();
}

const all = PAIRS.flatMap((_, matter) => [1, 2, 3, 4].map((day) => report(matter, day)));

function said(stories: readonly ToldStory[]): string {
  return JSON.stringify(
    stories.map(({ id, name, isStray, story }) => [
      id,
      name,
      isStray,
      story.identities(),
      story.histories(),
      story.positions(),
      story.brief(),
      story.humanJudgements(),
    ]),
  );
}

function judgementOn(reading: Reading, id: string): HumanJudgement {
  const [position] = reading.positions;
  const anchor = { kind: "positions", id: position!.id, report: reading.report.id, name: "a truce" } as const;
  return {
    id,
    verdict: "reject",
    on: [{ ...anchor, quote: position!.at[0] }],
    who: "ana",
    when: "2031-05-01T00:00:00Z",
  };
}

test("stories that grew are those that their readings tell together, and what was told before stays", () => {
  const step = fc.record({
    chosen: fc.subarray(all, { minLength: 1 }),
    judged: fc.subarray([0, 5, 9]),
    isAsked: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
      const stories = new Stories();
      const judgements = (judged: readonly number[]) => judged.map((i) => judgementOn(all[i]!, `j${i}`));
      const told = steps.map(({ chosen, judged, isAsked }) => {
        const given = judgements(judged);
        const now = stories.tell(chosen, given);
        if (isAsked) said(now);
        return { now, chosen, given };
      });
      for (const { now, chosen, given } of told) expect(said(now)).toBe(said(tellStories(chosen, given)));
    }),
    { numRuns: 30, seed: 7 },
  );
}, 60_000);

test("a judgement touches the story of its report alone, and is shown once", () => {
  const judgement = judgementOn(all[0]!, "j");
  const stories = tellStories(all, [judgement]);
  const [own, ...others] = stories.toSorted(
    (a, b) => Number(b.readings.includes(all[0]!)) - Number(a.readings.includes(all[0]!)),
  );
  expect(own!.story.humanJudgements()).toHaveLength(1);
  for (const { story } of others) expect(story.humanJudgements()).toEqual([]);
  expect(standingsIn(stories, [judgement])).toEqual(own!.story.humanJudgements());
});

test("a judgement on a report that is gone holds where its words are, or is shown as detached", () => {
  const judgement = judgementOn(all[0]!, "j");
  const again = tellStories(all.slice(1), [judgement]);
  // Three other reports have the same words: nobody knows which was meant.
  expect(standingsIn(again, [judgement])).toEqual([{ judgement, attached: [], detached: judgement.on }]);
  const only = tellStories([all[1]!, ...all.slice(4).map((one) => ({ ...one, positions: [] }))], [judgement]);
  expect(standingsIn(only, [judgement])[0]!.attached).toMatchObject([{ report: all[1]!.report.id }]);
});

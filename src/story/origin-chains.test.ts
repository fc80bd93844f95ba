import { expect, test } from "vitest";
import { type OriginChain, originChains } from "./origin-chains.ts";
import { tell } from "./tell.ts";
import { Teller } from "./teller.ts";

const COPY =
  "Ostmark opened two of its seven sluices on Friday morning after a week of talks with engineers from the lake towns, the river board said in a note.";

function report(outlet: string, day: string, text: string, agency?: string) {
  return new Teller(outlet, day, text, agency).actor("Ostmark", "state").reading();
}

function shown({ reading, name, because, resting }: OriginChain): unknown {
  return [reading?.report.outlet?.value ?? name, because, resting.map(shown)];
}

test("reports stand under what they come from, down the chain", () => {
  const story = tell([
    report("South", "2031-04-05", `${COPY} Fishermen cheered.`),
    report("Wire", "2031-04-04", COPY),
    report("Portal", "2031-04-06", "The South writes that Ostmark let water through."),
    report("East", "2031-04-05", "Ostmark opened gates, villagers told us.", "Agency One"),
    report("West", "2031-04-05", "Ostmark was silent."),
  ]);
  const chains = originChains(story.readings, story.sources());
  expect(chains.map(shown)).toEqual(
    expect.arrayContaining([
      ["Wire", [], [["South", ["shared wording"], [["Portal", ["cited outlet"], []]]]]],
      ["Agency One", [], [["East", ["agency credit"], []]]],
      ["West", [], []],
    ]),
  );
  expect(chains).toHaveLength(3);
  expect(chains.find(({ name }) => name === story.readings[0]!.report.id)?.resting[0]?.passage).toContain(
    "seven sluices",
  );
});

test("of two that cite each other one is the head", () => {
  const story = tell([
    report("North", "2031-04-04", "The South says that Ostmark moves."),
    report("South", "2031-04-04", "The North says that Ostmark moves."),
  ]);
  expect(originChains(story.readings, story.sources())).toHaveLength(1);
});

/** Inputs that a story must not be led astray by: doubles, copies by the hundred, wrong dates, outlets that turn about. */
import { expect, test } from "vitest";
import { read } from "../src/read.ts";
import { KINDS, type Reading } from "../src/record/reading.ts";
import { storiesAmong } from "../src/story/stories-among.ts";
import type { Story } from "../src/story/story.ts";
import { Growing, tell } from "../src/story/tell.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

function report(outlet: string, published: string, text: string): Promise<Reading> {
  return read(bytes(text), { file: `${outlet}-${published}.txt`, given: { outlet, published } });
}

/** The same text in another paper, as if its page had been read. */
function printed(reading: Reading, outlet: string, published: string): Reading {
  const kinds = KINDS.join("|");
  const ids = new RegExp(`"((?:${kinds})-[0-9a-f]{16})"`, "g");
  const copy = JSON.parse(JSON.stringify(reading).replaceAll(ids, `"$1-${outlet}"`)) as Reading;
  const report = {
    ...copy.report,
    id: `${reading.report.id}-${outlet}`,
    outlet: { value: outlet, basis: "given" as const },
    published: { value: published, basis: "given" as const },
  };
  return { ...copy, report };
}

const TALKS =
  "The foreign ministers of Lorvia and Ostmark, Ral Tenn and Mira Dohl, will meet in Brell on April 14, officials of both governments said on Friday. Lorvia demands that Ostmark withdraw its troops from the dam. Ostmark holds 340 Lorvian soldiers, according to the Lake Relief Society. Dohl rejected foreign observers at the dam.\n";
const OWN =
  "Mira Dohl of Ostmark and Ral Tenn of Lorvia are to meet in Brell on April 14. Lorvia wants the troops of Ostmark to leave the dam.\n";

/** Everything but what names the reports. */
function said(story: Story): unknown {
  return {
    histories: story.histories().map(({ name, status, when }) => [name, status, when]),
    positions: story
      .positions()
      .map(({ holder, issue, stance }) => [holder.map(({ name }) => name), issue, stance]),
    conflicts: story.conflicts().map(({ about }) => about),
    shifts: story.shifts().length,
  };
}

test("the same report twice is one report", async () => {
  const [first, again] = [
    await report("Courier", "2031-04-04", TALKS),
    await report("Courier", "2031-04-04", TALKS),
  ];
  const story = tell([first, again]);
  expect(story.readings).toHaveLength(1);
  expect(said(story)).toEqual(said(tell([first])));
});

test("the same report with one word changed rests on one origin, and the word is shown where it is a figure", async () => {
  const changed = TALKS.replace("340", "304");
  const story = tell([
    await report("Courier", "2031-04-04", TALKS),
    await report("Herald", "2031-04-05", changed),
  ]);
  const meeting = story.histories().find(({ when }) => when === "2031-04-14");
  expect(meeting?.corroboration.reports).toHaveLength(2);
  expect(meeting?.corroboration.origins).toHaveLength(1);
  const [conflict] = story.conflicts();
  expect(conflict?.kind).toBe("figure");
  expect(conflict?.sides.map(({ says }) => Number.parseInt(says, 10)).sort()).toEqual([304, 340]);
});

test("a report with a wrong date before all others costs nobody a meeting", async () => {
  const wrong = await report("Portal", "1999-01-01", OWN);
  const others = [
    await report("Courier", "2031-04-04", TALKS),
    await report("Herald", "2031-04-05", OWN.replace("are to", "will")),
  ];
  const [without, with_] = [tell(others), tell([wrong, ...others])];
  const meetings = (story: Story) =>
    story.upcoming({ asOf: "2031-04-06" }).map(({ when, status }) => [when, status]);
  expect(meetings(without)).toEqual([["2031-04-14", "planned"]]);
  expect(meetings(with_)).toEqual(meetings(without));
  expect(storiesAmong([wrong, ...others])).toHaveLength(1);
});

test("five hundred copies of one agency text are one origin, beside one own report", async () => {
  const wire = await report("Wire", "2031-04-04", TALKS);
  const copies = Array.from({ length: 500 }, (_, i) =>
    printed(wire, `Paper ${i}`, `2031-04-0${4 + (i % 3)}`),
  );
  const own = await report("Courier", "2031-04-05", OWN);
  const story = tell([wire, ...copies, own]);
  const meeting = story.histories().find(({ when }) => when === "2031-04-14");
  expect(meeting?.corroboration.reports).toHaveLength(502);
  expect(meeting?.corroboration.origins.map(({ reports }) => reports.length)).toEqual([501, 1]);
  expect(story.conflicts()).toEqual([]);
  const [demand] = story
    .positions()
    .filter(({ issue, stance }) => issue === "troop withdrawal" && stance === "demands");
  expect(demand?.stands).not.toEqual([]);
}, 60_000);

test("an outlet that contradicts itself in each update is one origin on both sides, and no shift is firm", async () => {
  const updates = await Promise.all(
    Array.from({ length: 6 }, (_, i) =>
      report(
        "Portal",
        `2031-04-0${i + 1}`,
        `Update ${i + 1}. Ostmark ${i % 2 === 0 ? "accepts" : "rejects"} a ceasefire with Lorvia, it was said. Ostmark holds ${i % 2 === 0 ? 340 : 112} Lorvian soldiers.\n`,
      ),
    ),
  );
  const story = tell(updates);
  const names = story
    .conflicts()
    .flatMap(({ sides }) => sides.flatMap((side) => side.corroboration.origins.map(({ name }) => name)));
  expect(names.length).toBeGreaterThan(0);
  expect(new Set(names)).toEqual(new Set(["Portal"]));
  expect(story.shifts().filter(({ strength }) => strength === "firm")).toEqual([]);
});

test("a story with one report is told, and says that it rests on one", async () => {
  const story = tell([await report("Courier", "2031-04-04", TALKS)]);
  expect(story.conflicts()).toEqual([]);
  expect(story.shifts()).toEqual([]);
  const { title, sections } = story.brief();
  expect(title).toMatch(/1 report,/);
  expect(sections.flatMap(({ sentences }) => sentences)).not.toEqual([]);
  expect(sections.some(({ heading }) => heading === "What several origins agree on")).toBe(false);
});

test("a story without a report is empty", () => {
  const story = new Growing().story();
  expect(story.brief().sections).toEqual([]);
  expect(storiesAmong([])).toEqual([]);
});

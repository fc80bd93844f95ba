import { expect, test } from "vitest";
import { tell } from "./tell.ts";
import { Teller } from "./teller.ts";

const copy =
  "Ostmark opened two of its seven sluices on Friday morning after a week of talks with engineers from the lake towns, the river board said in a note.";

function told(outlet: string, day: string, text: string, agency?: string) {
  return new Teller(outlet, day, text, agency)
    .actor("Ostmark", "state")
    .event("Ostmark opened two", "CONCEDE", "opening", "held", {
      participants: ["Ostmark"],
      when: "2031-04-04",
    })
    .reading();
}

test("copies of one text are one origin, an own report is another", () => {
  const story = tell([
    told("North", "2031-04-04", copy),
    told("South", "2031-04-05", `${copy} Fishermen cheered.`),
    told("East", "2031-04-05", "Ostmark opened two gates, villagers on the lower bank told us."),
  ]);
  const [history] = story.histories();
  expect(history?.corroboration.reports).toHaveLength(3);
  expect(history?.corroboration.origins.map(({ reports }) => reports.length).sort()).toEqual([1, 2]);
  const [dependence] = story.sources();
  expect(dependence).toMatchObject({ kind: "shared wording" });
  for (const { report, start, end, text } of dependence!.passages) {
    expect(
      story.readings.find((reading) => reading.report.id === report)?.report.text.slice(start, end),
    ).toBe(text);
  }
});

test("an agency and those who credit it are one origin", () => {
  const story = tell([
    told("Wire", "2031-04-04", "Ostmark opened two sluices."),
    told("South", "2031-04-05", "Ostmark opened two of the gates, it emerged.", "Wire"),
  ]);
  expect(story.histories()[0]?.corroboration.origins).toHaveLength(1);
});

test("outlets of one family are one origin, and the family is named", () => {
  const readings = [
    told("Lake Herald", "2031-04-04", "Ostmark opened two sluices."),
    told("Lake Herald on Sunday", "2031-04-05", "Ostmark opened two of the gates, it emerged."),
    told("Other Paper", "2031-04-05", "Ostmark opened two gates, anglers saw."),
  ].map((reading) =>
    reading.report.outlet!.value.startsWith("Lake")
      ? { ...reading, report: { ...reading.report, family: "Lake Press" } }
      : reading,
  );
  const story = tell(readings);
  const origins = story.histories()[0]?.corroboration.origins;
  expect(origins?.map(({ reports }) => reports.length)).toEqual([2, 1]);
  expect(origins?.[0]?.why).toBe("one family of outlets, Lake Press");
  expect(story.sources()).toMatchObject([
    { on: "Lake Press", kind: "same family" },
    { on: "Lake Press", kind: "same family" },
  ]);
});

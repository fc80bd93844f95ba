import { describe, expect, test } from "vitest";
import { tell } from "./tell.ts";
import { Teller } from "./teller.ts";

function report(outlet: string, day: string | undefined, text = "Lorvia and Ostmark met in Brell.") {
  return new Teller(outlet, day, text).actor("Lorvia", "state").reading();
}

describe("what a view takes in", () => {
  const readings = [report("A", "2031-04-01"), report("B", "2031-04-02/2031-04-06"), report("C", undefined)];

  test("an interval counts at its end, undated reports are left out and counted", () => {
    const story = tell(readings);
    expect(story.seen({ asOf: "2031-04-03" })).toMatchObject({
      readings: [{ report: { outlet: { value: "A" } } }],
      undated: 1,
    });
    expect(story.seen({ asOf: "2031-04-06" }).readings).toHaveLength(2);
  });

  test("without a day, the latest that is known", () => {
    expect(tell(readings).seen()).toMatchObject({ asOf: "2031-04-06", undated: 1 });
  });
});

test("a story of one report, of none, and of one report twice", () => {
  const one = report("A", "2031-04-01");
  expect(tell([one, one]).readings).toHaveLength(1);
  expect(tell([one]).identities()).toHaveLength(1);
  expect(tell([]).brief().sections).toEqual([]);
});

test("five hundred copies of one text are one origin", () => {
  const text =
    "Lorvia opened two of its seven sluices on Friday morning after a week of talks with engineers from the lake towns.";
  const copies = Array.from({ length: 500 }, (_, i) =>
    new Teller(`Outlet ${i}`, "2031-04-01", text)
      .actor("Lorvia", "state")
      .event("Lorvia opened two of its seven sluices", "CONCEDE", "opening", "held", {
        participants: ["Lorvia"],
        when: "2031-04-01",
      })
      .reading(),
  );
  const [history] = tell(copies).histories();
  expect(history?.corroboration.reports).toHaveLength(500);
  expect(history?.corroboration.origins).toHaveLength(1);
});

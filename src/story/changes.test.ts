import { expect, test } from "vitest";
import { tell } from "./tell.ts";
import { Teller } from "./teller.ts";

const both = { participants: ["Lorvia", "Ostmark"] };

function report(outlet: string, day: string, text: string) {
  return new Teller(outlet, day, text).actor("Lorvia", "state").actor("Ostmark", "state");
}

const planned = report("North", "2031-04-01", "Lorvia and Ostmark will meet on April 10.").event(
  "will meet on April 10",
  "CONSULT",
  "meeting",
  "planned",
  {
    ...both,
    when: "2031-04-10",
  },
);
const moved = report(
  "South",
  "2031-04-08",
  "The meeting of Lorvia and Ostmark was put off and will be held on April 14. Lorvia demands a seat for the lake towns.",
)
  .event("will be held on April 14", "CONSULT", "meeting", "planned", { ...both, when: "2031-04-14" })
  .position("Lorvia", "demands", "participation", "a seat for the lake towns");

test("what a week has changed, each on quotes of the new reports", () => {
  const { items, reports } = tell([planned.reading(), moved.reading()]).changes({ since: "2031-04-05" });
  expect(reports).toEqual([moved.reading().report.id]);
  expect(items.map(({ kind }) => kind)).toEqual(["moved", "new position"]);
  expect(items[0]).toMatchObject({ before: "2031-04-10", after: "2031-04-14" });
  for (const { evidence } of items)
    expect(evidence.every(({ report }) => reports.includes(report))).toBe(true);
});

test("nothing where nothing was published since", () => {
  expect(tell([planned.reading(), moved.reading()]).changes({ since: "2031-04-08" }).items).toEqual([]);
});

test("a pair of names that is left open is asked about", () => {
  const named = (name: string, i: number) =>
    new Teller(`Outlet ${i}`, "2031-04-01", `${name} spoke.`).actor(name, "person").reading();
  const [question] = tell([named("Brenskiy", 1), named("Brensky", 2)]).questions();
  expect(question).toMatchObject({ kind: "same or not" });
  expect(question?.evidence.map(({ quote }) => quote.text)).toEqual(
    expect.arrayContaining(["Brenskiy", "Brensky"]),
  );
});

import { expect, test } from "vitest";
import { tell } from "../tell.ts";
import { Teller } from "../teller.ts";

function report(day: string, text: string) {
  return new Teller("North", day, text).actor("Lorvia", "state").actor("Ostmark", "state");
}

const acting = report("2031-04-01", "Lorvia and Ostmark talk. Drell rejects the plan.")
  .actor("Drell", "person")
  .place("Drell")
  .position("Drell", "rejects", "ceasefire", "rejects the plan");

test.each([
  "Lorvia and Ostmark met in Drell, the capital of Lorvia.",
  "Ostmark's envoy flew to Lorvia's capital, Drell.",
  "Lorvia and Ostmark met in the Lorvian capital Drell.",
])("a capital speaks for its state: %s", (text) => {
  const story = tell([acting.reading(), report("2031-04-02", text).reading()]);
  expect(story.positions().map(({ holder: [one] }) => one?.name)).toEqual(["Lorvia"]);
});

test("a town where two meet speaks for neither", () => {
  const said = report("2031-04-02", "Lorvia and Ostmark met in Drell, where Lorvia's envoy lives.");
  const story = tell([acting.reading(), said.reading()]);
  expect(story.positions().map(({ holder: [one] }) => one?.name)).toEqual(["Drell"]);
});

test("reports that differ on whose capital it is leave it open", () => {
  const story = tell([
    acting.reading(),
    report("2031-04-02", "Lorvia and Ostmark met in Drell, the capital of Lorvia.").reading(),
    report("2031-04-03", "Lorvia and Ostmark met in Drell, the capital of Ostmark.").reading(),
  ]);
  expect(story.positions().map(({ holder: [one] }) => one?.name)).toEqual(["Drell"]);
});

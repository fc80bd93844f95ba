import { expect, test } from "vitest";
import { tell } from "./tell.ts";
import { Teller } from "./teller.ts";

function positionsOf(
  text: string,
  quote: string,
  content: string,
  stance: "rejects" | "demands" = "rejects",
) {
  return tell([
    new Teller("North", "2031-04-01", text)
      .actor("Lorvia", "state")
      .position("Lorvia", stance, "ceasefire", quote, { content })
      .reading(),
  ]).positions();
}

test("words that only point are shown in their sentence", () => {
  const text =
    "Talks went on. Lorvia rejected the offer of June 2, under which both sides would keep a truce. Rain fell.";
  const [cell] = positionsOf(text, "Lorvia rejected the offer of June 2", "the offer of June 2");
  const [stand] = cell!.stands;
  expect(stand?.evidence[0]?.quote.text).toBe(
    "Lorvia rejected the offer of June 2, under which both sides would keep a truce",
  );
  expect(stand?.content).toMatch(/keep a truce$/);
  expect(text.slice(stand!.evidence[0]!.quote.start, stand!.evidence[0]!.quote.end)).toBe(
    stand!.evidence[0]!.quote.text,
  );
});

test("a thing that is named is shown as it is quoted", () => {
  const [cell] = positionsOf("Lorvia rejected a truce by the lake.", "Lorvia rejected a truce", "a truce");
  expect(cell?.stands[0]?.evidence[0]?.quote.text).toBe("Lorvia rejected a truce");
});

test("what a report tells as rejected at the time is no stance of today", () => {
  expect(
    positionsOf("These were terms that Lorvia rejected at the time.", "Lorvia rejected", "terms"),
  ).toEqual([]);
});

test("who is asked is not what is asked for", () => {
  expect(
    positionsOf("Lorvia asked households to save water.", "Lorvia asked households", "households", "demands"),
  ).toEqual([]);
});

test("members of nobody who is named hold no position", () => {
  const story = tell([
    new Teller("North", "2031-04-01", "All members backed the truce.")
      .actor("members", "group")
      .position("members", "supports", "ceasefire", "members backed the truce", { content: "the truce" })
      .reading(),
  ]);
  expect(story.positions()).toEqual([]);
});

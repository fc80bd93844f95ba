import { describe, expect, test } from "vitest";
import { tell } from "./tell.ts";
import { Teller } from "./teller.ts";

const ISSUE = "verification and monitoring";

function lorvia(outlet: string, day: string, text: string) {
  return new Teller(outlet, day, text).actor("Lorvia", "state");
}

const refuses = lorvia("North", "2031-04-01", "Lorvia refuses foreign observers at the dam.").position(
  "Lorvia",
  "rejects",
  ISSUE,
  "foreign observers at the dam",
);
const accepts = lorvia("North", "2031-04-09", "Lorvia agreed to foreign observers at the dam.").position(
  "Lorvia",
  "accepts",
  ISSUE,
  "foreign observers at the dam",
);
const agrees = lorvia("South", "2031-04-10", "Lorvia now lets foreign observers in.").position(
  "Lorvia",
  "accepts",
  ISSUE,
  "foreign observers",
);
const still = lorvia(
  "East",
  "2031-04-12",
  "Lorvia will not have any foreign observers, it repeated.",
).position("Lorvia", "rejects", ISSUE, "any foreign observers");

describe("a stance that turns", () => {
  test("firm where independent origins tell the new one", () => {
    expect(tell([refuses, accepts, agrees].map((teller) => teller.reading())).shifts()).toMatchObject([
      {
        holder: [{ name: "Lorvia" }],
        issue: ISSUE,
        strength: "firm",
        before: { stance: "rejects" },
        after: { stance: "accepts" },
        when: "2031-04-09",
      },
    ]);
  });

  test("an artefact where one origin tells it and later reports know nothing of it", () => {
    const story = tell([refuses, agrees, still].map((teller) => teller.reading()));
    expect(story.shifts()).toMatchObject([{ strength: "artefact" }]);
    expect(story.conflicts()).toMatchObject([{ kind: "stance" }]);
  });

  test("told by one report that recalls the old stance", () => {
    const both = lorvia(
      "North",
      "2031-04-09",
      "Lorvia, which had refused foreign observers, accepted a team of observers.",
    )
      .position("Lorvia", "rejects", ISSUE, "foreign observers", { past: true })
      .position("Lorvia", "accepts", ISSUE, "a team of observers");
    expect(tell([both.reading()]).shifts()).toMatchObject([{ strength: "firm" }]);
  });

  test("none where the same stance is told three times", () => {
    expect(tell([refuses, still].map((teller) => teller.reading())).shifts()).toEqual([]);
  });
});

test("an offer on a condition and a refusal until it is met are one stance", () => {
  const offer = lorvia(
    "North",
    "2031-04-01",
    "Lorvia offers relief from the embargo if the troops leave the dam.",
  ).position("Lorvia", "offers", "sanctions and pressure", "relief from the embargo", {
    condition: "the troops leave the dam",
  });
  const refusal = lorvia(
    "South",
    "2031-04-03",
    "Lorvia rules out easing the embargo before the troops have left the dam.",
  ).position(
    "Lorvia",
    "rejects",
    "sanctions and pressure",
    "easing the embargo before the troops have left the dam",
  );
  expect(tell([offer.reading(), refusal.reading()]).shifts()).toEqual([]);
});

test("a report that tells of giving one thing up for another", () => {
  const both = lorvia(
    "North",
    "2031-04-09",
    "The talks brought no truce that Lorvia had been pressing for. Instead, Lorvia is now seeking a treaty.",
  )
    .position("Lorvia", "demands", "ceasefire", "truce that Lorvia had been pressing for", { past: true })
    .position("Lorvia", "demands", "peace settlement", "is now seeking a treaty");
  expect(tell([both.reading()]).shifts()).toMatchObject([
    { issue: "ceasefire", strength: "firm", after: { content: "is now seeking a treaty" } },
  ]);
});

test("somebody else's word against a stance, in one report, is a contradiction and no shift", () => {
  const both = new Teller(
    "North",
    "2031-04-09",
    "Lorvia agreed to guarantees for the lake towns. Ostmark says that it will not give guarantees for them.",
  )
    .actor("Lorvia", "state")
    .actor("Ostmark", "state")
    .position("Lorvia", "accepts", ISSUE, "guarantees for the lake towns")
    .position("Lorvia", "rejects", ISSUE, "will not give guarantees", { attributedBy: "Ostmark" });
  const story = tell([both.reading()]);
  expect(story.shifts()).toEqual([]);
  expect(story.conflicts()).toMatchObject([{ kind: "stance", strength: "soft" }]);
});

test("a digest that may be older than the turn does not undo it", () => {
  const digest = lorvia(
    "Digest",
    "2031-04-05/2031-04-14",
    "Lorvia still refuses foreign observers at the dam.",
  ).position("Lorvia", "rejects", ISSUE, "foreign observers at the dam");
  const story = tell([refuses, accepts, agrees, digest].map((teller) => teller.reading()));
  expect(story.shifts()).toMatchObject([
    { strength: "firm", before: { stance: "rejects" }, after: { stance: "accepts" } },
  ]);
});

import { describe, expect, test } from "vitest";
import { tell } from "./tell.ts";
import { Teller } from "./teller.ts";

const both = { participants: ["Lorvia", "Ostmark"] };

function report(outlet: string, day: string, text: string) {
  return new Teller(outlet, day, text).actor("Lorvia", "state").actor("Ostmark", "state");
}

const floated = report("North", "2031-04-01", "Lorvia and Ostmark may meet in Brell this month.")
  .place("Brell")
  .event("may meet in Brell this month", "CONSULT", "meeting", "possible", {
    ...both,
    place: "Brell",
    when: "2031-04",
  });
const planned = report("South", "2031-04-03", "Lorvia and Ostmark will meet in Brell on April 10.")
  .place("Brell")
  .event("will meet in Brell on April 10", "CONSULT", "meeting", "planned", {
    ...both,
    place: "Brell",
    when: "2031-04-10",
  });
const moved = report(
  "North",
  "2031-04-08",
  "The meeting of Lorvia and Ostmark was put off to April 14.",
).event("put off to April 14", "CONSULT", "meeting", "planned", { ...both, when: "2031-04-14" });
const held = report("East", "2031-04-15", "Lorvia and Ostmark held talks in Brell on Monday.")
  .place("Brell")
  .event("held talks in Brell on Monday", "CONSULT", "talks", "held", {
    ...both,
    place: "Brell",
    when: "2031-04-14",
  });
const next = report("East", "2031-04-15", "Lorvia and Ostmark will meet again on April 28.").event(
  "will meet again on April 28",
  "CONSULT",
  "meeting",
  "planned",
  { ...both, when: "2031-04-28" },
);

const all = [held, next, floated, moved, planned].map((teller) => teller.reading());

describe("a meeting floated, planned, moved and held", () => {
  const story = tell(all);

  test("is one event with a step for each report", () => {
    const [first] = story.histories();
    expect(first?.steps.map(({ status }) => status)).toEqual(["possible", "planned", "planned", "held"]);
    expect(first).toMatchObject({ status: "held", when: "2031-04-14", place: { name: "Brell" } });
    expect(first?.steps[2]?.moved).toBe(true);
  });

  test("is not the next meeting", () => {
    expect(story.upcoming().map(({ when }) => when)).toEqual(["2031-04-28"]);
  });

  test("is told only as far as had been published", () => {
    const [early] = story.histories({ asOf: "2031-04-05" });
    expect(early).toMatchObject({ status: "planned", when: "2031-04-10" });
    expect(story.upcoming({ asOf: "2031-04-05" })).toHaveLength(1);
  });

  test("is history, not a contradiction", () => {
    expect(story.conflicts()).toEqual([]);
  });
});

test("ministers and army chiefs of the same states meet apart", () => {
  const ministers = report(
    "North",
    "2031-04-01",
    "The foreign ministers of Lorvia and Ostmark will meet on April 10.",
  )
    .actor("foreign ministers of Lorvia and Ostmark", "group")
    .event("will meet on April 10", "CONSULT", "meeting", "planned", {
      participants: ["foreign ministers of Lorvia and Ostmark"],
      when: "2031-04-10",
    });
  const chiefs = report("South", "2031-04-02", "The army chiefs of Lorvia and Ostmark will meet on April 9.")
    .actor("army chiefs of Lorvia and Ostmark", "group")
    .event("will meet on April 9", "CONSULT", "meeting", "planned", {
      participants: ["army chiefs of Lorvia and Ostmark"],
      when: "2031-04-09",
    });
  expect(tell([ministers.reading(), chiefs.reading()]).histories()).toHaveLength(2);
});

test("a host named alone belongs to the meeting of that day and place; who gathers elsewhere does not", () => {
  const ministers = new Teller(
    "Courier",
    "2031-04-04",
    "Ministers of Lorvia and Ostmark meet in Brell on Friday.",
  )
    .actor("Lorvia", "state")
    .actor("Ostmark", "state")
    .place("Brell")
    .event("meet in Brell on Friday", "CONSULT", "meeting", "planned", {
      participants: ["Lorvia", "Ostmark"],
      place: "Brell",
      when: "2031-04-11",
    })
    .reading();
  const host = new Teller("Herald", "2031-04-05", "Sundland has asked both to Brell for Friday.")
    .actor("Sundland", "state")
    .place("Brell")
    .event("asked both to Brell for Friday", "CONSULT", "meeting", "planned", {
      participants: ["Sundland"],
      place: "Brell",
      when: "2031-04-11",
    })
    .reading();
  const crowd = new Teller("Post", "2031-04-12", "Fishermen gathered at the harbour on Friday.")
    .actor("Fishermen", "group")
    .event("gathered at the harbour on Friday", "CONSULT", "meeting", "held", {
      participants: ["Fishermen"],
      when: "2031-04-11",
    })
    .reading();
  const sizes = tell([ministers, host, crowd])
    .histories()
    .map(({ steps }) => steps.length);
  expect(sizes.sort()).toEqual([1, 2]);
});

test("talks that were over when a report told of them are not the talks of a later day", () => {
  const past = new Teller(
    "Courier",
    "2031-04-04",
    "Ral Tenn of Lorvia spoke of his talks with Mira Dohl of Ostmark.",
  )
    .actor("Lorvia", "state")
    .actor("Ostmark", "state")
    .actor("Ral Tenn", "person", { for: "Lorvia" })
    .actor("Mira Dohl", "person", { for: "Ostmark" })
    .event("his talks with Mira Dohl", "CONSULT", "talks", "held", {
      participants: ["Ral Tenn", "Mira Dohl"],
    })
    .reading();
  const coming = new Teller(
    "Herald",
    "2031-04-05",
    "Ral Tenn of Lorvia and Mira Dohl of Ostmark meet on April 11.",
  )
    .actor("Lorvia", "state")
    .actor("Ostmark", "state")
    .actor("Ral Tenn", "person", { for: "Lorvia" })
    .actor("Mira Dohl", "person", { for: "Ostmark" })
    .event("meet on April 11", "CONSULT", "meeting", "planned", {
      participants: ["Ral Tenn", "Mira Dohl"],
      when: "2031-04-11",
    })
    .reading();
  expect(tell([past, coming]).histories()).toHaveLength(2);
});

describe("who brought an event about", () => {
  const text = "Lorvia offered a truce. Ostmark's guns fell silent, medics said.";

  test("is told by those who say that it came about, not by those who talk of it", () => {
    const offer = report("North", "2031-04-01", text).event(
      "offered a truce",
      "RETREAT",
      "ceasefire",
      "possible",
      {
        participants: ["Lorvia", "Ostmark"],
      },
    );
    const kept = report("South", "2031-04-06", "On Friday Ostmark kept the truce with Lorvia.").event(
      "Ostmark kept the truce",
      "RETREAT",
      "ceasefire",
      "held",
      { participants: ["Ostmark"], when: "2031-04-04" },
    );
    const [history] = tell([offer.reading(), kept.reading()]).histories();
    expect(history).toMatchObject({ status: "held", name: "Ceasefire by Ostmark" });
    const [sentence] = tell([offer.reading(), kept.reading()]).brief().sections[0]!.sentences;
    expect(sentence?.text).toBe("Ceasefire by Ostmark came about on 4 April 2031 (told by South).");
  });

  test("what is agreed is still to come", () => {
    const agreed = report(
      "North",
      "2031-04-01",
      "Lorvia and Ostmark hailed a truce that they agreed on this week.",
    )
      .event("a truce that they agreed on this week", "RETREAT", "ceasefire", "held", {
        ...both,
        when: "2031-W14",
      })
      .reading();
    const [history] = tell([agreed]).histories();
    expect(history?.status).toBe("planned");
    expect(history?.when).toBeUndefined();
  });

  test("people who gather for nobody are on no calendar", () => {
    const crowd = report("North", "2031-04-01", "Citizens gathered on Tuesday. Lorvia and Ostmark did not.")
      .actor("Citizens", "group")
      .event("Citizens gathered on Tuesday", "CONSULT", "meeting", "held", {
        participants: ["Citizens"],
        when: "2031-04-01",
      })
      .reading();
    expect(tell([crowd]).timeline()).toEqual([]);
    expect(tell([crowd]).histories()).toHaveLength(1);
  });
});

test("a summit of three that may come about some day is not the talks that two of them have set", () => {
  const doubted = report("West", "2031-04-03", "Nobody expects Lorvia, Ostmark and Tarn to meet together.")
    .actor("Tarn", "state")
    .event("Lorvia, Ostmark and Tarn to meet together", "CONSULT", "meeting", "possible", {
      participants: ["Lorvia", "Ostmark", "Tarn"],
    });
  const histories = tell([planned.reading(), doubted.reading()]).histories();
  expect(histories.map(({ steps }) => steps.length)).toEqual([1, 1]);
});

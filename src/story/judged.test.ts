import { describe, expect, test } from "vitest";
import type { Anchor, HumanJudgement } from "../record/human-judgement.ts";
import type { Finding, Kind, Reading } from "../record/reading.ts";
import { spanAt } from "../record/span.ts";
import { tell } from "./tell.ts";
import { Teller } from "./teller.ts";

let count = 0;

function on(reading: Reading, kind: Kind, finding: Finding): Anchor {
  const name = "name" in finding ? finding.name : finding.at[0].text;
  return { kind, id: finding.id, report: reading.report.id, quote: finding.at[0], name };
}

function says(
  verdict: HumanJudgement["verdict"],
  anchors: readonly Anchor[],
  more: Partial<HumanJudgement> = {},
): HumanJudgement {
  count++;
  return {
    id: `judgement-${count}`,
    verdict,
    on: anchors,
    who: "ana",
    when: `2031-04-02T10:00:${count}Z`,
    ...more,
  };
}

function truce(outlet: string, day: string, stance: "demands" | "rejects" = "rejects"): Reading {
  return new Teller(outlet, day, "Belmark spoke in Varn. Belmark wants no part of the truce at the bridge.")
    .actor("Belmark", "state")
    .place("Varn")
    .event("Belmark spoke in Varn", "CONSULT", "meeting", "held", {
      participants: ["Belmark"],
      place: "Varn",
      when: day,
    })
    .position("Belmark", stance, "ceasefire", "no part of the truce at the bridge")
    .reading();
}

test("a finding that a person rejects leaves the story, with what points at it", () => {
  const reading = truce("A", "2031-04-01");
  const [belmark] = reading.actors;
  const story = tell([reading], { judgements: [says("reject", [on(reading, "actors", belmark!)])] });
  expect(story.readings[0]!.actors).toEqual([]);
  expect(story.readings[0]!.positions).toEqual([]);
  expect(story.readings[0]!.events[0]!.participants).toEqual([]);
  expect(story.positions()).toEqual([]);
});

test("what was rejected comes back when it is accepted later", () => {
  const reading = truce("A", "2031-04-01");
  const anchor = on(reading, "positions", reading.positions[0]!);
  const story = tell([reading], { judgements: [says("reject", [anchor]), says("accept", [anchor])] });
  expect(story.readings[0]!.positions[0]!.judged?.map(({ verdict }) => verdict)).toEqual([
    "reject",
    "accept",
  ]);
});

test("a corrected field shows with what the program had found beside it", () => {
  const reading = truce("A", "2031-04-01");
  const anchor = on(reading, "positions", reading.positions[0]!);
  const judgements = [says("correct", [anchor], { field: "stance", value: "opposes", note: "softer" })];
  const story = tell([reading], { judgements });
  expect(story.positions()[0]!.stance).toBe("opposes");
  expect(story.readings[0]!.positions[0]!.judged).toMatchObject([
    { verdict: "correct", field: "stance", machine: "rejects", note: "softer", who: "ana" },
  ]);
});

test("of two corrections of a field the last counts, and both show", () => {
  const reading = truce("A", "2031-04-01");
  const anchor = on(reading, "positions", reading.positions[0]!);
  const judgements = ["opposes", "considers"].map((value) =>
    says("correct", [anchor], { field: "stance", value }),
  );
  const [position] = tell([reading], { judgements }).readings[0]!.positions;
  expect(position!.stance).toBe("considers");
  expect(position!.judged?.map(({ machine }) => machine)).toEqual(["rejects", "rejects"]);
});

test("a span is corrected by where it stands, and its words are the text's", () => {
  const reading = truce("A", "2031-04-01");
  const anchor = on(reading, "positions", reading.positions[0]!);
  const start = reading.report.text.indexOf("the truce");
  const value = { start, end: start + 9 };
  const story = tell([reading], { judgements: [says("correct", [anchor], { field: "at", value })] });
  expect(story.readings[0]!.positions[0]!.at).toEqual([spanAt(reading.report.text, start, start + 9)]);
});

test("a value that the record cannot hold changes nothing", () => {
  const reading = truce("A", "2031-04-01");
  const anchor = on(reading, "positions", reading.positions[0]!);
  const judgements = [says("correct", [anchor], { field: "stance", value: "shrugs" })];
  expect(tell([reading], { judgements }).readings[0]!.positions[0]!.stance).toBe("rejects");
});

test("a new name of an actor is the name wherever the reading refers to it", () => {
  const reading = truce("A", "2031-04-01");
  const anchor = on(reading, "actors", reading.actors[0]!);
  const judgements = [says("correct", [anchor], { field: "name", value: "Republic of Belmark" })];
  const [now] = tell([reading], { judgements }).readings;
  expect(now!.positions[0]!.holder[0]!.name).toBe("Republic of Belmark");
});

describe("events", () => {
  const a = truce("A", "2031-04-01");
  const b = truce("B", "2031-04-01");
  const pair = [on(a, "events", a.events[0]!), on(b, "events", b.events[0]!)];

  test("that a person calls different stay apart", () => {
    expect(tell([a, b]).histories()).toHaveLength(1);
    expect(tell([a, b], { judgements: [says("not the same", pair)] }).histories()).toHaveLength(2);
  });

  test("that a person calls the same are one history", () => {
    const c = truce("C", "2031-06-20");
    const both = [pair[0]!, on(c, "events", c.events[0]!)];
    expect(tell([a, c]).histories()).toHaveLength(2);
    expect(tell([a, c], { judgements: [says("same", both)] }).histories()).toHaveLength(1);
  });
});

test("positions that a person calls different are no shift", () => {
  const [a, b] = [truce("A", "2031-04-01", "demands"), truce("A", "2031-04-09")];
  const pair = [on(a, "positions", a.positions[0]!), on(b, "positions", b.positions[0]!)];
  expect(tell([a, b]).shifts()).toHaveLength(1);
  expect(tell([a, b], { judgements: [says("not the same", pair)] }).shifts()).toEqual([]);
});

describe("conflicts", () => {
  const told = (outlet: string, count: number) =>
    new Teller(outlet, "2031-04-01", `Belmark holds ${count} prisoners of Corland.`)
      .actor("Belmark", "state")
      .actor("Corland", "state")
      .claim("prisoners of Corland", "number", count, `${count} prisoners of Corland`, { unit: "prisoners" })
      .reading();
  const readings = [told("A", 300), told("B", 450)];
  const [conflict] = tell(readings).conflicts();
  const [evidence] = conflict!.sides[0]!.evidence;
  const anchor: Anchor = {
    kind: "conflicts",
    id: conflict!.id,
    report: evidence!.report,
    quote: evidence!.quote,
    name: conflict!.about,
  };

  test("that a person rejects leave the story", () => {
    expect(tell(readings, { judgements: [says("reject", [anchor])] }).conflicts()).toEqual([]);
  });

  test("keep a note, and are found again when another report joins them", () => {
    const more = [...readings, told("C", 450)];
    const judgements = [says("annotate", [anchor], { note: "ask the ministry" })];
    const story = tell(more, { judgements });
    expect(story.conflicts()[0]!.id).not.toBe(conflict!.id);
    expect(story.conflicts()[0]!.judged).toMatchObject([{ note: "ask the ministry" }]);
    expect(story.humanJudgements()[0]!.attached).toHaveLength(1);
  });

  test("are corrected in their strength alone", () => {
    const judgements = [says("correct", [anchor], { field: "strength", value: "soft" })];
    const [now] = tell(readings, { judgements }).conflicts();
    expect([now!.strength, now!.judged?.[0]?.machine]).toEqual(["soft", conflict!.strength]);
  });
});

describe("after another reading", () => {
  const reading = truce("A", "2031-04-01");
  const anchor = on(reading, "positions", reading.positions[0]!);

  test("a judgement holds by quote and kind where the id is another", () => {
    const [old] = reading.positions;
    const again = { ...reading, positions: [{ ...old!, id: "positions-other" }] };
    const story = tell([again], { judgements: [says("accept", [anchor])] });
    expect(story.readings[0]!.positions[0]!.judged).toHaveLength(1);
    expect(story.humanJudgements()[0]!.attached[0]!.id).toBe("positions-other");
  });

  test("it does not go to a finding of another kind, or of other words", () => {
    const { positions, ...rest } = reading;
    const story = tell([{ ...rest, positions: [] }], { judgements: [says("accept", [anchor])] });
    expect(positions).toHaveLength(1);
    expect(story.humanJudgements()[0]).toMatchObject({ attached: [], detached: [{ id: anchor.id }] });
  });

  test("it follows its words into a later version of the page", () => {
    const later = new Teller("A", "2031-04-01", "Updated. Belmark wants no part of the truce at the bridge.")
      .actor("Belmark", "state")
      .position("Belmark", "rejects", "ceasefire", "no part of the truce at the bridge")
      .reading();
    const story = tell([later], { judgements: [says("accept", [anchor])] });
    expect(story.humanJudgements()[0]!.attached[0]!.report).toBe(later.report.id);
  });
});

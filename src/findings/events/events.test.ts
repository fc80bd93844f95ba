import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCases, readSentence, showEvent } from "./sentence.fixture.ts";

/** One screen of cases: a sentence, and the events that it tells. */
const cases = readCases(readFileSync(new URL("./events.cases.txt", import.meta.url), "utf8"));

/** What meetings are besides: text, field, and its value, "-" where the text gives none. */
const meetings = readFileSync(new URL("./meetings.cases.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split(" => "))
  .map(([text = "", value = ""]) => [text, ...value.split(/: (.*)/)] as [string, string, string]);

describe("events", () => {
  test("there are cases and near misses", () => {
    expect(cases.length).toBeGreaterThan(30);
    expect(cases.filter(([, expected]) => expected === "-").length).toBeGreaterThan(4);
  });
  for (const [sentence, expected] of cases) {
    test(sentence, () => {
      const events = readSentence(sentence).events.map(showEvent).sort();
      expect(events.join("; ") || "-").toBe(expected.split("; ").sort().join("; "));
    });
  }

  test("the quote holds those who take part, place and date, and no more", () => {
    const text =
      "Belmark met with Agria in Velden on May 6, while prices of grain rose in the markets of the north.";
    expect(readSentence(text).events[0]?.at[0].text).toBe("Belmark met with Agria in Velden on May 6");
  });

  test("two mentions of one meeting are one event with the quotes of both, cores first", () => {
    const text =
      "Belmark will meet Agria in Velden on May 20. The meeting between Belmark and Agria on May 20 is the first.";
    const { events } = readSentence(text);
    expect(events).toHaveLength(1);
    const quotes = events[0]?.at.map(({ text }) => text);
    expect(quotes?.slice(0, 2)).toEqual([
      "Belmark will meet Agria in Velden on May 20",
      "The meeting between Belmark and Agria on May 20",
    ]);
    expect(quotes?.slice(2)).toEqual([
      "will meet Agria in Velden on May 20",
      "The meeting between Belmark and Agria on May 20 is the first",
    ]);
    expect(events[0]?.status).toBe("planned");
  });

  test("of several dates the narrowest dates the event", () => {
    const text =
      "Belmark and Norvia will meet next week. The meeting between Belmark and Norvia will take place on May 15.";
    const { events } = readSentence(text);
    expect(events.map(showEvent)).toEqual(["CONSULT/meeting planned [Belmark, Norvia] -> [] @ 2031-05-15"]);
  });

  for (const [text, absent] of [
    ["Belmark met with Norvia without Agria on May 6.", ["Agria"]],
    ["Belmark and Norvia will meet on May 20. Agria was not invited to the meeting.", ["Agria"]],
    ["Belmark and Norvia will hold talks on May 20. Agria will not take part in the talks.", ["Agria"]],
    ["Belmark and Norvia will hold talks on May 20. Agria will not take part in the war.", undefined],
    ["Belmark and Norvia will meet on May 20. Agria was invited to the meeting.", undefined],
  ] as const) {
    test(`absent: ${text}`, () => {
      const [meeting] = readSentence(text).events;
      expect(meeting?.type).toBe("CONSULT");
      expect(meeting?.absent?.map(({ name }) => name)).toEqual(absent);
    });
  }

  for (const [text, field, expected] of meetings) {
    test(`${field}: ${text}`, () => {
      const meeting = readSentence(text).events.find(({ type }) => type === "CONSULT");
      expect(meeting).toBeDefined();
      const { hosts, absent, level, venue, topic, outcome } = meeting!;
      const named = (who: typeof hosts) => who?.map(({ name }) => name).join(", ");
      const told = { hosts: named(hosts), absent: named(absent), level, venue, topic, outcome };
      expect(told[field as keyof typeof told] ?? "-").toBe(expected);
    });
  }

  test("with what force is used is told in the report's words", () => {
    const [attack] = readSentence("Belmark attacked the port of Agria with drones on May 6.").events;
    expect(attack?.instrument).toBe("drones");
    const [bare] = readSentence("Belmark attacked the port of Agria with great care on May 6.").events;
    expect(bare?.type).toBe("ASSAULT");
    expect(bare?.instrument).toBeUndefined();
  });

  test("what somebody denies is told as denied", () => {
    const [attack] = readSentence("Belmark denied that Agria had attacked Norvia.").events;
    expect(attack?.negated).toBe(true);
  });

  test("a truce that a pronoun stands for is broken", () => {
    const { events } = readSentence(
      "Belmark and Agria signed a truce in May. The rebels of Tarsk have broken it.",
    );
    expect(events.map(({ subtype }) => subtype)).toContain("breach of a ceasefire");
  });

  test("every quote stands in the text", () => {
    const text = cases.map(([sentence]) => sentence).join(" ");
    const reading = readSentence(text);
    expect(reading.events.length).toBeGreaterThan(5);
    for (const { at } of reading.events) {
      for (const span of at) expect(text.slice(span.start, span.end)).toBe(span.text);
    }
  });

  test("ids are unique, and no event holds a quote twice", () => {
    const { events } = readSentence(cases.map(([sentence]) => sentence).join(" "));
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    for (const { at } of events) {
      expect(new Set(at.map(({ start, end }) => `${start} ${end}`)).size).toBe(at.length);
    }
  });

  test("a sentence of ten thousand words is read in linear time", () => {
    const text = `Belmark met Agria ${"and Norvia and Tarsk ".repeat(2500)}in Velden.`;
    expect(readSentence(text).events.length).toBeGreaterThanOrEqual(0);
  }, 20_000);
});

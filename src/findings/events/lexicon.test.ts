import { describe, expect, test } from "vitest";
import { EVENT_TYPES } from "../../record/event.ts";
import { entries, isOfKind, knownKinds, outlookOf } from "./lexicon.ts";
import { readSentence } from "./sentence.fixture.ts";

describe("the event lexicon", () => {
  test("every root has verbs, and every line a pattern, a subtype, a frame and an example", () => {
    for (const type of EVENT_TYPES) {
      expect(entries.filter((entry) => entry.type === type && entry.part === "v").length).toBeGreaterThan(9);
    }
    for (const { part, pattern, subtype, frame, example } of entries) {
      expect(part).toMatch(/^[vn]$/);
      expect(["together", "onto", "alone"]).toContain(frame);
      expect(pattern.length * subtype.length).toBeGreaterThan(0);
      expect(example).toMatch(/^[A-Z].*\.$/);
    }
  });

  test("no pattern stands twice under one root, and every kind is known", () => {
    const keys = entries.map(({ type, part, pattern }) => `${type} ${part} ${pattern}`);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    const kinds = new Set(
      entries.flatMap(({ kind }) => (kind === undefined || kind === "person" ? [] : [kind])),
    );
    expect([...kinds].filter((kind) => !knownKinds.has(kind))).toEqual([]);
  });

  test("kinds and outlooks are looked up by base form", () => {
    expect(isOfKind("embargo", "sanction")).toBe(true);
    expect(isOfKind("troops", "force")).toBe(true);
    expect(isOfKind("apple", "sanction")).toBe(false);
    expect(outlookOf("verb", "call off")?.outlook).toBe("cancelled");
    expect(outlookOf("adjective", "planned")?.outlook).toBe("planned");
    expect(outlookOf("noun", "apple")).toBeUndefined();
  });

  // The parser misreads some of the short sentences; nine in ten must be told as their line says.
  test("the examples are told with the type and subtype of their line", () => {
    const missed = entries.filter(({ example, type, subtype }) => {
      const { events } = readSentence(example);
      return !events.some((event) => event.type === type && event.subtype === subtype);
    });
    expect(missed.length / entries.length, missed.map(({ example }) => example).join("\n")).toBeLessThan(0.1);
  });
});

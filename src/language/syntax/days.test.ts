import { describe, expect, test } from "vitest";
import { deprelOf, wordOf } from "../doc.ts";
import { parse } from "../parse.ts";

/** The subject of a sentence's main verb, and how its day hangs. */
function read(text: string): { subject: string; day: string } {
  const doc = parse(text);
  const words = Array.from({ length: doc.size }, (_, i) => i);
  const subject = words.filter((i) => deprelOf(doc, i).startsWith("nsubj")).map((i) => wordOf(doc, i));
  const day = words.find((i) => /day$/.test(wordOf(doc, i)));
  return { subject: subject.join(" "), day: day === undefined ? "" : deprelOf(doc, day) };
}

describe("a bare day before the verb", () => {
  test("is no subject", () => {
    expect(read("The government Saturday strongly condemned two bomb attacks.")).toEqual({
      subject: "government",
      day: "obl:unmarked",
    });
  });
  test("is no part of a name", () => {
    expect(read("President Vera Lindqvist Thursday condemned the attacks.").day).toBe("obl:unmarked");
  });
  test("is one before an auxiliary too", () => {
    expect(read("Denmark Sunday will meet Norway.")).toEqual({ subject: "Denmark", day: "obl:unmarked" });
  });
  test("is no object of the verb that it follows", () => {
    expect(read("Norway deplored Friday the attacks in the valley.").day).toBe("obl:unmarked");
  });
  test("may be what a sentence is about", () => {
    expect(read("Sunday was quiet.").subject).toBe("Sunday");
    expect(read("Next Sunday is the day.").subject).toContain("Sunday");
  });
});

import { describe, expect, test } from "vitest";
import { deprelOf, wordOf } from "../doc.ts";
import { parse } from "../parse.ts";

/** "relation head word" of every token that a word hangs on, for the words asked about. */
function rolesOf(text: string, words: readonly string[]): string[] {
  const doc = parse(text);
  return words.map((word) => {
    const token = Array.from({ length: doc.size }, (_, i) => i).find((i) => wordOf(doc, i) === word)!;
    const head = doc.head[token]!;
    return `${deprelOf(doc, token)} ${head < 0 ? "-" : wordOf(doc, head)}`;
  });
}

describe("sentences that lost their verb", () => {
  test("a participle between two nouns is the verb of a sentence that has none", () => {
    expect(rolesOf("Norvia donated tents to Agria.", ["Norvia", "donated", "tents"])).toEqual([
      "nsubj donated",
      "root -",
      "obj donated",
    ]);
  });
  test("a phrase before a comma, or a day, is no subject", () => {
    expect(
      rolesOf("In a rare move, Norvian police in Velden confiscated weapons from armed groups.", [
        "move",
        "police",
        "confiscated",
        "weapons",
      ]),
    ).toEqual(["obl confiscated", "nsubj confiscated", "root -", "obj confiscated"]);
  });
  test("a sentence with a verb, and a heading without a full stop, stay as they are", () => {
    expect(rolesOf("The state owned company closed its doors.", ["closed"])).toEqual(["root -"]);
    expect(rolesOf("Norvia donated tents", ["tents"])[0]).not.toBe("obj donated");
  });
});

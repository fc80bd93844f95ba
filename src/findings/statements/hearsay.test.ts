import { describe, expect, test } from "vitest";
import { analyse } from "../../language/analyse.ts";
import { hearsayIn } from "./hearsay.ts";

function heard(text: string): string[] {
  const { doc, clauses } = analyse(text);
  return hearsayIn(doc, clauses).map(({ start, end }) => text.slice(start, end).replace(/[.,\s]+$/u, ""));
}

describe("hearsay", () => {
  test.each([
    ["Agron has reportedly agreed to leave the valley.", "Agron has reportedly agreed to leave the valley"],
    ["Agron is said to have left the valley.", "Agron is said to have left the valley"],
    ["It is understood that the envoys met twice.", "It is understood that the envoys met twice"],
    ["The envoys are believed to be in Velden.", "The envoys are believed to be in Velden"],
    ["Agron allegedly broke the truce, but Belmark kept it.", "Agron allegedly broke the truce"],
  ])("%s", (text, expected) => expect(heard(text)).toEqual([expected]));

  test.each([
    "Agron has agreed to leave the valley.",
    "Agron was told by the ministry to leave.",
    "The minister understood the offer.",
    "It was said by the minister that the talks would go on.",
  ])("nothing in: %s", (text) => expect(heard(text)).toEqual([]));
});

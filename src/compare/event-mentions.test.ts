import { expect, test } from "vitest";
import { type MentionedEvent, sameEvents } from "./event-mentions.ts";

function mention(id: string, lemma: string, around: string): MentionedEvent {
  return { id, article: id, lemma, around: new Set(around.split(" ")) };
}

test("a verb, the noun made from it, and another word of its kind beside the same people", () => {
  const groups = sameEvents([
    mention("a", "acquire", "harbour ferry line rowan"),
    mention("b", "acquisition", "ferry line price"),
    mention("c", "buy", "rowan ferry line"),
    mention("d", "purchase", "bread market"),
  ]);
  expect(groups.map((group) => group.sort())).toEqual([["a", "b", "c"], ["d"]]);
});

test("who says what is another act each time", () => {
  expect(sameEvents([mention("a", "say", "mayor bridge"), mention("b", "say", "harvest rain")])).toHaveLength(
    2,
  );
});

import { expect, test } from "vitest";
import type { Citation } from "../record/citation.ts";
import { spanAt } from "../record/span.ts";
import { tell } from "./tell.ts";
import { Teller } from "./teller.ts";

const NOTE = "[4] The Courier, “Halder meets Moll in Velden”, 3 April 2031";

function entry(text: string, title: string, date: string): Citation {
  const at = spanAt(text, text.indexOf(NOTE), text.indexOf(NOTE) + NOTE.length);
  return {
    id: "note",
    at: [at],
    according: [],
    modality: "asserted",
    by: "footnote",
    score: 1,
    outlet: "The Courier",
    title,
    date,
    marker: "[4]",
    markedAt: [],
  };
}

/** A report that cites an entry for a meeting which it does not date, beside one that dates it. */
function problemsWith(title: string, date: string) {
  const text = `Joren Halder met Vera Moll in Velden. ${NOTE}`;
  const introduced = (teller: Teller) =>
    teller.actor("Joren Halder", "person").actor("Vera Moll", "person").place("Velden");
  const both = { participants: ["Joren Halder", "Vera Moll"], place: "Velden" };
  const undated = introduced(new Teller("Outlet 1", "2031-04-07", text)).event(
    "Joren Halder met Vera Moll in Velden",
    "CONSULT",
    "meeting",
    "held",
    both,
  );
  const dated = introduced(
    new Teller("Outlet 2", "2031-04-06", "Joren Halder met Vera Moll in Velden on 5 April."),
  ).event("Joren Halder met Vera Moll in Velden on 5 April", "CONSULT", "meeting", "held", {
    ...both,
    when: "2031-04-05",
  });
  const story = tell([{ ...undated.reading(), citations: [entry(text, title, date)] }, dated.reading()]);
  return story.problems().map(({ problem }) => `${problem.kind}: ${problem.description}`);
}

test("an entry that tells of a meeting before it was held, as other reports date it", () => {
  expect(problemsWith("Halder meets Moll in Velden", "2031-04-03")).toEqual([
    "impossible date: dated 2031-04-03, before what it tells of: other reports put that on 2031-04-05 (“Joren Halder met Vera Moll in Velden”)",
  ]);
});

test("an entry of the day itself, one that looks ahead, and one on something else are left alone", () => {
  expect(problemsWith("Halder meets Moll in Velden", "2031-04-05")).toEqual([]);
  expect(problemsWith("Halder set to meet Moll in Velden", "2031-04-03")).toEqual([]);
  expect(problemsWith("Halder raises taxes", "2031-04-03")).toEqual([]);
});

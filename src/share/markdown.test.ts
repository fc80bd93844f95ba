import { expect, test } from "vitest";
import type { Brief } from "../record/brief.ts";
import { toMarkdown } from "./markdown.ts";

const brief: Brief = {
  title: "Brief of 1 report",
  asOf: "2031-04-03",
  sections: [
    { heading: "What is new", sentences: [{ text: "The *dam* [opened] took place.", footnotes: [1] }] },
  ],
  leftOut: [{ what: "reports", count: 1, why: "no publication date is known" }],
  footnotes: [
    {
      number: 1,
      report: "r",
      outlet: "North_Wire _today_",
      file: "in/a.txt",
      published: "2031-04-02",
      finding: "f",
      quote: { start: 4, end: 20, text: "the dam\nopened up" },
    },
  ],
};

test("sections, footnotes with outlet, date, quote and offsets, what was left out; markup of the text is no markup", () => {
  expect(toMarkdown(brief)).toBe(
    [
      "# Brief of 1 report",
      "As of 3 April 2031.",
      "## What is new\n- The \\*dam\\* \\[opened\\] took place.[^1]",
      "## Left out\n- 1 report: no publication date is known",
      "[^1]: North_Wire \\_today\\_, a.txt, 2 April 2031: “the dam opened up” (4–20)",
    ].join("\n\n"),
  );
});

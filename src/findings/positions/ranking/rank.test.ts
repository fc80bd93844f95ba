import { expect, test } from "vitest";
import { analyse } from "../../../language/analyse.ts";
import type { Agenda } from "../../../record/agenda.ts";
import { defaultAgenda } from "../../settings.ts";
import { issueScores } from "../learnt/issue-model.ts";
import type { Earlier } from "./clues.ts";
import { rank } from "./rank.ts";
import { Surroundings } from "./surroundings.ts";

const FISH: Agenda = [
  { name: "quotas", definition: "Who may catch how much.", terms: ["quota", "catch limit"] },
  { name: "harbours", definition: "Who may land where.", terms: ["harbour", "landing right"] },
  { name: "other", definition: "All else.", terms: [] },
];

/** The issue of some words of a text, by name. */
function issueIn(
  text: string,
  words: string,
  agenda: Agenda = defaultAgenda(),
  before: readonly string[] = [],
): string {
  const { doc } = analyse(text);
  const surroundings = new Surroundings(doc, agenda, [], (range) => issueScores(range, doc, agenda));
  const start = text.indexOf(words);
  const earlier: Earlier[] = before.map((issue) => ({
    content: { start: 0, end: 1 },
    issue: surroundings.numberOf(issue),
    isOwn: false,
  }));
  const { issue } = rank(surroundings, { content: { start, end: start + words.length }, earlier });
  return agenda[issue]?.name ?? "none";
}

test("what its own words name is its issue, whatever stands around", () => {
  const text =
    "Sanctions and tariffs filled the day. Agron wants a truce. Sanctions and tariffs will be back.";
  expect(issueIn(text, "a truce")).toBe("ceasefire");
});

test("the matter comes before what bounds it", () => {
  const text = "Belmark will not discuss self-rule until the troops withdraw.";
  expect(issueIn(text, "discuss self-rule until the troops withdraw")).toBe("power sharing and elections");
});

test("what names nothing stands under the matter that is spoken of", () => {
  const text =
    "The sanctions on Belmark return on Monday. The three capitals met over the sanctions on Friday. Agron could live with three months.";
  expect(issueIn(text, "three months", defaultAgenda(), ["sanctions and pressure"])).toBe(
    "sanctions and pressure",
  );
});

test("what names nothing stays under none where nothing else is spoken of", () => {
  expect(issueIn("The choir met on Friday. Agron could live with blue curtains.", "blue curtains")).toBe(
    "none",
  );
});

test("the clues serve an agenda that no model has learnt", () => {
  const text =
    "The catch limit for cod divides the two. Agron set its quota in May. On the quota, Belmark offered five years, and Agron rejected that.";
  expect(issueIn(text, "that.", FISH, ["quotas"])).toBe("quotas");
  expect(issueIn("Agron wants landing rights. The quota can wait.", "landing rights", FISH)).toBe("harbours");
});

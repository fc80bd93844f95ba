import { describe, expect, test } from "vitest";
import { parse } from "../../language/parse.ts";
import type { Block, Report } from "../../record/report.ts";
import { spanAt } from "../../record/span.ts";
import { linesOf } from "../../text/quotation.ts";
import { dateInAddress, oddities } from "./address.ts";
import { contradictions } from "./contradictions.ts";
import { furniture } from "./furniture.ts";
import { garbled } from "./garbled.ts";
import { references } from "./references.ts";
import { repetitions } from "./repetitions.ts";

function reportOf(text: string, kinds: readonly Block["kind"][] = [], whys: readonly string[] = []): Report {
  const blocks = linesOf(text).map(({ start, end }, i) => ({
    kind: kinds[i] ?? ("paragraph" as const),
    start,
    end,
    ...(whys[i] !== undefined && { why: whys[i] }),
  }));
  return { id: "0", text, language: "en", blocks, published: { basis: "unknown" }, diagnostics: [] };
}

describe("addresses", () => {
  test.each([
    ["https://courier.example/2031/05/04/talks", "2031-05-04"],
    ["https://courier.example/world/2031/may/04/talks", "2031-05-04"],
    ["https://courier.example/talks-end-2031-05-04/", "2031-05-04"],
    ["https://courier.example/20310504-talks", "2031-05-04"],
    ["https://courier.example/2031/13/04/talks", undefined],
    ["https://courier.example/talks-123", undefined],
  ])("the date in %s", (url, date) => expect(dateInAddress(url)).toBe(date));

  test.each([
    ["https://courier.example/2031/05/04/talks", { date: "2031-05-04" }, []],
    ["https://courier.example/2031/05/04/talks", { date: "2031-05" }, []],
    ["https://courier.example/2031/05/04/talks", { date: "2031-05-06" }, [/2031-05-04.*2031-05-06/]],
    ["https://courier.example/a/report/report/x.aspx?id=0", {}, [/repeats "report"/, /empty number/]],
    ["https://courier.example/", {}, [/front page/]],
    [
      "https://courier.example/world/ships-leave-harbour-again",
      { title: "Talks end without accord" },
      [/another story/],
    ],
    ["https://www.nytimes.com/world/some-long-winded-story", {}, [/no date/]],
    ["https://www.bbc.co.uk/news/world-europe-12345678", { date: "2031-05-04" }, [/stopped giving/]],
    ["https://www.bbc.co.uk/news/world-europe-12345678", { date: "2019-05-04" }, []],
    [
      "https://www.reuters.com/world/talks-end-2031-05-04/",
      { outlet: "The Guardian" },
      [/lies on the site of Reuters/],
    ],
  ])("%s %j", (url, stated, expected) => {
    const found = oddities(url, stated);
    expect(found).toHaveLength(expected.length);
    for (const [i, pattern] of expected.entries()) expect(found[i]).toMatch(pattern);
  });
});

describe("references", () => {
  const text =
    'The envoys met in Velden.[1]\n[1] Courier, "Envoys to meet in Velden", May 1, 2031\n[2] Post, "Rain", May 9, 2031';
  const at = (words: string) => spanAt(text, text.indexOf(words), text.indexOf(words) + words.length);
  const common = { according: [], modality: "asserted", score: 1 } as const;
  const note = (marker: string, title: string, date: string, marked: boolean) => ({
    ...common,
    id: marker,
    at: [at(`${marker} ${marker === "[1]" ? "Courier" : "Post"}`)] as const,
    by: "footnote",
    title,
    date,
    marker,
    markedAt: marked ? [at("[1]")] : [],
  });
  const report = {
    ...reportOf(text, ["paragraph", "footnote", "footnote"]),
    published: { value: "2031-05-05", basis: "given" as const },
  };
  const met = {
    ...common,
    id: "e",
    at: [at("The envoys met in Velden")] as const,
    by: "test",
    type: "CONSULT" as const,
    subtype: "meeting",
    participants: [],
    recipients: [],
    status: "held" as const,
    when: "2031-05-02",
  };

  test("an entry from before the event, one from after the report, one that nobody refers to", () => {
    const found = [
      ...references(
        report,
        [
          note("[1]", "Envoys to meet in Velden", "2031-05-01", true),
          note("[2]", "Rain", "2031-05-09", false),
        ],
        [met],
      ),
    ];
    expect(found.map(({ kind, by }) => [kind, by])).toEqual([
      ["impossible date", "references: before the event"],
      ["orphan citation", "references: marker"],
      ["impossible date", "references: after the report"],
    ]);
    expect(found[0]?.description).toContain("2031-05-02");
  });

  test("the sentence with the marker tells what an entry is cited for, whatever its title", () => {
    const cited = (isMarked: boolean) =>
      [...references(report, [note("[1]", "Snow falls", "2031-05-01", isMarked)], [met])].map(({ by }) => by);
    expect(cited(true)).toContain("references: before the event");
    expect(cited(false)).not.toContain("references: before the event");
  });

  test("a sentence that tells on a later day what the title tells", () => {
    const told = [{ start: 0, end: report.text.length, on: "2031-05-02" }];
    const early = (title: string, date: string) =>
      [...references(report, [note("[1]", title, date, true)], [], told)].map(({ by }) => by);
    expect(early("Envoys met in Velden, the Courier learns", "2031-05-01")).toEqual([
      "references: before what it tells",
    ]);
    expect(early("Envoys met in Velden, the Courier learns", "2031-05-02")).toEqual([]);
    expect(early("Envoys leave the harbour town early, ships follow", "2031-05-01")).toEqual([]);
  });

  test("an entry of the same day is no trouble", () => {
    expect([
      ...references(report, [note("[1]", "Envoys meet in Velden", "2031-05-02", true)], [met]),
    ]).toEqual([]);
  });

  test("a marker without an entry", () => {
    const found = [...references(reportOf("So it is.[7]"), [note("[1]", "x", "2031", true)], [])];
    expect(found.map(({ kind, description }) => [kind, description])).toEqual([
      ["orphan citation", "The text refers to footnote [7], which is not there."],
    ]);
  });
});

describe("the text itself", () => {
  test("a title that stands twice, and a sentence that comes again", () => {
    const sentence =
      "The ministers of both countries met in the old town hall of Velden to discuss the bridge.";
    const text = `Bridge talks open in Velden\nBridge talks open in Velden\n${sentence} Nothing was agreed.\nIn short: the ministers of both countries met in the old town hall of Velden to discuss the bridge.`;
    const report = reportOf(text, ["title", "heading"]);
    const found = [...repetitions(report, parse(text, { within: report.blocks }))];
    expect(found.map(({ by }) => by)).toEqual(["repetition: block", "repetition: sentence"]);
  });

  test("like sentences about different things are no repetition", () => {
    const text =
      "The army said three ships had left the harbour on Monday.\nThe navy said two planes had reached the island on Friday.";
    const report = reportOf(text);
    expect([...repetitions(report, parse(text, { within: report.blocks }))]).toEqual([]);
  });

  test("furniture comes as one problem a run; the outlet's own name is none", () => {
    const text = "THE COURIER\nThe envoys met.\nLeave a reply\nName\nBack to top";
    const report = reportOf(
      text,
      ["furniture", "paragraph", "furniture", "furniture", "furniture"],
      ["outlet's name", "", "comment form", "comment form", "navigation"],
    );
    expect([...furniture(report)].map(({ at }) => text.slice(at.start, at.end))).toEqual([
      "Leave a reply\nName",
      "Back to top",
    ]);
  });

  test.each([
    ["They met at at the bridge.", 1],
    ["Itâ€™s over, he said.", 1],
    ["It&nbsp;rains.", 1],
    ["He had had enough, and that that is so is sad.", 0],
  ])("damage in '%s'", (text, count) => expect([...garbled(reportOf(text))]).toHaveLength(count));

  test("a weekday that its date did not have", () => {
    const found = [
      ...contradictions(reportOf("They met on Monday, May 5, 2025 and on Tuesday, May 7, 2025."), []),
    ];
    expect(found.map(({ description }) => description)).toEqual(["That day was a Wednesday, not a Tuesday."]);
  });
});

import { describe, expect, test } from "vitest";
import { readPlain } from "./read-plain.ts";

const FIRST =
  "Mediators from Sarn opened a third round of talks between Veldoria and Kastmark on Tuesday, three officials who were briefed on the agenda said.";
const SECOND =
  "The first day was given over to the crossings at Ostry, which Kastmark closed in March and which Veldoria wants opened before anything else is discussed.";
const THIRD =
  "“We will talk for as long as it takes,” the Kastmark minister told reporters after the session had ended.";

/** Kind and text of every block, for comparing. */
function blocksOf(text: string): string[] {
  const draft = readPlain(text);
  return draft.blocks.map(({ kind, start, end }) => `${kind}: ${draft.text.slice(start, end)}`);
}

function expectBlocks(lines: readonly string[], kinds: readonly string[], between = "\n\n"): void {
  expect(blocksOf(lines.join(between))).toEqual(lines.map((line, i) => `${kinds[i]}: ${line}`));
}

describe("the head", () => {
  test("title, deck, paragraphs", () => {
    expectBlocks(
      [
        "Third round of talks opens in Sarn",
        "Crossings at Ostry come first as mediators set the agenda",
        FIRST,
        SECOND,
      ],
      ["title", "deck", "paragraph", "paragraph"],
    );
  });

  test("the second printing of a title is furniture, with or without the site's name", () => {
    const title = "Third round of talks opens in Sarn";
    expectBlocks([title, title, FIRST, SECOND], ["title", "furniture", "paragraph", "paragraph"]);
    expectBlocks([title, `${title} | Ostry Gazette`, FIRST], ["title", "furniture", "paragraph"]);
  });

  test("a lead above the title", () => {
    const lead = "In a surprise move, the two sides are to meet again next week in the capital of Sarn.";
    const title = "Veldoria and Kastmark to Meet Again";
    expectBlocks(
      [lead, title, title, FIRST, SECOND],
      ["deck", "title", "furniture", "paragraph", "paragraph"],
      "\n",
    );
  });

  test("another site's heading below the title", () => {
    const other = "Kastmark sends its minister to Sarn — Polar News World";
    expectBlocks(["Third round of talks opens in Sarn", other, FIRST], ["title", "furniture", "paragraph"]);
  });

  test("the site's name behind a title says the outlet", () => {
    const draft = readPlain(
      `Third round of talks opens in Sarn - The Ostry Gazette\n\n${FIRST}\n\n${SECOND}`,
    );
    expect(draft.facts.title).toMatchObject({ value: "Third round of talks opens in Sarn", basis: "text" });
    expect(draft.facts.outlet).toMatchObject({ value: "The Ostry Gazette", basis: "text" });
  });

  test("a text that begins with its first paragraph has no title", () => {
    expectBlocks([FIRST, SECOND, THIRD], ["paragraph", "paragraph", "paragraph"]);
  });
});

describe("stamps, bylines and datelines", () => {
  test("outlet, dateline and breadcrumb above the title", () => {
    const lines = [
      "THE OSTRY GAZETTE",
      "World > Talks > Sarn",
      "Sarn, Tuesday 4 March 2031",
      "Third round of talks opens in Sarn",
      FIRST,
      SECOND,
    ];
    expectBlocks(lines, ["furniture", "furniture", "dateline", "title", "paragraph", "paragraph"]);
    const { facts } = readPlain(lines.join("\n\n"));
    expect(facts.outlet?.value).toBe("THE OSTRY GAZETTE");
    expect(facts.dateline?.value).toBe("Sarn");
    expect(facts.published).toMatchObject({ value: "2031-03-04", basis: "dateline" });
  });

  test("a day without a year is told but not completed", () => {
    const { facts } = readPlain(`SARN, March 4 (PNA) - ${FIRST}\n\n${SECOND}`);
    expect(facts.published).toEqual({ basis: "unknown", why: 'the dateline says "March 4" without a year' });
  });

  test("outlet and day between bars are a stamp", () => {
    const draft = readPlain(
      `Third round of talks opens in Sarn\nPolar News Desk | March 4, 2031\n\n${FIRST}\n\n${SECOND}`,
    );
    expect(draft.blocks.map(({ kind }) => kind)).toEqual(["title", "furniture", "paragraph", "paragraph"]);
    expect(draft.facts.published?.value).toBe("2031-03-04");
  });

  test("a stamp run into the first sentence", () => {
    const draft = readPlain(` date 2031-03-04 ${FIRST}`);
    expect(draft.blocks.map(({ kind }) => kind)).toEqual(["furniture", "paragraph"]);
    expect(draft.text.slice(draft.blocks[1]?.start, draft.blocks[1]?.end)).toBe(FIRST);
    expect(draft.facts.published).toEqual({
      value: "2031-03-04",
      basis: "metadata",
      at: { start: 6, end: 16, text: "2031-03-04" },
    });
  });

  test("a stamp and a byline on lines of their own", () => {
    const draft = readPlain(
      `Third round of talks opens in Sarn\n\nBy Ada Quill and Ben Marsh\n\nPublished: 4 March 2031, 17:05 GMT\n\n${FIRST}`,
    );
    expect(draft.blocks.map(({ kind }) => kind)).toEqual(["title", "byline", "furniture", "paragraph"]);
    expect(draft.facts.byline?.value).toBe("Ada Quill and Ben Marsh");
    expect(draft.facts.published).toMatchObject({ value: "2031-03-04", basis: "metadata" });
  });

  test("a date inside a sentence is no stamp", () => {
    const text =
      "On 4 March 2031 the two sides met in Sarn, and nobody has spoken of it in public since then.";
    expect(blocksOf(text)).toEqual([`paragraph: ${text}`]);
    expect(readPlain(text).facts.published).toBeUndefined();
  });

  test.each([
    ["SARN/OSTRY — ", "SARN/OSTRY", undefined, undefined],
    ["OSTRY, Kastmark (PNA) – ", "OSTRY, Kastmark", "PNA", undefined],
    ["SARN, March 4, 2031 (PNA) - ", "SARN", "PNA", "2031-03-04"],
    ["Sarn (PNA) -- ", "Sarn", "PNA", undefined],
  ])("the dateline %s", (line, place, agency, day) => {
    const draft = readPlain(`${line}${FIRST}\n\n${SECOND}`);
    expect(draft.blocks.map(({ kind }) => kind)).toEqual(["dateline", "paragraph", "paragraph"]);
    expect(draft.text.slice(draft.blocks[1]?.start, draft.blocks[1]?.end)).toBe(FIRST);
    expect(draft.facts.dateline?.value).toBe(place);
    expect(draft.facts.agency?.value).toBe(agency);
    expect(draft.facts.published?.value).toBe(day);
  });

  test.each([
    "MODERATOR: The session is open and the first question is from the back of the room, please.",
    "He said — and meant it — that the crossings at Ostry would stay closed until the summer.",
  ])("no dateline: %s", (line) => expect(blocksOf(line)).toEqual([`paragraph: ${line}`]));
});

describe("furniture", () => {
  const lines = [
    "Leave a Reply",
    "Your email address will not be published.",
    "Scroll to top",
    "Share on Facebook",
    "We use cookies to improve your visit. By continuing you accept them.",
    "Sign up for our daily newsletter to get stories like this one in your inbox.",
    "Read more: Crossings at Ostry closed again",
    "Tags: Veldoria, Kastmark, talks",
    "Photo: Ada Quill/PNA",
    "© 2031 The Ostry Gazette. All rights reserved.",
  ];
  test.each(lines)("%s", (line) => {
    expect(blocksOf(`${FIRST}\n\n${SECOND}\n\n${line}`).at(-1)).toBe(`furniture: ${line}`);
  });

  test("titles under related stories, until prose begins again", () => {
    expectBlocks(
      [
        FIRST,
        "Related stories",
        "Crossings at Ostry closed again",
        "What the talks in Sarn are about",
        SECOND,
      ],
      ["paragraph", "furniture", "furniture", "furniture", "paragraph"],
    );
  });

  test("menus before the text and links after it", () => {
    expectBlocks(
      [
        "World",
        "Sport",
        "Money",
        "Weather",
        "Third round of talks opens in Sarn",
        FIRST,
        SECOND,
        "Ferry to Ostry cancelled again",
        "Strike enters second week",
        "Five walks for a long weekend",
      ],
      [...Array(4).fill("furniture"), "title", "paragraph", "paragraph", ...Array(3).fill("furniture")],
    );
  });

  test("sentences with words of furniture stay", () => {
    const sentences = [
      "Comments by the Kastmark minister that the crossings would stay closed angered the delegation from Veldoria, which left the room.",
      "Share prices in Sarn fell on Tuesday after the minister had left the talks without a word to reporters, dealers said.",
      "Follow-up talks were planned for the weekend, but neither side would say where they were to be held or who would attend.",
    ];
    expectBlocks(sentences, ["paragraph", "paragraph", "paragraph"]);
  });
});

describe("footnotes", () => {
  const notes = [
    '[1] Ostry Gazette, "Crossings stay closed," March 2, 2031, https://ostry.example/a',
    '[2] Polar News, "Talks," March 3, 2031',
  ];

  test("their own blocks, and the text goes on after them", () => {
    expectBlocks(
      [FIRST, SECOND, "Footnotes:", ...notes, THIRD],
      ["paragraph", "paragraph", "furniture", "footnote", "footnote", "paragraph"],
      "\n",
    );
  });

  test("a numbered list in the text is none", () => {
    expectBlocks(
      [FIRST, "1. Open the crossings at Ostry.", "2. Exchange all prisoners.", SECOND],
      ["paragraph", "list item", "list item", "paragraph"],
      "\n",
    );
  });
});

describe("lines", () => {
  test("wrapped lines are one paragraph", () => {
    const wrapped =
      "Mediators from Sarn opened a third round of talks between Veldoria\nand Kastmark on Tuesday, three officials who were briefed on the\nagenda said before the session.";
    expect(blocksOf(`${wrapped}\n\n${wrapped}`)).toEqual([`paragraph: ${wrapped}`, `paragraph: ${wrapped}`]);
  });

  test("a paragraph a line", () =>
    expectBlocks([FIRST, SECOND, THIRD], ["paragraph", "paragraph", "paragraph"], "\r\n"));

  test("headings between paragraphs", () => {
    expectBlocks(
      [FIRST, SECOND, "What comes next", THIRD],
      ["paragraph", "paragraph", "heading", "paragraph"],
    );
  });

  test("Markdown", () => {
    expectBlocks(
      ["# Talks in Sarn", FIRST, "## Terms", "- Open the crossings at Ostry", "> Not a word more.", SECOND],
      ["title", "paragraph", "heading", "list item", "quote", "paragraph"],
    );
    expect(readPlain(`# Talks in Sarn\n\n${FIRST}`).facts.title?.value).toBe("Talks in Sarn");
  });

  test("blank lines at the end are nothing", () =>
    expect(blocksOf(`${FIRST}${"\n".repeat(200)}`)).toEqual([`paragraph: ${FIRST}`]));
});

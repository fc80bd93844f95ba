import { describe, expect, test } from "vitest";
import type { Report } from "../../record/report.ts";
import { readReport } from "../read-report.ts";

async function read(lines: readonly string[], published?: string): Promise<Report> {
  const given = published === undefined ? {} : { given: { published } };
  return readReport(new TextEncoder().encode(lines.join("\n\n")), given);
}

/** Each part on a line: its label, what dates it, its words. */
function shown({ text, parts = [] }: Report): readonly string[] {
  return parts.map(({ label, published, from, end }) =>
    [label?.text ?? "-", published?.value, text.slice(from, end).replace(/\s+/g, " ")]
      .filter((word) => word !== undefined)
      .join(" | "),
  );
}

const OPENING = "Mediators from Sarn opened a third round of talks between Veldoria and Kastmark on Tuesday.";

describe("turns of a transcript", () => {
  test("each speaker has his words, over several paragraphs", async () => {
    const report = await read([
      "Transcript of the press conference in Velden",
      "MODERATOR: Good afternoon. We will take your questions.",
      "FOREIGN MINISTER LINDQVIST: We came here with a plain offer.",
      "The border will not be changed.",
      "MR. BRANDT (via interpreter): I thank my colleague.",
      "Q: Minister, will you let observers in?",
      "LINDQVIST: Yes. We asked for them ourselves.",
      "Q    Can I ask about the dam?",
      "MR. BRANDT: Not today.",
    ]);
    expect(shown(report)).toEqual([
      "MODERATOR | Good afternoon. We will take your questions.",
      "FOREIGN MINISTER LINDQVIST | We came here with a plain offer. The border will not be changed.",
      "MR. BRANDT | I thank my colleague.",
      "Q | Minister, will you let observers in?",
      "LINDQVIST | Yes. We asked for them ourselves.",
      "Q | Can I ask about the dam?",
      "MR. BRANDT | Not today.",
    ]);
    expect(report.blocks.filter(({ kind }) => kind === "heading")).toEqual([]);
  });

  test("what the paper tells between and after is nobody's turn", async () => {
    const report = await read([
      "“We never got a date”: the minister on the talks",
      OPENING,
      "The Courier: What did you ask of Kastmark?",
      "Vera Lindqvist: I asked for a date. We never got one.",
      "Lindqvist looked at her watch before she went on.",
      "The Courier: Will you go back?",
      "Vera Lindqvist: We will, if you mean to Sarn.",
      "The interview was held in Velden before the talks were put off.",
    ]);
    expect(shown(report)).toEqual([
      "The Courier | What did you ask of Kastmark?",
      "Vera Lindqvist | I asked for a date. We never got one.",
      "The Courier | Will you go back?",
      "Vera Lindqvist | We will, if you mean to Sarn.",
    ]);
  });

  test("a name on a line of its own opens a turn", async () => {
    const report = await read([
      "Joint press conference in Velden",
      "Vera Lindqvist:",
      "We have come to sign. I have nothing to add.",
      "Ilir Brandt:",
      "You will have to wait for us.",
      "Vera Lindqvist:",
      "Then we wait.",
    ]);
    expect(shown(report)).toEqual([
      "Vera Lindqvist | We have come to sign. I have nothing to add.",
      "Ilir Brandt | You will have to wait for us.",
      "Vera Lindqvist | Then we wait.",
    ]);
  });

  const alone: Record<string, readonly string[]> = {
    "a dialogue in prose": [
      OPENING,
      "“Will you sign?” the mediator asked. “We will not,” said Lindqvist.",
      "“Then we are done,” said Brandt. “You are,” said Lindqvist.",
    ],
    "questions and answers that nobody is named for": [
      OPENING,
      "Q: What do we know about the talks?",
      "A: They began in March, and you can follow them here.",
      "Q: Who is at the table?",
      "A: Our list names two ministers.",
    ],
    "terms of a list": [
      "Territory: we hear that the two sides differ.",
      "Prisoners: both would release them.",
      "Sanctions: you will find the list below.",
    ],
    "what two sides want": [
      "Veldoria: wants its guards back at the crossings.",
      "Kastmark: wants the crossings closed.",
      "Veldoria: would release all prisoners by Friday.",
      "Kastmark: would release them after a withdrawal.",
    ],
    "claims that are checked": [
      "Claim: We never closed the crossings at Ostry.",
      "Verdict: Our reporters found them closed.",
      "Claim: You can cross at night.",
      "Verdict: You cannot.",
    ],
  };
  for (const [name, lines] of Object.entries(alone)) {
    test(`${name}: no turns`, async () => expect((await read(lines)).parts).toBeUndefined());
  }
});

describe("entries of a live report", () => {
  const LATER = "The mediators have suspended the session for an hour.";
  const NOON = "Kastmark will sign only if the crossings are opened, its minister says.";
  const EARLY = "Vera Lindqvist has arrived at the boathouse with four aides.";
  const NIGHT = "The first day has ended without a text; the talks go on tomorrow.";

  test("newest first, over midnight; a time before a headline is cut off", async () => {
    const report = await read(
      ["14:05", LATER, "11:30 GMT Brandt's terms", NOON, `9.02am: ${EARLY}`, "23:40", NIGHT],
      "2031-03-04",
    );
    expect(shown(report)).toEqual([
      `14:05 | 2031-03-04T14:05 | ${LATER}`,
      `11:30 GMT | 2031-03-04T11:30 | Brandt's terms ${NOON}`,
      `9.02am: | 2031-03-04T09:02 | ${EARLY}`,
      `23:40 | 2031-03-03T23:40 | ${NIGHT}`,
    ]);
    const times = report.blocks.filter(({ why }) => why === "time of an entry");
    expect(times.map(({ start, end }) => report.text.slice(start, end))).toEqual([
      "14:05",
      "11:30 GMT",
      "9.02am:",
      "23:40",
    ]);
  });

  test("days above times", async () => {
    const report = await read(
      [
        "Talks in Velden live",
        OPENING,
        "Monday, 3 March",
        "10:00",
        EARLY,
        "22:40",
        NIGHT,
        "Tuesday, 4 March",
        "11:30",
        NOON,
      ],
      "2031-03-04",
    );
    expect(shown(report).map((line) => line.split(" | ")[1])).toEqual([
      "2031-03-03T10:00",
      "2031-03-03T22:40",
      "2031-03-04T11:30",
    ]);
  });

  test("a chronicle by days", async () => {
    const report = await read([`3 March 2031: ${EARLY}`, `4 March 2031: ${NOON}`, `9 March 2031: ${LATER}`]);
    expect(shown(report)).toEqual([
      `3 March 2031: | 2031-03-03 | ${EARLY}`,
      `4 March 2031: | 2031-03-04 | ${NOON}`,
      `9 March 2031: | 2031-03-09 | ${LATER}`,
    ]);
  });

  test("of a page, with the days that its times and its data name; a ticker beside it is none", async () => {
    const post = (time: string, words: string, title: string, text: string): string =>
      `<div class="post"><h2>${title}</h2><p><time datetime="${time}">${words}</time></p><p>${text}</p></div>`;
    const page = `<html><head><title>Talks live</title><meta property="article:published_time" content="2031-03-03"></head>
      <body><main><h1>Talks in Velden live: the second day begins</h1><p>${OPENING}</p>
      ${post("2031-03-04T14:05:00Z", "Two hours ago", "Session suspended", LATER)}
      ${post("2031-03-04T11:30:00Z", "Five hours ago", "Brandt's terms", NOON)}
      ${post("2031-03-03T22:40:00Z", "Yesterday", "Day one ends", NIGHT)}
      </main><aside><ul><li>14:01 Markets close higher</li><li>13:55 Storm warning</li><li>13:50 Ferry delayed</li></ul></aside></body></html>`;
    const report = await readReport(new TextEncoder().encode(page));
    expect(report.parts?.map(({ published }) => published?.value)).toEqual([
      "2031-03-04T14:05",
      "2031-03-04T11:30",
      "2031-03-03T22:40",
    ]);
    expect(report.parts?.map(({ start }) => report.text.slice(start, start + 7))).toEqual([
      "Session",
      "Brandt'",
      "Day one",
    ]);
  });

  test("updates that only the page's data date", async () => {
    const update = (datePublished: string, articleBody: string): object => ({
      "@type": "BlogPosting",
      datePublished,
      articleBody,
    });
    const data = {
      "@type": "LiveBlogPosting",
      headline: "Talks in Velden live: the second day begins",
      liveBlogUpdate: [
        update("2031-03-04T14:05:00Z", LATER),
        update("2031-03-04T11:30:00Z", NOON),
        update("2031-03-03T22:40:00Z", NIGHT),
      ],
    };
    const page = `<html><head><script type="application/ld+json">${JSON.stringify(data)}</script></head><body><main>
      <h1>Talks in Velden live: the second day begins</h1><p>${OPENING}</p>${[LATER, NOON, NIGHT].map((text) => `<section><p>${text}</p></section>`).join("")}</main></body></html>`;
    const report = await readReport(new TextEncoder().encode(page));
    expect(shown(report)).toEqual([
      `- | 2031-03-04T14:05 | ${LATER}`,
      `- | 2031-03-04T11:30 | ${NOON}`,
      `- | 2031-03-03T22:40 | ${NIGHT}`,
    ]);
  });

  test("fifty thousand entries and as many turns cost no more than their length", async () => {
    const entry = (i: number): string =>
      `${String(i % 24).padStart(2, "0")}:${String(i % 60).padStart(2, "0")} ${EARLY}`;
    const started = performance.now();
    await read(
      Array.from({ length: 50_000 }, (_, i) => entry(i)),
      "2031-03-04",
    );
    await read(Array.from({ length: 50_000 }, (_, i) => `${i % 2 === 0 ? "VANN" : "Moll"}: We are here.`));
    expect(performance.now() - started).toBeLessThan(60_000);
  }, 120_000);

  const alone: Record<string, readonly string[]> = {
    "a programme of the day": ["09:00 Arrivals", "10:30 Opening", "12:00 Lunch", "14:00 Signing", OPENING],
    "paragraphs that begin with a day": [
      `On 3 March ${OPENING}`,
      `On 4 March ${OPENING}`,
      `On 5 March ${OPENING}`,
    ],
    "times out of any order": ["14:05", LATER, "09:00", NOON, "17:30", EARLY, "08:15", NIGHT],
    "two times": ["14:05", LATER, "11:30", NOON],
    "figures before a text": [`12.30 million: ${LATER}`, `11.20 million: ${NOON}`, `9.10 million: ${EARLY}`],
  };
  for (const [name, lines] of Object.entries(alone)) {
    test(`${name}: no entries`, async () => expect((await read(lines, "2031-03-04")).parts).toBeUndefined());
  }
});

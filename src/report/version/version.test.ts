import { describe, expect, test } from "vitest";
import type { Report } from "../../record/report.ts";
import { readReport } from "../read-report.ts";

const FIRST = "Mediators from Sarn opened a third round of talks between Veldoria and Kastmark on Tuesday.";
const SECOND = "The session lasted two hours, and neither side would say what it was about.";

async function read(...lines: readonly string[]): Promise<Report> {
  return readReport(new TextEncoder().encode(lines.join("\n\n")));
}

function notesOf({ text, blocks }: Report): readonly string[] {
  return blocks.filter(({ kind }) => kind === "note").map(({ start, end }) => text.slice(start, end));
}

describe("labels before a headline", () => {
  const labels: readonly [title: string, kind: string, number: number | undefined, rest: string][] = [
    ["URGENT: Veldoria breaks off the talks", "alert", undefined, "Veldoria breaks off the talks"],
    ["UPDATE 2-Veldoria breaks off the talks", "update", 2, "Veldoria breaks off the talks"],
    ["(2nd LD) Veldoria breaks off the talks", "update", 2, "Veldoria breaks off the talks"],
    ["(URGENT) Veldoria breaks off the talks", "alert", undefined, "Veldoria breaks off the talks"],
    ["CORRECTED-UPDATE 1-Veldoria leaves the talks", "correction", 1, "Veldoria leaves the talks"],
    ["WRAPUP 4 - Veldoria breaks off the talks", "update", 4, "Veldoria breaks off the talks"],
    ["Breaking: Veldoria leaves the talks", "alert", undefined, "Veldoria leaves the talks"],
    ["RPT-Veldoria breaks off the talks", "repeat", undefined, "Veldoria breaks off the talks"],
  ];
  for (const [title, kind, number, rest] of labels) {
    test(title, async () => {
      const report = await read(title, FIRST, SECOND);
      expect(report.version).toMatchObject({ kind, ...(number !== undefined && { number }) });
      expect(report.title?.value).toBe(rest);
      expect(notesOf(report)).toEqual([report.version?.at.text]);
    });
  }

  test("a label on a line of its own", async () => {
    const report = await read("URGENT", "Veldoria breaks off the talks in Sarn", FIRST, SECOND);
    expect(report.version).toMatchObject({ kind: "alert" });
    expect(report.title?.value).toBe("Veldoria breaks off the talks in Sarn");
  });

  test("what the menu of a page calls out is no label", async () => {
    const html = `<html><body><nav><ul><li><a href="/b">BREAKING</a></li><li><a href="/w">World</a></li></ul></nav>
      <main><h1>Veldoria leaves the talks</h1><p>${FIRST}</p><p>${SECOND}</p></main></body></html>`;
    const report = await readReport(new TextEncoder().encode(html));
    expect([report.version, report.title?.value]).toEqual([undefined, "Veldoria leaves the talks"]);
  });

  for (const title of [
    "Urgent appeal for the prisoners of Ostry",
    "UPDATE ON TALKS EXPECTED BY FRIDAY",
    "Lead negotiator leaves the talks in Sarn",
    "Breaking the deadlock: four ways out of Sarn",
    "Kill-switch for the dam at Ostry agreed",
    "Correction facility at Ostry to be emptied",
    "Two-day talks: what we know",
  ]) {
    test(`${title}: no label`, async () => {
      const report = await read(title, FIRST, SECOND);
      expect([report.version, report.title?.value]).toEqual([undefined, title]);
    });
  }
});

describe("notes about the report itself", () => {
  const notes: readonly [note: string, kind: string][] = [
    ["(Adds comment of the chair, paragraphs 4-6)", "update"],
    ["(Corrects the name of the minister in paragraph 2)", "correction"],
    ["An earlier version of this article misstated the number of prisoners.", "correction"],
    ["Correction: The talks began on Monday, not on Tuesday.", "correction"],
    ["Editor's note: A name was misspelled in the second paragraph.", "correction"],
    ["This story has been updated with remarks by the chair.", "update"],
    ["This is an updated version of this report.", "update"],
  ];
  for (const [note, kind] of notes) {
    test(note, async () => {
      const lines = note.startsWith("(") ? [note, FIRST, SECOND] : [FIRST, SECOND, note];
      const report = await read("Third round of talks opens in Sarn", ...lines);
      expect(notesOf(report)).toEqual([note]);
      expect(report.version).toMatchObject({ kind });
    });
  }

  test("the day of the change", async () => {
    const note = "This article was amended on 6 March 2031 to give the number of prisoners as 40.";
    const report = await read("Third round of talks opens in Sarn", FIRST, SECOND, note);
    expect(report.modified).toMatchObject({ value: "2031-03-06", basis: "text" });
    expect(report.published.value).toBeUndefined();
  });

  for (const line of [
    "An earlier version of the treaty was rejected by both sides.",
    "The report was updated by the inspectors on Monday, Kastmark said.",
    "Corrections to the map were demanded by Veldoria.",
    "This agreement was amended twice before it was signed.",
    "(Brandt adds that nobody was hurt.)",
    "Editor's note: Vera Lindqvist is a former minister of Veldoria.",
  ]) {
    test(`${line}: no note`, async () => {
      const report = await read("Third round of talks opens in Sarn", FIRST, line, SECOND);
      expect(notesOf(report)).toEqual([]);
      expect(report.version).toBeUndefined();
    });
  }
});

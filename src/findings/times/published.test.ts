import { describe, expect, it } from "vitest";
import type { Report } from "../../record/report.ts";
import { datedByText, inferPublished } from "./published.ts";

const inferred = (text: string) => inferPublished(text)?.value;

describe("the day of writing, told from the text", () => {
  it("lies between the latest day told as past and the next one planned", () => {
    expect(inferred("They signed on 12 May 2024. The next round will open on 15 May.")).toBe(
      "2024-05-12/2024-05-15",
    );
  });

  it("is narrowed by 'next week' and by the days of the week just gone", () => {
    const text =
      "The envoys are scheduled to meet next week. The premier announced on Friday that they will convene on May 17, 2024.";
    expect(inferred(text)).toBe("2024-05-10/2024-05-12");
  });

  it("takes the year from a weekday that fits the day of only some years", () => {
    const text = "The valley was seized in 2022. The two sides will meet next week, on Thursday, May 16.";
    expect(inferred(text)).toBe("2024-05-06/2024-05-12");
  });

  it("takes the year from a length that runs since a date", () => {
    const text =
      "The valley was seized in May 2021 and has been fought over for three years. The envoys will meet next week, on May 16.";
    expect(inferred(text)).toBe("2024-05-06/2024-05-12");
  });

  it("says what it rests on", () => {
    const why = inferPublished("They signed on 12 May 2024. The next round will open on 15 May.")?.why;
    expect(why).toContain('not before "12 May 2024"');
    expect(why).toContain('not after "15 May"');
  });

  it.each([
    ["no date", "The envoys met on Friday and will meet again."],
    ["a day without a year anywhere", "The envoys will meet on May 16."],
    ["years alone", "The valley was seized in 2014 and again in 2022."],
    ["days too far apart", "They met on 3 January 2024. They will meet on 20 November 2024."],
  ])("stays open with %s", (_, text) => {
    expect(inferred(text) === undefined || /\//.test(inferred(text) ?? "")).toBe(true);
    if (!text.includes("January")) expect(inferred(text)).toBeUndefined();
  });
});

describe("a publication date that is known", () => {
  const reportOf = (text: string, value: string): Report => ({
    id: "0000000000000000",
    text,
    language: "en",
    blocks: [{ kind: "paragraph", start: 0, end: text.length }],
    published: { value, basis: "given" },
    diagnostics: [],
  });
  const codes = (text: string, value: string) =>
    datedByText(reportOf(text, value), { clauses: [] }).diagnostics.map(({ code, where }) => [
      code,
      where?.start,
    ]);

  it("is doubted where the text tells a later day as past", () => {
    expect(codes("The pact was signed on 12 May 2024 in Velden.", "2024-05-01")).toEqual([
      ["published-before-events", 23],
    ]);
  });

  it("is not doubted for what was planned, for the same day or for a day without a year", () => {
    expect(codes("The pact will be signed on 12 May 2024.", "2024-05-01")).toEqual([]);
    expect(codes("The pact was signed on 12 May 2024.", "2024-05-12")).toEqual([]);
    expect(codes("The pact was signed on 12 May.", "2024-05-01")).toEqual([]);
  });

  it("is kept as it is", () => {
    const report = reportOf("The pact was signed on 12 May 2024.", "2024-05-14");
    expect(datedByText(report, { clauses: [] })).toBe(report);
  });
});

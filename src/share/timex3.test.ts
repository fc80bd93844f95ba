import { describe, expect, it } from "vitest";
import { edtfToTimex3, timesToTimex3, toTimeML } from "./timex3.ts";

describe("TIMEX3", () => {
  it.each([
    ["2025-08-15", "2025-08-15"],
    ["2025-35", "2025-Q3"],
    ["2025-41", "2025-H2"],
    ["2025-23", "2025-FA"],
    ["199X", "199"],
    ["R/P1W", "P1W"],
    ["XXXX-WXX-2", "XXXX-WXX-2"],
    ["P3Y6M", "P3Y6M"],
  ])("writes %s as %s", (edtf, value) => {
    expect(edtfToTimex3(edtf)).toEqual({ value });
  });

  it("writes approximation as a modifier, and no intervals", () => {
    expect(edtfToTimex3("2025-08~")).toEqual({ value: "2025-08", mod: "APPROX" });
    expect(edtfToTimex3("2025-08-09/2025-08-10")).toBeUndefined();
    expect(edtfToTimex3("[2025-03-04,2025-04-03]")).toBeUndefined();
  });

  it("tags a text and escapes the rest", () => {
    const text = 'Agron & Belmark met on Friday for "two days".';
    const times = timesToTimex3([
      { at: [{ start: 35, end: 43 }], type: "duration", value: "P2D" },
      { at: [{ start: 23, end: 29 }], type: "date", value: "2025-08-15" },
      { at: [{ start: 0, end: 5 }], type: "date" },
    ]);
    expect(toTimeML(text, times)).toBe(
      'Agron &amp; Belmark met on <TIMEX3 tid="t1" type="DATE" value="2025-08-15">Friday</TIMEX3> for &quot;<TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3>&quot;.',
    );
  });

  it("leaves out what overlaps", () => {
    const one = { start: 0, end: 4, type: "DATE", value: "2024" } as const;
    expect(toTimeML("2024-05", [one, { ...one, start: 2, end: 7 }])).toBe(
      '<TIMEX3 tid="t1" type="DATE" value="2024">2024</TIMEX3>-05',
    );
  });
});

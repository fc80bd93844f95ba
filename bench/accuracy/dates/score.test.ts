import { describe, expect, it } from "vitest";
import { add, align, count, f1, NOTHING } from "./score.ts";
import { partOf } from "./split.ts";
import { readTimeML, type Tagged } from "./timeml.ts";

const tagged = (start: number, end: number, value = "2024", type = "DATE"): Tagged => ({
  start,
  end,
  type,
  value,
});

describe("the measures of TempEval-3", () => {
  it("count the same words as strict, a shared word as relaxed", () => {
    const counts = count(align([tagged(0, 10), tagged(20, 30)], [tagged(0, 10), tagged(24, 34)]));
    expect(counts).toEqual({ gold: 2, given: 2, strict: 1, relaxed: 2, type: 2, value: 2 });
  });

  it("count values and types among relaxed matches only", () => {
    const counts = count(align([tagged(0, 10), tagged(20, 30)], [tagged(0, 10, "2023"), tagged(40, 50)]));
    expect(counts).toEqual({ gold: 2, given: 2, strict: 1, relaxed: 1, type: 1, value: 0 });
  });

  it("match an answer once, the exact one first", () => {
    const pairs = align([tagged(0, 10), tagged(5, 20)], [tagged(5, 20)]);
    expect(pairs.filter(({ gold, given }) => gold && given)).toEqual([
      { gold: tagged(5, 20), given: tagged(5, 20) },
    ]);
    expect(count(pairs)).toEqual({ gold: 2, given: 1, strict: 1, relaxed: 1, type: 1, value: 1 });
  });

  it("do not take touching expressions for overlapping ones", () => {
    expect(count(align([tagged(0, 10)], [tagged(10, 20)])).relaxed).toBe(0);
  });

  it("pool counts over documents: a worked case", () => {
    const one = count(align([tagged(0, 4), tagged(10, 14)], [tagged(0, 4)]));
    const two = count(align([tagged(0, 4, "2020")], [tagged(0, 6, "2021"), tagged(9, 12)]));
    const total = add(one, two);
    expect(total).toEqual({ gold: 3, given: 3, strict: 1, relaxed: 2, type: 2, value: 1 });
    expect(f1(total.relaxed, total)).toBeCloseTo(66.67, 2);
    expect(f1(total.strict, total)).toBeCloseTo(33.33, 2);
    expect(f1(0, NOTHING)).toBe(0);
  });
});

describe("the split", () => {
  it("goes by the name alone and keeps about a fifth", () => {
    const names = Array.from({ length: 5000 }, (_, i) => `wsj_${i}`);
    const kept = names.filter((name) => partOf(name) === "kept").length;
    expect(kept).toBeGreaterThan(900);
    expect(kept).toBeLessThan(1100);
    expect(partOf("wsj_17")).toBe(partOf("wsj_17"));
  });
});

describe("TimeML", () => {
  const xml = `<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2024-05-16" functionInDocument="CREATION_TIME">May 16</TIMEX3></DCT>
<TEXT>Belmark &amp; Agron <EVENT eid="e1">met</EVENT> <TIMEX3 tid="t1" type="DATE" value="2024-05-14">on <EVENT>Tuesday</EVENT></TIMEX3>.</TEXT></TimeML>`;

  it("is read into the text without tags, the expressions and the day of writing", () => {
    const document = readTimeML(xml, "invented");
    expect(document.created).toBe("2024-05-16");
    expect(document.text).toBe("Belmark & Agron met on Tuesday.");
    expect(document.timexes.map(({ start, end, value }) => [document.text.slice(start, end), value])).toEqual(
      [["on Tuesday", "2024-05-14"]],
    );
  });
});

// @ts-expect-error: the package comes without types
import edtfPackage from "edtf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { civilDay, dayNumber, daysInMonth, formatDay, weekdayOf, weekOf } from "./day.ts";
import { edtfOf, extent, formatEdtf, isEdtf, parseEdtf } from "./edtf.ts";
import { compareEdtf, contains, dayOf, order, overlaps, plusDays, reach } from "./edtf-order.ts";

/** The npm package `edtf`, which comes without types: first and last millisecond of a value. */
const edtf: (text: string) => { min: number; max: number } = edtfPackage;

describe("days as numbers", () => {
  it("count from 1970-01-01 and know leap years", () => {
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(dayNumber(2000, 2, 29)).toBe(11_016);
    expect(daysInMonth(1900, 2)).toBe(28);
    expect(formatDay(dayNumber(2023, 14, 31))).toBe("2024-03-02");
  });

  it("agree with the calendar of the machine over 8,000 years", () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_900_000, max: 2_900_000 }), (number) => {
        const machine = new Date(number * 86_400_000);
        const { year, month, day } = civilDay(number);
        expect([year, month, day]).toEqual([
          machine.getUTCFullYear(),
          machine.getUTCMonth() + 1,
          machine.getUTCDate(),
        ]);
        expect(dayNumber(year, month, day)).toBe(number);
        expect(weekdayOf(number) % 7).toBe(machine.getUTCDay());
      }),
    );
  });

  it("know the weeks of ISO 8601 around New Year", () => {
    expect(weekOf(dayNumber(2027, 1, 3))).toEqual({ year: 2026, week: 53 });
    expect(weekOf(dayNumber(2024, 12, 30))).toEqual({ year: 2025, week: 1 });
    expect(weekOf(dayNumber(2025, 8, 15))).toEqual({ year: 2025, week: 33 });
  });
});

const VALUES = [
  ...["2025-08-15", "2025-08", "2025", "-0044-03-15", "Y12000", "0000", "2024-02-29"],
  ...["2025-W33", "2025-W33-5", "2020-W53", "2025-23", "2025-35", "2025-40"],
  ...["201X", "20XX", "2025-XX", "2025-08-XX", "XXXX-08-15", "XXXX-02-29", "XXXX-WXX-2", "2025-XX-XX"],
  ...["2025-08-15T20:00Z", "2025-08-15T20", "2025-08-15T20:00:00+05:30", "2025-08-15T24:00"],
  ...["2025-08-11~", "2025?", "2025-23%", "2025-08-09/2025-08-10", "2022-02/..", "../2025-08-31", "2022/"],
  ...["2024~/2025-06?", "[2025-03-04,2025-04-03]", "{2021,2023..2025}", "[..2020]", "[2020..]"],
  ...["P3Y6M", "P2W", "PT36H", "P1Y2M10DT2H30M", "P0.5D", "R/P1W", "R5/2025-08-12/P1W"],
];

const NO_VALUES = [
  ...["", "2025-8-15", "25-08-15", "2025-13", "2025-42", "2025-00", "2025-06-31", "2025-02-29", "2025-23-01"],
  ...["2025-W54", "2025-W53", "2025-W00", "2025-W33-8", "2025-08-15T25", "2025-08T20", "2025-08-15T20:60"],
  ...[
    "2025-08-10/2025-08-09",
    "../..",
    "/",
    "2025/2026/2027",
    "[2025",
    "{}",
    "[2025,]",
    "P",
    "PT",
    "3Y",
    "R/2025",
  ],
  ...["15 August 2025", "2025-08-15~~", "-0000", "XXXX-06-31", "P3Y6", "[2025-03-04;2025-04-03]"],
];

describe("values", () => {
  it.each(VALUES)("%s is read and written back", (text) => {
    const value = parseEdtf(text);
    expect(value && formatEdtf(value)).toBe(text);
  });

  it.each(NO_VALUES)("%j is none", (text) => {
    expect(isEdtf(text)).toBe(false);
  });

  it("are refused in linear time when they are very long", () => {
    const before = performance.now();
    for (const hostile of [
      "X".repeat(1e6),
      "P".repeat(1e6),
      `[${"2025,".repeat(2e5)}]`,
      "9".repeat(1e6),
      "/".repeat(1e6),
    ])
      expect(isEdtf(hostile)).toBe(false);
    expect(performance.now() - before).toBeLessThan(200);
  });
});

const days = (value: string) => {
  const stretch = extent(value);
  return (
    stretch && [
      Number.isFinite(stretch.from) ? formatDay(stretch.from) : "..",
      Number.isFinite(stretch.to) ? formatDay(stretch.to) : "..",
    ]
  );
};

describe("the days that a value stands for, first and one past the last", () => {
  it.each([
    ["2025-08-15", "2025-08-15", "2025-08-16"],
    ["2024-02", "2024-02-01", "2024-03-01"],
    ["2025", "2025-01-01", "2026-01-01"],
    ["2025-W33", "2025-08-11", "2025-08-18"],
    ["2025-W33-5", "2025-08-15", "2025-08-16"],
    ["2025-24", "2025-12-01", "2026-03-01"],
    ["2025-35", "2025-07-01", "2025-10-01"],
    ["2025-41", "2025-07-01", "2026-01-01"],
    ["201X", "2010-01-01", "2020-01-01"],
    ["2025-XX-XX", "2025-01-01", "2026-01-01"],
    ["2025-08-09/2025-08-10", "2025-08-09", "2025-08-11"],
    ["2022-02/..", "2022-02-01", ".."],
    ["../2025-08-31", "..", "2025-09-01"],
    ["[2025-03-04,2025-04-03]", "2025-03-04", "2025-04-04"],
    ["2025-08-15T20:00Z", "2025-08-15", "2025-08-16"],
  ])("%s", (value, from, to) => {
    expect(days(value)).toEqual([from, to]);
  });

  it.each(["XXXX-08-15", "P3Y6M", "XXXX-WXX-2", "R/P1W", "tomorrow"])("%s lies nowhere", (value) => {
    expect(extent(value)).toBeUndefined();
  });

  it("agree with another reader of EDTF on dates, months, years, decades, seasons' years and intervals", () => {
    const day = fc.integer({ min: -300_000, max: 300_000 }).map(formatDay);
    const value = fc.oneof(
      day,
      day.map((d) => d.slice(0, 7)),
      day.map((d) => d.slice(0, 4)),
      day.map((d) => `${d.slice(0, 3)}X`),
      day.map((d) => `${d.slice(0, 4)}-XX`),
      day.map((d) => `${d.slice(0, 7)}-XX`),
      day.map((d) => `${d}~`),
      fc.tuple(day, fc.integer({ min: 1, max: 5000 })).map(([d, n]) => `${d}/${plusDays(d, n)}`),
    );
    fc.assert(
      fc.property(value, (text) => {
        fc.pre(!text.includes("1970")); // the other reader takes the epoch's 0 for "no value"
        const other = edtf(text);
        const stretch = extent(text);
        expect(stretch?.from).toBe(Math.floor(other.min / 86_400_000));
        expect(stretch?.to).toBe(Math.floor(other.max / 86_400_000) + 1);
      }),
    );
  });

  it("are written back as the shortest value", () => {
    for (const value of [
      "2025-08-15",
      "2025-08",
      "2025",
      "2025-08-09/2025-08-10",
      "../2025-08-31",
      "2025-08-01/..",
    ])
      expect(edtfOf(extent(value) ?? { from: 0, to: 1 })).toBe(value);
  });
});

describe("order", () => {
  it("is three-valued", () => {
    expect(order("2025-08-08", "2025-08-15")).toBe("before");
    expect(order("2025-09", "2025-08-15")).toBe("after");
    expect(order("2025-08", "2025-08-15")).toBe("unordered");
    expect(order("P3D", "2025")).toBe("unordered");
    expect(order("2022/..", "2021")).toBe("after");
  });

  it("takes 'about' for a wider stretch", () => {
    expect(order("2025-08-10~", "2025-08-11")).toBe("unordered");
    expect(order("2025-08-10~", "2025-08-13")).toBe("before");
    expect(overlaps("2025-08-10~", "2025-08-12")).toBe(true);
    expect(overlaps("2025-08-10", "2025-08-12")).toBe(false);
    expect(reach("2019~")).toEqual({ from: dayNumber(2018, 7, 2), to: dayNumber(2020, 7, 2) });
  });

  it("orders times of a day only in one zone", () => {
    expect(order("2025-08-15T11:30", "2025-08-15T14:00")).toBe("before");
    expect(order("2025-08-15T11:30Z", "2025-08-15T14:00+09:00")).toBe("unordered");
    expect(order("2025-08-15T11", "2025-08-15T11:30")).toBe("unordered");
  });

  it("is never 'before' both ways, and agrees with containment", () => {
    const value = fc.constantFrom(...VALUES.filter((text) => !text.includes("T")));
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [forth, back] = [order(a, b), order(b, a)];
        expect(back).toBe(forth === "before" ? "after" : forth === "after" ? "before" : "unordered");
        if (contains(a, b)) expect(forth).not.toBe("before");
        if (overlaps(a, b)) expect(extent(a)).toBeDefined();
        expect(Math.sign(compareEdtf(a, b)) + Math.sign(compareEdtf(b, a))).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it("sorts by first day, what has no place last", () => {
    const values = ["P3D", "2025-08-15", "2025", "2025-08", "2022/..", "XXXX-08-15"];
    expect(values.sort(compareEdtf)).toEqual([
      "2022/..",
      "2025",
      "2025-08",
      "2025-08-15",
      "P3D",
      "XXXX-08-15",
    ]);
  });
});

describe("days of full dates", () => {
  it("are counted on", () => {
    expect(plusDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(plusDays("2025-W01-1", -1)).toBe("2024-12-29");
    expect(plusDays("2025-08", 1)).toBeUndefined();
    expect(dayOf("1970-01-02")).toBe(1);
    expect(dayOf("1970")).toBeUndefined();
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extent } from "../../record/edtf.ts";
import { findTimes } from "./find.ts";
import type { Meaning } from "./meaning.ts";
import { fromRelative, resolveRelative, toRelative } from "./relative.ts";

describe("dates that hang on an unknown publication", () => {
  it.each([
    ["They met yesterday.", "publication - 1 day"],
    ["They met last week.", "publication - 1 week"],
    ["They meet this month.", "publication + 0 months"],
    ["They met on Friday.", "Friday before publication"],
    ["They will meet on Friday.", "Friday after publication"],
    ["They met last summer.", "summer strictly before publication"],
    ["They will meet on Tuesday of next week.", "Tuesday of week +1 from publication"],
    ["They met on August 15.", "August 15 nearest, likely before, publication"],
    ["They met on Good Friday.", "good friday nearest, likely before, publication"],
  ])("%s", (text, form) => {
    const [time] = findTimes(text);
    expect(time?.resolution.unresolved).toMatch(/publication/);
    expect(time && toRelative(time.meaning, time.direction)).toBe(form);
  });

  it("are found once it becomes known", () => {
    const on = (form: string, day: string) => resolveRelative(form, extent(day) ?? { from: 0, to: 1 })?.value;
    expect(on("publication - 1 day", "2024-03-01")).toBe("2024-02-29");
    expect(on("Friday after publication", "2024-05-14")).toBe("2024-05-17");
    expect(on("August 15 nearest publication", "2024-12-20")).toBe("2024-08-15");
    expect(on("publication - 1 day", "2024-05")).toBeUndefined();
    expect(on("publication + 0 months", "2024-05-06/2024-05-12")).toBe("2024-05");
    expect(on("some day", "2024-05-14")).toBeUndefined();
  });

  it("are written so that they can be read back", () => {
    const slot = fc.oneof(
      fc.integer({ min: 1, max: 7 }).map((weekday) => ({ slot: "weekday", weekday }) as const),
      fc.integer({ min: 1, max: 12 }).map((month) => ({ slot: "month", month }) as const),
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
        .map(([month, day]) => ({ slot: "day", month, day }) as const),
      fc.integer({ min: 0, max: 3 }).map((season) => ({ slot: "season", season }) as const),
      fc.integer({ min: 1, max: 4 }).map((quarter) => ({ slot: "quarter", quarter }) as const),
    );
    const meaning: fc.Arbitrary<Meaning> = fc.oneof(
      fc
        .tuple(
          fc.constantFrom("day", "week", "month", "year", "decade", "century"),
          fc.integer({ min: -40, max: 40 }),
        )
        .map(([grain, by]) => ({ kind: "shift", grain, by, from: "publication" }) as Meaning),
      slot.map((each) => ({ kind: "named", slot: each }) as Meaning),
      slot.map((each) => ({ kind: "named", slot: each, which: "last" }) as Meaning),
      slot.map((each) => ({ kind: "named", slot: each, which: "next" }) as Meaning),
    );
    fc.assert(
      fc.property(meaning, (each) => {
        const form = toRelative(each);
        expect(form && fromRelative(form)?.meaning).toEqual(each);
      }),
    );
  });

  it("resolve as they would have at once", () => {
    const texts = [
      "They met yesterday.",
      "They met on Friday.",
      "They will meet in March.",
      "They met two weeks ago.",
      "They met last autumn.",
    ];
    for (const text of texts) {
      for (const day of ["2024-02-29", "2025-01-01", "2025-08-10"]) {
        const published = extent(day) ?? { from: 0, to: 1 };
        const [late] = findTimes(text);
        const [early] = findTimes(text, { published });
        const form = late && toRelative(late.meaning, late.direction);
        expect(form && resolveRelative(form, published)?.value).toBe(early?.resolution.value);
      }
    }
  });
});

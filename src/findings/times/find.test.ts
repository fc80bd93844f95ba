import { describe, expect, it } from "vitest";
import { extent } from "../../record/edtf.ts";
import { findTimes } from "./find.ts";
import { toTimex } from "./timex.ts";

const on = (day: string) => extent(day) ?? { from: 0, to: 1 };

describe("what a date is counted from", () => {
  it("is the expression before it for 'a day later'", () => {
    const [first, second] = findTimes("It was agreed on June 2 and signed a day later.", {
      published: on("2025-06-18"),
    });
    expect(first?.resolution.to).toBe("publication");
    expect(second?.resolution.to).toBe("reference");
    expect(second?.reference).toBe(0);
  });

  it("leaves a value that both ends of a doubtful publication give", () => {
    const [time] = findTimes("They met on Friday.", { published: on("2025-08-09/2025-08-11") });
    expect(time?.resolution.value).toBe("2025-08-08");
  });

  it("leaves open what they do not, and says why", () => {
    const [time] = findTimes("They met yesterday.", { published: on("2025-08-09/2025-08-11") });
    expect(time?.resolution.value).toBeUndefined();
    expect(time?.resolution.unresolved).toContain("3 days");
  });

  it("keeps a day without a year as one", () => {
    const [time] = findTimes("They will meet on August 15.");
    expect(time?.resolution.value).toBe("XXXX-08-15");
    expect(time?.resolution.unresolved).toContain("no year");
  });

  it("leaves the interval of 'later this week' to what is left of it", () => {
    const [time] = findTimes("They will meet later this week.", { published: on("2025-06-18") });
    expect(time?.resolution).toMatchObject({
      value: "2025-W25",
      extent: { from: on("2025-06-18").from, to: on("2025-06-22").to },
    });
  });
});

describe("dates that are none, or that are doubtful", () => {
  it.each([
    ["The pact is to be signed on June 31.", "June has no day 31"],
    ["The pact was signed on 29 February 2023.", "February 2023 has no day 29"],
    ["The pact was signed on April 31st.", "April has no day 31"],
  ])("%s", (text, reason) => {
    const [time] = findTimes(text, { published: on("2025-08-10") });
    expect(time?.resolution.value).toBeUndefined();
    expect(time?.resolution.unresolved).toBe(reason);
  });

  it("keeps both readings where day and month could be exchanged", () => {
    const [time] = findTimes("Signed: 03/04/2024.", { published: on("2024-05-01") });
    expect(time?.resolution.alternatives).toEqual(["2024-04-03", "2024-03-04"]);
    expect(time?.resolution.unresolved).toBe("day and month could be exchanged");
  });

  it("takes the only reading where just one is a date", () => {
    expect(findTimes("Signed: 25/04/2024.")[0]?.resolution.value).toBe("2024-04-25");
    expect(findTimes("Signed: 04/25/2024.")[0]?.resolution.value).toBe("2024-04-25");
    expect(findTimes("Signed: 31/31/2024.")).toEqual([]);
  });

  it("says where weekday and day do not agree with any year around", () => {
    const [time] = findTimes("They met on Friday, August 15, 2024.", { published: on("2024-08-20") });
    expect(time?.resolution.value).toBe("2024-08-15");
    expect(time?.resolution.unresolved).toBe("15 August 2024 is a Thursday");
  });
});

describe("hostile text", () => {
  it.each([
    ["digits", "1 ".repeat(20_000)],
    ["hyphens", "-".repeat(100_000)],
    ["articles", "the a ".repeat(20_000)],
    ["numbers", "two hundred and ".repeat(10_000)],
    ["months", "May ".repeat(20_000)],
    ["quarters", "the third quarter of ".repeat(6_000)],
    ["one word", "a".repeat(100_000)],
    ["digits without blanks", "1".repeat(100_000)],
    ["addresses", "x.yyy/".repeat(20_000)],
    ["blank lines", "\n".repeat(100_000)],
  ])("of %s takes linear time", (_, text) => {
    const took = (part: string) => {
      const before = performance.now();
      findTimes(part);
      return performance.now() - before;
    };
    took(text);
    const [part, whole] = [took(text.slice(0, text.length / 8)), took(text)];
    expect(whole).toBeLessThan(200 + part * 24);
  });
});

describe("TIMEX3", () => {
  const timex = (text: string) =>
    toTimex(text, findTimes(text, { published: on("2025-08-10") })).map(({ start, end, ...rest }) => ({
      text: text.slice(start, end),
      ...rest,
    }));

  it("has its own codes", () => {
    expect(timex("They met on Monday night.")).toEqual([
      { text: "Monday night", type: "TIME", value: "2025-08-04TNI" },
    ]);
    expect(timex("Output fell in the third quarter of 2024.")).toEqual([
      { text: "the third quarter of 2024", type: "DATE", value: "2024-Q3" },
    ]);
    expect(timex("They recently met for weeks.")).toEqual([
      { text: "recently", type: "DATE", value: "PAST_REF" },
      { text: "weeks", type: "DURATION", value: "PXW" },
    ]);
  });

  it("parts a range into its ends", () => {
    expect(timex("They met on Aug. 4-6 in Velden.").map(({ text, value }) => [text, value])).toEqual([
      ["Aug. 4", "2025-08-04"],
      ["6", "2025-08-06"],
    ]);
  });
});
